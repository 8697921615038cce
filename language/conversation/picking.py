"""Which of the days that were just named is meant: "de 30e", "1 december", "die eerste"."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from language.dates.reading import read_day
from language.late import compiled
from language.vocabulary.answers import AFTER_A_DAY, DAY_IN_FULL, LAST, PLACES, TO_A_DAY
from language.words import fold


def picked(text: str, days: Sequence[date], now: datetime, *, back: bool = False) -> date | None:
    """Return the one of ``days`` that ``text`` means and says nothing else but; None for anything else.

    It is the next one of that name, or with ``back``, of what took place, the nearest.
    """
    if not days:
        return None
    plain = " ".join(fold(text).split()).strip(" .!?,")
    day = _by_place(plain, days) or _by_figure(plain, days) or _by_name(text, days, now)
    if day is None:
        return None
    return _nearest(day, now.date()) if back else _ahead(day, now.date())


def _nearest(day: date, today: date) -> date:
    """Return the day in the year in which it is nearest; 29 February keeps its own."""
    if _leaps(day):
        return day
    years = (day.replace(year=today.year + ahead) for ahead in (-1, 0, 1))
    return min(years, key=lambda one: abs(one - today))


def _leaps(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def _ahead(day: date, today: date) -> date:
    """Return the day in the year in which it is still to come; 29 February keeps its own."""
    return (
        day
        if day >= today or _leaps(day)
        else day.replace(year=today.year + ((day.month, day.day) < (today.month, today.day)))
    )


def _by_place(plain: str, days: Sequence[date]) -> date | None:
    places = [*enumerate(PLACES[: len(days)]), (-1, LAST)]
    return next((days[place] for place, words in places if _whole(words, plain)), None)


def _by_figure(plain: str, days: Sequence[date]) -> date | None:
    fits = [day for day in days if _whole(rf"0?{day.day}(?:e|ste|de)?", plain)]
    return fits[0] if len(fits) == 1 else None


def _by_name(text: str, days: Sequence[date], now: datetime) -> date | None:
    said = read_day(text, now).due
    bare = re.sub(r"\W", "", text)
    fits = [day for day in days if said and (day.day, day.month) == (said.day, said.month)]
    return fits[0] if fits and len(bare) <= len(DAY_IN_FULL) else None


def _whole(words: str, plain: str) -> bool:
    return compiled(rf"{TO_A_DAY}(?:{words}){AFTER_A_DAY}").fullmatch(plain) is not None
