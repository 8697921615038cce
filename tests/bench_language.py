"""How fast Dutch is read: medians of warm calls on one core. ``python -m tests.bench_language`` prints them."""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.language.large_plan import large_index, milestones_index

NOW = datetime(2021, 5, 19, 15, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
LANGUAGE = Path(__file__).parent / "language"
Measured = tuple[str, float, float]  # what, its median in ms, the most that was promised


def median(calls: list[Callable[[], object]], rounds: int = 3) -> float:
    """Return the median milliseconds of a call, after one round to warm up."""
    took: list[float] = []
    for number in range(rounds + 1):
        for call in calls:
            begun = time.perf_counter()
            call()
            if number:
                took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took)


def messages() -> Iterator[Measured]:
    """A message against a plan of 100 activities; and which of 1,000 milestones it means."""
    from language.reading import read_message

    lines = [
        json.loads(line)
        for name in ("messages_nl.jsonl", "messages_own.jsonl")
        for line in (LANGUAGE / name).read_text(encoding="utf-8").splitlines()
    ]
    plan, milestones = large_index(), milestones_index()
    read = [partial(read_message, one["text"], now=NOW, role=one["from"], activities=plan) for one in lines]
    yield "a message, 100 activities", median(list(read)), 3.0
    meant = [partial(milestones.meant, one["text"]) for one in lines]
    yield "its milestone among 1,000", median(list(meant)), 3.0


if __name__ == "__main__":
    for what, took, most in messages():
        print(f"{what:30} {took:6.2f} ms (promised: {most:.2f})")  # noqa: T201
