"""When silence is told on: what is said about a person to somebody else, so it counts with care.

A reminder waits until somebody reports on the milestone; any report answers all that was said before it, on
its own day too. Pauses and holidays stop every count, and nobody is told on who was not asked first. Who said "later"
has reacted, if not answered: a colleague hears only when the day that they named has brought no answer either. However
often it is put off, the programme manager hears of what is late for long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from programme.calendar import DAY, Calendar, Rhythm


@dataclass(frozen=True, kw_only=True)
class Patience:
    """The settings of a region: how long silence lasts before anybody hears of it.

    ``days_before`` and ``late_days`` are days before and after the due date; ``answer_days`` are the working
    days that a person has for an answer, the one on which somebody hears being the last.
    """

    days_before: int = 7
    reminders: int = 2
    answer_days: int = 2
    late_days: int = 14


@dataclass(frozen=True, kw_only=True)
class Silence:
    """What one person was asked about one milestone, and the answers: local days, in any order.

    ``reminders`` may hold those that are yet to come: a message can then say what follows if nothing comes.
    ``later``: the day until which they last put it off themselves, if they did.
    """

    due: date | None
    reminders: tuple[date, ...]
    answers: tuple[date, ...] = ()
    later: date | None = None

    def waiting(self) -> tuple[date, ...]:
        """Return the days of the reminders that nobody answered, in order."""
        answered = max(self.answers, default=date.min)
        return tuple(sorted(day for day in self.reminders if day > answered))


def coordinator_hears_on(
    silence: Silence, patience: Patience, calendar: Calendar, rhythm: Rhythm
) -> date | None:
    """Return the working day of the person on which the coordinator (or deputy) hears; None if never."""
    waiting = silence.waiting()
    if silence.due is None or len(waiting) < patience.reminders:
        return None
    asked = max(waiting[patience.reminders - 1], silence.later or date.min)
    return _working_day_from(
        (silence.due - timedelta(days=patience.days_before), _time_is_up(asked, patience, calendar, rhythm)),
        calendar,
        rhythm,
    )


def manager_hears_on(silence: Silence, patience: Patience, calendar: Calendar, rhythm: Rhythm) -> date | None:
    """Return the working day of the person from which the programme manager hears; None if never.

    The days late count from the due date, and anew from a report after it.
    """
    waiting = silence.waiting()
    if silence.due is None or not waiting:
        return None
    return _working_day_from(
        (
            _counted(max((silence.due, *silence.answers)), patience.late_days, calendar, rhythm),
            _time_is_up(waiting[0], patience, calendar, rhythm),
        ),
        calendar,
        rhythm,
    )


def _time_is_up(asked: date, patience: Patience, calendar: Calendar, rhythm: Rhythm) -> date | None:
    return calendar.nth_working_day(asked, patience.answer_days, rhythm)


def _counted(day: date, days: int, calendar: Calendar, rhythm: Rhythm) -> date | None:
    """Return the day so many days after ``day``, weekends included, holidays and pauses not."""
    while days > 0:
        if day == date.max:
            return None
        day += DAY
        pause = rhythm.pause(day)
        if pause is not None:
            day = pause.last
        elif not calendar.holiday(day):
            days -= 1
    return day


def _working_day_from(days: Iterable[date | None], calendar: Calendar, rhythm: Rhythm) -> date | None:
    """Return the first working day on or after the last of ``days``; None if one of them never comes."""
    latest = date.min
    for day in days:
        if day is None:
            return None
        latest = max(latest, day)
    return calendar.next_working_day(latest - DAY, rhythm)
