"""What people type below a question where a milestone stands, and that does not say of which: a word, a day alone."""

import re
from collections.abc import Sequence
from datetime import datetime

from language.conversation.wishes import yes_no
from language.dates.reading import DayReading, find_days
from language.late import compiled
from language.words import fold
from programme.calendar import Break
from programme.records import Stand

_FINE = r"(?:prima|goed|oke?|okay|top|in orde|lekker|onder controle|snor)"
_REACHED = r"(?:klaar|gereed|gelukt|volgens plan|op schema)"
_VAGUE = (
    r"(?:(?:het|dat|dit|alles) )?komt (?:wel |allemaal |helemaal |vast |nog )*(?:goed|eraan|er aan|in orde)",
    rf"{_FINE}|(?:alles|allemaal)(?: (?:is|gaat|loopt|ligt|zit|nog))*(?: {_FINE}| {_REACHED})?",
    r"bijna(?: (?:klaar|zover|af|gereed))?|zo goed als klaar",
    r"nog (?:even |lang |helemaal )*niet(?: (?:klaar|zover|af|gelukt))?",
    r"(?:(?:we|ik|wij) )?(?:zijn |ben )?(?:er )?(?:nog )?(?:mee |ermee )?(?:bezig|onderweg)",
    r"(?:het )?loopt(?: nog)?|(?:het )?duurt nog(?: wel)? even|(?:het )?lukt (?:nog )?niet|(?:het )?gaat wel",
    r"binnenkort|straks|half|deels|gedeeltelijk|redelijk|matig|moeizaam|mwah|tja",
    r"(?:dat )?weet (?:ik|het)(?: het)?(?: nog)?(?: even)? niet|geen idee",
    r"(?:ja|nee)[ ,]+(?:hoor|joh|zeker|nog niet|bijna)",
)
_OF_IT = r"(?:ja[ ,]+)?(?:(?:het|dat|dit|die|deze|hij|de mijlpaal) )?"
_BY_NOW = r"(?:al |nu |inmiddels |helemaal |gelukkig |nog |allemaal )*"
# What is said of the one milestone that was asked about, and of nothing else.
_STANDS: tuple[tuple[Stand, str], ...] = (
    (Stand.DONE, rf"{_OF_IT}(?:is |zijn )?{_BY_NOW}(?:klaar|af|gereed|rond|afgerond|gehaald|gelukt)"),
    (
        Stand.ON_TRACK,
        rf"{_OF_IT}(?:is |zijn |ligt |loopt |gaat )?{_BY_NOW}(?:op schema|op koers|volgens plan)",
    ),
)
_ASIDE = r"(?:[ ,.!]+(?:hoor|denk ik|joh|helaas|gelukkig|bedankt|dank je|nog))*"
# What may stand around a day that is all the answer there is.
_AROUND = frozenset(
    """het dat wordt word pas denk ik ergens in rond op waarschijnlijk nu tegen uiterlijk vermoedelijk misschien ws
    wel voor schat hoop we verwacht nee sorry helaas of zo""".split()  # noqa: SIM905
)


def vague(text: str) -> bool:
    """Whether an answer leaves open how it stands; a bare yes or no is one, and a thumb."""
    plain = _plain(text)
    return yes_no(text) is not None or any(_whole(words, plain) for words in _VAGUE)


def of_everything(text: str) -> bool:
    """Whether an answer is about all that was asked ("allemaal prima"): more than a courtesy."""
    return _plain(text).partition(" ")[0] in ("alles", "allemaal")


def stand_alone(text: str) -> Stand | None:
    """Return where something stands, when that is all that ``text`` says and not of what; None for anything else."""
    plain = _plain(text)
    return next((stand for stand, words in _STANDS if _whole(words, plain)), None)


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!?,")


def _whole(words: str, plain: str) -> bool:
    return compiled(rf"(?:{words}){_ASIDE}").fullmatch(plain) is not None


def day_alone(text: str, now: datetime, breaks: Sequence[Break] = ()) -> DayReading | None:
    """Return the day ahead that is all that ``text`` says, one that cannot be among them; None for anything else.

    ``now`` is aware and in the reader's zone; ``breaks`` are the school holidays of the person's calendar.
    """
    days = find_days(text, now, breaks=breaks)
    if len(days) != 1 or days[0].kind == "rule":
        return None
    first, last = days[0].at
    around = re.findall(r"\w+", fold(text[:first] + " " + text[last:]))
    return days[0] if all(word in _AROUND for word in around) else None
