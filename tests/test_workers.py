"""A fault of ours in one thing keeps nothing else from being answered, said or derived."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from handlers import dispatch
from jobs import occurrences as worker
from jobs import reminders
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.reading import Readings
from jobs.worker import settle
from programme.text import _
from storage import occurrences
from storage.database import Database, MemoryStore, Transaction
from storage.driver import Locked, NoRoom
from storage.messages import inbox, outbox
from storage.messages.inbox import Arrival
from storage.occurrences import Occurrence
from tests.platforms import Direct
from tests.region import REGION, START, seed
from tests.test_database import locked
from tests.two_regions import START as START_OF_TWO
from tests.two_regions import seed as two_regions

T = TypeVar("T")
DUE = datetime(2021, 12, 3, 7, 30, tzinfo=UTC)


def broken(*_args: Any, **_named: Any) -> None:
    raise KeyError("a fault of ours")


def test_a_handler_that_raises_apologises_once_and_lets_the_next_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bot = Direct(seed, START)
    with monkeypatch.context() as patched:
        patched.setattr(dispatch, "answer", broken)
        bot.say("docent", "", "hoi")
    assert [one.text[:22] for one in bot.heard("docent", "")] == ["Er ging iets mis aan m"]
    bot.say("docent", "", "hoi")
    assert len(bot.heard("docent", "")) == 1


def test_an_arrival_that_cannot_even_be_apologised_for_waits_and_lets_the_next_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bot = Direct(seed, START)
    with monkeypatch.context() as patched:
        patched.setattr(dispatch, "answer", broken)
        patched.setattr(outbox, "say", broken)
        bot.say("docent", "", "hoi")
    assert bot.heard("docent", "") == []
    bot.say("manager", "", "hoi")
    assert len(bot.heard("docent", "")) == len(bot.heard("manager", "")) == 1


def test_on_a_full_disk_an_arrival_waits_instead_of_being_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(tx: Transaction, *_rest: Any) -> None:
        raise NoRoom(_("Text"), _("Text"))

    store = MemoryStore()
    store.write(seed).result()
    chat = store.read(lambda tx: tx.value("SELECT key FROM chats WHERE person = 'docent'"))
    came = Arrival(platform="local", event="1", chat=chat, account="docent", text="hoi")
    store.write(lambda tx: inbox.receive(tx, (came,), START)).result()
    with monkeypatch.context() as patched:
        patched.setattr(dispatch, "dispatch", full)
        with pytest.raises(NoRoom):
            asyncio.run(settle([InboxWorker(store)], START))
    assert store.read(lambda tx: inbox.waiting(tx, 9))
    asyncio.run(settle([InboxWorker(store)], START))
    assert not store.read(lambda tx: inbox.waiting(tx, 9))
    assert not store.read(lambda tx: tx.value("SELECT fault FROM inbox"))


class LockedOnce(Database):
    """A database in which another process writes just when an arrival is to be answered."""

    work_until_locked = 1

    def write(self, work: Callable[[Transaction], T]) -> "Future[T]":
        self.work_until_locked -= 1
        if self.work_until_locked != -1:
            return super().write(work)
        with locked(self.path):
            future = super().write(work)
            wait([future])
        return future


def test_while_another_process_writes_an_arrival_waits_and_is_then_answered_once(tmp_path: Path) -> None:
    store = LockedOnce(tmp_path / "aanjager.db")
    for prepare in (seed, lambda tx: tx.value("PRAGMA busy_timeout=1"), partial(arrive, number=1)):
        store.work_until_locked = 1
        store.write(prepare).result()
    store.work_until_locked = 0
    with pytest.raises(Locked):
        asyncio.run(InboxWorker(store).work(START))
    assert store.read(lambda tx: inbox.waiting(tx, 9))
    assert not store.read(lambda tx: tx.value("SELECT 1 FROM outbox"))
    asyncio.run(settle([InboxWorker(store)], START))
    assert not store.read(lambda tx: tx.value("SELECT fault FROM inbox"))
    assert len(store.read(lambda tx: tx.rows("SELECT key FROM outbox"))) == 1
    store.close()


def arrive(tx: Transaction, number: int) -> None:
    chat = tx.value("SELECT key FROM chats WHERE person = 'docent'")
    came = Arrival(platform="local", event=str(number), chat=chat, account="docent", text="hoi")
    inbox.receive(tx, (came,), START)


def due_for(*who: str) -> MemoryStore:
    """A region in which these people are due the same reminder, at ``DUE``."""
    store = MemoryStore()
    store.write(seed).result()
    asyncio.run(settle([OccurrenceWorker(store)], START))
    due = [
        Occurrence(region=REGION.key, rule="before", item="m1", person=one, day=DUE.date(), at=DUE)
        for one in who
    ]
    store.write(lambda tx: occurrences.derive(tx, "m1", due)).result()
    return store


def test_on_a_full_disk_nothing_is_said_or_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(readings: Readings, batch: Sequence[Occurrence], now: datetime) -> None:
        reminders.remind(readings, batch, now)
        if batch[0].person == "manager":
            raise NoRoom(_("Text"), _("Text"))

    store = due_for("coordinator", "manager")
    with monkeypatch.context() as patched:
        patched.setattr(worker, "SAID", {**worker.SAID, "before": full})
        with pytest.raises(NoRoom):
            asyncio.run(settle([OccurrenceWorker(store)], DUE))
    assert spoken_to(store) == set()
    asyncio.run(settle([OccurrenceWorker(store)], DUE))
    assert spoken_to(store) == {"coordinator", "manager"}


@pytest.mark.parametrize("most", [1, worker.MOST])
def test_what_cannot_be_said_holds_back_nothing_else_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    store = due_for("coordinator", "manager")
    said = worker.SAID

    def poisoned(readings: Readings, batch: Sequence[Occurrence], now: datetime) -> None:
        if batch[0].person == "coordinator":
            raise KeyError("a fault of ours")
        reminders.remind(readings, batch, now)

    clock = OccurrenceWorker(store)
    monkeypatch.setattr(worker, "MOST", most)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "SAID", {**said, "before": poisoned})
        following = asyncio.run(settle([clock], DUE))
    assert following is not None and following > DUE, "it is not tried again at once, for ever"
    assert spoken_to(store) == {"manager"}
    run_until(clock, following, DUE + timedelta(hours=3))
    assert spoken_to(store) == {"manager", "coordinator"}


def test_a_region_that_cannot_be_derived_does_not_silence_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = MemoryStore()
    store.write(two_regions).result()
    derive = reminders.derive_milestone

    def poisoned(reading: Any, milestone: Any, days: Any) -> None:
        if reading.region.key == "N":
            raise KeyError("a fault of ours")
        derive(reading, milestone, days)

    monkeypatch.setattr(reminders, "derive_milestone", poisoned)
    asyncio.run(settle([OccurrenceWorker(store)], START_OF_TWO))
    rows = store.read(lambda tx: tx.rows("SELECT DISTINCT region FROM occurrences"))
    assert [row["region"] for row in rows] == ["Z"]
    monkeypatch.undo()
    asyncio.run(settle([OccurrenceWorker(store)], START_OF_TWO))
    rows = store.read(lambda tx: tx.rows("SELECT DISTINCT region FROM occurrences ORDER BY region"))
    assert [row["region"] for row in rows] == ["N", "Z"]


def run_until(clock: OccurrenceWorker, now: datetime, until: datetime) -> None:
    at: datetime | None = now
    while at is not None and at <= until:
        at = asyncio.run(settle([clock], at))


def spoken_to(store: MemoryStore) -> set[str]:
    return {row["person"] for row in store.read(lambda tx: tx.rows("SELECT person FROM outbox"))} - {None}
