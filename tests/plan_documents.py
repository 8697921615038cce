"""Small plans of our own making, in every kind of file that a plan comes in."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl

from language.catalogue import catalogue
from programme.plan.reading import Note, PlanReading
from programme.text import Text

ROWS = (
    ("Wat/resultaat", "Wanneer", "Mijlpaal/hoe", "Wie"),
    (
        "- Bedrijven bezoeken\n- Verslag",
        "Q-1-2, 2026",
        "- Adreslijst",
        "Regioteam Oost\nWerkgroepen 2 t/m 4",
    ),
    ("Lesbrief schrijven", "Q3 en Q4 2026", "- 2 x kennisdelingssessie docenten", "^"),
    ("Lesbrief gebruiken", "2027", "", "Projectleider"),
    ("Terugblik", "", "Verslag", "Projectleider"),
)


def word(path: Path, *blocks: Any) -> Path:
    """Write a .docx: a string is a paragraph, (level, text) a heading, a list or tuple of tuples a table.

    ``^`` in a cell merges it with the cell above, ``<`` with the cell to its left.
    """
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        elif isinstance(block[0], int):
            document.add_heading(block[1], level=block[0])
        else:
            _word_table(document, block)
    document.save(str(path))
    return path


def _word_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "^":
                table.cell(r - 1, c).merge(table.cell(r, c))
            elif text == "<":
                table.cell(r, c - 1).merge(table.cell(r, c))
            else:
                table.cell(r, c).text = text


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> Path:
    """Write an .xlsx with these sheets; ``merged`` are ranges in the first one."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for block in merged:
        book.worksheets[0].merge_cells(block)
    book.save(path)
    return path


def comma_separated(path: Path, rows: Sequence[Sequence[str]], delimiter: str, encoding: str) -> Path:
    """Write a .csv."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(rows)
    path.write_bytes(written.getvalue().encode(encoding))
    return path


def with_part(source: Path, target: Path, name: str, content: bytes) -> Path:
    """Copy an archive with one part added or replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target


def told(notes: tuple[Note, ...]) -> list[tuple[str, str]]:
    english = catalogue("en")
    return [(english.render(note.place), english.render(note.says)) for note in notes]


def placed(place: Text) -> str:
    return catalogue("nl").render(place)


def rows_of(plan: PlanReading) -> list[tuple[int, str, date | None, date | None, tuple[str, ...]]]:
    return [(m.activity, m.title, m.start, m.due, m.owners) for m in plan.milestones]
