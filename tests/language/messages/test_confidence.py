"""What is said to be nine in ten sure is right at least nine times in ten."""

import json
from collections import defaultdict
from pathlib import Path

from language.messages.reading import read_message
from tests.language.messages.test_reading import NOW, PLAN, fits

FOLDER = Path(__file__).parents[1]


def test_how_sure_a_reading_is_says_how_often_it_is_right() -> None:
    right: dict[float, list[bool]] = defaultdict(list)
    for name in ("messages_nl", "messages_own"):
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            reading = read_message(message["text"], now=NOW, role=message["from"], activities=PLAN)
            for field, wanted in message["expect"].items():
                sure = reading.confidence.get("result" if field == "rsvp" else field)
                if sure is not None and not (field == "activity" and reading.activity is None):
                    right[int(10 * sure) / 10].append(fits(reading, field, wanted))
    assert sum(map(len, right.values())) > 250
    assert {sure: sum(hits) / len(hits) for sure, hits in right.items() if sum(hits) / len(hits) < sure} == {}
