"""Is this a file that a plan may be read from? Everything is refused here before a library opens it.

A file is what its content says, and the name has to agree. Sizes are counted from the archive itself while it
is unpacked in a stream, never from what a sheet declares, and no part may carry a document type: that is
where entities come from that grow without end or fetch other files.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import IO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from programme.errors import AanjagerError
from programme.text import Phrase, _

MEBIBYTE = 1024 * 1024
MOST_BYTES = 25 * MEBIBYTE
MOST_UNPACKED = 120 * MEBIBYTE
MOST_XML = 48 * MEBIBYTE
MOST_PARTS = 3000
MOST_ROWS = 5000
MOST_CELLS = 150_000
MOST_COLUMNS = 200
CHUNK = 256 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
COUNTED = re.compile(rb"<(?:\w+:)?(row|c|tr|tc)[\s/>]")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")


# What the libraries raise for a broken file: they have no error of their own for it.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
)


class Format(Enum):
    """What a plan can be read from."""

    DOCX = ".docx"
    XLSX = ".xlsx"
    CSV = ".csv"


MACRO_NAMES = (".docm", ".xlsm", ".dotm", ".xltm", ".xlsb")
MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": Format.DOCX,
    b"wordprocessingml.template.main+xml": Format.DOCX,
    b"spreadsheetml.sheet.main+xml": Format.XLSX,
    b"spreadsheetml.template.main+xml": Format.XLSX,
}


class PlanUnreadable(AanjagerError):
    """A file from which no plan can be read: why, and what to do about it. Nothing has been changed."""


def checked(path: Path) -> Format:
    """Return the format of the file, or raise ``PlanUnreadable``: it is safe to open after this."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(CHUNK)
    except OSError as error:
        raise PlanUnreadable(
            _("The file {file} cannot be opened.", file=path.name),
            _("Check its name and folder, and whether you may read it."),
        ) from error
    _refuse_by_name(path)
    if not head:
        raise damaged(path)
    if size > MOST_BYTES:
        raise too_large(path)
    if head.startswith(OLD_OFFICE):
        raise _old_or_locked(path)
    found = _archive(path) if head.startswith(b"PK") else _plain_text(path, head)
    if found.value != path.suffix.lower():
        raise _wrong_type(path)
    return found


def too_large(path: Path) -> PlanUnreadable:
    """Return the error for a file with more in it than any plan has."""
    return PlanUnreadable(
        _("The file {file} is too large for a plan.", file=path.name),
        _(
            "A plan has at most {rows} rows. Copy those of the plan into a new, empty file and import that.",
            rows=MOST_ROWS,
        ),
    )


def _refuse_by_name(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in MACRO_NAMES:
        raise _macros(path)
    if suffix not in {wanted.value for wanted in Format}:
        raise _wrong_type(path)


def _archive(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            return _checked_archive(path, archive)
    except DefusedXmlException as error:
        raise PlanUnreadable(
            _("The file {file} contains definitions that do not belong in a document.", file=path.name),
            _("Open it in Word or Excel, save it under a new name and import that file."),
        ) from error
    except BROKEN as error:
        raise damaged(path) from error
    except RuntimeError as error:  # zipfile's word for a part with a password
        raise _locked(path) from error


def _checked_archive(path: Path, archive: zipfile.ZipFile) -> Format:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise too_large(path)
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise _macros(path)
    types = archive.read("[Content_Types].xml") if _small(archive, "[Content_Types].xml") else b""
    if b"macroEnabled" in types:
        raise _macros(path)
    found = next((kind for mark, kind in MAIN_PARTS.items() if mark in types), None)
    if found is None:
        raise _wrong_type(path)
    for part in parts:
        if _is_xml(archive, part):
            _check_part(path, archive, part)
    return found


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < MEBIBYTE


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """By content, not by name: a library follows the declared types, whatever a part is called."""
    with archive.open(part) as stream:
        return stream.read(64).strip(b"\0\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _check_part(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > MOST_XML:
        raise too_large(path)
    with archive.open(part) as stream:
        _check_prolog(stream)
    with archive.open(part) as stream:
        _check_amount(path, stream)


def _check_prolog(stream: IO[bytes]) -> None:
    """A document type can only stand before the first element: nothing after it needs to be parsed here."""
    for _event, _element in iterparse(stream, events=("start",), forbid_dtd=True):
        return


def _check_amount(path: Path, stream: IO[bytes]) -> None:
    rows = cells = 0
    for chunk in _overlapping(stream):
        for match in COUNTED.finditer(chunk):
            rows += match[1] in (b"row", b"tr")
            cells += match[1] in (b"c", b"tc")
        cells += sum(_area(match) for match in MERGED.finditer(chunk))
        if rows > MOST_ROWS or cells > MOST_CELLS:
            raise too_large(path)


def _overlapping(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield chunks that never cut an element's opening: what follows the last ``<`` goes to the next one."""
    rest = b""
    while block := stream.read(CHUNK):
        chunk = rest + block
        cut = chunk.rfind(b"<")
        cut = len(chunk) if cut < 0 or len(chunk) - cut > CHUNK else cut
        yield chunk[:cut]
        rest = chunk[cut:]
    yield rest


def _area(match: re.Match[bytes]) -> int:
    left, top, right, bottom = match.groups()
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _plain_text(path: Path, head: bytes) -> Format:
    if b"\0" in head or head.lstrip()[:5].lower() in (b"%pdf-", b"{\\rtf", b"<html", b"<!doc", b"<?xml"):
        raise _wrong_type(path)
    if path.suffix.lower() != Format.CSV.value:
        raise damaged(path)
    return Format.CSV


def damaged(path: Path) -> PlanUnreadable:
    """Return the error for a file that does not open."""
    return PlanUnreadable(
        _("The file {file} is damaged or incomplete.", file=path.name),
        _("Open it in Word or Excel, save it under a new name and import that file."),
    )


def _wrong_type(path: Path) -> PlanUnreadable:
    return PlanUnreadable(
        _(
            "The file {file} is not a Word file, spreadsheet or CSV file, or its name says something else.",
            file=path.name,
        ),
        _("Save the plan as .docx, .xlsx or .csv and import that file."),
    )


def _macros(path: Path) -> PlanUnreadable:
    return PlanUnreadable(
        _("The file {file} contains macros; those are never opened.", file=path.name),
        _("Save the plan as .docx or .xlsx, without macros, and import that file."),
    )


def _locked(path: Path) -> PlanUnreadable:
    return PlanUnreadable(
        _("The file {file} is protected with a password.", file=path.name),
        _("Take the password off (File, Info, Protect) and import it again."),
    )


def _old_or_locked(path: Path) -> PlanUnreadable:
    if ENCRYPTED in path.read_bytes():
        return _locked(path)
    return PlanUnreadable(
        _("The file {file} is in the format of an old Word or Excel.", file=path.name),
        _("Save the plan as .docx, .xlsx or .csv and import that file."),
    )


def formulas(path: Path, place: Phrase) -> PlanUnreadable:
    """Return the error for a sheet that computes: what it shows depends on the program that opens it."""
    return PlanUnreadable(
        _("The file {file} contains formulas, the first at {place}.", file=path.name, place=place),
        _("Select everything, copy, and paste it as values only; save that under a new name and import it."),
    )
