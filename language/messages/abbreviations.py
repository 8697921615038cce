"""Abbreviations that people make of a plan, taken from the plan's own text: T&T, BWI, LOB, and of whole titles."""

import re
from collections.abc import Iterator

from language.late import Late
from language.words import fold

_CAPITALS = Late(r"\b[A-Z][A-Za-z]?[A-Z]{1,4}\b|\b[A-Z]&[A-Z]\b")
_LIST = Late(r"\b[a-z]{3,}(?:, [a-z]{3,})+,? (?:en|and|&) [a-z]{3,}\b")
_ITEM = Late(r"[a-z]{3,}")
_JOINS = frozenset(("en", "and"))
_SMALL = frozenset("de het een en van voor in op met bij aan the a an of for in on with and to".split())  # noqa: SIM905
_FEWEST, _MOST = 3, 5  # letters of an abbreviation of a title


def written(text: str) -> Iterator[str]:
    """Yield the abbreviations that stand in a text, folded."""
    return (fold(match) for match in _CAPITALS.findall(text))


def listed(text: str) -> Iterator[str]:
    """Yield the initials of lists in a text: "bouwen, wonen en interieur" is bwi."""
    for match in _LIST.finditer(fold(text)):
        yield "".join(word[0] for word in _ITEM.findall(match[0]) if word not in _JOINS)


def initials(title: str) -> Iterator[str]:
    """Yield what people call a title by: its initials, with and without its small words."""
    words = re.findall(r"[a-z]+", fold(title))
    for kept in (words, [word for word in words if word not in _SMALL]):
        if _FEWEST <= len(kept) <= _MOST:
            yield "".join(word[0] for word in kept)


def in_capitals(text: str) -> frozenset[str]:
    """Return the words of a message that are typed as abbreviations: the only ones that initials are held against."""
    return frozenset(written(text))
