"""Somebody who takes part for two organisations: kept once for each, and none is lost by what changes beside it."""

from collections.abc import Sequence

import pytest

from programme.records import Membership, Place, Role
from storage.database import MemoryStore
from storage.people import groups, people, workplaces
from tests.two_regions import START, seed

LYCEUM, BERG = "Het Lyceum", "Het Bergcollege"


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    return store


def organisation(store: MemoryStore, name: str) -> str:
    return store.write(lambda tx: groups.add_organisation(tx, "N", name)).result().key


def join(store: MemoryStore, *schools: str | None, team: str | None = "n-team") -> None:
    for school in schools:
        there = organisation(store, school) if school else None
        teacher = Membership(region="N", role=Role.TEACHER, team=team, organisation=there)
        store.write(lambda tx, one=teacher: people.join(tx, "n-docent", one)).result()  # type: ignore[misc]


def stands(store: MemoryStore, person: str = "n-docent") -> Sequence[tuple[str | None, str | None]]:
    """Return (team, organisation by name) of every membership."""
    found = store.read(lambda tx: people.person(tx, person))
    names = {one.key: one.name for one in store.read(lambda tx: groups.organisations(tx, "N"))}
    return [(one.team, names.get(one.organisation or "")) for one in found.memberships] if found else []


@pytest.mark.parametrize(
    ("schools", "kept"),
    [
        ((LYCEUM,), [LYCEUM]),
        ((LYCEUM, LYCEUM), [LYCEUM]),
        ((LYCEUM, BERG), [LYCEUM, BERG]),
        ((LYCEUM, BERG, None, LYCEUM), [LYCEUM, BERG]),
        ((None,), [None]),
    ],
)
def test_the_same_role_is_kept_once_for_each_organisation(
    schools: Sequence[str | None], kept: Sequence[str | None], store: MemoryStore
) -> None:
    join(store, *schools)
    assert stands(store) == [("n-team", school) for school in kept]
    team = store.read(lambda tx: groups.team(tx, "N", "n-team"))
    assert team is not None
    assert [one.person for one in team.people] == ["n-trekker", "n-docent"]


def test_who_leaves_a_team_takes_part_for_both_schools_still(store: MemoryStore) -> None:
    join(store, LYCEUM, BERG)
    store.write(lambda tx: people.leave_team(tx, "N", "n-team", "n-docent", START)).result()
    assert stands(store) == [(None, LYCEUM), (None, BERG)]


def test_who_leaves_a_school_keeps_their_role_and_their_place_in_the_team(store: MemoryStore) -> None:
    join(store, LYCEUM)
    join(store, BERG, team=None)
    store.write(lambda tx: people.place(tx, "N", "n-team", "n-docent", Place.COORDINATOR)).result()
    lyceum, berg = organisation(store, LYCEUM), organisation(store, BERG)
    store.write(lambda tx: workplaces.leave(tx, "N", "n-docent", lyceum, START)).result()
    assert stands(store) == [("n-team", None), (None, BERG)]
    store.write(lambda tx: workplaces.leave(tx, "N", "n-docent", berg, START)).result()
    assert stands(store) == [("n-team", None)]
    team = store.read(lambda tx: groups.team(tx, "N", "n-team"))
    assert team is not None
    assert next((one.person, one.place) for one in team.people) == ("n-docent", Place.COORDINATOR)


def test_nobody_from_another_region_works_here(store: MemoryStore) -> None:
    there = organisation(store, BERG)
    with pytest.raises(LookupError):
        store.write(lambda tx: workplaces.add(tx, "N", "z-docent", there)).result()
