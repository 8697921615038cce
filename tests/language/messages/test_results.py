"""How something went, in the words that people use: plain words, turns of phrase, shorthand; Dutch and English."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from language.messages.index import ActivityIndex
from language.messages.reading import Reading, read_message
from language.vocabulary.tongues import in_plain_words, language_of, tongue
from language.words import fold

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
NO_PLAN: ActivityIndex[int] = ActivityIndex(())
LINES = (Path(__file__).parent / "results.tsv").read_text(encoding="utf-8").splitlines()
TOLD = [line.split("\t") for line in LINES]


def read(text: str, role: str = "teacher") -> Reading[int]:
    return read_message(text, now=NOW, role=role, activities=NO_PLAN)


@pytest.mark.parametrize(("language", "role", "kind", "result", "text"), TOLD)
def test_how_it_went_is_read_from_the_words_that_people_use(
    language: str, role: str, kind: str, result: str, text: str
) -> None:
    reading = read(text, role)
    assert (language_of(fold(text)), reading.kind, reading.result) == (language, kind, result)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("het viel niet tegen", "het viel reuze mee"),
        ("viel niet tegen en niet mee", "viel niet tegen en niet mee"),
        ("allesbehalve een groot succes", "mislukt"),
        ("verre van saai", "leuk"),
        ("nog verre van klaar", "nog verre van klaar"),
        ("we hebben cake gebakken", "we hebben cake gebakken"),
        ("de mijlpaal wordt op tijd gehaald", "de mijlpaal wordt op tijd gehaald"),
        ("de docent kon niet beter uitleggen waarom", "de docent kon niet beter uitleggen waarom"),
    ],
)
def test_a_turn_of_phrase_is_put_plainly_and_nothing_else_is(text: str, plain: str) -> None:
    assert in_plain_words(text, tongue("nl")) == plain


def test_what_stands_on_the_card_is_cut_from_what_was_typed() -> None:
    reading = read("gastles: viel niet tegen, 20 lln")
    assert (reading.result, reading.praise) == ("success", "viel niet tegen")


@pytest.mark.parametrize("text", ["gastles metaal gehad, ik ben niet tevreden", "workshop gehad, tja"])
def test_a_result_of_which_little_speaks_is_asked(text: str) -> None:
    assert (read(text).kind, read(text).result) == ("outcome", None)


@pytest.mark.parametrize(
    ("text", "barrier", "praise"),
    [
        ("the guest lesson didn't go well, no laptops", "no laptops", ""),
        ("guest lesson cancelled because the speaker was ill", "the speaker was ill", ""),
        ("great lesson but too few laptops", "too few laptops", "great lesson"),
        ("was a mess, wifi down", "", ""),
    ],
)
def test_in_english_no_denial_is_a_success_and_no_result_an_obstacle(
    text: str, barrier: str, praise: str
) -> None:
    assert (read(text).barrier, read(text).praise) == (barrier, praise)


@pytest.mark.parametrize(
    "text", ["test test", "18 kids, 18 lampjes, 18 blije gezichten", "drone les yes yes yes"]
)
def test_a_few_english_words_make_no_english_message(text: str) -> None:
    assert language_of(text) == "nl"
