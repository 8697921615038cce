"""Indicators: the figures that the plan promises, year by year, and which of them a chat can count.

An indicator year is a calendar year, as in the plan's own table of targets. A figure that the programme manager
entered goes before one that was counted.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from programme.naming import words

Figure = int | Decimal


class Counted(Enum):
    """What a chat can count, each person or company once a year."""

    COMPANIES = "companies"
    TEACHERS = "teachers"


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """An indicator in one year: what is reached (None: not known) and the target (None: it has none)."""

    key: str
    name: str
    year: int
    value: Figure | None = None
    target: Figure | None = None


# The nouns that say what is counted; None: no chat knows it, and who counts something else by it is wrong.
NOUNS: tuple[tuple[str, Counted | None], ...] = (
    (r"bedrij(f|ven)", Counted.COMPANIES),
    (r"docent(en)?", Counted.TEACHERS),
    (r"leerling(en)?|student(en)?|(in|uit|door)stroom|diploma\w*", None),
    (r"uren|uur|euro|bijdragen?|procent|keuzevak(ken)?|school|scholen|plekken|stages?", None),
)
UNTELLING = frozenset(("aantal", "het", "de", "van", "in", "en"))


def counted(name: str) -> Counted | None:
    """Return what a chat counts for an indicator by its name, or None where that is not certain."""
    found = {what for noun, what in NOUNS if any(re.fullmatch(noun, word) for word in words(name))}
    return found.pop() if len(found) == 1 else None


def concerns(name: str, title: str) -> bool:
    """Tell whether an activity's title holds every telling word of an indicator's name."""
    telling = set(words(name)) - UNTELLING
    return bool(telling) and telling <= set(words(title))


def figure(value: float) -> Figure:
    """Return a kept number as people write it: whole where it is whole."""
    return int(value) if value == int(value) else Decimal(str(value))
