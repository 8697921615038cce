"""Working days and an hour as people type them: "ma di do 15:30", "elke dag behalve woensdag, half vier"."""

from collections.abc import Mapping
from datetime import time

from language.dates.clock_times import find_clock
from language.dates.hours import Clock
from language.late import Late
from language.numbers import typed_number

WORKDAYS = frozenset({1, 2, 3, 4, 5})
NAMES: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("ma", "maandag", "mon", "monday"),
            ("di", "dinsdag", "tue", "tuesday"),
            ("wo", "woensdag", "wed", "wednesday"),
            ("do", "donderdag", "thu", "thursday"),
            ("vr", "vrijdag", "fri", "friday"),
        ),
        1,
    )
    for name in names
}
NAMED = "|".join(sorted(NAMES, key=len, reverse=True))
DAY = Late(rf"\b({NAMED})(?:e?n|s)?\b\.?")
RANGE = Late(rf"\b({NAMED})\b\.?\s*(?:-|–|t/m|tot en met|tot|through|to)\s*\b({NAMED})\b\.?")
EXCEPT = Late(r"\b(?:behalve|niet|geen|except|not)\b")
EVERY = Late(r"\b(?:elke|iedere|alle|every|all)\s+(?:werk|work\w*\s*)?(?:dag|dagen|day|days)\b")
BETWEEN = Late(r",|;|\.(?!\d)|\b(?:op|on|en|and)\b")
AT = Late(r"\b(?:om|at)\b")


def read_workdays(text: str) -> frozenset[int] | None:
    """Return the ISO weekdays (1 to 5) that a text names; None when it names none."""
    said = text.casefold()
    sign = EXCEPT.search(said)
    named, left_out = _named(said), frozenset[int]()
    if sign:
        before, after = _named(said[: sign.start()]), _named(said[sign.end() :])
        named, left_out = (before, after) if after else (frozenset(), before)
    days = named or (WORKDAYS if left_out or EVERY.search(said) else frozenset())
    return (days - left_out) or None


def read_hour(text: str) -> time | None:
    """Return the time of day in a text; a bare number that stands alone beside the days is an hour."""
    rest = text.casefold()
    for words in (RANGE, DAY, EVERY, EXCEPT, BETWEEN):
        rest = words.sub(" ", rest)
    rest = " ".join(rest.split())
    clock = find_clock(rest, "")
    if isinstance(clock, Clock) and clock.minutes < 24 * 60:
        return time(*divmod(clock.minutes, 60))
    bare = AT.sub(" ", rest).strip()
    hour = typed_number(bare)
    return time(hour) if hour is not None and hour < 24 else None


def _named(text: str) -> frozenset[int]:
    days = {NAMES[day] for day in DAY.findall(text)}
    for first, last in RANGE.findall(text):
        days |= set(range(NAMES[first], NAMES[last] + 1))
    return frozenset(days)
