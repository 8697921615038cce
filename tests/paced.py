"""A platform that counts strictly, on a clock that jumps, for tests of what delivery sends when."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from documents.drawings import Drawn
from jobs.delivery import DeliveryWorker
from jobs.pace import lane
from jobs.sender import Abilities, Limits, Unsent
from jobs.worker import Worker, settle
from programme.messages import Address, Outgoing, Urgency
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.messages import outbox
from storage.messages.parcels import Parcel
from storage.people import people
from tests.region import REGION, START, seed

LIMITS = Limits(overall=30, private=1.0, group=20, reserve=4)
MORNING = START + timedelta(hours=2)


@dataclass
class Jumping:
    """A clock that stands still until it is set forward; its two hands go together."""

    at: datetime = MORNING

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return 1000.0 + (self.at - MORNING).total_seconds()


@dataclass(frozen=True)
class Shown:
    """What a platform showed: where, what, when (seconds since the beginning), in which way."""

    address: str
    text: str
    at: float
    way: str = "send"
    repeat: bool = False


@dataclass
class Strict:
    """A platform that refuses what comes too fast, and whatever it is told to refuse in a chat."""

    clock: Jumping
    platform: str = "telegram"
    abilities: Abilities = field(default_factory=lambda: Abilities(limits=LIMITS))
    moods: dict[str, list[Exception]] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    refused: int = 0
    tried: list[tuple[str, float]] = field(default_factory=list)
    lately: dict[str, deque[float]] = field(default_factory=dict)
    gates: dict[str, asyncio.Event] = field(default_factory=dict)

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        if parcel.address in self.gates:
            await self.gates[parcel.address].wait()
        self._take(parcel, "send")
        return str(len(self.shown))

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        self._take(parcel, "edit")

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        if self.moods.get("toast"):
            self.tried.append(("toast", self._at()))
            raise self.moods["toast"].pop(0)
        self.shown.append(Shown(parcel.address, parcel.text, self._at(), "toast"))

    def _take(self, parcel: Parcel, way: str) -> None:
        name = lane(parcel.address)
        self.tried.append((name, self._at()))
        if self.moods.get(name):
            raise self.moods[name].pop(0)
        private = not name.startswith("-")
        for window, seconds, most in (("", 1.0, 30), (name, 1.0 if private else 60.0, 1 if private else 20)):
            self._count(window, seconds, most)
        self.shown.append(Shown(parcel.address, parcel.text, self._at(), way, parcel.repeat))

    def _count(self, window: str, seconds: float, most: int) -> None:
        times = self.lately.setdefault(window, deque())
        while times and self._at() - times[0] >= seconds:
            times.popleft()
        if len(times) >= most:
            self.refused += 1
            raise Unsent(timedelta(seconds=seconds))
        times.append(self._at())

    def _at(self) -> float:
        return (self.clock.now() - MORNING).total_seconds()


@dataclass
class Paced:
    """Delivery to one strict platform, with people ``1``, ``2``, … and groups ``-1``, ``-2``."""

    people: int = 3
    clock: Jumping = field(default_factory=Jumping)
    store: MemoryStore = field(default_factory=MemoryStore)
    works: int = 0

    def __post_init__(self) -> None:
        self.screen = Strict(self.clock)
        self.page = Strict(self.clock, platform="local", abilities=Abilities(idempotent=True))
        self.write(seed)
        self.write(self._crowd)
        self.restart()

    def restart(self) -> None:
        """Begin with nothing but what the database knows."""
        senders = {"telegram": self.screen, "local": self.page}
        self.worker = DeliveryWorker(self.store, senders, monotonic=self.clock.monotonic)

    def _crowd(self, tx: Transaction) -> None:
        teacher = people.person(tx, "docent")
        assert teacher is not None
        for number in range(1, self.people + 1):
            people.add_person(tx, replace(teacher, key=f"p{number}", name=f"Docent {number}"), START)
            one = chats.arrive(tx, "telegram", str(number), "private", "", START)
            chats.belongs_to(tx, one.key, f"p{number}")
        for address in ("-1", "-2", "-1/7", "-1/8"):
            chat = chats.arrive(tx, "telegram", address, "channel", f"Groep {address}", START)
            chats.tie(tx, chat.key, REGION.key, None)

    def write(self, work: Callable[[Transaction], object]) -> None:
        self.store.write(work).result()

    def say(self, to: str, text: str = "Hoi", urgency: Urgency = Urgency.REMINDER, **more: object) -> int:
        """Say something to a person (``p1``) or in a group, by its address; return the row."""
        where = Address(person=to) if to.startswith("p") else Address(chat=self.chat(to))
        outgoing = replace(Outgoing(text=text, to=where, urgency=urgency), **more)  # type: ignore[arg-type]
        said = partial(outbox.say, outgoing=outgoing, asked_in=None, region=REGION.key, now=self.clock.now())
        return self.store.write(said).result()

    def chat(self, address: str) -> str:
        found = self.store.read(lambda tx: chats.at(tx, "telegram", address))
        assert found is not None
        return found.key

    def run(self, seconds: float = 0.0) -> None:
        """Let everything happen that happens in so many seconds."""
        asyncio.run(self._run(self.clock.at + timedelta(seconds=seconds)))

    async def _run(self, until: datetime) -> None:
        while (
            following := await settle([self._counted()], self.clock.at)
        ) is not None and following <= until:
            assert following > self.clock.at
            self.clock.at = following
        self.clock.at = until

    def _counted(self) -> Worker:
        world = self

        class Counted:
            async def work(self, now: datetime) -> datetime | None:
                world.works += 1
                return await world.worker.work(now)

            async def idle(self) -> None:
                await world.worker.idle()

            def bounded(self) -> Worker:
                return self

        return Counted()

    def texts(self) -> list[str]:
        return [one.text for one in self.screen.shown]

    def row(self, key: int) -> tuple[str, str | None, int]:
        """Return (state, fault, attempts) of a row."""
        found = self.store.read(lambda tx: tx.rows("SELECT * FROM outbox WHERE key = :key", key=key))[0]
        return found["state"], found["fault"], found["attempts"]
