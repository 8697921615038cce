"""A region's week as its channel may see it: totals only, so that nobody can be pointed at.

There is deliberately no line, team, school or person in these records: each line has one coordinator, and a
number per line would name that person.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from programme.messages import Drawing


@dataclass(frozen=True, kw_only=True)
class PlanCounts:
    """How many milestones of the plan stand where: each counts once, a cancelled one not at all."""

    done: int = 0
    on_track: int = 0  # every milestone that is neither done nor past its planned date
    late_with_date: int = 0  # past its planned date, with an owner's new date
    late_without_date: int = 0
    newly_done: int = 0  # of those done: since the previous summary
    silent: int = 0  # of those late without a new date: nobody said anything about it since it was due

    @property
    def late(self) -> int:
        """Everything past its planned date."""
        return self.late_with_date + self.late_without_date

    @property
    def total(self) -> int:
        """All milestones counted."""
        return self.done + self.on_track + self.late


@dataclass(frozen=True, kw_only=True)
class OutcomeCounts:
    """What was reported since the previous summary: the outcomes, and the numbers in them together."""

    outcomes: int = 0
    pupils: int = 0
    teachers: int = 0
    companies: int = 0
    schools: int = 0


@dataclass(frozen=True, kw_only=True)
class IndicatorStand:
    """What is reached this year (None: not known yet) of an indicator's target (None: it has none)."""

    name: str
    value: int | Decimal | None
    target: int | Decimal | None


class ComingKind(Enum):
    """What can stand in the weeks ahead."""

    MILESTONE = "milestone"
    MEETING = "meeting"
    SESSION = "session"


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Something dated in the weeks ahead; several milestones of one day can be a count without a title."""

    day: date
    kind: ComingKind
    title: str = ""
    count: int = 1


@dataclass(frozen=True, kw_only=True)
class WeekPicture:
    """What the channel of a (sub)region sees: everything after ``since``, up to and including ``day``."""

    region: str
    since: date
    day: date
    plan: PlanCounts
    reported: OutcomeCounts = OutcomeCounts()
    coming: tuple[Coming, ...] = ()
    indicators: tuple[IndicatorStand, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WeekDrawing(Drawing):
    """The week as a picture in a message."""

    week: WeekPicture


MILESTONES_APART = 2


def by_day(coming: Iterable[Coming]) -> tuple[Coming, ...]:
    """Sort by day, meetings and sessions first; more than two milestones of one day become one with a count.

    Most milestones of a plan end on the last day of a year: as separate rows they would hide all else.
    """
    items = tuple(coming)
    milestones: Counter[date] = Counter()
    for item in items:
        milestones[item.day] += item.count if item.kind is ComingKind.MILESTONE else 0
    crowded = {day for day, count in milestones.items() if count > MILESTONES_APART}
    apart = [i for i in items if i.kind is not ComingKind.MILESTONE or i.day not in crowded]
    together = [Coming(day=day, kind=ComingKind.MILESTONE, count=milestones[day]) for day in crowded]
    return tuple(sorted(apart + together, key=_place))


def _place(item: Coming) -> tuple[date, bool, str]:
    return item.day, item.kind is ComingKind.MILESTONE, item.title
