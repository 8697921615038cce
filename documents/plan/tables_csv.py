"""A CSV file as one table, as Dutch spreadsheets write it: semicolons or commas, UTF-8 or Windows-1252."""

import csv
import io
from pathlib import Path

from documents.plan.files import MOST_COLUMNS, MOST_ROWS, damaged, formulas, too_large
from documents.plan.tables import Cell, Document, Row, Table, even
from programme.text import _, visible

DELIMITERS = ";,\t|"
SAMPLE = 20


def read_csv(path: Path) -> Document:
    """Read a .csv that was ``checked``; raise ``PlanUnreadable`` when it is too large or computes."""
    text = visible(_decoded(path.read_bytes()))
    rows: list[Row] = []
    try:
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            place = _("row {row}", row=len(rows) + 1)
            rows.append(Row(cells=tuple(Cell(text=field.strip()) for field in fields), place=place))
            if len(rows) > MOST_ROWS or len(fields) > MOST_COLUMNS:
                raise too_large(path)
            if any(field.lstrip().startswith("=") for field in fields):
                raise formulas(path, place)
    except csv.Error as error:
        raise damaged(path) from error
    filled = even([row for row in rows if not row.is_empty()])
    return Document(blocks=(Table(rows=filled, place=_("the table")),))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first rows into the most even pieces; a semicolon wins a draw."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    widths: list[int] = []
    try:
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            widths.append(len(fields))
            if len(widths) == SAMPLE:
                break
    except csv.Error:
        return 0, 0
    most = max(set(widths), key=widths.count, default=0)
    return (widths.count(most) if most > 1 else 0), most
