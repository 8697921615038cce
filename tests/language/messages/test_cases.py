"""The messages set aside can be scored: every expectation is one that a reading could meet.

A slip of the pen in an expected value would count against the rules for ever, unseen. No test here shows
a message or calls the reader, so the half that was set aside stays unread when one fails.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from language.messages.counts import COUNTABLE

CASES = Path(__file__).parents[1] / "cases"
SETS = tuple(
    f"{half}/{path.stem}"
    for half in ("seen", "unseen")
    for path in sorted((CASES / half).glob("messages*.jsonl"))
)
WORDS = ("organisation", "next", "barrier", "praise", "topic")
DATES = ("date", "next_date")
RESULTS = {
    "outcome": {"success", "partial", "failed"},
    "progress": {"done", "on_track", "delayed", "cancelled"},
}
KINDS = {*RESULTS, "contribution", "agenda", "signal", "rsvp", "smalltalk"}
FIELDS = {"kind", "activity", "result", "rsvp", *WORDS, *COUNTABLE, *DATES}
FROM = {"teacher", "company", "owner", "coordinator", "manager"}


def cases(name: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def activities() -> dict[str, set[int]]:
    plans = json.loads((CASES / "plans.json").read_text(encoding="utf-8"))
    return {key: {one["number"] for one in plan["activities"]} for key, plan in plans.items()}


def faults(case: dict[str, Any]) -> Iterator[str]:
    """Name what is wrong with one case, without quoting it."""
    expect = case["expect"]
    filled = {name: value for name, value in expect.items() if value is not None}
    if case["from"] not in FROM or case["language"] not in {"nl", "en"}:
        yield "sender"
    if expect["kind"] not in KINDS or not expect.keys() <= FIELDS:
        yield "fields"
    if filled.get("activity", 1) not in activities()[case["plan"]]:
        yield "activity"
    if "result" in filled and filled["result"] not in RESULTS.get(expect["kind"], set()):
        yield "result"
    if ("rsvp" in filled) != (expect["kind"] == "rsvp"):
        yield "rsvp"
    yield from (name for name in WORDS if filled.get(name, "") not in case["text"])
    yield from (name for name in COUNTABLE if filled.get(name, 1) <= 0)
    yield from (name for name in DATES if name in filled and not _is_day(filled[name]))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@pytest.mark.parametrize("name", SETS)
def test_every_expectation_could_be_met(name: str) -> None:
    found = [(line, fault) for line, case in enumerate(cases(name), 1) for fault in faults(case)]
    assert found == []


def test_no_message_is_there_twice() -> None:
    texts = [case["text"].casefold() for name in SETS for case in cases(name)]
    assert len(texts) == len(set(texts))


def test_every_plan_is_numbered_without_gaps() -> None:
    assert all(numbers == set(range(1, len(numbers) + 1)) for numbers in activities().values())
