"""Dates in a year that is none of ours (31 december 9999, 01-01-0001): named, never read as if they had no year."""

import re
from collections.abc import Callable

from language.date_words import ANY_MONTH
from language.day_spans import Found, Frame, Wrong
from programme.text import _

REACH = 20  # years; nobody reports or promises what is further away
_YEAR = r"(?P<far>(?!20\d\d)\d{4})"
# In "in maart 1500 euro" and "12 maart 1200 leerlingen" it is a figure.
_NO_FIGURE = (
    r"(?=\s*(?:$|[.,](?!\d)|[;:!?)]|(?:is|was|waren|zijn|heb|hebben|klaar|pilot|les|met|om|in|op|bij)\b))"
)


def too_far(year: int, frame: Frame) -> bool:
    """Whether a year is further away than anything that is told here."""
    return abs(year - frame.today.year) > REACH


def far(year: int) -> Wrong:
    """Say that a year cannot be."""
    return Wrong(why=_("The year {year} can't be right.", year=f"{year:04}"))


def _far(m: re.Match[str], frame: Frame) -> Found:
    return far(int(m["far"]))


FAR: tuple[tuple[str, Callable[[re.Match[str], Frame], Found]], ...] = (
    (rf"\d{{1,2}}(?P<sep>[-/.])\d{{1,2}}(?P=sep){_YEAR}(?!\d)", _far),
    (rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)", _far),
    (rf"(?:\d{{1,2}}(?:e|ste|de)? (?:van )?)?{ANY_MONTH}\b\.? {_YEAR}{_NO_FIGURE}", _far),
)
