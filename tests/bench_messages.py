"""How long it takes to read a message: warm, one at a time, the median against a plan as large as plans get."""

import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from language.messages.reading import read_message
from tests.figures import Figure
from tests.language.large_plan import large_index, milestones_index

NOW = datetime(2021, 5, 19, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
LANGUAGE = Path(__file__).parent / "language"
PROMISED = 3.0  # ms
ROUNDS = 3


def messages() -> Iterator[Figure]:
    """A message against a plan of 100 activities, and which of its 1,000 milestones it means."""
    for what, took in measured():
        yield Figure(what=what, measured=f"{took:.2f} ms", promised=f"{PROMISED:.0f} ms")


def measured() -> Iterator[tuple[str, float]]:
    """Yield what was measured, and its median in milliseconds."""
    names = ("messages_nl.jsonl", "messages_own.jsonl")
    cases = [json.loads(line) for name in names for line in (LANGUAGE / name).read_text("utf-8").splitlines()]
    plan, milestones = large_index(), milestones_index()
    read = _median(lambda one: read_message(one["text"], now=NOW, role=one["from"], activities=plan), cases)
    yield f"reading a message, median of {len(cases)}", read
    yield (
        "  and which of 1,000 milestones it means",
        _median(lambda one: milestones.meant(one["text"]), cases),
    )


def _median(read: Callable[[dict[str, Any]], object], cases: Sequence[dict[str, Any]]) -> float:
    """Return the median in milliseconds of the processor's time, after every case was read once."""
    taken: list[float] = []
    for number in range(ROUNDS + 1):
        for case in cases:
            begun = time.process_time()
            read(case)
            if number:
                taken.append(1000 * (time.process_time() - begun))
    return statistics.median(taken)
