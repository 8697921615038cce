"""Which drawing is drawn by which function; delivery calls this when the message goes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from documents.pictures.qr import describe_qr
from documents.pictures.week_words import describe_week
from language.catalogue import catalogue
from programme.invitations import QrCode
from programme.meetings import MeetingFile
from programme.messages import Drawing
from programme.week import WeekDrawing


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A file as it goes out: its name (for a picture its text alternative), media type and bytes."""

    name: str
    type: str
    data: bytes


def _week(drawing: WeekDrawing, language: str) -> Drawn:
    from documents.pictures.week_picture import draw_week

    said = catalogue(language).render(describe_week(drawing.week))
    return Drawn(name=_sentences(said), type="image/png", data=draw_week(drawing.week, language))


def _sentences(said: str) -> str:
    """Return lines and lists as one line that can be read out."""
    parts = (line.removeprefix("– ") for line in said.splitlines())
    return " ".join(part if part.endswith((":", ".")) else f"{part}." for part in parts)


def _qr(drawing: QrCode, language: str) -> Drawn:
    from documents.pictures.qr import draw_qr

    said = catalogue(language).render(describe_qr(drawing))
    return Drawn(name=said, type="image/png", data=draw_qr(drawing.link, "png"))


def _meeting(drawing: MeetingFile, language: str) -> Drawn:
    from documents.meeting_files import TYPE, name_of, write_meeting

    return Drawn(name=name_of(drawing), type=TYPE, data=write_meeting(drawing))


DRAWN: Mapping[type[Drawing], Callable[[Any, str], Drawn]] = {
    WeekDrawing: _week,
    QrCode: _qr,
    MeetingFile: _meeting,
}


def draw(drawing: Drawing, language: str) -> Drawn:
    """Draw a picture or paper in a language."""
    return DRAWN[type(drawing)](drawing, language)
