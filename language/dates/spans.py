"""Days and runs of days, reckoned from today: what the grammar of dates builds its readings from.

School holidays come from the caller (``Break``) and from nowhere else; public holidays from the library
``holidays``, which is imported when the first one is needed.
"""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from programme.calendar import Break
from programme.text import Phrase

ONE_DAY = timedelta(days=1)
# How many years 29 February and week 53 may be away.
RARE = 9


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a phrase is read against: today, the direction that it looks in, the school holidays."""

    today: date
    back: bool = False
    breaks: Sequence[Break] = ()


@dataclass(frozen=True, kw_only=True)
class Span:
    """One or more days, both ends included; ``due`` is the day a deadline in it falls on.

    ``free`` is True for holidays: before and after them are working days.
    """

    start: date
    end: date
    due: date
    period: bool = False
    free: bool = False
    part: str = ""


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """Looks like a date and cannot be one; ``why`` is for the person who typed it."""

    why: Phrase


Found = Span | Wrong | None


def day(on: date, *, part: str = "", free: bool = False) -> Span:
    """Return one day, of which ``part`` names a part (ochtend, middag, avond)."""
    return Span(start=on, end=on, due=on, part=part, free=free)


def period(start: date, end: date, *, due: date | None = None, free: bool = False) -> Span:
    """Return the days from ``start`` up to and including ``end``."""
    return Span(start=start, end=end, due=due or end, period=True, free=free)


def nearest(candidates: Iterable[Span], frame: Frame) -> Span | None:
    """Return the first of the ascending ``candidates`` that has not ended, or the last that has begun."""
    if frame.back:
        return max((s for s in candidates if s.start <= frame.today), key=lambda s: s.start, default=None)
    return next((span for span in candidates if span.end >= frame.today), None)


def years(frame: Frame, year: int | None = None, *, reach: int = 2) -> range:
    """Return the years in which a phrase without a year may fall, or just ``year``."""
    if year is not None:
        return range(year, year + 1)
    return range(frame.today.year - reach, frame.today.year + reach)


@lru_cache(maxsize=256)
def month(year: int, number: int) -> Span:
    """Return the whole month; ``number`` may run over the year's ends (13 is the next January)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Span:
    """Return ``count`` whole months from month ``first`` of ``year`` on."""
    return period(month(year, first).start, month(year, first + count - 1).end)


def week(of: date) -> Span:
    """Return the ISO week, Monday to Sunday, that holds ``of``."""
    monday = of - timedelta(days=of.weekday())
    return period(monday, monday + timedelta(days=6))


def week_number(number: int, within: Iterable[int]) -> Iterator[Span]:
    """Yield ISO week ``number`` of each year that has it."""
    for year in within:
        if 1 <= number <= date(year, 12, 28).isocalendar().week:
            yield week(date.fromisocalendar(year, number, 1))


def add_months(to: date, count: int) -> date:
    """Return the same day ``count`` months on, or the last day where that month is shorter."""
    there = month(to.year, to.month + count)
    return there.start.replace(day=min(to.day, there.end.day))


def edge_of_month(whole: Span, edge: str | None) -> Span:
    """Return the days of a month that "begin", "half" and "eind" name."""
    first = whole.start
    if edge == "begin":
        return period(first, first.replace(day=10))
    if edge in ("half", "medio", "midden"):
        return period(first.replace(day=11), first.replace(day=20), due=first.replace(day=15))
    return period(first.replace(day=21), whole.end) if edge else whole


def edge_of(whole: Span, edge: str) -> Span:
    """Return the part of a week, a quarter or a year that "begin", "half" or "eind" names."""
    if (whole.end - whole.start).days < 7:
        return _edge_of_week(whole.start, edge)
    centre = whole.start + (whole.end - whole.start) / 2
    holds = {"begin": whole.start, "eind": whole.end, "einde": whole.end}.get(edge, centre)
    return edge_of_month(month(holds.year, holds.month), edge)


def _edge_of_week(monday: date, edge: str) -> Span:
    first, last = {"begin": (0, 2), "eind": (3, 6), "einde": (3, 6)}.get(edge, (2, 3))
    return period(monday + timedelta(days=first), monday + timedelta(days=last))


def school_year(of: date) -> Span:
    """Return the school year that holds ``of``: 1 August to 31 July."""
    first = of.year if of.month >= 8 else of.year - 1
    return months(first, 8, 12)


def working_day(on: date, step: int) -> date:
    """Return ``on`` or the first working day from it in the direction of ``step`` (1 or -1)."""
    while on.weekday() >= 5 or on in public_holidays(on.year):
        on += timedelta(days=step)
    return on


@cache
def public_holidays(year: int) -> dict[date, str]:
    """Return the public holidays of the Netherlands with their English names, Liberation Day left out.

    Liberation Day is a day off once in five years only.
    """
    import holidays

    found = holidays.country_holidays("NL", years=year, language="en_US")
    return {on: name for on, name in found.items() if name != "Liberation Day"}
