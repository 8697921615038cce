"""Half a date is none, and what repeats is no day of its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates.reading import find_days, read_day
from tests.language.moment import BREAKS, NOW


@pytest.mark.parametrize("day", ["maandag", "vrijdag 4 december", "volgende week dinsdag", "woensdag om 14u"])
@pytest.mark.parametrize(
    "beside", ["over een paar weken", "of de week erna", "erna", "in de even weken", "of wat"]
)
def test_a_day_beside_words_that_were_not_understood_is_not_read(day: str, beside: str) -> None:
    assert read_day(f"{day} {beside}", NOW).kind == "none"
    assert find_days(f"de evaluatie is {day} {beside}", NOW) == []


@pytest.mark.parametrize(
    "text", ["zondagnacht om half drie", "om 3 uur zaterdagnacht", "1 helft januari", "vrijdagnacht 2:30"]
)
def test_half_of_what_was_said_is_no_other_day_or_hour(text: str) -> None:
    assert read_day(text, NOW).kind == "none"


def test_a_repetition_whose_end_nobody_knows_is_no_day_in_a_message() -> None:
    days = find_days("we doen het elke dinsdag tot de zomervakantie, gisteren met 22 lln", NOW)
    assert [str(one.due) for one in days if one.due] == ["2026-11-17"]


@pytest.mark.parametrize("before", ["een paar dagen voor", "enkele weken na", "de laatste les voor", "begin"])
def test_a_holiday_behind_words_that_were_not_understood_is_not_read(before: str) -> None:
    assert read_day(f"{before} de kerstvakantie", NOW, breaks=BREAKS).kind == "none"


@pytest.mark.parametrize(
    "behind", ["24 leerlingen", "met 3 docenten", "tot ziens!", "of zo", "3 klassen gehad"]
)
def test_words_that_belong_to_something_else_leave_a_day_alone(behind: str) -> None:
    assert read_day(f"dinsdag {behind}", NOW).start == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("we doen het elke dinsdag, gisteren met 22 lln", ["2026-11-17"]),
        ("elke di en do om 14u gamen, volgende evaluatie 3 december", ["2026-12-03"]),
        ("loopt nu elke maandag tot de kerstvakantie", []),
        ("2 keer per week op ma en do", []),
        ("het wekelijkse overleg van dinsdag ging niet door", ["2026-11-24"]),
    ],
)
def test_what_repeats_in_a_message_is_no_day_of_its_own(text: str, days: list[str]) -> None:
    assert [str(one.due) for one in find_days(text, NOW, breaks=BREAKS) if one.due] == days


def test_what_repeats_in_a_message_is_read_where_it_stands() -> None:
    text = "We gamen elke di en do om 14u tot de kerstvakantie, gisteren met 22"
    (rule, day) = find_days(text, NOW, breaks=BREAKS)
    assert (rule.kind, day.due) == ("rule", date(2026, 11, 17))
    assert text[slice(*rule.at)] == "elke di en do om 14u tot de kerstvakantie"
    assert rule.rule == "FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=14;BYMINUTE=0;UNTIL=20261218T225959Z"


@given(st.dates(date(2026, 11, 19), date(2036, 12, 31)))
def test_a_repetition_ends_on_the_day_that_is_named(until: date) -> None:
    rule = read_day(f"elke maandag t/m {until:%d-%m-%Y}", NOW).rule
    assert rule == f"FREQ=WEEKLY;BYDAY=MO;UNTIL={until:%Y%m%d}"


@given(st.dates(date(2026, 11, 19), date(2036, 12, 31)))
def test_with_an_hour_it_ends_with_that_day_in_utc(until: date) -> None:
    rule = read_day(f"elke maandag om 9u t/m {until:%d-%m-%Y}", NOW).rule
    assert rule.startswith("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;UNTIL=")
    assert rule.endswith((f"{until:%Y%m%d}T215959Z", f"{until:%Y%m%d}T225959Z"))
