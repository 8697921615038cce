"""The grammar of dates that the calendar names: 3 december, 23-11, week 24, Q1 2027, eind mei, Koningsdag.

``NAMED`` is a table of patterns and of what each yields; the first that fits wins, so the longer
forms stand first.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from language.date_words import (
    ANY_DAY,
    ANY_MONTH,
    BREAK_NAMES,
    FEASTS,
    FIXED_DAYS,
    FULL_DAY,
    FULL_MONTH,
    MONTHS,
    ORDINAL,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    YEAR,
    any_of,
)
from language.dates_far import FAR, far, too_far
from language.day_spans import (
    ONE_DAY,
    RARE,
    Found,
    Frame,
    Span,
    Wrong,
    day,
    edge_of,
    edge_of_month,
    month,
    months,
    nearest,
    period,
    public_holidays,
    school_year,
    week,
    week_number,
    working_day,
    years,
)
from programme.text import _

Match = re.Match[str]

EDGE = r"(?P<edge>begin|half|medio|midden|eind|einde)"


def year_of(m: Match, frame: Frame) -> int | None:
    """Return the year in the groups ``y`` (2027) or ``yy`` ('27), or None."""
    groups = m.groupdict()
    return int(groups["y"]) if groups.get("y") else 2000 + int(groups["yy"]) if groups.get("yy") else None


def _date(m: Match, frame: Frame) -> Found:
    number = MONTHS.get(m["m"]) or int(m["m"])
    return dated(int(m["d"]), number, year_of(m, frame), frame, weekday=m.groupdict().get("wd"))


def dated(d: int, number: int, year: int | None, frame: Frame, *, weekday: str | None = None) -> Found:
    """Return day ``d`` of a month, in the nearest year that has it when ``year`` is None."""
    if not 1 <= number <= 12:
        return Wrong(why=_("There are only twelve months in a year."))
    if year is not None and too_far(year, frame):
        return far(year)
    near = years(frame, year, reach=RARE if (d, number) == (29, 2) else 2)
    there = [day(month(y, number).start.replace(day=d)) for y in near if _has(y, number, d)]
    if not there:
        return Wrong(why=_("The date {day}-{month} does not exist.", day=d, month=number))
    found = nearest(there, frame) if year is None else there[0]
    if found and weekday and WEEKDAYS[weekday] != found.start.weekday():
        return Wrong(why=_("That date is a {day:weekday}.", day=found.start))
    return found


def _has(year: int, number: int, d: int) -> bool:
    return 1 <= d <= month(year, number).end.day


def _between(m: Match, frame: Frame) -> Found:
    """30 nov t/m 4 dec, 1 tot 15 december, 29/30 nov."""
    last = dated(int(m["d2"]), MONTHS[m["m"]], year_of(m, frame), frame)
    if not isinstance(last, Span):
        return last
    number = MONTHS[m["m1"]] if m.groupdict().get("m1") else last.start.month
    year = last.end.year - (number > last.start.month)
    first = dated(int(m["d"]), number, year, frame)
    if isinstance(first, Span) and first.start > last.end:
        return Wrong(why=_("The last day lies before the first."))
    return period(first.start, last.end) if isinstance(first, Span) else first


def _month(m: Match, frame: Frame) -> Found:
    edge = m.groupdict().get("edge")
    spans = [edge_of_month(month(y, MONTHS[m["m"]]), edge) for y in years(frame, year_of(m, frame))]
    return nearest(spans, frame) if year_of(m, frame) is None else spans[0]


def _months_between(m: Match, frame: Frame) -> Found:
    """April/mei, november t/m februari."""
    first, last = MONTHS[m["m1"]], MONTHS[m["m"]]
    spans = [months(y, first, (last - first) % 12 + 1) for y in years(frame, year_of(m, frame))]
    return nearest(spans, frame) if year_of(m, frame) is None else spans[0]


def _ordinal_day(m: Match, frame: Frame) -> Found:
    """De eerste maandag van februari."""
    nth, weekday = ORDINALS[m["o"]], WEEKDAYS[m["wd"]]
    days = [_nth(month(y, MONTHS[m["m"]]), nth, weekday) for y in years(frame, year_of(m, frame))]
    return nearest(map(day, filter(None, days)), frame)


def _nth(whole: Span, nth: int, weekday: int) -> date | None:
    if nth < 0:
        return whole.end - timedelta(days=(whole.end.weekday() - weekday) % 7)
    found = whole.start + timedelta(days=(weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))
    return found if found <= whole.end else None


def _ordinal_of_month(m: Match, frame: Frame) -> Found:
    """De laatste donderdag van de maand, van volgende maand."""
    first = frame.today.month + (m["which"].startswith("volgend"))
    spans = (month(frame.today.year, first + ahead) for ahead in range(3))
    days = (_nth(span, ORDINALS[m["o"]], WEEKDAYS[m["wd"]]) for span in spans)
    return nearest((day(on) for on in days if on), frame)


def _week_of_month(m: Match, frame: Frame) -> Found:
    """De eerste week van december: the ISO week that holds the 1st."""
    nth = ORDINALS[m["o"]]
    wholes = (month(y, MONTHS[m["m"]]) for y in years(frame, year_of(m, frame)))
    holds = (w.end if nth < 0 else w.start + timedelta(weeks=nth - 1) for w in wholes)
    return nearest(map(week, holds), frame)


def _week(m: Match, frame: Frame) -> Found:
    number, year = int(m["n"]), year_of(m, frame)
    spans = list(week_number(number, years(frame, year, reach=RARE if number == 53 else 2)))
    if not spans:
        return Wrong(why=_("There is no week {number}.", number=number))
    found = nearest(spans, frame) if year is None else spans[0]
    if found and m["n2"]:
        return period(found.start, found.end + timedelta(weeks=max(0, int(m["n2"]) - number)))
    return edge_of(found, m["edge"]) if found and m["edge"] else found


def _quarter(m: Match, frame: Frame) -> Found:
    groups = m.groupdict()
    number = int(groups["q"]) if groups["q"] else ORDINALS[groups["o"]]
    number = 4 if number < 0 else number
    if not 1 <= number <= 4:
        return Wrong(why=_("A year has four quarters."))
    last = int(groups.get("q2") or number)
    spans = [months(y, 3 * number - 2, 3 * (last - number + 1)) for y in years(frame, year_of(m, frame))]
    found = nearest(spans, frame) if year_of(m, frame) is None else spans[0]
    return edge_of(found, m["edge"]) if found and m["edge"] else found


def _season(m: Match, frame: Frame) -> Found:
    spans = [months(y, SEASONS[m["s"]], 3) for y in years(frame, year_of(m, frame))]
    return nearest(spans, frame) if year_of(m, frame) is None else spans[0]


def _year(m: Match, frame: Frame) -> Found:
    first, last = int(m["y"]), int(m.groupdict().get("y2") or m["y"])
    whole = months(first, 1, 12 * (last - first + 1))
    return edge_of(whole, m["edge"]) if m.groupdict().get("edge") else whole


def _school_year(m: Match, frame: Frame) -> Found:
    whole = school_year(date(int(m["y"]), 8, 1))
    return _last_school_day(whole, frame) if m["edge"] else whole


def _this_school_year(m: Match, frame: Frame) -> Found:
    ahead = {"volgend": 366, "komend": 366, "vorig": -366, "afgelopen": -366}.get(m["which"] or "", 0)
    whole = school_year(frame.today + timedelta(days=ahead))
    return _last_school_day(whole, frame) if m["edge"] else whole


def _last_school_day(whole: Span, frame: Frame) -> Span:
    summers = [b for b in frame.breaks if _is(b.name, "zomervakantie") and whole.start < b.first <= whole.end]
    return day(working_day(summers[0].first - ONE_DAY, -1) if summers else whole.end)


def _break(m: Match, frame: Frame) -> Found:
    name = BREAK_NAMES[m["b"]]
    spans = [period(b.first, b.last, free=True) for b in frame.breaks if _is(b.name, name)]
    found = nearest(sorted(spans, key=lambda span: span.start), frame)
    return found or Wrong(why=_("I don't know when the {name} is; please give a date.", name=m["b"]))


def _weekday_by_break(m: Match, frame: Frame) -> Found:
    """De laatste vrijdag voor de kerstvakantie."""
    free = _break(m, frame)
    if not isinstance(free, Span):
        return free
    before = m["side"] == "voor"
    edge = free.start - ONE_DAY if before else free.end + ONE_DAY
    ahead = (edge.weekday() - WEEKDAYS[m["wd"]]) if before else (WEEKDAYS[m["wd"]] - edge.weekday())
    return day(edge + timedelta(days=ahead % 7) * (-1 if before else 1))


def _is(name: str, wanted: str) -> bool:
    return name.lower().startswith(wanted)


def _feast(m: Match, frame: Frame) -> Found:
    year = year_of(m, frame)
    near = range(frame.today.year - 1, frame.today.year + 3)
    return (
        nearest(_feasts(m["f"], near), frame)
        if year is None
        else next(_feasts(m["f"], range(year, year + 1)))
    )


def _feasts(name: str, within: range) -> Iterator[Span]:
    for year in within:
        if name in FIXED_DAYS:
            yield day(date(year, *FIXED_DAYS[name]))
        else:
            on = sorted(d for d, label in public_holidays(year).items() if label in FEASTS[name])
            yield day(on[0], free=True) if len(on) == 1 else period(on[0], on[-1], free=True)


_THROUGH = "(?:-|–|/|t/m|tot en met|tot|en)"
_WEEKDAY = rf"(?:(?P<wd>{ANY_DAY})\.?,? )?"
# In "vorige week 2 lessen" the number is not the week's.
_NO_STEP = r"(?<!vorige )(?<!volgende )(?<!deze )(?<!afgelopen )(?<!komende )(?<!per )"
_D2 = r"(?P<d2>\d{1,2})"
_N2 = rf"(?: ?{_THROUGH} ?(?P<n2>\d\d))?"
_IN_MONTH = rf"(?P<m>{ANY_MONTH})\b\.?{YEAR}"

NAMED: tuple[tuple[str, Callable[[Match, Frame], Found]], ...] = (
    *FAR,
    (rf"(?:{EDGE} )?(?:q-?|kwartaal )(?P<q>\d)(?: ?(?:-|en|t/m) ?q?(?P<q2>\d))?(?!\d),?{YEAR}", _quarter),
    (rf"(?:{EDGE} )?(?:het )?(?P<o>{ORDINAL})(?P<q>) kwartaal{YEAR}", _quarter),
    (r"(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", _date),
    (
        rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?:(?P<y>20\d\d)|(?P<yy>\d\d))(?![\d.])",
        _date,
    ),
    (
        rf"(?:van |tussen )?(?P<d>\d{{1,2}}) (?P<m1>{ANY_MONTH})\.? ?{_THROUGH} ?{_D2} {_IN_MONTH}",
        _between,
    ),
    (rf"(?:van |tussen )?(?P<d>\d{{1,2}}) ?{_THROUGH} ?(?P<d2>\d{{1,2}}) {_IN_MONTH}", _between),
    (rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:e|ste|de)? (?:van )?{_IN_MONTH}", _date),
    (rf"(?P<wd>{ANY_DAY})\.?,? (?P<d>\d{{1,2}})[-/](?P<m>\d{{1,2}})(?![\d./-])", _date),
    (r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})(?![\d./-])(?! ?(?:u\b|uur|[a-z]))", _date),
    (r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})(?= (?:om|van|tussen|in|bij|met)\b)", _date),
    (rf"(?:de )?(?P<o>{ORDINAL}) week van (?P<m>{FULL_MONTH}){YEAR}", _week_of_month),
    (rf"(?:de )?(?P<o>{ORDINAL}) (?P<wd>{FULL_DAY}) (?:van|in) (?P<m>{FULL_MONTH}){YEAR}", _ordinal_day),
    (
        rf"(?:de )?(?P<o>{ORDINAL}) (?P<wd>{FULL_DAY}) van (?P<which>de|deze|volgende) maand",
        _ordinal_of_month,
    ),
    (
        rf"{_NO_STEP}(?:{EDGE} )?(?:weken|week|wk|weeknr|weeknummer)\.? ?(?P<n>\d{{1,2}}){_N2}{YEAR}",
        _week,
    ),
    (rf"(?:{EDGE} (?:van )?(?:het )?)?schooljaar (?P<y>20\d\d)[-/ ]+(?:20)?\d\d", _school_year),
    (
        rf"(?:{EDGE} (?:van )?)?(?:het |dit )?(?:(?P<which>volgend|komend|vorig|afgelopen) )?schooljaar",
        _this_school_year,
    ),
    (rf"{EDGE} (?:van )?{_IN_MONTH}", _month),
    (rf"(?P<m1>{FULL_MONTH}) ?{_THROUGH} ?(?P<m>{FULL_MONTH})\b{YEAR}", _months_between),
    # "December 3" and "3rd of December" are English: dateparser's.
    (rf"(?<!of )(?P<m>{FULL_MONTH})\b(?! \d{{1,2}}\b){YEAR}", _month),
    (rf"(?<!of )(?P<m>{ANY_MONTH})\.? (?P<y>20\d\d)\b", _month),
    (rf"^(?P<m>{ANY_MONTH})\.?$", _month),
    (
        rf"(?:de )?(?:laatste|eerste) (?P<wd>{FULL_DAY}) (?P<side>voor|na) de (?P<b>{any_of(BREAK_NAMES)})",
        _weekday_by_break,
    ),
    (rf"(?:de )?(?P<b>{any_of(BREAK_NAMES)})", _break),
    (rf"(?:de |het )?(?P<s>{any_of(SEASONS)}){YEAR}", _season),
    (rf"(?P<f>{any_of((*FEASTS, *FIXED_DAYS))}){YEAR}", _feast),
    (r"(?P<y>20\d\d) ?- ?(?P<y2>20\d\d)", _year),
    (rf"{EDGE} (?P<y>20\d\d)", _year),
    (r"(?:(?<=in )|(?<=voor )|(?<=na )|^)(?P<y>20\d\d)$", _year),
)
