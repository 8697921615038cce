"""Which spellings are one owner."""

import pytest

from programme.plan.teams import one_spelling, same_owner


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Team Oost", "team oost"),
        ("STERA Coördinator", "STERA coördinatoren"),
        ("Werkgroep 3", "Werkggroep 3"),
        ("De projectgroep", "Projectgroep"),
    ],
)
def test_capitals_a_plural_and_a_slip_of_the_pen_do_not_make_another_owner(one: str, other: str) -> None:
    assert same_owner(one, other) and same_owner(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Team 1", "Team 11"),
        ("Werkgroep Oost", "Werkgroep West"),
        ("Team vmbo", "Team mbo"),
        ("Ontwikkelteam A", "Ontwikkelteam B"),
        ("Team", "Team Oost"),
        ("", ""),
    ],
)
def test_what_may_be_another_owner_is_another(one: str, other: str) -> None:
    assert not same_owner(one, other)


def test_a_known_team_gives_the_spelling_and_else_the_one_that_is_used_most() -> None:
    names = ("werkgroep oost", "Werkgroep Oost", "Werkgroep Oost", "Regioteam")

    assert one_spelling(["REGIOTEAM"], names) == {
        "werkgroep oost": "Werkgroep Oost",
        "Werkgroep Oost": "Werkgroep Oost",
        "Regioteam": "REGIOTEAM",
    }
