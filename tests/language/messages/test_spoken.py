"""Signs that were said aloud part a message as typed ones do; "punt" as a word of the sentence parts nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.messages.spoken import punctuated


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("pilot gedraaid punt 22 leerlingen komma ging goed", "pilot gedraaid. 22 leerlingen, ging goed"),
        ("Pilot robotica gedraaid punt ging goed punt", "Pilot robotica gedraaid. ging goed."),
        ("het waren er 22 punt ging goed", "het waren er 22. ging goed"),
        ("ze vonden het leuk punt", "ze vonden het leuk."),
        ("we hadden een pilot punt 22 leerlingen", "we hadden een pilot. 22 leerlingen"),
        ("is er morgen een les vraagteken", "is er morgen een les?"),
        ("robotica gedaan nieuwe regel was leuk uitroepteken", "robotica gedaan was leuk!"),
        ("knelpunt dubbele punt te weinig laptops", "knelpunt: te weinig laptops"),
        ("gave a lesson comma 12 pupils full stop", "gave a lesson, 12 pupils."),
    ],
)
def test_a_sign_that_is_said_is_one(said: str, signs: str) -> None:
    assert " ".join(punctuated(said).split()) == signs


@pytest.mark.parametrize(
    "said",
    [
        "op dat punt was het lastig",
        "punt van aandacht laptops",
        "een punt van zorg is het vervoer",
        "agenda punt vervoer",
        "goed punt",
        "een sterk punt was de begeleiding",
        "het belangrijkste punt is tijd",
        "op een punt na goed",
        "we staan op het punt te beginnen",
        "we werkten 3 komma 5 uur",
        "een les over de komma",
        "rekenen met komma getallen",
        "knelpunt laptops",
        "punt",
        "Gedraaid, 22 lln. Dat punt houden we erin",
    ],
)
def test_a_word_of_the_sentence_stays_one(said: str) -> None:
    assert punctuated(said) == said


@given(
    st.lists(st.sampled_from(["punt", "komma", "een", "22", "pilot", "vraagteken", "é", "nieuwe regel", "."]))
)
def test_every_letter_stays_in_its_place(words: list[str]) -> None:
    said = " ".join(words)
    assert len(punctuated(said)) == len(said)
