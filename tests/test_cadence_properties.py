"""Who hears when, over 2024 to 2037: what holds for every milestone, calendar and rhythm."""

from datetime import date, timedelta
from datetime import time as hour
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given

from programme.cadence import WEEKLY, Cadence, Nudge, Rule, Watched, nudges
from programme.calendar import AMSTERDAM, DAY, Calendar, Period, Rhythm
from tests.times import calendars, days, milestones, rhythms, steady, windows, working_days_between

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
        if earlier.rule is later.rule is Rule.LATE:
            assert later.day - earlier.day >= WEEKLY
        elif not {earlier.nominal, later.nominal} <= firm:
            assert working_days_between(calendar, earlier.day, later.day) >= CADENCE.merge_within


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
            assert working_days_between(calendar, watched.reported, nudge.day) >= CADENCE.merge_within
