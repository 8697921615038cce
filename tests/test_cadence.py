"""Who hears when: properties over 2024 to 2037, and the cases that taught us the rules."""

import time
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as hour
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from programme.cadence import Cadence, Lateness, Nudge, Rule, Watched, nudges
from programme.calendar import AMSTERDAM, DAY, Break, Calendar, Period, Rhythm
from tests.times import calendars, days, milestones, rhythms, steady, windows

CADENCE = Cadence()
LOCAL = ZoneInfo(AMSTERDAM)


def hears(
    watched: Watched, calendar: Calendar, rhythm: Rhythm, days: Period | None = None
) -> tuple[Nudge, ...]:
    return nudges(watched, CADENCE, calendar, rhythm, days or lifetime(watched))


def lifetime(watched: Watched) -> Period:
    known = (watched.since, watched.start, watched.planned, watched.forecast, watched.snoozed_until)
    dates = [day for day in known if day]
    return Period(first=min(dates) - timedelta(days=400), last=max(dates) + timedelta(days=400))


def heard(watched: Watched, until: date, rhythm: Rhythm | None = None, *breaks: Break) -> list[str]:
    days = Period(first=watched.since, last=until)
    told = hears(watched, Calendar(breaks=breaks), rhythm or Rhythm(), days)
    return [f"{nudge.day:%a %d %b} {nudge.rule}" for nudge in told]


@steady
@given(milestones(), calendars(), rhythms())
def test_nothing_is_said_at_night_or_on_a_quiet_day(
    watched: Watched, calendar: Calendar, rhythm: Rhythm
) -> None:
    for nudge in hears(watched, calendar, rhythm):
        local = nudge.at.astimezone(LOCAL)
        assert local.date() == nudge.day
        assert hour(7) <= local.time() < hour(21)
        assert calendar.working_day(nudge.day, rhythm)


@steady
@given(milestones(), calendars(), rhythms())
def test_each_occurrence_comes_once_and_at_most_one_a_day(
    watched: Watched, calendar: Calendar, rhythm: Rhythm
) -> None:
    told = hears(watched, calendar, rhythm)
    assert len({(nudge.rule, nudge.nominal) for nudge in told}) == len(told)
    assert all(earlier.day < later.day for earlier, later in pairwise(told))


@steady
@given(milestones(), calendars(), rhythms(), windows())
def test_windows_side_by_side_say_what_one_says(
    watched: Watched, calendar: Calendar, rhythm: Rhythm, windows: list[int]
) -> None:
    first = watched.since - timedelta(days=100)
    cuts = [first + sum(windows[:n]) * DAY for n in range(len(windows) + 1)]
    pieces = (Period(first=here, last=there - DAY) for here, there in pairwise(cuts))
    told = [nudge for days in pieces for nudge in hears(watched, calendar, rhythm, days)]
    assert told == list(hears(watched, calendar, rhythm, Period(first=first, last=cuts[-1] - DAY)))


@steady
@given(milestones(), calendars(), rhythms())
def test_only_what_was_asked_for_and_the_due_date_come_within_five_working_days(
    watched: Watched, calendar: Calendar, rhythm: Rhythm
) -> None:
    firm = {watched.snoozed_until, watched.due, watched.planned}
    for earlier, later in pairwise(hears(watched, calendar, rhythm)):
        if not {earlier.nominal, later.nominal} <= firm:
            assert calendar.working_days_between(earlier.day, later.day) >= CADENCE.merge_within


@steady
@given(milestones(), calendars(), rhythms())
def test_what_moves_goes_forward_a_week_before_the_due_date_and_back_after_that(
    watched: Watched, calendar: Calendar, rhythm: Rhythm
) -> None:
    for nudge in hears(watched, calendar, rhythm):
        ahead = [target for target in watched.targets if target >= nudge.nominal]
        if calendar.working_day(nudge.nominal, rhythm):
            assert nudge.day == nudge.nominal
        elif nudge.day > nudge.nominal:
            assert nudge.day == calendar.next_working_day(nudge.nominal, rhythm)
            back = calendar.previous_working_day(nudge.nominal, rhythm)
            assert back is not None
            put_off = nudge.nominal == watched.snoozed_until
            too_early = back < max(watched.since, watched.snoozed_until or watched.since)
            assert (
                not ahead
                or put_off
                or too_early
                or any((target - nudge.day).days >= CADENCE.ahead for target in ahead)
            )
        else:
            assert nudge.day == calendar.previous_working_day(nudge.nominal, rhythm)
            after = calendar.next_working_day(nudge.nominal, rhythm)
            assert after is not None
            assert any((target - after).days < CADENCE.ahead for target in ahead)


@steady
@given(milestones(), calendars(), rhythms())
def test_the_rule_says_where_the_day_stands(watched: Watched, calendar: Calendar, rhythm: Rhythm) -> None:
    for nudge in hears(watched, calendar, rhythm):
        if nudge.rule is Rule.UNDATED:
            assert watched.due is None
        elif nudge.rule is Rule.LATE:
            assert watched.due is not None
            assert nudge.day > watched.due
        elif nudge.rule is Rule.TODAY:
            assert nudge.day in watched.targets
        else:
            assert nudge.day < watched.targets[-1]


@steady
@given(milestones(), calendars(), rhythms())
def test_the_due_date_is_always_said(watched: Watched, calendar: Calendar, rhythm: Rhythm) -> None:
    told = hears(watched, calendar, rhythm)
    for target in watched.targets:
        if target < max(watched.since, watched.snoozed_until or watched.since):
            continue
        day = target if calendar.working_day(target, rhythm) else None
        day = day or calendar.previous_working_day(target, rhythm)
        assert day is not None
        if day == watched.reported:
            continue
        after = calendar.next_working_day(target, rhythm)
        assert {nudge.day for nudge in told} & {day, after}


@steady
@given(milestones(), calendars(), rhythms(), days())
def test_later_is_silent_until_that_day_and_speaks_then(
    watched: Watched, calendar: Calendar, rhythm: Rhythm, until: date
) -> None:
    later = Watched(
        key="m", since=until - DAY, start=watched.start, planned=watched.planned, snoozed_until=until
    )
    told = hears(later, calendar, rhythm)
    assert told[0].day == (
        until if calendar.working_day(until, rhythm) else calendar.next_working_day(until, rhythm)
    )


@steady
@given(milestones(), calendars(), rhythms(), days())
def test_reminders_follow_the_forecast_and_forget_the_plan(
    watched: Watched, calendar: Calendar, rhythm: Rhythm, forecast: date
) -> None:
    planned = forecast - timedelta(days=90)
    since = planned - DAY
    moved = Watched(key="m", since=since, start=watched.start, planned=planned, forecast=forecast)
    plain = Watched(key="m", since=since, start=watched.start, planned=forecast)
    assert hears(moved, calendar, rhythm) == hears(plain, calendar, rhythm)


@steady
@given(milestones(), calendars(), rhythms())
def test_a_report_is_left_in_peace(watched: Watched, calendar: Calendar, rhythm: Rhythm) -> None:
    for nudge in hears(watched, calendar, rhythm):
        assert nudge.day != watched.reported
        if watched.reported and nudge.rule in (Rule.ASK, Rule.UNDATED) and nudge.day > watched.reported:
            assert calendar.working_days_between(watched.reported, nudge.day) >= CADENCE.merge_within


SINCE = date(2020, 1, 1)


def test_an_ordinary_milestone_is_heard_of_four_times_and_weekly_when_late() -> None:
    short = Watched(key="m", since=SINCE, start=date(2026, 5, 1), planned=date(2026, 6, 17))
    assert heard(short, until=date(2026, 7, 8)) == [
        "Wed 20 May before",
        "Wed 03 Jun before",
        "Wed 10 Jun before",
        "Wed 17 Jun today",
        "Wed 24 Jun late",
        "Wed 01 Jul late",
        "Wed 08 Jul late",
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
    assert heard(on_the_day, until=date(2026, 12, 16))[-2:] == ["Wed 02 Dec before", "Wed 16 Dec late"]


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
    assert heard(new, date(2026, 1, 14), None, christmas) == ["Mon 05 Jan late", "Wed 14 Jan late"]
    told_before = Watched(key="m", since=date(2025, 12, 19), planned=date(2025, 12, 31))
    assert heard(told_before, date(2026, 1, 6), None, christmas) == ["Fri 19 Dec before"]


def test_a_day_put_off_is_said_and_the_due_date_as_well() -> None:
    later = Watched(key="m", since=SINCE, planned=date(2026, 6, 17), snoozed_until=date(2026, 6, 15))
    assert heard(later, until=date(2026, 6, 24)) == [
        "Mon 15 Jun before",
        "Wed 17 Jun today",
        "Wed 24 Jun late",
    ]


def test_a_new_date_keeps_the_plan_and_moves_the_reminders() -> None:
    moved = Watched(key="m", since=date(2026, 6, 10), planned=date(2026, 6, 17), forecast=date(2026, 9, 16))
    assert moved.planned == date(2026, 6, 17)
    assert heard(moved, until=date(2026, 9, 23)) == [
        "Wed 19 Aug before",
        "Wed 02 Sep before",
        "Wed 09 Sep before",
        "Wed 16 Sep today",
        "Wed 23 Sep late",
    ]


def test_after_a_promise_to_be_early_the_plan_still_counts() -> None:
    early = Watched(key="m", since=SINCE, planned=date(2026, 6, 17), forecast=date(2026, 5, 12))
    assert heard(early, until=date(2026, 6, 24))[3:] == [
        "Tue 12 May today",
        "Wed 20 May before",
        "Wed 03 Jun before",
        "Wed 10 Jun before",
        "Wed 17 Jun today",
        "Wed 24 Jun late",
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
    gone = Rhythm(pauses=(Period(first=date(2026, 6, 25), last=date.max),))
    watched = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(watched, date(2026, 12, 31), gone)[-1] == "Wed 24 Jun late"
    autumn = Period(first=date(2026, 9, 1), last=date(2026, 12, 31))
    assert hears(watched, Calendar(), gone, autumn) == ()


def test_who_works_on_mondays_hears_on_mondays() -> None:
    mondays = Rhythm(workdays=frozenset({1}))
    short = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(short, date(2026, 6, 30), mondays) == [
        "Mon 01 Jun before",  # 28 days: a Wednesday, and the Monday after it is Whit Monday
        "Mon 08 Jun before",
        "Mon 15 Jun before",
        "Mon 29 Jun late",
    ]


def test_what_is_closed_is_not_spoken_of() -> None:
    open_one = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    assert heard(open_one, until=date(2026, 7, 1))
    assert heard(replace(open_one, closed=True), until=date(2026, 7, 1)) == []


@pytest.mark.parametrize(
    ("planned", "forecast", "lateness"),
    [
        (date(2026, 6, 17), None, Lateness.LATE),
        (date(2026, 6, 18), None, Lateness.NONE),
        (date(2026, 6, 17), date(2026, 6, 18), Lateness.NEW_DATE),
        (date(2026, 6, 16), date(2026, 6, 17), Lateness.LATE),
        (date(2026, 6, 20), date(2026, 6, 1), Lateness.NONE),
        (None, date(2026, 6, 1), Lateness.NONE),
    ],
)
def test_late_is_past_the_plan_and_a_new_date_is_counted_apart(
    planned: date | None, forecast: date | None, lateness: Lateness
) -> None:
    watched = Watched(key="m", since=SINCE, planned=planned, forecast=forecast)
    assert watched.lateness(date(2026, 6, 18)) is lateness
    assert replace(watched, closed=True).lateness(date(2026, 6, 18)) is Lateness.NONE


def test_a_region_can_set_its_own_cadence() -> None:
    gentle = Cadence(before=(14, 1), late_every=14)
    watched = Watched(key="m", since=SINCE, planned=date(2026, 6, 17))
    days = Period(first=SINCE, last=date(2026, 7, 15))
    told = nudges(watched, gentle, Calendar(), Rhythm(), days)
    assert [(watched.planned, (nudge.nominal - date(2026, 6, 17)).days) for nudge in told] == [
        (watched.planned, shift) for shift in (-14, -1, 14, 28)
    ]
    with pytest.raises(ValueError, match="forward only"):
        Cadence(late_every=0)


def test_four_years_of_a_whole_region_take_less_than_a_second() -> None:
    breaks = tuple(
        Break(name="", first=date(year, 12, 20), last=date(year + 1, 1, 2)) for year in range(2019, 2025)
    )
    calendar, rhythm = Calendar(breaks=breaks), Rhythm()
    days = Period(first=date(2020, 1, 1), last=date(2023, 12, 31))
    began = time.process_time()
    told = 0
    for number in range(400):
        year = 2020 + number % 4
        watched = Watched(
            key=str(number), since=days.first, start=date(year, 1, 1), planned=date(year, 12, 31)
        )
        told += len(nudges(watched, CADENCE, calendar, rhythm, days))
    assert told > 20_000
    assert time.process_time() - began < 1
