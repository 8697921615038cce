"""When? Dutch dates and times as people type them, read against a moment that the caller gives.

``read_day`` reads an answer, ``find_days`` the dates inside a message. Without a direction a phrase looks
ahead; with ``back`` at what has been. What looks like a date and cannot be one comes back as a reading that
says what is wrong. A phrase reads the same whatever its capitals and its politeness around it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal

from language.clock_times import DATE, Clock, find_clock, from_now, part_of_day
from language.date_words import PARTS
from language.dates_named import NAMED
from language.dates_relative import RELATIVE
from language.day_spans import ONE_DAY, Found, Frame, Span, Wrong, day, working_day
from language.repetition import read_rule
from programme.calendar import Break
from programme.text import Phrase

Kind = Literal["moment", "span", "day", "period", "rule", "none", "error"]
LONGEST = 1000


@dataclass(frozen=True, kw_only=True)
class DayReading:
    """One reading of a date.

    A moment has a ``start`` with its zone, a span ``start`` and ``end``; a day and a period have a first
    and a last day. ``due`` is the day that a deadline or a report falls on: a period's last, of half May
    the 15th. ``rule`` is an RFC 5545 RRULE, ``wrong`` what cannot be, ``at`` where it stands in the text.
    """

    kind: Kind
    start: date | datetime | None = None
    end: date | datetime | None = None
    due: date | None = None
    rule: str = ""
    wrong: Phrase | None = None
    at: tuple[int, int] = (0, 0)


NONE = DayReading(kind="none")

# An accent or an abbreviation more or less is no other word; every pair is as long as what it replaces.
_SPELLING = str.maketrans({"ó": "o", "’": "'", "‘": "'", "\u00a0": " ", "\t": " ", "\n": " ", "\r": " "})
# "Voor eind juni" is for the end of June, not the day before that end begins.
_EDGED = re.compile(r"(?:begin|half|medio|midden|eind)")
_SIDES = re.compile(
    rf"(?:(?P<side>uiterlijk|tot en met|t/m|niet voor|voor|na|vanaf|sinds|per) (?:de |het )?)(?={DATE})"
)


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Found]], ...]:
    """Compile the rules at first use, each with borders of words around it."""
    rules = (*NAMED, *RELATIVE)
    return tuple((re.compile(rf"(?<![\w{DATE}])(?:{pattern})(?!\w)"), build) for pattern, build in rules)


def read_day(text: str, now: datetime, *, back: bool = False, breaks: Sequence[Break] = ()) -> DayReading:
    """Read an answer to "when?"; kind ``none`` when there is no date in it.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    rule = read_rule(text)
    if rule:
        return DayReading(kind="rule", rule=rule, at=(0, len(text)))
    found = find_days(text, now, back=back, breaks=breaks)
    return found[0] if found else _last_resort(text, now)


def find_days(
    text: str, now: datetime, *, back: bool = False, breaks: Sequence[Break] = ()
) -> list[DayReading]:
    """Return the dates inside ``text`` in the order in which they stand; the first takes the clock time."""
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    frame = Frame(today=now.date(), back=back, breaks=breaks)
    plain = _plain(text)
    soon = from_now(plain)
    if soon:
        at = (now.astimezone(UTC) + timedelta(minutes=soon[0])).astimezone(now.tzinfo)
        return [DayReading(kind="moment", start=at, due=at.date(), at=soon[1:])]
    masked, found = _days(plain, frame)
    return _timed(masked, found, now, back=back)


def _plain(text: str) -> str:
    text = text[:LONGEST]
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_SPELLING).replace(DATE, "?")


_Placed = tuple[Span | Wrong, int, int]


def _days(plain: str, frame: Frame) -> tuple[str, list[_Placed]]:
    """Find the days; return the text with each of them struck out by ``DATE``, and the days in order."""
    text = plain
    found: list[_Placed] = []
    for pattern, build in _grammar():
        start = 0
        while match := pattern.search(plain, start):
            start = max(match.end(), start + 1)
            span = build(match, frame)
            if span is not None:
                found.append((span, *match.span()))
                plain = plain[: match.start()] + DATE * len(match[0]) + plain[match.end() :]
    found.sort(key=lambda placed: placed[1])
    return plain, [_sided(text, plain, placed) for placed in found]


def _sided(plain: str, masked: str, placed: _Placed) -> _Placed:
    """Apply what stands before a date: vóór is the day before it, na the day after."""
    span, start, end = placed
    match = next((m for m in _SIDES.finditer(masked[:end]) if m.end() == start), None)
    if match is None or isinstance(span, Wrong):
        return placed
    if match["side"] == "voor" and not _EDGED.match(plain, start):
        before = span.start - ONE_DAY
        span = day(working_day(before, -1) if span.free else before)
    elif match["side"] == "na":
        span = day(working_day(span.end + ONE_DAY, 1) if span.free else span.end + ONE_DAY)
    return span, match.start(), end


def _timed(masked: str, found: list[_Placed], now: datetime, *, back: bool) -> list[DayReading]:
    """Join the clock time in the text to the first day, or to today."""
    first = found[0][0] if found else None
    part = first.part if isinstance(first, Span) else ""
    clock = find_clock(masked, part)
    if isinstance(clock, Wrong):
        return [DayReading(kind="error", wrong=clock.why, at=(0, len(masked)))]
    named = part_of_day(masked) if not part and not clock else None
    if clock is None and named:
        part = named[0]
    readings = [_read(span, start, end, now) for span, start, end in found]
    if clock and (first is None or (isinstance(first, Span) and not first.period)):
        return [_at(first, clock, now, back=back), *readings[1:]]
    if part and isinstance(first, Span) and not first.period:
        return [_part(first, part, found[0], now), *readings[1:]]
    return readings


def _read(span: Span | Wrong, start: int, end: int, now: datetime) -> DayReading:
    if isinstance(span, Wrong):
        return DayReading(kind="error", wrong=span.why, at=(start, end))
    kind: Kind = "period" if span.period else "day"
    return DayReading(kind=kind, start=span.start, end=span.end, due=span.due, at=(start, end))


def _at(first: Span | None, clock: Clock, now: datetime, *, back: bool) -> DayReading:
    on = first.start if first else now.date()
    if first is None and not back and _moment(on, clock.minutes, now) < now:
        on += ONE_DAY
    start = _moment(on, clock.minutes, now)
    at = (clock.start, clock.end)
    if clock.until is None:
        return DayReading(kind="moment", start=start, due=on, at=at)
    return DayReading(kind="span", start=start, end=_moment(on, clock.until, now), due=on, at=at)


def _part(first: Span, part: str, placed: _Placed, now: datetime) -> DayReading:
    begin, end = (_moment(first.start, 60 * hour, now) for hour in PARTS[part])
    return DayReading(kind="span", start=begin, end=end, due=first.start, at=placed[1:])


def _moment(on: date, minutes: int, now: datetime) -> datetime:
    """Return the moment on the clock; one that the clock skips in March is an hour later."""
    on += timedelta(days=minutes // (24 * 60))
    local = datetime.combine(on, time(minutes // 60 % 24, minutes % 60), now.tzinfo)
    return local.astimezone(UTC).astimezone(now.tzinfo)


_ABSOLUTE = re.compile(r"(?=.*\b20\d\d\b)(?=.*[a-z]{3})[\w ,./'-]{8,40}", re.IGNORECASE)


def _last_resort(text: str, now: datetime) -> DayReading:
    """Ask dateparser about a whole date with its year that our own grammar does not know (December 3, 2026).

    It guesses wildly at anything else in Dutch, so nothing less is shown to it, and it has to find all parts.
    """
    if not _ABSOLUTE.fullmatch(text.strip()):
        return NONE
    # Slow to import, and seldom needed.
    import dateparser  # type: ignore[import-untyped]

    found = dateparser.parse(
        text,
        languages=["nl", "en"],
        settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"},
    )
    if found is None or not abs(found.year - now.year) <= 20:
        return NONE
    on = found.date()
    return DayReading(kind="day", start=on, end=on, due=on, at=(0, len(text)))
