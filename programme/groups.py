"""What people stand in within a region: organisations, subregions, and teams with their coordinator and deputy."""

import re
import unicodedata
from dataclasses import dataclass

from programme.naming import words
from programme.records import Place

# What says in law what an organisation is, and that people write or leave out as they please.
LEGAL_FORMS = re.compile(r"\b(?:b\.? ?v|n\.? ?v|v\.? ?o\.? ?f|stichting|holding)\b", re.IGNORECASE)
Counted = tuple[tuple[tuple[bool, int, str], ...], str]


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


def as_counted(name: str) -> Counted:
    """Return the key by which names stand as people count: Werkgroep 2 before Werkgroep 10, whatever the capitals."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    parts = re.findall(r"\d+|[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return tuple(_part(part) for part in parts), name


def _part(part: str) -> tuple[bool, int, str]:
    """Numbers stand before words; without leading zeros, the longer number is the larger one."""
    if not part[0].isdecimal():
        return True, 0, part
    digits = part.lstrip("0")
    return False, len(digits), digits


def as_known(name: str) -> str:
    """Return the name by which an organisation is known, whatever its spelling: "bakker en zn" for Bakker & Zn. B.V."""
    spelled = name.replace("&", " en ")
    known = words(LEGAL_FORMS.sub(" ", spelled)) or words(spelled)
    return " ".join(known) or name.casefold().strip()
