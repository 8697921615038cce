"""Hours over several days: from one day to another, on each of a list, and of what repeats; said back whole."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.catalogue import catalogue
from language.dates.reading import find_days, read_day
from language.dates.said import said
from tests.language.dates.test_reading import shown
from tests.language.moment import BREAKS, HOME, NOW


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("vrijdag 20:00 tot zaterdag 02:00", "vrijdag 20 november 2026, 20:00 tot 02:00"),
        (
            "van ma 9 uur tot di 17 uur",
            "maandag 23 november 2026, 09:00 tot dinsdag 24 november 2026, 17:00",
        ),
        (
            "ma t/m vr om 9 uur",
            "maandag 23 november 2026 tot en met vrijdag 27 november 2026, om 9:00",
        ),
        (
            "3 en 4 december van 10 tot half 5",
            "donderdag 3 december 2026 tot en met vrijdag 4 december 2026, 10:00 tot 16:30",
        ),
        ("elke dinsdag van 9 tot 12", "elke dinsdag, 9:00 tot 12:00"),
        ("elke dinsdagmiddag", "elke dinsdag, 12:00 tot 18:00"),
        ("elke di en do 's ochtends", "elke dinsdag en donderdag, 6:00 tot 12:00"),
        ("wekelijks op donderdagochtend", "elke donderdag, 6:00 tot 12:00"),
        ("iedere avond", "elke dag, 18:00 tot 24:00"),
        ("elke vrijdag aan het eind van de middag", "elke vrijdag, 16:00 tot 18:00"),
        ("elke maandagochtend en donderdagmiddag", "elke maandag en donderdag"),
        ("elke dag om half 9", "elke dag, om 8:30"),
    ],
)
def test_the_hours_of_several_days_are_said_back(text: str, dutch: str) -> None:
    assert catalogue("nl").render(said(read_day(text, NOW, breaks=BREAKS))) == dutch


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("dinsdag en donderdag om half 3", ["2026-11-24T14:30+01:00", "2026-11-26T14:30+01:00"]),
        ("maandag of dinsdag tussen 9 en 10", ["2026-11-23T09:00+01:00", "2026-11-24T09:00+01:00"]),
        ("om 9 uur op 3 en 17 december", ["2026-12-03T09:00+01:00", "2026-12-17T09:00+01:00"]),
        ("maandag 10 uur en dinsdag", ["2026-11-23T10:00+01:00", "2026-11-24"]),
    ],
)
def test_days_named_beside_each_other_share_their_time(text: str, starts: list[str]) -> None:
    assert [shown(one)[1] for one in find_days(text, NOW)] == starts


def test_a_stretch_over_two_days_that_has_been_lies_behind() -> None:
    told = "van {} 9 uur tot {} 12 uur zaten we in Zwolle"
    for first, last, start, end in (
        ("maandag", "dinsdag", "2026-11-16T09:00+01:00", "2026-11-17T12:00+01:00"),
        ("dinsdag", "donderdag", "2026-11-10T09:00+01:00", "2026-11-12T12:00+01:00"),
    ):
        (found,) = find_days(told.format(first, last), NOW, back=True)
        assert shown(found)[:3] == ("span", start, end)


@given(st.dates(date(2026, 11, 19), date(2027, 10, 30)), st.integers(0, 6), st.integers(7, 23))
def test_a_stretch_over_days_begins_and_ends_as_written(first: date, days: int, hour: int) -> None:
    last = first + timedelta(days=days + 1)
    text = f"van {first:%d-%m-%Y} {hour}:15 tot {last:%d-%m-%Y} 9:30"
    reading = read_day(text, NOW)
    assert reading.start == datetime.combine(first, time(hour, 15), HOME)
    assert reading.end == datetime.combine(last, time(9, 30), HOME)


@pytest.mark.parametrize(
    "text", ["van 5 december 9 uur tot 3 december 12 uur", "van 3 december 9 uur tot 3 december 8:30"]
)
def test_a_stretch_that_ends_before_it_begins_is_wrong(text: str) -> None:
    assert read_day(text, NOW).kind == "error"


@pytest.mark.parametrize(
    "text",
    [
        "we gingen van 24 naar 18 leerlingen en het was tegen het eind van de middag rustig",
        "aan het begin van de avond was iedereen moe",
    ],
)
def test_in_a_message_a_part_of_a_day_without_its_day_is_no_date(text: str) -> None:
    assert find_days(text, NOW) == []


def test_hyphens_that_nobody_sees_change_nothing() -> None:
    text = "graag na de mei\u00advakan\u200btie"
    (found,) = find_days(text, NOW, breaks=BREAKS)
    assert shown(found)[1] == "2027-05-03"
    assert text[slice(*found.at)] == "na de mei\u00advakan\u200btie"
