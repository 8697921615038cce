"""How many? Pupils, teachers, companies, schools, people, hours and euros in a message.

The words for what is counted are data of each language (``Counted`` in ``language/vocabulary/tables.py``). Where
nobody can tell how many ("2 uur per week", "20 à 25 leerlingen") nothing is counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from language.late import Late
from language.messages.amounts import Amount, euros, hours, total
from language.messages.figures import Figures, Patterns, patterns_of
from language.messages.heads import heads, together
from language.messages.restated import restated
from language.numbers import Number, find_numbers
from language.vocabulary.tongues import Language, counted_of, language_of
from language.words import fold

# More than this of anything in one report is a slip of the finger.
_MOST = {
    "pupils": 50_000, "teachers": 5_000, "companies": 5_000, "schools": 1_000, "people": 50_000, "hours": 10_000,
    "euros": 10_000_000,
}  # fmt: skip
COUNTABLE = tuple(_MOST)  # the fields of ``Counts`` that are figures
_THREE_DECIMALS = Late(r"\d{1,3},\d{3}")
_IN_PARTS = ("hours", "euros")
_ENOUGH = 150  # figures; a text with more of them is no message, and is not read for ever
_Spot = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What a message counts; None is not said. Hours and euros are summed, people are not counted twice.

    ``impossible``: (what would be counted, the figure as it was typed) of figures that cannot be and are left out.
    ``at``: (what is counted, start, end) of the figures in the text. ``worked_out``: what is no figure as it stands
    there, but a sum, a product or a part.
    """

    pupils: int | None = None
    teachers: int | None = None
    companies: int | None = None
    schools: int | None = None
    people: int | None = None
    hours: float | None = None
    euros: float | None = None
    impossible: tuple[tuple[str, str], ...] = ()
    at: tuple[tuple[str, int, int], ...] = field(default=(), compare=False)
    worked_out: frozenset[str] = field(default=frozenset(), compare=False)


def possible(kind: str, value: float) -> bool:
    """Whether there can be so many of a kind (by its field in ``Counts``) in one report."""
    return 0 <= value <= _MOST[kind] and (kind in _IN_PARTS or value == int(value))


def doubtful(kind: str, figure: str) -> bool:
    """Whether nobody can tell what a figure means as it was typed: "6,667 uur" is nearly seven, or thousands."""
    return kind == "hours" and _THREE_DECIMALS.fullmatch(figure) is not None


def read_counts(text: str, taken: Iterable[_Spot] = ()) -> Counts:
    """Count in ``text``; numbers inside the stretches ``taken`` belong to dates and times."""
    plain = fold(text)
    language = language_of(plain)
    numbers = list(_counting(plain, find_numbers(text, language)[:_ENOUGH], tuple(taken), language))
    return _counts(text, restated(Figures.of(plain, numbers, language)))


def _counting(
    plain: str, numbers: Sequence[Number], taken: Sequence[_Spot], language: Language
) -> Iterator[Number]:
    """Yield the numbers that count something: no dates, no "paar", no "20 à 25"."""
    few, patterns = counted_of(language).few, patterns_of(language)
    every = [number for number in numbers if plain[number.start : number.end].split(maxsplit=1)[0] not in few]
    of_days = [match.span() for match in patterns.signs["of_days"].finditer(plain)]
    for before, number, behind in zip((None, *every), every, (*every[1:], None), strict=False):
        ranged = _ranged(plain, before, number, patterns) or _ranged(plain, number, behind, patterns)
        dated = any(start <= number.start < end for start, end in taken)
        if dated and len(of_days) > 1:
            dated = not any(start < number.start < end for start, end in of_days)
        if not ranged and (not dated or _is_time_spent(plain, before, number, patterns)):
            yield number


def _ranged(plain: str, first: Number | None, second: Number | None, patterns: Patterns) -> bool:
    """Are these two "20 à 25" or "tussen 20 en 25"?"""
    if first is None or second is None:
        return False
    between = plain[first.end : second.start]
    if patterns.signs["range_of"].fullmatch(between):
        return True
    ahead = patterns.signs["between"].search(plain[max(0, first.start - 20) : first.start])
    return bool(ahead and patterns.signs["between_and"].fullmatch(between))


def _is_time_spent(plain: str, before: Number | None, number: Number, patterns: Patterns) -> bool:
    """Is this how long something took, though by itself it could be a time of day: "2 ochtenden van 3 uur"?"""
    signs, ahead = patterns.signs, plain[max(0, number.start - 100) : number.start]
    if signs["listed"].search(ahead):
        return not signs["hours"].match(plain, number.end)
    if signs["or_hours"].search(ahead):
        return True
    each = before is not None and signs["each"].fullmatch(plain[before.end : number.start])
    return bool((each or signs["spent"].search(ahead)) and signs["hours"].match(plain, number.end))


def _counts(text: str, figures: Figures) -> Counts:
    found = heads(figures)
    given = {"hours": hours(figures), "euros": euros(figures)}
    counted = [(one.kind, one.value, one.start, one.end) for one in found]
    counted += [(kind, one.value or 0, one.start, one.end) for kind in given for one in given[kind]]
    wrong = [one for one in counted if not _can_be(text, *one)]
    values: dict[str, Any] = {**_said_otherwise(figures)}
    values |= together([one for one in found if possible(one.kind, one.value)])
    values |= {kind: _sum(text, kind, amounts) for kind, amounts in given.items()}
    typed = [
        {one[0]: number.value for one in counted if one[2] == number.start} for number in figures.numbers
    ]
    return Counts(
        **values,
        worked_out=frozenset(
            kind
            for kind, value in values.items()
            if value is not None and [one[kind] for one in typed if kind in one] != [value]
        ),
        impossible=tuple((kind, text[start:end]) for kind, _value, start, end in wrong),
        at=tuple((one[0], one[2], one[3]) for one in counted if one not in wrong),
    )


def _can_be(text: str, kind: str, value: float, start: int, end: int) -> bool:
    return possible(kind, value) and not doubtful(kind, text[start:end])


def _sum(text: str, kind: str, amounts: list[Amount]) -> float | None:
    """Add up what was given; nothing where one of them cannot be."""
    sure = all(_can_be(text, kind, one.value or 0, one.start, one.end) for one in amounts)
    return total(amounts) if sure else None


def _said_otherwise(figures: Figures) -> dict[str, int]:
    """Return who is counted by words that name nobody: "met z'n drieën", "van de 11 geslaagd"."""
    plain, signs = figures.plain, figures.patterns.signs
    if match := figures.patterns.with_us.search(plain):
        return {"people": figures.counted.together[match[1]]}
    if signs["me_too"].search(plain):
        return {"people": 2}
    passed = signs["passed"].search(plain)
    return {"pupils": int(passed[1])} if passed else {}
