"""Several updates in one message: nothing that was typed is lost, whatever becomes of the others."""

import pytest

from programme.updates import Update
from storage import updates
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed

FIRST, SECOND = "Pilot robotica gedraaid met 22 lln, ging goed", "mijlpaal technolab ingericht is klaar"
MESSAGE = f"{FIRST}. Verder: {SECOND}"


def reported(bot: Direct) -> list[Update]:
    return bot.store.read(lambda tx: updates.by_person(tx, REGION.key, "docent", 50))


@pytest.mark.parametrize(
    ("presses", "said"),
    [
        (["Alles bewaren"], [SECOND, FIRST]),
        (["Bewaren", "Bewaren"], [SECOND, FIRST]),
        (["Annuleren", "Bewaren"], [SECOND]),
        (["Bewaren", "Annuleren"], [FIRST]),
    ],
)
def test_each_part_is_saved_with_its_own_text_or_not_at_all(presses: list[str], said: list[str]) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", MESSAGE)
    for press in presses:
        bot.press("docent", "", press)
    assert sorted(one.details.said for one in reported(bot)) == sorted(said)


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"{FIRST}. Helaas was het technolab dicht.",
        f"{FIRST}, vervolg eind maart. De gastles komt nog.",
        f"{FIRST}. Er waren ook 3 docenten bij.",
        "De les robotica ging goed en iedereen was blij",
    ],
)
def test_what_is_told_of_one_thing_stays_one_report(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("docent", "", text)
    assert not any("meldingen" in one.text for one in bot.heard("docent", ""))
