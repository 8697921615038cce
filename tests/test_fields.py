"""What is typed at a question with options."""

import pytest

from handlers.dialogue.fields import Option, Problem, choice

OPTIONS = [Option(label=label, value=label) for label in ("Gelukt", "Deels", "Niet")]


@pytest.mark.parametrize(("typed", "found"), [("1", "Gelukt"), (" 3 ", "Niet"), ("02", "Deels")])
def test_an_option_is_chosen_by_its_number(typed: str, found: str) -> None:
    assert choice(typed, OPTIONS) == found


@pytest.mark.parametrize("typed", ["0", "4", "-1", "1.5", "¹", "½", "", "een", "9" * 5000])
def test_what_is_no_option_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(Problem):
        choice(typed, OPTIONS)
