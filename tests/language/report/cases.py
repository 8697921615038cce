"""The cases: what people type and what it means, in three sets.

``examples`` came with the assignment, ``seen`` was open to whoever wrote rules, ``unseen`` was not: of the latter the
report tells figures, and never a text.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from programme.calendar import Break

FOLDER = Path(__file__).parent.parent
SETS = ("examples", "seen", "unseen")
HOME = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=HOME)
MESSAGES_NOW = datetime(2021, 5, 19, 15, 0, tzinfo=HOME)
BREAKS = (
    Break(name="Herfstvakantie", first=date(2026, 10, 10), last=date(2026, 10, 18)),
    Break(name="Kerstvakantie", first=date(2026, 12, 19), last=date(2027, 1, 3)),
    Break(name="Voorjaarsvakantie", first=date(2027, 2, 20), last=date(2027, 2, 28)),
    Break(name="Meivakantie", first=date(2027, 4, 24), last=date(2027, 5, 2)),
    Break(name="Zomervakantie", first=date(2027, 7, 10), last=date(2027, 8, 22)),
)

# kind, start, end, rule; as written in the tables, ISO 8601 to the minute.
Meaning = tuple[str, str, str, str]


@dataclass(frozen=True, kw_only=True)
class DateCase:
    """A phrase, the moment at which it is read, and what it means then."""

    text: str
    now: datetime
    meaning: Meaning


@dataclass(frozen=True, kw_only=True)
class MessageCase:
    """A message, the role of its sender, the plan it is about, and the fields that it gives."""

    text: str
    role: str
    plan: str
    expect: Mapping[str, Any]


def dates(name: str) -> list[DateCase]:
    """Return the phrases of one set."""
    if name == "examples":
        return list(_at(FOLDER / "dates_nl.tsv"))
    folder = FOLDER / "cases" / name
    plain = [path for path in sorted(folder.glob("dates*.tsv")) if path.stem != "dates_when"]
    found = [case for path in plain for case in _at(path)]
    when = folder / "dates_when.tsv"
    return found + (list(_when(when)) if when.exists() else [])


def messages(name: str) -> list[MessageCase]:
    """Return the messages of one set."""
    if name == "examples":
        return list(_messages(FOLDER / "messages_nl.jsonl"))
    found = sorted((FOLDER / "cases" / name).glob("messages*.jsonl"))
    own = [FOLDER / "messages_own.jsonl"] if name == "seen" else []  # older than the halves, and always open
    return [case for path in own + found for case in _messages(path)]


def _at(path: Path) -> Iterator[DateCase]:
    for row in _rows(path):
        yield DateCase(text=row[0], now=NOW, meaning=_meaning(row[1:]))


def _when(path: Path) -> Iterator[DateCase]:
    """Read a table whose first column is the moment at which the phrase is read."""
    for now, text, *meaning in _rows(path):
        at = datetime.fromisoformat(now)
        yield DateCase(text=text, now=at.replace(tzinfo=HOME), meaning=_meaning(meaning))


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _meaning(columns: list[str]) -> Meaning:
    kind, start, end, rule = [*columns, "", "", ""][:4]
    return kind, start, end, rule


def _messages(path: Path) -> Iterator[MessageCase]:
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield MessageCase(
            text=case["text"], role=case["from"], plan=case.get("plan", ""), expect=case["expect"]
        )
