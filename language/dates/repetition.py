"""What repeats: "elke eerste dinsdag van de maand" as an RFC 5545 rule.

The first line of ``_SHAPES`` that fits says how often; the weekdays beside it are added. When it begins and ends, and
at what time, is for ``repeated``.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from language.dates.words import (
    DAYS_IN_WORDS,
    FULL_DAY,
    MONTHS,
    ORDINAL,
    ORDINAL_WORDS,
    ORDINALS,
    WEEKDAYS,
    any_of,
)
from language.late import Late
from language.numbers import number_word

# What a shape makes of a match and its clause: a rule, none, or an empty text where it is half a rule.
_Build = Callable[[re.Match[str], str], str | None]

_LEAP_YEAR = 2024
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = r"(?:elke|elk|iedere|ieder|alle)"
_PART = r"(?:ochtend|morgen|middag|avond)?"
_UNIT = {
    "dag": ("DAILY", 1), "dagen": ("DAILY", 1), "week": ("WEEKLY", 1), "weken": ("WEEKLY", 1), "maand": ("MONTHLY", 1),
    "maanden": ("MONTHLY", 1), "kwartaal": ("MONTHLY", 3), "kwartalen": ("MONTHLY", 3), "jaar": ("YEARLY", 1),
    "jaren": ("YEARLY", 1), "half jaar": ("MONTHLY", 6), "halfjaar": ("MONTHLY", 6), "schooljaar": ("YEARLY", 1),
}  # fmt: skip
_LY = {
    "dagelijks": "dag", "wekelijks": "week", "maandelijks": "maand", "jaarlijks": "jaar", "driemaandelijks": "kwartaal",
    "halfjaarlijks": "half jaar",
}  # fmt: skip
_LY |= {"dagelijkse": "dag", "wekelijkse": "week", "maandelijkse": "maand", "jaarlijkse": "jaar"}
_TIMES = {"een": 1, "één": 1, "eenmaal": 1, "twee": 2, "tweemaal": 2, "driemaal": 3, "viermaal": 4}
_MANY = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8}
_COUNTS = any_of(("eens", *_TIMES, *(word for word in DAYS_IN_WORDS if word not in ORDINAL_WORDS)))
# How many months a number of times a year are apart; other numbers have no rule.
_PER = {
    "week": {1: ("WEEKLY", 1)},
    "maand": {1: ("MONTHLY", 1)},
    "dag": {1: ("DAILY", 1)},
    "kwartaal": {1: ("MONTHLY", 3)},
}
_PER_YEAR = {
    1: ("YEARLY", 1),
    2: ("MONTHLY", 6),
    3: ("MONTHLY", 4),
    4: ("MONTHLY", 3),
    6: ("MONTHLY", 2),
    12: ("MONTHLY", 1),
}

_UNITS = any_of(_UNIT)
_PERIOD = rf"(?:(?:van|in|op) )?(?:de|het|{_EVERY})? ?(?P<period>maand|kwartaal)"
_NTHS = rf"{ORDINAL}(?:(?:,| en|, en) (?:de )?{ORDINAL})*"
_DATES = (
    rf"(?:\d{{1,2}}(?:e|ste|de)|{any_of((*ORDINAL_WORDS, 'laatste'))})"
    rf"(?: en (?:op )?(?:de )?(?:\d{{1,2}}(?:e|ste|de)|{any_of((*ORDINAL_WORDS, 'laatste'))}))?"
)
# From one day to another, and between days that are named one by one; of "maandag of dinsdag" nobody knows which.
_THROUGH = r"(?: (?:t/m|tot en met|tot|-|–) |[-–])"
_BETWEEN = rf"(?:(?: ?[,/&+] ?(?:en )?| (?:en |of )?)(?:op )?|{_THROUGH})"
_DAYS = rf"{FULL_DAY}(?:en|s)?{_PART}(?:{_BETWEEN}{FULL_DAY}(?:en|s)?{_PART})*"


def _interval(frequency: str, interval: float) -> str:
    return f"FREQ={frequency}" + (f";INTERVAL={int(interval)}" if interval > 1 else "")


def _nth_day(m: re.Match[str], text: str) -> str:
    """Elke eerste dinsdag van de maand; de laatste vrijdag van elk kwartaal; elke 2e en 4e maandag."""
    frequency, length = _UNIT[m.groupdict().get("period") or "maand"]
    code = _CODES[WEEKDAYS[m["wd"]]]
    nths = ",".join(f"{ORDINALS[nth]}{code}" for nth in re.findall(ORDINAL, m["o"]))
    return f"{_interval(frequency, length)};BYDAY={nths}"


def _month_day(m: re.Match[str], text: str) -> str:
    """Elke 15e van de maand, maandelijks op de 5e, de laatste dag van elke maand."""
    said = m.groupdict().get("d") or m.groupdict().get("o") or ""
    numbers = [_day_number(one) for one in re.split(r" en (?:op )?(?:de )?", said)]
    if not all(number == -1 or 1 <= number <= 31 for number in numbers):
        return ""
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, numbers))}"


def _day_number(said: str) -> int:
    """Return 15 of "15", "15e" and "vijftiende", -1 of "laatste"."""
    figures = re.match(r"\d+", said)
    return int(figures[0]) if figures else {"laatste": -1, **ORDINAL_WORDS}.get(said, 0)


def _workdays(m: re.Match[str], text: str) -> str:
    return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def _yearly(m: re.Match[str], text: str) -> str | None:
    """Elk jaar op 1 september, jaarlijks in maart; a day that no year has is named as such, and repeats nothing."""
    rule = f"FREQ=YEARLY;BYMONTH={MONTHS[m['m']]}"
    if not m["d"]:
        return rule
    day, last = int(m["d"]), monthrange(_LEAP_YEAR, MONTHS[m["m"]])[1]
    return f"{rule};BYMONTHDAY={day}" if 1 <= day <= last else None


def _other(m: re.Match[str], text: str) -> str:
    """Om de week, om de drie weken, om de dag."""
    count = number_word(m["n"]) if m["n"] else 1 + ("half" not in m["unit"])
    frequency, length = _UNIT[m["unit"]]
    return _weekly(_interval(frequency, count * length), text) if count else ""


def _each_unit(m: re.Match[str], text: str) -> str:
    count = number_word(m["n"]) if m["n"] else 1
    frequency, length = _UNIT[m["unit"]]
    return _weekly(_interval(frequency, count * length), text) if count else ""


def _adverb(m: re.Match[str], text: str) -> str | None:
    if _ONE_OF_THEM.search(m.string[: m.start()]) and _DATED.search(m.string):
        return None
    said = (m["n"] or "1").strip(" -")
    many = int(said) if said.isdecimal() else _MANY.get(said, 1)
    frequency, length = _UNIT[_LY[m["ly"]]]
    return _weekly(_interval(frequency, many * length), text)


# "Het maandelijkse overleg van 3 december" is one of them.
_ONE_OF_THEM = Late(r"\b(?:de|het|ons|onze|deze|dit|dat|die) $")
_DATED = Late(
    rf"\d{{1,2}} {any_of(MONTHS)}|\d{{1,2}}[-/]\d{{1,2}}"
    r"|\b(?:(?:over)?morgen|gisteren|vandaag|(?:deze|vorige|volgende) \w+|komende|afgelopen|aanstaande)\b"
)


def _times(m: re.Match[str], text: str) -> str | None:
    """Twee keer per jaar; what cannot be said as a rule (twee keer per week) is none, without its days."""
    count = 1 if m["n"] in (None, "eens") else _TIMES.get(m["n"]) or number_word(m["n"])
    table = _PER_YEAR if m["unit"] in ("jaar", "schooljaar") else _PER.get(m["unit"], {})
    found = table.get(int(count or 0))
    if found:
        return _weekly(_interval(*found), text)
    named = _weekly("FREQ=WEEKLY", text) if m["unit"] == "week" else ""
    return (named if named.count(",") + 1 == count else "") if "BYDAY" in named else None


def _each_weekday(m: re.Match[str], text: str) -> str:
    return "" if " of " in m[0] else _weekly("FREQ=WEEKLY", m[0])


def _weekly(rule: str, text: str) -> str:
    """Add the weekdays to a rule that counts in weeks."""
    days = sorted({number for one in _NAMED.finditer(text) for number in _from_to(one)})
    if not days or not rule.startswith("FREQ=WEEKLY"):
        return rule
    return f"{rule};BYDAY={','.join(_CODES[number] for number in days)}"


# A weekday, or from one to another; not one that is the day of a date, or on which it all begins or ends.
_NAMED = Late(
    rf"(?<!tot )(?<!t/m )(?<!met )(?<!vanaf )(?<!volgende )(?<!komende )(?<!vorige )(?<!afgelopen )"
    rf"(?P<first>{FULL_DAY})(?! \d{{1,2}}(?:$| [a-z](?!\w{{0,2}}\b)|[-/]))(?:{_THROUGH}(?P<last>{FULL_DAY}))?"
)


def _from_to(m: re.Match[str]) -> Sequence[int]:
    first, last = WEEKDAYS[m["first"]], WEEKDAYS[m["last"] or m["first"]]
    return [number % 7 for number in range(first, (last if last >= first else last + 7) + 1)]


_SHAPES: tuple[tuple[str, _Build], ...] = (
    (rf"{_EVERY} (?P<o>{_NTHS}) (?P<wd>{FULL_DAY}){_PART}(?: {_PERIOD})?", _nth_day),
    (rf"(?P<o>{_NTHS}) (?P<wd>{FULL_DAY}){_PART} (?:van|in) {_EVERY} (?P<period>maand|kwartaal)", _nth_day),
    (
        rf"(?:maandelijks|{_EVERY} maand|per maand),?(?: op)?(?: de)? (?P<o>{_NTHS}) (?P<wd>{FULL_DAY})",
        _nth_day,
    ),
    (rf"(?P<d>{_DATES}) van {_EVERY} maand", _month_day),
    (rf"{_EVERY} (?P<d>{_DATES}) van de maand", _month_day),
    (rf"(?:maandelijks|{_EVERY} maand),? op de (?P<d>{_DATES})(?! \w+(?:dag|week)\b)", _month_day),
    (rf"{_EVERY} (?P<d>\d{{1,2}})(?:e|ste|de)(?: van de maand| dag van de maand)?(?! \w+dag)", _month_day),
    (rf"{_EVERY} (?P<o>eerste|laatste)(?: dag)? van de maand", _month_day),
    (rf"(?:(?P<d>\d{{1,2}})(?:e|ste|de)|(?P<o>eerste|laatste)(?: dag)?) van {_EVERY} maand", _month_day),
    (rf"(?:maandelijks|{_EVERY} maand),? op de (?P<d>\d{{1,2}})(?:e|ste|de)?", _month_day),
    (
        rf"(?:{_EVERY} (?:werkdag|werkdagen|schooldag|doordeweekse dag)|op werkdagen|^werkdagen|doordeweeks)",
        _workdays,
    ),
    (
        r"(?:(?:een|één|1) ?(?:x|keer|maal)|eens|eenmaal) (?:in de|per) "
        r"(?P<n>\d{1,2}|(?!half)[a-z]+) (?P<unit>dagen|weken|maanden|jaar|jaren)",
        _each_unit,
    ),
    (
        rf"(?:jaarlijks|jaarlijkse \w+|{_EVERY} (?:school)?jaar|ieder jaar),?(?: weer)? (?:op|in|rond) "
        rf"(?:(?P<d>\d{{1,2}}) )?(?P<m>{any_of(MONTHS)})",
        _yearly,
    ),
    (rf"{_EVERY} (?:(?P<d>\d{{1,2}}) )(?P<m>{any_of(MONTHS)})", _yearly),
    (r"week van (?:elke|iedere) maand", lambda m, text: None),
    (rf"om de andere (?P<wd>{FULL_DAY})", lambda m, text: _weekly("FREQ=WEEKLY;INTERVAL=2", m[0])),
    (r"(?:(?:elk|ieder) weekend|(?:in de|alle|de) weekenden)", lambda m, text: "FREQ=WEEKLY;BYDAY=SA,SU"),
    (r"(?:elke|iedere) (?:ochtend|morgen|middag|avond)", lambda m, text: "FREQ=DAILY"),
    (rf"om (?:de|het) (?:andere )?(?:(?P<n>\d{{1,2}}|(?!half )[a-z]+) )?(?P<unit>{_UNITS})", _other),
    (
        rf"(?:(?P<n>\d{{1,2}}|{_COUNTS}) ?(?:x|keer|maal)?|(?:x|keer)) (?:per|in de|in het|{_EVERY}|'s) "
        r"(?P<unit>week|maand|jaar|schooljaar|dag|kwartaal)",
        _times,
    ),
    (rf"(?P<n>{any_of(_MANY)}|\d{{1,2}}-|\d (?=\w+s\b))?(?P<ly>{any_of(_LY)})", _adverb),
    (rf"{_EVERY} (?P<n>)(?P<unit>half ?jaar)", _each_unit),
    (rf"{_EVERY} (?:(?P<n>\d{{1,2}}|andere|[a-z]+) )?(?P<unit>{_UNITS})", _each_unit),
    (r"per (?P<n>)(?P<unit>kwartaal|half jaar)", _each_unit),
    (rf"(?:op )?{_EVERY} {_DAYS}", _each_weekday),
    (
        rf"(?:'s {FULL_DAY}s|op {FULL_DAY}(?:ochtend|middag|avond)?en|{FULL_DAY}s(?: en {FULL_DAY}s)+"
        rf"|^{FULL_DAY}en(?=$)|{FULL_DAY}s)(?: en (?:{FULL_DAY})(?:en|s)?)?",
        _each_weekday,
    ),
)


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], _Build], ...]:
    return tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), build) for pattern, build in _SHAPES)


@dataclass(frozen=True, kw_only=True)
class Repeats:
    """An RRULE without its end and its time; ``start`` to ``end`` says how often, ``days`` are weekdays beside it."""

    rule: str
    start: int
    end: int
    days: tuple[tuple[int, int], ...] = ()


def find_rule(text: str, *, inside: bool = False) -> Repeats | None:
    """Return what repeats in a text (lower case), or ``inside`` a message, or None."""
    for pattern, build in _shapes():
        match = pattern.search(text)
        if match is None or (inside and _ONE_OF_THEM.search(text[: match.start()])):
            continue
        near = _near(text, match)
        built = build(match, text[slice(*near)])
        if built is None:
            return None
        rule = _without(built, text)
        days = tuple(_days_of(rule, text, near)) if not rule or rule.startswith("FREQ=WEEKLY") else ()
        return Repeats(rule=rule, start=match.start(), end=match.end(), days=days)
    return None


def _days_of(rule: str, text: str, near: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where the weekdays of a rule stand, and those that it leaves out; of half a rule all of them."""
    told = set(rule.replace("=", ",").split(","))
    for one in _NAMED.finditer(text, *near):
        left_out = " behalve " in text[: one.start()]
        if not rule or left_out or told & {_CODES[number] for number in _from_to(one)}:
            every = _EACH.search(text[: one.start()])
            yield every.start() if every else one.start(), one.end()


_EACH = Late(rf"\b{_EVERY} $")
_CLAUSE_BEFORE = Late(rf"(?:{_DAYS})?[^.;:!?,]{{0,30}}$")
_CLAUSE_AFTER = Late(r"(?:, ?(?:op |en )*)?[^.;:!?]{0,60}")


def _near(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return from where to where weekdays belong to what was matched."""
    before, after = _CLAUSE_BEFORE.search(text[: match.start()]), _CLAUSE_AFTER.match(text, match.end())
    return match.start() - len(before[0] if before else ""), after.end() if after else match.end()


def _without(rule: str, text: str) -> str:
    """Elke dag behalve woensdag; elke werkdag behalve vrijdag."""
    left_out = {_CODES[WEEKDAYS[name]] for name in re.findall(FULL_DAY, text.partition(" behalve ")[2])}
    if not left_out or not rule:
        return rule
    days = _CODES[:5] if "BYDAY=MO,TU,WE,TH,FR" in rule else _CODES
    return f"FREQ=WEEKLY;BYDAY={','.join(day for day in days if day not in left_out)}"
