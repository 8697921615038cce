"""Who may do what: every role and every deed, and nobody anything where they take no part."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.permissions import Deed, may
from programme.records import Membership, Person, Place, Role

ROLES = (Role.TEACHER, Role.COMPANY, Role.OWNER, Role.COORDINATOR, Role.MANAGER, Role.STEERING)
TABLE = """
                teacher  company  owner  coordinator  manager  steering
read               x        x       x         x          x        x
report             x        x       x         x          x        x
answer             .        .       x         x          x        x
invite             .        .       .         .          x        .
confirm            .        .       .         .          x        .
arrange_teams      .        .       .         .          x        .
tie_channel        .        .       .         .          x        .
manage             .        .       .         .          x        .
"""


def rows() -> Iterator[tuple[Deed, Role, bool]]:
    for line in TABLE.strip().splitlines()[1:]:
        deed, *marks = line.split()
        yield from ((Deed(deed), role, mark == "x") for role, mark in zip(ROLES, marks, strict=True))


memberships = st.builds(
    Membership,
    region=st.sampled_from(("N", "Z")),
    role=st.sampled_from(Role),
    team=st.sampled_from((None, "team")),
    place=st.sampled_from(Place),
    reminded=st.booleans(),
)
people = st.builds(
    Person,
    key=st.just("p"),
    name=st.just("Iemand"),
    memberships=st.lists(memberships, max_size=6).map(tuple),
    stopped=st.booleans(),
)


def test_the_table_below_holds_every_role_and_deed_once() -> None:
    assert sorted(rows()) == sorted({(deed, role, allowed) for deed, role, allowed in rows()})
    assert {(deed, role) for deed, role, _allowed in rows()} == {(d, r) for d in Deed for r in Role}


@pytest.mark.parametrize(("deed", "role", "allowed"), list(rows()))
def test_a_role_may_do_what_the_table_says_and_nothing_else(deed: Deed, role: Role, allowed: bool) -> None:
    person = Person(key="p", name="Iemand", memberships=(Membership(region="N", role=role),))
    assert may(person, deed, "N") is allowed


@pytest.mark.parametrize("place", Place)
def test_whoever_is_in_a_team_may_answer_for_it_whatever_their_role(place: Place) -> None:
    membership = Membership(region="N", role=Role.TEACHER, team="team", place=place)
    person = Person(key="p", name="Iemand", memberships=(membership,))
    assert {deed for deed in Deed if may(person, deed, "N")} == {Deed.READ, Deed.REPORT, Deed.ANSWER}


@given(person=people, deed=st.sampled_from(Deed), region=st.sampled_from(("N", "Z", "", "elsewhere")))
def test_nobody_may_anything_in_a_region_they_take_no_part_in(
    person: Person, deed: Deed, region: str
) -> None:
    if region not in person.regions:
        assert not may(person, deed, region)


@given(person=people, deed=st.sampled_from(Deed))
def test_what_somebody_is_elsewhere_changes_nothing_here(person: Person, deed: Deed) -> None:
    here = tuple(one for one in person.memberships if one.region == "N")
    assert may(person, deed, "N") is may(Person(key="p", name="Iemand", memberships=here), deed, "N")
