"""Dates in a year that is none of ours (31 december 9999, 01-01-0001): named, never read as if they had no year."""

from language.dates.pieces import Build, Match
from language.dates.spans import Found, Frame
from language.dates.wrong import far

_YEAR = r"(?P<far>(?!20\d\d)\d{4})"
# In "in maart 1500 euro" and "12 maart 1200 leerlingen" it is a figure.
_NO_FIGURE = (
    r"(?=\s*(?:$|[.,](?!\d)|[;:!?)]|(?:is|was|waren|zijn|heb|hebben|klaar|pilot|les|met|om|in|op|bij)\b))"
)


def _far(m: Match, frame: Frame) -> Found:
    return far(int(m["far"]))


FAR: tuple[tuple[str, Build], ...] = (
    (rf"\d{{1,2}}(?P<sep>[-/.])\d{{1,2}}(?P=sep){_YEAR}(?!\d)", _far),
    (rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)", _far),
    (rf"(?:\d{{1,2}}(?:e|ste|de)? (?:van )?)?<m> {_YEAR}{_NO_FIGURE}", _far),
)
