"""When? Dutch dates and times as people type them, read against a moment that the caller gives.

``read_day`` reads an answer, ``find_days`` the dates inside a message. Without a direction a phrase looks
ahead; with ``back`` at what has been. What looks like a date and cannot be one comes back as a reading that
says what is wrong. A phrase reads the same whatever its capitals and its politeness around it.

On the way a text is written out (``spelled``), read by the rules (``named`` and its neighbours), the days
that belong together are joined (``joined``), and the clock time is added (``clock_times``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from language.dates.across import Across, across
from language.dates.chosen import chosen
from language.dates.clock_times import find_clock
from language.dates.days import DIGIT, days
from language.dates.hours import Clock, Hours, hours
from language.dates.joined import listed
from language.dates.minutes import from_now
from language.dates.parts_of_day import edge_of_part, part_of_day
from language.dates.pieces import CLOCK, DATE, MINUTE, REPEATED
from language.dates.placed import Placed
from language.dates.repeated import repetition, without_repetitions
from language.dates.spans import ONE_DAY, Frame, Span, Wrong
from language.dates.spelled import Spelled, spelled
from language.dates.unread import unread
from language.dates.words import PARTS
from language.late import Late
from programme.calendar import Break
from programme.text import Phrase

Kind = Literal["moment", "span", "day", "period", "rule", "none", "error"]
LONGEST = 1000
NEAR = ("before", "after", "turned", "first", "second")  # as what is wrong calls the days that may be meant
STRAIGHT = 1  # letters between a day and the time that is its own


@dataclass(frozen=True, kw_only=True)
class DayReading:
    """One reading of a date.

    A moment has a ``start`` with its zone, a span ``start`` and ``end``; a day and a period have a first
    and a last day. ``due`` is the day that a deadline or a report falls on: a period's last, of half May
    the 15th. ``rule`` is an RFC 5545 RRULE; ``hours`` is from when to when it is on each of the days of a period
    or a rule. ``wrong`` is what cannot be, ``at`` where it stands in the text.
    """

    kind: Kind
    start: date | datetime | None = None
    end: date | datetime | None = None
    due: date | None = None
    rule: str = ""
    hours: Hours | None = None
    wrong: Phrase | None = None
    at: tuple[int, int] = (0, 0)

    @property
    def near(self) -> tuple[date, ...]:
        """The days that may be meant by what cannot be one, in the order in which ``wrong`` names them."""
        values = self.wrong.values.items() if self.wrong else ()
        days = (value for name, value in values if name in NEAR and isinstance(value, date))
        return tuple(sorted(dict.fromkeys(days)))


NONE = DayReading(kind="none")

# An accent or an abbreviation more or less is no other word; every pair is as long as what it replaces.
_SPELLING = str.maketrans("óáëï’‘´`‐‑−—\u00a0\u202f\u2009\t\n\r", "oaei''''----      ")
# Figures that may be a clock time without a word of the clock beside them.
_LIKE_A_TIME = Late(r"\d ?[-–:.uh]|\d{4}|\d (?:tot|en|t/m) \d|\d ?[ap]\.?m\b")
_ISO = Late(r"(?<=\d-\d\d)t(?=\d\d:)")


def read_day(text: str, now: datetime, *, back: bool = False, breaks: Sequence[Break] = ()) -> DayReading:
    """Read an answer to "when?"; kind ``none`` when there is no date in it.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    written, frame = spelled(_plain(text)), _frame(now, back=back, breaks=breaks)
    repeats = repetition(written, frame, now.tzinfo) if written.sorts & REPEATED else None
    if repeats:
        if repeats.wrong:
            return DayReading(kind="error", wrong=repeats.wrong.why, at=(0, len(text)))
        if not repeats.rule:
            return NONE
        return DayReading(
            kind="rule", rule=repeats.rule, start=repeats.since, hours=repeats.hours, at=(0, len(text))
        )
    found = _found(written, now, frame, one=True)
    return found[0] if found else _last_resort(text, now, back=back)


def find_days(
    text: str, now: datetime, *, back: bool = False, breaks: Sequence[Break] = ()
) -> list[DayReading]:
    """Return the dates inside ``text`` in the order in which they stand; the first takes the clock time.

    What repeats is one reading of kind ``rule``: the Tuesday of "elke dinsdag" is no day by itself.
    """
    written, frame = spelled(_plain(text)), _frame(now, back=back, breaks=breaks)
    if not written.sorts & REPEATED:
        return _found(written, now, frame)
    rest, repeats = without_repetitions(written, frame, now.tzinfo)
    rules = [
        DayReading(kind="rule", rule=one.rule, start=one.since, hours=one.hours, at=written.place(*one.at))
        for one in repeats
        if one.rule
    ]
    return sorted([*rules, *_found(rest, now, frame)], key=lambda one: one.at)


def _frame(now: datetime, *, back: bool, breaks: Sequence[Break]) -> Frame:
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    return Frame(today=now.date(), back=back, breaks=breaks)


def _found(written: Spelled, now: datetime, frame: Frame, *, one: bool = False) -> list[DayReading]:
    """Return the dates, or with ``one`` those from the one that counts on."""
    if not written.sorts and not DIGIT.search(written.text):
        return []
    soon = from_now(written.text) if written.sorts & MINUTE else None
    if soon:
        return [_from_now(soon, written, now)]
    masked, found = days(written, frame)
    place = chosen(written.text, found) if one and len(found) > 1 else 0
    if place:
        found = found[place:]
        masked = _timed_there(masked, found[0].start)
    timed = written.sorts & CLOCK or _LIKE_A_TIME.search(masked)
    over = across(masked, found, frame) if timed and len(found) > 1 else None
    if over:
        return _with_across(over, written, masked, found, now)
    return _timed(written, masked, found, now, back=frame.back, one=one)


def _timed_there(masked: str, start: int) -> str:
    """Return the text without what stands before the date that counts, where a clock time stands behind it."""
    behind = " " * start + masked[start:]
    return behind if find_clock(behind, "") else masked


def _plain(text: str) -> str:
    text = text[:LONGEST]
    lower = text.lower()
    plain = (lower if len(lower) == len(text) else text).translate(_SPELLING).replace(DATE, "?")
    return _ISO.sub(" ", plain)


def _with_across(
    over: Across | Wrong, written: Spelled, masked: str, found: list[Placed], now: datetime
) -> list[DayReading]:
    """Return the dates, of which two with their times are the ends of one stretch of time."""
    if isinstance(over, Wrong):
        return [DayReading(kind="error", wrong=over.why, at=(0, len(masked)))]
    first, last = over.days
    at = written.place(over.start, over.end)
    if over.until is None:
        both = DayReading(kind="period", start=first.start, end=last.end, due=last.due, at=at)
    else:
        start, end = _moment(first.start, over.minutes, now), _moment(last.start, over.until, now)
        both = DayReading(kind="span", start=start, end=end, due=last.due, at=at)
    readings = [_read(one, written, now) for one in found]
    readings[over.place : over.place + 2] = [both]
    return readings


def _timed(
    written: Spelled, masked: str, found: list[Placed], now: datetime, *, back: bool, one: bool
) -> list[DayReading]:
    """Join the clock time in the text to its day or days, or to today; what is half read is left out."""
    first = found[0].found if found else None
    part = first.part if isinstance(first, Span) else ""
    timed = written.sorts & CLOCK or _LIKE_A_TIME.search(masked)
    clock = find_clock(masked, part) if timed else None
    if isinstance(clock, Wrong):
        return [DayReading(kind="error", wrong=clock.why, at=(0, len(masked)))]
    if timed and not clock and (found or one):
        clock = edge_of_part(masked)
    named = part_of_day(masked) if timed and not part and not clock else None
    if clock is None and named:
        part = named[0]
    spot = (clock.start, clock.end) if clock else named[1:] if named else None
    halves = unread(written.text, masked, found, spot)
    if one and 0 in halves:
        return []
    readings = [_read(one, written, now) for one in found]
    if clock and not found:
        readings = [_at(None, clock, written, now, back=back)]
    elif clock:
        sharing = _with_time(written.text, clock, found)
        for place in sharing:
            timed_one = _at_or_each(readings[place], found[place], clock, written, now)
            at = readings[place].at if len(sharing) > 1 else timed_one.at
            readings[place] = replace(timed_one, at=at)
    elif part and isinstance(first, Span) and not first.period:
        readings[0] = _part(first, part, written.place(found[0].start, found[0].end), now)
    return [reading for place, reading in enumerate(readings) if place not in halves]


def _with_time(text: str, clock: Clock, found: Sequence[Placed]) -> range:
    """Return which of the days have the time: the first, or that straight in front of it, and those listed with it."""
    place = next((at for at, one in enumerate(found) if 0 <= clock.start - one.end <= STRAIGHT), 0)
    first = last = place
    while first and listed(text, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and listed(text, found[last], found[last + 1]):
        last += 1
    return range(first, last + 1)


def _read(one: Placed, written: Spelled, now: datetime) -> DayReading:
    span, at = one.found, written.place(one.start, one.end)
    if isinstance(span, Wrong):
        return DayReading(kind="error", wrong=span.why, at=at)
    if span.part and not span.period:
        return _part(span, span.part, at, now)
    kind: Kind = "period" if span.period else "day"
    return DayReading(kind=kind, start=span.start, end=span.end, due=span.due, at=at)


def _hull(text: str, clock: Clock, day: Placed | None) -> tuple[int, int]:
    """Return where the time and its day stand; only the time where other figures stand between them."""
    if day is None:
        return clock.start, clock.end
    between = text[min(clock.end, day.end) : max(clock.start, day.start)]
    if len(between) > 12 or DIGIT.search(between):
        return clock.start, clock.end
    return min(clock.start, day.start), max(clock.end, day.end)


def _at_or_each(
    reading: DayReading, day: Placed, clock: Clock, written: Spelled, now: datetime
) -> DayReading:
    """Give a day its time; the days of a period have it each."""
    if reading.kind == "period":
        return replace(reading, hours=hours(clock))
    return reading if reading.wrong else _at(day, clock, written, now, back=False)


def _at(day: Placed | None, clock: Clock, written: Spelled, now: datetime, *, back: bool) -> DayReading:
    first = (day.plain or day.found) if day and not isinstance(day.found, Wrong) else None
    on = first.start if first else now.date()
    if first is None and not back and _moment(on, clock.minutes, now) < now:
        on += ONE_DAY
    start = _moment(on, clock.minutes, now)
    at = written.place(*_hull(written.text, clock, day))
    if clock.until is None:
        return DayReading(kind="moment", start=start, due=on, at=at)
    end = _moment(on, clock.until, now)
    if end <= start:  # the clock skips the hour in which it begins: both are an hour later
        end = _moment(on, clock.until + 60, now)
    return DayReading(kind="span", start=start, end=end, due=on, at=at)


def _from_now(soon: tuple[float, int, int, bool], written: Spelled, now: datetime) -> DayReading:
    """Over een uur; binnen twee uur is from now until then."""
    minutes, start, end, within = soon
    there = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    at = written.place(start, end)
    if within:
        return DayReading(kind="span", start=now, end=there, due=there.date(), at=at)
    return DayReading(kind="moment", start=there, due=there.date(), at=at)


def _part(first: Span, part: str, at: tuple[int, int], now: datetime) -> DayReading:
    begin, end = (_moment(first.start, 60 * hour, now) for hour in PARTS[part])
    return DayReading(kind="span", start=begin, end=end, due=first.start, at=at)


def _moment(on: date, minutes: int, now: datetime) -> datetime:
    """Return the moment on the clock; one that the clock skips in March is an hour later."""
    on += timedelta(days=minutes // (24 * 60))
    local = datetime.combine(on, time(minutes // 60 % 24, minutes % 60), now.tzinfo)
    return local.astimezone(UTC).astimezone(now.tzinfo)


def _last_resort(text: str, now: datetime, *, back: bool) -> DayReading:
    """Read a whole date in another notation or language."""
    from language.dates.absolute import absolute

    found = absolute(_plain(text).strip(), Frame(today=now.date(), back=back))
    if isinstance(found, Wrong):
        return DayReading(kind="error", wrong=found.why, at=(0, len(text)))
    if found is None:
        return NONE
    return DayReading(kind="day", start=found.start, end=found.end, due=found.due, at=(0, len(text)))
