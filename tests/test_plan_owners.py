"""Owners as plans write them: teams, roles, and several in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.plan.owners import owner_like, read_owners

OWNERS = (
    ("Projectleider", ("Projectleider",), ()),
    ("- Regioteam Oost\n\n• Docenten techniek", ("Regioteam Oost", "Docenten techniek"), ()),
    ("Subteams 12 t/m 18", tuple(f"Subteam {n}" for n in range(12, 19)), ()),
    ("Werkgroepen 3 &4", ("Werkgroep 3", "Werkgroep 4"), ()),
    ("Werkgroepen 7,8,9 en 10", ("Werkgroep 7", "Werkgroep 8", "Werkgroep 9", "Werkgroep 10"), ()),
    ("Team 1, 2 en 3", ("Team 1", "Team 2", "Team 3"), ()),
    ("Docent techniek, decaan", ("Docent techniek", "decaan"), ()),
    ("Scholen: De Es, Het Veld, De Brink", ("De Es", "Het Veld", "De Brink"), ()),
    ("Regioteam Noord en regioteam Zuid", ("Regioteam Noord", "regioteam Zuid"), ()),
    ("Projectleider en docenten", ("Projectleider", "docenten"), ()),
    ("Team kunst, cultuur (Noord, Zuid)", ("Team kunst", "cultuur (Noord, Zuid)"), ()),
    ("Werkgroep PR en communicatie", ("Werkgroep PR en communicatie",), ()),
    (
        "Team onderwijs i.s.m. regioteams (Noord en Zuid)",
        ("Team onderwijs",),
        ("regioteams (Noord en Zuid)",),
    ),
    ("Coördinator i.s.m.\nTeam vakken", ("Coördinator", "Team vakken"), ()),
    ("Coördinator\ni.s.m. docenten techniek", ("Coördinator", "docenten techniek"), ()),
    ("Team A\nIn samenwerking met een bureau", ("Team A", "een bureau"), ()),
    ("Team A\nteam a", ("Team A",), ()),
    ("Coördinator: Leren in bedrijven", ("Coördinator: Leren in bedrijven",), ()),
    ("", (), ()),
)


@pytest.mark.parametrize(("text", "owners", "partners"), OWNERS)
def test_owners_are_named_one_by_one_and_the_first_is_the_lead(
    text: str, owners: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    reading = read_owners(text)

    assert (reading.owners, reading.partners, reading.doubted) == (owners, partners, ())


def test_two_functions_on_one_line_may_be_one_person_and_are_doubted() -> None:
    reading = read_owners("projectleider en coördinator stages")

    assert reading.owners == reading.doubted == ("projectleider en coördinator stages",)


@given(first=st.integers(1, 90), more=st.integers(1, 20), to=st.sampled_from((" t/m ", "-", " tot en met ")))
def test_a_range_of_teams_has_as_many_owners_as_it_spans(first: int, more: int, to: str) -> None:
    owners = read_owners(f"Subteams {first}{to}{first + more}").owners

    assert owners == tuple(f"Subteam {number}" for number in range(first, first + more + 1))


@pytest.mark.parametrize("text", ["Subteams 18 t/m 12", "Subteams 1 t/m 5000"])
def test_a_range_that_makes_no_sense_stays_as_written(text: str) -> None:
    assert read_owners(text).owners == (text,)


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error_and_names_nobody_twice(text: str) -> None:
    owners = read_owners(text).owners

    assert len({owner.casefold() for owner in owners}) == len(owners)
    assert all(owner.strip() for owner in owners)


def test_a_cell_looks_like_owners_by_its_words() -> None:
    assert owner_like("Basisteam techniek")
    assert not owner_like("Lesbrief schrijven")
