"""What stands under each other in a column: how much of it is of one kind, and how much text it is."""

import re
from collections.abc import Callable, Sequence

from documents.plan.tables import Row, text_lines
from language.plan.periods import Sure, read_period
from language.plan.spans import months

LONGEST_PERIOD = 80
ANY_YEAR = months(2027, 1, 12)  # where only the notation matters, and not the days
BARE = re.compile(r"\d{1,2}(?:\s*(?:-|–|t/m|en|/)\s*\d{1,2})?")


def portion(rows: Sequence[Row], at: int, holds: Callable[[str], bool]) -> float:
    """Return which part of the cells with text in a column is of a kind, from 0 to 1."""
    texts = [row.cells[at].text for row in rows if at < len(row.cells) and row.cells[at].text.strip()]
    return sum(holds(text) for text in texts) / len(texts) if texts else 0.0


def length(rows: Sequence[Row], at: int) -> int:
    """Return how many letters and other signs stand in a column."""
    return sum(len(line) for row in rows for line in text_lines(row.cells[at].text))


def in_units(text: str, unit: str) -> str:
    """A bare number under "Week" or "Kwartaal" is that week or quarter."""
    return f"{unit} {text}" if unit and BARE.fullmatch(text) else text


def is_period(text: str) -> bool:
    """Return whether a cell has days, or has them once its year is known."""
    if len(text) > LONGEST_PERIOD:
        return False
    reading = read_period(text, ANY_YEAR)
    return bool(reading.periods) and not (reading.yearless and reading.sure is not Sure.YES)


def is_time(text: str, unit: str = "") -> bool:
    """Return whether a cell says when: a period, or that there is no end."""
    told = in_units(text, unit)
    return is_period(told) or (len(text) <= LONGEST_PERIOD and read_period(told).ongoing)
