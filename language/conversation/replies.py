"""What people type below a question where a milestone stands, and that does not say of which: a word, a day alone."""

import re
from collections.abc import Sequence
from datetime import datetime

from language.conversation.wishes import yes_no
from language.dates.reading import DayReading, find_days
from language.late import compiled
from language.words import fold
from programme.calendar import Break

_FINE = r"(?:prima|goed|oke?|okay|top|in orde|lekker|snor)"
_VAGUE = (
    rf"{_FINE}|(?:alles|allemaal)(?: (?:is|zit|nog))*(?: {_FINE})?",
    r"binnenkort|straks|redelijk|matig|mwah|tja|(?:het )?duurt nog(?: wel)? even|"
    r"(?:het )?gaat wel",
    r"(?:ja|nee)[ ,]+(?:hoor|joh|zeker)",
)
_UNKNOWN = (
    r"(?:(?:dat|ik|we|wij|nog|ja|nee|tja|sorry|eh|het)[ ,]+)*"
    r"(?:weet(?: (?:ik|we|het|dat))*(?: (?:nu|echt|ook|nog|even))* niet|"
    r"(?:nog )?(?:geen|echt geen) (?:flauw )?idee|(?:niks|niets)(?: (?:bijzonders|speciaals|te melden))?|"
    r"geen(?: (?:bijzondere |speciale )?(?:reden|toelichting))?|zomaar|nvt|n\.v\.t|[-–]|"
    r"(?:nog )?(?:onbekend|onduidelijk|onzeker|niet bekend|niet te zeggen)|"
    r"kan ik (?:nog |nu )*niet (?:zeggen|inschatten)|"
    r"moeilijk te zeggen|misschien|wie weet|hangt ervan af|no idea|(?:i )?don'?t know|not sure|maybe|none|nothing)"
)
_THINK = r"(?:ik |dat )?(?:denk|hoop|gok|verwacht|vrees)(?: ik)?(?: het| van| dat)?"
_CAUGHT_UP = (
    (
        False,
        rf"nee|no\b|niet|{_THINK} niet|waarschijnlijk niet|vast niet|helaas|(?:dat )?(?:lukt|kan|gaat) niet",
    ),
    (
        True,
        rf"ja|jawel|yes|zeker|{_THINK} wel|waarschijnlijk(?: wel)?|vast|hopelijk|(?:dat )?(?:lukt|kan|moet)|deels",
    ),
)
_MISTAKEN = (
    r"(?:(?:o|oh|oeps|sorry|nee|ik|heb|had|dat|dit|het|was|is|per)[ ,!.]+)*"
    r"(?:toch niet|verkeerd(?:e)? ?(?:getikt|geklikt|gedrukt|aangetikt|aangeklikt|knop|knopje)?|"
    r"fout(?:je)?(?: (?:getikt|geklikt|gedrukt))?|(?:een )?vergissing|"
    r"vergis(?:t|te)? (?:me|mij)?|ongeluk(?: (?:getikt|geklikt|gedrukt))?|(?:toch )?(?:niet vertraagd|geen vertraging)|"
    r"klopt niet|niet de bedoeling|wrong (?:button|one)|(?:by )?mistake|not delayed)"
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


def caught_up(text: str) -> bool | None:
    """Return whether it can be made up, as an answer to that begins; None for anything else."""
    plain = _plain(text)
    plainly = yes_no(text)
    if plainly is not None:
        return plainly
    return next((answer for answer, words in _CAUGHT_UP if compiled(rf"(?:{words})\b").match(plain)), None)


def unknown(text: str) -> bool:
    """Whether somebody says that they cannot tell, or have nothing to tell."""
    return _whole(_UNKNOWN, _plain(text))


def mistaken(text: str) -> bool:
    """Whether somebody takes back what they tapped or said just before, and says nothing else."""
    return _whole(_MISTAKEN, _plain(text))


def of_everything(text: str) -> bool:
    """Whether an answer is about all that was asked ("allemaal prima"): more than a courtesy."""
    return _plain(text).partition(" ")[0] in ("alles", "allemaal")


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
