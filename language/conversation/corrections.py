"""What puts right something that was said before: "nee, 24", "was gisteren", "niet mislukt maar gelukt".

Tables say how corrections are worded, in every language that people type; what the value is that such a text gives,
the readers of counts, days and results say.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from language.words import fold

LONGEST = 120  # letters; what is longer is a story, even where it begins with "nee"
SHORT = 6  # words after a bare "was": more of them begin a story

# The fields of a report, as people call them.
FIELDS: Mapping[str, str] = {
    "activity": r"activiteit|activity",
    "milestone": r"mijlpaal|milestone",
    "organisation": r"school|bedrijf|locatie|organisatie|vestiging|company|organi[sz]ation|location",
    "forecast": r"nieuwe datum|new date",
    "day": r"dag|datum|day|date",
    "result": r"resultaat|uitkomst|result|outcome",
    "counts": r"aantal(?:len)?|numbers?|counts?",
    "amount": r"uren|bedrag|hours|amount",
    "material": r"materiaal|material",
    "obstacle": r"knelpunt|obstakel|obstacle|problem",
    "success": r"succes|success",
    "next_step": r"vervolg|volgende stap|next step",
    "kind": r"soort|kind",
}
_NO = r"(?:o+h?[ ,]+)?(?:nee+|neen|nope|no)(?! (?:hoor|bedankt|dank|thanks|thank|news|problem)\b)"
# Who begins so corrects; the second table may begin anything else as well.
_SURE = rf"(?:{_NO}|oeps|o+ps|correctie|correction|foutje|tikfout|typo)\b"
_PERHAPS = r"(?:sorry|pardon|wacht(?: even)?|wait|toch|actually|eigenlijk)\b"
_BEGIN = r"[ ,.:;!-]*"
_MEANT = r"(?:(?:ik|we|i) )?(?:bedoel(?:de|den)?|mean|meant)\b(?: (?:ik|we))?"
_WAS = (
    r"(?:(?:het|dat|dit|er|it|that|there|they) )?"
    r"(?:(?:was|waren|moet(?:en)?|moest(?:en)?|were|should(?: have been)?|must)\b|(?<=het )is\b|(?<=it )is\b)"
)
_PADDING = r"(?:(?:er|eigenlijk|toch|wel|maar|actually|only|be|zijn|om|gewoon)\b ?)*"
_END = rf"[ ,.!]*(?:{_MEANT}|\b(?:zijn|worden|be|geweest)|\b(?:hoor|svp|aub|sorry|graag|instead|dus))[ .!]*$"
_UNDONE = (
    r"(?:toch|liever|nee,? (?:toch )?)(?: liever)? ?niet|ongedaan(?: maken)?|undo|not after all|scratch that"
)
_TURNED = (  # what is taken back, and what takes its place
    r"(?:niet|geen|not) (?P<wrong>.+?)[ ,]+(?:maar|but)(?: (?:wel|juist|rather))? (?P<value>.+)",
    r"(?P<value>.+?)[ ,]+(?:i\.?p\.?v\.?|in plaats van|instead of|en niet|and not|not|niet|geen|no)"
    r" (?P<wrong>(?!maar |but ).+)",
)
_OTHER = r"(?P<other>andere?|other|another|different|verkeerde?|wrong|juiste?|right)"
_NOT_RIGHT = r"(?:klopt niet|is (?:fout|niet goed|verkeerd|wrong|not right)|niet goed|fout)"
_NAMED = (
    rf"(?:(?:de|het|een|bij|in|op|voor|at|the|for|an?) )*(?:{_OTHER} )?(?P<field>{{names}})\b[ ]*"
    rf"(?P<says>{_NOT_RIGHT}|[:=]|(?:is|was|moet|should be|wordt)\b|$|,)[ ,:]*(?P<value>.*?)(?: zijn| worden)?"
)


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A text that may put something right.

    ``field``: the field of a report that it names, "" where only its value tells. ``value``: the words that are
    right, "" for none; ``wrong``: the words that they take the place of; ``rest``: all that it says. ``other``: another
    one is meant than the one that is known. ``undone``: it takes the last word back. ``sure``: it says itself that it
    corrects, whatever it says.
    """

    field: str = ""
    value: str = ""
    wrong: str = ""
    rest: str = ""
    other: bool = False
    undone: bool = False
    sure: bool = False


def correction(text: str) -> Correction | None:
    """Return what ``text`` puts right, in the words that were typed; None for a text that is not worded so."""
    whole = " ".join(text.split()).strip(" .!")
    if not whole or len(whole) > LONGEST:
        return None
    if _pattern(_UNDONE).fullmatch(fold(whole)):
        return Correction(undone=True, sure=True)
    rest, sure, perhaps = _unwrapped(whole)
    if not rest:
        return None
    found = _named(rest) or _turned(rest)
    if found is not None:
        return replace(found, rest=rest, sure=sure)
    return Correction(value=rest, rest=rest, sure=sure) if sure or perhaps else None


def _unwrapped(text: str) -> tuple[str, bool, bool]:
    """Return ``text`` without the words that only say that it corrects, whether it surely does, and perhaps."""
    rest, sure, before = text, False, ""
    while rest != before:
        before = rest
        plain = fold(rest)
        opened = _pattern(rf"(?:{_SURE}|{_MEANT}){_BEGIN}").match(plain)
        begun = opened or _pattern(rf"{_PERHAPS}{_BEGIN}").match(plain) or _was(plain, sure=sure)
        closed = _pattern(_END).search(plain) if begun or before != text or _ends_so(plain) else None
        sure = sure or opened is not None or _ends_so(plain)
        rest = rest[begun.end() if begun else 0 : closed.start() if closed else len(rest)].strip(" ,")
    return rest, sure, rest != text


def _was(plain: str, *, sure: bool) -> re.Match[str] | None:
    few = sure or len(plain.split()) <= SHORT
    return _pattern(rf"{_WAS} {_PADDING}").match(plain) if few else None


def _ends_so(plain: str) -> bool:
    return _pattern(rf"\b{_MEANT}[ .!]*$").search(plain) is not None


def _named(rest: str) -> Correction | None:
    plain = fold(rest)
    if not _pattern("|".join(FIELDS.values())).search(plain):
        return None
    for name, names in FIELDS.items():
        match = _pattern(_NAMED.format(names=names)).fullmatch(plain)
        if match and (match["other"] or match["says"]):
            value = "" if _pattern(_NOT_RIGHT).match(match["says"]) else rest[slice(*match.span("value"))]
            other = bool(match["other"]) and not value
            return Correction(field=name, value=value.strip(), other=other)
    return None


def _turned(rest: str) -> Correction | None:
    for words in _TURNED:
        match = _pattern(words).fullmatch(fold(rest))
        if match:
            right, wrong = (rest[slice(*match.span(part))].strip(" ,") for part in ("value", "wrong"))
            return Correction(value=right, wrong=wrong)
    return None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Compile at first use: importing stays quick."""
    return re.compile(words)
