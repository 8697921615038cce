"""A plan as it was read: what is in it, what was left out and what is doubted, each with its place.

These records say what the document says. Nothing in them is stored yet, and nobody has been asked anything.
"""

from dataclasses import dataclass
from datetime import date

from programme.text import Text


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something to tell about one place in the document: what was skipped and why, or what is doubted."""

    place: Text
    says: Text


@dataclass(frozen=True, kw_only=True)
class LineRead:
    """A line of the plan; without a number of its own it has the order in which it appears."""

    number: int
    title: str


@dataclass(frozen=True, kw_only=True)
class ActivityRead:
    """An activity; ``lines`` are the numbers of its lines, the first is its own; ``text`` is all its words.

    The text (heading, prose, tables of electives, partners, target group, milestones) is the vocabulary by
    which a message is recognised as being about this activity. ``made_up``: the plan gives it no title, and the
    one it has here gives way to any other.
    """

    number: int
    title: str
    lines: tuple[int, ...] = ()
    text: str = ""
    made_up: bool = False

    @property
    def line(self) -> int | None:
        """Return the number of the line it stands in, or None."""
        return self.lines[0] if self.lines else None


@dataclass(frozen=True, kw_only=True)
class MilestoneRead:
    """A row of the plan. Days are inclusive; ``start`` or ``due`` is None where the plan gives none.

    ``when`` and ``owner`` are as written, line by line; ``owners`` are the names in it, the lead first, and
    ``partners`` those that are only named as helping an owner. ``key`` is the same at every reading.
    """

    key: str
    activity: int
    title: str
    when: str
    start: date | None
    due: date | None
    owner: str
    owners: tuple[str, ...]
    partners: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    place: Text = ""


@dataclass(frozen=True, kw_only=True)
class IndicatorRead:
    """A figure with what it was before the plan (None: not given) and its target for each of ``years``."""

    name: str
    goal: str
    baseline: float | None
    years: tuple[int, ...]
    targets: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class MeetingRead:
    """A meeting and how often a year it is held; ``minimum`` when the plan says at least."""

    name: str
    per_year: int
    minimum: bool = False


@dataclass(frozen=True, kw_only=True)
class SessionRead:
    """A session that an activity owes, so many times a year, and the keys of the milestones that say so."""

    activity: int
    name: str
    per_year: int
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanReading:
    """One plan, as one document gives it; ``region`` and ``region_title`` are its code and name, or empty."""

    region: str = ""
    region_title: str = ""
    lines: tuple[LineRead, ...] = ()
    activities: tuple[ActivityRead, ...] = ()
    milestones: tuple[MilestoneRead, ...] = ()
    indicators: tuple[IndicatorRead, ...] = ()
    meetings: tuple[MeetingRead, ...] = ()
    sessions: tuple[SessionRead, ...] = ()
    skipped: tuple[Note, ...] = ()
    doubts: tuple[Note, ...] = ()
