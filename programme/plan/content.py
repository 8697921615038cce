"""A plan as it is kept: the same records whether they come from the database or from a new reading.

Keys are those of the database. A new reading gets the keys of what is known already, so that two contents can be
laid side by side, and what people reported stays with what they reported on.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.wording import span_of_years


class Kind(StrEnum):
    """What a plan holds."""

    ACTIVITY = "activity"
    MILESTONE = "milestone"
    INDICATOR = "indicator"
    MEETING = "meeting"
    SESSION = "session"


@dataclass(frozen=True, kw_only=True)
class KeptActivity:
    """An activity; ``words`` is its whole text in the plan, by which messages about it are recognised."""

    key: str
    number: int
    title: str
    line: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class KeptMilestone:
    """A milestone as planned; ``written`` is its period as written, ``owners`` by name, the lead first."""

    key: str
    activity: str
    title: str
    written: str = ""
    words: str = ""
    start: date | None = None
    due: date | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeptIndicator:
    """A figure with what it was before the plan, and its target (year, figure) for each year that has one."""

    key: str
    name: str
    baseline: float | None = None
    targets: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeptMeeting:
    """A meeting and how often a year it is held."""

    key: str
    name: str
    per_year: int


@dataclass(frozen=True, kw_only=True)
class KeptSession:
    """A session that an activity owes, so many times a year."""

    key: str
    activity: str
    name: str
    per_year: int


Item = KeptActivity | KeptMilestone | KeptIndicator | KeptMeeting | KeptSession


@dataclass(frozen=True, kw_only=True)
class PlanContent:
    """All that is kept of one plan period: the years ``first`` to ``last``, None where the plan has no dates."""

    key: str
    first: int | None = None
    last: int | None = None
    activities: tuple[KeptActivity, ...] = ()
    milestones: tuple[KeptMilestone, ...] = ()
    indicators: tuple[KeptIndicator, ...] = ()
    meetings: tuple[KeptMeeting, ...] = ()
    sessions: tuple[KeptSession, ...] = ()

    @property
    def years(self) -> str:
        """The period as people write it; "" where it is not known."""
        return span_of_years(self.first, self.last) if self.first and self.last else ""

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """Return everything of one kind, in the order of the plan."""
        found: dict[Kind, tuple[Item, ...]] = {
            Kind.ACTIVITY: self.activities,
            Kind.MILESTONE: self.milestones,
            Kind.INDICATOR: self.indicators,
            Kind.MEETING: self.meetings,
            Kind.SESSION: self.sessions,
        }
        return found[kind]


def label(item: Item) -> str:
    """Return what people call it."""
    return item.title if isinstance(item, KeptActivity | KeptMilestone) else item.name
