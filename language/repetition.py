"""What repeats: "elke eerste dinsdag van de maand" as an RFC 5545 rule."""

import re

from language.date_words import FULL_DAY, MONTHS, ORDINAL, ORDINALS, WEEKDAYS, any_of
from language.numbers import number_word

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = r"(?:elke|elk|iedere|ieder)"
_UNIT = {
    "dag": ("DAILY", 1), "week": ("WEEKLY", 1), "weken": ("WEEKLY", 1), "maand": ("MONTHLY", 1),
    "maanden": ("MONTHLY", 1), "kwartaal": ("MONTHLY", 3), "jaar": ("YEARLY", 1), "half jaar": ("MONTHLY", 6),
}  # fmt: skip
_LY = {"dagelijks": "dag", "wekelijks": "week", "maandelijks": "maand", "jaarlijks": "jaar"}

_NTH_DAY = re.compile(rf"\b{_EVERY} (?P<o>{ORDINAL}) (?P<wd>{FULL_DAY})(?: van de maand)?\b")
_WEEKDAY = re.compile(rf"\b(?:{_EVERY} |op )(?P<wd>{FULL_DAY})\b|\b(?P<many>{FULL_DAY})(?:en)?\b")
_WORKDAY = re.compile(rf"\b{_EVERY} werkdag\b")
_EVERY_UNIT = re.compile(rf"\b{_EVERY} (?:(?P<n>\d{{1,2}}|[a-z]+) )?(?P<unit>{any_of(_UNIT)})\b")
_ADVERB = re.compile(rf"\b{any_of(_LY)}\b")
_OTHER = re.compile(r"\bom de (?P<unit>week|dag|maand)\b")
_DATE = re.compile(rf"\bop (?P<d>\d{{1,2}}) (?P<m>{any_of(MONTHS)})\b")
_TIME = re.compile(r"\bom (?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?(?: uur)?(?![\w.:])")


def read_rule(text: str) -> str:
    """Return the RRULE of a phrase that repeats, or an empty text when it does not."""
    text = text.lower().strip()
    rule = _rule(text)
    time = _TIME.search(text)
    if rule and time:
        rule += f";BYHOUR={int(time['h'])};BYMINUTE={int(time['m'] or 0)}"
    return rule


def _rule(text: str) -> str:
    if match := _NTH_DAY.search(text):
        return f"FREQ=MONTHLY;BYDAY={ORDINALS[match['o']]}{_CODES[WEEKDAYS[match['wd']]]}"
    if _WORKDAY.search(text):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    rule = _frequency(text)
    weekday = _WEEKDAY.search(text)
    if weekday and rule in ("", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2"):
        each = re.search(rf"\b{_EVERY} {FULL_DAY}\b", text)
        name = weekday["wd"] or weekday["many"]
        return f"{rule or 'FREQ=WEEKLY'};BYDAY={_CODES[WEEKDAYS[name]]}" if rule or each else ""
    if rule == "FREQ=YEARLY" and (on := _DATE.search(text)):
        return f"{rule};BYMONTH={MONTHS[on['m']]};BYMONTHDAY={int(on['d'])}"
    return rule


def _frequency(text: str) -> str:
    if match := _OTHER.search(text):
        return f"FREQ={_UNIT[match['unit']][0]};INTERVAL=2"
    if match := _ADVERB.search(text):
        return f"FREQ={_UNIT[_LY[match[0]]][0]}"
    if match := _EVERY_UNIT.search(text):
        count = number_word(match["n"]) if match["n"] else 1
        frequency, length = _UNIT[match["unit"]]
        if count is None:
            return ""
        interval = int(count * length)
        return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")
    return ""
