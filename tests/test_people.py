"""People as kept: teams with their places, reminders, school holidays, and what nobody is reminded of."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import Break, Period
from programme.groups import as_counted
from programme.records import Membership, Person, Place, Role
from storage import calendars
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.people import groups, pauses, people
from storage.plan import plans
from tests.owned import set_owners
from tests.two_regions import START, seed

Change = Callable[[Transaction], object]


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    return store


def places(store: MemoryStore) -> list[tuple[str, str]]:
    team = store.read(lambda tx: groups.team(tx, "N", "n-team"))
    assert team is not None
    return [(one.person, one.place.value) for one in team.people]


def test_a_new_coordinator_makes_the_old_one_a_member(store: MemoryStore) -> None:
    store.write(lambda tx: people.place(tx, "N", "n-team", "n-docent", Place.COORDINATOR)).result()
    assert places(store) == [("n-docent", "coordinator"), ("n-trekker", "member")]


def test_a_deputy_stands_beside_the_coordinator_and_may_come_from_outside_the_team(
    store: MemoryStore,
) -> None:
    store.write(lambda tx: people.place(tx, "N", "n-team", "n-manager", Place.DEPUTY)).result()
    assert places(store) == [("n-trekker", "coordinator"), ("n-manager", "deputy"), ("n-docent", "member")]
    manager = store.read(lambda tx: people.person(tx, "n-manager"))
    assert manager is not None
    assert manager.roles_in("N") == {Role.MANAGER}


def test_nobody_from_another_region_gets_a_place(store: MemoryStore) -> None:
    with pytest.raises(LookupError):
        store.write(lambda tx: people.place(tx, "N", "n-team", "z-docent", Place.DEPUTY)).result()


def test_whoever_leaves_a_team_keeps_their_role_in_the_region(store: MemoryStore) -> None:
    store.write(lambda tx: people.leave_team(tx, "N", "n-team", "n-docent", START)).result()
    docent = store.read(lambda tx: people.person(tx, "n-docent"))
    assert docent is not None
    assert docent.memberships == (Membership(region="N", role=Role.TEACHER),)


@pytest.mark.parametrize(
    ("change", "reminded"),
    [
        (lambda tx: None, ["n-trekker"]),
        (lambda tx: people.remind(tx, "n-docent", "N", True), ["n-docent", "n-trekker"]),
        (lambda tx: people.place(tx, "N", "n-team", "n-docent", Place.DEPUTY), ["n-docent", "n-trekker"]),
        (lambda tx: people.stop(tx, "n-trekker", START), []),
        (lambda tx: people.leave_team(tx, "N", "n-team", "n-trekker", START), []),
        (lambda tx: people.end_role(tx, "N", "n-trekker", None, START), []),
        (lambda tx: set_owners(tx, "n-milestone", [("Docenten", None, "teacher")]), ["n-docent"]),
        (lambda tx: set_owners(tx, "n-milestone", [("Wie dan ook", None, None)]), []),
        (lambda tx: set_owners(tx, "n-milestone", []), []),
    ],
    ids=["nothing", "asked", "deputy", "stopped", "left_team", "left_region", "role", "nobody", "none"],
)
def test_coordinator_and_deputy_are_reminded_and_who_asked_for_it(
    store: MemoryStore, change: Change, reminded: list[str]
) -> None:
    store.write(change).result()
    assert store.read(lambda tx: plans.reminded_for(tx, "n-milestone")) == reminded
    alone = store.read(lambda tx: [one.key for one in plans.unattended(tx, "N")])
    assert alone == ([] if reminded else ["n-milestone"])
    assert store.read(lambda tx: plans.unattended(tx, "Z")) == []


def test_an_owner_in_person_who_has_left_the_region_is_not_reminded(store: MemoryStore) -> None:
    store.write(
        lambda tx: tx.run(
            "UPDATE owners SET team = NULL, person = 'n-docent' WHERE milestone = 'n-milestone'"
        )
    ).result()
    assert store.read(lambda tx: plans.reminded_for(tx, "n-milestone")) == ["n-docent"]
    store.write(lambda tx: people.end_role(tx, "N", "n-docent", None, START)).result()
    assert store.read(lambda tx: plans.reminded_for(tx, "n-milestone")) == []
    assert store.read(lambda tx: plans.owned_by(tx, "N", "n-docent")) == []


def test_what_somebody_is_elsewhere_is_not_told_among_the_people_of_a_region(store: MemoryStore) -> None:
    both = store.read(lambda tx: next(one for one in people.members(tx, "N") if one.key == "beide"))
    assert both.regions == ("N",)


def test_settings_and_pauses_are_kept(store: MemoryStore) -> None:
    def change(tx: Transaction) -> None:
        people.settle(tx, "n-docent", name="Sanne", language="en", hour=time(9, 15), workdays={4, 1})
        pauses.add(tx, "n-docent", date(2021, 11, 1), date(2021, 11, 5))
        pauses.add(tx, "n-docent", date(2021, 12, 20), date(2022, 1, 3))

    store.write(change).result()
    docent = store.read(lambda tx: people.person(tx, "n-docent"))
    assert docent is not None
    assert (docent.name, docent.language, docent.hour) == ("Sanne", "en", time(9, 15))
    assert docent.workdays == {1, 4}
    store.write(lambda tx: pauses.end(tx, "n-docent", date(2021, 11, 29))).result()
    assert store.read(lambda tx: pauses.of(tx, "n-docent")) == [
        Period(first=date(2021, 11, 1), last=date(2021, 11, 5))
    ]
    store.write(lambda tx: pauses.end(tx, "n-docent", date(2021, 11, 3))).result()
    assert store.read(lambda tx: pauses.of(tx, "n-docent")) == [
        Period(first=date(2021, 11, 1), last=date(2021, 11, 2))
    ]


def test_an_organisation_is_known_by_its_name_whatever_its_capitals_and_only_in_its_region(
    store: MemoryStore,
) -> None:
    one = store.write(lambda tx: groups.add_organisation(tx, "N", "De Werf")).result()
    again = store.write(lambda tx: groups.add_organisation(tx, "N", " de werf ")).result()
    assert one == again
    assert store.read(lambda tx: groups.organisation(tx, "Z", one.key)) is None
    assert [o.name for o in store.read(lambda tx: groups.organisations(tx, "N"))] == ["De Werf", "Het Lyceum"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("De Werf", "De Werf BV", True),
        ("De Werf", "DE WERF B.V.", True),
        ("De Werf", "De Werf b. v.", True),
        ("De Werf N.V.", "De Werf", True),
        ("Bakker & Zn. V.O.F.", "bakker en zn", True),
        ("Stichting Het Anker", "Het Anker", True),
        ("De Werf Holding B.V.", "De-Werf", True),
        ("Café Één", "cafe een", True),
        ("De Werf", "De Werf Noord", False),
        ("De Werf", "De Werven", False),
        ("BVO Techniek", "O Techniek", False),
        ("BV", "NV", False),
        ("👍", "👌", False),
    ],
)
def test_an_organisation_is_one_however_its_name_is_written(
    one: str, other: str, same: bool, store: MemoryStore
) -> None:
    first = store.write(lambda tx: groups.add_organisation(tx, "N", one)).result()
    second = store.write(lambda tx: groups.add_organisation(tx, "N", other)).result()

    assert (first == second) is same


def test_of_two_spellings_that_are_kept_the_one_that_is_written_is_meant(store: MemoryStore) -> None:
    def add(tx: Transaction) -> None:
        for name in ("De Werf", "De Werf BV"):
            tx.insert("organisations", key=name, region="N", name=name)

    store.write(add).result()
    found = [
        store.read(lambda tx, name=name: groups.organisation_named(tx, "N", name))  # type: ignore[misc]
        for name in ("De Werf", "de werf bv", "De Werf B.V.")
    ]
    assert [one and one.key for one in found] == ["De Werf", "De Werf BV", "De Werf"]


CHRISTMAS = Break(name="Kerstvakantie", first=date(2021, 12, 25), last=date(2022, 1, 9))
SPRING = Break(name="Voorjaarsvakantie", first=date(2022, 2, 19), last=date(2022, 2, 27))
MAY = Break(name="Meivakantie", first=date(2022, 4, 30), last=date(2022, 5, 8))


def test_an_organisation_without_a_calendar_of_its_own_has_the_regions(store: MemoryStore) -> None:
    school = store.write(lambda tx: groups.add_organisation(tx, "N", "Het Lyceum")).result().key
    store.write(lambda tx: calendars.set_breaks(tx, "N", None, (CHRISTMAS,))).result()
    assert store.read(lambda tx: calendars.calendar(tx, "N", school).breaks) == (CHRISTMAS,)
    store.write(lambda tx: calendars.set_breaks(tx, "N", school, (SPRING,))).result()
    assert store.read(lambda tx: calendars.calendar(tx, "N", school).breaks) == (SPRING,)
    assert store.read(lambda tx: calendars.calendar(tx, "N").breaks) == (CHRISTMAS,)
    assert store.read(lambda tx: calendars.calendar(tx, "Z", school).breaks) == ()


def test_a_newer_calendar_replaces_the_days_it_spans_and_leaves_the_rest(store: MemoryStore) -> None:
    moved = Break(name="Voorjaarsvakantie", first=date(2022, 2, 26), last=date(2022, 3, 6))

    def read_them(tx: Transaction) -> None:
        for wanted in ((CHRISTMAS, SPRING, MAY), (moved,), (moved,), ()):
            calendars.set_breaks(tx, "N", None, wanted)

    store.write(read_them).result()
    assert store.read(lambda tx: calendars.calendar(tx, "N").breaks) == (CHRISTMAS, moved, MAY)


def test_a_channel_of_a_subregion_is_a_channel_of_its_region(store: MemoryStore) -> None:
    def tie(tx: Transaction) -> str:
        group = chats.arrive(tx, "local", "group", "channel", "Nieuwe groep", START)
        chats.tie(tx, group.key, "N", groups.subregions(tx, "N")[0].key)
        return group.key

    key = store.write(tie).result()
    assert key in {chat.key for chat in store.read(lambda tx: chats.channels(tx, "N"))}
    assert key not in {chat.key for chat in store.read(lambda tx: chats.channels(tx, "Z"))}


def test_a_person_joins_once_for_the_same_region_role_and_team(store: MemoryStore) -> None:
    for _time in range(2):
        store.write(
            lambda tx: people.join(tx, "nieuw", Membership(region="N", role=Role.TEACHER, team="n-team"))
        ).result()
    nieuw = store.read(lambda tx: people.person(tx, "nieuw"))
    assert isinstance(nieuw, Person)
    assert len(nieuw.memberships) == 1


TEAMS = [
    "docenten 2",
    "Docenten 10",
    "Kerngroep",
    "Werkgroep 1",
    "Werkgroep 2",
    "werkgroep 010",
    "Werkgroep 11",
    "Z",
]


def test_teams_stand_as_people_count(store: MemoryStore) -> None:
    def add(tx: Transaction) -> None:
        for name in sorted(TEAMS, reverse=True):
            groups.put_team(tx, "N", name, None)
            groups.add_subregion(tx, "N", name)
            groups.add_organisation(tx, "N", name)

    store.write(add).result()
    read = (groups.teams, groups.subregions, groups.organisations)
    for found in store.read(lambda tx: [[one.name for one in each(tx, "N")] for each in read]):
        assert [name for name in found if name in TEAMS] == TEAMS


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.text(alphabet="Aa -"))
def test_numbers_in_names_stand_by_their_value(one: int, other: int, head: str) -> None:
    assert (as_counted(f"{head}{one}") < as_counted(f"{head}{other}")) == (one < other)
