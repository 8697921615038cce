"""Plans that cannot be read are refused with what to do instead."""

import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.plan_import import PlanUnreadable, read_plan
from language.catalogue import catalogue
from tests.plan_documents import ROWS, with_part, word, workbook

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{WORD}"><w:body>{{}}</w:body></w:document>'
NO_WIDTH = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="veel"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;"}">' for n in range(9))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"{}?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def sheet(*rows: str, after: str = "") -> bytes:
    start = f'<worksheet xmlns="{SHEET}"><dimension ref="A1:B2"/><sheetData>'
    return f"{start}{''.join(rows)}</sheetData>{after}</worksheet>".encode()


def numbered(count: int) -> list[str]:
    return [
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>2026</v></c></row>' for n in range(1, count + 1)
    ]


def in_word(content: bytes, name: str = "word/document.xml") -> Callable[[Path], Path]:
    return lambda folder: with_part(word(folder / "a.docx", ROWS), folder / "plan.docx", name, content)


def in_workbook(content: bytes, name: str = "xl/worksheets/sheet1.xml") -> Callable[[Path], Path]:
    return lambda folder: with_part(
        workbook(folder / "a.xlsx", {"P": ROWS}), folder / "plan.xlsx", name, content
    )


def file(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


def renamed(name: str) -> Callable[[Path], Path]:
    return lambda folder: workbook(folder / "a.xlsx", {"P": ROWS}).rename(folder / name)


def cut(folder: Path) -> Path:
    path = word(folder / "plan.docx", ROWS)
    path.write_bytes(path.read_bytes()[:9000])
    return path


def overwritten(folder: Path) -> Path:
    path = word(folder / "plan.docx", ROWS)
    content = bytearray(path.read_bytes())
    content[400:900] = bytes(500)
    path.write_bytes(content)
    return path


def swollen(folder: Path) -> Path:
    path = word(folder / "plan.docx", ROWS)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/a.bin", "w") as part,
    ):
        for _count in range(130):
            part.write(bytes(1024 * 1024))
    return path


NONE = "no table with milestones"
LARGE, DAMAGED, TYPE = (
    "too large for a plan",
    "damaged or incomplete",
    "not a Word file, spreadsheet or CSV file",
)
MACROS, DEFINITIONS, FORMULAS = "contains macros", "definitions that do not belong", "contains formulas"
REFUSED: tuple[tuple[str, str, Callable[[Path], Path]], ...] = (
    ("200,000 rows that declare two", LARGE, in_workbook(sheet(*numbered(200_000)))),
    ("200,000 rows of text", LARGE, file("plan.csv", b"Wat;Wanneer\n" + b"a;2026\n" * 200_000)),
    ("empty rows without end", LARGE, in_workbook(sheet("<row/>" * 2_000_000))),
    (
        "a cell in the last corner",
        LARGE,
        in_workbook(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    ),
    (
        "one merged cell over everything",
        LARGE,
        in_workbook(sheet(*numbered(2), after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    ),
    ("a bomb in a zip", LARGE, swollen),
    ("endless table rows", LARGE, in_word(BODY.format("<w:tbl>" + "<w:tr/>" * 6000 + "</w:tbl>").encode())),
    ("a billion laughs in Word", DEFINITIONS, in_word((LAUGHS + BODY.format("&a8;")).encode())),
    (
        "a billion laughs in a sheet",
        DEFINITIONS,
        in_workbook((LAUGHS + "<a>&a8;</a>").encode(), "xl/sharedStrings.xml"),
    ),
    (
        "a billion laughs in a part with another name",
        DEFINITIONS,
        in_word((LAUGHS + "<a>&a8;</a>").encode(), "word/x.bin"),
    ),
    (
        "a billion laughs in the list of types",
        DEFINITIONS,
        in_word((LAUGHS + "<a>wordprocessingml.document.main+xml</a>").encode(), "[Content_Types].xml"),
    ),
    ("an entity outside the file", DEFINITIONS, in_word((OUTSIDE.format("") + BODY.format("&x;")).encode())),
    (
        "an entity outside, in UTF-16",
        DEFINITIONS,
        in_word((OUTSIDE.format(' encoding="utf-16"') + BODY.format("&x;")).encode("utf-16")),
    ),
    ("macros inside", MACROS, in_word(b"x", "word/vbaProject.bin")),
    ("macros by name", MACROS, renamed("plan.xlsm")),
    ("a workbook called Word", TYPE, renamed("plan.docx")),
    ("a PDF", TYPE, file("plan.pdf", b"%PDF-1.7")),
    ("a PDF called CSV", TYPE, file("plan.csv", b"%PDF-1.7")),
    ("a zip of something else", TYPE, file("plan.docx", b"PK\x05\x06" + bytes(18))),
    ("an empty file", DAMAGED, file("plan.docx", b"")),
    ("plain text called Word", DAMAGED, file("plan.docx", b"zomaar tekst")),
    ("a file cut off", DAMAGED, cut),
    ("a file overwritten", DAMAGED, overwritten),
    ("nested too deep", DAMAGED, in_word(BODY.format("<w:sdt><w:sdtContent>" * 5000).encode())),
    ("a width that is no number", DAMAGED, in_word(BODY.format(NO_WIDTH).encode())),
    ("a quotation without end", DAMAGED, file("plan.csv", b'Wat;Wanneer\n"a;2026\n')),
    ("an old Word", "format of an old Word", file("plan.docx", OLD_OFFICE)),
    ("a password", "protected with a password", file("plan.xlsx", OLD_OFFICE + LOCKED)),
    ("no such file", "cannot be opened", lambda folder: folder / "plan.docx"),
    ("a folder", "cannot be opened", lambda folder: folder),
    ("a formula in a sheet", FORMULAS, lambda f: workbook(f / "plan.xlsx", {"P": [*ROWS, ["x", "=1+1"]]})),
    ("a formula in text", FORMULAS, file("plan.csv", b"Wat;Wanneer\n=1+1;2026\n")),
    ("no milestones in Word", NONE, lambda f: word(f / "plan.docx", "Niets", [("a", "b"), ("c", "d")])),
    ("no milestones in a workbook", NONE, lambda f: workbook(f / "plan.xlsx", {"P": []})),
)


@pytest.mark.parametrize(("why", "made"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_a_plan_is_refused_and_says_what_to_do(
    tmp_path: Path, why: str, made: Callable[[Path], Path]
) -> None:
    path = made(tmp_path)

    with pytest.raises(PlanUnreadable) as refused:
        read_plan(path)

    assert why in catalogue("en").render(refused.value.what)
    assert catalogue("nl").render(refused.value.next) != catalogue("en").render(refused.value.next)


def test_a_formula_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadable) as refused:
        read_plan(workbook(tmp_path / "plan.xlsx", {"Planning": [*ROWS, ["x", "=A1"]]}))

    assert "blad Planning, rij 6" in catalogue("nl").render(refused.value.what)


def test_a_cell_that_claims_to_be_endlessly_wide_is_read_within_bounds(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", ROWS)
    content = zipfile.ZipFile(path).read("word/document.xml").decode()
    wide = content.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99999999"/>')

    assert (
        len(read_plan(with_part(path, tmp_path / "plan.docx", "word/document.xml", wide.encode())).milestones)
        == 4
    )


def test_text_under_review_counts_and_deleted_text_does_not(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", (1, "Activiteit 1 Dag"), ROWS)
    content = zipfile.ZipFile(path).read("word/document.xml").decode()
    reviewed = content.replace(
        "<w:t>Lesbrief gebruiken</w:t></w:r>",
        "<w:t>Lesbrief </w:t></w:r><w:del><w:r><w:delText>gebruiken</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>verspreiden</w:t></w:r></w:ins>",
    )

    plan = read_plan(with_part(path, tmp_path / "plan.docx", "word/document.xml", reviewed.encode()))

    assert plan.milestones[2].title == "Lesbrief verspreiden"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sound")
    return word(folder / "sound.docx", ROWS), workbook(folder / "sound.xlsx", {"P": ROWS}, ["A1:B1"])


@settings(deadline=None, max_examples=60)
@given(kind=st.integers(0, 1), at=st.floats(0, 1, exclude_max=True), junk=st.binary(min_size=1, max_size=30))
def test_a_file_with_damage_anywhere_is_read_or_refused(
    sound: tuple[Path, Path], kind: int, at: float, junk: bytes
) -> None:
    content = bytearray(sound[kind].read_bytes())
    first = int(at * len(content))
    content[first : first + len(junk)] = junk
    broken = sound[kind].with_stem("broken")
    broken.write_bytes(content)

    with contextlib.suppress(PlanUnreadable):
        read_plan(broken)
