"""What a library's answer may be taken for, in our kinds: the most generous reading of its grain."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from tests.language.moment import HOME
from tests.language.report.cases import Meaning
from tests.language.report.score import iso

ONE_DAY = timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "year": 12}
CLOCK = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(0)}


def day(on: date) -> Meaning:
    return "day", on.isoformat(), on.isoformat(), ""


def moment(at: datetime) -> Meaning:
    return "moment", iso(at.replace(tzinfo=HOME)), "", ""


def span(start: datetime, end: datetime) -> Meaning:
    return "span", iso(start.replace(tzinfo=HOME)), iso(end.replace(tzinfo=HOME)), ""


def period(first: date, last: date) -> Meaning:
    """Return the days ``first`` to ``last``; of one day that day."""
    return ("period", first.isoformat(), last.isoformat(), "") if first < last else day(first)


def around(at: datetime, grain: str) -> Meaning:
    """Return the whole of what is as long as ``grain`` and holds ``at``; of hours and minutes the moment."""
    on = at.date()
    if grain in CLOCK:
        return moment(at)
    if grain == "week":
        monday = on - timedelta(days=on.weekday())
        return period(monday, monday + 6 * ONE_DAY)
    if grain in MONTHS:
        return _months(on, MONTHS[grain])
    return day(on)


def _months(on: date, count: int) -> Meaning:
    first = date(on.year, (on.month - 1) // count * count + 1, 1)
    years, month = divmod(first.month - 1 + count, 12)
    return period(first, date(first.year + years, month + 1, 1) - ONE_DAY)


def between(start: datetime, end: datetime, grain: str) -> Iterator[Meaning]:
    """Yield what from ``start`` to ``end`` may mean; the end may be the last that counts, or what follows it."""
    if grain in CLOCK:
        yield span(start, end)
        yield span(start, end - CLOCK[grain])
    first, last = start.date(), end.date()
    yield period(first, last)
    if last > first:
        yield period(first, last - ONE_DAY)
    if start.hour and last - first > 2 * ONE_DAY:  # a weekend that begins on Friday evening
        yield period(first + ONE_DAY, last - ONE_DAY)
