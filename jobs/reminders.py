"""Reminders: which occurrences a milestone yields, and how what is due to one person becomes one message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.desk import OpenDesk
from handlers.milestone_lines import Part, Reminder
from handlers.milestones import reminder
from programme.cadence import Rule, Watched, nudges
from programme.calendar import Calendar, Period, Rhythm, earliest
from programme.permissions import Deed
from programme.records import Chat, Milestone, Person, Region
from programme.rules import Rules
from programme.silence import Silence, coordinator_hears_on, manager_hears_on
from storage import calendars, occurrences, outbox, people, plans, progress, silence
from storage.database import Transaction
from storage.occurrences import Occurrence

SILENT = "silence"
UNANSWERED = "unanswered"
RULES = frozenset({*(rule.value for rule in Rule), SILENT, UNANSWERED})
NOWHERE = Chat(key="", platform="", kind="private")


class Reading:
    """Who people are and when they may be spoken to, read once for many milestones of a region."""

    def __init__(self, tx: Transaction, region: Region, rules: Rules, now: datetime) -> None:
        self.tx = tx
        self.region = region
        self.rules = rules
        self.today = now.astimezone(ZoneInfo(region.zone)).date()
        self._known: dict[str, tuple[Calendar, Rhythm]] = {}

    def times(self, key: str) -> tuple[Calendar, Rhythm]:
        """Return the calendar and the rhythm of a person in this region."""
        if key not in self._known:
            person = people.person(self.tx, key) or Person(key=key, name="")
            calendar = calendars.calendar_of(self.tx, self.region.key, person)
            rhythm = calendars.rhythm(self.tx, self.region.zone, person, self.rules.hours)
            self._known[key] = calendar, rhythm
        return self._known[key]


def derive_milestone(reading: Reading, milestone: Milestone, days: Period) -> None:
    """Make the pending occurrences of a milestone what the rules want now, for everybody."""
    asked = plans.reminded_for(reading.tx, milestone.key) if not milestone.closed else []
    wanted = [one for person in asked for one in _nudges(reading, milestone, person, days)]
    occurrences.derive(reading.tx, milestone.key, [*wanted, *_silences(reading, milestone, asked)])


def _nudges(reading: Reading, milestone: Milestone, person: str, days: Period) -> Iterator[Occurrence]:
    watched = _watched(reading, milestone, person)
    for nudge in nudges(watched, reading.rules.cadence, *reading.times(person), days):
        yield Occurrence(
            region=reading.region.key,
            rule=nudge.rule.value,
            item=milestone.key,
            day=nudge.nominal,
            at=nudge.at,
            person=person,
        )


def _watched(reading: Reading, milestone: Milestone, person: str) -> Watched:
    tx, (_calendar, rhythm) = reading.tx, reading.times(person)
    position = plans.position(tx, reading.region.key, milestone.key, person)
    form = f"{milestone.start}|{milestone.due}|{milestone.forecast}|{position}|{rhythm.pauses}"
    reported = silence.reported_on(tx, milestone.key, reading.region.zone)
    return Watched(
        key=milestone.key,
        since=progress.watching_since(tx, milestone.key, person, form, reading.today),
        start=milestone.start,
        planned=milestone.due,
        forecast=milestone.forecast,
        closed=milestone.closed or progress.finished(tx, milestone.key, position),
        snoozed_until=progress.put_off_until(tx, milestone.key, person),
        reported=max(reported, default=None),
    )


def _silences(reading: Reading, milestone: Milestone, asked: Sequence[str]) -> Iterator[Occurrence]:
    """Yield when the lead team's deputy or coordinator hears that nobody answers."""
    if not asked:
        return
    day = coordinator_hears_on(
        _silence(reading, milestone, asked[0]), reading.rules.patience, *reading.times(asked[0])
    )
    for colleague in silence.colleagues(reading.tx, milestone.key, asked[0]) if day else ():
        calendar, rhythm = reading.times(colleague)
        told = calendar.next_working_day(day - timedelta(days=1), rhythm) if day else None
        if told and told >= reading.today:
            yield Occurrence(
                region=reading.region.key,
                rule=SILENT,
                item=milestone.key,
                day=told,
                at=rhythm.moment(told),
                person=colleague,
            )


def _silence(reading: Reading, milestone: Milestone, person: str) -> Silence:
    zone = reading.region.zone
    return Silence(
        due=milestone.expected,
        reminders=silence.asked_on(reading.tx, milestone.key, person, zone),
        answers=silence.reported_on(reading.tx, milestone.key, zone),
    )


def derive_lists(reading: Reading, days: Period) -> None:
    """Derive the programme managers' weekly list: on the first working day of each week."""
    wanted = []
    for manager in people.who_may(reading.tx, Deed.MANAGE, reading.region.key):
        calendar, rhythm = reading.times(manager)
        monday = days.first - timedelta(days=days.first.isoweekday() - 1)
        while monday <= days.last:
            day = calendar.next_working_day(monday - timedelta(days=1), rhythm)
            if day and day in days and day < monday + timedelta(days=7):
                wanted.append(_list_on(reading, manager, day, rhythm))
            monday += timedelta(days=7)
    occurrences.derive(reading.tx, _list_item(reading.region.key), wanted)


def _list_item(region: str) -> str:
    return f"{UNANSWERED}:{region}"


def _list_on(reading: Reading, manager: str, day: date, rhythm: Rhythm) -> Occurrence:
    return Occurrence(
        region=reading.region.key,
        rule=UNANSWERED,
        item=_list_item(reading.region.key),
        day=day,
        at=rhythm.moment(day),
        person=manager,
    )


@dataclass(frozen=True, kw_only=True)
class _Due:
    """What one region has due for one person."""

    reading: Reading
    person: Person
    batch: tuple[Occurrence, ...]


def remind(tx: Transaction, batch: Sequence[Occurrence], rules: Rules, now: datetime) -> None:
    """Say in one message what one person is due; what may not be said now waits for their next moment."""
    person = people.person(tx, batch[0].person or "")
    if person is None or person.stopped:
        for one in batch:
            occurrences.claim(tx, one, now, "expired")
        return
    parts = []
    for key in dict.fromkeys(one.region for one in batch):
        region = people.region(tx, key)
        if region:
            theirs = tuple(one for one in batch if one.region == key)
            parts.append(
                _part(_Due(reading=Reading(tx, region, rules, now), person=person, batch=theirs), now)
            )
    _say(tx, person, tuple(part for part in parts if part and part.keys), now)


def _part(due: _Due, now: datetime) -> Part | None:
    """Claim what may be said now and return it as a part of the message; put the rest off."""
    tx, reading = due.reading.tx, due.reading
    at = _moment(due, now)
    if at is None or at > now:
        for one in due.batch:
            occurrences.put_off(tx, one, at)
        return None
    claimed = [one for one in due.batch if occurrences.claim(tx, one, now)]
    open_ones = [one for one in claimed if _open(reading, one)]
    items = tuple((one.item, one.rule) for one in open_ones if one.rule not in (SILENT, UNANSWERED))
    for one in open_ones:
        occurrences.mark_stale(tx, reading.region.key, one.item)
    return Part(
        region=reading.region.key,
        items=tuple({key: (key, rule) for key, rule in items}.values()),
        hears=_hears(reading, [key for key, _rule in items], due.person.key),
        silent=tuple(one.item for one in open_ones if one.rule == SILENT),
        unanswered=unanswered(reading) if any(one.rule == UNANSWERED for one in claimed) else (),
    )


def _moment(due: _Due, now: datetime) -> datetime | None:
    """Return when this may be said: not at night or on a quiet day, and not after today's message."""
    calendar, rhythm = due.reading.times(due.person.key)
    if silence.reminder_said(due.reading.tx, due.person.key, _subject(due.reading.today)):
        midnight = datetime.combine(
            due.reading.today + timedelta(days=1), datetime.min.time(), ZoneInfo(due.reading.region.zone)
        )
        return earliest(midnight, calendar, rhythm)
    return earliest(now, calendar, rhythm)


def _open(reading: Reading, one: Occurrence) -> bool:
    milestone = plans.milestone(reading.tx, reading.region.key, one.item)
    return milestone is not None and not milestone.closed


def _hears(reading: Reading, items: Sequence[str], person: str) -> date | None:
    """Return the first day on which a colleague hears of silence on one of these, if nothing comes."""
    days = []
    for key in items:
        milestone = plans.milestone(reading.tx, reading.region.key, key)
        if milestone and silence.colleagues(reading.tx, key, person):
            quiet = _silence(reading, milestone, person)
            days.append(coordinator_hears_on(quiet, reading.rules.patience, *reading.times(person)))
    return min((day for day in days if day and day > reading.today), default=None)


def unanswered(reading: Reading) -> tuple[str, ...]:
    """Return the milestones of a region that are late, were asked about, and have had no news for long."""
    found = []
    for milestone in plans.milestones(reading.tx, reading.region.key):
        asked = plans.reminded_for(reading.tx, milestone.key) if milestone.late(reading.today) else []
        days = (
            manager_hears_on(
                _said(reading, milestone, person), reading.rules.patience, *reading.times(person)
            )
            for person in asked
        )
        if any(day is not None and day <= reading.today for day in days):
            found.append(milestone.key)
    return tuple(found)


def _said(reading: Reading, milestone: Milestone, person: str) -> Silence:
    """The same as ``_silence``, without what is still to be said."""
    quiet = _silence(reading, milestone, person)
    return replace(quiet, reminders=tuple(day for day in quiet.reminders if day <= reading.today))


def _subject(today: date) -> str:
    return f"reminder:{today.isoformat()}"


def _say(tx: Transaction, person: Person, parts: tuple[Part, ...], now: datetime) -> None:
    region = people.region(tx, parts[0].region) if parts else None
    if region is None:
        return
    today = now.astimezone(ZoneInfo(region.zone)).date()
    view = Reminder(parts=parts, mark=progress.mark(tx), subject=_subject(today))
    desk = OpenDesk(tx=tx, now=now, fresh="", person=person, region=region, chat=NOWHERE)
    outbox.say(tx, reminder(view, desk), asked_in=None, region=region.key, now=now)
