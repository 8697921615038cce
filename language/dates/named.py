"""The grammar of days and months: 3 december, 23-11, de laatste vrijdag van mei, eind mei.

``NAMED`` is a table of patterns (see ``pieces``) and of what each yields; the first that fits wins, so the
longer forms stand first.
"""

from dataclasses import replace

from language.dates.figures import BETWEEN_DAYS, ON_WORDS, is_date
from language.dates.pieces import Build, Match
from language.dates.spans import (
    RARE,
    Found,
    Frame,
    Span,
    Wrong,
    day,
    edge_of_month,
    month,
    months,
    nearest,
    period,
    years,
)
from language.dates.words import EDGES, FULL_DAY, MONTHS, NUMBERED, STEPS, WEEKDAYS
from language.dates.wrong import far, no_day, no_month, other_weekday, too_far
from language.late import Late
from programme.text import _

JUST = 60  # days ago
FAR = 270  # days ahead; nobody names a weekday of next autumn, so that "di 9-11" is none


def year_of(m: Match, frame: Frame) -> int | None:
    """Return the year that a match names: 2027, '27, volgend jaar; or None."""
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    if groups.get("yy"):
        return 2000 + int(groups["yy"])
    step = groups.get("ystep") or groups.get("ybefore")
    return frame.today.year + STEPS[step.split()[0]] if step else None


def month_of(m: Match, group: str = "m") -> int:
    """Return the month that a match names, in letters or figures."""
    return MONTHS.get(m[group]) or int(m[group])


def in_year(spans: list[Span], m: Match, frame: Frame) -> Span | None:
    """Return the nearest of the spans, or the only one where the year is named."""
    return nearest(spans, frame) if year_of(m, frame) is None else next(iter(spans), None)


def _date(m: Match, frame: Frame) -> Found:
    groups = m.groupdict()
    found = dated(int(m["d"]), month_of(m), year_of(m, frame), frame, weekday=groups.get("wd"))
    part = groups.get("part")
    return replace(found, part=part) if part and isinstance(found, Span) else found


def _figures(m: Match, frame: Frame) -> Found:
    """23-11; where the words around them make figures a day and a month."""
    return _date(m, frame) if is_date(m) else None


def dated(d: int, number: int, year: int | None, frame: Frame, *, weekday: str | None = None) -> Found:
    """Return day ``d`` of a month, in the nearest year that has it when ``year`` is None."""
    if not 1 <= number <= 12:
        return no_month(d, number, year or frame.today.year)
    if year is not None and too_far(year, frame):
        return far(year)
    near = years(frame, year, reach=RARE if (d, number) == (29, 2) else 2)
    there = [day(month(y, number).start.replace(day=d)) for y in near if _has(y, number, d)]
    if not there:
        return no_day(d, number, year or frame.today.year)
    found = nearest(there, frame) if year is None else there[0]
    if found and weekday and WEEKDAYS[weekday] != found.start.weekday():
        return _just_been(there, weekday, frame) or other_weekday(found.start, weekday)
    return found


def _just_been(days: list[Span], weekday: str, frame: Frame) -> Span | None:
    """Maandag 16 november, two days after it: the weekday tells that it has been."""
    been = nearest(days, replace(frame, back=True))
    near = been and (frame.today - been.start).days <= JUST and been.start.weekday() == WEEKDAYS[weekday]
    return been if near else None


def _has(year: int, number: int, d: int) -> bool:
    return 1 <= d <= month(year, number).end.day


def _date_or_hours(m: Match, frame: Frame) -> Found:
    """Do 3-12; "ma 13-15" and "volgende week di 10-12" are from one hour to another."""
    found, run = _date(m, frame), m["sep"] == "-" and int(m["d"]) < int(m["m"]) <= 24
    before = m.string[: m.start()]
    if run and _DAY_BEFORE.search(before):
        return None
    if run and isinstance(found, Span) and (found.start - frame.today).days > FAR:
        return None
    hours = int(m["m"]) > 12 or before.endswith("week ")
    return None if run and hours and isinstance(found, Wrong) else found


# "Di en do 10-12": what two days share are hours.
_DAY_BEFORE = Late(rf"\b{FULL_DAY}{BETWEEN_DAYS}$")


def _dotted(m: Match, frame: Frame) -> Found:
    """Do 3.12: a date where that is a Thursday, else a time."""
    found = _date(m, frame)
    return found if isinstance(found, Span) else None


def _between(m: Match, frame: Frame) -> Found:
    """30 nov t/m 4 dec, 1 tot 15 december, 29/30 nov."""
    last = dated(int(m["d2"]), month_of(m), year_of(m, frame), frame, weekday=m["wd2"])
    if not isinstance(last, Span):
        return last
    number = month_of(m, "m1") if m.groupdict().get("m1") else last.start.month
    first = dated(int(m["d1"]), number, last.end.year - (number > last.start.month), frame, weekday=m["wd1"])
    if isinstance(first, Span) and first.start > last.end:
        return Wrong(why=_("The last day lies before the first."))
    return period(first.start, last.end) if isinstance(first, Span) else first


def _between_figures(m: Match, frame: Frame) -> Found:
    """3 t/m 5-12; what comes out wrong were other numbers."""
    found = _between(m, frame)
    return found if isinstance(found, Span) else None


def _listed(m: Match, frame: Frame) -> Found:
    """The 4 of "4, 11 en 18 januari": the month stands behind the last of them."""
    before = m.string[max(0, m.start() - 14) : m.start()].split()
    return None if before and before[-1].rstrip(".") in NUMBERED else _date(m, frame)


def _month(m: Match, frame: Frame) -> Found:
    edge = EDGES.get(m.groupdict().get("edge") or "")
    within = years(frame, year_of(m, frame))
    return in_year([edge_of_month(month(y, month_of(m)), edge) for y in within], m, frame)


def _months_between(m: Match, frame: Frame) -> Found:
    """April/mei, november t/m februari; of maart en juni nobody means what lies between."""
    first, last = MONTHS[m["m1"]], MONTHS[m["m2"]]
    if " en " in m[0] and ((last - first) % 12 != 1 or m.string[: m.start()].endswith(", ")):
        return None
    length = (last - first) % 12 + 1
    over = last < first and year_of(m, frame) is not None  # the year is that of the last month
    return in_year([months(y - over, first, length) for y in years(frame, year_of(m, frame))], m, frame)


def _number_behind(m: Match, frame: Frame) -> Found:
    """Vrijdag 27: the day of the month where that is a Friday, else a number; where nothing follows it is a slip."""
    last = m.string[m.end() :].strip(" .!?)") == ""
    if not 1 <= int(m["d"]) <= 31:
        return no_day(int(m["d"]), frame.today.month, frame.today.year) if last else None
    near = [month(frame.today.year, frame.today.month + ahead) for ahead in range(-1, 3)]
    days = [day(one.start.replace(day=int(m["d"]))) for one in near if 1 <= int(m["d"]) <= one.end.day]
    found = nearest(days, frame)
    if found and found.start.weekday() == WEEKDAYS[m["wd"]]:
        return found
    return other_weekday(found.start, m["wd"]) if found and last else None


def _day_of_month(m: Match, frame: Frame) -> Found:
    """De 25e; maandag de 23e; de 5e van volgende maand."""
    wanted, weekday = int(m["d"]), m.groupdict().get("wd")
    step = STEPS.get(m.groupdict().get("step") or "")
    reach = range(-3, 4) if step is None else range(step, step + 1)
    near = (month(frame.today.year, frame.today.month + ahead) for ahead in reach)
    spans = [day(s.start.replace(day=wanted)) for s in near if 1 <= wanted <= s.end.day]
    found = nearest(spans, frame) if step is None else next(iter(spans), None)
    if weekday and step is None:
        found = nearest([s for s in spans if s.start.weekday() == WEEKDAYS[weekday]], frame) or found
    if found and weekday and WEEKDAYS[weekday] != found.start.weekday():
        return other_weekday(found.start, weekday)
    return found


# What stands between a day and the month of the last of several.
_MORE_DAYS = r"(?:(?:,? en|,? of| ?&| ?\+|,) ?(?:op )?(?:[a-z]{2,3}\w*dag,? )?(?:de )?\d{1,2}(?:e|ste|de)?)+ "

NAMED: tuple[tuple[str, Build], ...] = (
    (r"(?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.]<d>(?=t\d|\b)", _date),
    (
        r"<wd?><d> ?(?P<sep>[-/.]) ?(?P<m>\d{1,2}) ?(?P=sep) ?(?:(?P<y>20\d\d)|'?(?P<yy>\d\d))(?![\d.])(?!-\d)",
        _date,
    ),
    (r"<d> (?P<m>\d{1,2}) (?P<y>20\d\d)", _date),
    (r"<wd?><d> <m> (?P<yy>2\d)(?= ?$)", _date),
    (
        r"tussen <wd1?>(?:de )?(?P<d1>\d{1,2})(?:e|ste|de)?(?: <m1>)? en <wd2?>(?:de )?<d2>(?:e|ste|de)? <m><year>",
        _between,
    ),
    (
        rf"<wd?>(?:de )?<d>(?:e|ste|de)?(?={_MORE_DAYS}(?:van )?<m><year>)",
        _listed,
    ),
    (
        r"(?<!\d[:.])(?:(?<!weekend )van |tussen )?"
        r"<wd1?>(?P<d1>\d{1,2})(?:e|ste|de)? <m1><upto><wd2?><d2>(?:e|ste|de)? <m><year>",
        _between,
    ),
    (
        r"(?<!\d[:.])(?:(?<!weekend )van |tussen )?"
        r"<wd1?>(?:de )?(?P<d1>\d{1,2})(?:e|ste|de)?<upto><wd2?>(?:de )?<d2>(?:e|ste|de)? <m><year>",
        _between,
    ),
    (r"<yearbefore><wd?>(?:de )?<d>(?:e|ste|de)? (?:van )?<m><year>", _date),
    (r"<wd>,? (?P<d>\d{1,2})(?P<sep>[-/])(?P<m>\d{1,2})(?![\d./-])(?! ?(?:uur|u)\b)", _date_or_hours),
    (r"<wd>,? (?P<d>\d{1,2})\.(?P<m>\d{1,2})(?![\d.:/-])(?! ?(?:uur|u)\b)", _dotted),
    (
        r"(?<![-/.])(?:van )?<wd1?>(?P<d1>\d{1,2}) ?(?:t/m|tot en met|tot) ?<wd2?><d2>[-/](?P<m>\d{1,2})(?![\d/-])",
        _between_figures,
    ),
    (r"<d>[-/](?P<m>\d{1,2})(?![\d./]|-(?!\d{1,2}/\d))", _figures),
    (r"<yearbefore><edge> (?:van )?<m><year>", _month),
    (r"<m1><to><m2><year>", _months_between),
    # "December 3" and "3rd of December" are English: dateparser's.
    (r"<yearbefore>(?<!of )<m>\b(?! \d{1,2}(?:,|$)|-[a-z])<year>", _month),
    (
        rf"(?P<step>deze|volgende|komende|vorige) maand,? (?:op )?(?:de )?<d>(?:e|ste|de)(?={ON_WORDS})",
        _day_of_month,
    ),
    (r"(?:de )?<d>(?:e|ste|de) (?:van )?(?:de|(?P<step>deze|volgende|komende|vorige)) maand", _day_of_month),
    (
        rf"(?:<wd> )?(?:op )?de <d>(?:e|ste|de)(?: van (?P<step>deze|volgende|komende|vorige) maand)?(?={ON_WORDS})",
        _day_of_month,
    ),
    (rf"<wd> (?:de )?<d>(?:e|ste|de)(?={ON_WORDS})", _day_of_month),
    (rf"<wd> (?:de )?<d>(?:e|ste|de)?(?={ON_WORDS})", _number_behind),
)
