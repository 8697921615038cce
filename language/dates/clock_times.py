"""The grammar of clock times: 14u, half drie, kwart over vier, van 9 tot half 12.

The date stands in the text as a run of ``DATE`` (it was read before), because "9.30" beside a date is a time
and "3.12" behind "lokaal" is not.
"""

import re

from language.dates.hours import Clock
from language.dates.parts_of_day import part_in
from language.dates.pieces import DATE
from language.dates.spans import Wrong
from language.dates.words import GOES_ON, any_of
from language.dates.wrong import no_time
from language.late import Late
from language.numbers import number_word

_HOURS = r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2})"
_DIGITS = r"(\d{1,2})(?:[:.uh](\d\d))?"
_UNIT = r"(?:uur|u|hr?|h)"
# "Kwart na 9" is Flemish; "na 9" behind other words is later than that.
_PAST = "".join(f"|(?<={said} )na" for said in ("kwart", "vijf", "tien", "twintig", " 5", "10", "20"))
_SIDE = rf"(?:voor|over{_PAST}|(?<=^5 )na)"
# What may follow a bare "9" or "9 uur" for it to be a time; "20 uur begeleiding" is an amount.
_STOPS = (
    rf"(?= ?(?:$|[,;!?)]|\.(?!\d)|{DATE}|(?:en|of) {DATE}"
    r"|(?:in|op|bij|met|tot|aan|te|naar|kan|is|was|lukt|past|graag|of zo|stipt|precies|begin\w*|start\w*|afspreken|"
    r"hebben|heb|heeft|waren|gaan|gaat|gaf|gaven|'s|s|smiddags|sochtends|savonds|smorgens|ongeveer|dan|komt|lokaal|zaal|aula|"
    r"kantine|gebouw|online|teams|zoom)\b|'s))"
)
# Behind a word that says that it is a time, or from one time to another, a sentence may go on in more ways.
_ON = rf"(?= ?(?:$|[,;:!?)]|\.(?!\d)|{DATE}|{any_of(GOES_ON)}\b|te \w+(?<!en)\b|'s|s(?:morgens|middags|avonds)\b))"
_STOPPED, _GOING_ON = Late(_STOPS), Late(_ON)
_SURE = r"\b(?:om|rond|tegen|omstreeks|klokke|rond de klok van)"
_BEGINS = r"\b(?:aanvang|vertrekt|vertrek|start|begint|klokslag|stipt|inloop|open)(?: is)?:?"
_LEADS = Late(
    rf"(?:{_SURE}|\bvanaf|\btot|\bvoor|\bna|\buiterlijk|{_BEGINS}|(?:middag|ochtend|avond)s?|{DATE}),? ?$|^$"
)
_NO_TIME = r"(?! ?(?:euro|eur|€|procent|%|punt|meter|kg|cm|m))"
# "2:30 uur voorbereiding" is how long it took.
_AMOUNT = (
    r" (?:gewerkt|werk|bezig|besteed|nodig|geholpen|per|lang|kwijt|onderweg|extra|"
    r"\w*(?:begeleiding|voorbereiding|tijd|les|lessen|training|uitleg))\b"
)
_NO_AMOUNT = rf"(?!{_AMOUNT})"


_COLON = Late(
    rf"(?<![\d.,:])(\d{{1,2}}):(\d\d)(?![\d:]|:\d)(?::\d\d)?(?: ?{_UNIT}\b{_NO_AMOUNT}|(?! ?{_UNIT}\b))"
)
_DOTTED = Late(rf"(?<![\d.,])(\d{{1,2}})\.(\d\d)(?![\d.]){_NO_TIME}(?! ?{_UNIT}{_AMOUNT})")
_DOTTED_HOUR = Late(rf"(?<![\d.])(?<!x )(\d{{1,2}})\.(\d\d) ?{_UNIT}\b{_NO_AMOUNT}")
_HOUR = Late(rf"(?<![\d.,:])(\d{{1,2}}) ?{_UNIT}(\d\d)?(?!\w){_STOPS}")
_SO_MANY = Late(r" [a-z]")  # "30 uur in november" is how much
_SAID = Late(rf"{_SURE} (\d{{1,2}}) ?{_UNIT}(\d\d)?(?!\w)")
_MILITARY = Late(
    rf"(?:{_SURE} |{DATE} |^)([01]\d|2[0-3])([0-5]\d)(?: ?{_UNIT}\b|(?= ?$))(?<!^20[0-3]\d)(?<!nd 202\d)(?<!en 202\d)"
)
_PARTED = Late(rf"(?<![\d.,:])(\d{{1,2}}) ?{_UNIT}(?= (?:'s|s) |,? in de | s(?:ochtend|middag|avond)s)")
_BARE = Late(
    rf"(?:{_SURE}|{DATE},? (?:vanaf|na|voor|tot)) {_DIGITS}"
    rf"(?! (?:(?:voor|over) (?:half|kwart|\w+$)|na (?:half|{_HOURS})\b)){_ON}"
)
_ENGLISH_UNTIL = Late(
    r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))? ?(?:([ap])\.?m)?\.? ?(?:t/m|tot|to|until|-|–|en) ?"
    r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b"
)
_ENGLISH = Late(r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b")
_WORDED = Late(
    rf"(?:(?P<m>kwart|\b[a-z]+|\d{{1,2}})(?: minuten| min)? (?P<side>{_SIDE}) )?"
    rf"(?P<half>half )?(?P<h>\b{_HOURS})\b(?: uur| u\b)?"
)
_HALF_LEADS = Late(
    rf"(?:^|\b(?:om|rond|tegen|vanaf|tot|voor|na|uiterlijk) |{_BEGINS} |(?:ochtends?|middags?|avonds?),? |{DATE},? ?)$"
)
_BY_HOUR = Late(
    rf"(?:\b(?:voor|uiterlijk|vanaf|na) {DATE}+,?|{DATE},? (?:tot|vanaf|uiterlijk)) "
    rf"(\d{{1,2}}) ?{_UNIT}(\d\d)?(?!\w){_NO_AMOUNT}"
)
_WORD_HOUR = Late(
    rf"(?:{_SURE} |(?P<loose>{DATE},? |^|\bvanaf |\btot |\bvoor |\bna ))(?P<h>{_HOURS}) (?:uur|u)\b(?! of)"
)
# "Rond vijven", "na tienen".
_HOURS_BY_NAME = {
    "enen": 1, "tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7, "achten": 8,
    "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip
_ABOUT_HOUR = Late(rf"(?:{_SURE}|\b(?:voor|na|vanaf|uiterlijk)) (?P<h>{any_of(_HOURS_BY_NAME)})\b")
_BARE_WORD = Late(rf"{_SURE} (?P<h>(?!een|één|\d){_HOURS}){_ON}")
TIME = rf"(?:(?:kwart|\w{{3,8}}|\d{{1,2}}) {_SIDE} )?(?:half )?{_HOURS}(?:[:.u]\d\d)?(?: ?uur| ?u\b)?"
_OF_DAY = r"(?:'s ?|s|in de )(ochtend|morgen|middag|avond|nacht)s?"
_PARTS_UNTIL = Late(
    rf"(?<![\w.])(?:{_OF_DAY} )?({TIME}) (?:{_OF_DAY} )?(?:tot|t/m|-|–) (?:{_OF_DAY} )?({TIME})(?: {_OF_DAY})?(?!\w)"
)
_ABOUT = Late(rf"\b(?:een )?uur of (?P<h>{_HOURS})\b{_NO_AMOUNT}")
_WORDS_UNTIL = Late(
    rf"\b(?P<lead>van|tussen|vanaf)? ?(?P<first>{TIME}) ?(?P<to>tot|en|-|–|t/m) ?(?P<last>{TIME})(?!\w)"
)
_UNTIL = Late(
    rf"(?P<lead>van |tussen |vanaf |(?<={DATE}),? )?(?<![\w.,/-])(?<!half )(?<!over ){_DIGITS}(?: ?uur| ?u)? ?"
    rf"(?P<to>-|–|tot|en|t/m|/(?=\d{{1,2}}[:.]\d\d))(?: (?:uiterlijk|ongeveer|circa|ca\.?|rond|een uur of))? ?"
    rf"{_DIGITS}(?![\w:.-]\d)(?P<unit> ?uur\b| ?[uh]\b)?(?:{_ON}|(?:(?<=[:.]\d\d)|(?<=uur)|(?<=\du))(?= ){_NO_TIME})"
)
_OF_SOME = Late(
    r"(?:groep\w*|teams?|kinderen|leerlingen|jongeren|leeftijd|duo\w*|klassen|cijfers?|score|bedrag) $"
)
_MIDNIGHT = Late(r"\bmiddernacht\b")


# Between a time and a part of the day that is another's: "van 9 tot 12, en 's avonds nog een uur".
_NEXT = Late(r"[,.;!?](?= ?\w)| (?:en|maar|daarna|dan) ")


def find_clock(text: str, part: str) -> Clock | Wrong | None:
    """Return the first clock time in ``text`` (lower case); ``part`` of the day is what the date named."""
    said = part_in(text)
    if not said:
        return _clock(text, part)
    found = _stretch_over_parts(text) or _clock(text, part or said[0])
    told_apart = isinstance(found, Clock) and _NEXT.search(text, found.end, said[1])
    return _clock(text, part) if told_apart else found


def _clock(text: str, part: str) -> Clock | Wrong | None:
    return _english_stretch(text) or _stretch(text, part) or _figures(text, part) or _words(text, part)


def _english_stretch(text: str) -> Clock | None:
    """From 2 to 4 pm, 10:30 am - 1 pm: without am or pm of its own the first hour is before the last."""
    match = _ENGLISH_UNTIL.search(text) if text.rfind("m") > 0 else None
    if match is None or not (1 <= int(match[1]) <= 12 and 1 <= int(match[4]) <= 12):
        return None
    last = _by_half(match[4], match[5], match[6])
    first = _by_half(match[1], match[2], match[3] or match[6])
    if not match[3] and first > last:
        first -= 12 * 60
    return _between(first, last, match)


def _by_half(hour: str, minute: str | None, half: str) -> int:
    return 60 * (int(hour) % 12 + 12 * (half == "p")) + int(minute or 0)


def _stretch(text: str, part: str) -> Clock | Wrong | None:
    for match in _UNTIL.finditer(text):
        h1, m1, h2, m2 = (match[i] for i in (2, 3, 5, 6))
        sure = match["unit"] or (m1 and m2) or (match["lead"] and (match["to"] == "tot" or DATE in text))
        dated = match["lead"] and DATE in text[: match.start() + 1]
        if match["unit"] and not dated and not _STOPPED.match(text, match.end()):
            continue
        if match["lead"] and not match["unit"] and _OF_SOME.search(text[: match.start()]):
            continue
        if not sure or (match["to"] == "en" and not match["lead"]):
            continue
        first, last = _minutes(h1, m1, part), _minutes(h2, m2, part)
        if isinstance(first, Wrong):
            return first
        return last if isinstance(last, Wrong) else _between(first, last, match)
    return _worded_stretch(text, part)


def _stretch_over_parts(text: str) -> Clock | None:
    """Van 9 uur 's ochtends tot 3 uur 's middags: each hour has a part of the day of its own."""
    match = _PARTS_UNTIL.search(text)
    begun, ended = (match[1] or match[3], match[4] or match[6]) if match else (None, None)
    if match is None or not begun:
        return None
    first, last = time_of(match[2], begun), time_of(match[5], ended or "")
    return None if first is None or last is None else _between(first, last, match)


def _worded_stretch(text: str, part: str) -> Clock | None:
    """Van half 9 tot kwart over 10; tussen twee en vier uur."""
    for match in _WORDS_UNTIL.finditer(text):
        words = match["first"] + " " + match["last"]
        sure = re.search(r"half |kwart | uur|\d ?u|voor |over ", words) or _alone(text, match)
        if not sure or (match["to"] == "en" and not match["lead"]):
            continue
        first, last = time_of(match["first"], part), time_of(match["last"], part)
        if first is not None and last is not None:
            return _between(first, last, match)
    return None


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether "tussen tien en twaalf", "dinsdag tien tot twaalf" stands beside a day, and counts nothing."""
    before = text[: match.start()].rstrip(" ,")
    straight = before.endswith(DATE) and match["to"] != "en"
    beside = match["lead"] and (DATE in text or not before)
    return bool((straight or beside) and _GOING_ON.match(text, match.end()))


def _between(first: int, last: int, match: re.Match[str]) -> Clock:
    if last <= first and last + 720 > first:
        last += 720
    if last <= first:
        last += 1440
    return Clock(minutes=first, until=last, start=match.start(), end=match.end())


def time_of(text: str, part: str) -> int | None:
    """Return the minutes of a text that is one time."""
    if (english := _ENGLISH.fullmatch(text)) and 1 <= int(english[1]) <= 12:
        return _by_half(english[1], english[2], english[3])
    figures = re.fullmatch(rf"{_DIGITS}(?: ?uur| ?u)?", text)
    if figures:
        found = _minutes(figures[1], figures[2], part)
        return found if isinstance(found, int) else None
    words = _WORDED.fullmatch(text)
    return _worded(words, part) if words else None


def _figures(text: str, part: str) -> Clock | Wrong | None:
    english = _ENGLISH.search(text)
    if english and 1 <= int(english[1]) <= 12:
        minutes = _by_half(english[1], english[2], english[3])
        return Clock(minutes=minutes, start=english.start(), end=english.end())
    for pattern in (_COLON, _DOTTED, _DOTTED_HOUR, _SAID, _BY_HOUR, _HOUR, _PARTED, _BARE, _MILITARY):
        for match in pattern.finditer(text):
            if pattern in (_DOTTED, _HOUR) and not _LEADS.search(
                text[max(0, match.start() - 16) : match.start()]
            ):
                continue
            hour, minute = [*filter(None, match.groups()), "00"][:2]
            if pattern is _HOUR and int(hour) > 24 and _SO_MANY.match(text, match.end()):
                continue
            found = _minutes(hour, minute, part)
            if isinstance(found, Wrong):
                return found
            return Clock(minutes=found, start=match.start(), end=match.end())
    return None


def _words(text: str, part: str) -> Clock | None:
    for match in _WORDED.finditer(text):
        if not match["side"] and not (match["half"] and _HALF_LEADS.search(text[: match.start()])):
            continue
        if match["side"] == "na" and not _GOING_ON.match(text, match.end()):
            continue
        found = _worded(match, part)
        if found is not None:
            return Clock(minutes=found, start=match.start(), end=match.end())
    return _hour_in_words(text, part)


def _hour_in_words(text: str, part: str) -> Clock | None:
    """Om drie uur, rond een uur of vier, middernacht."""
    if match := _MIDNIGHT.search(text):
        return Clock(minutes=24 * 60, start=match.start(), end=match.end())
    if match := _ABOUT_HOUR.search(text):
        minutes = _told(_HOURS_BY_NAME[match["h"]] * 60, part)
        return Clock(minutes=minutes, start=match.start(), end=match.end())
    for pattern in (_ABOUT, _WORD_HOUR, _BARE_WORD):
        match = pattern.search(text)
        if match is None or (
            match.groupdict().get("loose") is not None and not re.match(_STOPS, text[match.end() :])
        ):
            continue
        hour = number_word(match["h"])
        if hour is not None and hour <= 24:
            return Clock(minutes=_told(int(hour) * 60, part), start=match.start(), end=match.end())
    return None


def _worded(match: re.Match[str], part: str) -> int | None:
    offset, hour = _offset(match["m"], match["side"]), number_word(match["h"])
    if offset is None or hour is None or hour > 12:
        return None
    return _told(int(hour) * 60 + offset - (30 if match["half"] else 0), part)


def _offset(amount: str | None, side: str | None) -> int | None:
    if amount is None:
        return 0
    count = 15 if amount == "kwart" else number_word(amount)
    return None if count is None or count > 30 else int(count) * (-1 if side == "voor" else 1)


def _minutes(hour: str, minute: str | None, part: str) -> int | Wrong:
    h, m = int(hour), int(minute or 0)
    if h > 24 or m > 59 or (h == 24 and m):
        return no_time(h, m)
    return h * 60 + m if hour.startswith("0") or h > 12 else _told(h * 60 + m, part)


def _told(minutes: int, part: str) -> int:
    """Choose the half of the day: without a part named, 1 to 6 is the afternoon, 7 to 12 is as it stands."""
    if part == "nacht":
        return minutes + 12 * 60 if 9 * 60 <= minutes < 13 * 60 else minutes
    if minutes >= 12 * 60:
        return minutes + 12 * 60 * (part == "avond" and minutes == 12 * 60)
    late = {"": 7, "middag": 11, "avond": 12}.get(part, 0)
    return minutes + 12 * 60 if minutes < late * 60 else minutes
