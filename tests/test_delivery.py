"""Delivery settles every parcel, whatever a platform does, and never says by night what was meant for the day."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest

from documents.drawings import Drawn
from jobs.delivery import DeliveryWorker
from jobs.occurrences import OccurrenceWorker
from jobs.sender import Abilities, Gone, Refused, Uncertain, Unsent
from jobs.worker import Worker, settle
from programme.messages import Address, Drawing, Outgoing, Urgency
from storage.database import MemoryStore, Transaction
from storage.messages import outbox
from storage.messages.parcels import Parcel
from tests.region import REGION, START, seed

MINUTE = timedelta(minutes=1)
ZONE = ZoneInfo("Europe/Amsterdam")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Sketch(Drawing):
    """A picture of nothing."""


@dataclass
class Moody:
    """A platform that raises what it was told to, once each, and then takes everything."""

    moods: list[Exception]
    taken: list[str] = field(default_factory=list)
    at: list[datetime] = field(default_factory=list)
    platform: str = "local"
    abilities: Abilities = field(default_factory=Abilities)

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        if self.moods:
            raise self.moods.pop(0)
        self.taken.append(parcel.text)
        self.at.append(now)
        return str(len(self.taken))

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        await self.send(parcel, file, now)

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        await self.send(parcel, None, now)


def world(*says: Outgoing, now: datetime = START) -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    for one in says:
        store.write(partial(outbox.say, outgoing=one, asked_in=None, region=REGION.key, now=now)).result()
    return store


def states(store: MemoryStore) -> list[tuple[str, str | None]]:
    rows = store.read(lambda tx: tx.rows("SELECT state, fault FROM outbox ORDER BY key"))
    return [(row["state"], row["fault"]) for row in rows]


def to(person: str, text: str = "Hoi", urgency: Urgency = Urgency.REPLY) -> Outgoing:
    return Outgoing(text=text, to=Address(person=person), urgency=urgency)


def test_a_change_of_which_nobody_need_hear_lets_the_answer_go_first() -> None:
    asks = replace(to("docent", "Hoeveel leerlingen?"), subject="vraag")
    store, moody = world(asks), Moody([])
    worker = DeliveryWorker(store, {"local": moody})
    asyncio.run(settle([worker], START))
    for one in (replace(asks, text="Hoeveel leerlingen? (24)", aloud=False), to("docent", "Hoe ging het?")):
        store.write(partial(outbox.say, outgoing=one, asked_in=None, region=REGION.key, now=START)).result()
    asyncio.run(settle([worker], START))
    assert moody.taken == ["Hoeveel leerlingen?", "Hoe ging het?", "Hoeveel leerlingen? (24)"]


@pytest.mark.parametrize(
    ("mood", "ends"),
    [
        (Refused(), ("failed", "Refused")),
        (Gone(), ("failed", "Gone")),
        (Uncertain(), ("ready", "Uncertain")),
        (Unsent(), ("ready", "Unsent")),
        (KeyError("bug in an adapter"), ("uncertain", "KeyError")),
        (OSError("disk"), ("uncertain", "OSError")),
    ],
)
def test_every_error_settles_its_row(mood: Exception, ends: tuple[str, str]) -> None:
    store = world(to("docent"))
    worker = DeliveryWorker(store, {"local": Moody([mood])})
    asyncio.run(settle([worker], START))
    assert states(store) == [ends]


def test_a_fault_of_ours_is_tried_again_where_that_shows_nothing_twice() -> None:
    store = world(to("docent"))
    moody = Moody([KeyError("bug")] * 3, abilities=Abilities(idempotent=True))
    run(DeliveryWorker(store, {"local": moody}), START + MINUTE)
    assert moody.taken == ["Hoi"]
    assert states(store)[0][0] == "sent"


def test_a_fault_that_stays_is_given_up_and_holds_nothing_back() -> None:
    store = world(to("docent", "een"), to("docent", "twee"))

    class Picky(Moody):
        async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
            if parcel.text == "een":
                raise KeyError("bug")
            return await super().send(parcel, file, now)

    picky = Picky([], abilities=Abilities(idempotent=True))
    worker = DeliveryWorker(store, {"local": picky})
    run(worker, START + MINUTE)
    assert picky.taken == ["twee"]
    run(worker, START + timedelta(days=2))
    assert states(store)[0] == ("uncertain", "KeyError")


def test_pictures_are_drawn_one_at_a_time_and_each_arrives() -> None:
    busy, together = threading.Lock(), []

    def drawn(drawing: Drawing, language: str) -> Drawn:
        alone = busy.acquire(blocking=False)
        together.append(not alone)
        time.sleep(0.02)
        if alone:
            busy.release()
        return Drawn(name="week", type="image/png", data=b"")

    everybody = ("docent", "coordinator", "manager")
    says = [Outgoing(text=who, to=Address(person=who), drawing=Sketch()) for who in everybody]
    store, platform = world(*says), Moody(moods=[])
    asyncio.run(settle([DeliveryWorker(store, {"local": platform}, draw=drawn)], START))
    assert (together, sorted(platform.taken)) == ([False] * 3, sorted(everybody))


def test_a_picture_that_cannot_be_drawn_does_not_keep_its_words_back() -> None:
    def spoilt(drawing: Drawing, language: str) -> Drawn:
        raise ValueError("no such colour")

    store = world(Outgoing(text="De week", to=Address(person="docent"), drawing=Sketch()))
    moody = Moody([])
    asyncio.run(settle([DeliveryWorker(store, {"local": moody}, draw=spoilt)], START))
    assert moody.taken == ["De week"]


def test_what_could_not_be_written_down_is_written_down_at_the_next_work() -> None:
    """Sent, and the disk was full: sending it again would say it twice."""
    store = Stumbling(world(to("docent")))
    moody = Moody([])
    worker = DeliveryWorker(store, {"local": moody})

    async def go() -> None:
        await worker.work(START)
        store.full = True
        await worker.idle()
        store.full = False
        await settle([worker], START + MINUTE)

    asyncio.run(go())
    assert states(store.store) == [("sent", None)]
    assert moody.taken == ["Hoi"]


@pytest.mark.parametrize(
    ("away", "heard"),
    [
        (timedelta(hours=3), datetime(2021, 12, 3, 11, 30, tzinfo=ZONE)),
        (timedelta(hours=13), datetime(2021, 12, 6, 8, 30, tzinfo=ZONE)),
        (timedelta(hours=20), datetime(2021, 12, 6, 8, 30, tzinfo=ZONE)),
    ],
)
def test_a_reminder_that_was_held_up_never_comes_in_the_evening_or_on_a_free_day(
    away: timedelta, heard: datetime
) -> None:
    store = world()
    due = datetime(2021, 12, 3, 7, 30, tzinfo=UTC)
    moody = Moody([])

    class Away(Moody):
        async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
            if now < due + away:
                raise Unsent
            return await moody.send(parcel, file, now) if "Pilot" in parcel.text else "0"

    workers: list[Worker] = [OccurrenceWorker(store), DeliveryWorker(store, {"local": Away([])})]
    run_all(workers, START, due + timedelta(days=5))
    assert len(moody.taken) == 1, "once, however often it was taken back"
    assert abs(moody.at[0].astimezone(ZONE) - heard) <= timedelta(hours=1)


def test_a_reminder_that_a_stopped_bot_left_behind_waits_for_the_morning() -> None:
    store = world()
    due, night = datetime(2021, 12, 3, 7, 30, tzinfo=UTC), datetime(2021, 12, 3, 22, 0, tzinfo=UTC)
    asyncio.run(settle([OccurrenceWorker(store)], due))
    moody = Moody([])
    workers: list[Worker] = [OccurrenceWorker(store), DeliveryWorker(store, {"local": moody})]
    run_all(workers, night, night + timedelta(days=4))
    assert {at.astimezone(ZONE).strftime("%a %H:%M") for at in moody.at} == {"Mon 08:30"}
    assert sum("Pilot twee keuzevakken" in text for text in moody.taken) == 1


def test_what_nothing_due_brought_about_is_not_lost_over_night() -> None:
    store = world(to("docent", urgency=Urgency.REMINDER))
    moody = Moody([])
    run_all([DeliveryWorker(store, {"local": moody})], START + timedelta(days=1), START + timedelta(days=2))
    assert moody.taken == ["Hoi"]


def run(worker: Worker, until: datetime) -> None:
    run_all([worker], START, until)


def run_all(workers: list[Worker], now: datetime, until: datetime) -> None:
    async def go() -> None:
        at: datetime | None = now
        while at is not None and at <= until:
            at = await settle(workers, at)

    asyncio.run(go())


@dataclass
class Stumbling:
    """A store that cannot write while its disk is full."""

    store: MemoryStore
    full: bool = False

    def write(self, work: Callable[[Transaction], T]) -> "Future[T]":
        if not self.full:
            return self.store.write(work)
        failed: Future[T] = Future()
        failed.set_exception(OSError("no room"))
        return failed

    def read(self, work: Callable[[Transaction], T]) -> T:
        return self.store.read(work)


def test_what_can_never_be_written_down_holds_nothing_back() -> None:
    """A fault of ours in settling one message: perhaps it is there, and the others go on."""
    store = world(to("docent", "een"), to("coordinator", "twee"))
    moody = Moody([])

    async def send(parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        receipt = await Moody.send(moody, parcel, file, now)
        return object() if parcel.text == "een" else receipt  # type: ignore[return-value]

    moody.send = send  # type: ignore[method-assign]
    worker = DeliveryWorker(store, {"local": moody})
    run(worker, START + MINUTE)
    store.write(
        partial(outbox.say, outgoing=to("docent", "drie"), asked_in=None, region=REGION.key, now=START)
    ).result()
    run_all([worker], START + MINUTE, START + 2 * MINUTE)
    assert [state for state, _fault in states(store)] == ["uncertain", "sent", "sent"]
