"""Which of the days that were named is meant by an answer that names hardly more than its place."""

from datetime import UTC, date, datetime

import pytest

from language.conversation.picking import picked
from language.dates.reading import read_day

NOW = datetime(2021, 11, 1, 9, 0, tzinfo=UTC)
DAYS = (date(2021, 11, 30), date(2021, 12, 1))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *(
            (text, 0)
            for text in ("30", "de 30e", "30e", "eerste", "die eerste", "doe maar de eerste", "30 november")
        ),
        *(
            (text, 1)
            for text in ("1 december", "laatste", "de tweede", "1", "1 dec hoor", "woensdag 1 december")
        ),
    ],
)
def test_the_day_is_found(text: str, place: int) -> None:
    assert picked(text, DAYS, NOW) == DAYS[place]


@pytest.mark.parametrize(
    "text", ["klaar", "15", "2 januari", "geen van beide", "", "de eerste docent is ziek"]
)
def test_anything_else_is_no_choice(text: str) -> None:
    assert picked(text, DAYS, NOW) is None


def test_nothing_is_chosen_where_nothing_was_named() -> None:
    assert picked("1 december", (), NOW) is None


def test_a_day_that_cannot_be_names_those_beside_it() -> None:
    assert read_day("31 november", NOW).near == DAYS
    assert read_day("1 december", NOW).near == ()


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2021-12-05", "30", "2021-11-30"),
        ("2022-01-10", "de eerste", "2021-11-30"),
        ("2021-11-29", "30 november", "2021-11-30"),
        ("2021-12-05", "1 dec", "2021-12-01"),
    ],
)
def test_of_what_took_place_the_nearest_is_meant(today: str, text: str, day: str) -> None:
    now = datetime.fromisoformat(today).replace(tzinfo=UTC)
    assert picked(text, DAYS, now, back=True) == date.fromisoformat(day)
