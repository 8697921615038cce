"""The grammar of dates told from today: morgen, komende vrijdag, volgende week dinsdag, over 3 weken."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from language.date_words import AMOUNT, FULL_DAY, PART, UNITS, WEEKDAYS, any_of
from language.dates_named import EDGE
from language.day_spans import (
    Found,
    Frame,
    Span,
    add_months,
    day,
    edge_of,
    month,
    months,
    nearest,
    period,
    week,
    working_day,
)
from language.numbers import number_word

Match = re.Match[str]

_NAMED = {
    "vandaag": 0,
    "heden": 0,
    "morgen": 1,
    "overmorgen": 2,
    "gisteren": -1,
    "gister": -1,
    "eergisteren": -2,
}
_STEPS = {"volgende": 1, "volgend": 1, "vorige": -1, "vorig": -1, "afgelopen": -1, "komende": 1, "komend": 1}
_AHEAD = r"komende|komend|aankomende|eerstkomende|aanstaande|a\.?s\.?"
_BEHIND = r"afgelopen|vorige|jongstleden|j\.?l\.?"
_STEP = r"(?P<step>deze|dit|volgende?|vorige?|afgelopen|komende?)"


def _named(m: Match, frame: Frame) -> Found:
    return day(frame.today + timedelta(days=_NAMED[m["name"]]), part=m["part"] or "")


def _this_part(m: Match, frame: Frame) -> Found:
    return day(frame.today, part=m["part"])


def _weekday(m: Match, frame: Frame) -> Found:
    """Return the first of this weekday after today, or the last before it."""
    ahead = (WEEKDAYS[m["wd"]] - frame.today.weekday()) % 7 or 7
    back = frame.back or m.groupdict().get("behind") is not None
    if m.groupdict().get("ahead"):
        back = False
    return day(
        frame.today + timedelta(days=ahead - 7 * (1 + (ahead == 7)) if back else ahead), part=m["part"] or ""
    )


def _weekday_of_week(m: Match, frame: Frame) -> Found:
    """Volgende week dinsdag, dinsdag over twee weken, volgende vrijdag: counted in ISO weeks."""
    groups = m.groupdict()
    weeks = number_word(groups["n"]) if groups.get("n") else _STEPS.get(groups["step"], 0)
    if weeks is None:
        return None
    monday = week(frame.today + timedelta(weeks=weeks)).start
    return day(monday + timedelta(days=WEEKDAYS[m["wd"]]), part=groups.get("part") or "")


def _run(m: Match, frame: Frame) -> Found:
    """Deze week, volgende maand, vorig jaar, dit weekend; with "eind" or "begin" a part of it."""
    whole = _RUNS[m["run"]](frame.today, _STEPS.get(m["step"] or "", 0))
    return edge_of(whole, m["edge"]) if m["edge"] else whole


def _the_run(m: Match, frame: Frame) -> Found:
    whole = _RUNS[m["run"]](frame.today, 0)
    return edge_of(whole, m["edge"])


def _weekend(today: date, step: int) -> Span:
    monday = week(today + timedelta(weeks=step)).start
    return period(monday + timedelta(days=5), monday + timedelta(days=6))


def _quarter(today: date, step: int) -> Span:
    return months(today.year, 3 * ((today.month - 1) // 3 + step) + 1, 3)


_RUNS: dict[str, Callable[[date, int], Span]] = {
    "week": lambda today, step: week(today + timedelta(weeks=step)),
    "weekend": _weekend,
    "maand": lambda today, step: month(today.year, today.month + step),
    "kwartaal": _quarter,
    "jaar": lambda today, step: months(today.year + step, 1, 12),
}


def moved(on: date, amount: str, unit: str, sign: int = 1) -> date | None:
    """Return ``on`` moved by an amount of a unit ("anderhalf", "jaar"), or None where that is no number."""
    count = 0.5 if amount.startswith("een hal") else number_word(amount)
    if count is None:
        return None
    if UNITS[unit] in ("days", "weeks"):
        return on + timedelta(days=sign * round(count * (7 if UNITS[unit] == "weeks" else 1)))
    length = {"months": 1, "quarters": 3, "years": 12}[UNITS[unit]]
    return add_months(on, sign * round(count * length))


def _over(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"])
    return day(there) if there else None


def _ago(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"], -1)
    return day(there) if there else None


def _within(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"])
    return period(frame.today, there) if there else None


def _working_days(m: Match, frame: Frame) -> Found:
    """Over twee werkdagen; binnen 5 werkdagen."""
    count, on = number_word(m["n"]), frame.today
    if count is None:
        return None
    for _ in range(min(int(count), 260)):
        on = working_day(on + timedelta(days=1), 1)
    return day(on) if m["how"] == "over" else period(frame.today, on)


def _day_of_month(m: Match, frame: Frame) -> Found:
    """De 25e."""
    wanted = int(m["d"])
    spans = (month(frame.today.year, frame.today.month + ahead) for ahead in range(-3, 4))
    return nearest((day(s.start.replace(day=wanted)) for s in spans if 1 <= wanted <= s.end.day), frame)


RELATIVE: tuple[tuple[str, Callable[[Match, Frame], Found]], ...] = (
    (rf"(?P<how>over|binnen) {AMOUNT} werkdagen", _working_days),
    (rf"(?P<wd>{FULL_DAY})(?P<part>{PART})? over {AMOUNT} (?:weken|week)", _weekday_of_week),
    (rf"(?P<wd>{FULL_DAY})(?P<part>{PART})? {_STEP} week", _weekday_of_week),
    (rf"{_STEP} week (?:op )?(?P<wd>{FULL_DAY})(?P<part>{PART})?", _weekday_of_week),
    (rf"(?P<step>volgende) (?P<wd>{FULL_DAY})(?P<part>{PART})?", _weekday_of_week),
    (rf"(?:over|na) {AMOUNT} (?P<unit>{any_of(UNITS)})\b", _over),
    (rf"binnen {AMOUNT} (?P<unit>{any_of(UNITS)})\b", _within),
    (rf"{AMOUNT} (?P<unit>{any_of(UNITS)})\b geleden", _ago),
    (rf"(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND})) (?P<wd>{FULL_DAY})(?P<part>{PART})?", _weekday),
    (rf"(?P<wd>{FULL_DAY})(?P<part>{PART})? (?P<behind>jongstleden|j\.?l\.?)", _weekday),
    (
        r"(?:komend|aankomend|aanstaand) weekend",
        lambda m, frame: _weekend(frame.today, frame.today.weekday() // 5),
    ),
    (rf"(?:{EDGE} (?:van )?)?{_STEP} (?P<run>{any_of(_RUNS)})\b", _run),
    (rf"{EDGE} (?:van )?(?:de|het) (?P<run>{any_of(_RUNS)})\b", _the_run),
    (rf"(?P<wd>{FULL_DAY})(?P<part>{PART})?(?:s)?", _weekday),
    (rf"^(?P<wd>{any_of(WEEKDAYS)})(?P<part>)\.?$", _weekday),
    (rf"(?P<name>{any_of(_NAMED)})(?P<part>{PART})?", _named),
    (rf"van(?P<part>{PART})", _this_part),
    (r"(?:op )?de (?P<d>\d{1,2})(?:e|ste|de)(?! ?[a-z§])", _day_of_month),
)
