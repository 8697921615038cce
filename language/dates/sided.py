"""What stands straight before a date: vóór and na, uiterlijk, a week before one.

Each line of ``BEFORE`` is what may stand there, and what it makes of the date.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from language.dates.pieces import Match, written
from language.dates.placed import Placed
from language.dates.relative import moved
from language.dates.spans import ONE_DAY, Frame, Span, Wrong, day, period, week, working_day
from language.dates.words import CANNOT, EDGES, ORDINALS, any_of
from language.late import Late
from language.numbers import number_word

MOST_WORKING_DAYS = 260


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


def _working_days_before(m: Match, span: Span) -> Span | None:
    """Vijf werkdagen voor 1 januari."""
    late, count = m["side"] == "na", number_word(m["n"])
    if count is None or count > MOST_WORKING_DAYS:
        return None
    on, step = (span.end, 1) if late else (span.start, -1)
    for _day in range(int(count)):
        on = working_day(on + step * ONE_DAY, step)
    return day(on)


def _day_beside(m: Match, span: Span) -> Span:
    return day(span.end + ONE_DAY if m["side"] == "na" else span.start - ONE_DAY)


def _week_beside(m: Match, span: Span) -> Span:
    """De week voor Pasen, de tweede week na de vakantie: Monday to Sunday."""
    edge, more = span.end if m["side"] == "na" else span.start, ORDINALS.get(m["o"] or "", 1)
    further = timedelta(weeks=max(0, more - 1))
    if m["side"] == "na":
        return week(week(edge).end + ONE_DAY + further)
    return week((edge if edge.weekday() >= 5 else week(edge).start - ONE_DAY) - further)


def _week_of(m: Match, span: Span) -> Span:
    return week(span.start)


def _weekend_of(m: Match, span: Span) -> Span:
    saturday = week(span.start).start + timedelta(days=5)
    return period(saturday, saturday + ONE_DAY)


def _itself(m: Match, span: Span) -> Span:
    return span


def _not_before(m: Match, span: Span) -> Span | None:
    """Niet voor 1 maart is from that day on, but for what is not done by then."""
    return None if _UNDONE.search(m.string, 0, m.start()) else span


def _by(m: Match, span: Span) -> Span:
    """Uiterlijk eind januari: a deadline taken from a period is one day."""
    return replace(day(span.due), part=span.part)


def _until(m: Match, span: Span) -> Span:
    """Tot de kerstvakantie is until it begins."""
    return _before(m, span) if span.free and span.period else span


_THE = r"(?:de |het |'?t |dat het |dit )?"
# "Gepland voor vrijdag" is on Friday.
_PLANNED = ("gepland", "afgesproken", "staat", "staan", "ingepland", "verplaatst", "uitnodiging", "agenda")
_BY = (
    r"(?:(?:uiterlijk|ten laatste|op (?:zijn|z'n|het|'t) laatst)(?: in| op| aan| binnen| tegen| voor| met| rond)?|"
    r"tot en met|t/m|niet later dan|"
    r"(?:de |als )?deadline(?:(?: is| was| wordt| blijft| staat op| ligt op|:| =)(?: uiterlijk)?)?)"
)
BEFORE: tuple[tuple[Late, Callable[[Match, Span], Span | None]], ...] = tuple(
    (Late(rf"(?<!\w)(?:{written(pattern)})$"), build)
    for pattern, build in (
        (
            rf"(?<!eerste )(?<!laatste )<n> <unit> (?P<side>voor|na) {_THE}(?:\w+ (?:van|op) (?:de |het )?)?",
            _some_before,
        ),
        (rf"<n> (?:werkdagen|werkdag|schooldagen|lesdagen) (?P<side>voor|na) {_THE}", _working_days_before),
        (rf"(?:de )?<o?>(?:school|les)?week (?P<side>voor|na) {_THE}", _week_beside),
        (rf"(?:de )?dag (?P<side>voor|na) {_THE}", _day_beside),
        (rf"(?:in )?(?:de )?week (?:van|met|waarin) {_THE}(?:ma(?:andag)? )?", _week_of),
        (rf"(?:in )?(?:het )?weekend (?:van|met) {_THE}", _weekend_of),
        (rf"niet eerder dan {_THE}", _itself),
        (rf"(?:niet|nooit) na {_THE}", _by),
        (rf"niet voor {_THE}", _not_before),
        (rf"(?:{'|'.join(_PLANNED)}) voor {_THE}", _itself),
        (rf"(?:nog |ruim |vlak |net )?voor(?:afgaand aan)? {_THE}", _before),
        (rf"(?:direct |meteen |vlak |pas )?na {_THE}", _after),
        (rf"{_BY} {_THE}", _by),
        (rf"tot(?: aan)? {_THE}", _until),
        (
            rf"(?:vanaf|sinds|per|met ingang van|m\.i\.v\.?|ingaande|tegen|rond|rondom|omstreeks|d\.d\.|op) {_THE}",
            _itself,
        ),
    )
)
_UNDONE = Late(rf"\b{any_of(CANNOT)}(?: [a-z']+){{0,3}} $")
_LEADS = (
    "voor", "na", "van", "met", "waarin", "dan", "op", "in", "aan", "binnen", "t/m", "vanaf", "sinds", "per", "tegen",
    "rond", "rondom", "omstreeks", "tot", "uiterlijk", "m.i.v.", "ingaande", "d.d.", "laatst", "laatste", "deadline",
    "deadline:", "deadline =", "deadline is", "deadline was", "deadline wordt", "deadline blijft",
)  # fmt: skip
_ENDS = tuple(f"{lead} {the}" for lead in _LEADS for the in ("", "de ", "het ", "t ", "'t ", "maandag "))
# Before the end of June is by its last day; before its beginning is the day before it.
_EDGED = Late(rf"(?:het |de )?(?!begin){any_of(EDGES)}\b")


# Behind a date at the end of a sentence: "medio maart uiterlijk".
_AT_LATEST = Late(r",? (?:uiterlijk|ten laatste|op (?:zijn|z'n|het|'t) laatst)(?= ?(?:$|[.,;!?)]))")


def _to_come(one: Placed, span: Span, frame: Frame) -> Span:
    """Voor de herfst, in the middle of one, is before the next."""
    begun = span.period and span.start <= frame.today <= span.end
    if frame.back or not begun or one.match.groupdict().get("step"):
        return span
    again = one.build(one.match, replace(frame, today=span.end + ONE_DAY))
    return again if isinstance(again, Span) else span


def sided(text: str, masked: str, one: Placed, frame: Frame) -> Placed:
    """Apply what stands before a date, or behind it: vóór is the day before it, na the day after."""
    span = one.found
    if isinstance(span, Wrong):
        return one
    if span.period and (latest := _AT_LATEST.match(masked, one.end)):
        span = replace(day(span.due), part=span.part)
        one = replace(one, found=span, end=latest.end())
    head = masked[max(0, one.start - 48) : one.start]
    if not head.endswith(_ENDS):
        return one
    for pattern, build in BEFORE:
        match = pattern.search(head)
        if match is None:
            continue
        if build is _before and _EDGED.match(text, one.start):
            found: Span | None = _by(match, span)
        else:
            found = build(match, _to_come(one, span, frame) if build is _before else span)
        if found:
            plain = span if build in (_before, _after) and not span.period else None
            return replace(one, found=found, start=one.start - len(match[0]), plain=plain)
    return one
