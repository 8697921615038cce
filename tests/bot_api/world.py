"""The world behind the Bot API: one bot, the people and chats it knows, and what was said there.

Every change happens under ``lock``: requests arrive on the server's loop, people act from the test's thread.
"""

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.records import Chat, File, Member, Message, Query, Shape, User
from tests.bot_api.refusals import Refusal, bad
from tests.bot_api.updates import Update, UpdateQueue

BOT_ID = 7_000_001
SUPERGROUP = -1_000_000_000_000


@dataclass
class Webhook:
    """Where updates are pushed to; an empty ``url`` is no webhook."""

    url: str = ""
    secret: str = ""
    connections: int = 40
    last_error: str = ""
    last_error_date: int = 0
    deliveries: int = 0
    failures: int = 0


@dataclass
class World:
    """Everything there is. ``clock``: seconds, for dates, limits and age; ``woken``: an update or webhook changed."""

    username: str = "aanjager_bot"
    clock: Callable[[], float] = time.time
    woken: Callable[[], None] = lambda: None
    lock: threading.RLock = field(default_factory=threading.RLock)
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    menus: dict[tuple[str, int, int, str], list[dict[str, str]]] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    privacy: bool = True
    logged_out: bool = False

    def __post_init__(self) -> None:
        self.bot = User(id=BOT_ID, first_name="Aanjager", username=self.username, language="", is_bot=True)
        self.users[BOT_ID] = self.bot
        self.updates = UpdateQueue(self.clock, self._wake)
        self._messages = itertools.count(1)
        self._numbers = itertools.count(1)

    @property
    def now(self) -> int:
        """The moment as Telegram's dates write it: whole seconds."""
        return int(self.clock())

    def _wake(self) -> None:
        self.woken()

    def number(self) -> int:
        """Return a number that nothing else has."""
        return next(self._numbers)

    def user(self, id: int) -> User:
        """Return a person whom a test made. Raises KeyError."""
        return self.users[id]

    def private(self, user: User) -> Chat:
        """Return somebody's chat with the bot."""
        return self.chats.setdefault(user.id, Chat(id=user.id, kind="private"))

    def chat(self, id: object) -> Chat:
        """Return the chat that a request names. Raises Refusal (400) where there is none that the bot knows."""
        chat = self.chats.get(number_of(id))
        if chat is None:
            raise bad("chat not found")
        return chat

    def say(
        self,
        chat: Chat,
        sender: User,
        shape: Shape,
        *,
        thread: int | None = None,
        topical: bool = False,
        reply: int | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Message:
        """Put a message into a chat and return it. Ids count per supergroup, and for all other chats together."""
        if chat.kind == "supergroup":
            chat.last_message += 1
            id = chat.last_message
        else:
            id = next(self._messages)
        message = Message(
            id=id,
            chat=chat,
            sender=sender,
            date=self.now,
            shape=shape,
            thread=thread,
            topical=topical,
            reply=reply,
            extra=extra or {},
        )
        chat.messages[id] = message
        return message

    def message(self, chat: Chat, id: object, what: str) -> Message:
        """Return a message of a chat. Raises Refusal (400) "``what`` not found"."""
        message = chat.messages.get(number_of(id))
        if message is None or message.deleted:
            raise bad(f"{what} not found")
        return message

    def tell(self, kind: str, body: object) -> Update | None:
        """Put an update with one field, ``kind``, into the bot's queue."""
        return self.updates.add(kind, {kind: body})

    def keep_file(
        self, content: bytes, *, folder: str, name: str = "", mime: str = "", size: int = 0
    ) -> File:
        """Keep the bytes of a file. ``size`` makes it larger than its bytes are, to test limits cheaply."""
        number = self.number()
        ending = name.rpartition(".")[2] if "." in name else "jpg"
        file = File(
            id=f"FILE{number:04}-{'A' * 24}",
            unique=f"U{number:04}",
            path=f"{folder}/file_{number}.{ending}",
            content=content,
            name=name,
            mime=mime,
            size=size or len(content),
        )
        self.files[file.id] = file
        return file

    def member(self, chat: Chat, user: User) -> Member:
        """Return how somebody stands in a group, as a record that can be changed."""
        return chat.members.setdefault(user.id, Member(status="left"))


def number_of(value: object) -> int:
    """Return an id of a request as a number, 0 where it is none (Telegram reads it so, too)."""
    try:
        return int(str(value))
    except ValueError:
        return 0


def refused_logged_out() -> Refusal:
    """Return what a bot gets that logged out."""
    return Refusal(400, "Logged out")
