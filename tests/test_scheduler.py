"""Workers are rung when there is something to do, and the clock is turned only when they are done."""

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from jobs.delivery import DeliveryWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.scheduler import Scheduler
from jobs.sender import Abilities
from jobs.worker import Worker, settle
from programme.text import _
from storage.database import MemoryStore
from storage.driver import Locked
from tests.platforms import Screen
from tests.region import START, seed
from tests.test_workers import arrive, spoken_to


class Waiting:
    """A worker that cannot keep what it did, the first time."""

    def __init__(self) -> None:
        self.tried = 0
        self.worked = asyncio.Event()

    async def work(self, now: datetime) -> datetime | None:
        self.tried += 1
        if self.tried == 1:
            raise Locked(_("Text"), _("Text"))
        self.worked.set()
        return None

    async def idle(self) -> None: ...

    def bounded(self) -> "Waiting":
        return self


def test_what_could_not_be_kept_is_tried_again_soon_without_anybody_ringing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def run() -> int:
        asyncio.get_running_loop().set_debug(True)  # so that ringing from another thread is an error
        worker = Waiting()
        scheduler = Scheduler({"waiting": worker}, lambda: datetime.now(UTC))
        scheduler.start()
        await asyncio.wait_for(worker.worked.wait(), 20)  # the general bell rings after thirty seconds
        await scheduler.stop()
        return worker.tried

    monkeypatch.setattr("jobs.scheduler.SOON", timedelta(milliseconds=10))
    assert asyncio.run(run()) == 2


class Counting:
    """Has nothing to do, and counts how often it looked."""

    def __init__(self) -> None:
        self.looked = 0
        self.worked = asyncio.Event()

    async def work(self, now: datetime) -> datetime | None:
        self.looked += 1
        self.worked.set()
        return None

    async def idle(self) -> None: ...

    def bounded(self) -> "Counting":
        return self


def test_one_for_whom_nobody_waits_hears_the_bells_of_a_moment_as_one_and_misses_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def run() -> tuple[int, int]:
        prompt, unhurried = Counting(), Counting()
        workers: dict[str, Worker] = {"prompt": prompt, "unhurried": unhurried}
        scheduler = Scheduler(workers, lambda: datetime.now(UTC), unhurried={"unhurried"})
        scheduler.start()
        for _bell in range(5):
            scheduler.ring()
            await asyncio.wait_for(prompt.worked.wait(), 20)
            prompt.worked.clear()
        assert not unhurried.looked
        await asyncio.wait_for(unhurried.worked.wait(), 20)
        once = unhurried.looked
        unhurried.worked.clear()
        scheduler.ring()
        await asyncio.wait_for(unhurried.worked.wait(), 20)
        await scheduler.stop()
        return prompt.looked, once

    monkeypatch.setattr("jobs.scheduler.UNHURRIED", 0.5)
    looked, once = asyncio.run(run())
    assert (looked >= 5, once) == (True, 1)


class Talkers:
    """People who never stop: whenever anybody works, another of their messages arrives."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store
        self.said = 0

    async def work(self, now: datetime) -> datetime | None:
        assert self.said < 200, "they hold up the clock"
        self.said += 1
        self.store.write(partial(arrive, number=self.said)).result()
        return None

    async def idle(self) -> None: ...

    def bounded(self) -> "Talkers":
        return self


def test_the_clock_is_turned_while_people_go_on_talking_and_nothing_they_say_is_lost() -> None:
    store = MemoryStore()
    store.write(seed).result()
    talkers = Talkers(store)
    clock = [START]
    workers: dict[str, Worker] = {
        "talkers": talkers,
        "inbox": InboxWorker(store),
        "occurrences": OccurrenceWorker(store),
        "delivery": DeliveryWorker(store, {"local": Screen("local", Abilities(idempotent=True))}),
    }
    scheduler = Scheduler(workers, lambda: clock[-1])
    asyncio.run(scheduler.turn(START + timedelta(days=7), clock.append))
    assert clock[-1] == START + timedelta(days=7)
    assert "coordinator" in spoken_to(store), "what fell due on the way was said"
    asyncio.run(settle([InboxWorker(store)], clock[-1]))
    answered = store.read(lambda tx: tx.value("SELECT COUNT(*) FROM inbox WHERE state = 'done'"))
    assert answered == talkers.said
