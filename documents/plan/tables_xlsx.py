"""A workbook as one table per visible sheet: merged cells filled, dates and numbers as people write them."""

import warnings
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles.numbers import is_date_format
from openpyxl.worksheet.worksheet import Worksheet

from documents.plan.files import BROKEN, MOST_COLUMNS, MOST_ROWS, damaged, formulas, too_large
from documents.plan.tables import Block, Cell, Document, Paragraph, Row, Table, even
from programme.text import _, visible


def read_xlsx(path: Path) -> Document:
    """Read a workbook that was ``checked``; raise ``PlanUnreadable`` for formulas and for damage."""
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about decoration that it leaves out
            book = load_workbook(file, data_only=False, keep_links=False)
        return Document(blocks=tuple(block for sheet in _visible(book) for block in _sheet(path, sheet)))
    except BROKEN as error:
        raise damaged(path) from error


def _visible(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _sheet(path: Path, sheet: Worksheet) -> list[Block]:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise too_large(path)
    title = visible(sheet.title)
    merged = _merged(sheet)
    rows = []
    for number, cells in enumerate(sheet.iter_rows(min_row=1, min_col=1), start=1):
        place = _("sheet {sheet}, row {row}", sheet=title, row=number)
        if any(cell.data_type == "f" for cell in cells):
            raise formulas(path, place)
        texts = (merged.get((number, at)) or Cell(text=_written(c)) for at, c in enumerate(cells, start=1))
        rows.append(Row(cells=tuple(texts), place=place))
    filled = even([row for row in rows if not row.is_empty()])
    place = _("sheet {sheet}", sheet=title)
    return [Paragraph(text=title, place=place, level=1, sheet=True), Table(rows=filled, place=place)]


def _merged(sheet: Worksheet) -> dict[tuple[int, int], Cell]:
    """Return what stands in every merged place, by row and column."""
    found = {}
    for block in sheet.merged_cells.ranges:
        first = sheet.cell(block.min_row, block.min_col)
        text = "" if isinstance(first, MergedCell) else _written(first)
        for row in range(block.min_row, block.max_row + 1):
            for column in range(block.min_col, block.max_col + 1):
                found[row, column] = Cell(text=text, down=row > block.min_row, across=column > block.min_col)
    return found


def _written(cell: SheetCell | MergedCell) -> str:
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return _date_written(value, str(cell.number_format))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return visible(str(value)).replace("_x000D_", "").strip()


def _date_written(value: date, format: str) -> str:
    """A date that is shown without its day (``nov-26``) is meant as a month, or as a year."""
    if is_date_format(format) and "d" not in format.casefold():
        return f"{value:%m-%Y}" if "m" in format.casefold() else f"{value:%Y}"
    return f"{value:%d-%m-%Y}"
