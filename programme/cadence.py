"""Who hears when about a milestone: the rules of time, and nothing but them.

A chain is everything that one person is to hear about one milestone. It follows from the milestone, the
settings, the calendar and the person's rhythm alone. The days that are asked for only cut a piece out of it,
so that extending every night and rehearsing four years say the same.

Each moment of a chain has a *nominal* day, by which it is known for ever, and a *day* on which it is said:
- on a quiet day it moves to the next working day if that is at least a week before the due date, otherwise
  to the last working day before its own moment. What is late, undated or put off by the person has no date
  ahead to come too late for, and moves to the next working day;
- what would move to a day before ``Watched.since`` is said on the next working day instead;
- what can only be said after the due date is said as late.

What is late has its moments on Mondays, whatever the day on which it was due: all that a person is late with is
said in one message a week. Where that Monday is a holiday it is said on Tuesday, and on the Monday after it as well.

Moments less than five working days from each other become one. What stays, in this order: the day that the
person asked for and the due date itself (both are always said); the countdown, nearest to the due date first;
the start and the questions; then what is late, week by week. So the countdown of 28, 14, 7, 1 and 0 days is
usually heard as 28, 14, 7 and 0.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count, takewhile
from typing import NamedTuple

from programme.calendar import DAY, Calendar, Period, Rhythm, later_by_months

WEEKLY = timedelta(
    days=6
)  # the least between two weeks of being late: from a Tuesday after a holiday to Monday


class Rule(StrEnum):
    """Why something is said."""

    START = "start"
    ASK = "ask"
    BEFORE = "before"
    TODAY = "today"
    LATE = "late"
    UNDATED = "undated"


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """The settings of a region: ``before`` and ``ahead`` in days, ``merge_within`` in working days."""

    before: tuple[int, ...] = (28, 14, 7, 1, 0)
    late_every: int = 7
    long_from_months: int = 6
    ask_every_months: int = 3
    undated_every_months: int = 6
    merge_within: int = 5
    ahead: int = 7

    def __post_init__(self) -> None:
        steps = (self.late_every, self.long_from_months, self.ask_every_months, self.undated_every_months)
        if min(steps) < 1 or min((*self.before, self.merge_within, self.ahead)) < 0:
            raise ValueError(f"a cadence goes forward only: {self}")

    @property
    def countdown(self) -> timedelta:
        """How long before a due date its countdown begins."""
        return timedelta(days=max(self.before, default=0))


@dataclass(frozen=True, kw_only=True)
class Watched:
    """A milestone as one person watches it.

    ``since`` is the day from which they do so in this form (plan imported, handed over, new date, new pause);
    not today, or what was said yesterday would no longer count. ``planned`` is the due date of the plan and
    stays; ``forecast`` is the owner's own. ``reported`` is the last day on which anybody reported on it.
    """

    key: str
    since: date
    start: date | None = None
    planned: date | None = None
    forecast: date | None = None
    closed: bool = False
    snoozed_until: date | None = None
    reported: date | None = None

    @property
    def due(self) -> date | None:
        """The date that reminders follow."""
        return self.forecast or self.planned

    @property
    def targets(self) -> tuple[date, ...]:
        """The dates that are counted down to: after a promise to be early there is still the plan's date."""
        return tuple(
            sorted({day for day in (self.due, self.planned) if day and self.due and day >= self.due})
        )


@dataclass(frozen=True, kw_only=True)
class Nudge:
    """Something to say: known by (rule, item, nominal), said on a local ``day``, at a moment in UTC."""

    rule: Rule
    item: str
    nominal: date
    day: date
    at: datetime


def nudges(
    watched: Watched, cadence: Cadence, calendar: Calendar, rhythm: Rhythm, days: Period
) -> tuple[Nudge, ...]:
    """Return what this person hears about this milestone on the ``days`` asked for, in order."""
    if watched.closed:
        return ()
    chain = _Chain(watched, cadence, calendar, rhythm)
    return tuple(
        Nudge(
            rule=said.rule, item=watched.key, nominal=said.nominal, day=said.day, at=rhythm.moment(said.day)
        )
        for said in chain.said(days)
        if said.day in days and not chain.answered(said)
    )


class _Said(NamedTuple):
    """One moment of a chain; sorts by the day on which it is said."""

    day: date
    nominal: date
    rule: Rule


@dataclass(frozen=True)
class _Chain:
    watched: Watched
    cadence: Cadence
    calendar: Calendar
    rhythm: Rhythm

    @property
    def floor(self) -> date:
        """Nothing has its moment before this day."""
        return max(self.watched.since, self.watched.snoozed_until or date.min)

    def said(self, days: Period) -> list[_Said]:
        """Return the chain in order; of what is late only what the days asked for need."""
        kept: list[_Said] = []
        for said in self.firm():
            if all(said.day != other.day for other in kept):
                insort(kept, said)
        for said in (*self.countdown(), *self.questions(days.last), *self.late(days)):
            if self.fits(kept, said):
                insort(kept, said)
        return kept

    def fits(self, kept: list[_Said], said: _Said) -> bool:
        """Tell whether a moment is far enough from what is said before and after it."""
        at = bisect_left(kept, said.day, key=lambda other: other.day)
        if at < len(kept) and not self.far(said, kept[at]):
            return False
        return at == 0 or self.far(kept[at - 1], said)

    def far(self, earlier: _Said, later: _Said) -> bool:
        if earlier.rule is later.rule is Rule.LATE:
            return later.day - earlier.day >= WEEKLY
        return self.apart(earlier.day, later.day)

    def apart(self, earlier: date, later: date) -> bool:
        return self.calendar.apart(earlier, later, self.cadence.merge_within)

    def answered(self, said: _Said) -> bool:
        """Tell whether a report took the point away: on its own day, and for a question a working week."""
        reported = self.watched.reported
        if reported is None or said.day <= reported:
            return said.day == reported
        return said.rule in (Rule.ASK, Rule.UNDATED) and not self.apart(reported, said.day)

    def firm(self) -> Iterator[_Said]:
        """Yield what is said in any case: on the day that the person put it off to, and on the due date."""
        later, due = self.watched.snoozed_until, self.watched.due
        if later is not None and later >= self.floor:
            early = due is not None and later < due - self.cadence.countdown
            rule = Rule.ASK if early else Rule.BEFORE if due else Rule.UNDATED
            yield from self.moment(rule, later, due, forward=True)
        for target in self.watched.targets if 0 in self.cadence.before else ():
            yield from self.moment(Rule.BEFORE, target, target)

    def countdown(self) -> Iterator[_Said]:
        """Yield the days before each due date, nearest first."""
        passed = date.min
        for target in self.watched.targets:
            for days in sorted(self.cadence.before):
                nominal = target - timedelta(days=days)
                if days and nominal > passed:
                    yield from self.moment(Rule.BEFORE, nominal, target)
            passed = target

    def questions(self, last: date) -> Iterator[_Said]:
        """Yield the start and the questions of what takes long, or the questions of what has no date."""
        start, due = self.watched.start, self.watched.due
        if due is None:
            for nominal in _every(self.cadence.undated_every_months, start or self.watched.since, last):
                yield from self.moment(Rule.UNDATED, nominal, None, forward=True)
        elif start and due + DAY >= later_by_months(start, self.cadence.long_from_months):
            yield from self.moment(Rule.START, start, due)
            for nominal in _every(self.cadence.ask_every_months, start, due - self.cadence.countdown - DAY):
                yield from self.moment(Rule.ASK, nominal, due)

    def late(self, days: Period) -> Iterator[_Said]:
        """Yield the weeks after the due date, from one that is said in any case.

        That is one with a week before it, up to the first day asked for: nothing earlier can
        matter to it, and a chain that has been late for years costs no more than one since yesterday.
        """
        if not self.watched.targets:
            return
        due = self.watched.targets[-1]
        every = timedelta(days=self.cadence.late_every)
        lowest = max(1, -((due - self.floor) // every))
        n = max(lowest, (days.first - due) // every)
        while n > lowest and not self.settled(due + n * every, every):
            n -= 1
        for nominal in takewhile(lambda day: day <= days.last, (_monday(due + k * every) for k in count(n))):
            if nominal > due:
                yield from self.moment(Rule.LATE, nominal, due, forward=True)

    def settled(self, late: date, every: timedelta) -> bool:
        day, previous = self.placed(_monday(late), None), self.placed(_monday(late - every), None)
        return day is not None and previous is not None and day - previous >= WEEKLY

    def moment(
        self, rule: Rule, nominal: date, due: date | None, *, forward: bool = False
    ) -> Iterator[_Said]:
        """Yield the moment with the day on which it is said; nothing if it is too early or has no day."""
        day = self.placed(nominal, None if forward else due) if nominal >= self.floor else None
        if day is None:
            return
        if due is not None and day > due:
            rule = Rule.LATE
        elif rule is Rule.BEFORE and day == due:
            rule = Rule.TODAY
        yield _Said(day, nominal, rule)

    def placed(self, nominal: date, due: date | None) -> date | None:
        """Return the working day on which a moment is said; without a due date only forward."""
        if self.calendar.working_day(nominal, self.rhythm):
            return nominal
        after = self.calendar.next_working_day(nominal, self.rhythm)
        if due is None or (after is not None and (due - after).days >= self.cadence.ahead):
            return after
        before = self.calendar.previous_working_day(nominal, self.rhythm)
        return before if before is not None and before >= self.floor else after


def _every(months: int, start: date, last: date) -> Iterator[date]:
    return takewhile(lambda day: day <= last, (later_by_months(start, months * n) for n in count(1)))


def _monday(day: date) -> date:
    return day - (day.isoweekday() - 1) * DAY
