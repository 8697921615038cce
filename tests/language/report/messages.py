"""The score of messages, field by field."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal

from language.index import ActivityIndex, Vocabulary
from language.reading import Reading, read_message
from tests.language.plan import activities
from tests.language.report.cases import FOLDER, MESSAGES_NOW, MessageCase

Verdict = Literal["right", "wrong", "nothing"]

CONTAINED = frozenset({"barrier", "praise", "topic", "organisation", "next"})
COUNTED = ("pupils", "teachers", "companies", "schools", "people", "hours", "euros")
# What the table shows as one row, and the field under which it is promised.
ROWS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "activity": ("activity",),
    "counts and amounts": COUNTED,
    "result": ("result",),
    "date": ("date",),
    "obstacle": ("barrier",),
    "success": ("praise",),
    "topic": ("topic",),
    "organisation": ("organisation",),
    "next step": ("next", "next_date"),
    "registration": ("rsvp",),
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
    return read_message(case.text, now=MESSAGES_NOW, role=case.role, activities=plan(case.plan))


def verdicts(case: MessageCase) -> dict[str, Verdict]:
    """Judge every field that the case gives."""
    reading = read(case)
    return {field: _verdict(field, wanted, found(reading, field)) for field, wanted in case.expect.items()}


def found(reading: Reading[int], field: str) -> Any:
    """Return what a reading has for a field of the cases; None when it has nothing."""
    if field in COUNTED:
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
    row_of = {field: row for row, fields in ROWS.items() for field in fields}
    for case in cases:
        for field, verdict in verdicts(case).items():
            rows[row_of[field]][verdict] += 1
    return rows
