"""The cases: what people type and what it means, in three sets.

``examples`` are those that the first rules were written by, ``seen`` was open to whoever wrote rules since, ``unseen``
was not: of that one the report tells figures, and never a text. What stands in an open set as well is no longer unseen
and is left out there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from tests.language.moment import HOME, NOW

FOLDER = Path(__file__).parent.parent
OPEN = ("examples", "seen")
SETS = (*OPEN, "unseen")
SMALL_PLANS_NOW = datetime(2021, 5, 19, 15, 0, tzinfo=HOME)

# kind, start, end, rule; as written in the tables, ISO 8601 to the minute.
Meaning = tuple[str, str, str, str]


@dataclass(frozen=True, kw_only=True)
class DateCase:
    """A phrase, the moment at which it is read, and what it means then; readers of ours are not told the language."""

    text: str
    now: datetime
    meaning: Meaning
    language: str = "nl"


@dataclass(frozen=True, kw_only=True)
class MessageCase:
    """A message, who sent it when, the plan it is about, and the fields that are judged; None is to stay empty."""

    text: str
    role: str
    now: datetime
    plan: str
    expect: Mapping[str, Any]
    language: str = "nl"


Case = TypeVar("Case", DateCase, MessageCase)


def dates(name: str) -> list[DateCase]:
    """Return the phrases of one set."""
    found = [case for path in files(name, "dates*.tsv") for case in _dates(path)]
    known = () if name in OPEN else (case for one in OPEN for case in dates(one))
    return _apart(found, known)


def messages(name: str) -> list[MessageCase]:
    """Return the messages of one set."""
    found = [case for path in files(name, "messages*.jsonl") for case in _messages(path)]
    known = () if name in OPEN else (case for one in OPEN for case in messages(one))
    return _apart(found, known)


def _apart(cases: Iterable[Case], known: Iterable[Case]) -> list[Case]:
    """Return the cases whose text is none of those that are known."""
    texts = {case.text.casefold() for case in known}
    return [case for case in cases if case.text.casefold() not in texts]


def files(name: str, pattern: str) -> list[Path]:
    """Return the files of one set, in their order."""
    folder = FOLDER if name == "examples" else FOLDER / "cases" / name
    return sorted(folder.glob(pattern))


def _dates(path: Path) -> Iterator[DateCase]:
    """Read a table; in one of ``dates_when`` each line begins with the moment at which its phrase is read."""
    language = "nl"
    for line in path.read_text(encoding="utf-8").splitlines():
        language = "en" if line.startswith("# English") else language
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        now = datetime.fromisoformat(cells.pop(0)).astimezone(HOME) if "when" in path.stem else NOW
        yield DateCase(text=cells[0], now=now, meaning=_meaning(cells[1:]), language=language)


def _meaning(cells: list[str]) -> Meaning:
    kind, start, end, rule = [*cells, "", "", ""][:4]
    return kind, start, end, sorted_rule(rule)


def sorted_rule(rule: str) -> str:
    """Write an RRULE with its parts in one order: their order means nothing."""
    return ";".join(sorted(rule.split(";")))


def _messages(path: Path) -> Iterator[MessageCase]:
    """Read messages; those that name no plan are about the tests' small one, and of its time."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield MessageCase(
            text=case["text"],
            role=case["from"],
            now=NOW if "plan" in case else SMALL_PLANS_NOW,
            plan=case.get("plan", ""),
            expect=case["expect"],
            language=case.get("language", "nl"),
        )
