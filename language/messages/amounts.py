"""What was given: the hours and euros of a message, each with how often it was."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from language.late import compiled
from language.messages.figures import Figures
from language.vocabulary.tongues import joints

_UNITS = (
    ("hours", 1.0),
    ("minutes", 1 / 60),
    ("quarters", 1 / 4),
)  # signs of a unit, and how many hours it is
_SIZES = (("thousands", 1000), ("tons", 100_000))


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much, and where it stands; None where so much is given more than once, and nobody tells how often."""

    value: float | None
    start: int
    end: int
    total: bool = False


def hours(figures: Figures) -> list[Amount]:
    """Return the time spent, in hours."""
    found = [*_counted_hours(figures), *_timed_hours(figures)]
    named = [one for one in _named_hours(figures) if not any(_beside(one, other) for other in found)]
    return sorted((*found, *named), key=lambda one: one.start)


def euros(figures: Figures) -> list[Amount]:
    """Return the amounts of money."""
    found: list[Amount] = []
    for place, number in enumerate(figures.numbers):
        size, sized = _size(figures, number.end)
        marked = figures.before("costs", number.start) or figures.behind("euros", number.end)
        beside = found and figures.stops(place) and figures.before("goods", number.start)
        if (marked or sized > number.end or beside) and not figures.before("of_these", number.start):
            unit = figures.behind("euros", sized)
            end = unit.end() if unit else sized
            if figures.behind("lacking", end):
                continue
            found.append(_amount(figures, place, number.value * size, end, between="priced"))
    return found


def _size(figures: Figures, end: int) -> tuple[int, int]:
    """Return what a figure is multiplied by, and where the word for that ends: "2 mille", "anderhalve ton"."""
    found = ((size, figures.behind(sign, end)) for sign, size in _SIZES)
    size, word = next(((size, word) for size, word in found if word), (1, None))
    weighs = size == dict(_SIZES)["tons"] and not figures.anywhere("money")
    return (1, end) if word is None or weighs else (size, word.end())


def total(found: list[Amount]) -> float | None:
    """Add up amounts; where one of them is the total of the others, it is the sum."""
    if not found or any(one.value is None for one in found):
        return None
    values = [one.value for one in found if one.total and one.value is not None]
    return values[-1] if values else sum(one.value for one in found if one.value is not None)


def _beside(one: Amount, other: Amount) -> bool:
    """Whether what is told in words is the unit of a figure ("3 kwartier"), or holds it ("drie kwartier")."""
    return one.start <= other.end + 1 and other.start < one.end


def _counted_hours(figures: Figures) -> Iterator[Amount]:
    for place, number in enumerate(figures.numbers):
        units = ((size, figures.behind(sign, number.end)) for sign, size in _UNITS)
        size, unit = next(((size, unit) for size, unit in units if unit), (1.0, None))
        listed = not unit and _listed(figures, place)
        about = figures.before("or_hours", number.start)
        end = unit.end() if unit else number.end
        if not (unit or listed or about) or not _is_spent(figures, number.start, end):
            continue
        amount = _amount(figures, place, number.value * size, end, between="each")
        yield replace(amount, start=number.start - len(about[0])) if about else amount


def _listed(figures: Figures, place: int) -> bool:
    """Is this one of "uren: september 6, oktober 9"?"""
    number = figures.numbers[place]
    alone = figures.stops(place) or figures.behind("item", number.end)
    return bool(alone and figures.before("listed", number.start))


def _timed_hours(figures: Figures) -> Iterator[Amount]:
    """Yield the hours that are told as on a clock: "2u30 gastles", "duurde 1:45 uur"."""
    for match in figures.finditer("timed"):
        spent = figures.behind("timed_for", match.end()) or figures.before("lasted", match.start())
        if spent and not figures.before("clock", match.start()):
            start, end = match.span()
            yield Amount(
                value=int(match["h"]) + int(match["m"] or match["minute"]) / 60, start=start, end=end
            )


def _named_hours(figures: Figures) -> Iterator[Amount]:
    """Yield the hours that are told without a figure: "een half uur"; "een uur of drie" is told by its figure."""
    for match in figures.patterns.named_hours.finditer(figures.plain):
        start, end = match.span()
        if not _is_spent(figures, start, end):
            continue
        size, times = figures.counted.an_hour[match[1]], _times_around(figures, start, end)
        yield Amount(value=None if times is None else times * size, start=start, end=end)


def _times_around(figures: Figures, start: int, end: int) -> float | None:
    """Return how often: "3 monteurs elk een uur" is three times, and of "elke week een uur" nobody can tell."""
    if every := figures.behind("per", end) or figures.before("repeated", start):
        return figures.times_of(every["what"], len(figures.numbers))
    before = next((number for number in reversed(figures.numbers) if number.end <= start), None)
    each = before and figures.patterns.signs["each"].fullmatch(figures.plain, before.end, start)
    return before.value if before and each else 1.0


def _is_spent(figures: Figures, start: int, end: int) -> bool:
    """Whether time was spent: not gone by, lost, or a part of what is counted ("na een uur", "een uur te laat")."""
    signs = (
        figures.before("never", start) or figures.before("of_these", start) or figures.behind("waited", end)
    )
    return signs is None


def _amount(figures: Figures, place: int, value: float, end: int, *, between: str) -> Amount:
    number = figures.numbers[place]
    times = _times(figures, place, end, between)
    in_all = figures.before("in_all", number.start) or figures.behind("in_all_behind", end)
    return Amount(
        value=None if times is None else value * times, start=number.start, end=number.end, total=bool(in_all)
    )


def _times(figures: Figures, place: int, end: int, between: str) -> float | None:
    """Return how often: "2 gastlessen van 3 uur" is twice; None where nobody tells ("2 uur per week")."""
    number = figures.numbers[place]
    if times := figures.behind("times", end):
        return float(times["n"])
    if (told := _times_told(figures, place, between)) is not None:
        return told
    if days := figures.before("days_each", number.start):
        return 1.0 + len(compiled(rf", | (?:{joints('and_')}) ").findall(days[1]))
    if each := figures.behind("per", end) or figures.before("repeated", number.start):
        return figures.times_of(each["what"], place)
    if figures.before("every", number.start) or figures.behind("apart", end):
        return figures.nearest(place, but="pupils" if between == "each" else "")
    return 2.0 if figures.before("both", number.start) else 1.0


def _times_told(figures: Figures, place: int, between: str) -> float | None:
    """Return the figure that tells how often, by what stands between; of hours it is never that of the pupils.

    "2 lessen met 20 leerlingen van 2 uur" is twice, "een les met 20 leerlingen van 2 uur" once.
    """
    if not place:
        return None
    before, words = place - 1, figures.between(place)
    kind, _noun, end = figures.noun(before)
    each = figures.patterns.signs[between]
    if between != "each" or kind != "pupils":
        return figures.numbers[before].value if each.fullmatch(words) else None
    rest = figures.between(before).rstrip() + figures.plain[end : figures.numbers[place].start]
    if before and each.fullmatch(rest):
        return figures.numbers[before - 1].value
    return 1.0 if each.fullmatch(words) else None
