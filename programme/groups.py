"""What people stand in within a region: organisations, subregions, and teams with their coordinator and deputy."""

from dataclasses import dataclass

from programme.records import Place


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """A school, a company or another party that somebody takes part for."""

    key: str
    region: str
    name: str
    kind: str = ""
    subregion: str | None = None


@dataclass(frozen=True, kw_only=True)
class Subregion:
    """A part of a region with a channel and a summary of its own."""

    key: str
    region: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Teammate:
    """Somebody in a team. ``reminded``: a member who asked to be reminded too."""

    person: str
    name: str
    place: Place
    reminded: bool = False


@dataclass(frozen=True, kw_only=True)
class Team:
    """A named group that can own milestones; its people in the order coordinator, deputy, members by name."""

    key: str
    region: str
    name: str
    subregion: str | None = None
    people: tuple[Teammate, ...] = ()

    def at(self, place: Place) -> Teammate | None:
        """Return who has this place, the first where there are several."""
        return next((one for one in self.people if one.place is place), None)

    @property
    def members(self) -> tuple[Teammate, ...]:
        """Everybody who is neither coordinator nor deputy."""
        return tuple(one for one in self.people if one.place is Place.MEMBER)
