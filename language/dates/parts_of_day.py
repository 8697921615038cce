"""Parts of a day: "'s middags", "in de ochtend", and the beginning, the middle or the end of one.

An edge of a part is a third of it, as that of a month is.
"""

from language.dates.hours import Clock
from language.dates.pieces import DATE
from language.dates.words import PART_EDGES, PARTS, any_of
from language.late import Late

THIRDS = 3
_SAID = any_of(PARTS)
_PART = Late(
    rf"(?:'s |\bs |\bs(?=[a-z]+s\b)|in de |(?<!tussen )de (?:hele )?|hele |\bvan(?=nacht)"
    rf"|(?<={DATE} )|(?<={DATE} \()"
    rf"|^(?=\w+ (?:van|op) {DATE}))(?P<part>{_SAID}|nacht)s?\b"
)
_EDGE = Late(
    rf"\b(?:(?:aan|tegen|in|rond) )?(?:het |de )?(?P<edge>{any_of(PART_EDGES)}) "
    rf"(?:(?:van|in|op) )?(?:de )?(?P<part>{_SAID})\b"
)
_BEFORE_NOON = Late(r"\bvoor de middag\b(?! van)")  # "de lunch voor de middag van 3 december" is for it


def part_in(text: str) -> tuple[str, int] | None:
    """Return the part of the day, or the night, that a text names, and where it begins."""
    if match := _BEFORE_NOON.search(text):
        return "ochtend", match.start()
    match = _PART.search(text)
    return (match["part"], match.start("part")) if match else None


def part_of_day(text: str) -> tuple[str, int, int] | None:
    """Return the part of the day in "'s middags", "in de ochtend", and where it stands."""
    if match := _BEFORE_NOON.search(text):
        return "ochtend", match.start(), match.end()
    match = _PART.search(text)
    return (match["part"], match.start(), match.end()) if match and match["part"] in PARTS else None


def whole_part(part: str, start: int = 0, end: int = 0) -> Clock:
    """Return from when to when a part of the day is, and where it stands."""
    first, last = PARTS[part]
    return Clock(minutes=60 * first, until=60 * last, start=start, end=end)


def edge_of_part(text: str) -> Clock | None:
    """Return from when to when "eind van de middag" is, and where it stands; or None."""
    match = _EDGE.search(text)
    if match is None:
        return None
    first, last = (60 * hour for hour in PARTS[match["part"]])
    third = (last - first) // THIRDS
    begin = first + third * PART_EDGES[match["edge"]]
    return Clock(minutes=begin, until=begin + third, start=match.start(), end=match.end())
