"""English dates, said over in Dutch for the grammar: by the same rules, with a table of words.

Only where a word stands that English has and Dutch has not ("tomorrow", "March"): "over", "in" and "last" are both.
"""

import re
from collections.abc import Iterator
from functools import cache

from language.dates.words import DAY_NAMES, MONTH_NAMES, any_of
from language.late import Late

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY_PAIRS = tuple(zip(_DAYS, DAY_NAMES, strict=True))
_ENGLISH_MONTHS = dict(zip(_MONTHS, MONTH_NAMES, strict=True))
_NUMBERS = {
    "one": "een", "two": "twee", "three": "drie", "four": "vier", "five": "vijf", "six": "zes", "seven": "zeven",
    "eight": "acht", "nine": "negen", "ten": "tien", "eleven": "elf", "twelve": "twaalf", "a": "een", "an": "een",
}  # fmt: skip
# Words that make a text English.
_STRONG = {
    **dict(_DAY_PAIRS), **_ENGLISH_MONTHS, "today": "vandaag", "tomorrow": "morgen",
    "yesterday": "gisteren", "tonight": "vanavond", "weeks": "weken", "months": "maanden", "days": "dagen",
    "day": "dag", "year": "jaar", "years": "jaar", "hour": "uur", "hours": "uur", "minutes": "minuten",
    "month": "maand", "quarter": "kwartaal", "ago": "geleden", "spring": "voorjaar", "summer": "zomer",
    "autumn": "najaar", "noon": "12:00 uur", "midnight": "middernacht", "monthly": "maandelijks", "past": "over",
    "weekly": "wekelijks", "daily": "dagelijks", "yearly": "jaarlijks", "fortnight": "twee weken", "mid": "medio",
    "easter": "pasen", "christmas": "kerst", "next": "volgende", "mon": "maandag", "tue": "dinsdag", "wed": "woensdag",
    "thu": "donderdag", "fri": "vrijdag", "evening": "avond", "afternoon": "middag", "every": "elke",
    "weekday": "werkdag", "weekdays": "werkdagen", "quarterly": "elk kwartaal", "biweekly": "tweewekelijks",
    "fortnightly": "tweewekelijks", "noonish": "12:00 uur", **{f"{day}s": f"{dag}s" for day, dag in _DAY_PAIRS},
    "o'clock": "uur", "between": "tussen", "until": "tot", "before": "voor", "within": "binnen",
}  # fmt: skip
ENGLISH = frozenset(_STRONG) - {"april", "september", "november", "december", "past", "may"}
# English names that a slip leaves recognisable; shorter words have Dutch neighbours.
LONG_NAMES = frozenset(name for name in (*_DAYS, *_MONTHS, "tomorrow", "yesterday") if len(name) > 6)
_WEAK = {
    **_NUMBERS, "morning": "ochtend", "the": "de", "of": "van", "this": "deze", "coming": "komende",
    "last": "afgelopen",
    "first": "eerste", "second": "tweede", "third": "derde", "fourth": "vierde", "by": "uiterlijk", "before": "voor",
    "after": "na", "until": "tot", "till": "tot", "through": "t/m", "to": "t/m", "from": "van", "between": "tussen",
    "and": "en", "or": "of", "each": "elke", "other": "andere", "early": "begin", "late": "eind", "end": "eind",
    "beginning": "begin",
    "on": "op", "at": "om", "within": "binnen", "since": "sinds", "week": "week", "half": "half", "previous": "vorige",
    "about": "ongeveer", "around": "rond", "night": "avond", "twice": "twee keer", "times": "keer",
}  # fmt: skip
# "He may come" is no month: "may" is one where the turns below say so.
_WORDS = {word: dutch for word, dutch in (_STRONG | _WEAK).items() if word != "may"}

_NTH = r"(?:st|nd|rd|th)"
_TO = r" ?(?:-|–|to|until|till|through) ?(?:the )?"
_NAMED_MONTH = any_of((*_MONTHS, *(name[:3] for name in _MONTHS), "sept"))
# What English says in another order comes first; each piece is put in words of the grammar.
_TURNS: tuple[tuple[str, str], ...] = (
    (
        rf"(?P<m>{_NAMED_MONTH})\.? (?P<d>\d{{1,2}}){_NTH}?{_TO}(?P<e>\d{{1,2}}){_NTH}?\b(?![:.]\d| ?[ap]m)",
        "{d} t/m {e} {m}",
    ),
    (
        rf"(?:the )?(?P<d>\d{{1,2}}){_NTH}?{_TO}(?P<e>\d{{1,2}}){_NTH}? (?:of )?(?P<m>{_NAMED_MONTH})\b",
        "{d} t/m {e} {m}",
    ),
    (r"from (?P<d>\d{1,2}(?::\d\d)?) to (?P<e>\d{1,2}(?::\d\d)?)(?! ?[ap]\.?m)", "van {d} tot {e}"),
    (rf"(?<!\d )(?P<m>{_NAMED_MONTH})\.? (?:the )?(?P<d>\d{{1,2}}){_NTH}?\b(?![:.]\d| ?[ap]m)", "{d} {m}"),
    (r"(?P<lead>in|of|by|until|early|late|mid|next) may", "{lead} mei"),
    (rf"(?P<d>\d{{1,2}}){_NTH}? of (?P<m>{_NAMED_MONTH})\b", "{d} {m}"),
    (rf"(?P<d>\d{{1,2}}){_NTH} (?P<m>{_NAMED_MONTH})\b", "{d} {m}"),
    (r"(?:at )?half past (?P<n>\w+)", "30 over {n}"),
    (r"(?:at )?(?:a )?quarter past (?P<n>\w+)", "kwart over {n}"),
    (r"(?:at )?(?:a )?quarter to (?P<n>\w+)", "kwart voor {n}"),
    (rf"(?:at )?(?P<m>five|ten|twenty) to (?P<n>{any_of(_NUMBERS)})(?! \w+s\b)", "{m} voor {n}"),
    (rf"(?:on |by )?the (?P<d>\d{{1,2}}){_NTH}(?= ?(?:$|[.,;!?]| (?:at|from)\b))", "de {d}e"),
    (
        rf"(?:from )?(?P<d>\d{{1,2}}) (?P<m>{_NAMED_MONTH}) (?:to|until|till) (?P<e>\d{{1,2}}) (?P<n>{_NAMED_MONTH})\b",
        "{d} {m} t/m {e} {n}",
    ),
    (r"christmas (?:holidays?|break|vacation)", "kerstvakantie"),
    (r"summer (?:holidays?|break|vacation)", "zomervakantie"),
    (r"(?:autumn|fall) (?:holidays?|break|vacation)", "herfstvakantie"),
    (r"spring (?:holidays?|break|vacation)", "voorjaarsvakantie"),
    (r"may (?:holidays?|break|vacation)", "meivakantie"),
    (r"last night", "gisteravond"),
    (r"in an hour and a half", "over anderhalf uur"),
    (r"in half an hour", "over een half uur"),
    (r"in a fortnight|(?:a )?fortnight from now", "over twee weken"),
    (r"working days", "werkdagen"),
    (r"next school ?year", "volgend schooljaar"),
    (r"this school ?year", "dit schooljaar"),
    (r"last school ?year", "vorig schooljaar"),
    (r"(?P<n>twice|three times|four times) (?:a|per) (?P<unit>week|month|year)", "{n} per {unit}"),
    (r"end of (?:the )?week", "eind van de week"),
    (rf"on (?P<day>{any_of(_DAYS)})s\b", "op {day}+en"),
    (r"easter monday", "paasmaandag"),
    (r"easter sunday", "paaszondag"),
    (r"boxing day", "tweede kerstdag"),
    (r"christmas eve", "kerstavond"),
    (r"christmas day", "eerste kerstdag"),
    (r"new year's eve", "oudejaarsdag"),
    (r"new year's day", "nieuwjaarsdag"),
    (r"in (?P<n>\w+) (?P<unit>days?|weeks?|months?|years?|hours?|minutes?)", "over {n} {unit}"),
    (r"(?P<n>\w+) (?P<unit>days?|weeks?|months?) from now", "over {n} {unit}"),
    (r"(?P<n>\w+) (?P<unit>days?|weeks?|months?) from today", "over {n} {unit}"),
    (
        r"(?P<n>\w+) (?P<unit>days?|weeks?) from (?P<d>tomorrow|monday|tuesday|wednesday|thursday|friday)",
        "{d} over {n} {unit}",
    ),
    (r"the day after tomorrow", "overmorgen"),
    (r"the day before yesterday", "eergisteren"),
    (rf"(?P<day>{any_of(_DAYS)}|tomorrow) (?P<part>morning|afternoon|evening|night)", "{day}+{part}"),
    (r"yesterday (?P<part>morning|afternoon|evening)", "gister+{part}"),
    (r"(?P<edge>early|late) in the (?P<part>morning|afternoon|evening)", "{edge} van de {part}"),
    (r"(?:this|in the) (?P<part>morning|afternoon|evening)", "van+{part}"),
    (r"(?P<edge>end|beginning|middle) of (?:the )?", "{edge} van "),
    (r"every (?P<o>first|second|third|fourth|last) ", "elke {o} "),
    (r"the last(?= (?:\w*day|week) of)", "de laatste"),
    (r"last (?P<day>\w+day) of", "laatste {day} of"),
    (r"every other (?P<unit>week|month|day)", "om de {unit}"),
    (rf"every other (?P<day>{any_of(_DAYS)})", "om de week op {day}"),
    (r"mid-", "medio "),
    (r"once a (?P<unit>week|month|year|quarter)", "eens per {unit}"),
    (r"last (?P<run>week|month|year|quarter)", "vorige {run}"),
    (r"no later than", "uiterlijk"),
    (r"not before", "niet voor"),
    (r"(?:the )?week (?P<side>before|after)", "de week {side}"),
)
_PHRASE = Late(rf"(?<!\w)(?:{any_of(_WORDS)})(?!\w)")
_SHORT = {name[:3]: name for name in _MONTHS}
# A text in which day and month stand in the English order is English.
MONTH_FIRST = Late(
    rf"(?<!\d )(?<!\de )\b{_NAMED_MONTH}\.? (?:the )?\d{{1,2}}(?:{_NTH})?\b(?!:)|\bmid-|\d[ap]m\b"
    r"|\bmay (?:holiday|break|vacation)"
    r"|\b(?:in|of|by|until|early|late|mid|next) may\b|\bhalf past\b"
    rf"|\bfrom (?:the )?\d|\bthe \d{{1,2}}{_NTH}\b|\b(?:twice|once) a \w"
    r"|\blast (?:week|month|year)\b|\d [a-z]{3,9} (?:to|until|till) \d"
)


@cache
def _turns() -> tuple[tuple[Late, str], ...]:
    return tuple(
        (Late(rf"\b(?:{turn})(?!\w)" if turn[-1] not in " -" else rf"\b{turn}"), said)
        for turn, said in _TURNS
    )


def turned(text: str, number: int) -> Iterator[tuple[int, int, str]]:
    """Yield the pieces of ``text`` that turn ``number`` says otherwise: from, to, and in Dutch."""
    pattern, said = _turns()[number]
    for match in pattern.finditer(text):
        groups = {name: _SHORT.get(word, word) for name, word in match.groupdict().items()}
        yield *match.span(), _PHRASE.sub(_dutch, said.format(**groups)).replace("+", "")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the English words of ``text`` that the grammar knows in Dutch."""
    for match in _PHRASE.finditer(text):
        yield *match.span(), _WORDS[match[0]]


def _dutch(match: re.Match[str]) -> str:
    return _WORDS[match[0]]


TURNS = range(len(_TURNS))
