"""The grammar of dates told from today: morgen, komende vrijdag, volgende week dinsdag, over 3 weken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from language.dates.pieces import Build, Match
from language.dates.spans import (
    ONE_DAY,
    Found,
    Frame,
    Span,
    add_months,
    day,
    edge_of,
    month,
    months,
    period,
    week,
    working_day,
)
from language.dates.words import EDGES, NAMED_DAYS, ORDINALS, STEPS, UNITS, WEEKDAYS, any_of
from language.numbers import number_word

MOST_DAYS = 36525  # what somebody who types "over 99999 weken" means is no date


def _named(m: Match, frame: Frame) -> Found:
    ahead = timedelta(days=NAMED_DAYS[m["name"]])
    return day(frame.today + ahead, part=m["part"] or ("ochtend" if m["early"] else ""))


def _named_later(m: Match, frame: Frame) -> Found:
    """Morgen over een week, vandaag over veertien dagen."""
    there = moved(frame.today + timedelta(days=NAMED_DAYS[m["name"]]), m["n"], m["unit"])
    return day(there) if there else None


def _this_part(m: Match, frame: Frame) -> Found:
    return day(frame.today, part=m["part"])


def weekday(m: Match, frame: Frame) -> Found:
    """Return the first of this weekday after today, or the last before it."""
    groups = m.groupdict()
    ahead = (WEEKDAYS[m["wd"]] - frame.today.weekday()) % 7 or 7
    back = (frame.back or groups.get("behind") is not None) and not groups.get("ahead")
    days = ahead - 7 * (1 + (ahead == 7)) if back else ahead
    return day(frame.today + timedelta(days=days), part=groups.get("part") or "")


def _weekday_of_week(m: Match, frame: Frame) -> Found:
    """Volgende week dinsdag, dinsdag over twee weken, volgende vrijdag: counted in ISO weeks."""
    groups = m.groupdict()
    weeks = _weeks(groups)
    if weeks is None or abs(weeks) * 7 > MOST_DAYS:
        return None
    monday = week(frame.today + timedelta(weeks=weeks)).start
    return day(monday + timedelta(days=WEEKDAYS[m["wd"]]), part=groups.get("part") or "")


def _weeks(groups: dict[str, str | None]) -> float | None:
    if not groups.get("n"):
        return STEPS.get(groups.get("step") or "", 0)
    count = number_word(groups["n"] or "")
    return count if count is None or groups.get("ago") is None else -count


def _days_later(m: Match, frame: Frame) -> Found:
    """Vrijdag over 14 dagen: that weekday of the week in which the days end."""
    count = number_word(m["n"])
    if count is None or count % 7:
        return None
    monday = week(frame.today + timedelta(days=count)).start
    return day(monday + timedelta(days=WEEKDAYS[m["wd"]]))


def _run(m: Match, frame: Frame) -> Found:
    """Deze week, volgende maand, vorig jaar, dit weekend; with "eind" or "begin" a part of it."""
    groups = m.groupdict()
    whole = _RUNS[m["run"]](frame.today, STEPS.get(groups.get("step") or "", 0))
    edge = EDGES.get(groups.get("edge") or "")
    return edge_of(whole, edge) if edge else whole


def _weekend(today: date, step: int) -> Span:
    monday = week(today + timedelta(weeks=step)).start
    return period(monday + timedelta(days=5), monday + timedelta(days=6))


def _weekend_off(frame: Frame) -> int:
    """Return how many weeks away the nearest weekend is, in the direction of the frame."""
    saturday = frame.today.weekday() >= 5
    return -1 if frame.back and not saturday else 0


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
    days = {"days": 1, "weeks": 7}.get(UNITS[unit])
    if days:
        # Half a week is four days: nobody waits for half a day.
        whole = int(count * days + 0.5)
        return on + timedelta(days=sign * whole) if whole <= MOST_DAYS else None
    length = {"months": 1, "quarters": 3, "years": 12}[UNITS[unit]]
    ahead = round(count * length)
    return add_months(on, sign * ahead) if ahead * 30 <= MOST_DAYS else None


def _over(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"])
    return day(there) if there else None


def _ago(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"], -1)
    return day(there) if there else None


def _within(m: Match, frame: Frame) -> Found:
    there = moved(frame.today, m["n"], m["unit"])
    return period(frame.today, there) if there else None


def _past(m: Match, frame: Frame) -> Found:
    """De afgelopen drie weken: up to today."""
    there = moved(frame.today, m["n"], m["unit"], -1)
    return period(there, frame.today) if there else None


def _working_days(m: Match, frame: Frame) -> Found:
    """Over twee werkdagen; binnen 5 werkdagen."""
    count, on = number_word(m["n"]), frame.today
    if count is None:
        return None
    for _ in range(min(int(count), 260)):
        on = working_day(on + ONE_DAY, 1)
    return day(on) if m["how"] != "binnen" else period(frame.today, on)


def _nth_week(m: Match, frame: Frame) -> Found:
    """De eerste week van volgend jaar, de laatste week van het jaar."""
    whole = _RUNS[m["run"]](frame.today, STEPS.get(m["step"] or "", 0))
    nth = ORDINALS[m["o"]]
    return week(whole.end if nth < 0 else whole.start + timedelta(weeks=nth - 1))


def _nth_day(m: Match, frame: Frame) -> Found:
    """De eerste maandag van het nieuwe jaar, de laatste vrijdag van dit kwartaal."""
    whole = _RUNS[m["run"]](frame.today, STEPS.get(m["step"] or "", 0))
    nth, wanted = ORDINALS[m["o"]], WEEKDAYS[m["wd"]]
    if nth < 0:
        return day(whole.end - timedelta(days=(whole.end.weekday() - wanted) % 7))
    return day(whole.start + timedelta(days=(wanted - whole.start.weekday()) % 7 + 7 * (nth - 1)))


def _end_day(m: Match, frame: Frame) -> Found:
    """De laatste dag van het jaar, de eerste werkdag van volgende week."""
    whole = _RUNS[m["run"]](frame.today, STEPS.get(m["step"] or "", 0))
    last = m["which"] == "laatste"
    on = whole.end if last else whole.start
    return day(working_day(on, -1 if last else 1) if "werkdag" in m[0] else on)


_AHEAD = r"(?P<ahead>komende|komend|aankomende|eerstkomende|eerstvolgende|aanstaande|a\.?s\.?|e\.k\.?|nu)"
_BEHIND = r"(?P<behind>afgelopen|vorige|voorbije|jongstleden|laatstleden|j\.?l\.?|l\.?l\.?)"
_STEP = r"(?P<step>deze|dit|nieuwe|volgende?|vorige?|voorbije|afgelopen|komende?|aankomende?|aanstaande)"
_RUN = f"(?P<run>{any_of(_RUNS)})"
_DAY = r"<wd>(?:[ -]?(?P<part>ochtend|morgen|middag|avond))?"
_OF = r"(?:van )?(?:de |het )?"
_SOME = r"(?:zo'n |ongeveer |circa |ca\.? |ruim |krap |bijna |dik |een kleine |uiterlijk |maximaal |nog |nu en |de )?"

RELATIVE: tuple[tuple[str, Build], ...] = (
    (r"(?P<how>over|binnen|na) <n> (?:werkdagen|werkdag|schooldagen)", _working_days),
    (rf"{_DAY} over <n> (?:weken|week)", _weekday_of_week),
    (rf"over <n> (?:weken|week) (?:op )?{_DAY}", _weekday_of_week),
    (r"<wd> over <n> dagen", _days_later),
    (rf"{_DAY} <n> (?:weken|week) (?P<ago>geleden|terug)", _weekday_of_week),
    (rf"<n> (?:weken|week) (?P<ago>geleden|terug),? (?:op )?{_DAY}", _weekday_of_week),
    (rf"{_DAY},? (?:van |in )?{_STEP} week", _weekday_of_week),
    (rf"{_STEP} week (?:op )?{_DAY}", _weekday_of_week),
    (rf"(?P<step>volgende) {_DAY}", _weekday_of_week),
    (r"<name>,? over <n> <unit>\b", _named_later),
    (rf"over {_SOME}(?:een|1) <unit> of <n>(?! \w+ geleden)", _over),
    (rf"over {_SOME}<n> <unit>\b", _over),
    (rf"binnen {_SOME}<n> <unit>\b(?! (?:na|voor|vanaf) (?!nu\b|vandaag\b))", _within),
    (r"(?:in )?(?:de )?(?:komende|aankomende|eerstkomende) <n> <unit>\b", _within),
    (r"(?:in )?(?:de )?(?:afgelopen|laatste|voorbije) (?!een )<n> <unit>\b(?! van\b)", _past),
    (r"<n> <unit>\b (?:na|vanaf) (?:nu|vandaag)", _over),
    (r"(?:een|1) <unit> of <n> (?:geleden|terug)", _ago),
    (r"(?<! a )(?<! à )(?<! of )(?<! tot )(?<!\d-)<n> <unit>\b (?:geleden|terug)", _ago),
    (rf"{_AHEAD} {_DAY}", weekday),
    (rf"{_BEHIND} {_DAY}", weekday),
    (rf"{_DAY},? {_BEHIND}(?!\w)", weekday),
    (rf"{_DAY},? {_AHEAD}(?! \w*dag)(?!\w)", weekday),
    (
        r"(?:(?<=voor )|(?<=na )|(?<=voor het )|(?<=na het )|(?<=voor t )|(?<=na t )|(?<=voor 't )|(?<=na 't ))weekend",
        lambda m, frame: replace(
            _weekend(frame.today, frame.today.weekday() // 5 if frame.back else 0), free=True
        ),
    ),
    (
        r"(?:(?:in|van) (?:het |'?t )|^(?:het )?)weekend(?! van\b)",
        lambda m, frame: _weekend(frame.today, _weekend_off(frame)),
    ),
    (
        r"(?:komend|aankomend|aanstaand|aanstaande|komende) weekend",
        lambda m, frame: _weekend(frame.today, frame.today.weekday() // 5),
    ),
    (rf"(?:de |het )?<o> week {_OF}(?:{_STEP} )?(?P<run>jaar|kwartaal)", _nth_week),
    (rf"(?:de |het )?<o> <wd> (?:van|in) (?:de |het )?(?:{_STEP} )?(?P<run>jaar|kwartaal|maand)", _nth_day),
    (
        rf"(?:de )?(?P<which>eerste|laatste) (?:dag|werkdag) {_OF}(?:{_STEP} )?(?P<run>week|jaar|kwartaal)",
        _end_day,
    ),
    (rf"(?:<edge> (?:van )?)?{_STEP} {_RUN}\b", _run),
    (rf"(?!half (?:jaar|maand|week|kwartaal))<edge> {_OF}{_RUN}\b", _run),
    (rf"{_DAY}(?:s)?", weekday),
    (
        r"<name>(?! de dag\b)(?: ?(?P<part>ochtend|morgen|middag|avond))?(?P<early> ?vroeg(?! (?:in|op) ))?",
        _named,
    ),
    (
        r"(?:(?:(?<=uiterlijk )|(?<=voor )|(?<=tegen )|^(?:aan )?)het |(?<=uiterlijk )|(?<=voor )|(?<=tegen )|^)"
        r"einde? (?:van )?(?:de |deze )?dag(?! van)",
        lambda m, frame: day(frame.today),
    ),
    (r"(?:tussen|vanaf|van) nu(?= (?:en|tot|t/m) )", lambda m, frame: day(frame.today)),
    (r"van(?P<part>ochtend|morgen|middag|avond)", _this_part),
    (r"deze <part>", _this_part),
)
