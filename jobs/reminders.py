"""Reminders: which occurrences a milestone yields, and how what is due to one person becomes one message."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.plan.milestones import reminder
from handlers.plan.reminder_lines import Part, Reminder
from jobs.reading import Reading, ReadingDesk, Readings
from jobs.silences import (
    SILENT,
    UNANSWERED,
    colleague_hears_on,
    silences,
    still_silent,
    unanswered,
    uncovered,
    unheard,
)
from programme.cadence import WEEKLY, Rule, Watched, nudges
from programme.calendar import DAY, Period, earliest, instant
from programme.records import NO_CHAT, Milestone, Person
from storage import occurrences, silence
from storage.database import Transaction
from storage.messages import outbox
from storage.occurrences import Occurrence
from storage.plan import plans, progress

RULES = frozenset({*(rule.value for rule in Rule), SILENT, UNANSWERED})
LONGEST_BREAK = timedelta(days=100)
FIRST_DAYS = 7
COMING = timedelta(days=14)


def derive_milestone(reading: Reading, milestone: Milestone, days: Period) -> None:
    """Make the pending occurrences of a milestone what the rules want now, for everybody.

    What fell due before ``days`` and was not said yet stays wanted.
    """
    asked = plans.reminded_for(reading.tx, milestone.key) if not milestone.closed else []
    waiting = {one.key: one for one in occurrences.pending(reading.tx, milestone.key)}
    wanted: list[Occurrence] = []
    for person in asked:
        watched = _watched(reading, milestone, person)
        theirs = [*_nudges(reading, watched, person, days)]
        missing = waiting.keys() - {one.key for one in theirs}
        overdue = [waiting[key] for key in sorted(missing) if waiting[key].person == person]
        wanted += [*theirs, *_overdue(reading, watched, overdue, days.first)]
    occurrences.derive(reading.tx, milestone.key, [*wanted, *silences(reading, milestone, wanted)])


def _overdue(
    reading: Reading, watched: Watched, waiting: Sequence[Occurrence], first: date
) -> Iterator[Occurrence]:
    """Yield what should have been said before a day, was not, and was not answered by a report since."""
    if not waiting:
        return
    since = max((watched.reported or date.min) + DAY, min(one.day for one in waiting) - LONGEST_BREAK)
    if since >= first:
        return
    wanted = _nudges(reading, watched, waiting[0].person or "", Period(first=since, last=first - DAY))
    keys = {one.key for one in waiting}
    yield from (one for one in wanted if one.key in keys)


def _nudges(reading: Reading, watched: Watched, person: str, days: Period) -> Iterator[Occurrence]:
    for nudge in nudges(watched, reading.rules.cadence, *reading.times(person), days):
        yield Occurrence(
            region=reading.region.key,
            rule=nudge.rule.value,
            item=watched.key,
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


@dataclass(frozen=True, kw_only=True)
class _Due:
    """What one region has due for one person."""

    reading: Reading
    person: Person
    batch: tuple[Occurrence, ...]


def remind(readings: Readings, batch: Sequence[Occurrence], now: datetime) -> None:
    """Say in one message what one person is due; what may not be said now waits for their next moment."""
    reading = readings.of(batch[0].region)
    person = reading.person(batch[0].person or "")
    if person is None or person.stopped:
        for one in batch:
            occurrences.claim(reading.tx, one, now, "expired")
        return
    timely = _timely(reading, batch, now)
    parts = [
        _part(_Due(reading=readings.of(key), person=person, batch=tuple(theirs)), now)
        for key, theirs in _by_region(timely).items()
    ]
    full = (part for part in parts if part and (part.keys or part.uncovered or part.unheard))
    _say(person, readings, tuple(full), now)


def _by_region(batch: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for one in batch:
        found.setdefault(one.region, []).append(one)
    return found


def _timely(reading: Reading, batch: Sequence[Occurrence], now: datetime) -> Sequence[Occurrence]:
    """Return what is said now; what is late and is heard of this week anyway waits for that, or for the next."""
    late = [one for one in batch if one.rule == Rule.LATE]
    if not late:
        return batch
    tx, person = reading.tx, batch[0].person or ""
    monday = reading.today + (8 - reading.today.isoweekday()) * DAY
    following = instant(monday, time.min, reading.region.zone)
    lately = instant(reading.today - WEEKLY + DAY, time.min, reading.region.zone)
    heard = silence.heard_of(tx, person, lately)
    waits = {
        **occurrences.coming(tx, person, now, following),
        **dict.fromkeys(heard, earliest(following, *reading.times(person))),
    }
    waiting = [one for one in late if one.item in waits]
    for one in waiting:
        occurrences.put_off(tx, one, waits[one.item])
    return [one for one in batch if one not in waiting]


def _put_off(tx: Transaction, waiting: Iterable[Occurrence], at: datetime | None) -> None:
    for one in waiting:
        occurrences.put_off(tx, one, at)


def _part(due: _Due, now: datetime) -> Part | None:
    """Claim what may be said now and return it as a part of the message; put the rest off."""
    tx, reading = due.reading.tx, due.reading
    at = _moment(due, now)
    if at is None or at > now:
        _put_off(tx, due.batch, at)
        return None
    claimed = occurrences.claim_all(tx, due.batch, now)
    for item in dict.fromkeys(one.item for one in claimed):
        _told(reading, item, due.person.key)
    open_ones = sorted((one for one in claimed if _open(reading, one)), key=lambda one: _place(reading, one))
    silent = tuple(dict.fromkeys(one.item for one in open_ones if one.rule == SILENT))
    items = {one.item: (one.item, one.rule) for one in open_ones if one.item not in silent}
    listed = any(one.rule == UNANSWERED for one in claimed)
    alone = unanswered(reading) if listed else ()
    hears, helpers = _hears(reading, items, due.person.key)
    return Part(
        region=reading.region.key,
        items=tuple(items.values()),
        hears=hears,
        helpers=helpers,
        silent=silent,
        unanswered=alone,
        unheard=unheard(reading) if listed else 0,
        uncovered=uncovered(reading) if listed and (alone or reading.today.day <= FIRST_DAYS) else (),
    )


def _told(reading: Reading, item: str, person: str) -> None:
    """Derive anew what saying something changes: no reminder, but when a colleague of the lead hears of silence."""
    milestone = reading.milestone(item)
    if milestone and person == reading.lead(milestone.key) and reading.colleagues(milestone.key):
        coming = occurrences.pending(reading.tx, milestone.key)
        occurrences.derive(reading.tx, milestone.key, silences(reading, milestone, coming), rule=SILENT)


def _place(reading: Reading, one: Occurrence) -> tuple[int, date, str]:
    """Where a milestone stands in a message: by activity, what is expected first above."""
    milestone = reading.milestone(one.item)
    activity = reading.activity(milestone.activity) if milestone else None
    number = activity.number if activity else 0
    return number, (milestone and milestone.expected) or date.max, one.item


def _moment(due: _Due, now: datetime) -> datetime | None:
    """Return when this may be said: not at night or on a quiet day, and not after today's message."""
    calendar, rhythm = due.reading.times(due.person.key)
    today = _subject(due.reading.today)
    if silence.reminded(due.reading.tx, due.person.key, today):
        midnight = instant(due.reading.today + DAY, time.min, due.reading.region.zone)
        return earliest(midnight, calendar, rhythm)
    return earliest(now, calendar, rhythm)


def _open(reading: Reading, one: Occurrence) -> bool:
    """Tell whether it still has a point: the milestone stands open, and silence is still silence."""
    milestone = reading.milestone(one.item)
    if milestone is None or milestone.closed:
        return False
    return one.rule != SILENT or still_silent(reading, milestone)


def _hears(reading: Reading, items: Iterable[str], person: str) -> tuple[date | None, tuple[str, ...]]:
    """Return the first day on which colleagues hear of silence on one of these, if nothing comes, and who they are."""
    found = (reading.milestone(key) for key in items)
    told = ((colleague_hears_on(reading, one, person), reading.colleagues(one.key)) for one in found if one)
    soon = reading.today + max(reading.rules.cadence.countdown, COMING)
    return min(((day, who) for day, who in told if day and reading.today < day <= soon), default=(None, ()))


def _subject(today: date) -> str:
    return f"reminder:{today.isoformat()}"


def _say(person: Person, readings: Readings, parts: tuple[Part, ...], now: datetime) -> None:
    if not parts:
        return
    reading = readings.of(parts[0].region)
    tx, region = reading.tx, reading.region
    view = Reminder(parts=parts, mark=progress.mark(tx), subject=_subject(reading.today))
    desk = ReadingDesk(
        tx=tx, now=now, fresh="", person=person, region=region, chat=NO_CHAT, readings=readings
    )
    outbox.say(tx, reminder(view, desk), asked_in=None, region=region.key, now=now)
