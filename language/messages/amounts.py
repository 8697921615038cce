"""What was given: the hours and euros of a message, each with how often it was."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from language.late import Late
from language.messages.figures import Figures

_ONE_MORE = Late(r", | en | and ")
_HOUR, _MINUTE = 1.0, 1 / 60


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much, and where it stands; None where so much is given more than once, and nobody tells how often."""

    value: float | None
    start: int
    end: int
    total: bool = False


def hours(figures: Figures) -> list[Amount]:
    """Return the time spent, in hours."""
    found = [*_counted_hours(figures)]
    named = [one for one in _named_hours(figures) if not any(_overlap(one, other) for other in found)]
    return sorted((*found, *named), key=lambda one: one.start)


def euros(figures: Figures) -> list[Amount]:
    """Return the amounts of money."""
    found: list[Amount] = []
    for place, number in enumerate(figures.numbers):
        thousands = figures.behind("thousands", number.end)
        marked = figures.before("costs", number.start) or figures.behind("euros", number.end)
        beside = found and figures.stops(place) and figures.before("goods", number.start)
        if (marked or thousands or beside) and not figures.before("of_these", number.start):
            unit = figures.behind("euros", thousands.end() if thousands else number.end)
            end = unit.end() if unit else thousands.end() if thousands else number.end
            worth = number.value * (1000 if thousands else 1)
            found.append(_amount(figures, place, worth, end, between="priced"))
    return found


def total(found: list[Amount]) -> float | None:
    """Add up amounts; where one of them is the total of the others, it is the sum."""
    if not found or any(one.value is None for one in found):
        return None
    values = [one.value for one in found if one.total and one.value is not None]
    return values[-1] if values else sum(one.value for one in found if one.value is not None)


def _overlap(one: Amount, other: Amount) -> bool:
    return one.start < other.end and other.start < one.end


def _counted_hours(figures: Figures) -> Iterator[Amount]:
    for place, number in enumerate(figures.numbers):
        unit = figures.behind("hours", number.end)
        minutes = None if unit else figures.behind("minutes", number.end)
        listed = not unit and not minutes and _listed(figures, place)
        about = figures.before("or_hours", number.start)
        end = unit.end() if unit else minutes.end() if minutes else number.end
        if not (unit or minutes or listed or about) or not _is_spent(figures, number.start, end):
            continue
        size = _MINUTE if minutes else _HOUR
        amount = _amount(figures, place, number.value * size, end, between="each")
        yield replace(amount, start=number.start - len(about[0])) if about else amount


def _listed(figures: Figures, place: int) -> bool:
    """Is this one of "uren: september 6, oktober 9"?"""
    number = figures.numbers[place]
    alone = figures.stops(place) or figures.behind("item", number.end)
    return bool(alone and figures.before("listed", number.start))


def _named_hours(figures: Figures) -> Iterator[Amount]:
    """Yield the hours that are told without a figure: "een half uur"; "een uur of drie" is told by its figure."""
    for match in figures.patterns.named_hours.finditer(figures.plain):
        start, end = match.span()
        if not _is_spent(figures, start, end):
            continue
        size = figures.counted.an_hour[match[1]]
        yield Amount(value=_times_before(figures, start) * size, start=start, end=end)


def _times_before(figures: Figures, start: int) -> float:
    """Return how often: "3 monteurs elk een uur" is three times."""
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
    if place and figures.patterns.signs[between].fullmatch(figures.between(place)):
        return figures.numbers[place - 1].value
    if days := figures.before("days_each", number.start):
        return 1.0 + len(_ONE_MORE.findall(days[1]))
    if each := figures.behind("per", end) or figures.before("repeated", number.start):
        return figures.times_of(each["what"], place)
    if figures.before("every", number.start) or figures.behind("apart", end):
        return figures.nearest(place)
    return 2.0 if figures.before("both", number.start) else 1.0
