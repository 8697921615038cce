"""What a document is to whoever reads a plan from it: paragraphs and tables in order, each with its place.

A table is a rectangle of text: a merged cell stands in every place that it covers, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.text import Phrase


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """The text of a cell, line by line; ``down`` or ``across``: repeated from above or from the left."""

    text: str = ""
    down: bool = False
    across: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """The cells of a row, and where it stands."""

    cells: tuple[Cell, ...]
    place: Phrase

    def texts(self) -> tuple[str, ...]:
        """Return the text of every cell."""
        return tuple(cell.text for cell in self.cells)

    def own(self) -> tuple[str, ...]:
        """Return the texts that are not empty and not repeated from another cell."""
        return tuple(c.text.strip() for c in self.cells if c.text.strip() and not c.down and not c.across)

    def is_empty(self) -> bool:
        """Return whether nothing stands in this row itself."""
        return not self.own()


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph; ``level`` is that of a heading, 0 for running text. ``sheet``: it is the name of one."""

    text: str
    place: Phrase
    level: int = 0
    sheet: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The rows of a table or sheet, all of one width."""

    rows: tuple[Row, ...]
    place: Phrase


Block = Paragraph | Table


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """Everything in a file, in the order of reading."""

    blocks: tuple[Block, ...]


def even(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give all rows the width of the widest."""
    width = max((len(row.cells) for row in rows), default=0)
    return tuple(Row(cells=row.cells + (Cell(),) * (width - len(row.cells)), place=row.place) for row in rows)


def text_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not empty, without surrounding space."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
