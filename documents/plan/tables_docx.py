"""A Word document as paragraphs and tables. Insertions under review count, deletions do not."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from documents.plan.files import BROKEN, damaged
from documents.plan.tables import Block, Cell, Document, Paragraph, Row, Table, even
from programme.text import _, visible

TEXT, TAB, BREAK, RETURN, HYPHEN = (qn(f"w:{name}") for name in ("t", "tab", "br", "cr", "noBreakHyphen"))
PARAGRAPH, TABLE, CONTENT = qn("w:p"), qn("w:tbl"), qn("w:sdtContent")
WRITTEN = {TAB: " ", BREAK: "\n", RETURN: "\n", HYPHEN: "-"}
LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
HEADING = re.compile(r"(?:heading|kop|titre|überschrift)\s*(\d)", re.IGNORECASE)


def read_docx(path: Path) -> Document:
    """Read the body of a .docx that was ``checked``; raise ``PlanUnreadable`` when it does not open."""
    try:
        with path.open("rb") as file:
            opened = docx.Document(file)
        levels = {style.style_id: _level(style.name or "") for style in opened.styles if style.style_id}
        return Document(blocks=tuple(_blocks(opened.element.body, levels)))
    except BROKEN as error:
        raise damaged(path) from error


def _blocks(body: Any, levels: dict[str, int]) -> Iterator[Block]:
    paragraphs = tables = 0
    for element in _direct(body):
        if element.tag == PARAGRAPH:
            paragraphs += 1
            if text := _text(element).strip():
                place = _("paragraph {number}", number=paragraphs)
                yield Paragraph(text=text, place=place, level=levels.get(_style(element), 0))
        else:
            tables += 1
            yield _table(element, tables)


def _direct(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, also those inside content controls."""
    for child in parent:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif not isinstance(child.tag, str) or child.tag in LEFT_OUT:
            continue
        elif child.tag == CONTENT or child.tag in (qn("w:sdt"), qn("w:ins"), qn("w:customXml")):
            yield from _direct(child)


def _level(name: str) -> int:
    match = HEADING.match(name)
    return int(match[1]) if match else (1 if name.casefold() in ("title", "titel") else 0)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return found.get(qn("w:val"), "") if found is not None else ""


def _text(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield visible(child.text or "")
        elif child.tag in WRITTEN:
            yield WRITTEN[child.tag]
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT and child.tag != qn("w:pPr"):
            yield from _pieces(child)


def _table(element: Any, number: int) -> Table:
    rows: list[Row] = []
    above: list[Cell] = []
    for order, row in enumerate(_children(element, "tr"), start=1):
        above = _cells(row, above)
        rows.append(Row(cells=tuple(above), place=_("table {table}, row {row}", table=number, row=order)))
    return Table(rows=even(rows), place=_("table {table}", table=number))


def _cells(row: Any, above: list[Cell]) -> list[Cell]:
    cells: list[Cell] = [Cell() for _index in range(_skipped(row))]
    for cell in _children(row, "tc"):
        properties = cell.find(qn("w:tcPr"))
        span, merged = _merging(properties)
        at = len(cells)
        if merged == "continue" and at < len(above):
            first = Cell(text=above[at].text, down=True)
        else:
            first = Cell(text=_cell_text(cell))
        cells.append(first)
        cells += [Cell(text=first.text, down=first.down, across=True)] * (span - 1)
    return cells


def _merging(properties: Any) -> tuple[int, str]:
    if properties is None:
        return 1, ""
    span, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    width = int(span.get(qn("w:val"), "1")) if span is not None else 1
    return max(1, min(width, 63)), "" if merge is None else merge.get(qn("w:val"), "continue")


def _skipped(row: Any) -> int:
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return min(int(before.get(qn("w:val"), "0")), 63) if before is not None else 0


def _cell_text(cell: Any) -> str:
    return "\n".join(_cell_lines(cell)).strip()


def _cell_lines(cell: Any) -> Iterator[str]:
    for element in _direct(cell):
        if element.tag == PARAGRAPH:
            yield _text(element)
        else:
            for row in _children(element, "tr"):
                yield "\n".join(_cell_text(inner) for inner in _children(row, "tc"))


def _children(parent: Any, name: str) -> Iterator[Any]:
    """Yield the rows or cells of a table, also those inside content controls or insertions."""
    for child in parent:
        if child.tag == qn(f"w:{name}"):
            yield child
        elif child.tag in (qn("w:sdt"), CONTENT, qn("w:ins"), qn("w:customXml")):
            yield from _children(child, name)
