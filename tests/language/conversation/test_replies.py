"""A word below a reminder that leaves open how it stands, and a day that is all the answer."""

from datetime import UTC, date, datetime

import pytest

from language.conversation.replies import day_alone, mistaken, unknown, vague

NOW = datetime(2021, 11, 30, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ja",
            "Nee",
            "nee hoor",
            "ok",
            "👍",
            "prima",
            "top",
            "tja",
            "mwah",
            "straks",
            "nee joh",
            "duurt nog even",
        ),
        *("allemaal prima", "alles ok"),
    ],
)
def test_a_word_that_leaves_open_how_it_stands_is_vague(text: str) -> None:
    assert vague(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "is klaar",
            "op schema",
            "komt goed",
            "bijna klaar",
            "alles gaat goed!",
            "nee nog niet, wordt maart",
            "vertraagd",
            "hoi",
            "dank je wel",
            "wie is de coördinator?",
        ),
        *(
            "pilot gedraaid, ging prima",
            "alles goed gegaan met 20 leerlingen",
            "komt de machine nog?",
            "bijna ongeluk",
        ),
    ],
)
def test_what_tells_more_is_not(text: str) -> None:
    assert not vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "weet ik niet",
        "geen idee",
        "niks bijzonders",
        "nog onbekend",
        "misschien",
        "kan ik nog niet zeggen",
        "-",
    ],
)
def test_who_cannot_tell_gives_no_reason(text: str) -> None:
    assert unknown(text)


@pytest.mark.parametrize(
    "text", ["toch niet", "sorry verkeerd getikt", "foutje", "oeps, per ongeluk", "nee, is niet vertraagd"]
)
def test_what_was_tapped_is_taken_back(text: str) -> None:
    assert mistaken(text)


@pytest.mark.parametrize(
    "text",
    [
        "docent ziek",
        "geen tijd",
        "verkeerde machines geleverd",
        "geen docent",
        "foute bestelling",
        "een ongeluk",
    ],
)
def test_a_reason_is_neither(text: str) -> None:
    assert not unknown(text)
    assert not mistaken(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("half maart", date(2022, 3, 15)),
        ("wordt maart", date(2022, 3, 31)),
        ("Eind maart denk ik", date(2022, 3, 31)),
        ("ergens in april", date(2022, 4, 30)),
        ("nee, pas 1 maart 2022", date(2022, 3, 1)),
        ("over twee weken", date(2021, 12, 14)),
    ],
)
def test_a_day_alone_is_read_ahead(text: str, day: date) -> None:
    reading = day_alone(text, NOW)
    assert reading
    assert reading.due == day


def test_a_day_alone_that_cannot_be_says_why() -> None:
    reading = day_alone("31 februari", NOW)
    assert reading
    assert reading.due is None
    assert reading.wrong


@pytest.mark.parametrize(
    "text",
    [
        "pilot gedraaid in maart",
        "nee nog niet, de machines komen in maart",
        "van maart tot eind mei en dan in juni",
        "ja",
    ],
)
def test_a_day_in_a_story_is_not_alone(text: str) -> None:
    assert day_alone(text, NOW) is None
