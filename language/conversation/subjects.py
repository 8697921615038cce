"""Of which milestones a piece of a reply tells, where it says so by their place in the list or by how many they are."""

import re
from dataclasses import dataclass

from language.late import compiled
from language.vocabulary.answers import HOW_MANY, LAST, PLACES, SUBJECTS, TO_A_PLACE


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Those that are meant: ``places`` in the list (from 0, -1 the last), ``everything`` or the ``rest`` of it.

    ``many``: how many "everything" says that there are, 0 where it does not.
    """

    places: tuple[int, ...] = ()
    everything: bool = False
    rest: bool = False
    many: int = 0


NOBODY = Subject()


def subject(piece: str) -> Subject:
    """Return what a folded piece of a reply begins with; ``NOBODY`` where that names none by its place."""
    for name, words in SUBJECTS:
        match = compiled(rf"{TO_A_PLACE}(?P<it>(?:{words}))(?!\w)").match(piece.strip())
        if match:
            return _named(name, match["it"])
    return NOBODY


def _named(name: str, words: str) -> Subject:
    if name == "series":
        return Subject(places=_series(words))
    if name == "number":
        return Subject(places=_numbers(words))
    if name == "places":
        return Subject(places=_places(words))
    many = _many(words)
    return Subject(everything=name == "everything", rest=name == "rest", many=many)


def _many(words: str) -> int:
    last = words.rsplit(maxsplit=1)[-1]
    return int(last) if last.isdigit() else HOW_MANY.get(last, 0)


def _series(words: str) -> tuple[int, ...]:
    many = next((count for word in words.split() if (count := _many(word))), 1)
    return tuple(range(-many, 0)) if re.search(rf"\b(?:{LAST})\b", words) else tuple(range(many))


def _numbers(words: str) -> tuple[int, ...]:
    """Return the places of "1 en 3", "2 t/m 4"."""
    found = [int(number) - 1 for number in re.findall(r"\d+", words)]
    if re.search(r"t/m|\d ?- ?\d", words) and len(found) > 1:
        return tuple(range(found[0], found[-1] + 1))
    return tuple(found)


def _places(words: str) -> tuple[int, ...]:
    found = (
        (match.start(), place)
        for place, one in enumerate(PLACES)
        for match in re.finditer(rf"\b(?:{one})\b", words)
    )
    last = (-1,) if re.search(rf"\b(?:{LAST})\b", words) else ()
    return (*(place for _at, place in sorted(found)), *last)
