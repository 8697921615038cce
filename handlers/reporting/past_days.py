"""On which day something took place: one that has been, and never one of a year ago that is rather still to come.

"30 november" on the 29th is tomorrow to whoever types it, and a pilot did not take place tomorrow: the day is asked.
"""

from collections.abc import Sequence
from datetime import date

from handlers.dialogue.fields import Problem
from handlers.turns import Desk
from language.conversation.picking import picked
from language.dates.reading import DayReading, find_days
from language.messages.days import rather_to_come
from programme.text import Phrase, Text, _

Spot = tuple[int, int]


def to_come(text: str, desk: Desk, aside: Sequence[Spot] = ()) -> date | None:
    """Return the first day in ``text``, outside the spots ``aside``, that is rather to come than long ago, or None."""
    ahead = find_days(text, desk.local, breaks=desk.breaks)
    for day in _behind(text, desk):
        if any(start <= day.at[0] < end for start, end in aside):
            continue
        if later := rather_to_come(day, ahead, desk.today):
            return later
    return None


def been(day: date | None, text: str, desk: Desk) -> date | None:
    """Return a day that ``text`` names, or None where it is rather still to come."""
    ahead = find_days(text, desk.local, breaks=desk.breaks)
    named = [one for one in _behind(text, desk) if one.due == day]
    return None if named and all(rather_to_come(one, ahead, desk.today) for one in named) else day


def impossible(text: str, desk: Desk) -> Text | None:
    """Return what is wrong with the day in ``text`` as one on which something took place; None where it may be."""
    wrong = next((day.wrong for day in _behind(text, desk) if day.wrong), None)
    later = to_come(text, desk)
    return wrong or (still_to_come(later) if later else None)


def beside_impossible(text: str, told: str, desk: Desk, *, back: bool) -> date | None:
    """Return which of the days beside the impossible one that was ``told`` an answer means ("de 30e"), or None."""
    days = find_days(told, desk.local, back=back, breaks=desk.breaks)
    near = next((day.near for day in days if day.wrong), ())
    day = picked(text, near, desk.local, back=back)
    if day and back and day > desk.today:
        raise Problem(still_to_come(day), answers=True)
    return day


def still_to_come(day: date) -> Phrase:
    """Say that a day cannot be the one on which it was, and how to name one of an earlier year."""
    return _("{day} is still to come. If it was in an earlier year, type the year with it.", day=day)


def _behind(text: str, desk: Desk) -> Sequence[DayReading]:
    return find_days(text, desk.local, back=True, breaks=desk.breaks)
