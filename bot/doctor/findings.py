"""What a check of the house looks at, and what it can find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.settings import Settings
from programme.text import Text
from storage.database import MemoryStore


class Level(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a check found, and what to do ``next``; nothing, where all is well."""

    level: Level
    check: str
    what: Text
    next: Text = ""


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What the checks look at. ``typed``: the shared options that were given, for the commands in what to do next.

    ``environ``: the environment, of which settings are no part.
    """

    settings: Settings
    now: datetime
    store: MemoryStore | None
    typed: str = ""
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)


def ok(check: str, what: Text) -> Finding:
    """Return that all is well."""
    return Finding(level=Level.OK, check=check, what=what)


def warning(check: str, what: Text, next: Text) -> Finding:
    """Return that something will go wrong sooner or later."""
    return Finding(level=Level.WARNING, check=check, what=what, next=next)


def problem(check: str, what: Text, next: Text) -> Finding:
    """Return that something is wrong now."""
    return Finding(level=Level.PROBLEM, check=check, what=what, next=next)
