"""The chat page as a platform: it shows parcels to whoever has the page open, and takes in what they do there."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import TypeVar

from documents.drawings import Drawn
from jobs.sender import Abilities
from programme.records import Person
from storage import chats, inbox, local_chat, people
from storage.database import Store, Transaction
from storage.files import FileStore
from storage.inbox import Arrival
from storage.local_chat import BOT, LocalFile, LocalMessage
from storage.parcels import Parcel

PLATFORM = "local"
T = TypeVar("T")
Event = tuple[str, object]


class Hub:
    """Tells every open page what changed; a page that is not there misses nothing, it asks when it comes back."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[Event]] = set()

    async def listen(self) -> AsyncIterator[Event]:
        """Yield events until the page goes away."""
        page: asyncio.Queue[Event] = asyncio.Queue()
        self._pages.add(page)
        try:
            while True:
                yield await page.get()
        finally:
            self._pages.discard(page)

    def tell(self, name: str, data: object) -> None:
        """Tell every open page."""
        for page in self._pages:
            page.put_nowait((name, data))


class LocalPlatform:
    """Both directions of the chat page. Sending a parcel again shows it once: its key and chat name the message."""

    platform = PLATFORM
    abilities = Abilities(idempotent=True)

    def __init__(self, store: Store, files: FileStore, hub: Hub, wake: Callable[[], None]) -> None:
        self._store = store
        self._files = files
        self._hub = hub
        self._wake = wake

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        """Show a new message under its chat."""
        shown = _message(parcel, 0, self._files_of(parcel, file), now)
        key = await self._write(lambda tx: local_chat.post(tx, shown, sent_as=f"{parcel.chat}:{parcel.key}"))
        await self._tell(key)
        return str(key)

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Make a shown message show this revision."""
        shown = _message(parcel, int(parcel.receipt or 0), self._files_of(parcel, file), now)
        await self._write(lambda tx: local_chat.edit(tx, shown))
        await self._tell(shown.key)

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Show a brief answer to whoever pressed; it is not kept."""
        if parcel.text:
            self._hub.tell("toast", {"chat": parcel.chat, "text": parcel.text})

    async def say(self, arrival: Arrival, files: tuple[LocalFile, ...], now: datetime) -> int:
        """Take in what a person typed or sent; return its key once it is durable."""
        said = LocalMessage(
            key=0,
            chat=arrival.chat,
            sender=arrival.account,
            text=arrival.text,
            buttons=(),
            files=files,
            at=now,
        )

        def keep(tx: Transaction) -> int:
            inbox.receive(tx, (arrival,), now)
            return local_chat.post(tx, said)

        key = await self._write(keep)
        await self._tell(key)
        self._wake()
        return key

    async def press(self, arrival: Arrival, now: datetime) -> int:
        """Take in a press; return the key of the arrival once it is durable."""
        keys = await self._write(lambda tx: inbox.receive(tx, (arrival,), now))
        self._wake()
        return keys[0]

    async def welcome(self, name: str, now: datetime) -> tuple[str, str]:
        """Let a newcomer in, who takes part nowhere yet; return their key and their chat's."""
        person = Person(key=new_event(), name=name)

        def enter(tx: Transaction) -> str:
            people.add_person(tx, person, now)
            return open_private_chat(tx, person.key, name, now)

        return person.key, await self._write(enter)

    def _files_of(self, parcel: Parcel, file: Drawn | None) -> tuple[LocalFile, ...]:
        """Return the files under a parcel: the one drawn for it, and the kept picture that it shows."""
        drawn = (self.file(file),) if file else ()
        kept = (
            (LocalFile(name="", type="image/jpeg", url=f"/files/{parcel.picture}"),) if parcel.picture else ()
        )
        return (*drawn, *kept)

    def file(self, file: Drawn) -> LocalFile:
        """Keep a file and return it as the page shows it."""
        return LocalFile(
            name=file.name, type=file.type, url=f"/files/{self._files.put(file.data, file.type)}"
        )

    async def _tell(self, key: int) -> None:
        message = self._store.read(lambda tx: local_chat.message(tx, key))
        if message:
            self._hub.tell("message", as_json(message))

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await asyncio.wrap_future(self._store.write(work))


def open_private_chat(tx: Transaction, person: str, title: str, now: datetime) -> str:
    """Give a person an account and a private chat on the page; return the chat's key."""
    chat = chats.arrive(tx, PLATFORM, person, "private", title, now)
    chats.open_account(tx, PLATFORM, person, person)
    chats.belongs_to(tx, chat.key, person)
    return chat.key


def new_event() -> str:
    """Return a name for something that a person did on the page."""
    return secrets.token_hex(8)


def as_json(message: LocalMessage) -> dict[str, object]:
    """Return a message as the HTTP interface gives it."""
    return {
        "id": message.key,
        "chat": message.chat,
        "sender": message.sender,
        "text": message.text,
        "buttons": [[{"id": button.key, "label": button.label}] for button in message.buttons],
        "files": [{"name": file.name, "type": file.type, "url": file.url} for file in message.files],
        "at": message.at.isoformat(),
    }


def _message(parcel: Parcel, key: int, files: tuple[LocalFile, ...], now: datetime) -> LocalMessage:
    return LocalMessage(
        key=key, chat=parcel.chat, sender=BOT, text=parcel.text, buttons=parcel.buttons, files=files, at=now
    )
