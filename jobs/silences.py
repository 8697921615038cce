"""Silence: when a colleague hears that nobody answers, and what the programme manager's weekly list holds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jobs.reading import Reading
from programme.calendar import DAY, Period, Rhythm, instant
from programme.permissions import Deed
from programme.records import Milestone
from programme.silence import Silence, coordinator_hears_on, manager_hears_on
from storage import calendars, occurrences, silence
from storage.occurrences import Occurrence
from storage.people import people
from storage.plan import plans, progress

SILENT = "silence"
UNANSWERED = "unanswered"
WEEK = timedelta(weeks=1)


def silences(reading: Reading, milestone: Milestone, coming: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Yield when the lead's colleagues hear that nobody answers; ``coming`` are the reminders still to be said."""
    lead, colleagues = reading.lead(milestone.key), reading.colleagues(milestone.key)
    day = _colleague_hears_on(reading, milestone, lead, coming) if lead and colleagues else None
    if day is None:
        return
    waiting = {one.key for one in occurrences.pending(reading.tx, milestone.key)}
    for colleague in colleagues:
        calendar, rhythm = reading.times(colleague)
        told = calendar.next_working_day(day - DAY, rhythm)
        one = _occurrence(reading, SILENT, milestone.key, told, rhythm, colleague) if told else None
        if told and one and (told >= reading.today or one.key in waiting):
            yield one


def still_silent(reading: Reading, milestone: Milestone) -> bool:
    """Tell whether what was said by now is enough to tell a colleague: after downtime it may not be."""
    lead = reading.lead(milestone.key)
    day = _colleague_hears_on(reading, milestone, lead, ()) if lead else None
    return day is not None and day <= reading.today


def colleague_hears_on(reading: Reading, milestone: Milestone, reader: str) -> date | None:
    """Return when a colleague hears if nothing comes, for a reader whom that concerns; None for anybody else."""
    lead, colleagues = reading.lead(milestone.key), reading.colleagues(milestone.key)
    if lead is None or not colleagues or reader in colleagues:
        return None
    if plans.position(reading.tx, reading.region.key, milestone.key, reader) != 0:
        return None
    return _colleague_hears_on(reading, milestone, lead, occurrences.pending(reading.tx, milestone.key))


def _colleague_hears_on(
    reading: Reading, milestone: Milestone, lead: str, coming: Iterable[Occurrence]
) -> date | None:
    zone = ZoneInfo(reading.region.zone)
    ahead = (one.at.astimezone(zone).date() for one in coming if one.person == lead and one.rule != SILENT)
    asked = _silence(reading, milestone, lead, ahead)
    return coordinator_hears_on(asked, reading.rules.patience, *reading.times(lead))


def _silence(reading: Reading, milestone: Milestone, person: str, ahead: Iterable[date] = ()) -> Silence:
    """Return what was asked and not answered: no more reminders than it takes to tell on somebody."""
    zone = reading.region.zone
    answers = silence.reported_on(reading.tx, milestone.key, zone)
    enough = max(reading.rules.patience.reminders, 1)
    after = _after(answers, zone)
    asked = silence.asked_on(reading.tx, milestone.key, person, zone, after=after, most=enough)
    later = progress.put_off_until(reading.tx, milestone.key, person)
    return Silence(due=milestone.expected, reminders=tuple({*asked, *ahead}), answers=answers, later=later)


def _after(answers: Iterable[date], zone: str) -> datetime:
    """Return from when on what was said was not answered: the day after the last answer."""
    return instant(max(answers, default=date(2000, 1, 1)) + DAY, time.min, zone)


def unanswered(reading: Reading) -> tuple[str, ...]:
    """Return the milestones of a region that are late, were asked about, and have had no news for long."""
    tx, zone = reading.tx, reading.region.zone
    late = {one.key: one for one in plans.milestones(tx, reading.region.key) if one.late(reading.today)}
    answers = {key: silence.reported_on(tx, key, zone) for key in late}
    asked = silence.first_asked(tx, {key: _after(days, zone) for key, days in answers.items()}, zone)
    return tuple(key for key, one in late.items() if _in_vain(reading, one, asked[key], answers[key]))


def _in_vain(
    reading: Reading, milestone: Milestone, asked: Mapping[str, date], answers: tuple[date, ...]
) -> bool:
    """Tell whether the programme manager hears by now that somebody, first asked on a day, does not answer."""
    for person, first in asked.items():
        waiting = Silence(due=milestone.expected, reminders=(first,), answers=answers)
        day = manager_hears_on(waiting, reading.rules.patience, *reading.times(person))
        if day is not None and day <= reading.today:
            return True
    return False


def unheard(reading: Reading) -> int:
    """Return how many milestones are late or nearly due while nobody is reminded of them."""
    near = reading.today + max(reading.rules.cadence.before, default=0) * DAY
    alone = plans.unattended(reading.tx, reading.region.key)
    return sum(one.expected is not None and one.expected <= near for one in alone)


def uncovered(reading: Reading) -> tuple[int, ...]:
    """Return the school years of the region's plan, from this one on, that have no school holidays."""
    days = [one.expected for one in plans.milestones(reading.tx, reading.region.key) if one.expected]
    last = max(days, default=reading.today)
    calendar = calendars.calendar(reading.tx, reading.region.key)
    return calendar.uncovered(reading.today, last) if last >= reading.today else ()


def derive_lists(reading: Reading, days: Period) -> None:
    """Derive the programme managers' weekly list: on the first working day of each week."""
    item = list_item(reading.region.key)
    overdue = [one for one in occurrences.pending(reading.tx, item) if one.day < days.first]
    managers = people.who_may(reading.tx, Deed.MANAGE, reading.region.key)
    wanted = [one for manager in managers for one in _lists(reading, manager, days)]
    occurrences.derive(reading.tx, item, [*wanted, *(one for one in overdue if one.person in managers)])


def list_item(region: str) -> str:
    """The key under which a region's weekly lists are derived."""
    return f"{UNANSWERED}:{region}"


def _lists(reading: Reading, manager: str, days: Period) -> Iterator[Occurrence]:
    calendar, rhythm = reading.times(manager)
    monday = days.first - (days.first.isoweekday() - 1) * DAY
    while monday <= days.last:
        day = calendar.next_working_day(monday - DAY, rhythm)
        if day and day in days and day < monday + WEEK:
            yield _occurrence(reading, UNANSWERED, list_item(reading.region.key), day, rhythm, manager)
        monday += WEEK


def _occurrence(reading: Reading, rule: str, item: str, day: date, rhythm: Rhythm, person: str) -> Occurrence:
    return Occurrence(
        region=reading.region.key, rule=rule, item=item, day=day, at=rhythm.moment(day), person=person
    )
