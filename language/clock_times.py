"""The grammar of clock times: 14u, half drie, kwart over vier, van 9 tot 12, over anderhalf uur.

The date stands in the text as a run of ``DATE`` (it was read before), because "9.30" beside a date is a time
and "3.12" behind "lokaal" is not.
"""

import re
from dataclasses import dataclass

from language.date_words import MINUTES, PARTS, any_of
from language.day_spans import Wrong
from language.numbers import number_word
from programme.text import _

DATE = "§"
_HOURS = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2})"
_DIGITS = r"(\d{1,2})(?:[:.u](\d\d))?"
# What may follow a bare "9" or "9 uur" for it to be a time; "20 uur begeleiding" is an amount.
_STOPS = rf"(?= ?(?:$|[,;!?)]|\.(?!\d)|{DATE}|(?:in|op|bij|met|tot|aan|te|naar)\b))"
_LEADS = rf"(?:(?:\bom|\brond|\bvanaf|\btegen|\btot|\bvoor|\bmiddag|\bochtend|\bavond|{DATE}) ?|^)"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A time or, with ``until``, a stretch of time, in minutes since midnight."""

    minutes: int
    until: int | None = None
    start: int = 0
    end: int = 0


_COLON = re.compile(r"(?<![\d.,:])(\d{1,2}):(\d\d)(?![\d:])(?: ?(?:uur|u)\b)?")
_DOTTED = re.compile(
    rf"(?:{_LEADS}(\d{{1,2}})\.(\d\d)(?![\d.]))|(?:(?<![\d.])(\d{{1,2}})\.(\d\d) ?(?:uur|u)\b)"
)
_HOUR = re.compile(rf"{_LEADS}(\d{{1,2}}) ?(?:uur|u)(\d\d)?(?!\w){_STOPS}")
_BARE = re.compile(rf"(?:\bom|\brond) {_DIGITS}{_STOPS}")
_WORDED = re.compile(
    r"(?:(?P<m>kwart|\b[a-z]+|\d{1,2})(?: minuten| min)? (?P<side>voor|over) )?"
    rf"(?P<half>half )?(?P<h>\b{_HOURS})\b(?: uur)?"
)
_UNTIL = re.compile(
    rf"(?P<lead>van |tussen )?(?<![\w.,/-]){_DIGITS}(?: ?uur| ?u)? ?(?P<to>-|–|tot|en|t/m) ?"
    rf"{_DIGITS}(?![\w:.-]\d)(?P<unit> ?uur\b| ?u\b)?{_STOPS}"
)
_FROM_NOW = re.compile(rf"\bover (?P<n>een half|\d{{1,3}}|[a-zéë]+) (?P<unit>{any_of(MINUTES)})\b")


def from_now(text: str) -> tuple[float, int, int] | None:
    """Return the minutes in "over een half uur" and where it stands, or None."""
    for match in _FROM_NOW.finditer(text):
        count = 0.5 if match["n"] == "een half" else number_word(match["n"])
        if count is not None:
            return count * MINUTES[match["unit"]], match.start(), match.end()
    return None


def find_clock(text: str, part: str) -> Clock | Wrong | None:
    """Return the first clock time in ``text`` (lower case); ``part`` of the day is what the date named."""
    part = part or _part_in(text)
    return _stretch(text, part) or _figures(text, part) or _words(text, part)


def part_of_day(text: str) -> tuple[str, int, int] | None:
    """Return the part of the day in "'s middags", "in de ochtend", and where it stands."""
    match = re.search(rf"(?:'s |in de |de )(?P<part>{any_of(PARTS)})s?\b", text)
    return (match["part"], match.start(), match.end()) if match else None


def _part_in(text: str) -> str:
    found = part_of_day(text)
    return found[0] if found else ""


def _stretch(text: str, part: str) -> Clock | Wrong | None:
    for match in _UNTIL.finditer(text):
        h1, m1, h2, m2 = (match[i] for i in (2, 3, 5, 6))
        sure = match["unit"] or (m1 and m2) or (match["lead"] and (match["to"] == "tot" or DATE in text))
        if not sure or (match["to"] == "en" and not match["lead"]):
            continue
        first, last = _minutes(h1, m1, part), _minutes(h2, m2, part)
        if isinstance(first, Wrong):
            return first
        if isinstance(last, Wrong):
            return last
        if last <= first and last + 720 > first:
            last += 720
        return Clock(minutes=first, until=last, start=match.start(), end=match.end())
    return None


def _figures(text: str, part: str) -> Clock | Wrong | None:
    for pattern in (_COLON, _DOTTED, _HOUR, _BARE):
        match = pattern.search(text)
        if match:
            hour, minute = [*filter(None, match.groups()), "00"][:2]
            found = _minutes(hour, minute, part)
            if isinstance(found, Wrong):
                return found
            return Clock(minutes=found, start=match.start(), end=match.end())
    return None


def _words(text: str, part: str) -> Clock | None:
    for match in _WORDED.finditer(text):
        offset = _offset(match["m"], match["side"])
        hour = number_word(match["h"])
        if offset is None or hour is None or hour > 12 or not (match["side"] or match["half"]):
            continue
        if (
            not match["side"]
            and match["half"]
            and not re.search(rf"(?:^|om |{DATE} ?)$", text[: match.start()])
        ):
            continue
        minutes = int(hour) * 60 + offset - (30 if match["half"] else 0)
        return Clock(minutes=_told(minutes, part), start=match.start(), end=match.end())
    return None


def _offset(amount: str | None, side: str | None) -> int | None:
    if amount is None:
        return 0
    count = 15 if amount == "kwart" else number_word(amount)
    return None if count is None or count > 20 else int(count) * (1 if side == "over" else -1)


def _minutes(hour: str, minute: str | None, part: str) -> int | Wrong:
    h, m = int(hour), int(minute or 0)
    if h > 24 or m > 59 or (h == 24 and m):
        return Wrong(why=_("There is no time {time}.", time=f"{hour}:{m:02}"))
    return h * 60 + m if hour.startswith("0") or h > 12 else _told(h * 60 + m, part)


def _told(minutes: int, part: str) -> int:
    """Choose the half of the day: without a part named, 1 to 6 is the afternoon, 7 to 12 is as it stands."""
    if minutes >= 12 * 60:
        return minutes
    late = {"": 7, "middag": 11, "avond": 12}.get(part, 0)
    return minutes + 12 * 60 if minutes < late * 60 else minutes
