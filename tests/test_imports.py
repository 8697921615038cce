"""What importing a plan keeps, and what importing it again leaves alone."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs.occurrences import OccurrenceWorker
from programme.events import HandoverOffered, HandoverSettled, Reported
from programme.plan.changes import How
from programme.plan.reading import MilestoneRead
from programme.records import Region, Role, Stand, UpdateKind
from programme.updates import Update
from storage import events
from storage.database import MemoryStore, Transaction
from storage.people import groups, people
from storage.plan import imports, kept_plans, plans, progress, vanished
from tests.imported_plan import CODE, FOLDER, NOW, VISITS, answered, imported, keys, let_in, put_in, team
from tests.small_plan import READING, ROWS, row, with_rows

TITLES = ("Folder maken", "Scholen bezoeken", "Lesbrieven schrijven", "Iets heel anders bouwen")


@pytest.fixture
def store() -> MemoryStore:
    return imported()


def everything(tx: Transaction) -> dict[str, list[dict[str, object]]]:
    tables = tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'")
    return {row["name"]: tx.rows(f"SELECT * FROM {row['name']} ORDER BY 1, 2") for row in tables}


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
