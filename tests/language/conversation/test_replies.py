"""A word below a reminder that leaves open how it stands, and a day that is all the answer."""

from datetime import UTC, date, datetime

import pytest

from language.conversation.replies import day_alone, stand_alone, vague
from programme.records import Stand

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
            "bijna",
            "Bijna klaar",
            "nog niet",
            "loopt",
            "loopt nog",
        ),
        *(
            "komt goed",
            "Komt wel goed hoor",
            "het komt allemaal goed",
            "allemaal prima",
            "alles gaat goed!",
            "alles ok",
        ),
        *(
            "mee bezig",
            "we zijn er mee bezig",
            "geen idee",
            "weet ik nog niet",
            "duurt nog even",
            "deels",
            "nee joh",
        ),
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
    ("text", "stand"),
    [
        ("is klaar", Stand.DONE),
        ("Klaar!", Stand.DONE),
        ("ja, het is al afgerond", Stand.DONE),
        ("die is gelukkig gehaald hoor", Stand.DONE),
        ("op schema", Stand.ON_TRACK),
        ("loopt volgens plan", Stand.ON_TRACK),
        ("bijna klaar", None),
        ("is niet klaar", None),
        ("de lesbrief is klaar", None),
        ("is klaar voor 20 leerlingen", None),
        ("klaar, volgende week de evaluatie", None),
        ("nee", None),
    ],
)
def test_a_stand_alone_is_what_is_said_of_the_one_that_was_asked_about(
    text: str, stand: Stand | None
) -> None:
    assert stand_alone(text) is stand


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
