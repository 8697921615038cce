"""A large plan is read as fast and as surely as a small one."""

import random

import pytest

from language.messages.index import ActivityIndex
from tests.language.fuzz import fault_of
from tests.language.large_plan import large_index


@pytest.fixture(scope="module")
def plan() -> ActivityIndex[int]:
    return large_index()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Pilot gamedesign gedraaid, 22 lln, top", 7),
        ("gamedsign gedraaid met 14 lln", 7),
        ("utiliteits installaties afgerond", 7),
        ("meubels gemaakt met 3B", 7),
        ("domotica gedaan", 10),
        ("heftrucks gereden", 11),
        ("de kwaliteitsmetingen zijn uitgezet", 9),
        ("leerlijn w & t loopt", 2),
        ("leerlijn T en T vordert", 3),
    ],
)
def test_an_activity_is_known_among_a_hundred(plan: ActivityIndex[int], text: str, number: int) -> None:
    assert plan.sure(text) == number


@pytest.mark.parametrize("pieces", ["ab ,.1€-:\n", ("niet ", "de ", "wel ", "12 ", "en ")])
def test_no_text_keeps_the_reader_busy_for_seconds(
    plan: ActivityIndex[int], pieces: str | tuple[str, ...]
) -> None:
    text = "".join(random.Random(7).choices(pieces, k=500))
    assert fault_of(plan.meant, text) == ""
