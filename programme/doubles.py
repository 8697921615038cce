"""Two reports of one thing: how likely it is that they are, so that every figure counts once."""

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


def _about_the_same(one: Update, other: Update) -> bool:
    if one.key == other.key or one.kind is not other.kind or not one.activity:
        return False
    return one.activity == other.activity and near(one.day, other.day)


def near(one: date | None, other: date | None) -> bool:
    """Whether two days are three or fewer apart."""
    return one is not None and other is not None and abs(one - other) <= NEAR


def _fit(one: Update, other: Update, names: tuple[str, ...]) -> bool:
    """No figure that both give contradicts; where they share none, only the same day makes them the same."""
    pairs = [(getattr(one.details, name), getattr(other.details, name)) for name in names]
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    if not shared:
        return one.day == other.day
    return all(abs(a - b) <= CLOSE * max(a, b) for a, b in shared)
