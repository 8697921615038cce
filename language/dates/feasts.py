"""The grammar of days off: school holidays from the region's own calendar, public holidays, days by Easter."""

from collections.abc import Iterator
from datetime import date, timedelta

from language.dates.named import year_of
from language.dates.pieces import Build, Match
from language.dates.spans import (
    ONE_DAY,
    Found,
    Frame,
    Span,
    Wrong,
    day,
    nearest,
    period,
    public_holidays,
    working_day,
)
from language.dates.words import BREAK_NAMES, BY_EASTER, FEASTS, FIXED_DAYS, NTH_DAYS, OVER_THE_YEAR
from programme.text import _


def is_break(name: str, wanted: str) -> bool:
    """Whether a holiday of the calendar is the one of that name."""
    return name.lower().startswith(wanted)


def _break(m: Match, frame: Frame) -> Found:
    """Return the holiday of that name; "de vakantie" is the nearest of all."""
    name, year = BREAK_NAMES[m["b"]], year_of(m, frame)
    spans = [period(b.first, b.last, free=True) for b in frame.breaks if is_break(b.name, name)]
    spans = [span for span in spans if year in (None, span.start.year, span.end.year)]
    found = nearest(sorted(spans, key=lambda span: span.start), frame)
    return found or Wrong(why=_("I don't know when the {name} is; please give a date.", name=m["b"]))


def _day_of_break(m: Match, frame: Frame) -> Found:
    """De eerste dag van de kerstvakantie; de tweede week van de meivakantie."""
    free = _break(m, frame)
    if not isinstance(free, Span):
        return free
    first = m["which"] != "laatste"
    if "week" not in m[0][: m.start("b") - m.start()]:
        return day(free.start if first else free.end)
    ahead = {"eerste": 0, "tweede": 1, "derde": 2}.get(m["which"], 0)
    monday = (free.start if first else free.end) + timedelta(weeks=ahead)
    if first and free.start.weekday() >= 5:
        monday += timedelta(days=7 - free.start.weekday())
    monday -= timedelta(days=monday.weekday())
    return period(monday, monday + timedelta(days=6))


def _school_day_by_break(m: Match, frame: Frame) -> Found:
    """De laatste schooldag voor de kerstvakantie, de eerste werkdag na de vakantie."""
    free = _break(m, frame)
    if not isinstance(free, Span):
        return free
    if m["side"] == "voor":
        return day(working_day(free.start - ONE_DAY, -1))
    return day(working_day(free.end + ONE_DAY, 1))


def _feast(m: Match, frame: Frame) -> Found:
    year = year_of(m, frame)
    if year is None:
        return nearest(_feasts(m["f"], range(frame.today.year - 1, frame.today.year + 3)), frame)
    return next(_feasts(m["f"], range(year, year + 1)))


def _feasts(name: str, within: range) -> Iterator[Span]:
    for year in within:
        if name in FIXED_DAYS:
            yield day(date(year, *FIXED_DAYS[name]))
        elif name in OVER_THE_YEAR:
            begins, ends = OVER_THE_YEAR[name]
            yield period(date(year, *begins), date(year + 1, *ends), free=True)
        elif name in NTH_DAYS:
            yield day(_nth_day(year, *NTH_DAYS[name]))
        elif name in BY_EASTER:
            first, last = (_holiday(year, "Easter Sunday") + timedelta(days=n) for n in BY_EASTER[name])
            yield day(first) if first == last else period(first, last)
        else:
            first, last = _holiday(year, FEASTS[name][0]), _holiday(year, FEASTS[name][-1])
            yield day(first, free=True) if first == last else period(first, last, free=True)


def _holiday(year: int, label: str) -> date:
    return next(on for on, name in sorted(public_holidays(year).items()) if label in name.split("; "))


def _nth_day(year: int, number: int, nth: int, weekday: int) -> date:
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


_WHICH = r"(?P<which>eerste|laatste|tweede|derde)"
_OF_BREAK = r"(?:de )?<b>"
_NAMED_BREAK = r"(?:de |het )?(?!vakantie\b|schoolvakantie\b)<b><year>"

FEASTS_AND_BREAKS: tuple[tuple[str, Build], ...] = (
    (rf"(?:de )?{_WHICH} dag (?:van )?{_OF_BREAK}<year>", _day_of_break),
    (rf"(?:de )?{_WHICH} week (?:van )?{_OF_BREAK}<year>", _day_of_break),
    (
        r"(?:de )?(?:laatste|eerste) (?:schooldag|werkdag|lesdag|dag) (?P<side>voor|na) (?:de )?<b><year>",
        _school_day_by_break,
    ),
    (_NAMED_BREAK, _break),
    # "Op vakantie" and "vakantie gehad" are no date; before or after the holidays is one.
    (
        r"(?:(?<=voor de )|(?<=na de )|(?<=voor )|(?<=na )|(?<=sinds de )|(?<=volgende )|(?<=komende ))<b>",
        _break,
    ),
    (r"<f><year>", _feast),
)
