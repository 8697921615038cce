"""The records of the programme: who takes part, what was agreed, what was reported.

Keys are opaque text. Days are local dates, moments are aware datetimes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a region; one person may be several."""

    TEACHER = "teacher"
    COMPANY = "company"
    OWNER = "owner"
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    STEERING = "steering"


class Place(StrEnum):
    """What somebody is in a team. Coordinator and deputy are reminded by default, members when they ask."""

    MEMBER = "member"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"


class Stand(StrEnum):
    """Where a milestone stands, as its owners said it."""

    DONE = "done"
    ON_TRACK = "on_track"
    DELAYED = "delayed"
    CANCELLED = "cancelled"


class Result(StrEnum):
    """How something that took place went."""

    SUCCESS = "success"
    PARTIAL = "partial"
    FAILED = "failed"


class UpdateKind(StrEnum):
    """The five kinds of what people report."""

    OUTCOME = "outcome"
    PROGRESS = "progress"
    CONTRIBUTION = "contribution"
    AGENDA = "agenda"
    SIGNAL = "signal"


@dataclass(frozen=True, kw_only=True)
class Region:
    """One tenant: nobody in it sees another's data."""

    key: str
    name: str
    zone: str = "Europe/Amsterdam"
    language: str = "nl"


@dataclass(frozen=True, kw_only=True)
class Membership:
    """A person's role in a region, in a team or not, on behalf of an organisation or not."""

    region: str
    role: Role
    team: str | None = None
    organisation: str | None = None
    place: Place = Place.MEMBER
    reminded: bool = False


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who talks with the bot. ``hour``: when reminders may come; ``workdays``: ISO weekdays."""

    key: str
    name: str
    language: str = "nl"
    hour: time = time(16, 0)
    workdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    memberships: tuple[Membership, ...] = ()
    stopped: bool = False

    @property
    def regions(self) -> tuple[str, ...]:
        """Keys of the regions that this person takes part in, in the order of joining."""
        return tuple(dict.fromkeys(membership.region for membership in self.memberships))

    def roles_in(self, region: str) -> frozenset[Role]:
        """Every role of this person in ``region``; empty for somebody from elsewhere."""
        return frozenset(m.role for m in self.memberships if m.region == region)

    def teams_in(self, region: str) -> frozenset[str]:
        """Keys of this person's teams in ``region``."""
        return frozenset(m.team for m in self.memberships if m.region == region and m.team)

    def organisations_in(self, region: str) -> frozenset[str]:
        """Keys of the organisations that this person takes part for in ``region``."""
        return frozenset(m.organisation for m in self.memberships if m.region == region and m.organisation)


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A conversation on a platform: private with one person, or a channel tied to a region or subregion.

    ``group``: the chat of which this is a topic. ``tied``: to its region itself, and not only as a part of a group.
    ``hears``: the kind of news that it is told (``programme.messages.News``), "" for all. ``lost``: why nothing arrives
    in it (``programme.happenings.Happened``), "" while it does. ``menu``: the commands that it should list.
    """

    key: str
    platform: str
    kind: str
    title: str = ""
    person: str | None = None
    region: str | None = None
    subregion: str | None = None
    group: str | None = None
    tied: bool = False
    hears: str = ""
    lost: str = ""
    menu: str = ""

    @property
    def private(self) -> bool:
        """Whether only one person reads along."""
        return self.kind == "private"


NO_CHAT = Chat(key="", platform="", kind="private")  # where a person is told something without having asked


@dataclass(frozen=True, kw_only=True)
class Activity:
    """An activity of the plan; its number is how people know it."""

    key: str
    region: str
    number: int
    title: str
    line: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnerAnswer:
    """What one owner (by ``position``, the lead is 0) said last about a milestone, and who spoke for them.

    ``entry``: its number in the history, by which later is told from earlier within a second.
    """

    position: int
    owner: str
    stand: Stand
    forecast: date | None
    by: str
    at: datetime
    entry: int = 0
    reason: str = ""
    catch_up: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A milestone that one person (``giver``) asks another (``taker``) to take over; all three by their keys."""

    milestone: str
    giver: str
    taker: str


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """What was agreed: a period and owners. ``due`` is the plan's; ``forecast`` the owners' newer date."""

    key: str
    region: str
    activity: str
    title: str
    start: date | None = None
    due: date | None = None
    forecast: date | None = None
    stand: Stand | None = None
    owners: tuple[str, ...] = ()
    vanished: bool = False

    @property
    def expected(self) -> date | None:
        """The day on which it should be done by what is known now."""
        return self.forecast or self.due

    @property
    def closed(self) -> bool:
        """Nothing more is asked about it: it is over, or no longer in the plan."""
        return self.vanished or self.stand in (Stand.DONE, Stand.CANCELLED)

    def late(self, today: date) -> bool:
        """Past the plan and not closed."""
        return not self.closed and self.due is not None and self.due < today
