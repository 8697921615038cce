"""The score of messages, field by field; a field that a case does not give is not judged."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal

from language.messages.counts import COUNTABLE
from language.messages.index import ActivityIndex, Vocabulary
from language.messages.reading import Reading, read_message
from tests.language.moment import BREAKS
from tests.language.plan import activities
from tests.language.report.cases import FOLDER, MessageCase

Verdict = Literal["right", "wrong", "nothing"]

CONTAINED = frozenset({"barrier", "praise", "topic", "organisation", "next"})
MEANT, ENGLISH = "activity, where one is meant", "in English, all fields"
# The rows of the table, each with its fields.
ROWS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "activity": ("activity",),
    MEANT: ("activity",),
    "counts and amounts": COUNTABLE,
    "result": ("result",),
    "date": ("date",),
    "obstacle": ("barrier",),
    "success": ("praise",),
    "topic": ("topic",),
    "organisation": ("organisation",),
    "next step": ("next", "next_date"),
    "registration": ("rsvp",),
    ENGLISH: ("kind", *COUNTABLE, "date", "rsvp"),
}
Scores = Mapping[str, Counter[Verdict]]


@cache
def plan(name: str) -> ActivityIndex[int]:
    """Index one of the cases' own plans by the numbers of its activities; without a name the tests' small plan."""
    if not name:
        return activities()
    plans = json.loads((FOLDER / "cases" / "plans.json").read_text(encoding="utf-8"))
    return ActivityIndex([_vocabulary(activity) for activity in plans[name]["activities"]])


def _vocabulary(activity: Mapping[str, Any]) -> Vocabulary[int]:
    text = [f"{one['title']}. {one['text']}" for one in activity["milestones"]]
    return Vocabulary(number=activity["number"], title=activity["title"], text="\n".join(text))


def read(case: MessageCase) -> Reading[int]:
    """Read a message as the bot does."""
    return read_message(case.text, now=case.now, role=case.role, activities=plan(case.plan), breaks=BREAKS)


def verdicts(case: MessageCase) -> dict[str, Verdict]:
    """Judge every field that the case gives."""
    reading = read(case)
    return {field: _verdict(field, wanted, found(reading, field)) for field, wanted in case.expect.items()}


def found(reading: Reading[int], field: str) -> Any:
    """Return what a reading has for a field of the cases; None when it has nothing."""
    if field in COUNTABLE:
        return getattr(reading.counts, field)
    value = getattr(reading, "result" if field == "rsvp" else field, None)
    return (value.isoformat() if isinstance(value, date) else value) or None


def _verdict(field: str, wanted: Any, read: Any) -> Verdict:
    if read == wanted or (field in CONTAINED and read and wanted and wanted.lower() in read.lower()):
        return "right"
    return "wrong" if read is not None else "nothing"


def scores(cases: Sequence[MessageCase]) -> Scores:
    """Count the verdicts by row of the table."""
    rows: dict[str, Counter[Verdict]] = {row: Counter() for row in ROWS}
    for case in cases:
        for field, verdict in verdicts(case).items():
            for row in _rows(case, field):
                rows[row][verdict] += 1
    return rows


def _rows(case: MessageCase, field: str) -> Iterator[str]:
    """Yield the rows in which a field of a case counts."""
    for row, fields in ROWS.items():
        empty = row == MEANT and case.expect[field] is None
        if field in fields and not empty and (row != ENGLISH or case.language == "en"):
            yield row
