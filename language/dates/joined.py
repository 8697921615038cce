"""What stands around dates: vóór and na, a week before one, from one to another, of volgend jaar, jongstleden.

Each line of ``BEFORE`` is what may stand straight before a date, and what it makes of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from language.dates.late import Late
from language.dates.pieces import Build, Match, written
from language.dates.relative import moved
from language.dates.spans import ONE_DAY, Found, Frame, Span, Wrong, day, period, week, working_day
from language.dates.words import EDGES, WEEKDAYS, any_of
from programme.text import _


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A date and where it stands; ``match`` and ``build`` read it again, against another day."""

    found: Span | Wrong
    start: int
    end: int
    match: Match
    build: Build


def placed(match: Match, build: Build, frame: Frame) -> Placed | None:
    """Return what a rule makes of a match, or None where that is no date."""
    found = _directed(match, build, frame)
    if found is None:
        return None
    return Placed(found=found, start=match.start(), end=match.end(), match=match, build=build)


_BACK = Late(r"(?:afgelopen|vorige|voorbije) $")
_AHEAD = Late(r"(?:komende?|aankomende?|aanstaande|volgende|eerstvolgende) $")
_BACK_AFTER = Late(r",? (?:j\.?l\b|jongstleden\b|laatstleden\b)")
_AHEAD_AFTER = Late(r",? (?:a\.?s\b|aanstaande\b|eerstkomend\b)")


def _directed(match: Match, build: Build, frame: Frame) -> Found:
    """Read a match in the direction that the words beside it give."""
    before, end = match.string[max(0, match.start() - 16) : match.start()], match.end()
    if before.endswith("e ") or before.endswith("n "):
        if _BACK.search(before):
            return build(match, replace(frame, back=True))
        if _AHEAD.search(before):
            return build(match, replace(frame, back=False))
    if match.string[end : end + 1] in (" ", ","):
        if _BACK_AFTER.match(match.string, end):
            return build(match, replace(frame, back=True))
        if _AHEAD_AFTER.match(match.string, end):
            return build(match, replace(frame, back=False))
    return build(match, frame)


def _before(m: Match, span: Span) -> Span:
    before = span.start - ONE_DAY
    return day(working_day(before, -1) if span.free else before)


def _after(m: Match, span: Span) -> Span:
    after = span.end + ONE_DAY
    return day(working_day(after, 1) if span.free else after)


def _some_before(m: Match, span: Span) -> Span | None:
    """Twee weken voor de kerstvakantie, de dag na Koningsdag."""
    late = m["side"] == "na"
    there = moved(span.end if late else span.start, m["n"], m["unit"], 1 if late else -1)
    return day(there) if there else None


def _day_beside(m: Match, span: Span) -> Span:
    return day(span.end + ONE_DAY if m["side"] == "na" else span.start - ONE_DAY)


def _week_beside(m: Match, span: Span) -> Span:
    """De week voor Pasen, de eerste week na de vakantie: Monday to Sunday."""
    edge = span.end if m["side"] == "na" else span.start
    if m["side"] == "na":
        return week(week(edge).end + ONE_DAY)
    return week(edge if edge.weekday() >= 5 else week(edge).start - ONE_DAY)


def _week_of(m: Match, span: Span) -> Span:
    return week(span.start)


def _weekend_of(m: Match, span: Span) -> Span:
    saturday = week(span.start).start + timedelta(days=5)
    return period(saturday, saturday + ONE_DAY)


def _itself(m: Match, span: Span) -> Span:
    return span


_THE = r"(?:de |het |dat het |dit )?"
# "Gepland voor vrijdag" is on Friday; "voor eind juni" is for the end of June, not the day before that end begins.
_PLANNED = ("gepland", "afgesproken", "staat", "staan", "ingepland", "verplaatst", "uitnodiging", "agenda")
_FOR = "".join(f"(?<!{word} )" for word in _PLANNED)
BEFORE: tuple[tuple[Late, Callable[[Match, Span], Span | None]], ...] = tuple(
    (Late(rf"(?<!\w)(?:{written(pattern)})$"), build)
    for pattern, build in (
        (rf"<n> <unit> (?P<side>voor|na) {_THE}", _some_before),
        (rf"(?:de )?(?:week|eerste week|laatste week) (?P<side>voor|na) {_THE}", _week_beside),
        (rf"(?:de )?dag (?P<side>voor|na) {_THE}", _day_beside),
        (rf"(?:in )?(?:de )?week (?:van|met|waarin) {_THE}(?:ma(?:andag)? )?", _week_of),
        (rf"(?:in )?(?:het )?weekend (?:van|met) {_THE}", _weekend_of),
        (rf"niet (?:eerder dan|voor) {_THE}", _itself),
        (rf"{_FOR}(?:nog |ruim |vlak |net )?voor(?:afgaand aan)? {_THE}", _before),
        (rf"(?:direct |meteen |vlak |pas )?na {_THE}", _after),
        (
            rf"(?:uiterlijk(?: op)?|tot en met|t/m|vanaf|sinds|per|met ingang van|m\.i\.v\.?|ingaande|tegen|rond|"
            rf"rondom|omstreeks|tot|d\.d\.|op) {_THE}",
            _itself,
        ),
    )
)
_LEADS = (
    "voor",
    "na",
    "van",
    "met",
    "waarin",
    "dan",
    "op",
    "t/m",
    "vanaf",
    "sinds",
    "per",
    "tegen",
    "rond",
    "tot",
)
_ENDS = tuple(
    f"{lead} {the}"
    for lead in (*_LEADS, "uiterlijk", "m.i.v.", "ingaande", "d.d.", "aan", "rondom", "omstreeks")
    for the in ("", "de ", "het ", "maandag ")
)
_EDGED = Late(rf"(?:het |de )?{any_of(EDGES)}\b")


def sided(text: str, masked: str, one: Placed) -> Placed:
    """Apply what stands before a date: vóór is the day before it, na the day after."""
    head = masked[max(0, one.start - 48) : one.start]
    if isinstance(one.found, Wrong) or not head.endswith(_ENDS):
        return one
    for pattern, build in BEFORE:
        match = pattern.search(head)
        if match is None:
            continue
        edged = build is _before and _EDGED.match(text, one.start)
        found = one.found if edged else build(match, one.found)
        if found:
            return replace(one, found=found, start=one.start - len(match[0]))
    return one


_TO = Late(r" ?(?:-|–|t/m|tot en met|tot(?: aan)?) ?(?:uiterlijk )?(?:de |het )?")
_AND = Late(r" en (?:de |het )?")
_BESIDE = Late(r" (?P<side>voor|na) (?:de |het )?")
_NTH = Late(r"(?:de |een )?(?:eerste |laatste )?$")


def joined(text: str, found: Sequence[Placed], frame: Frame) -> list[Placed]:
    """Make one of two dates that stand for one: from … to …, the Friday before …."""
    whole: list[Placed] = []
    for one in found:
        last = whole[-1] if whole else None
        one_of_both = _both(text, last, one, frame) if last else None
        if one_of_both:
            whole[-1] = one_of_both
        else:
            whole.append(one)
    return whole


def _both(text: str, first: Placed, second: Placed, frame: Frame) -> Placed | None:
    gap = text[first.end : second.start]
    if len(gap) > 24 or isinstance(first.found, Wrong) or isinstance(second.found, Wrong):
        return None
    between = text[max(0, first.start - 8) : first.start].endswith("tussen ")
    if _TO.fullmatch(gap) or (between and _AND.fullmatch(gap)):
        return _from_to(first, second, frame)
    beside = _BESIDE.fullmatch(gap)
    return _weekday_beside(text, first, second, beside["side"]) if beside else None


def _from_to(first: Placed, second: Placed, frame: Frame) -> Placed | None:
    start, last = first.found, second.found
    if not isinstance(start, Span) or start.part:
        return None
    if isinstance(last, Span) and last.end < start.start:
        again = second.build(second.match, replace(frame, today=start.start, back=False))
        last = again if again is not None else last
    if isinstance(last, Wrong):
        return replace(second, found=last, start=first.start)
    if last.end < start.start:
        wrong = Wrong(why=_("The last day lies before the first."))
        return replace(second, found=wrong, start=first.start)
    return replace(second, found=period(start.start, last.end), start=first.start)


def _weekday_beside(text: str, first: Placed, second: Placed, side: str) -> Placed | None:
    """De laatste vrijdag voor de kerstvakantie; maandag na Pasen."""
    weekday = WEEKDAYS.get(text[first.start : first.end])
    span = second.found
    if weekday is None or isinstance(span, Wrong):
        return None
    edge = span.start - ONE_DAY if side == "voor" else span.end + ONE_DAY
    ahead = edge.weekday() - weekday if side == "voor" else weekday - edge.weekday()
    on = edge + timedelta(days=ahead % 7) * (-1 if side == "voor" else 1)
    lead = _NTH.search(text[: first.start])
    return replace(second, found=day(on), start=lead.start() if lead else first.start)
