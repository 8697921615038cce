"""Where a message may part, and what is left of each side."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.messages.several import goes_on, pieces


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Gamedesign gedraaid met 22 lln, en de evaluatie van de campagne is klaar. Verder: gastles gegeven",
            ["Gamedesign gedraaid met 22 lln", "de evaluatie van de campagne is klaar", "gastles gegeven"],
        ),
        ("- robotica top\n- lassen klaar", ["robotica top", "lassen klaar"]),
        ("1. robotica top\n2) lassen klaar", ["robotica top", "lassen klaar"]),
        ("robotica ging goed, ook lassen gedaan", ["robotica ging goed", "lassen gedaan"]),
        ("robotics went well, and the report is done", ["robotics went well", "the report is done"]),
        ("robotics went well. Also: a guest lesson", ["robotics went well", "a guest lesson"]),
        ("les op 3 dec. met ca. 20 lln", ["les op 3 dec. met ca. 20 lln"]),
        ("", []),
    ],
)
def test_a_message_parts_at_sentences_lists_and_words_for_more(text: str, parts: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == parts


@pytest.mark.parametrize(
    "text", ["maar te weinig laptops", "Vervolg eind mei", "Helaas was het druk", "but late"]
)
def test_what_goes_on_about_the_same_begins_nothing(text: str) -> None:
    assert goes_on(text)


@given(st.text(alphabet="ab .,;!\n-*1en ook verder", max_size=80))
def test_nothing_but_borders_is_left_out(text: str) -> None:
    found = pieces(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(piece.text == text[piece.start : piece.end].strip() for piece in found)
