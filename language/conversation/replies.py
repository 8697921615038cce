"""What people type below a question where a milestone stands, and that does not say of which: a word, a day alone."""

import re
from collections.abc import Sequence
from datetime import datetime

from language.conversation.wishes import yes_no
from language.dates.reading import DayReading, find_days
from language.late import compiled
from language.vocabulary.replies import (
    AROUND_A_DAY,
    ASIDE,
    CAUGHT_UP,
    EVERYTHING,
    MISTAKEN,
    TO_MISTAKEN,
    TO_UNKNOWN,
    UNKNOWN,
    VAGUE,
)
from language.words import fold
from programme.calendar import Break


def vague(text: str) -> bool:
    """Whether an answer leaves open how it stands; a bare yes or no is one, and a thumb."""
    return yes_no(text) is not None or _whole(VAGUE, text)


def caught_up(text: str) -> bool | None:
    """Return whether it can be made up, as an answer to that begins; None for anything else."""
    plain, plainly = _plain(text), yes_no(text)
    begins = (answer for answer, words in CAUGHT_UP if compiled(rf"(?:{'|'.join(words)})\b").match(plain))
    return next(begins, None) if plainly is None else plainly


def unknown(text: str) -> bool:
    """Whether somebody says that they cannot tell, or have nothing to tell."""
    return _whole(UNKNOWN, text, after=TO_UNKNOWN)


def mistaken(text: str) -> bool:
    """Whether somebody takes back what they tapped or said just before, and says nothing else."""
    return _whole(MISTAKEN, text, after=TO_MISTAKEN)


def of_everything(text: str) -> bool:
    """Whether an answer is about all that was asked ("allemaal prima"): more than a courtesy."""
    return _plain(text).partition(" ")[0] in EVERYTHING


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!?,")


def _whole(words: Sequence[str], text: str, *, after: str = "") -> bool:
    """Whether one of these words, with what may stand around them, is all that there is."""
    return compiled(rf"{after}(?:{'|'.join(words)}){ASIDE}").fullmatch(_plain(text)) is not None


def day_alone(text: str, now: datetime, breaks: Sequence[Break] = ()) -> DayReading | None:
    """Return the day ahead that is all that ``text`` says, one that cannot be among them; None for anything else.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    days = find_days(text, now, breaks=breaks)
    if len(days) != 1 or days[0].kind == "rule":
        return None
    first, last = days[0].at
    around = re.findall(r"\w+", fold(text[:first] + " " + text[last:]))
    return days[0] if all(word in AROUND_A_DAY for word in around) else None
