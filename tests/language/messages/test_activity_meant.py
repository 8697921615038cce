"""Which activity a message is about: filled in when it is sure, asked when only everyday words fit one."""

import pytest

from bot.demo.rows import FOLDER
from documents.plan_import import read_plan
from language.messages.index import ActivityIndex, Vocabulary
from tests.language.plan import activities
from tests.reports_region import ACTIVITIES

SMALL = activities()
REGION = ActivityIndex(
    [Vocabulary(number=n, title=title, text=text) for n, (title, text) in enumerate(ACTIVITIES, 1)]
)


@pytest.fixture(scope="module")
def demo() -> ActivityIndex[int]:
    return ActivityIndex(
        [
            Vocabulary(number=one.number, title=one.title, text=one.text)
            for one in read_plan(FOLDER / "plan.csv").activities
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "12 uur gastles en 500 euro hout",
        "40 uur gastles toezeggen",
        "docent ziek met griep, les lassen ging niet door",
        "excursie naar een bedrijf met 18 leerlingen",
        "materiaal gebracht, 300 euro",
        "twee laptops geschonken",
        "nieuwe machine gekocht",
        "vandaag gewerkt aan de opdracht met hout",
        "presentatie gehouden voor 60 ouders",
        "open avond, druk bezocht",
        "iedereen was ermee bezig en deed eraan mee",
        "",
    ],
)
def test_everyday_words_name_no_activity_however_few_plans_use_them(
    text: str, demo: ActivityIndex[int]
) -> None:
    assert (demo.sure(text), SMALL.sure(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Pilot domotica met 24 leerlingen, ging goed. Wel te weinig gereedschap.", 7),
        ("les drones gegeven, 18 leerlingen", 7),
        ("Module heftruck gestart met 9 leerlingen", 11),
        ("Les over programmeren in groep 8, 27 leerlingen. Erg leuk!", 2),
        ("Proef energieles in klas 2, 24 leerlingen. Te weinig meters.", 5),
        ("techniekdag met 54 leerlingen, geweldig", 1),
        ("keuzevak zorg proefgedraaid, 19 leerlingen", 10),
        ("12 uur gastles bij activiteit 6", 6),
    ],
)
def test_words_that_few_activities_go_by_name_one(text: str, number: int, demo: ActivityIndex[int]) -> None:
    assert demo.sure(text) == number


def test_what_is_not_sure_is_still_ranked_so_that_the_likeliest_is_offered_first(
    demo: ActivityIndex[int],
) -> None:
    assert demo.sure("module afgerond") is None
    assert demo.rank("module afgerond")[0][0] == 11


def test_a_word_that_tells_is_enough_in_a_region_with_few_activities() -> None:
    assert (REGION.sure("les lassen gegeven aan 16 leerlingen"), REGION.sure("les gegeven")) == (3, None)
