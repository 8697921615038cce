"""In which language is a message, and what that language brings to read it with, compiled at first use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from language.late import Late
from language.vocabulary import (
    counted_en,
    counted_nl,
    joints_en,
    joints_nl,
    signs_en,
    signs_nl,
    words_en,
    words_nl,
)
from language.vocabulary.tables import Counted, Joints, Kind, Named, Signs, Weighed, Words

Language = Literal["nl", "en"]
_WORDS: Mapping[Language, Words] = {"nl": words_nl.WORDS, "en": words_en.WORDS}
_COUNTED: Mapping[Language, Counted] = {"nl": counted_nl.COUNTED, "en": counted_en.COUNTED}
_SIGNS: Mapping[Language, Signs] = {"nl": signs_nl.SIGNS, "en": signs_en.SIGNS}
_JOINTS: Mapping[Language, Joints] = {"nl": joints_nl.JOINTS, "en": joints_en.JOINTS}
_ENOUGH = 2  # English words: "on hold" and "open day" stand in Dutch messages as well
_WORD = Late(r"[a-z][a-z']*")

Sign = re.Pattern[str]


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """The signs of one language as patterns, under the names of ``Signs``."""

    kinds: tuple[tuple[Kind, tuple[tuple[float, Sign], ...]], ...]
    partings: tuple[Sign, ...]
    results: Mapping[str, tuple[tuple[str, Sign], ...]]
    stated: tuple[Sign, ...]
    idioms: tuple[tuple[Sign, str], ...]
    unclear: Sign
    not_late: Sign
    good: Sign
    bad: Sign
    reason: Sign
    cause: Sign
    turn: Sign
    marker: Sign
    following: Sign
    put_off: Sign
    topics: Mapping[Kind, Sign]


def language_of(plain: str) -> Language:
    """Return the language of a folded text by its commonest words; Dutch, unless English has clearly more."""
    words = {*_WORD.findall(plain)}
    dutch, english = _known()
    told, other = (sum(word in known for word in words) for known in (english, dutch))
    telling = _WORDS["en"].telling.intersection(words)
    return "en" if told > other and (told >= _ENOUGH or telling) else "nl"


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words by which Dutch and English are known: those that only one of them has."""
    dutch, english = (
        table.function | table.stop | table.generic | table.everyday | table.telling
        for table in (_WORDS["nl"], _WORDS["en"])
    )
    return dutch - english, english - dutch


def in_plain_words(plain: str, tongue: Tongue) -> str:
    """Return a folded text with each turn of phrase put plainly: "niks van gebakken" is said to have failed."""
    for idiom, meant in tongue.idioms:
        plain = idiom.sub(meant, plain)
    return plain


def words_of(language: Language) -> Words:
    """Return the word lists of a language."""
    return _WORDS[language]


def counted_of(language: Language) -> Counted:
    """Return how a language counts."""
    return _COUNTED[language]


@cache
def joints(name: str) -> str:
    """Return the alternatives of ``Joints.name`` in every language: a piece is too short to tell which it is in."""
    found = (getattr(one, name) for one in _JOINTS.values())
    return "|".join(one if isinstance(one, str) else "|".join(one) for one in found)


@cache
def tongue(language: Language) -> Tongue:
    """Compile the signs of a language: it takes longer than importing, and seldom more than one is needed."""
    signs = _SIGNS[language]
    return Tongue(
        kinds=tuple(
            (kind, _weighed((*found, *(signs.partings if kind == "signal" else ()))))
            for kind, found in signs.kinds.items()
        ),
        partings=tuple(sign for _weight, sign in _weighed(signs.partings)),
        results={
            "outcome": _named(signs.outcomes),
            "progress": _named(signs.progress),
            "rsvp": _named(signs.rsvp),
        },
        stated=tuple(sign for _name, sign in _named(_stated(signs))),
        idioms=tuple((re.compile(idiom), plain) for idiom, plain in signs.idioms),
        unclear=re.compile(signs.unclear),
        not_late=re.compile(signs.not_late),
        good=re.compile(signs.good),
        bad=re.compile(signs.bad),
        reason=re.compile(signs.reason),
        cause=re.compile(signs.cause),
        turn=re.compile(signs.turn),
        marker=re.compile(signs.marker),
        following=re.compile(signs.following),
        put_off=re.compile(signs.put_off),
        topics={kind: re.compile(sign) for kind, sign in signs.topics.items()},
    )


def _stated(signs: Signs) -> list[Named]:
    """Return what says that something failed, was put off or was called off: the first signs of each."""
    first = {name: (name, sign) for name, sign in reversed((*signs.outcomes, *signs.progress))}
    return [first[name] for name in ("failed", "cancelled", "delayed", "partial")]


def _weighed(signs: tuple[Weighed, ...]) -> tuple[tuple[float, Sign], ...]:
    return tuple((weight, re.compile(sign, re.DOTALL)) for weight, sign in signs)


def _named(signs: Iterable[Named]) -> tuple[tuple[str, Sign], ...]:
    return tuple((name, re.compile(sign)) for name, sign in signs)
