"""The region's week is told at the same local hour, and a holiday loses nothing of it."""

from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import AMSTERDAM, DAY, Break, Calendar, Period
from programme.weekly import Weekly, weekly_moments
from tests.times import calendars, days, steady

LOCAL = ZoneInfo(AMSTERDAM)
CHRISTMAS = Break(name="Kerstvakantie", first=date(2021, 12, 18), last=date(2022, 1, 2))


def told(calendar: Calendar, first: date, last: date) -> list[str]:
    moments = weekly_moments(Weekly(), calendar, Period(first=first, last=last))
    return [
        f"{week.since.astimezone(LOCAL):%a %d %b %H:%M} - {week.at.astimezone(LOCAL):%a %d %b %H:%M}"
        for week in moments
    ]


def test_after_a_holiday_one_message_covers_all_of_it() -> None:
    assert told(Calendar(breaks=(CHRISTMAS,)), date(2021, 12, 6), date(2022, 1, 14)) == [
        "Thu 02 Dec 15:30 - Thu 09 Dec 15:30",
        "Thu 09 Dec 15:30 - Thu 16 Dec 15:30",
        "Thu 16 Dec 15:30 - Thu 06 Jan 15:30",
        "Thu 06 Jan 15:30 - Thu 13 Jan 15:30",
    ]


@pytest.mark.parametrize(("first", "utc"), [(date(2026, 3, 23), (14, 13)), (date(2026, 10, 19), (13, 14))])
def test_half_past_three_stays_half_past_three_when_the_clock_changes(
    first: date, utc: tuple[int, int]
) -> None:
    moments = weekly_moments(Weekly(), Calendar(), Period(first=first, last=first + 13 * DAY))
    assert tuple(week.at.hour for week in moments) == utc
    assert {week.at.astimezone(LOCAL).time() for week in moments} == {time(15, 30)}


def test_ascension_day_is_skipped() -> None:
    assert told(Calendar(), date(2026, 5, 11), date(2026, 5, 24)) == ["Thu 07 May 15:30 - Thu 21 May 15:30"]


def test_the_day_itself_belongs_to_the_days_asked_for() -> None:
    thursday = date(2026, 3, 5)
    assert told(Calendar(), thursday, thursday) == ["Thu 26 Feb 15:30 - Thu 05 Mar 15:30"]
    assert told(Calendar(), thursday + DAY, thursday + 6 * DAY) == []


@steady
@given(calendars(), days(), st.integers(0, 300), st.integers(1, 5), st.times())
def test_the_weeks_follow_each_other_without_a_gap_on_days_that_are_not_quiet(
    calendar: Calendar, first: date, length: int, weekday: int, at: time
) -> None:
    weekly = Weekly(weekday=weekday, at=at)
    moments = weekly_moments(weekly, calendar, Period(first=first, last=first + length * DAY))
    for week in moments:
        local = week.at.astimezone(LOCAL)
        assert (local.date(), local.isoweekday()) == (week.day, weekday)
        assert not calendar.quiet(week.day)
        assert time(7) <= local.time() < time(21)
        assert week.since < week.at
    assert all(earlier.at == later.since for earlier, later in pairwise(moments))


@steady
@given(calendars(), days(), st.integers(0, 200), st.integers(1, 200))
def test_weeks_do_not_depend_on_how_the_days_are_cut(
    calendar: Calendar, first: date, length: int, more: int
) -> None:
    cut, last = first + length * DAY, first + (length + more) * DAY
    left = weekly_moments(Weekly(), calendar, Period(first=first, last=cut))
    right = weekly_moments(Weekly(), calendar, Period(first=cut + DAY, last=last))
    assert left + right == weekly_moments(Weekly(), calendar, Period(first=first, last=last))


def test_a_region_whose_calendar_never_opens_looks_back_about_a_year() -> None:
    shut = tuple(
        Break(name="", first=date(year, 1, 1), last=date(year, 12, 31)) for year in range(2018, 2022)
    )
    (week,) = weekly_moments(
        Weekly(), Calendar(breaks=shut), Period(first=date(2022, 1, 6), last=date(2022, 1, 6))
    )
    assert datetime(2020, 10, 1, tzinfo=LOCAL) < week.since < datetime(2021, 1, 1, tzinfo=LOCAL)


def test_a_weekend_is_no_day_for_it() -> None:
    with pytest.raises(ValueError, match="never be said"):
        Weekly(weekday=6)
