"""Which of the dates in an answer counts: the one that takes the place of another ("niet dinsdag maar donderdag")."""

from collections.abc import Sequence

from language.dates.placed import Placed
from language.dates.words import MOVED, any_of
from language.late import Late

_LEAD = r"(?:(?:op|in|voor|de|het|uiterlijk|eind|pas|naar) )*"
_HOUR = r"(?: (?:om )?\d{1,2}(?:[:.u]\d\d)? ?(?:uur|u|h)?)?"  # that of the day that is given up
# In front of a day that is given up, whatever follows.
_INSTEAD = Late(
    rf"\b(?:in plaats van|i\.?p\.?v\.?|oorspronkelijk|aanvankelijk|eerst stond(?: er)?|eerder was|vervalt|afgelast"
    rf"|geannuleerd|gecanceld) {_LEAD}$"
)
# In front of it, and between it and the day that takes its place.
_TURNS = (
    (Late(rf"\b(?:niet|geen) {_LEAD}$"), Late(r",? (?:maar|wel|doch) ")),
    (
        Late(rf"\b(?:van|was|stond|gepland|geplande|planning) {_LEAD}$"),
        Late(r".{0,40}\b(?:naar|wordt|is nu|werd|nu) "),
    ),
)
# Between the two, whatever stands in front: "1 december halen we niet, het wordt 15 januari", "dinsdag wordt woensdag".
_BETWEEN = Late(
    r"(?:[^.;:?!]|\d[.:]\d){0,30}\b(?:niet(?! alleen| eerder| later| voor| vóór)|vervalt|onmogelijk"
    r"|valt (?:uit|weg|af)|(?:is|zit) vol)\b.{0,40}$"
    rf"|{_HOUR},? (?:(?:maar|en|dat|dit|het|is) )*(?:wordt|werd|nu|{any_of(MOVED)} naar)"
    rf"(?: (?:het|nu|dus|toch))* {_LEAD}$"
)


def chosen(text: str, found: Sequence[Placed]) -> int:
    """Return the place in ``found`` of the date that counts: the first that no other takes the place of."""
    for place, one in enumerate(found[:-1]):
        if not _given_up(text[max(0, one.start - 40) : one.start], text[one.end : found[place + 1].start]):
            return place
    return len(found) - 1


def _given_up(before: str, between: str) -> bool:
    if _INSTEAD.search(before) or _BETWEEN.match(between):
        return True
    return any(first.search(before) and then.match(between) for first, then in _TURNS)
