"""How often a year something is to take place, as plans write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.plan.frequencies import read_frequency

A_YEAR = (
    ("minimaal 6x per jaar", 6, True),
    ("minimaal 1 maal per jaar", 1, True),
    ("4x vier keer per jaar", 4, False),
    ("3xl per jaar een bijeenkomst", 3, False),
    ("twee keer per schooljaar", 2, False),
    ("tweemaal per jaar", 2, False),
    ("6x/jaar", 6, False),
    ("2 tot 4 keer per jaar", 2, True),
    ("1x per kwartaal", 4, False),
    ("elk kwartaal", 4, False),
    ("per kwartaal", 4, False),
    ("één keer per maand", 12, False),
    ("eens per zes weken", 7, False),
    ("halfjaarlijks", 2, False),
    ("wordt jaarlijks gehouden", 1, False),
)


@pytest.mark.parametrize(("text", "count", "minimum"), A_YEAR)
def test_a_frequency_is_a_number_of_times_a_year(text: str, count: int, minimum: bool) -> None:
    frequency = read_frequency(text)

    assert frequency is not None
    assert (frequency.count, frequency.yearly, frequency.minimum) == (count, True, minimum)


def test_a_number_of_times_without_a_year_keeps_what_follows() -> None:
    frequency = read_frequency("2 x kennisdelingssessie")

    assert frequency is not None
    assert (frequency.count, frequency.yearly, frequency.after.strip()) == (2, False, "kennisdelingssessie")


def test_a_typing_error_is_read_and_said() -> None:
    frequency = read_frequency("3xl per jaar")

    assert frequency is not None
    assert frequency.typo


@pytest.mark.parametrize("text", ["10 docenten", "2021: 30 bedrijven", "Plan van aanpak", "1,5x zo veel"])
def test_what_is_no_frequency_is_none(text: str) -> None:
    assert read_frequency(text) is None


@given(count=st.integers(1, 99), times=st.sampled_from(("x", " x", " keer", " maal")))
def test_any_number_of_times_a_year_is_read(count: int, times: str) -> None:
    frequency = read_frequency(f"{count}{times} per jaar")

    assert frequency is not None
    assert frequency.count == count


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    frequency = read_frequency(text)

    assert frequency is None or frequency.count > 0
