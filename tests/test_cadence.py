"""Who hears when about a milestone: the cases that teach the rules."""

from dataclasses import replace
from datetime import date

import pytest

from programme.cadence import Cadence, Watched, nudges
from programme.calendar import Break, Calendar, Period, Rhythm

CADENCE = Cadence()


def heard(watched: Watched, until: date, rhythm: Rhythm | None = None, *breaks: Break) -> list[str]:
    days = Period(first=watched.since, last=until)
    told = nudges(watched, CADENCE, Calendar(breaks=breaks), rhythm or Rhythm(), days)
    return [f"{nudge.day:%a %d %b} {nudge.rule}" for nudge in told]


SINCE = date(2020, 1, 1)


def test_an_ordinary_milestone_is_heard_of_four_times_and_weekly_when_late() -> None:
    short = Watched(key="m", since=SINCE, start=date(2026, 5, 1), planned=date(2026, 6, 17))
    assert heard(short, until=date(2026, 7, 8)) == [
        "Wed 20 May before",
        "Wed 03 Jun before",
        "Wed 10 Jun before",
        "Wed 17 Jun today",
        "Mon 29 Jun late",
        "Mon 06 Jul late",
    ]


def test_a_monday_that_is_a_holiday_skips_no_week_of_what_is_late() -> None:
    easter = Watched(key="m", since=SINCE, planned=date(2026, 3, 10))
    assert heard(easter, until=date(2026, 4, 20))[-4:] == [
        "Mon 30 Mar late",
        "Tue 07 Apr late",
        "Mon 13 Apr late",
        "Mon 20 Apr late",
    ]


def test_six_months_are_long_and_a_day_less_is_not() -> None:
    half = Watched(key="m", since=SINCE, start=date(2026, 1, 1), planned=date(2026, 6, 30))
    assert heard(half, until=date(2026, 4, 30)) == ["Fri 02 Jan start", "Wed 01 Apr ask"]
    less = Watched(key="m", since=SINCE, start=date(2026, 1, 1), planned=date(2026, 6, 29))
    assert heard(less, until=date(2026, 4, 30)) == []


def test_the_questions_end_where_the_countdown_begins() -> None:
    year = Watched(key="m", since=date(2026, 9, 1), start=date(2026, 3, 10), planned=date(2026, 12, 31))
    assert heard(year, until=date(2026, 12, 20)) == [
        "Thu 10 Sep ask",
        "Thu 03 Dec before",
        "Thu 17 Dec before",
    ]


def test_a_question_put_off_stays_a_question() -> None:
    year = Watched(
        key="m",
        since=SINCE,
        start=date(2026, 1, 1),
        planned=date(2026, 12, 31),
        snoozed_until=date(2026, 4, 8),
    )
    assert heard(year, until=date(2026, 7, 1)) == ["Wed 08 Apr ask", "Wed 01 Jul ask"]


def test_a_report_makes_a_question_needless_and_a_reminder_on_its_own_day() -> None:
    year = Watched(key="m", since=SINCE, start=date(2026, 1, 1), planned=date(2026, 12, 9))
    reported = replace(year, reported=date(2026, 9, 28))
    assert "Thu 01 Oct ask" in heard(year, until=date(2026, 12, 9))
    assert "Thu 01 Oct ask" not in heard(reported, until=date(2026, 12, 9))
    on_the_day = replace(year, reported=date(2026, 12, 9))
    assert heard(on_the_day, until=date(2026, 12, 21))[-2:] == ["Wed 02 Dec before", "Mon 21 Dec late"]


def test_what_has_no_date_is_asked_after_every_half_year() -> None:
    undated = Watched(key="m", since=date(2026, 1, 14))
    assert heard(undated, until=date(2027, 8, 1)) == [
        "Tue 14 Jul undated",
        "Thu 14 Jan undated",
        "Wed 14 Jul undated",
    ]


MAY = Break(name="Meivakantie", first=date(2026, 4, 25), last=date(2026, 5, 3))


def test_before_a_holiday_one_message_stands_for_those_within() -> None:
    monday_after = Watched(key="m", since=SINCE, planned=date(2026, 5, 4))
    assert heard(monday_after, date(2026, 5, 12), None, MAY) == [
        "Tue 07 Apr before",  # 28 days: Easter Monday, and a week is left
        "Mon 20 Apr before",
        "Mon 04 May today",  # 7 days would be the Friday before the holiday: one working day ago
        "Mon 11 May late",
    ]


@pytest.mark.parametrize(
    ("last", "heard_on", "why"),
    [
        (date(2026, 6, 9), "Wed 10 Jun before", "a week before the due date is early enough"),
        (date(2026, 6, 10), "Fri 29 May before", "six days are not"),
    ],
)
def test_seven_days_before_the_due_date_are_enough(last: date, heard_on: str, why: str) -> None:
    away = Rhythm(pauses=(Period(first=date(2026, 5, 30), last=last),))
    watched = Watched(key="m", since=date(2026, 5, 25), planned=date(2026, 6, 17))
    assert heard(watched, date(2026, 6, 17), away) == [heard_on, "Wed 17 Jun today"], why


def test_what_became_known_in_a_holiday_is_said_after_it() -> None:
    christmas = Break(name="Kerstvakantie", first=date(2025, 12, 20), last=date(2026, 1, 4))
    new = Watched(key="m", since=date(2025, 12, 22), planned=date(2025, 12, 31))
    assert heard(new, date(2026, 1, 14), None, christmas) == ["Mon 05 Jan late", "Mon 12 Jan late"]
    told_before = Watched(key="m", since=date(2025, 12, 19), planned=date(2025, 12, 31))
    assert heard(told_before, date(2026, 1, 6), None, christmas) == ["Fri 19 Dec before"]


def test_a_day_put_off_is_said_and_the_due_date_as_well() -> None:
    later = Watched(key="m", since=SINCE, planned=date(2026, 6, 17), snoozed_until=date(2026, 6, 15))
    assert heard(later, until=date(2026, 6, 29)) == [
        "Mon 15 Jun before",
        "Wed 17 Jun today",
        "Mon 29 Jun late",
    ]


def test_a_new_date_keeps_the_plan_and_moves_the_reminders() -> None:
    moved = Watched(key="m", since=date(2026, 6, 10), planned=date(2026, 6, 17), forecast=date(2026, 9, 16))
    assert moved.planned == date(2026, 6, 17)
    assert heard(moved, until=date(2026, 9, 28)) == [
        "Wed 19 Aug before",
        "Wed 02 Sep before",
        "Wed 09 Sep before",
        "Wed 16 Sep today",
        "Mon 28 Sep late",
    ]


def test_after_a_promise_to_be_early_the_plan_still_counts() -> None:
    early = Watched(key="m", since=SINCE, planned=date(2026, 6, 17), forecast=date(2026, 5, 12))
    assert heard(early, until=date(2026, 6, 29))[3:] == [
        "Tue 12 May today",
        "Wed 20 May before",
        "Wed 03 Jun before",
        "Wed 10 Jun before",
        "Wed 17 Jun today",
        "Mon 29 Jun late",
    ]


def test_the_countdown_to_the_plan_begins_after_the_promise() -> None:
    early = Watched(key="m", since=SINCE, planned=date(2026, 9, 23), forecast=date(2026, 9, 16))
    assert heard(early, until=date(2026, 9, 23)) == [
        "Wed 19 Aug before",
        "Wed 02 Sep before",
        "Wed 09 Sep before",
        "Wed 16 Sep today",
        "Wed 23 Sep today",
    ]


def test_who_paused_for_good_hears_nothing_from_then_on() -> None:
    gone = Rhythm(pauses=(Period(first=date(2026, 6, 30), last=date.max),))
    watched = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(watched, date(2026, 12, 31), gone)[-1] == "Mon 29 Jun late"
    autumn = Period(first=date(2026, 9, 1), last=date(2026, 12, 31))
    assert nudges(watched, CADENCE, Calendar(), gone, autumn) == ()


def test_who_works_on_mondays_hears_on_mondays() -> None:
    mondays = Rhythm(workdays=frozenset({1}))
    short = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(short, date(2026, 6, 30), mondays) == [
        "Mon 01 Jun before",  # 28 days: a Wednesday, and the Monday after it is Whit Monday
        "Mon 08 Jun before",
        "Mon 15 Jun before",
        "Mon 22 Jun late",
        "Mon 29 Jun late",
    ]


def test_what_is_closed_is_not_spoken_of() -> None:
    open_one = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(open_one, until=date(2026, 7, 1))
    assert heard(replace(open_one, closed=True), until=date(2026, 7, 1)) == []


def test_a_region_can_set_its_own_cadence() -> None:
    gentle = Cadence(before=(14, 1), late_every=14)
    watched = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    days = Period(first=SINCE, last=date(2026, 7, 15))
    told = nudges(watched, gentle, Calendar(), Rhythm(), days)
    assert [(watched.planned, (nudge.nominal - date(2026, 6, 17)).days) for nudge in told] == [
        (watched.planned, shift) for shift in (-14, -1, 12, 26)
    ]
    with pytest.raises(ValueError, match="forward only"):
        Cadence(late_every=0)


def test_four_years_of_a_whole_region_are_derived_in_one_go() -> None:
    breaks = tuple(
        Break(name="", first=date(year, 12, 20), last=date(year + 1, 1, 2)) for year in range(2019, 2025)
    )
    calendar, rhythm = Calendar(breaks=breaks), Rhythm()
    days = Period(first=date(2020, 1, 1), last=date(2023, 12, 31))
    told = 0
    for number in range(400):
        year = 2020 + number % 4
        watched = Watched(
            key=str(number), since=days.first, start=date(year, 1, 1), planned=date(year, 12, 31)
        )
        told += len(nudges(watched, CADENCE, calendar, rhythm, days))
    assert told > 20_000
