"""What people type, written out before the grammar reads it: morge → morgen, vr 4 dec. → vrijdag 4 december.

One mechanism for all slips: a word that is no ordinary word and lies one slip away from a word of the grammar (a
letter too many, too few, wrong, or two that changed places) is that word. Ordinary words that lie as near stand in
``guards``. Every letter keeps its place in what was typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from language.dates.english import LONG_NAMES, MONTH_FIRST, TURNS, turned, words
from language.dates.guards import ORDINARY
from language.dates.pieces import ENGLISH_WORD, sorts
from language.dates.short_forms import SHORT_FORMS, Edits
from language.dates.words import (
    DAY_NAMES,
    FULL_DAY,
    FULL_MONTH,
    MONTH_NAMES,
    PARTS,
    SHORT_DAYS,
    SHORT_MONTHS,
    SHORTHAND,
    any_of,
)
from language.late import Late

SHORTEST = 5  # letters of a word that may be a slip; shorter ones have too many neighbours
SHORTEST_SHORT = 4  # letters of a name that is cut off ("vrijd", "dec")
FIRST_LETTER_TOO = 7  # from this length on the slip may be in the first letter
LONGEST_WORD = 24

# What sounds the same: "donderdach", "vreidag", "vrydag".
_SOUNDS = (("ch", "g"), ("ei", "ij"), ("y", "ij"))
_WORD = Late(r"[^\W\d_]+")
_UNSEEN = Late("[\u00ad\u200b-\u200d\u2060\ufeff]")
_GLUED = Late(
    rf"(?<![\w.])(\d{{1,2}})(?=(?:{FULL_MONTH}|{any_of(SHORT_MONTHS)})\b)"
    rf"|\b(half|kwart over|kwart voor|over|week|kwartaal|om|van|tot|tussen|op|vanaf|{FULL_DAY})(?=\d)"
)
# "De 1e week v feb", "laatste vrijdag v/d maand".
_OF = Late(
    r"\b(?P<of>v[./] ?(?P<the>[dh])\b\.?|v\.?)(?= (?:de|het|week|\w*(?:maand|jaar)"
    rf"|{FULL_MONTH}|{any_of(SHORT_MONTHS)})\b)"
)
_A = Late(r"\b(?:over|binnen|zo) (?P<a>'?n)(?= )")
# "Maandag- en donderdagmiddag": what both share is written once.
_SHARED = Late(
    rf"\b(?P<day>{FULL_DAY}|{any_of(SHORT_DAYS)})(?P<hyphen>-) (?:en|of) {FULL_DAY}(?P<part>{any_of(PARTS)})\b"
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
    if _UNSEEN.search(plain):
        return _without_unseen(plain)
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
    if " v" in found.text:
        found = found.replaced(
            (*m.span("of"), {"d": "van de", "h": "van het", None: "van"}[m["the"]])
            for m in _OF.finditer(found.text)
        )
    if "n " in found.text:
        found = found.replaced((*m.span("a"), "een") for m in _A.finditer(found.text))
    if "- " in found.text:
        found = found.replaced(
            (m.start("day"), m.end("hyphen"), f"{SHORT_DAYS.get(m['day'], m['day'])}{m['part']}")
            for m in _SHARED.finditer(found.text)
        )
    return _written_out(found)


def _without_unseen(plain: str) -> Spelled:
    """Write out what was copied with hyphens in it that are only shown at the end of a line."""
    whole = Spelled(text=plain, sorts=0).replaced((*m.span(), "") for m in _UNSEEN.finditer(plain))
    found = spelled(whole.text)
    spots = [whole.place(*found.place(at, at + 1)) for at in range(len(found.text))]
    starts, ends = tuple(start for start, _end in spots), tuple(end for _start, end in spots)
    return replace(found, starts=starts, ends=ends)


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
    for kind, pattern, edits, becomes in SHORT_FORMS:
        if found.sorts & kind:
            found = found.replaced(edits(pattern, found.text), becomes)
    return found


def _slips(plain: str) -> Edits:
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
    from rapidfuzz.distance import OSA

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
