"""Two reports of one thing: how likely it is that they are, so that every figure counts once."""

from collections.abc import Iterable
from datetime import date, timedelta

from programme.updates import Update

NEAR = timedelta(days=3)
CLOSE = 0.1  # of the larger figure; people count differently
HEADS = ("pupils", "teachers", "companies", "schools")
AMOUNTS = ("hours", "euros")


def same_event(one: Update, other: Update) -> bool:
    """Whether two outcomes of one activity are likely the same lesson, pilot or visit."""
    return _about_the_same(one, other) and _fit(one, other, HEADS)


def same_gift(one: Update, other: Update) -> bool:
    """Whether two contributions to one activity are likely the same, told by school and company."""
    told_by_two = one.person != other.person
    return told_by_two and _about_the_same(one, other) and _fit(one, other, AMOUNTS)


def likeliest(update: Update, others: Iterable[Update]) -> Update | None:
    """Return which of several likely doubles it is: the nearest in days, then in figures; None for none."""
    return min(others, key=lambda other: _distance(update, other), default=None)


def _distance(one: Update, other: Update) -> tuple[int, float]:
    days = abs(one.day - other.day).days if one.day and other.day else 0
    return days, sum(abs(a - b) for a, b in _shared(one, other, (*HEADS, *AMOUNTS)))


def _about_the_same(one: Update, other: Update) -> bool:
    if one.key == other.key or one.kind is not other.kind or not one.activity:
        return False
    return one.activity == other.activity and near(one.day, other.day)


def near(one: date | None, other: date | None) -> bool:
    """Whether two days are three or fewer apart."""
    return one is not None and other is not None and abs(one - other) <= NEAR


def _fit(one: Update, other: Update, names: tuple[str, ...]) -> bool:
    """No figure that both give contradicts; where they share none, only the same day makes them the same."""
    shared = _shared(one, other, names)
    if not shared:
        return one.day == other.day
    return all(abs(a - b) <= CLOSE * max(a, b) for a, b in shared)


def _shared(one: Update, other: Update, names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Return the figures that both give, in pairs."""
    pairs = [(getattr(one.details, name), getattr(other.details, name)) for name in names]
    return [(a, b) for a, b in pairs if a is not None and b is not None]
