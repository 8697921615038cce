import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local import open_private_chat
from bot.plan_import import import_plan
from jobs.occurrences import OccurrenceWorker
from programme.events import Answered, HandoverOffered, HandoverSettled, Reported, VanishedSettled
from programme.plan.changes import How
from programme.plan.reading import MilestoneRead, PlanReading
from programme.records import Membership, Person, Place, Region, Role, Stand, UpdateKind
from programme.rules import Rules
from programme.updates import Update
from storage import events, groups, imports, kept_plans, people, plans, progress, vanished
from storage.database import MemoryStore, Transaction
from storage.imports import Import
from tests.small_plan import READING, ROWS, row, with_rows

CODE = "STO26001"
NOW = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
TITLES = ("Folder maken", "Scholen bezoeken", "Lesbrieven schrijven", "Iets heel anders bouwen")


@pytest.fixture
def store() -> MemoryStore:
    kept = MemoryStore()
    put_in(kept)
    return kept


def put_in(store: MemoryStore, reading: PlanReading = READING, region: str = CODE) -> Import:
    return store.write(lambda tx: import_plan(tx, region, reading, Rules(), NOW)).result()


def keys(store: MemoryStore) -> dict[tuple[str, date | None], str]:
    found = store.read(lambda tx: plans.milestones(tx, CODE))
    return {(one.title, one.due): one.key for one in found}


FOLDER, VISITS = ("Folder maken en verspreiden", date(2026, 12, 31)), ("Scholen bezoeken", date(2026, 12, 31))


def let_in(tx: Transaction, key: str, role: Role, team: str | None = None) -> None:
    membership = Membership(region=CODE, role=role, team=team, place=Place.COORDINATOR)
    people.add_person(tx, Person(key=key, name=key.title(), hour=time(8, 30), memberships=(membership,)), NOW)
    open_private_chat(tx, key, key.title(), NOW)


def team(tx: Transaction, name: str) -> str:
    return str(
        tx.value("SELECT key FROM teams WHERE name = :name AND region = :region", name=name, region=CODE)
    )


def everything(tx: Transaction) -> dict[str, list[dict[str, object]]]:
    tables = tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'")
    return {row["name"]: tx.rows(f"SELECT * FROM {row['name']} ORDER BY 1, 2") for row in tables}


def answered(milestone: str, position: int, stand: Stand, forecast: date | None = None) -> Answered:
    return Answered(
        region=CODE, person="an", milestone=milestone, position=position, stand=stand, forecast=forecast
    )


def test_the_first_plan_makes_the_region_its_teams_and_its_owners(store: MemoryStore) -> None:
    region, teams = store.read(
        lambda tx: (people.region(tx, CODE), tx.rows("SELECT name FROM teams ORDER BY name"))
    )
    owners = store.read(
        lambda tx: tx.rows(
            "SELECT name, team IS NOT NULL AS team, role FROM owners WHERE milestone = :key ORDER BY position",
            key=keys(store)[VISITS],
        )
    )

    assert region == Region(key=CODE, name="Zandstreek")
    assert [one["name"] for one in teams] == ["Regioteam", "Werkgroep 2", "Werkgroep 3"]
    assert [(one["name"], one["team"], one["role"]) for one in owners] == [
        ("Werkgroep 2", 1, None),
        ("Werkgroep 3", 1, None),
        ("Programmamanager", 0, "manager"),
    ]


@pytest.mark.parametrize("held", [False, True])
def test_who_leads_the_programme_is_reminded_unless_a_team_by_that_name_has_people(held: bool) -> None:
    store = MemoryStore()
    put_in(store, with_rows(row(1, "Iets anders")))

    def work(tx: Transaction) -> None:
        let_in(tx, "manager", Role.MANAGER)
        groups.put_team(tx, CODE, "Projectleiding", None)
        if held:
            let_in(tx, "leider", Role.COORDINATOR, team(tx, "Projectleiding"))

    store.write(work).result()
    put_in(store, with_rows(row(1, "Folder maken", owners=("Projectleiding",))))

    key = keys(store)[("Folder maken", date(2026, 12, 31))]
    reminded = store.read(lambda tx: plans.reminded_for(tx, key))
    assert reminded == (["leider"] if held else ["manager"])


def test_what_is_kept_is_what_was_read(store: MemoryStore) -> None:
    (content,) = store.read(lambda tx: kept_plans.plans_of(tx, CODE))

    assert (content.first, content.last) == (2026, 2027)
    assert [(m.title, m.start, m.due, m.written) for m in content.milestones] == [
        (m.title, m.start, m.due, m.when) for m in READING.milestones
    ]
    assert [(i.name, i.baseline, i.targets) for i in content.indicators] == [
        ("Leerlingen", 100, ((2026, 105), (2027, 110))),
        ("Bedrijven", None, ((2026, 4),)),
    ]
    assert [(m.name, m.per_year) for m in content.meetings] == [("Stuurgroep", 6), ("Klankbordgroep", 2)]
    assert [(s.activity, s.per_year) for s in content.sessions] == [(f"{CODE}-2026-2", 2)]
    assert [(a.line, a.words) for a in content.activities] == [
        ("Ontdekken", a.text) for a in READING.activities
    ]


def test_importing_again_changes_no_row_but_the_history(store: MemoryStore) -> None:
    before = store.read(everything)
    found = put_in(store)
    after = store.read(everything)

    assert {change.how for change in found.changes.changes} == {How.SAME}
    assert len(after.pop("history")) == len(before.pop("history")) + 1
    assert after == before


def test_a_plan_of_another_period_stands_beside_the_first_and_does_not_touch_it(store: MemoryStore) -> None:
    before = store.read(lambda tx: kept_plans.plans_of(tx, CODE))
    later = with_rows(*(replace(one, start=date(2030, 1, 1), due=date(2030, 12, 31)) for one in ROWS))
    found = put_in(store, replace(later, indicators=()))
    first, second = store.read(lambda tx: kept_plans.plans_of(tx, CODE))

    assert found.new_plan and [plan.key for plan in found.beside] == [before[0].key]
    assert first == before[0]
    assert len(second.milestones) == len(first.milestones)
    assert store.read(lambda tx: vanished.questions(tx, CODE)) == []


@pytest.mark.parametrize(
    ("day", "plan"),
    [
        (date(2025, 6, 1), "STO26001-2026"),
        (date(2026, 6, 1), "STO26001-2026"),
        (date(2028, 6, 1), "STO26001-2026"),
        (date(2030, 6, 1), "STO26001-2030"),
        (date(2034, 6, 1), "STO26001-2030"),
    ],
)
def test_people_report_on_the_plan_that_runs(store: MemoryStore, day: date, plan: str) -> None:
    later = with_rows(*(replace(one, start=date(2030, 1, 1), due=date(2030, 12, 31)) for one in ROWS))
    put_in(store, replace(later, indicators=()))

    known = store.read(lambda tx: plans.vocabularies(tx, CODE, day))

    assert [(one.key, words) for one, words in known] == [
        (f"{plan}-{one.number}", one.text) for one in READING.activities
    ]


def test_a_plan_of_another_region_is_another_plan(store: MemoryStore) -> None:
    before = store.read(lambda tx: kept_plans.plans_of(tx, CODE))

    put_in(store, region="STO26002")

    assert store.read(lambda tx: kept_plans.plans_of(tx, CODE)) == before
    assert len(store.read(lambda tx: plans.milestones(tx, "STO26002"))) == len(ROWS)


def test_who_took_over_and_who_answered_go_along_with_their_owner(store: MemoryStore) -> None:
    visits = keys(store)[VISITS]

    def happened(tx: Transaction) -> None:
        let_in(tx, "an", Role.COORDINATOR, team(tx, "Werkgroep 3"))
        let_in(tx, "bo", Role.COORDINATOR)
        offered = HandoverOffered(region=CODE, person="an", key="h1", milestone=visits, taker="bo")
        taken = HandoverSettled(
            region=CODE, person="bo", key="h1", milestone=visits, position=1, accepted=True
        )
        events.apply(tx, (offered, taken, answered(visits, 1, Stand.DONE)), NOW)
        events.apply(tx, (answered(visits, 2, Stand.DELAYED, date(2027, 2, 1)),), NOW)

    store.write(happened).result()
    new_owners = ("Werkgroep 3", "Regioteam")
    put_in(store, with_rows(ROWS[0], replace(ROWS[1], owners=new_owners), *ROWS[2:]))

    assert store.read(lambda tx: plans.position(tx, CODE, visits, "bo")) == 0
    assert [
        (one.position, one.owner, one.stand)
        for one in store.read(lambda tx: progress.answers(tx, CODE, visits))
    ] == [
        (0, "Werkgroep 3", Stand.DONE),
        (2, "", Stand.DELAYED),
    ]
    kept = store.read(lambda tx: plans.milestone(tx, CODE, visits))
    assert kept is not None and kept.forecast == date(2027, 2, 1)


rows = st.lists(
    st.builds(
        row,
        st.sampled_from([1, 2]),
        st.sampled_from(TITLES),
        st.sampled_from([None, 2026, 2027]),
        st.lists(st.sampled_from(["Regioteam", "Werkgroep 2"]), max_size=2, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(rows)
def test_what_people_reported_survives_any_edit_of_the_plan(edited: Sequence[MilestoneRead]) -> None:
    store = MemoryStore()
    put_in(store)
    folder = keys(store)[FOLDER]
    update = Update(
        key="u1",
        region=CODE,
        person="an",
        kind=UpdateKind.OUTCOME,
        activity=f"{CODE}-2026-1",
        milestone=folder,
    )

    def happened(tx: Transaction) -> None:
        let_in(tx, "an", Role.COORDINATOR)
        reported = Reported(region=CODE, person="an", update=update)
        events.apply(tx, (reported, answered(folder, 0, Stand.DELAYED, date(2027, 3, 1))), NOW)

    store.write(happened).result()
    before = store.read(everything)
    put_in(store, with_rows(*edited))
    after = store.read(everything)

    for table in ("updates", "people", "memberships", "chats"):
        assert after[table] == before[table]
    assert after["history"][: len(before["history"])] == before["history"]
    assert [(a["milestone"], a["stand"], a["forecast"]) for a in after["answers"]] == [
        (folder, "delayed", "2027-03-01")
    ]
    milestone = next(one for one in after["milestones"] if one["key"] == folder)
    assert (milestone["stand"], milestone["forecast"], milestone["vanished_at"]) == (
        "delayed",
        "2027-03-01",
        None,
    )
    assert {m["key"] for m in before["milestones"]} <= {m["key"] for m in after["milestones"]}


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


def test_a_milestone_that_moved_is_reminded_of_on_other_days(store: MemoryStore) -> None:
    folder = keys(store)[FOLDER]
    store.write(lambda tx: let_in(tx, "an", Role.COORDINATOR, team(tx, "Regioteam"))).result()
    before = _pending(store, folder)

    moved = replace(ROWS[0], due=date(2026, 11, 30), when="november 2026")
    put_in(store, with_rows(moved, *ROWS[1:]))
    after = _pending(store, folder)

    assert before and after and before != after
    assert after[-2:] == [date(2026, 11, 16), date(2026, 11, 23)], "14 and 7 days before its new due date"


def _pending(store: MemoryStore, item: str) -> list[date]:
    asyncio.run(OccurrenceWorker(store).work(NOW))
    found = store.read(
        lambda tx: tx.rows(
            "SELECT day FROM occurrences WHERE item = :item AND state = 'pending' AND rule = 'before'",
            item=item,
        )
    )
    return sorted(date.fromisoformat(one["day"]) for one in found)


def test_comparing_writes_nothing(store: MemoryStore) -> None:
    before = store.read(everything)

    store.read(lambda tx: imports.compared(tx, CODE, with_rows(*ROWS[1:])))

    assert store.read(everything) == before


def test_another_region_sees_and_settles_nothing_of_what_vanished_here(store: MemoryStore) -> None:
    put_in(store, region="STO26002")
    put_in(store, with_rows(*ROWS[1:]))
    before = store.read(lambda tx: vanished.questions(tx, CODE))

    store.write(lambda tx: vanished.settle(tx, "STO26002", before[0].key, False, NOW)).result()

    assert store.read(lambda tx: vanished.questions(tx, "STO26002")) == []
    assert store.read(lambda tx: vanished.questions(tx, CODE)) == before
