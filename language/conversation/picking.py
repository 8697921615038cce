"""Which of the days that were just named is meant: "de 30e", "1 december", "die eerste"."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from language.dates.reading import read_day
from language.late import compiled
from language.vocabulary.answers import LAST, PLACES
from language.words import fold

_LEAD = (
    r"(?:(?:ja|nee|sorry|oh|oeps|ik bedoel|bedoel|dan|doe|maar|de|het|die|dat|op|is|wordt|van|liever)[ ,]+)*"
)
_ASIDE = r"(?:[ ,.!]+(?:hoor|graag|dus|dan|maar|bedoel ik|natuurlijk|dag|datum|optie|one))*"


def picked(text: str, days: Sequence[date], now: datetime) -> date | None:
    """Return the one of ``days`` that ``text`` means and says nothing else but, ahead; None for anything else."""
    if not days:
        return None
    plain = " ".join(fold(text).split()).strip(" .!?,")
    day = _by_place(plain, days) or _by_figure(plain, days) or _by_name(text, days, now)
    return _ahead(day, now.date()) if day else None


def _ahead(day: date, today: date) -> date:
    """Return the day in the year in which it is still to come; 29 February keeps its own."""
    leaps = (day.month, day.day) == (2, 29)
    return (
        day
        if day >= today or leaps
        else day.replace(year=today.year + ((day.month, day.day) < (today.month, today.day)))
    )


def _by_place(plain: str, days: Sequence[date]) -> date | None:
    places = [*enumerate(PLACES[: len(days)]), (-1, LAST)]
    return next((days[place] for place, words in places if _whole(words, plain)), None)


def _by_figure(plain: str, days: Sequence[date]) -> date | None:
    found = compiled(rf"{_LEAD}(?P<day>\d{{1,2}})(?:e|ste|de)?{_ASIDE}").fullmatch(plain)
    fits = [day for day in days if found and day.day == int(found["day"])]
    return fits[0] if len(fits) == 1 else None


def _by_name(text: str, days: Sequence[date], now: datetime) -> date | None:
    said = read_day(text, now).due
    bare = re.sub(r"\W", "", text)
    fits = [day for day in days if said and (day.day, day.month) == (said.day, said.month)]
    return fits[0] if fits and len(bare) <= len("donderdag 30 september 2026") else None


def _whole(words: str, plain: str) -> bool:
    return compiled(rf"{_LEAD}(?:{words}){_ASIDE}").fullmatch(plain) is not None
