"""The QR picture of an invitation as a file: made before anybody is invited, gone again where nobody is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from documents.pictures.qr import draw_qr
from programme.errors import AanjagerError
from programme.text import _

KINDS = {".png": "png", ".svg": "svg"}


class NoPicture(AanjagerError):
    """The picture that was asked for cannot be made; nobody was invited."""


@contextmanager
def pictured(file: Path | None, link: str | None) -> Iterator[None]:
    """Write the picture of a link for what is done inside; no file, no picture. NoPicture says what is in the way."""
    if file is None:
        yield
        return
    _write(file, draw_qr(_known(link), _kind(file)))
    try:
        yield
    except BaseException:
        file.unlink()
        raise


def _kind(file: Path) -> str:
    kind = KINDS.get(file.suffix.lower())
    if kind is None:
        raise NoPicture(
            _("A QR picture is a .png or an .svg, which {file} is not.", file=file.name),
            _("Give the file a name that ends in .png or .svg."),
        )
    return kind


def _known(link: str | None) -> str:
    if link is None:
        raise NoPicture(
            _("A QR picture holds a link, and the bot has no name on Telegram yet."),
            _("Start it there once with: aanjager run. Or invite without --qr: the code can be typed."),
        )
    return link


def _write(file: Path, picture: bytes) -> None:
    """Write a new file that nobody else can read: whoever has the picture takes part."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise NoPicture(
            _("{file} is there already; nothing is overwritten.", file=str(file)),
            _("Choose another name, or remove that file first."),
        ) from error
    except OSError as error:
        raise NoPicture(
            _("{file} cannot be written.", file=str(file)),
            _("Choose a folder that is there and that you may write to."),
        ) from error
    with os.fdopen(handle, "wb") as opened:
        opened.write(picture)
