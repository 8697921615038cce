"""Whether pupils can be recognised in a picture: a no only where it is plain, because a wrong one keeps a face."""

import pytest

from language.conversation.faces import answers, recognisable


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nee",
            "Nee hoor",
            "nee hoor, alleen handen",
            "nee, alleen de werkstukken",
            "Alleen de robots",
            "niemand",
        ),
        *(
            "nee, niemand herkenbaar",
            "nee je ziet alleen ruggen",
            "geen gezichten te zien",
            "nee, geen leerlingen",
        ),
        *("zeker niet", "nee alleen van achteren", "niet herkenbaar", "nee, alleen docenten", "❌"),
    ],
)
def test_who_says_that_nobody_is_seen_is_understood(text: str) -> None:
    assert recognisable(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "ja",
        "Ja helaas wel",
        "jazeker",
        "ja, een paar",
        "helaas wel",
        "eentje wel",
        "ja, maar ze hebben toestemming",
        "zeker",
    ],
)
def test_who_says_that_somebody_is_seen_is_understood(text: str) -> None:
    assert recognisable(text) is True


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ok",
            "prima",
            "👍",
            "misschien",
            "",
            "weet niet",
            "ja maar niet herkenbaar",
            "ja nee",
            "alleen Sanne",
        ),
        *(
            "nee, alleen Sanne",
            "nee, alleen leerlingen van klas 3",
            "nee, niet alleen handen",
            "nee maar wel hun gezichten",
        ),
        *(
            "nee, alleen een leerling van opzij",
            "niet iedereen",
            "nee, eentje wel",
            "nee, behalve achteraan",
            "nee, gezichten",
        ),
    ],
)
def test_in_doubt_it_is_neither(text: str) -> None:
    assert recognisable(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nee, alleen Sanne", True),
        ("ja maar niet herkenbaar", True),
        ("alleen Sanne", True),
        ("20 leerlingen", False),
    ],
)
def test_who_sets_out_to_answer_is_known(text: str, meant: bool) -> None:
    assert answers(text) is meant
