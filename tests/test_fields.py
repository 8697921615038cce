"""What is typed at a question with options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialogue.fields import Option, Problem, by_name, choice
from programme.messages import page_of

OPTIONS = [Option(label=label, value=label) for label in ("Gelukt", "Deels", "Niet")]


@pytest.mark.parametrize(("typed", "found"), [("1", "Gelukt"), (" 3 ", "Niet"), ("02", "Deels")])
def test_an_option_is_chosen_by_its_number(typed: str, found: str) -> None:
    assert choice(typed, OPTIONS) == found


@pytest.mark.parametrize("typed", ["0", "4", "-1", "1.5", "¹", "½", "", "een", "9" * 5000])
def test_what_is_no_option_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(Problem):
        choice(typed, OPTIONS)


@given(many=st.integers(0, 60), room=st.integers(2, 8))
def test_turning_pages_shows_every_option_once_and_begins_anew(many: int, room: int) -> None:
    options = list(range(many))
    pages = 1 if many <= room else -(-many // (room - 1))
    shown = [page_of(options, page, room) for page in range(pages)]
    assert [one for some, _following in shown for one in some] == options
    assert [following for _some, following in shown] == ([*range(1, pages + 1)] if pages > 1 else [None])
    assert page_of(options, pages, room) == shown[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("jan", ["Jan"]), ("jan p", ["Jan Peters"]), ("peters", ["Jan Peters", "Els Peters"]), (" ", [])],
)
def test_a_whole_name_is_that_one_and_a_part_may_be_several(typed: str, found: list[str]) -> None:
    people = [Option(label=name, value=name) for name in ("Jan", "Jan Peters", "Els Peters")]
    assert [one.value for one in by_name(typed, people)] == found
