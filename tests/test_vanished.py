"""What is no longer in a plan stands until a programme manager decides, and is asked about once."""

from dataclasses import replace

import pytest

from programme.events import VanishedSettled
from programme.records import Role, Stand
from storage import events
from storage.database import MemoryStore, Transaction
from storage.plan import kept_plans, plans, vanished
from tests.imported_plan import CODE, FOLDER, NOW, answered, imported, keys, let_in, put_in
from tests.small_plan import READING, ROWS, with_rows


@pytest.fixture
def store() -> MemoryStore:
    return imported()


def settled(store: MemoryStore, item: str, stays: bool) -> None:
    event = VanishedSettled(region=CODE, person="an", vanished=item, title="", stays=stays)

    def work(tx: Transaction) -> None:
        let_in(tx, "an", Role.MANAGER)
        events.apply(tx, (event,), NOW)

    store.write(work).result()


def test_what_vanished_stands_until_somebody_decides_and_is_asked_about_once(store: MemoryStore) -> None:
    folder = keys(store)[FOLDER]
    put_in(store, with_rows(*ROWS[1:]))

    assert [one.key for one in store.read(lambda tx: vanished.questions(tx, CODE))] == [folder]
    assert folder in keys(store).values()
    settled(store, folder, True)
    put_in(store, with_rows(*ROWS[1:]))
    assert store.read(lambda tx: vanished.questions(tx, CODE)) == []
    assert folder in keys(store).values()


def test_what_was_dropped_is_gone_and_comes_back_with_its_answers_when_a_plan_has_it_again(
    store: MemoryStore,
) -> None:
    folder = keys(store)[FOLDER]
    put_in(store, with_rows(*ROWS[1:]))
    settled(store, folder, False)
    store.write(lambda tx: events.apply(tx, (answered(folder, 0, Stand.ON_TRACK),), NOW)).result()
    assert folder not in keys(store).values()

    put_in(store)

    back = store.read(lambda tx: plans.milestone(tx, CODE, folder))
    assert folder in keys(store).values()
    assert back is not None and back.stand is Stand.ON_TRACK


def test_what_vanished_and_is_in_the_plan_again_is_not_asked_about_any_more(store: MemoryStore) -> None:
    put_in(store, with_rows(*ROWS[1:]))
    put_in(store)

    assert store.read(lambda tx: vanished.questions(tx, CODE)) == []


def test_an_activity_goes_with_the_last_of_its_milestones(store: MemoryStore) -> None:
    put_in(store, replace(with_rows(*ROWS[:3]), sessions=READING.sessions[:0]))
    asked = store.read(lambda tx: vanished.questions(tx, CODE))
    assert [one.title for one in asked] == [
        "Lesbrieven schrijven",
        "Terugblik",
        "Kennisdelingssessie docenten",
    ]

    for one in asked:
        assert len(store.read(lambda tx: plans.activities(tx, CODE))) == 2 or one is asked[-1]
        settled(store, one.key, False)

    assert [one.number for one in store.read(lambda tx: plans.activities(tx, CODE))] == [1]
    assert store.read(lambda tx: tx.value("SELECT COUNT(*) FROM activities")) == 2


def test_indicators_and_meetings_that_vanished_are_asked_about_too(store: MemoryStore) -> None:
    put_in(store, replace(READING, indicators=READING.indicators[:1], meetings=READING.meetings[:1]))
    asked = store.read(lambda tx: vanished.questions(tx, CODE))
    assert [one.title for one in asked] == ["Bedrijven", "Klankbordgroep"]

    for one in asked:
        settled(store, one.key, False)

    (content,) = store.read(lambda tx: kept_plans.plans_of(tx, CODE))
    assert [one.name for one in content.indicators] == ["Leerlingen"]
    assert [one.name for one in content.meetings] == ["Stuurgroep"]
    assert store.read(lambda tx: tx.value("SELECT COUNT(*) FROM indicators")) == 2


def test_another_region_sees_and_settles_nothing_of_what_vanished_here(store: MemoryStore) -> None:
    put_in(store, region="STO26002")
    put_in(store, with_rows(*ROWS[1:]))
    before = store.read(lambda tx: vanished.questions(tx, CODE))

    store.write(lambda tx: vanished.settle(tx, "STO26002", before[0].key, False, NOW)).result()

    assert store.read(lambda tx: vanished.questions(tx, "STO26002")) == []
    assert store.read(lambda tx: vanished.questions(tx, CODE)) == before
