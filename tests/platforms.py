"""What transcripts are played against: the handlers directly, the chat page over HTTP, and a bare platform."""

import asyncio
import io
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from documents.drawings import Drawn
from jobs.delivery import DeliveryWorker
from jobs.housekeeping import HousekeepingWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.sender import Abilities
from jobs.worker import Worker, settle
from programme.lengths import CAPTION_AT_MOST, TEXT_AT_MOST, fits
from programme.rules import Rules
from storage import pictures
from storage.chats import chats
from storage.database import Database, MemoryStore, Store, Transaction
from storage.files import FileStore
from storage.messages import inbox
from storage.messages.inbox import Arrival
from storage.messages.parcels import Parcel
from storage.pictures import Picture
from tests.served import Page
from tests.talk import Heard

T = TypeVar("T")


@dataclass
class Screen:
    """A messenger of the tests' own: what each chat shows, and what changed since it was last looked at."""

    platform: str
    abilities: Abilities
    shown: dict[str, list[Parcel]] = field(default_factory=dict)
    changed: dict[str, list[Parcel]] = field(default_factory=dict)
    errors: list[Exception] = field(
        default_factory=list
    )  # raised one after another, before anything is shown

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        assert fits(parcel.text, CAPTION_AT_MOST if file or parcel.picture else TEXT_AT_MOST)
        if self.errors:
            raise self.errors.pop(0)
        messages = self.shown.setdefault(parcel.chat, [])
        messages.append(parcel)
        self.changed.setdefault(parcel.chat, []).append(parcel)
        return str(len(messages) - 1)

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        assert self.abilities.edits, "this platform cannot edit"
        assert fits(parcel.text, CAPTION_AT_MOST if file or parcel.picture else TEXT_AT_MOST)
        self.shown[parcel.chat][int(parcel.receipt or "")] = parcel
        self.changed.setdefault(parcel.chat, []).append(parcel)

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        assert self.abilities.toasts, "this platform has no toasts"
        if parcel.text:
            self.changed.setdefault(parcel.chat, []).append(parcel)


class Direct:
    """The workers on a database in memory, without any server. ``bare`` knows no buttons, edits or toasts."""

    def __init__(
        self,
        seed: Callable[[Transaction], None],
        start: datetime,
        *,
        bare: bool = False,
        rules: Callable[[str], Rules] = lambda region: Rules(),
    ) -> None:
        self.store: Store = MemoryStore()
        self.store.write(seed).result()
        self.bare = bare
        self.rules = rules
        self.hears = frozenset({"said", "toast"} if bare else {"said", "edit", "toast"})
        able = Abilities(buttons=not bare, edits=not bare, toasts=not bare, idempotent=not bare)
        self.screen = Screen("local", able)
        self.workers = self.start()
        self.now = start
        self._events = 0

    def start(self) -> list[Worker]:
        """Return the workers on the store as it is now."""
        return [
            InboxWorker(self.store, self.rules),
            OccurrenceWorker(self.store, self.rules),
            HousekeepingWorker(self.store, FileStore(Path("of no use here")), self.rules),
            DeliveryWorker(self.store, {"local": self.screen}, rules=self.rules),
        ]

    def say(self, person: str, where: str, text: str) -> None:
        self.arrive(person, where, text=text)

    def press(self, person: str, where: str, label: str) -> None:
        shown = self.screen.shown[self._chat(person, where)]
        message = next((m for m in reversed(shown) if _has(m, label)), None)
        if message is None:
            assert self.bare, f"no message shows [{label}]"
            self.arrive(person, where, text=label)
            return
        button = next(b for b in message.buttons if b.label == label)
        if self.bare:
            self.arrive(person, where, text=str(button.number) if button.number else button.label)
        else:
            self.arrive(person, where, press=button.key)

    def show(self, person: str, where: str, text: str) -> None:
        picture = Picture(key=f"photo{self._events}.jpg", type="image/jpeg", width=8, height=8, person=person)
        self.store.write(lambda tx: pictures.receive(tx, picture, self.now)).result()
        self.arrive(person, where, text=text, sent=(picture.key,))

    def turn(self, to: datetime) -> None:
        self._run(self._turn(to))

    def heard(self, person: str, where: str) -> list[Heard]:
        parcels = self.screen.changed.pop(self._chat(person, where), [])
        return [self._heard(parcel) for parcel in parcels]

    def _heard(self, parcel: Parcel) -> Heard:
        labels = tuple(button.label for button in parcel.buttons)
        if self.bare:
            assert _plain(parcel).count("\n") >= len(labels)
        return Heard(text=parcel.text, buttons=labels)

    def arrive(
        self, person: str, where: str, text: str = "", press: str = "", sent: tuple[str, ...] = ()
    ) -> None:
        """Take in what a person did; ``where``: empty for their private chat, a channel's title, or a chat's key."""
        self._events += 1
        arrival = Arrival(
            platform="local",
            event=str(self._events),
            chat=self._chat(person, where),
            account=person,
            text=text,
            press=press,
            pictures=sent,
        )
        self.store.write(lambda tx: inbox.receive(tx, (arrival,), self.now)).result()
        before = {chat: len(changed) for chat, changed in self.screen.changed.items()}
        self._run(settle(self.workers, self.now))
        for chat, changed in self.screen.changed.items():  # the answer is what stands below
            first = before.get(chat, 0)
            changed[first:] = sorted(changed[first:], key=lambda one: one.aloud)

    async def _turn(self, to: datetime) -> None:
        while (following := await settle(self.workers, self.now)) is not None and following < to:
            self.now = following
        self.now = to
        await settle(self.workers, to)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work)

    def _chat(self, person: str, where: str) -> str:
        def find(tx: Transaction) -> str:
            if not where:
                return str(chats.private_chat(tx, person))
            row = tx.row(
                "SELECT key FROM chats WHERE key = :where OR kind = 'channel' AND title LIKE :where || '%'",
                where=where,
            )
            assert row, f"there is no channel {where}"
            return str(row["key"])

        return self.store.read(find)


class Restarted(Direct):
    """The same on a database in a file, which is closed and opened anew before everything that happens."""

    def __init__(self, seed: Callable[[Transaction], None], start: datetime, folder: Path) -> None:
        super().__init__(seed, start)
        self.file = folder / "aanjager.db"
        self.store = Database(self.file)
        self.store.write(seed).result()
        self.workers = self.start()

    def arrive(
        self, person: str, where: str, text: str = "", press: str = "", sent: tuple[str, ...] = ()
    ) -> None:
        self._restart()
        super().arrive(person, where, text, press, sent)

    def turn(self, to: datetime) -> None:
        self._restart()
        super().turn(to)

    def _restart(self) -> None:
        self.close()
        self.store = Database(self.file)
        self.workers = self.start()

    def close(self) -> None:
        assert isinstance(self.store, Database)
        self.store.close()


class OverHttp:
    """The chat page of a running bot, through its HTTP interface; a toast is not among its messages."""

    hears = frozenset({"said", "edit"})

    def __init__(self, page: Page) -> None:
        self.page = page
        self._chats: dict[tuple[str, str], str] = {}
        self._seen: dict[str, dict[int, Heard]] = {}

    def say(self, person: str, where: str, text: str) -> None:
        answer = self.page.say(self._chat(person, where), person, text)
        assert answer.status_code == 202, answer.text
        self._settled()

    def press(self, person: str, where: str, label: str) -> None:
        chat = self._chat(person, where)
        messages = [m for m in self.page.messages(chat) if label in _labels(m)]
        button = next(b for row in messages[-1]["buttons"] for b in row if b["label"] == label)
        answer = self.page.http.post(
            f"/api/chats/{chat}/messages", json={"as": person, "button": button["id"]}
        )
        assert answer.status_code == 202, answer.text
        self._settled()

    def show(self, person: str, where: str, text: str) -> None:
        photo = io.BytesIO()
        Image.new("RGB", (8, 8), "teal").save(photo, "JPEG")
        answer = self.page.http.post(
            f"/api/chats/{self._chat(person, where)}/messages",
            data={"as": person, "text": text},
            files=[("file", ("foto.jpg", photo.getvalue(), "image/jpeg"))],
        )
        assert answer.status_code == 202, answer.text
        self._settled()

    def turn(self, to: datetime) -> None:
        assert self.page.turn(to=to.isoformat()).status_code == 200

    def heard(self, person: str, where: str) -> list[Heard]:
        chat = self._chat(person, where)
        before = self._seen.get(chat, {})
        now = {
            m["id"]: Heard(text=m["text"], buttons=_labels(m))
            for m in self.page.messages(chat)
            if m["sender"] == "bot"
        }
        self._seen[chat] = now
        return [message for key, message in now.items() if before.get(key) != message]

    def _settled(self) -> None:
        """Turning the clock by nothing returns once all that is due has been delivered."""
        assert self.page.turn(advance="PT0S").status_code == 200

    def _chat(self, person: str, where: str) -> str:
        """Return the chat's number, which stays what it is."""
        spot = ("", where) if where else (person, "")
        if spot not in self._chats:
            self._chats[spot] = self._found(person, where)
        return self._chats[spot]

    def _found(self, person: str, where: str) -> str:
        if not where:
            return self.page.private(person)
        chats = self.page.state()["chats"]
        return next(str(c["id"]) for c in chats if c["kind"] == "channel" and c["title"].startswith(where))


def _plain(parcel: Parcel) -> str:
    """Return the text with the options as lines: "2. Partly", or "· Skip" where a number is an answer of its own."""
    options = [
        f"{label.number}. {label.label}" if label.number else f"· {label.label}" for label in parcel.buttons
    ]
    return "\n".join((parcel.text, "", *options)) if options else parcel.text


def _has(parcel: Parcel, label: str) -> bool:
    return any(button.label == label for button in parcel.buttons)


def _labels(message: dict[str, Any]) -> tuple[str, ...]:
    return tuple(button["label"] for row in message["buttons"] for button in row)
