"""Periods as plans write them: quarters, years, school years, weeks, months, days, and ranges of all these.

``Q-1-2, 2020``, ``Q3 en Q4 2020``, ``2020-2023``, ``week 20 t/m 24 2021``, ``sept. 2026 - jan. 2027``,
``schooljaar 2026-2027``, ``uiterlijk 1 oktober 2021``, ``doorlopend``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from language.plan.marks import marks
from language.plan.spans import Edge, Kind, Mark, Span, is_year

WITHOUT_END = re.compile(
    r"\b(doorlopend|continu|permanent|structureel|hele looptijd|gehele (looptijd|periode)|hele periode|"
    r"n\.?v\.?t|n\.?t\.?b|nader te bepalen|nog te bepalen|onbekend|hele jaar|gehele jaar)\b|^[\s\-–—?./]+$",
    re.IGNORECASE,
)
LONGEST = 500  # more than this is a text, and a hostile one costs time
OUTSIDE = re.compile(r"\([^)]*\)")


class Sure(Enum):
    """How much of a text was understood as a period."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class PeriodReading:
    """The periods in a text, in the order written; ``ongoing`` when it says that there is no end.

    ``yearless``: it says when in a year, but not in which; it has days only where that year was given.
    ``either``: it may be of another year than the one that was read.
    """

    periods: tuple[Span, ...] = ()
    ongoing: bool = False
    sure: Sure = Sure.YES
    yearless: bool = False
    either: bool = False

    @property
    def start(self) -> date | None:
        """Return the first day of all, or None when one of the periods has no first day."""
        firsts = [span.start for span in self.periods]
        return min(firsts, default=None) if None not in firsts else None  # type: ignore[type-var]

    @property
    def due(self) -> date | None:
        """Return the last day of all, or None when one of the periods has no end."""
        lasts = [span.due for span in self.periods]
        return max(lasts, default=None) if None not in lasts else None  # type: ignore[type-var]


def read_period(text: str, within: Span | None = None) -> PeriodReading:
    """Read the periods in ``text``; each line (or part after a semicolon) is a period of its own.

    A period that names no year lies ``within`` these days, of one year or school year, where they are given.
    """
    if len(text) > LONGEST:
        return PeriodReading(sure=Sure.NO)
    parts = [part for part in re.split(r"[\n;]+", text) if part.strip(" -–—•*\t")]
    if not parts:
        return PeriodReading(ongoing=bool(text.strip()))
    readings = [_read_part(part, within) for part in parts]
    found = tuple(span for reading in readings for span in reading.periods)
    ongoing = any(reading.ongoing for reading in readings) and not found
    yearless = any(reading.yearless for reading in readings)
    if not found:
        return PeriodReading(ongoing=ongoing, sure=Sure.YES if ongoing else Sure.NO, yearless=yearless)
    return PeriodReading(
        periods=_distinct(found),
        sure=Sure.YES if all(reading.sure is Sure.YES for reading in readings) else Sure.PARTLY,
        yearless=yearless,
        either=any(reading.either for reading in readings),
    )


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))


def _read_part(text: str, within: Span | None) -> PeriodReading:
    if WITHOUT_END.search(text) and not re.search(r"\d{4}", text):
        return PeriodReading(ongoing=True)
    found, unknown = marks(OUTSIDE.sub(" ", text))
    if not any(mark.kind is Kind.POINT or mark.kind is Kind.YEAR for mark in found):
        found, unknown = marks(text)
    points = _with_years(found)
    yearless = any(_is_yearless(mark) for mark in points)
    if yearless and within is not None:
        points = _placed(points, within)
    real = all(mark.span() is not None for mark in points if mark.kind is Kind.POINT)
    spans = _joined(points) if real else []
    if not spans or any(span.start and span.due and span.start > span.due for span in spans):
        return PeriodReading(sure=Sure.NO, yearless=yearless and (real or within is None))
    either = any(mark.either for mark in points)
    return PeriodReading(
        periods=tuple(spans), sure=Sure.PARTLY if unknown else Sure.YES, yearless=yearless, either=either
    )


def _is_yearless(mark: Mark) -> bool:
    return mark.kind is Kind.POINT and mark.year is None


def _with_years(found: Sequence[Mark]) -> list[Mark]:
    """Give every point its year: the year beside it, else that of the next point, else of the one before."""
    marked = list(found)
    _claim(marked, step=1)
    _claim(marked, step=-1)
    points = [mark for mark in marked if mark is not None and mark.kind is not Kind.TAKEN]
    for index in range(len(points) - 1, -1, -1):
        points[index] = _borrow_next(points, index)
    for index in range(len(points)):
        points[index] = _borrow_previous(points, index)
    return points


def _placed(points: Sequence[Mark], within: Span) -> list[Mark]:
    """Put each point in the year that has most of it ``within``; one that would be before the last, a year on."""
    placed: list[Mark] = []
    earliest = date.min
    for mark in points:
        if not _is_yearless(mark):
            placed.append(mark)
            continue
        best = max(_in_years(mark, within), key=lambda one: _shared(one, within))
        later = replace(best, year=(best.year or 0) + 1)
        placed.append(later if _first_day(best) < earliest else best)
        earliest = _first_day(placed[-1])
    return placed


def _in_years(mark: Mark, within: Span) -> list[Mark]:
    """A winter begins in the year before the one that has most of it."""
    first, last = within.start or within.due or date.max, within.due or date.max
    return [replace(mark, year=year, borrowed=True) for year in range(first.year - 1, last.year + 1)]


def _shared(mark: Mark, within: Span) -> int:
    """Return how many days of a point are ``within`` others; none when there are no such days."""
    whole = replace(mark, edge=Edge.NONE).span()
    if whole is None or not (whole.start and whole.due and within.start and within.due):
        return 0
    return (min(whole.due, within.due) - max(whole.start, within.start)).days + 1


def _first_day(mark: Mark) -> date:
    whole = replace(mark, edge=Edge.NONE).span()
    return whole.start if whole and whole.start else date.min


def _claim(marked: list[Mark], step: int) -> None:
    for index, mark in enumerate(marked):
        beside = index + step
        if mark.kind is Kind.POINT and mark.year is None and 0 <= beside < len(marked):
            other = marked[beside]
            if other.kind is Kind.YEAR and other.edge is Edge.NONE:
                marked[index] = replace(mark, year=other.year)
                marked[beside] = replace(other, kind=Kind.TAKEN)


def _borrow_next(points: list[Mark], index: int) -> Mark:
    mark = points[index]
    if mark.kind is not Kind.POINT or mark.year is not None:
        return mark
    later = [other for other in points[index + 1 :] if is_year(other)]
    if not later:
        return mark
    borrowed = replace(mark, year=later[0].year, borrowed=True)
    before, after = borrowed.span(), later[0].span()
    if before and after and before.start and after.start and before.start > after.start:
        return replace(borrowed, year=(later[0].year or 0) - 1)
    return borrowed


def _borrow_previous(points: list[Mark], index: int) -> Mark:
    mark = points[index]
    if mark.kind is not Kind.POINT or mark.year is not None:
        return mark
    earlier = [other for other in points[:index] if is_year(other)]
    return replace(mark, year=earlier[-1].year, borrowed=True) if earlier else mark


def _joined(points: Sequence[Mark]) -> list[Span]:
    """Join points to spans: a range over ``t/m``, one span for neighbours over ``en``, else two."""
    spans: list[Span] = []
    operator = Kind.AND
    own = False
    for mark in points:
        if mark.kind in (Kind.TO, Kind.AND):
            operator = mark.kind
            continue
        span = mark.span()
        if span is None:
            continue
        if spans and (operator is Kind.TO or _one(spans[-1], span) or mark.borrowed or not own):
            spans[-1] = Span(start=spans[-1].start, due=_later(spans[-1].due, span.due, operator))
        else:
            spans.append(span)
        own, operator = not mark.borrowed, Kind.AND
    return spans


def _later(first: date | None, second: date | None, operator: Kind) -> date | None:
    if operator is Kind.TO or first is None or second is None:
        return second
    return max(first, second)


def _one(before: Span, after: Span) -> bool:
    return bool(before.due and after.start and before.due + timedelta(days=1) == after.start)
