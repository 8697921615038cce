"""The grammar of days and weeks of a month: de laatste vrijdag van mei, de eerste week van volgende maand."""

from datetime import date, timedelta

from language.dates.named import in_year, month_of, year_of
from language.dates.pieces import Build, Match
from language.dates.spans import (
    Found,
    Frame,
    Span,
    day,
    edge_of_month,
    month,
    nearest,
    period,
    week,
    working_day,
    years,
)
from language.dates.words import EDGES, ORDINALS, STEPS, WEEKDAYS
from language.dates.wrong import no_nth
from language.numbers import number_word


def _half_month(m: Match, frame: Frame) -> Found:
    """De eerste helft van maart: to the 15th, or from the 16th on."""
    first = ORDINALS[m["o"]] == 1
    wholes = [month(y, month_of(m)) for y in years(frame, year_of(m, frame))]
    halves = [
        period(w.start, w.start.replace(day=15)) if first else period(w.start.replace(day=16), w.end)
        for w in wholes
    ]
    return in_year(halves, m, frame)


def _ordinal_day(m: Match, frame: Frame) -> Found:
    """De eerste maandag van februari."""
    nth, weekday = ORDINALS[m["o"]], WEEKDAYS[m["wd"]]
    days = [_nth(month(y, month_of(m)), nth, weekday) for y in years(frame, year_of(m, frame))]
    return in_year([day(on) for on in days if on], m, frame) or no_nth(nth, weekday)


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
    nth, weekday = ORDINALS[m["o"]], WEEKDAYS[m["wd"]]
    found = [day(on) for whole in _these_months(m, frame) if (on := _nth(whole, nth, weekday))]
    return (found[0] if len(found) == 1 else nearest(found, frame)) or no_nth(nth, weekday)


def _end_of_month(m: Match, frame: Frame) -> Found:
    """De laatste dag van de maand, de eerste werkdag van januari."""
    last, working = m["which"] == "laatste", "kdag" in m[0] or "ldag" in m[0]
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


def _from_edge(m: Match, frame: Frame) -> Found:
    """Begin tot half maart, half/eind mei."""
    wholes = [month(y, month_of(m)) for y in years(frame, year_of(m, frame))]
    ends = [
        (edge_of_month(w, EDGES[m["edge1"]]).start, edge_of_month(w, EDGES[m["edge2"]]).end) for w in wholes
    ]
    return in_year([period(first, last) for first, last in ends if first < last], m, frame)


OF_MONTH: tuple[tuple[str, Build], ...] = (
    (r"<edge1> ?(?:tot|t/m|of|en|/|-) ?<edge2> (?:van )?<m><year>", _from_edge),
    (r"(?:de )?<o> en (?:de )?<o2> week (?:van |in )?<m><year>", _weeks_of_month),
    (r"(?:de )?<o> week (?:van |in )?<m><year>", _week_of_month),
    (r"(?:de )?(?P<o>eerste|laatste) <n> (?P<unit>weken|dagen) (?:van|in) <m><year>", _some_of_month),
    (r"(?:de )?<o> week van (?:de|(?P<step>deze|volgende|komende|vorige)) maand", _week_of_month),
    (r"(?:de )?<o> helft (?:van )?<m><year>", _half_month),
    (r"(?:de )?<o> <wd> (?:(?:van|in) )?<m><year>", _ordinal_day),
    (r"(?:de )?<o> <wd> van (?:de|(?P<step>deze|volgende|komende|vorige)) maand", _ordinal_of_month),
    (
        r"(?:de )?(?P<which>eerste|laatste) (?:werkdag|schooldag|dag) van "
        r"(?:de|(?P<step>deze|volgende|komende|vorige)) maand",
        _end_of_month,
    ),
    (r"(?:de )?(?P<which>eerste|laatste) (?:werkdag|schooldag|dag) (?:van|in) <m><year>", _end_of_month),
)
