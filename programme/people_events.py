"""What happens with people: they are invited, join, say when they can be asked, and stand in teams."""

from dataclasses import dataclass
from datetime import date, time

from programme.events import Event
from programme.records import Place, Role


@dataclass(frozen=True, kw_only=True)
class Changed(Event):
    """After this somebody may do more or less, is spoken to otherwise, or both."""

    @property
    def who(self) -> str:
        """Whom it changes something for."""
        return self.person


@dataclass(frozen=True, kw_only=True)
class Departure(Changed):
    """After this somebody is reminded of less; where nobody is left, the programme managers are told."""


@dataclass(frozen=True, kw_only=True)
class Invited(Event):
    """A programme manager made an invitation; only the seals of its codes are kept."""

    role: Role
    team: str | None
    seals: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class WrongCodeTried(Event):
    """Somebody typed a code that leads nowhere."""


@dataclass(frozen=True, kw_only=True)
class Joined(Changed):
    """Somebody took part from an invitation, on behalf of an organisation by its name ("" for none)."""

    invitation: str
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class Settled(Changed):
    """Somebody said what to call them, in which language, and when they may be asked something."""

    name: str
    language: str
    hour: time
    workdays: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Paused(Event):
    """Somebody is away from ``first`` to ``last``; None for both: not away (any more)."""

    first: date | None
    last: date | None


@dataclass(frozen=True, kw_only=True)
class RemindersChosen(Departure):
    """A member of teams wants to be reminded like a coordinator, or no longer."""

    reminded: bool


@dataclass(frozen=True, kw_only=True)
class Placed(Changed):
    """A programme manager named a team's coordinator or deputy."""

    team: str
    placed: str
    place: Place

    @property
    def who(self) -> str:
        """Who was named."""
        return self.placed


@dataclass(frozen=True, kw_only=True)
class TeamLeft(Departure):
    """A programme manager took somebody out of a team."""

    team: str
    left: str

    @property
    def who(self) -> str:
        """Who was in the team."""
        return self.left


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Departure):
    """A programme manager took a role back from somebody; None: everything that they were in the region."""

    ended: str
    role: Role | None

    @property
    def who(self) -> str:
        """Whose role it was."""
        return self.ended


@dataclass(frozen=True, kw_only=True)
class WorksForToo(Changed):
    """A programme manager noted another organisation, by its name, that somebody takes part for."""

    member: str
    organisation: str

    @property
    def who(self) -> str:
        """Who takes part for it."""
        return self.member


@dataclass(frozen=True, kw_only=True)
class OrganisationLeft(Changed):
    """A programme manager noted that somebody takes part for an organisation (by its key) no longer."""

    member: str
    organisation: str

    @property
    def who(self) -> str:
        """Who took part for it."""
        return self.member


@dataclass(frozen=True, kw_only=True)
class SubregionMade(Event):
    """A programme manager divided the region further."""

    name: str


@dataclass(frozen=True, kw_only=True)
class TeamPut(Event):
    """A programme manager put a team (a new one, where no other has the name) in a subregion, or in none."""

    name: str
    subregion: str | None


@dataclass(frozen=True, kw_only=True)
class OrganisationPut(Event):
    """The same for an organisation."""

    name: str
    subregion: str | None


@dataclass(frozen=True, kw_only=True)
class ChannelTied(Event):
    """A programme manager made a group chat the channel of the region, or of a subregion.

    ``hears``: the kind of news that is told there (``programme.messages.News``), "" for all.
    """

    chat: str
    subregion: str | None = None
    hears: str = ""


@dataclass(frozen=True, kw_only=True)
class Stopped(Departure):
    """Somebody wants no messages any more."""


@dataclass(frozen=True, kw_only=True)
class StartedAgain(Event):
    """Somebody who had stopped wants messages again."""
