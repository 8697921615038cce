"""Two dates that stand for one: from one to another, the Friday before the holidays."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from language.dates.late import Late
from language.dates.placed import Placed
from language.dates.spans import ONE_DAY, Frame, Span, Wrong, day, period
from language.dates.words import WEEKDAYS
from programme.text import _

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
