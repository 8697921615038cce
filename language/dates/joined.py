"""Dates that stand for one: from one to another, days in a row, a day of a week, the Friday before the holidays."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from language.dates.placed import Placed
from language.dates.relative import weekday
from language.dates.spans import ONE_DAY, Found, Frame, Span, Wrong, day, period, week, working_day
from language.dates.words import ORDINALS, WEEKDAYS, any_of
from language.dates.wrong import other_weekday
from language.late import Late
from programme.text import _

_TO = Late(r" ?(?:-|–|t/m|tot en met|tot(?: aan)?) ?(?:uiterlijk )?(?:de |het )?")
_EDGES_MEET = Late(r" ?[/,–-] ?| of | en | tot | ")
_AND = Late(r" en (?:de |het )?")
_BESIDE = Late(r" (?P<side>voor|na) (?:de |het )?")
_BETWEEN = Late(r"\btussen (?:de |het )?$")
_NTH = Late(rf"(?:(?:de |een |elke )?(?P<o>{any_of(ORDINALS)}) |de |een )?$")
# "De tweede woensdag" by itself is no day for somebody who does not know of what.
_ORDINAL = Late(rf"(?<!\w)(?!eerste|laatste){any_of(ORDINALS)} $")
_ENDS = ("eerste ", "laatste ")
# Between the days of a list; the last two are joined by "en".
_LISTED = Late(r"(?:, ?(?P<last>en )?|(?P<en> en | ?[&+] ?))(?:op )?(?:de )?")
_OR = Late(r" ?(?:,? of |/|,? als )(?:ook )?(?:op )?(?:de )?")
# Between a week and a day in it, and the other way round.
_DAY_IN = Late(r",?:? (?:\()?(?:(?:en dan|en wel|namelijk|wel|dan|al|nog) )?(?:(?:op|van|tussen) )?(?:de )?")
_IN_WEEK = Late(r",? (?:\()?(?:(?:in|van) )?(?:de )?")


def joined(text: str, found: Sequence[Placed], frame: Frame) -> list[Placed]:
    """Make one of dates that stand for one: from … to …, 1, 2 and 3 May, next week on …, the Friday before …."""
    whole: list[Placed] = []
    for one in found:
        last = whole[-1] if whole else None
        one_of_both = _both(text, last, one, frame) if last else None
        if one_of_both:
            whole[-1] = one_of_both
        else:
            whole.append(one)
    if len(whole) > 1:
        whole = list(_runs(text, whole, frame))
    return [one for one in whole if not (bare(one) and _one_of_many(text, one))]


def _both(text: str, first: Placed, second: Placed, frame: Frame) -> Placed | None:
    gap = text[first.end : second.start]
    if len(gap) > 24 or isinstance(first.found, Wrong) or isinstance(second.found, Wrong):
        return None
    lead = _BETWEEN.search(text[max(0, first.start - 10) : first.start])
    between = lead or text.startswith("tussen ", first.start)
    if _TO.fullmatch(gap) or (between and _AND.fullmatch(gap)):
        first = replace(first, start=first.start - len(lead[0])) if lead else first
        until = gap.strip().startswith("tot") and "met" not in gap
        return _from_to(_aligned(first, second), second, frame, until=until)
    if _EDGES_MEET.fullmatch(gap) and (over := _over_the_edge(first, second)):
        return replace(second, found=over, start=first.start)
    if gap == " " and (same := _named_too(first, second) or _named_too(second, first)):
        return replace(second, found=same, start=first.start)
    beside = _BESIDE.fullmatch(gap)
    if beside:
        return _weekday_beside(text, first, second, beside["side"])
    return _day_in_week(gap, first, second)


def _over_the_edge(first: Placed, second: Placed) -> Span | None:
    """Eind november, begin december: what lies on both sides of the turn of a month is one period."""
    start, last = first.found, second.found
    if not isinstance(start, Span) or not isinstance(last, Span):
        return None
    edged = all(one.match.groupdict().get("edge") for one in (first, second))
    return period(start.start, last.end) if edged and last.start == start.end + ONE_DAY else None


def _named_too(told: Placed, other: Placed) -> Found:
    """Gisteren dinsdag: one day, told twice; of "morgen vrijdag" on a Friday nobody knows which is meant."""
    name, on = bare(other), told.found
    if not name or "name" not in told.match.groupdict() or not isinstance(on, Span) or on.period:
        return None
    part = on.part or (other.found.part if isinstance(other.found, Span) else "")
    return replace(on, part=part) if on.start.weekday() == WEEKDAYS[name] else other_weekday(on.start, name)


def _one_of_many(text: str, one: Placed) -> bool:
    """Whether a weekday is one of several: de tweede woensdag, de eerste maandag van de cursus."""
    before = text[max(0, one.start - 12) : one.start]
    return bool(_ORDINAL.search(before)) or (before.endswith(_ENDS) and text.startswith(" van ", one.end))


def bare(one: Placed) -> str:
    """Return the weekday that is all that a date says ("vrijdag", not "komende vrijdag")."""
    groups = one.match.groupdict()
    told = one.build is not weekday or groups.get("ahead") or groups.get("behind")
    return "" if told else groups["wd"]


def _aligned(first: Placed, second: Placed) -> Placed:
    """Do t/m vr volgende week, maandag t/m woensdag 9 december: the first day is told by the second."""
    name, last = bare(first), second.found
    told = second.match.groupdict().get("wd") and not bare(second)
    if not name or not told or isinstance(last, Wrong):
        return first
    before = (last.start.weekday() - WEEKDAYS[name]) % 7
    return replace(first, found=day(last.start - timedelta(days=before)))


def _from_to(first: Placed, second: Placed, frame: Frame, *, until: bool) -> Placed | None:
    """Make a period of two dates; ``until`` the holidays is up to the last working day before them."""
    start, last = first.found, second.found
    if not isinstance(start, Span) or start.part:
        return None
    if isinstance(last, Span) and (last.end < start.start or bare(second)):
        again = second.build(second.match, replace(frame, today=start.start, back=False))
        last = again if again is not None else last
    if isinstance(last, Wrong):
        return replace(second, found=last, start=first.start)
    if last.end < start.start:
        wrong = Wrong(why=_("The last day lies before the first."))
        return replace(second, found=wrong, start=first.start)
    before = working_day(last.start - ONE_DAY, -1) if until and last.free and last.period else last.end
    return replace(second, found=period(start.start, max(before, start.start)), start=first.start)


def in_its_week(text: str, found: Sequence[Placed]) -> list[Placed]:
    """Return the dates, those joined that are a week and a weekday in it."""
    whole = list(found[:1])
    for one in found[1:]:
        both = _day_in_week(text[whole[-1].end : one.start], whole[-1], one)
        whole[-1:] = [both] if both else [whole[-1], one]
    return whole


def _day_in_week(gap: str, first: Placed, second: Placed) -> Placed | None:
    """Volgende week, op dinsdag; dinsdag in week 49: the weekday of that week."""
    for one, other, between in ((first, second, _DAY_IN), (second, first, _IN_WEEK)):
        name, whole = bare(other), one.found
        if not name or isinstance(whole, Wrong) or isinstance(other.found, Wrong):
            continue
        if (whole.end - whole.start).days == 6 and not whole.start.weekday() and between.fullmatch(gap):
            away = whole.start - week(other.found.start).start
            on, until = other.found.start + away, other.found.end + away
            found = replace(other.found, start=on, end=until, due=until)
            return replace(second, found=found, start=first.start, match=one.match, build=one.build)
    return None


def _runs(text: str, found: Sequence[Placed], frame: Frame) -> Iterator[Placed]:
    """1, 2 en 3 februari; maandag en dinsdag: days in a row are a period, others stay apart."""
    run = [found[0]]
    for one in found[1:]:
        after = one
        if _LISTED.fullmatch(text, run[-1].end, one.start):
            run[-1], after = _aligned(run[-1], one), _next_weekday(run[-1], one, frame)
            if _follows(run[-1], after):
                run.append(after)
                continue
        yield from _as_one(text, run)
        run = [after]
    yield from _as_one(text, run)


def listed(text: str, one: Placed, other: Placed) -> bool:
    """Whether two days are named beside each other, so that they share a time: dinsdag en donderdag, 3 of 4 mei."""
    return bool(_LISTED.fullmatch(text, one.end, other.start) or _OR.fullmatch(text, one.end, other.start))


def _next_weekday(before: Placed, one: Placed, frame: Frame) -> Placed:
    """Dinsdag en donderdag; afgelopen vrijdag en zaterdag: the first one after the day before it."""
    name, first = bare(one), before.found
    if not name or isinstance(first, Wrong) or isinstance(one.found, Wrong) or first.period:
        return one
    ahead = (WEEKDAYS[name] - first.start.weekday()) % 7 or 7
    on = first.start + timedelta(days=ahead)
    return one if frame.back and on > frame.today else replace(one, found=day(on, part=one.found.part))


def _follows(before: Placed, one: Placed) -> bool:
    first, second = before.found, one.found
    if isinstance(first, Wrong) or isinstance(second, Wrong) or first.part or second.part:
        return False
    return second.start == first.end + ONE_DAY and first.period == second.period


def _as_one(text: str, run: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the run as a period where "en" stands before its last day."""
    first, last = run[0].found, run[-1].found
    gap = _LISTED.fullmatch(text, run[-2].end, run[-1].start) if len(run) > 1 else None
    if gap and (gap["en"] or gap["last"]) and isinstance(first, Span) and isinstance(last, Span):
        yield replace(run[-1], found=period(first.start, last.end), start=run[0].start)
    else:
        yield from run


def _weekday_beside(text: str, first: Placed, second: Placed, side: str) -> Placed | None:
    """De laatste vrijdag voor de kerstvakantie; maandag na Pasen."""
    wanted = WEEKDAYS.get(text[first.start : first.end])
    span = second.found
    if wanted is None or isinstance(span, Wrong):
        return None
    edge = span.start - ONE_DAY if side == "voor" else span.end + ONE_DAY
    ahead = edge.weekday() - wanted if side == "voor" else wanted - edge.weekday()
    lead = _NTH.search(text[: first.start])
    weeks = max(0, ORDINALS.get((lead and lead["o"]) or "", 1) - 1)
    on = edge + timedelta(days=ahead % 7, weeks=weeks) * (-1 if side == "voor" else 1)
    return replace(second, found=day(on), start=lead.start() if lead else first.start)
