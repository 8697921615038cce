"""The weekly summary: when each channel hears of its week, and what happens when that moment was missed.

Every channel of a region has one occurrence a week. A quiet day has none, and what is late by more than three days
is not said any more; either way the next summary covers everything since the last one that was said.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from handlers.week import weeks as wording
from jobs.reading import HORIZON, Readings
from programme.calendar import Period, Rhythm, earliest
from programme.messages import Address, News
from programme.records import Chat, Region
from programme.rules import Rules
from programme.weekly import WEEK, Week, Weekly, weekly_moments
from storage import calendars, occurrences, weeks
from storage.chats import chats
from storage.database import Transaction
from storage.messages import outbox
from storage.occurrences import Occurrence

RULE = "summary"
WORTH_SAYING = timedelta(days=3)
MORNING = time(8, 30)
log = structlog.get_logger()


def derive_summaries(tx: Transaction, region: Region, rules: Rules, now: datetime) -> None:
    """Make the summaries that wait in each channel of a region what its calendar wants from now on.

    What fell due and was not said yet stays.
    """
    today = now.astimezone(ZoneInfo(region.zone)).date()
    days = Period(first=today, last=today + HORIZON)
    calendar = calendars.calendar(tx, region.key)
    moments = weekly_moments(_weekly(region, rules), calendar, days)
    for channel in chats.hearing(tx, region.key, News.SUMMARY):
        wanted = [_occurrence(region, channel, week) for week in moments if week.at > now]
        overdue = [one for one in occurrences.pending(tx, channel.key) if _overdue(one, today, now)]
        occurrences.derive(tx, channel.key, [*wanted, *overdue])


def say_summaries(readings: Readings, due: Sequence[Occurrence], now: datetime) -> None:
    """Tell one channel its week; of several that are due only the last, for it covers the others."""
    *before, last = sorted(due, key=lambda one: one.at)
    reading = readings.of(last.region)
    tx, region, rules = reading.tx, reading.region, reading.rules
    for one in before:
        _expire(tx, one, now)
    hearing = chats.hearing(tx, last.region, News.SUMMARY)
    channel = next((one for one in hearing if one.key == last.chat), None)
    at = _moment(tx, region, rules, last, now)
    if channel is None or at is None:
        _expire(tx, last, now)
    elif at > now:
        occurrences.put_off(tx, last, at)
    else:
        _tell(tx, region, channel, rules, last, now)


def _tell(
    tx: Transaction, region: Region, channel: Chat, rules: Rules, due: Occurrence, now: datetime
) -> None:
    since = weeks.last_said(tx, region.key, channel.key) or _first_since(tx, region, rules, due)
    if occurrences.claim(tx, due, now):
        summary = weeks.summary(tx, region, channel.subregion, since, now)
        message = replace(wording.told(summary), to=Address(chat=channel.key), news=News.SUMMARY)
        outbox.say(tx, message, asked_in=None, region=region.key, now=now)


def _first_since(tx: Transaction, region: Region, rules: Rules, due: Occurrence) -> datetime:
    """Return from when on a channel's first summary tells: before the first one that was due, said or not.

    From the summary before that one, as if it had been said: holidays in between are told as well.
    """
    first = weeks.first_due(tx, region.key, due.item) or due.day
    weekly = _weekly(region, rules)
    found = weekly_moments(weekly, calendars.calendar(tx, region.key), Period(first=first, last=first))
    return found[0].since if found else weekly.moment(first) - WEEK


def _moment(tx: Transaction, region: Region, rules: Rules, due: Occurrence, now: datetime) -> datetime | None:
    """Return when a summary that is due can be said: at once, when the quiet is over, or (None) never."""
    rhythm = Rhythm(at=min(MORNING, rules.weekly.at), zone=region.zone, hours=rules.hours)
    at = earliest(now, calendars.calendar(tx, region.key), rhythm)
    if at is None or at.astimezone(ZoneInfo(region.zone)).date() - due.day > WORTH_SAYING:
        return None
    return at


def _weekly(region: Region, rules: Rules) -> Weekly:
    """Return the weekday and hour of a region's rules, in the region's own zone."""
    return replace(rules.weekly, zone=region.zone)


def _expire(tx: Transaction, due: Occurrence, now: datetime) -> None:
    if occurrences.claim(tx, due, now, "expired"):
        log.info("summary.expired", occurrence=due.key)


def _occurrence(region: Region, channel: Chat, week: Week) -> Occurrence:
    return Occurrence(
        region=region.key, rule=RULE, item=channel.key, chat=channel.key, day=week.day, at=week.at
    )


def _overdue(one: Occurrence, today: date, now: datetime) -> bool:
    return one.day < today or one.at <= now
