"""Transcripts on Telegram: the whole adapter against a Bot API server, by polling or by webhook, on a turned clock."""

import asyncio
import io
import re
import socket
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from pydantic import SecretStr

from bot.app import House, assembled
from bot.settings import Telegram
from bot.telegram import PLATFORM
from bot.telegram.addresses import address
from bot.telegram.edge import TelegramEdge
from jobs.sender import Abilities
from jobs.worker import settle
from storage.chats.chats import APART
from storage.database import MemoryStore, Transaction
from storage.files import FileStore
from tests.bot_api import BotApi, Seen
from tests.talk import Heard

SECRET = "a-secret-of-the-tests-own"


class StoppedClock:
    """Stands still, until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()


class OnTelegram:
    """People type and press in a Telegram of the tests' own, and read there what the bot says.

    Limits are kept only where a test is about them: a conversation would take its time.
    """

    hears = frozenset({"said", "edit", "toast"})

    def __init__(
        self,
        api: BotApi,
        seed: Callable[[Transaction], None],
        start: datetime,
        files: Path,
        *,
        webhook: bool = False,
        limits: bool = False,
    ) -> None:
        self.api = api
        self.clock = StoppedClock(start)
        self.store = MemoryStore()
        self.store.write(seed).result()
        self.people: dict[str, int] = {}
        self.groups: dict[str, Spot] = {}
        self._forums: frozenset[str] = self.store.read(_forums)
        self.store.write(self._move_in).result()
        self._seen: dict[Spot, dict[int, Heard]] = {}
        self._told = {query.id for query in api.toasts()}
        self._runner = asyncio.Runner()
        house = House(store=self.store, files=FileStore(files), clock=self.clock)
        edge = TelegramEdge(house, self._settings(webhook), SecretStr(api.token))
        if not limits:
            edge.sender.abilities = Abilities()
        app = assembled(house, [edge])
        self.workers = list(app.workers.values())
        self._stack = AsyncExitStack()
        self._runner.run(self._open(edge.serving(app.scheduler), webhook))

    def close(self) -> None:
        """Leave Telegram."""
        self._runner.run(self._stack.aclose())
        self._runner.close()
        self.store.close()

    def say(self, person: str, where: str, text: str) -> None:
        called = re.sub(r"@aanjager\b", f"@{self.api.world.username}", text)
        spot = self._spot(person, where)
        self.api.type(self.people[person], called, spot.chat, topic=spot.topic)
        self._settled()

    def press(self, person: str, where: str, label: str) -> None:
        spot = self._spot(person, where)
        message = next(one for one in reversed(self._said(spot)) if label in one.labels)
        self.api.press(self.people[person], label, spot.chat, message=message.id)
        self._settled()

    def show(self, person: str, where: str, text: str) -> None:
        photo = io.BytesIO()
        Image.new("RGB", (8, 8), "teal").save(photo, "JPEG")
        spot = self._spot(person, where)
        self.api.send_photo(
            self.people[person], photo.getvalue(), spot.chat, caption=text, size=(8, 8), topic=spot.topic
        )
        self._settled()

    def turn(self, to: datetime) -> None:
        self._runner.run(self._turn(to))

    def heard(self, person: str, where: str) -> list[Heard]:
        spot = self._spot(person, where)
        before = self._seen.get(spot, {})
        now = {message.id: _heard(message) for message in self._said(spot)}
        self._seen[spot] = now
        changed = [message for key, message in now.items() if before.get(key) != message]
        return [*self._toasts(spot), *changed]

    def _said(self, spot: "Spot") -> list[Seen]:
        return [message for message in self.api.said(spot.chat) if message.topic == spot.topic]

    def _toasts(self, spot: "Spot") -> list[Heard]:
        here = {message.id for message in self._said(spot)}
        asked = (query for query in self.api.toasts() if query.chat == spot.chat and query.message in here)
        answered = [query for query in asked if query.answered is not None and query.id not in self._told]
        self._told.update(query.id for query in answered)
        return [Heard(text=query.answered) for query in answered if query.answered]

    def _settled(self) -> None:
        self._runner.run(self._settle())

    async def _settle(self) -> None:
        while self.api.pending:
            await asyncio.sleep(0.001)
        await settle(self.workers, self.clock.at)

    async def _turn(self, to: datetime) -> None:
        while (following := await settle(self.workers, self.clock.at)) is not None and following < to:
            self.clock.at = following
        self.clock.at = to
        await settle(self.workers, to)

    async def _open(self, serving: AbstractAsyncContextManager[str], webhook: bool) -> None:
        await self._stack.enter_async_context(serving)
        while webhook and not self.api.world.webhook.url:
            await asyncio.sleep(0.001)

    def _settings(self, webhook: bool) -> Telegram:
        if not webhook:
            return Telegram(base_url=self.api.address)
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        return Telegram.model_construct(  # an address on this machine, which only the tests' server calls
            base_url=self.api.address,
            webhook=f"http://127.0.0.1:{port}/telegram",
            webhook_port=port,
            webhook_secret=SecretStr(SECRET),
        )

    def _spot(self, person: str, where: str) -> "Spot":
        if not where:
            return Spot(self.people[person])
        return next(spot for title, spot in self.groups.items() if title.startswith(where))

    def _move_in(self, tx: Transaction) -> None:
        """Let everybody whom the seed knows be on Telegram, and every channel be a group of theirs."""
        for row in tx.rows("SELECT key, person, title FROM chats WHERE kind = 'private' ORDER BY key"):
            account = self.api.person(row["title"] or "Iemand", started=True)
            self.people[row["person"]] = account
            _move(tx, row["key"], str(account))
            tx.run(
                "UPDATE accounts SET platform = :platform, account = :account WHERE person = :person",
                platform=PLATFORM,
                account=str(account),
                person=row["person"],
            )
        for row in tx.rows("SELECT key, address, title FROM chats WHERE kind = 'channel' ORDER BY address"):
            self.groups[row["title"]] = self._group(row["address"], row["title"])
            spot = self.groups[row["title"]]
            _move(tx, row["key"], address(spot.chat, spot.topic))
        self.api.world.updates.drop()  # that the bot was added is no part of the story

    def _group(self, at: str, title: str) -> "Spot":
        """Make a group, or a topic of one that was made before; the seed's addresses tell which."""
        group, _apart, topic = title.partition(APART)
        members = list(self.people.values())
        if topic:
            forum = self.groups[group].chat
            return Spot(forum, self.api.topic(members[0], forum, topic))
        return Spot(self.api.group(title, members, forum=at in self._forums))


class Spot(NamedTuple):
    """Where people talk: a chat, and a topic of it."""

    chat: int
    topic: int | None = None


def _move(tx: Transaction, chat: str, address: str) -> None:
    tx.run(
        "UPDATE chats SET platform = :platform, address = :address WHERE key = :chat",
        platform=PLATFORM,
        address=address,
        chat=chat,
    )


def _forums(tx: Transaction) -> frozenset[str]:
    """Return the addresses of groups that have topics."""
    rows = tx.rows("SELECT address FROM chats WHERE address LIKE '%/%'")
    return frozenset(row["address"].partition("/")[0] for row in rows)


def _heard(message: Seen) -> Heard:
    return Heard(text=message.text, buttons=tuple(b.label for row in message.rows for b in row if b.data))
