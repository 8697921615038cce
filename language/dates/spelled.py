"""What people type, written out before the grammar reads it: morge → morgen, vr 4 dec. → vrijdag 4 december.

One mechanism for all slips: a word that is no ordinary word and lies one slip away from a word of the grammar (a
letter too many, too few, wrong, or two that changed places) is that word. Ordinary words that lie as near stand in
``guards``. Every letter keeps its place in what was typed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from language.dates.english import LONG_NAMES, MONTH_FIRST, TURNS, turned, words
from language.dates.guards import ORDINARY
from language.dates.late import Late
from language.dates.pieces import BITS, ENGLISH_WORD, SHORT_DAY, SHORT_MONTH, WORD_FOR_DAY, sorts
from language.dates.words import (
    DAY_NAMES,
    DAYS_IN_WORDS,
    FULL_DAY,
    FULL_MONTH,
    MONTH_NAMES,
    ORDINAL,
    ORDINAL_WORDS,
    PARTS,
    SHORT_DAYS,
    SHORT_MONTHS,
    SHORTHAND,
    any_of,
)

SHORTEST = 5  # letters of a word that may be a slip; shorter ones have too many neighbours
SHORTEST_SHORT = 4  # letters of a name that is cut off ("vrijd", "dec")
FIRST_LETTER_TOO = 7  # from this length on the slip may be in the first letter
LONGEST_WORD = 24

# What sounds the same: "donderdach", "vreidag", "vrydag".
_SOUNDS = (("ch", "g"), ("ei", "ij"), ("y", "ij"))
_WORD = Late(r"[^\W\d_]+")
_GLUED = Late(
    rf"(?<![\w.])(\d{{1,2}})(?=(?:{FULL_MONTH}|{any_of(SHORT_MONTHS)})\b)"
    rf"|\b(half|kwart over|kwart voor|over|week|kwartaal|om|van|tot|tussen|op|vanaf|{FULL_DAY})(?=\d)"
)
_A = Late(r"\b(?:over|binnen|zo) (?P<a>'?n)(?= )")
# "Maandag- en donderdagmiddag": what both share is written once.
_SHARED = Late(rf"\b{FULL_DAY}(?P<hyphen>-) (?:en|of) {FULL_DAY}(?P<part>{any_of(PARTS)})\b")

_DAYS, _MONTHS = any_of(SHORT_DAYS), any_of(SHORT_MONTHS)
_MONTH = rf"(?:{FULL_MONTH}|{_MONTHS})"
_DAY = rf"(?:{FULL_DAY}|{_DAYS})"
_STEP = (
    r"(?:volgende|komende|aankomende|eerstkomende|aanstaande|afgelopen|vorige|deze|elke|iedere|week|uiterlijk|vanaf|"
    r"a\.s\.|as|t/m|tot en met)"
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
_SHORT_DAY = Late(
    rf"^(?:op )?(?P<alone>{_DAYS})(?=\.?$)\.?"
    rf"|(?<![\w.])(?!zo (?:rond|om) )(?P<before>{_DAYS})(?:\.(?= ))?"
    rf"(?={_BESIDE}|[ -](?:ochtend|middag|avond)\b|{_TO}{_DAY}\b(?!-)"
    rf"|(?:, (?:{_DAY}))+ en (?:{_DAY})\b| (?:in |van )?week \d"
    r"| (?:a\.?s\b|jl\b|volgende week|om (?:\d|half|kwart|\w+ (?:voor|over|uur)\b)|half \w+"
    r"|over (?:\w+ )?(?:week|weken)\b))"
    rf"|\b(?:op )?(?P<dotted>ma|di|wo|do|vr|za|maa|din|woe|dond|vrij|zat)\.(?= [a-z])"
    r"|\b(?:kan|kun|kunnen|zullen|past|lukt|ben)(?: (?:je|jij|u|we|wij|ik|het|dat|jullie|er|ook|dan|mij|jou|op))*"
    rf" (?P<asked>{_SURELY})(?= ?(?:$|[?.,!])"
    r"| (?:niet|wel|ook|even|al|nog|beter|om|langs\w*|afspreken|bellen|komen|of|en|graag|in|bij|met)\b)"
    rf"|^is (?P<is>{_SURELY})(?= (?:goed|ook|prima|oke?|mogelijk|te doen|een optie)\b)"
    rf"|^(?P<first>{_SURELY})(?= (?:kan|past|lukt|ben|heb|komt?|is (?:goed|prima|oke?|lastig|het|er))\b)"
    rf"|\b{ORDINAL} (?P<nth>{_DAYS})(?= (?:van|in) )"
    rf"|\b{_STEP} (?P<after>{_DAYS})(?![\w'-])(?:\.(?= |$))?"
    rf"|{FULL_DAY}{_TO}(?P<last>{_DAYS})\b(?:\.(?= |$))?"
)
_LEAD = (
    rf"\d(?:e|ste|de)?(?:[ -]| van )|\b{any_of(DAYS_IN_WORDS)} |"
    r"(?<=\w)[/-]|(?:^|(?<=\s))(?:in|tm|t/m|tot|vanaf|sinds|per|eind|einde|begin|half|"
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


@dataclass(frozen=True, kw_only=True)
class Spelled:
    """What was typed, written out; ``sorts`` are the kinds of words in it, a bit each.

    ``starts`` and ``ends`` say for each letter where it stood; None where nothing changed.
    """

    text: str
    sorts: int
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stood in what was typed."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def replaced(self, edits: Iterator[tuple[int, int, str]], adding: int = 0) -> "Spelled":
        """Return this with pieces (from, to, what stands there now), in order, put in their places.

        ``adding`` are the sorts of words that come with them.
        """
        size = len(self.text)
        old_starts, old_ends = self.starts or tuple(range(size)), self.ends or tuple(range(1, size + 1))
        text, starts, ends, done = [], list[int](), list[int](), 0
        for first, last, new in edits:
            text += [self.text[done:first], new]
            starts += [*old_starts[done:first], *[old_starts[first] if first < size else size] * len(new)]
            ends += [*old_ends[done:first], *[old_ends[last - 1] if last else 0] * len(new)]
            done = last
        if not text:
            return self
        text.append(self.text[done:])
        starts += old_starts[done:]
        ends += old_ends[done:]
        return Spelled(text="".join(text), sorts=self.sorts | adding, starts=tuple(starts), ends=tuple(ends))


def spelled(plain: str) -> Spelled:
    """Write out ``plain`` (lower case)."""
    said = _WORD.findall(plain)
    kinds, slips = 0, False
    for word in said:
        meant, kind = _meant(word)
        kinds |= kind
        slips = slips or meant != word
    found = Spelled(text=plain, sorts=kinds)
    if slips:
        found = found.replaced(_slips(plain))
    if kinds & ENGLISH_WORD or MONTH_FIRST.search(plain):
        found = _in_dutch(found)
    if not found.sorts:
        return found
    if _GLUED.search(found.text):
        found = found.replaced((m.end(), m.end(), " ") for m in _GLUED.finditer(found.text))
    if "n " in found.text:
        found = found.replaced((*m.span("a"), "een") for m in _A.finditer(found.text))
    if "dag- " in found.text:
        found = found.replaced((*m.span("hyphen"), m["part"]) for m in _SHARED.finditer(found.text))
    return _written_out(found)


def _in_dutch(found: Spelled) -> Spelled:
    """Say English over in Dutch, and look again which sorts of words there are."""
    for number in TURNS:
        found = found.replaced(turned(found.text, number))
    found = found.replaced(words(found.text))
    kinds = 0
    for word in _WORD.findall(found.text):
        kinds |= _meant(word)[1]
    return replace(found, sorts=found.sorts | kinds)


def _written_out(found: Spelled) -> Spelled:
    """Write the short names out that are names where they stand."""
    for kind, pattern, edits, becomes in _SHORT_FORMS:
        if found.sorts & kind:
            found = found.replaced(edits(pattern, found.text), becomes)
    return found


_Edits = Iterator[tuple[int, int, str]]


def _days(pattern: Late, text: str) -> _Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        yield match.start(name), match.end(), SHORT_DAYS[match[name]]


def _months(pattern: Late, text: str) -> _Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        hyphen = (match["lead"] or "")[-1:] == "-" and match["lead"][0].isdigit()
        after = " " if match[0].endswith("-") else ""
        yield match.start(name) - hyphen, match.end(), " " * hyphen + SHORT_MONTHS[match[name]] + after


def _numbers(pattern: Late, text: str) -> _Edits:
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        yield *match.span(name), f"{DAYS_IN_WORDS[match[name]]}{'e' * (name == 'nth')}"


_SHORT_FORMS: tuple[tuple[int, Late, Callable[[Late, str], _Edits], int], ...] = (
    (SHORT_DAY, _SHORT_DAY, _days, BITS["wd"]),
    (SHORT_DAY, _SHORT_DAY, _days, BITS["wd"]),  # the last of "ma en do" stands behind a day only now
    (SHORT_MONTH, _SHORT_MONTH, _months, BITS["m"]),
    (WORD_FOR_DAY, _DAY_IN_WORDS, _numbers, 0),
)


def _slips(plain: str) -> _Edits:
    for match in _WORD.finditer(plain):
        meant, _kind = _meant(match[0])
        if meant != match[0]:
            dot = plain[match.end() : match.end() + 1] == "." and len(match[0]) < len(meant)
            yield match.start(), match.end() + dot, meant


@lru_cache(maxsize=8192)
def _meant(word: str) -> tuple[str, int]:
    """Return the word that was meant, and the kinds that it is of."""
    kinds = sorts()
    known = kinds.get(word)
    if known is not None:
        return word, known
    meant = SHORTHAND.get(word) or _cut_off(word) or _slip(word)
    return (meant, kinds.get(meant, 0)) if meant else (word, 0)


def _cut_off(word: str) -> str:
    """Return the day or month of which ``word`` is the beginning."""
    if len(word) < SHORTEST_SHORT or word in ORDINARY:
        return ""
    whole = [name for name in (*DAY_NAMES, *MONTH_NAMES) if name.startswith(word)]
    return whole[0] if len(whole) == 1 else ""


def _slip(word: str) -> str:
    """Return the word of the grammar that is one slip away, or an empty text."""
    if not SHORTEST <= len(word) <= LONGEST_WORD or word in ORDINARY:
        return ""
    for heard, spelling in _SOUNDS:
        if (alike := word.replace(heard, spelling)) != word and alike in sorts():
            return alike
    for key in (word, *_shortened(word)):
        for near in _neighbours().get(key, ()):
            firm = word[0] == near[0] or word[:2] == near[1::-1] or len(near) >= FIRST_LETTER_TOO
            if firm and OSA.distance(word, near, score_cutoff=1) == 1:
                return near
    return ""


@cache
def _neighbours() -> dict[str, tuple[str, ...]]:
    """Return the grammar's words by themselves and by what is left when a letter falls out."""
    found: dict[str, tuple[str, ...]] = {}
    for word, kinds in sorts().items():
        if len(word) >= SHORTEST and word.isalpha() and (kinds != ENGLISH_WORD or word in LONG_NAMES):
            for key in (word, *_shortened(word)):
                found[key] = (*found.get(key, ()), word)
    return found


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
