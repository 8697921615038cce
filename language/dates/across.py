"""From a clock time on one day to one on another: "van ma 9 uur tot di 17 uur", "vrijdag 20:00 tot zaterdag 02:00"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from language.dates.clock_times import TIME, time_of
from language.dates.joined import bare
from language.dates.pieces import DATE
from language.dates.placed import Placed
from language.dates.spans import Frame, Span, Wrong
from language.late import Late
from programme.text import _

_WEEK = timedelta(weeks=1)
_LONGEST = timedelta(weeks=8)  # the last day of another year is a slip
_OF_DAY = r"(?: (?:'s ?|s|in de )(?P<part>ochtend|morgen|middag|avond|nacht)s?)?"
_TIMED = rf",? (?:(?:om|rond|vanaf|tegen|ca\.?|circa) )?(?P<time>\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\b|{TIME}){_OF_DAY}"
_FROM = Late(rf"{_TIMED},? ?(?P<to>-|–|tot(?: en met| aan)?|t/m|en) ?(?:(?:uiterlijk|op|de) )*")
_UNTIL = Late(rf"{_TIMED}(?!\w|[.:]\d)")
_BETWEEN = Late(r"\btussen (?:de )?$")
# A bare number behind a day may count something: one of the two has to look like a time.
_SURE = Late(r"\d[:.u]\d|uur|\du|\d u|\d ?[ap]\.?m|half|kwart|voor|over|\bom ")
# "Maandag 2 uur - dinsdag 3 uur" may tell how long.
_SURE_BY_DASH = Late(r"\d[:.u]\d|\du|\d ?[ap]\.?m|half|kwart|\bom ")


@dataclass(frozen=True, kw_only=True)
class Across:
    """Two days, at ``place`` and behind it, with their times in minutes; they stand from ``start`` to ``end``.

    Without an ``until`` only the first of the days has a time.
    """

    place: int
    days: tuple[Span, Span]
    minutes: int
    until: int | None
    start: int
    end: int


def across(masked: str, found: Sequence[Placed], frame: Frame) -> Across | Wrong | None:
    """Return the first two days that are the ends of one stretch of time, or what is wrong with them.

    In ``masked`` the days are struck out by ``DATE``.
    """
    for place, (one, other) in enumerate(pairwise(found)):
        begun = _FROM.fullmatch(masked, one.end, masked.find(DATE, one.end))
        days = _in_order(one, other, frame) if begun else None
        if (
            begun is None
            or days is None
            or (begun["to"] == "en" and not _BETWEEN.search(masked[: one.start]))
        ):
            continue
        ended = _UNTIL.match(masked, other.end)
        minutes, until = _minutes(begun, days[0]), _minutes(ended, days[1]) if ended else None
        sure = _SURE_BY_DASH if begun["to"] in "-–" else _SURE
        if minutes is None or not sure.search(begun[0] + (ended[0] if ended else "")):
            continue
        if until is None and not begun["to"].startswith("t"):
            continue
        if (days[0].start, minutes) >= (days[1].start, 24 * 60 if until is None else until):
            return Wrong(why=_("The last day lies before the first."))
        end = ended.end() if ended and until is not None else other.end
        return Across(place=place, days=days, minutes=minutes, until=until, start=one.start, end=end)
    return None


def _minutes(match: re.Match[str], day: Span) -> int | None:
    return time_of(match["time"], match["part"] or day.part)


def _in_order(one: Placed, other: Placed, frame: Frame) -> tuple[Span, Span] | None:
    """Return both days; a bare weekday is the first one after the day before it."""
    first, last = one.plain or one.found, other.plain or other.found
    if not isinstance(first, Span) or not isinstance(last, Span) or first.period or last.period:
        return None
    if last.start == first.start or (last.start > first.start and not bare(other)):
        return first, last
    after = other.build(other.match, replace(frame, today=first.start, back=False))
    if not isinstance(after, Span) or after.start - first.start > _LONGEST:
        return first, last
    if frame.back and bare(one) and after.start > frame.today:
        return replace(first, start=first.start - _WEEK), replace(after, start=after.start - _WEEK)
    return first, after
