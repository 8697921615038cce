"""Names that people write short, written out where they are names: vr 4 dec., ma di do, de zeventiende.

"Do", "wo", "mar" and "jan" are other words as well: what stands beside them tells.
"""

from collections.abc import Callable, Iterator

from language.dates.pieces import BITS, SHORT_DAY, SHORT_MONTH, WORD_FOR_DAY
from language.dates.words import (
    DAYS_IN_WORDS,
    FULL_DAY,
    FULL_MONTH,
    ORDINAL,
    ORDINAL_WORDS,
    SHORT_DAYS,
    SHORT_MONTHS,
    any_of,
)
from language.late import Late

_DAYS, _MONTHS = any_of(SHORT_DAYS), any_of(SHORT_MONTHS)
_MONTH = rf"(?:{FULL_MONTH}|{_MONTHS})"
_DAY = rf"(?:{FULL_DAY}|{_DAYS})"
_STEP = (
    r"(?:volgende|komende|aankomende|eerstkomende|aanstaande|afgelopen|vorige|deze|elke|iedere|week|weken|uiterlijk|vanaf|"
    r"a\.s\.|as|t/m|tot en met|zowel)"
)
_BESIDE = (
    rf"\.?,? (?:de )?(?:om |rond )?"
    rf"(?:\d{{1,2}} ?[-/.:] ?\d|\d{{1,2}}(?:e|ste|de)?(?:[ -]{_MONTH}\b| ?uur\b| ?u\b|$"
    rf"|(?:,| en| of| t/m| tot) (?:{_DAY}\.? )?\d{{1,2}} {_MONTH}\b))"
)
# What may stand behind a day that is named by its number only.
_ENDS = (
    r" ?(?:$|[.,;!?)]| (?:om|rond|tussen|vanaf|t/m|tot|van (?:deze|volgende|komende|de|elke|iedere) maand)\b)"
)
_TO = r"(?: ?(?:/|-|–|t/m|tot en met|tot) ?| en | of )"
# A short name of a day is one where a date, a time, a step or another day stands beside it, or nothing at all.
_SURELY = any_of(name for name in SHORT_DAYS if name not in ("zo", "zon", "zat", "vrij"))
# What took place behind one: "lasles do gegeven", "vr met 12 leerlingen".
_TOOK_PLACE = (
    r"gedaan|gegeven|gehad|geweest|gehouden|gedraaid|bezocht|gestart|gekomen|doorgegaan|was|waren|ging|gingen|kwam|kwamen|"
    r"(?:les|lessen|gastles|bezoek|excursie|pilot|workshop|training) (?:gegeven|gehad|gedaan|gedraaid|gevolgd|met)|"
    r"met (?:\d+|klas|groep|de|een|alle|mijn|onze)"
)
_COUNTED = r"\d{1,3} (?:lln|ll|leerlingen|kinderen|kids|meiden|meisjes|jongens|deelnemers|docenten|leerkrachten|man)\b"
_HOUR = rf"(?:{any_of(DAYS_IN_WORDS)})(?:en)?|(?:twee|drie|vier|vijv|zess)en"
_SHORT_DAY = Late(
    rf"^(?:op )?(?P<alone>{_DAYS})(?=\.?$)\.?"
    rf"|(?<![\w.])(?!zo (?:rond|om|tussen) |vrij (?:vanaf|tussen) )(?P<before>{_DAYS})(?:\.(?= ))?"
    rf"(?={_BESIDE}|[ -](?:ochtend|middag|avond)\b|{_TO}{_DAY}\b(?!-)"
    rf"|(?:, (?:{_DAY}))+ en (?:{_DAY})\b| (?:in |van )?week \d"
    rf"| (?:a\.?s\b|jl\b|volgende week|half \w+"
    rf"|om de (?:\w+ )?(?:week|weken)\b|(?:na|voor) {_HOUR}en\b"
    rf"|(?:om|rond|tegen|vanaf|tussen) (?:\d|half|kwart|{_HOUR}\b|\w+ (?:voor|over|uur)\b)"
    r"|over (?:\w+ )?(?:week|weken)\b))"
    rf"|(?<![\w.])(?P<until>{_SURELY})\.?(?= (?:van|tot|na|voor) (?:\d{{1,2}}(?:[:.]\d\d)?"
    rf"(?: ?u(?:ur)?\b| (?:tot|t/m|en|-) ?\d|-\d| ?$|[,.!?])|half|kwart|{_HOUR}\b|\w+ (?:voor|over)\b))"
    rf"|\b(?:op )?(?P<dotted>ma|di|wo|do|vr|za|maa|din|woe|dond|vrij|zat)\.(?= [a-z])"
    r"|\b(?:kan|kun|kunnen|zullen|past|lukt|ben)(?: (?:je|jij|u|we|wij|ik|het|dat|jullie|er|ook|dan|mij|jou|op|om))*"
    rf" (?P<asked>{_SURELY})(?= ?(?:$|[?.,!])"
    r"| (?:niet|wel|ook|even|ff|effe|al|nog|beter|om|langs\w*|afspreken|bellen|komen|of|en|graag|in|bij|met)\b)"
    rf"|\b(?:zie|kom|spreek|bel|komt|komen) (?:je|jij|jou|jullie|u|we) (?P<met>{_SURELY})(?= ?(?:$|[?!.,]))"
    rf"|^is (?P<is>{_SURELY})(?= (?:goed|ook|prima|oke?|mogelijk|te doen|een optie)\b)"
    rf"|^(?P<first>{_SURELY})(?= (?:kan|past|lukt|ben|heb|komt?|is (?:goed|prima|oke?|lastig|het|er)|in|tussen|met|bij"
    r"|eind|begin|laat|vroeg|graag|svp|aub|online|niet|wel|dan)\b)"
    rf"|(?:, |\b(?:en|maar) )(?P<does>{_SURELY})(?= (?:wel|niet|ook|(?:om )?(?:de)?zelfde tijd)\b)"
    rf"|(?<![\w.])(?<!to )(?P<went>ma|di|wo|do|vr|za)\.?(?= (?:{_TOOK_PLACE})\b)"
    rf"|(?<![\w.])(?P<counted>ma|di|wo|do|vr|za)\.?(?=:? {_COUNTED})"
    rf"|(?:^|(?<=[,;:\n]) ?|(?<=\ben )|(?<=- ))(?P<opens>ma|di|wo|do|vr|za)(?=:? (?:[\w&'-]+ ){{1,4}}{_COUNTED})"
    rf"|\b(?:maar|naar|wordt|liever|anders|behalve|op|pas) (?P<end>{_SURELY})(?= ?(?:$|[.,!?;]))"
    rf"|\b{ORDINAL} (?P<nth>{_DAYS})\.?(?= (?:van|in|volgende|komende|{_MONTH})\b)"
    rf"|\b{_STEP} (?P<after>{_DAYS})(?![\w'-])(?:\.(?= |$))?"
    rf"|{FULL_DAY}{_TO}(?P<last>{_DAYS})\b(?:\.(?= |$))?"
)
# "Ma di do 15:30", "elke di/do": names in a row are days together; behind "elke" also those that are other words.
_BETWEEN_DAYS = r"\.?(?: ?[,/&+] ?| | en | of )"
_DAY_RUN = Late(
    rf"\b(?:elke|iedere|alle|wekelijks|week)(?: op)? (?P<led>{_DAY}(?:{_BETWEEN_DAYS}{_DAY})+)(?![\w'-])"
    rf"|(?<![\w.-])(?P<run>(?:{FULL_DAY}|{_SURELY})(?:{_BETWEEN_DAYS}(?:{FULL_DAY}|{_SURELY}))+)(?![\w'-])"
)
_DAY_NAME = Late(rf"\b{_DAYS}\b\.?")
_LEAD = (
    rf"\d(?:e|ste|de)?(?:[ -]| van )|\b{any_of(DAYS_IN_WORDS)} |"
    rf"\b{ORDINAL} (?:week|helft|weekend|{_DAY})\.? |"
    r"(?<=\w)[/-]|(?:^|(?<=[\s/(-]))(?:in|tm|t/m|tot|vanaf|sinds|per|eind|einde|begin|half|"
    r"medio|volgende|komende|vorige|afgelopen|van) "
)
_SHORT_MONTH = Late(
    rf"(?P<lead>{_LEAD})(?P<led>{_MONTHS})\b(?:\.(?!\d))?(?:-(?=(?:20)?\d\d\b))?"
    rf"|^(?P<alone>{_MONTHS})(?=\.?$)\.?"
    rf"|\b(?P<before>{_MONTHS})\.?(?= ?(?:20\d\d\b|'\d\d\b|{_TO}{_MONTH}\b))"
)
# "De zesde" may be a class or a lesson; from the eleventh on, and where nothing is counted, it is a day.
_LATE_IN_MONTH = any_of(word for word, n in ORDINAL_WORDS.items() if n > 10)
_DAY_IN_WORDS = Late(
    rf"\b(?P<n>{any_of(DAYS_IN_WORDS)})(?= (?:van )?{_MONTH}\b)|\bde (?P<nth>{_LATE_IN_MONTH})(?={_ENDS})"
)

Edits = Iterator[tuple[int, int, str]]


def _days(pattern: Late, text: str) -> Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        yield match.start(name), match.end(), SHORT_DAYS[match[name]]


def _day_runs(pattern: Late, text: str) -> Edits:
    for match in pattern.finditer(text):
        run, start = match[match.lastgroup or 0], match.start(match.lastgroup or 0)
        for name in _DAY_NAME.finditer(run):
            yield start + name.start(), start + name.end(), SHORT_DAYS[name[0].rstrip(".")]


def _months(pattern: Late, text: str) -> Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        hyphen = (match["lead"] or "")[-1:] == "-" and match["lead"][0].isdigit()
        after = " " if match[0].endswith("-") else ""
        yield match.start(name) - hyphen, match.end(), " " * hyphen + SHORT_MONTHS[match[name]] + after


def _numbers(pattern: Late, text: str) -> Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        yield *match.span(name), f"{DAYS_IN_WORDS[match[name]]}{'e' * (name == 'nth')}"


SHORT_FORMS: tuple[tuple[int, Late, Callable[[Late, str], Edits], int], ...] = (
    (SHORT_DAY, _DAY_RUN, _day_runs, BITS["wd"]),
    (SHORT_DAY, _SHORT_DAY, _days, BITS["wd"]),
    (SHORT_DAY, _SHORT_DAY, _days, BITS["wd"]),  # the last of "ma en do" stands behind a day only now
    (SHORT_MONTH, _SHORT_MONTH, _months, BITS["m"]),
    (WORD_FOR_DAY, _DAY_IN_WORDS, _numbers, 0),
)
