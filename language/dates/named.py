"""The grammar of days and months: 3 december, 23-11, de laatste vrijdag van mei, eind mei.

``NAMED`` is a table of patterns (see ``pieces``) and of what each yields; the first that fits wins, so the
longer forms stand first.
"""

from dataclasses import replace
from datetime import date, timedelta

from language.dates.figures import ON_WORDS, is_date
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
    week,
    working_day,
    years,
)
from language.dates.words import EDGES, MONTHS, NUMBERED, ORDINALS, STEPS, WEEKDAYS
from language.dates.wrong import far, no_day, no_month, other_weekday, too_far
from language.numbers import number_word
from programme.text import _


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
        return other_weekday(found.start, weekday)
    return found


def _has(year: int, number: int, d: int) -> bool:
    return 1 <= d <= month(year, number).end.day


def _date_or_hours(m: Match, frame: Frame) -> Found:
    """Do 3-12; "ma 13-15" is from one hour to another."""
    return (
        None if m["sep"] == "-" and int(m["d"]) < int(m["m"]) and 12 < int(m["m"]) <= 24 else _date(m, frame)
    )


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
    return None if before and before[-1].rstrip(".:") in NUMBERED else _date(m, frame)


def _month(m: Match, frame: Frame) -> Found:
    edge = EDGES.get(m.groupdict().get("edge") or "")
    within = years(frame, year_of(m, frame))
    return in_year([edge_of_month(month(y, month_of(m)), edge) for y in within], m, frame)


def _half_month(m: Match, frame: Frame) -> Found:
    """De eerste helft van maart: to the 15th, or from the 16th on."""
    first = ORDINALS[m["o"]] == 1
    wholes = [month(y, month_of(m)) for y in years(frame, year_of(m, frame))]
    halves = [
        period(w.start, w.start.replace(day=15)) if first else period(w.start.replace(day=16), w.end)
        for w in wholes
    ]
    return in_year(halves, m, frame)


def _months_between(m: Match, frame: Frame) -> Found:
    """April/mei, november t/m februari; of maart en juni nobody means what lies between."""
    first, last = MONTHS[m["m1"]], MONTHS[m["m2"]]
    if " en " in m[0] and ((last - first) % 12 != 1 or m.string[: m.start()].endswith(", ")):
        return None
    length = (last - first) % 12 + 1
    over = last < first and year_of(m, frame) is not None  # the year is that of the last month
    return in_year([months(y - over, first, length) for y in years(frame, year_of(m, frame))], m, frame)


def _ordinal_day(m: Match, frame: Frame) -> Found:
    """De eerste maandag van februari."""
    nth, weekday = ORDINALS[m["o"]], WEEKDAYS[m["wd"]]
    days = [_nth(month(y, month_of(m)), nth, weekday) for y in years(frame, year_of(m, frame))]
    return in_year([day(on) for on in days if on], m, frame)


def _nth(whole: Span, nth: int, weekday: int) -> date | None:
    if nth < 0:
        return whole.end - timedelta(days=(whole.end.weekday() - weekday) % 7)
    found = whole.start + timedelta(days=(weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))
    return found if found <= whole.end else None


def _these_months(m: Match, frame: Frame) -> list[Span]:
    """Return the month that "de maand", "volgende maand" or a name says, and those after it."""
    groups = m.groupdict()
    if groups.get("m"):
        return [month(y, month_of(m)) for y in years(frame, year_of(m, frame))]
    step = STEPS.get((groups.get("step") or "").strip())
    first = frame.today.month + (step or 0)
    return [month(frame.today.year, first + ahead) for ahead in range(1 if step else 3)]


def _ordinal_of_month(m: Match, frame: Frame) -> Found:
    """De laatste donderdag van de maand, van volgende maand."""
    days = [_nth(whole, ORDINALS[m["o"]], WEEKDAYS[m["wd"]]) for whole in _these_months(m, frame)]
    found = [day(on) for on in days if on]
    return found[0] if len(found) == 1 else nearest(found, frame)


def _end_of_month(m: Match, frame: Frame) -> Found:
    """De laatste dag van de maand, de eerste werkdag van januari."""
    last, working = m["which"] == "laatste", "werkdag" in m[0]
    ends = [whole.end if last else whole.start for whole in _these_months(m, frame)]
    found = [day(working_day(on, -1 if last else 1) if working else on) for on in ends]
    return found[0] if len(found) == 1 else nearest(found, frame)


def _week_of_month(m: Match, frame: Frame) -> Found:
    """De eerste week van december: the ISO week that holds the 1st."""
    nth = ORDINALS[m["o"]]
    holds = [w.end if nth < 0 else w.start + timedelta(weeks=nth - 1) for w in _these_months(m, frame)]
    return in_year([week(on) for on in holds], m, frame)


def _weeks_of_month(m: Match, frame: Frame) -> Found:
    """De eerste en tweede week van januari."""
    first, last = ORDINALS[m["o"]], ORDINALS[m["o2"]]
    if last != first + 1:
        return None
    starts = [whole.start + timedelta(weeks=first - 1) for whole in _these_months(m, frame)]
    return in_year([period(week(on).start, week(on).end + timedelta(weeks=1)) for on in starts], m, frame)


def _some_of_month(m: Match, frame: Frame) -> Found:
    """De laatste twee weken van januari, de eerste drie dagen van maart."""
    count, last = int(number_word(m["n"]) or 0), m["o"] == "laatste"
    if not 1 <= count <= 20 or (m["unit"] == "weken" and count > 5):
        return None
    long = timedelta(weeks=count - 1) if m["unit"] == "weken" else timedelta(days=count - 1)
    ends = [whole.end if last else whole.start for whole in _these_months(m, frame)]
    runs = [sorted((on, on - long if last else on + long)) for on in ends]
    if m["unit"] == "weken":
        runs = [[week(first).start, week(until).end] for first, until in runs]
    return in_year([period(first, until) for first, until in runs], m, frame)


def _number_behind(m: Match, frame: Frame) -> Found:
    """Vrijdag 27: the day of the month where that is a Friday, else a number."""
    found = _day_of_month(m, frame)
    return found if isinstance(found, Span) else None


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
        r"(?:van |tussen )?<wd1?>(?P<d1>\d{1,2})(?:e|ste|de)? <m1><upto><wd2?><d2>(?:e|ste|de)? <m><year>",
        _between,
    ),
    (
        r"(?:van |tussen )?<wd1?>(?:de )?(?P<d1>\d{1,2})(?:e|ste|de)?<upto><wd2?>(?:de )?<d2>(?:e|ste|de)? <m><year>",
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
    (r"(?:de )?<o> en (?:de )?<o2> week van <m><year>", _weeks_of_month),
    (r"(?:de )?<o> week van <m><year>", _week_of_month),
    (r"(?:de )?(?P<o>eerste|laatste) <n> (?P<unit>weken|dagen) (?:van|in) <m><year>", _some_of_month),
    (r"(?:de )?<o> week van (?:de|(?P<step>deze|volgende|komende|vorige)) maand", _week_of_month),
    (r"(?:de )?<o> helft van <m><year>", _half_month),
    (r"(?:de )?<o> <wd> (?:van|in) <m><year>", _ordinal_day),
    (r"(?:de )?<o> <wd> van (?:de|(?P<step>deze|volgende|komende|vorige)) maand", _ordinal_of_month),
    (
        r"(?:de )?(?P<which>eerste|laatste) (?:werkdag|schooldag|dag) van "
        r"(?:de|(?P<step>deze|volgende|komende|vorige)) maand",
        _end_of_month,
    ),
    (r"(?:de )?(?P<which>eerste|laatste) (?:werkdag|schooldag|dag) (?:van|in) <m><year>", _end_of_month),
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
    (rf"<wd> <d>(?={ON_WORDS})", _number_behind),
)
