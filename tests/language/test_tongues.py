"""English messages are read by the same code with English words."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from language.messages.index import ActivityIndex
from language.messages.reading import Reading, read_message
from language.vocabulary.tongues import language_of, tongue

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
EMPTY: ActivityIndex[int] = ActivityIndex(())


def read(text: str, role: str = "teacher") -> Reading[int]:
    return read_message(text, now=NOW, role=role, activities=EMPTY)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the lesson went well, 20 pupils", "en"),
        ("no news", "en"),
        ("de les ging goed, 20 lln", "nl"),
        ("nulmeting on hold", "nl"),
        ("open day was top", "nl"),
        ("", "nl"),
    ],
)
def test_a_message_is_english_when_its_commonest_words_are(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("role", "text", "kind", "result", "counts"),
    [
        ("teacher", "I ran the pilot with twenty-four pupils, great, but too few laptops", "outcome", "success",
         {"pupils": 24}),
        ("teacher", "The workshop did not go ahead, the teacher was ill", "outcome", "failed", {}),
        ("teacher", "not bad at all, 2 teachers and 15 students attended the lesson", "outcome", "success",
         {"teachers": 2, "pupils": 15}),
        ("owner", "the report is delayed until 1 July because two colleagues are ill", "progress", "delayed", {}),
        ("owner", "the survey is finished and shared with the schools", "progress", "done", {}),
        ("company", "we gave 2 guest lessons of 3 hours and paid €300 for the panels", "contribution", None,
         {"hours": 6, "euros": 300}),
        ("teacher", "sorry, I can't come on Thursday", "rsvp", "no", {}),
        ("owner", "nothing to report", "smalltalk", None, {}),
        ("company", "our company is withdrawing from the project", "signal", None, {}),
        ("teacher", "could we discuss the bus in the next meeting", "agenda", None, {}),
    ],
)  # fmt: skip
def test_english_tells_kind_result_and_counts(
    role: str, text: str, kind: str, result: str | None, counts: dict[str, Any]
) -> None:
    reading = read(text, role)
    assert (reading.kind, reading.result) == (kind, result)
    assert {name: getattr(reading.counts, name) for name in counts} == counts


def test_both_languages_bring_the_same_kinds_and_results() -> None:
    dutch, english = tongue("nl"), tongue("en")
    assert {kind for kind, _signs in dutch.kinds} == {kind for kind, _signs in english.kinds}
    for kind, named in dutch.results.items():
        assert {name for name, _sign in named} == {name for name, _sign in english.results[kind]}
