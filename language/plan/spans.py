"""A span of days, and a mark in a text that stands for one or joins two."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from language.dates.spans import edge_of_month, month


class Kind(Enum):
    """What a mark is."""

    POINT = "point"
    YEAR = "year"
    TO = "to"
    AND = "and"
    TAKEN = "taken"
    UNKNOWN = "unknown"


class Edge(Enum):
    """What stands before a point: until it, from it on, or the end, the middle or the beginning of it."""

    NONE = ""
    UNTIL = "until"
    BEFORE = "before"
    FROM = "from"
    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


# As in conversation: the first ten days of a month, the second ten with a deadline on the 15th, the rest.
WORDS = {Edge.BEGIN: "begin", Edge.MIDDLE: "half", Edge.END: "eind"}


@dataclass(frozen=True, kw_only=True)
class Span:
    """Days from ``start`` to ``due``, both inclusive; None where the text gives none."""

    start: date | None
    due: date | None


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A point that may still lack its year, a year, or an operator.

    ``borrowed``: the year is another's. ``either``: another year may be meant as well.
    """

    kind: Kind
    days: Callable[[int], Span] | None = None
    year: int | None = None
    edge: Edge = Edge.NONE
    borrowed: bool = False
    either: bool = False

    def span(self) -> Span | None:
        """Return the days that are meant; None when the year is missing or there is no such day."""
        if self.year is None:
            return None
        try:
            whole = self.days(self.year) if self.days else months(self.year, 1, 12)
        except ValueError:
            return None
        return _edged(whole, self.edge)


def is_year(mark: Mark) -> bool:
    """Return whether another point may take its year from this mark."""
    return mark.kind in (Kind.POINT, Kind.YEAR) and mark.year is not None


def months(year: int, first: int, last: int) -> Span:
    """Return the days from the first of one month to the last of another; 13 is January of the next year."""
    return Span(start=month(year, first).start, due=month(year, last).end)


def _edged(span: Span, edge: Edge) -> Span:
    start, due = span.start, span.due
    if start is None or due is None or edge is Edge.NONE:
        return span
    if edge in WORDS and span == months(start.year, start.month, start.month):
        part = edge_of_month(month(start.year, start.month), WORDS[edge])
        return Span(start=part.start, due=part.due)
    third = (due - start) / 3
    return {
        Edge.UNTIL: Span(start=None, due=due),
        Edge.BEFORE: Span(start=None, due=start - timedelta(days=1)),
        Edge.FROM: Span(start=start, due=None),
        Edge.BEGIN: Span(start=start, due=start + third),
        Edge.MIDDLE: Span(start=start + third, due=due - third),
        Edge.END: Span(start=due - third, due=due),
    }[edge]
