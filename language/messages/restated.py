"""Figures that the same breath puts right: "26, nee 27", "22 ipv 26", "30 aangemeld, 22 gekomen", "26 min 2 zieken"."""

from dataclasses import dataclass, replace

from language.messages.figures import UNITS, Figures
from language.numbers import Number

_BREATH = 40  # letters between two figures of it, at most


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A figure, what it counts ("" where nothing tells), where the word for that ends, and whether nothing follows."""

    number: Number
    what: str
    end: int
    alone: bool


def restated(figures: Figures) -> Figures:
    """Return the figures as they stand in the end; one that takes another's place stands where that stood."""
    found: list[Number] = []
    last: _Told | None = None
    for place, number in enumerate(figures.numbers):
        told = _told(figures, place)
        if figures.before("fewer_than", number.start):
            last = None
            continue
        meant = _meant(figures, last, told) if last else None
        if meant:
            found[-1] = meant
        else:
            found.append(number)
        last = None if meant else told
    return replace(figures, numbers=found)


def _told(figures: Figures, place: int) -> _Told:
    number, stops = figures.numbers[place], figures.stops(place)
    for sign in UNITS:
        if unit := figures.behind(sign, number.end):
            return _Told(number=number, what=sign, end=unit.end(), alone=False)
    kind, _noun, end = figures.noun(place)
    return _Told(number=number, what=kind, end=end, alone=stops)


def _meant(figures: Figures, last: _Told, told: _Told) -> Number | None:
    """Return the number that two of one breath come to; None where each stands for itself."""
    words = figures.plain[last.end : told.number.start]
    if len(words) > _BREATH or (told.what and last.what not in ("", told.what)):
        return None
    if _taken_back(figures, last, told, words) or _came(figures, last, told):
        return told.number if told.what else replace(last.number, value=told.number.value)
    if last.what and (told.what or told.alone) and figures.patterns.signs["instead_of"].fullmatch(words):
        return last.number
    return _without(figures, last, told, words)


def _taken_back(figures: Figures, last: _Told, told: _Told, words: str) -> bool:
    """Whether the second is what was meant by the first: "26, nee sorry 27", "niet 26 maar 27"."""
    signs = figures.patterns.signs
    denied = figures.before("denied", last.number.start) and signs["but"].fullmatch(words)
    return bool((told.what or told.alone) and (denied or signs["taken_back"].fullmatch(words)))


def _came(figures: Figures, last: _Told, told: _Told) -> bool:
    """Whether the second says how many came of those that were expected: "30 aangemeld, 22 gekomen"."""
    expected = figures.before("expected", last.number.start) or figures.behind("expected_behind", last.end)
    came = figures.behind("came", told.end) or (
        told.alone and figures.before("came_before", told.number.start)
    )
    return bool(last.what in figures.counted.nouns and expected and came)


def _without(figures: Figures, last: _Told, told: _Told, words: str) -> Number | None:
    """Return those that were there, where those that were not are taken off: "26 lln min 2 zieken"."""
    less = figures.patterns.signs["less"].fullmatch(words)
    rest = last.number.value - told.number.value
    if less is None or last.what not in figures.counted.nouns or rest < 0:
        return None
    counts = told.alone or figures.behind("absentees", told.number.end)
    return replace(last.number, value=rest) if counts else None
