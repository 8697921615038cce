"""The grammar of weeks, quarters, seasons, years and school years: week 24, Q3-4 2020, najaar, schooljaar 26-27."""

import re
from datetime import date, timedelta

from language.dates.feasts import is_break
from language.dates.named import in_year, year_of
from language.dates.pieces import Build, Match
from language.dates.spans import (
    ONE_DAY,
    RARE,
    Found,
    Frame,
    Span,
    Wrong,
    day,
    edge_of,
    months,
    nearest,
    period,
    school_year,
    week,
    week_number,
    working_day,
    years,
)
from language.dates.words import EDGES, ORDINALS, SEASONS, STEPS, any_of
from language.dates.wrong import no_school_year, no_week
from programme.text import _

LONGEST_RUN = 300  # days; "week 12 t/m 11" is a slip, and no year


def _week(m: Match, frame: Frame) -> Found:
    number, year = int(m["number"]), year_of(m, frame)
    spans = list(week_number(number, years(frame, year, reach=RARE if number == 53 else 2)))
    if not spans:
        return no_week(number, date(year, 12, 28).isocalendar().week if year else 53)
    found = nearest(spans, frame) if year is None else spans[0]
    if found and m["last"] and _in_a_row(m, number):
        return _weeks_until(found, int(m["last"]))
    return _edged(found, m)


def _in_a_row(m: Match, first: int) -> bool:
    """Whether "week 2, 3 en 4" are weeks in a row; of week 2 and 5 nobody means what lies between."""
    numbers = [int(one) for one in re.findall(r"\d{1,2}", m.string[m.start("number") : m.end("last")])]
    between = " en " not in m[0].replace("tot en met", "") or m.string[: m.start()].endswith("tussen ")
    return between or numbers == [*range(first, first + len(numbers))]


def _weeks_until(first: Span, number: int) -> Found:
    """Week 10-12; week 51 t/m 1 runs on into the next year."""
    within = years(Frame(today=first.start), reach=2)
    last = next((one for one in week_number(number, within) if one.start >= first.start), None)
    if last is None:
        return first
    if (last.start - first.start).days > LONGEST_RUN:
        return Wrong(why=_("The last day lies before the first."))
    return period(first.start, last.end)


def _edged(whole: Span | None, m: Match) -> Span | None:
    edge = EDGES.get(m.groupdict().get("edge") or "")
    return edge_of(whole, edge) if whole and edge else whole


def _quarter(m: Match, frame: Frame) -> Found:
    groups = m.groupdict()
    number = int(groups["q"]) if groups.get("q") else ORDINALS[groups["o"]]
    number = 4 if number < 0 else number
    last = int(groups.get("last") or number)
    last = number if " en " in m[0] and last > number + 1 else last
    if not 1 <= number <= 4 or not 1 <= last <= 4:
        return Wrong(why=_("A year has four quarters."))
    length = 3 * ((last - number) % 4 + 1)
    within = years(frame, year_of(m, frame))
    return _edged(in_year([months(y, 3 * number - 2, length) for y in within], m, frame), m)


def _quarters(m: Match, frame: Frame) -> Found:
    """Het tweede en derde kwartaal; of the first and the third nobody knows what lies between."""
    first, last = ORDINALS[m["o"]] % 5, ORDINALS[m["o2"]] % 5
    if not 1 <= first < last <= 4 or (" en " in m[0] and last > first + 1):
        return None
    within = years(frame, year_of(m, frame))
    return in_year([months(y, 3 * first - 2, 3 * (last - first + 1)) for y in within], m, frame)


def _half_year(m: Match, frame: Frame) -> Found:
    first = 1 if (m.groupdict().get("h") or str(ORDINALS[m["o"]])) == "1" else 7
    return in_year([months(y, first, 6) for y in years(frame, year_of(m, frame))], m, frame)


def _season(m: Match, frame: Frame) -> Found:
    spans = [months(y, SEASONS[m["season"]], 3) for y in years(frame, year_of(m, frame))]
    found = in_year(spans, m, frame)
    edge = EDGES.get(m["edge"] or "")
    if found is None or not edge:
        return found
    return edge_of(found, edge)


def _year(m: Match, frame: Frame) -> Found:
    first, last = int(m["y"]), int(m.groupdict().get("last") or m["y"])
    if last < first:
        return Wrong(why=_("The last day lies before the first."))
    return _edged(months(first, 1, 12 * (last - first + 1)), m)


def _school_year(m: Match, frame: Frame) -> Found:
    first = int(m["y"])
    first += 2000 * (first < 100)
    if int(m["last"]) % 100 != (first + 1) % 100:
        return no_school_year(first)
    return _of_school(school_year(date(first, 8, 1)), m, frame)


def _this_school_year(m: Match, frame: Frame) -> Found:
    ahead = 366 * STEPS.get(m["which"] or "", 0)
    return _of_school(school_year(frame.today + timedelta(days=ahead)), m, frame)


def _half_school_year(m: Match, frame: Frame) -> Found:
    first, half = school_year(frame.today).start, 6 * (ORDINALS[m["o"]] - 1)
    return months(first.year, first.month + half, 6)


def _of_school(whole: Span, m: Match, frame: Frame) -> Found:
    """Return a school year, its first or last working day, or a half of it."""
    edge = EDGES.get(m["edge"] or "")
    if edge == "half":
        return edge_of(whole, edge)
    return {"begin": _first_school_day, "eind": _last_school_day}[edge](whole, frame) if edge else whole


def _end_of_school_year(m: Match, frame: Frame) -> Found:
    """De laatste week van het schooljaar, de eerste schooldag."""
    whole = school_year(frame.today)
    first = m["which"] == "eerste"
    found = (_first_school_day if first else _last_school_day)(whole, frame)
    return week(found.start) if " week " in m[0] else found


def _last_school_day(whole: Span, frame: Frame) -> Span:
    summers = [
        b for b in frame.breaks if is_break(b.name, "zomervakantie") and whole.start < b.first <= whole.end
    ]
    return day(working_day(summers[0].first - ONE_DAY, -1) if summers else whole.end)


def _first_school_day(whole: Span, frame: Frame) -> Span:
    summers = [
        b for b in frame.breaks if is_break(b.name, "zomervakantie") and whole.start <= b.last < whole.end
    ]
    return day(working_day(summers[0].last + ONE_DAY, 1) if summers else whole.start)


# In "vorige week 2 lessen" the number is not the week's.
_NO_STEP = r"(?<!vorige )(?<!volgende )(?<!deze )(?<!afgelopen )(?<!komende )(?<!per )(?<!elke )(?<!iedere )(?<!een )"
_NO_HOURS = r"(?! ?(?:uur|u\b|x\b|lessen|leerlingen|lln|docenten|keer)\b)"
# "Schooljaar 26-27" names its years; in "dit schooljaar 8 gastlessen" the number counts.
_NO_YEAR = r"(?! '?\d+(?! ?[a-z]))"
_LAST = r"(?:(?:(?:, ?\d{1,2})+ en | ?(?:-|–|/|t/m|tot en met|tot|en) ?)(?P<last>\d{1,2}))?"
_EDGE = r"(?:<edge> (?:van )?(?:het |de )?)?"

LONGER: tuple[tuple[str, Build], ...] = (
    (r"(?P<y>20\d\d)[ -]?q(?P<q>[1-4])(?:-q?(?P<last>[1-4]))?(?P<edge>)", _quarter),
    (r"q(?P<q>[1-4])[-/](?P<y>20\d\d)(?P<edge>)", _quarter),
    (
        rf"{_EDGE}(?:q-?|kwartaal )(?P<q>\d)(?: ?(?:-|/|en|t/m|tot) ?q?-?(?P<last>\d))?(?!\d),?<year>",
        _quarter,
    ),
    (r"<yearbefore>(?:het )?<o> (?:en|t/m|tot en met) (?:het )?<o2> kwartaal<year>", _quarters),
    (rf"<yearbefore>{_EDGE}(?:het )?(?<!e en )(?<!e en het )<o> kwartaal<year>", _quarter),
    (r"(?:het |de )?(?P<o>eerste|tweede|1e|2e) (?:halfjaar|half jaar)<year>(?! van)", _half_year),
    (r"(?:de )?(?P<o>eerste|tweede|1e|2e) helft,? (?:van |in )?(?P<y>20\d\d)", _half_year),
    (r"(?:de )?(?P<o>eerste|tweede|1e|2e) helft van (?P<ystep>dit jaar|volgend jaar|vorig jaar)", _half_year),
    (r"h(?P<h>[12]) (?P<y>20\d\d)", _half_year),
    (
        rf"{_NO_STEP}{_EDGE}(?:weken|week)(?: nr\.?| nummer)?\.? ?(?P<number>\d{{1,2}})\b(?![.,:]\d){_LAST}"
        rf"{_NO_HOURS}<year>",
        _week,
    ),
    (rf"{_EDGE}schooljaar '?(?P<y>(?:20)?\d\d) ?(?:-|/|–|t/m|tot) ?'?(?P<last>(?:20)?\d\d)", _school_year),
    (
        r"(?:de )?(?P<which>eerste|laatste) (?:week|dag|schooldag) van (?:het|dit) schooljaar",
        _end_of_school_year,
    ),
    (
        rf"(?:de |het )?(?P<o>eerste|tweede|1e|2e) helft (?:van )?(?:het |dit )?schooljaar{_NO_YEAR}",
        _half_school_year,
    ),
    (
        rf"{_EDGE}(?:het |dit )?(?:(?P<which>nieuwe|volgend|komend|aankomend|vorig|afgelopen) )?schooljaar{_NO_YEAR}",
        _this_school_year,
    ),
    (
        r"(?P<edge>begin|einde?|halverwege) (?:van )?(?:het )?(?P<which>nieuwe|volgend|komend|vorig|dit) schooljaar",
        _this_school_year,
    ),
    (rf"<yearbefore>{_EDGE}(?:de |het )?<season>(?!-(?!{any_of(SEASONS)}\b)[a-z])<year>", _season),
    (r"(?P<y>20\d\d) ?(?:-|–|t/m|tot en met) ?(?P<last>20\d\d)", _year),
    (r"<edge> (?:van )?(?P<y>20\d\d)", _year),
    (r"(?:(?:in|voor|na|vanaf|heel|tot) |^)(?P<y>20\d\d)$", _year),
)
