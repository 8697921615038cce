"""The tests' hands and eyes on a Bot API server that runs in a thread of their own process."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from tests.bot_api import validation
from tests.bot_api.acting import Acting
from tests.bot_api.faults import Fault, Order
from tests.bot_api.limits import Limits
from tests.bot_api.looks import Seen, seen
from tests.bot_api.menus import menu_seen
from tests.bot_api.records import Query
from tests.bot_api.server import Request, Server
from tests.bot_api.updates import Update
from tests.bot_api.world import Webhook, World

TOKEN = "7000001:TEST-token_of-the-tests-own-server-000"
PATIENCE = 20.0


class BotApi(Acting):
    """A Bot API server for one bot. A context manager: it serves from entering until leaving.

    ``clock``: seconds, for dates and limits. ``lenient``: no validation against the Bot API's description.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "aanjager_bot",
        clock: Callable[[], float] = time.time,
        lenient: bool = False,
    ) -> None:
        super().__init__(World(username=username, clock=clock))
        self.token = token
        self.server = Server(self.world, token, lenient=lenient)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name="bot-api", daemon=True)

    def __enter__(self) -> "BotApi":
        validation.prepare()
        self._thread.start()
        self._run(self.server.start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Serve no more, and leave no thread or socket open."""
        if not self._loop.is_closed():
            self._run(self.server.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    @contextmanager
    def down(self) -> Iterator[None]:
        """Be out of reach for a while (connections are refused), then serve at the same address again."""
        port = int(self.address.rpartition(":")[2])
        self._run(self.server.close())
        yield
        self._run(self.server.start(port))

    @property
    def address(self) -> str:
        """Where it serves: http://127.0.0.1:PORT."""
        return self.server.address

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls base_url: the address of methods without the token."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot calls base_file_url."""
        return f"{self.address}/file/bot"

    def fail(self, fault: Fault, method: str = "", *, chat: int | None = None, times: int = 1) -> None:
        """Order a fault for the next ``times`` requests of a method, or any, in a chat, or any."""
        self.server.faults.orders.append(Order(fault=fault, method=method, chat=chat, times=times))

    def enforce_limits(self, clock: Callable[[], float] | None = None, *, slack: float = 0.0) -> Limits:
        """Enforce Telegram's limits from now on; ``broken`` of what is returned counts how often one was broken."""
        self.server.limits = Limits(clock or self.world.clock, slack=slack)
        return self.server.limits

    def seen(self, chat: int, *, topic: int | None = None) -> list[Seen]:
        """Return the messages that stand in a chat now, in order; those of one topic where it is named."""
        with self.world.lock:
            messages = self.world.chats[chat].messages.values() if chat in self.world.chats else ()
            shown = [seen(self.world, message) for message in messages if not message.deleted]
        return [message for message in shown if topic is None or message.topic == topic]

    def said(self, chat: int, *, topic: int | None = None) -> list[Seen]:
        """Return what the bot said in a chat, as it stands there now."""
        return [m for m in self.seen(chat, topic=topic) if m.sender == self.world.bot.id]

    def last(self, chat: int, *, topic: int | None = None) -> Seen:
        """Return what the bot said last in a chat. Raises LookupError where it said nothing."""
        said = self.said(chat, topic=topic)
        if not said:
            raise LookupError(f"the bot said nothing in {chat}")
        return said[-1]

    def toast(self, query: str) -> Query:
        """Return a press with the answer it got, if any."""
        return self.world.queries[query]

    def toasts(self) -> list[Query]:
        """Return all presses, in order, with the answers they got."""
        with self.world.lock:
            return list(self.world.queries.values())

    def menu(self, chat: int, user: int) -> list[dict[str, str]]:
        """Return the menu of commands that somebody sees in a chat."""
        with self.world.lock:
            person = self.world.user(user)
            where = self.world.chats.get(chat) or self.world.private(person)
            return menu_seen(self.world, where, user, person.language)

    def requests(self, method: str = "", *, chat: int | None = None) -> list[Request]:
        """Return what was asked, in order; of one method, for one chat, where these are named."""
        with self.world.lock:
            asked = list(self.server.log.requests)
        return [
            request
            for request in asked
            if (not method or request.method == method.lower())
            and (chat is None or str(request.params.get("chat_id")) == str(chat))
        ]

    def counts(self) -> dict[str, int]:
        """Return how often each method was asked."""
        return dict(self.server.log.counts)

    def updates(self) -> list[Update]:
        """Return the last thousand updates that came for the bot, confirmed or not, in order."""
        with self.world.lock:
            return list(self.world.updates.recent)

    @property
    def webhook(self) -> Webhook:
        """Where updates are pushed to now, with how many were, and how many of those failed."""
        return self.world.webhook

    @property
    def pending(self) -> list[Update]:
        """The updates that the bot has not confirmed."""
        with self.world.lock:
            return list(self.world.updates.waiting)

    def until(self, true: Callable[[], Any], patience: float = PATIENCE) -> Any:
        """Wait until something is so and return it. Raises TimeoutError."""
        deadline = time.monotonic() + patience
        while not (found := true()):
            if time.monotonic() > deadline:
                raise TimeoutError("it did not come to be")
            time.sleep(0.005)
        return found

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)
