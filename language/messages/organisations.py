"""Which organisation is named: by what it does in the sentence, by a name with a capital, or by what it is.

What gives, leaves or receives is who a message is about; another organisation may stand beside it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from language.late import Late
from language.vocabulary.organisations import ARTICLES, AS_ONE, ORGANISATIONS
from language.vocabulary.tongues import Language, language_of
from language.words import fold

_CAPITAL = r"(?:[A-Z][\w&.'’-]{0,40}\w|[A-Z]{2,})"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|&|en(?= [A-Z]))){{0,3}}"
_WHOLE, _MORE = Late(_NAME), Late(rf" {_NAME}")
_LEVELS = r"(?!(?:STO|VMBO|MBO|HAVO|PO|VO|PIE|BWI|MVI|LOB|ICT|CNC|VR|GL|TL|Q[1-4])\b)"
_WHO = r"(?P<who>[a-z][\w-]{2,40})"
_OWN = Late(r"(?:basis|hoge|onze|ene|andere|hele|eigen|our)|(?:school|college|company|partner|instelling)$")

_PART = 5  # letters, of the shortest part of a name that stands for it
_LETTERS_A_SLIP = 7  # of a word, for each letter that may be wrong in it


@dataclass(frozen=True, kw_only=True)
class _Patterns:
    """The words of a language as patterns; ``named`` are for the text as it was typed, the others for folded text."""

    plainly: tuple[re.Pattern[str], ...]
    giving: tuple[re.Pattern[str], ...]
    named: tuple[re.Pattern[str], ...]
    sorted: tuple[re.Pattern[str], ...]
    people: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    words = ORGANISATIONS[language]
    sort = words.sorts
    return _Patterns(
        plainly=tuple(re.compile(frame.replace("{who}", _WHO)) for frame in words.plainly),
        giving=tuple(re.compile(frame.replace("{who}", _WHO)) for frame in words.giving),
        named=(
            re.compile(rf"(?<![\w-])(?P<who>(?i:{sort}) {_NAME})"),
            re.compile(rf"\b(?P<who>{_NAME} (?:{words.named})\b\.?)"),
            re.compile(
                rf"\b(?:namens|bij|door|van|met|from|by|at) (?P<who>{_LEVELS}{_NAME})"
                r"(?= (?:\w+ )?(?:heb|heeft|hebben|kregen|gekregen|gegeven|komt|kwam|gaf))"
            ),
        ),
        sorted=(
            re.compile(rf"\b(?:vanuit|van|by|from) (?:de |het |een |ons |onze |our |the )?(?P<who>{sort})\b"),
            re.compile(rf"\b(?:de|het|een|ons|onze|the|our|a) (?P<who>{sort})\b"),
            re.compile(rf"^(?P<who>{sort}) (?=\w+t\b|is|wil|heeft|gaat|wants|has)"),
        ),
        people=re.compile(words.people),
    )


def organisation(text: str, *, gives: bool, known: Sequence[str] = ()) -> tuple[int, int] | None:
    """Return where in ``text`` the organisation stands that it names, or None.

    ``gives``: the text tells of a gift, or of a partner that leaves, so that whoever does so is one. ``known``: the
    names of those that take part; they win over all others, and the longest of them over the rest.
    """
    plain = fold(text)
    by_name = max(_standing(plain, known), key=lambda spot: spot[1] - spot[0], default=None)
    return by_name or _framed(text, plain, gives=gives)


def is_one(words: str) -> bool:
    """Whether words are plainly the name of an organisation, or the sort of one, with nothing beside them."""
    return organisation(AS_ONE.format(words=words), gives=False) is not None


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """Return a name as it is compared: folded, without its article where more than a sort is left ("De School")."""
    plain = " ".join(fold(name).split())
    article = re.match(ARTICLES, plain)
    bare = plain[article.end() :] if article else plain
    return plain if _OWN.match(bare) else bare


def alike(name: str, said: str) -> bool:
    """Whether somebody who types ``said`` means the organisation of this ``name``: with a slip, or a part of it."""
    from rapidfuzz.distance import OSA

    here, there = bare_name(name), bare_name(said)
    held = len(there) >= _PART and re.search(rf"(?<!\w){re.escape(there)}(?!\w)", here) is not None
    return held or OSA.distance(here, there) <= len(there) // _LETTERS_A_SLIP


def _standing(plain: str, known: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where known names stand as whole words."""
    for name in map(bare_name, known):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) if name and name in plain else None
        if found:
            yield found.span()


def _framed(text: str, plain: str, *, gives: bool) -> tuple[int, int] | None:
    patterns = _patterns(language_of(plain))
    frames = (*patterns.plainly, *(patterns.giving if gives else ()))
    named = [match for frame in patterns.named for match in frame.finditer(text)]
    for match in (*_first(frames, plain, patterns), *named, *_first(patterns.sorted, plain, patterns)):
        if not _OWN.match(fold(match["who"])):
            return match.start("who"), _end(text, match)
    return None


def _end(text: str, match: re.Match[str]) -> int:
    """Return where the name ends: "namens bakkerij De Korenaar" holds more than its sort."""
    start, end = match.span("who")
    whole = _WHOLE.match(text, start) if text[start].isupper() else None
    end = max(end, whole.end() if whole else 0)
    more = _MORE.match(text, end)
    return more.end() if more else end


def _first(frames: tuple[re.Pattern[str], ...], plain: str, patterns: _Patterns) -> list[re.Match[str]]:
    """Return where the frames fit around something that may be an organisation."""
    found = [match for frame in frames for match in frame.finditer(plain)]
    return [match for match in found if not patterns.people.fullmatch(match["who"])]
