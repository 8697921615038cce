"""What repeats, with the time at which, and until when: "elke maandag om 9 uur tot de kerstvakantie".

An RRULE has no place for its first day, so that stands beside it. What stands beside a repetition and belongs to it,
but was not understood ("elke dinsdag behalve in de vakantie"), makes it none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo

from language.dates.clock_times import find_clock
from language.dates.days import days
from language.dates.hours import Clock, Hours, hours
from language.dates.parts_of_day import edge_of_part, part_of_day, whole_part
from language.dates.pieces import DATE
from language.dates.placed import Placed
from language.dates.repetition import Repeats, find_rule
from language.dates.spans import ONE_DAY, Frame, Span, Wrong
from language.dates.spelled import Spelled
from language.dates.unread import ALL_READ, CLOSE, COUNT, half, struck
from language.dates.words import DAYS_IN_WORDS, ORDINAL, PARTS, any_of
from language.late import Late
from language.numbers import number_word


@dataclass(frozen=True, kw_only=True)
class Repetition:
    """An RRULE, the day from which it counts where that is told, and the ``spots`` of all that tells it, in order.

    An empty ``rule`` is a repetition of which only half was understood, or of which something is ``wrong``.
    """

    rule: str
    since: date | None
    spots: tuple[tuple[int, int], ...]
    hours: Hours | None = None
    wrong: Wrong | None = None

    @property
    def at(self) -> tuple[int, int]:
        """From where to where it stands, as far as it stands together."""
        start, end = self.spots[0]
        for first, last in self.spots[1:]:
            end = last if first - end <= CLOSE else end
        return start, end


@dataclass(frozen=True, kw_only=True)
class _Limit:
    """From when and until when something repeats; None where that is not told."""

    since: date | None = None
    until: date | None = None


_Spot = tuple[int, int]
_PART = Late(rf"(?<! ){any_of(PARTS)}(?!\w*dag)|(?<=e ){any_of(PARTS)}\b")
LONGEST_PART = max(map(len, PARTS))
# Straight beside what repeats, a period in which it does; elsewhere in its clause, a day from or until which it does.
_BESIDE = Late(r",? ?(?:(?:en|weer|steeds|telkens|gedurende|in|van|heel|dus) )*(?:de |het )?")
_STRAIGHT = Late(rf" (?:en )?(?:(?:op|in|van|met|rond) )?(?:de |het )?(?:{ORDINAL} )?")
_IN_THE_CLAUSE = Late(r"[^.;:!?]{0,40}")
_UNTIL = Late(r"(?:nog )?(?:tot\b(?! en met)|(?P<with>uiterlijk|t/m|tot en met)\b)")
_RANGE = Late(r"\w (?:tot|t/m|tot en met|-) \w")
_FROM = Late(r"(?:vanaf|sinds|per|met ingang van|m\.i\.v\.?|ingaande|na)\b")
# In front of a day that cannot be, which is read without the word for its side.
_BORDER = Late(
    r"\b(?:tot|tot en met|t/m|uiterlijk|vanaf|sinds|per|met ingang van|m\.i\.v\.?|ingaande|na) (?:de |het )?$"
)
_STARTS = Late(r"\b(?:start|begint|starten|beginnen|te beginnen)(?: op| met| in)?(?: de| het)? $")
_TIMES = Late(
    rf",? (?:in totaal |nog )?(?P<n>\d{{1,2}}|{any_of(DAYS_IN_WORDS)}) ?(?:x|keer|maal)\b(?! (?:per|in)\b)"
)
# "Tot nader order" tells no day, and leaves nothing out.
_OPEN_ENDED = Late(r",? tot (?:nadere? (?:order|bericht)|we klaar zijn|het klaar is)\b")
# What is left out of it, or the only time in which it is: read where it is a weekday, else not understood.
_LEFT_OUT = Late(
    rf",? (?:(?:maar|en) )?(?:behalve|uitgezonderd|met uitzondering van|tenzij|geen)\b(?! (?:op |de |het )*{DATE})"
    r"|,? (?:(?:maar|en) )?(?:niet )?(?:in|tijdens|buiten) (?:de |het )?\w*(?:vakanties?|weken)\b"
    rf"|,? (?:(?:in|op) )?(?:de )?{ORDINAL} (?:week|maand|dag|helft)\b"
    rf"|,? (?:gedurende |voor )?{COUNT} (?:weken|maanden|dagen|jaar) lang\b"
)
_ONLY_THEN = Late(rf"\b{COUNT} (?:weken|maanden|dagen|jaar) lang,? $")
_UP_TO_HOUR = Late(r"\btot\b")
# "Elke week 2 uur" is how long.
_HOW_LONG = Late(r"(?<!om )(?<!rond )(?<!vanaf )(?<!van )\d{1,2} ?(?:uur|u)$")


def repetition(
    written: Spelled, frame: Frame, zone: tzinfo | None, *, inside: bool = False
) -> Repetition | None:
    """Return the first thing that repeats in a text, or ``inside`` a message, or None; ``zone`` is the reader's."""
    shape = find_rule(written.text, inside=inside)
    if shape is None:
        return None
    spots = sorted({(shape.start, shape.end), *shape.days})
    rest, part = struck(written.text, spots), _part(written.text, spots)
    if shape.rule and not rest.strip(ALL_READ):
        return Repetition(rule=shape.rule, since=None, spots=tuple(spots), hours=_hours(None, part))
    rest, found = days(replace(written, text=rest), frame)
    limits = [_limit(rest, one, spots) for one in found]
    told = [*spots, *((one.start, one.end) for one, limit in zip(found, limits, strict=True) if limit)]
    rest = struck(rest, told)
    clock = find_clock(rest, part)
    if cannot := _cannot_be(rest, clock, found, spots):
        return Repetition(rule="", since=None, spots=tuple(sorted([*told, cannot[1]])), wrong=cannot[0])
    at = _hour(clock, written.text, shape)
    span = at or _part_beside(rest)
    timed = [*told, (span.start, span.end)] if span else told
    rest = struck(rest, timed)
    ended = _ended(rest, max(end for _start, end in told))
    beside = [
        (one.start, one.end)
        for one, limit in zip(found, limits, strict=True)
        if not limit and any(_STRAIGHT.fullmatch(rest, *gap) for gap in _gaps(one, timed))
    ]
    if not shape.rule or beside or _up_to(at, written.text) or _is_half(written.text, rest, timed, ended):
        return Repetition(rule="", since=None, spots=tuple(sorted([*timed, *beside])))
    return Repetition(
        rule=shape.rule + _at(at) + _end(limits, ended, zone if at else None),
        since=next((limit.since for limit in limits if limit and limit.since), None),
        spots=tuple(sorted(timed)),
        hours=_hours(span, part),
    )


def _cannot_be(
    rest: str, clock: Clock | Wrong | None, found: Sequence[Placed], spots: Sequence[_Spot]
) -> tuple[Wrong, _Spot] | None:
    """Return the end, the first day or the hour of it that cannot be, and where that stands."""
    for one in found:
        border = _in_the_clause(rest, one, spots) and _BORDER.search(rest[: one.start])
        if border and isinstance(one.found, Wrong):
            return one.found, (one.start, one.end)
    return (clock, spots[-1]) if isinstance(clock, Wrong) and not found else None


def _hours(clock: Clock | None, part: str) -> Hours | None:
    told = clock or (whole_part(part) if part else None)
    return hours(told) if told else None


def _part(text: str, spots: Sequence[_Spot]) -> str:
    """Return the one part of the day in "elke dinsdagmiddag", "wekelijks op donderdagochtend", or an empty text."""
    parts = {part[0] for start, end in spots for part in _PART.finditer(text, start, end + LONGEST_PART)}
    return parts.pop() if len(parts) == 1 else ""


def _part_beside(rest: str) -> Clock | None:
    """Elke dinsdag in de middag, iedere vrijdag aan het eind van de ochtend."""
    named = part_of_day(rest)
    return edge_of_part(rest) or (whole_part(*named) if named else None)


def _up_to(at: Clock | None, text: str) -> bool:
    """Whether the only hour is the one at which it ends."""
    return (
        at is not None and at.until is None and bool(_UP_TO_HOUR.search(text, max(0, at.start - 5), at.end))
    )


def _hour(clock: object, text: str, shape: Repeats) -> Clock | None:
    if not isinstance(clock, Clock) or clock.minutes >= 24 * 60:
        return None
    on_days = "BY" in shape.rule or "DAILY" in shape.rule
    return clock if on_days or not _HOW_LONG.search(text[: clock.end]) else None


NO_DATE = "\N{PILCROW SIGN}"  # no hour beside it is the hour of a day
MOST = 3  # repetitions in one message


def without_repetitions(
    written: Spelled, frame: Frame, zone: tzinfo | None
) -> tuple[Spelled, Sequence[Repetition]]:
    """Return a message with all that repeats in it struck out, and what that is.

    "Het wekelijkse overleg van dinsdag" tells of one of them, and of its day.
    """
    found = list[Repetition]()
    while len(found) < MOST and (one := repetition(written, frame, zone, inside=True)):
        found.append(one)
        written = replace(written, text=struck(written.text, one.spots, NO_DATE))
    return written, found


def _ended(rest: str, end: int) -> re.Match[str] | None:
    """Return what is told behind a repetition of how often it happens, or that nobody knows until when."""
    return _TIMES.match(rest, end) or _OPEN_ENDED.match(rest, end)


def _limit(rest: str, one: Placed, spots: Sequence[_Spot]) -> _Limit | None:
    """Return from when and until when a date makes something repeat, or None where it has nothing to do with it."""
    span, text = one.found, one.match.string
    if not isinstance(span, Span) or not _in_the_clause(rest, one, spots):
        return None
    if _RANGE.search(text, one.start, one.end):
        return _Limit(since=span.start, until=span.end)
    if _FROM.match(text, one.start) or _STARTS.search(text[: one.start]):
        return _Limit(since=span.start)
    whole = span.period and span.due == span.end and span.start.day == 1
    if until := _UNTIL.match(text, one.start):
        return _Limit(until=span.start - ONE_DAY if whole and not until["with"] else span.end)
    beside = span.period and any(_BESIDE.fullmatch(rest, *gap) for gap in _gaps(one, spots))
    return _Limit(since=span.start, until=span.end) if beside else None


def _gaps(one: Placed, spots: Sequence[_Spot]) -> Sequence[_Spot]:
    """Return what stands between a date and what repeats, on either side of it."""
    before = [end for _start, end in spots if end <= one.start]
    after = [start for start, _end in spots if start >= one.end]
    return [
        *((end, one.start) for end in sorted(before)[-1:]),
        *((one.end, start) for start in sorted(after)[:1]),
    ]


def _in_the_clause(rest: str, one: Placed, spots: Sequence[_Spot]) -> bool:
    return any(_IN_THE_CLAUSE.fullmatch(rest, *gap) for gap in _gaps(one, spots))


def _is_half(text: str, rest: str, told: Sequence[_Spot], ended: re.Match[str] | None) -> bool:
    """Whether something stands beside a repetition that belongs to it, and was not understood."""
    plain = struck(text, told)
    if find_rule(plain):
        return True
    return any(
        half(text, rest, start, end, period=True)
        or _LEFT_OUT.match(plain, end)
        or _ONLY_THEN.search(rest[:start])
        for start, end in told
        if not (ended and ended.start() == end)
    )


def _at(clock: Clock | None) -> str:
    if clock is None:
        return ""
    hour, minute = divmod(clock.minutes, 60)
    return f";BYHOUR={hour};BYMINUTE={minute}"


def _end(limits: Sequence[_Limit | None], ended: re.Match[str] | None, zone: tzinfo | None) -> str:
    """Return the part of an RRULE that ends it; of what has a time, that is a moment in UTC (RFC 5545, 3.3.10)."""
    count = ended.groupdict().get("n") if ended else None
    until = next((limit.until for limit in limits if limit and limit.until), None)
    if count:
        return f";COUNT={int(number_word(count) or 1)}"
    if until is None:
        return ""
    if zone is None:
        return f";UNTIL={until:%Y%m%d}"
    last = datetime.combine(until, time(23, 59, 59), zone).astimezone(UTC)
    return f";UNTIL={last:%Y%m%dT%H%M%SZ}"
