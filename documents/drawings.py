"""Which drawing is drawn by which function; delivery calls this when the message goes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from programme.messages import Drawing


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A file as it goes out: its name (for a picture its text alternative), media type and bytes."""

    name: str
    type: str
    data: bytes


DRAWN: Mapping[type[Drawing], Callable[[Any, str], Drawn]] = {}


def draw(drawing: Drawing, language: str) -> Drawn:
    """Draw a picture or paper in a language."""
    return DRAWN[type(drawing)](drawing, language)
