"""Nobody is spoken to on a quiet day or at night, whatever the clock does."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import (
    AMSTERDAM,
    DAY,
    Break,
    Calendar,
    Hours,
    Period,
    Rhythm,
    disturbing,
    earliest,
    instant,
    later_by_months,
    school_year_of,
)
from tests.times import calendars, days, rhythms, steady, working_days_between

CHRISTMAS = Break(name="Kerstvakantie", first=date(2025, 12, 20), last=date(2026, 1, 4))
LOCAL = ZoneInfo(AMSTERDAM)


@pytest.mark.parametrize(
    ("day", "quiet", "why"),
    [
        (date(2025, 12, 19), False, "an ordinary Friday"),
        (date(2025, 12, 20), True, "the first day of a school holiday"),
        (date(2026, 1, 4), True, "its last day"),
        (date(2026, 1, 5), False, "the Monday after it"),
        (date(2026, 3, 7), True, "a Saturday"),
        (date(2026, 4, 6), True, "Easter Monday"),
        (date(2026, 4, 27), True, "King's Day"),
        (date(2025, 4, 26), True, "King's Day a day early, for it fell on a Sunday"),
        (date(2025, 5, 5), True, "Liberation Day in a fifth year"),
        (date(2026, 5, 5), False, "Liberation Day in any other"),
        (date(2026, 5, 14), True, "Ascension Day"),
    ],
)
def test_a_day_is_quiet_at_weekends_and_in_holidays(day: date, quiet: bool, why: str) -> None:
    assert Calendar(breaks=(CHRISTMAS,)).quiet(day) is quiet, why


def test_a_person_works_on_their_own_days_unless_they_have_paused() -> None:
    calendar = Calendar()
    tuesdays = Rhythm(
        workdays=frozenset({2}), pauses=(Period(first=date(2026, 3, 9), last=date(2026, 3, 15)),)
    )
    assert calendar.working_day(date(2026, 3, 3), tuesdays)
    assert not calendar.working_day(date(2026, 3, 4), tuesdays)
    assert not calendar.working_day(date(2026, 3, 10), tuesdays)
    assert calendar.next_working_day(date(2026, 3, 3), tuesdays) == date(2026, 3, 17)
    assert calendar.previous_working_day(date(2026, 3, 17), tuesdays) == date(2026, 3, 3)
    assert calendar.nth_working_day(date(2026, 3, 3), 2, tuesdays) == date(2026, 3, 24)


def test_who_paused_until_further_notice_has_no_next_working_day() -> None:
    away = Rhythm(pauses=(Period(first=date(2026, 3, 2), last=date.max),))
    assert Calendar().next_working_day(date(2026, 3, 3), away) is None
    assert Calendar().previous_working_day(date(2026, 3, 9), away) == date(2026, 2, 27)


def test_working_days_between_leave_out_what_is_quiet() -> None:
    calendar = Calendar(breaks=(CHRISTMAS,))
    assert working_days_between(calendar, date(2025, 12, 18), date(2026, 1, 6)) == 3
    assert working_days_between(calendar, date(2026, 3, 4), date(2026, 3, 11)) == 5
    assert working_days_between(calendar, date(2026, 3, 4), date(2026, 3, 4)) == 0


@steady
@given(calendars(), days(), st.integers(0, 40), st.integers(0, 10))
def test_apart_is_what_counting_says(calendar: Calendar, day: date, gap: int, wanted: int) -> None:
    later = day + gap * DAY
    assert calendar.apart(day, later, wanted) is (working_days_between(calendar, day, later) >= wanted)


@steady
@given(calendars(), rhythms(), days())
def test_no_working_day_lies_between_a_day_and_the_next_one(
    calendar: Calendar, rhythm: Rhythm, day: date
) -> None:
    following = calendar.next_working_day(day, rhythm)
    assert following is not None
    assert calendar.working_day(following, rhythm)
    between = (day + n * DAY for n in range(1, (following - day).days))
    assert not any(calendar.working_day(each, rhythm) for each in between)
    back = calendar.previous_working_day(following, rhythm)
    assert back == (day if calendar.working_day(day, rhythm) else calendar.previous_working_day(day, rhythm))


@steady
@given(rhythms(), days())
def test_a_moment_is_by_day_on_its_own_date_at_the_hour_that_was_asked(rhythm: Rhythm, day: date) -> None:
    local = rhythm.moment(day).astimezone(LOCAL)
    assert local.date() == day
    assert time(7) <= local.time() < time(21)
    if time(7) <= rhythm.at < time(21):
        assert local.time() == rhythm.at


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2026, 3, 29), time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 3, 29), time(3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30, fold=1), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (date(2026, 1, 15), time(8, 30), datetime(2026, 1, 15, 7, 30, tzinfo=UTC)),
        (date(2026, 7, 15), time(8, 30), datetime(2026, 7, 15, 6, 30, tzinfo=UTC)),
    ],
)
def test_an_hour_that_is_skipped_or_comes_twice_is_one_moment(day: date, at: time, utc: datetime) -> None:
    assert instant(day, at, AMSTERDAM) == utc


@pytest.mark.parametrize(
    ("now", "then", "why"),
    [
        ("2026-03-04T11:00", "2026-03-04T11:00", "working hours: at once"),
        ("2026-03-04T05:00", "2026-03-04T08:30", "before their hour: at their hour"),
        ("2026-03-04T21:00", "2026-03-05T08:30", "at night: tomorrow"),
        ("2026-03-06T23:15", "2026-03-09T08:30", "Friday night: on Monday"),
        ("2025-12-24T10:00", "2026-01-05T08:30", "a holiday: after it"),
    ],
)
def test_what_a_stop_held_up_waits_for_an_hour_at_which_one_may_speak(now: str, then: str, why: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=LOCAL).astimezone(UTC)
    expected = datetime.fromisoformat(then).replace(tzinfo=LOCAL)
    assert earliest(moment, Calendar(breaks=(CHRISTMAS,)), Rhythm()) == expected, why


@steady
@given(calendars(), rhythms(), days(), st.integers(0, 24 * 60 - 1))
def test_the_earliest_moment_is_never_at_night_or_on_a_quiet_day(
    calendar: Calendar, rhythm: Rhythm, day: date, minutes: int
) -> None:
    now = datetime.combine(day, time(), UTC) + timedelta(minutes=minutes)
    then = earliest(now, calendar, rhythm)
    assert then is not None
    assert then >= now
    local = then.astimezone(LOCAL)
    assert calendar.working_day(local.date(), rhythm)
    assert time(7) <= local.time() < time(21)


def test_a_summer_holiday_does_not_cover_the_school_year_that_it_runs_into() -> None:
    summer = Break(name="Zomervakantie", first=date(2025, 7, 19), last=date(2025, 8, 31))
    calendar = Calendar(breaks=(summer, CHRISTMAS))
    assert [year for year in range(2023, 2028) if calendar.covers(year)] == [2024, 2025]
    assert Calendar(breaks=(summer,)).uncovered(date(2025, 1, 1), date(2026, 12, 31)) == (2025, 2026)


def test_a_school_year_begins_in_august() -> None:
    assert [school_year_of(date(2026, month, 1)) for month in (7, 8)] == [2025, 2026]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 31), 12, date(2026, 12, 31)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 1), 0, date(2025, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, then: date) -> None:
    assert later_by_months(day, months) == then


def test_a_slip_in_a_calendar_or_a_rhythm_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(first=date(2026, 3, 2), last=date(2026, 3, 1))
    with pytest.raises(ValueError, match="more than a year"):
        Break(name="", first=date(2025, 12, 20), last=date(2027, 1, 4))
    for workdays in ([], [6, 7], [0, 1]):
        with pytest.raises(ValueError, match="Monday"):
            Rhythm(workdays=frozenset(workdays))


@pytest.mark.parametrize(
    ("at", "wanted", "why"),
    [
        ("2026-03-03 06:59", True, "before seven"),
        ("2026-03-03 07:00", False, "a Tuesday from seven on, before their own hour"),
        ("2026-03-03 19:59", False, "an early evening"),
        ("2026-03-03 20:00", True, "an evening that the region made longer"),
        ("2026-03-07 12:00", True, "a Saturday"),
        ("2025-12-22 12:00", True, "a school holiday"),
        ("2026-03-10 12:00", True, "a pause of theirs"),
    ],
)
def test_nobody_is_disturbed_out_of_hours(at: str, wanted: bool, why: str) -> None:
    away = Period(first=date(2026, 3, 9), last=date(2026, 3, 15))
    rhythm = Rhythm(at=time(16, 0), pauses=(away,), hours=Hours(end=time(20, 0)))
    assert (
        disturbing(datetime.fromisoformat(at).replace(tzinfo=LOCAL), Calendar(breaks=(CHRISTMAS,)), rhythm)
        is wanted
    ), why
