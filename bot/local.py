"""The chat page as a platform: it shows parcels to whoever has the page open, and takes in what they do there."""

import asyncio
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from msgspec.structs import replace

from bot.keyboard import in_rows
from bot.page.hub import Hub
from documents.drawings import Drawn
from documents.photos import Photo
from jobs.sender import Abilities
from jobs.worker import written
from language.catalogue import catalogue
from programme.records import Person
from programme.text import Text, _
from storage import pictures
from storage.chats import chats
from storage.database import Store, Transaction
from storage.files import FileStore
from storage.messages import inbox, local_chat
from storage.messages.inbox import Arrival
from storage.messages.local_chat import BOT, LocalFile, LocalMessage
from storage.messages.parcels import Parcel
from storage.people import people
from storage.pictures import Picture

PLATFORM = "local"


class LocalPlatform:
    """Both directions of the chat page. Sending a parcel again shows it once: its key and chat name the message.

    ``zone``: whose offset the moments on the page carry. ``wake`` rings the workers.
    """

    platform = PLATFORM
    abilities = Abilities(idempotent=True)

    def __init__(
        self, store: Store, files: FileStore, hub: Hub, zone: tzinfo, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._files = files
        self._hub = hub
        self._zone = zone
        self._wake = wake
        self._faces = store.read(local_chat.faces)
        self._looking = False

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        """Show a new message under its chat."""
        shown = _message(parcel, 0, self._files_of(parcel, file), now)
        key = await written(
            self._store, lambda tx: local_chat.post(tx, shown, sent_as=f"{parcel.chat}:{parcel.key}")
        )
        await self._tell(key)
        self._tell_of_people()
        return str(key)

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Make a shown message show this revision."""
        shown = _message(parcel, int(parcel.receipt or 0), self._files_of(parcel, file), now)
        await written(self._store, lambda tx: local_chat.edit(tx, shown))
        await self._tell(shown.key)
        self._tell_of_people()

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Show a brief answer to whoever pressed; it is not kept."""
        if parcel.text:
            person = self._store.read(lambda tx: inbox.account(tx, PLATFORM, parcel.answers))
            self._hub.tell("toast", {"chat": parcel.chat, "person": person or "", "text": parcel.text})

    async def say(self, arrival: Arrival, photos: Sequence[Photo], now: datetime) -> int:
        """Take in what a person typed or sent; return its key once it is durable.

        The pictures, the arrival that brings them and the message that shows them are kept together or not at all.
        """
        keys = [await asyncio.to_thread(self._files.put, photo.data, photo.type) for photo in photos]
        try:
            key = await written(
                self._store, lambda tx: self._said(tx, arrival, dict(zip(keys, photos, strict=True)), now)
            )
        except BaseException:
            for kept in keys:
                self._files.drop(kept)
            raise
        await self._tell(key)
        self._wake()
        return key

    def _said(self, tx: Transaction, arrival: Arrival, photos: Mapping[str, Photo], now: datetime) -> int:
        sent = (
            Picture(key=kept, type=photo.type, width=photo.width, height=photo.height)
            for kept, photo in photos.items()
        )
        pictures.come_with(tx, arrival, sent, now)
        inbox.receive(tx, (replace(arrival, pictures=tuple(photos)),), now)
        person = people.behind(tx, PLATFORM, arrival.account)
        name = self._rendered(_("Picture from {name}", name=person.name if person else arrival.account))
        said = LocalMessage(
            key=0,
            chat=arrival.chat,
            sender=arrival.account,
            text=arrival.text,
            buttons=(),
            files=tuple(_shown(kept, name) for kept in photos),
            at=now,
        )
        return local_chat.post(tx, said)

    async def unshow(self, keys: Sequence[str]) -> None:
        """Take files that are about to be deleted off the messages that show them."""
        gone = self._rendered(_("(picture deleted)"))
        for message in await written(self._store, lambda tx: local_chat.take_off(tx, keys, gone)):
            await self._tell(message)

    async def press(self, arrival: Arrival, now: datetime) -> int:
        """Take in a press; return the key of the newest message until then, once it is durable."""

        def take_in(tx: Transaction) -> int:
            inbox.receive(tx, (arrival,), now)
            return local_chat.newest(tx)

        key = await written(self._store, take_in)
        self._wake()
        return key

    async def welcome(self, name: str, now: datetime) -> tuple[str, str]:
        """Let a newcomer in, who takes part nowhere yet; return their key and their chat's."""
        person = Person(key=new_event(), name=name)

        def enter(tx: Transaction) -> str:
            people.add_person(tx, person, now)
            return open_private_chat(tx, person.key, name, now)

        return person.key, await written(self._store, enter)

    async def open_group(self, title: str, now: datetime) -> str:
        """Make a group chat in which everybody is, tied to no region yet; return its key."""
        address = f"group:{new_event()}"
        chat = await written(
            self._store, lambda tx: chats.arrive(tx, PLATFORM, address, "channel", title, now)
        )
        return chat.key

    def _files_of(self, parcel: Parcel, file: Drawn | None) -> tuple[LocalFile, ...]:
        """Return the files under a parcel: the one drawn for it, and the kept picture that it shows."""
        drawn = (_shown(self._files.put(file.data, file.type), file.name, file.type),) if file else ()
        return (*drawn, _shown(parcel.picture, self._rendered(_("Picture")))) if parcel.picture else drawn

    def _rendered(self, text: Text) -> str:
        return catalogue("nl").render(text)

    def as_json(self, message: LocalMessage) -> dict[str, object]:
        """Return a message as the HTTP interface gives it."""
        return {
            "id": message.key,
            "chat": message.chat,
            "sender": message.sender,
            "text": message.text,
            "buttons": [
                [{"id": button.key, "label": button.label} for button in row]
                for row in in_rows(message.buttons)
            ],
            "files": [{"name": file.name, "type": file.type, "url": file.url} for file in message.files],
            "at": message.at.astimezone(self._zone).isoformat(timespec="seconds"),
        }

    def _tell_of_people(self) -> None:
        """What was just said may follow from a change of names or roles, which the list of people shows.

        All people are read for it, so once for all that is said at the same moment.
        """
        if not self._looking:
            self._looking = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        self._looking = False
        faces = self._store.read(local_chat.faces)
        if faces != self._faces:
            self._faces = faces
            self._hub.tell("state", {})

    async def _tell(self, key: int) -> None:
        message = self._store.read(lambda tx: local_chat.message(tx, key))
        if message:
            self._hub.tell("message", self.as_json(message))


def open_private_chat(tx: Transaction, person: str, title: str, now: datetime) -> str:
    """Give a person an account and a private chat on the page; return the chat's key."""
    chat = chats.arrive(tx, PLATFORM, person, "private", title, now)
    chats.open_account(tx, PLATFORM, person, person)
    chats.belongs_to(tx, chat.key, person)
    return chat.key


def new_event() -> str:
    """Return a name for something that a person did on the page."""
    return secrets.token_hex(8)


def _shown(key: str, name: str, type: str = "") -> LocalFile:
    """Return a kept file as the page shows it; a picture's name is its text alternative."""
    known = type or ("image/png" if key.endswith(".png") else "image/jpeg")
    return LocalFile(name=name, type=known, url=f"/files/{key}")


def _message(parcel: Parcel, key: int, files: tuple[LocalFile, ...], now: datetime) -> LocalMessage:
    return LocalMessage(
        key=key, chat=parcel.chat, sender=BOT, text=parcel.text, buttons=parcel.buttons, files=files, at=now
    )
