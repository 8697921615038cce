"""What is typed below a reminder in words of one's own: read in its light, or a report where it is plainly one."""

from datetime import datetime

import pytest

from tests import reminders_region
from tests.platforms import Direct
from tests.talk import ZONE, Heard

AFTER = datetime(2021, 11, 30, 8, 31, tzinfo=ZONE)


def answer(text: str, story: str = "a_reply_in_ones_own_words") -> Heard:
    bot = Direct(reminders_region.seed(story), reminders_region.START)
    bot.turn(AFTER)
    bot.heard("trekker", "")
    bot.say("trekker", "", text)
    return bot.heard("trekker", "")[-1]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("nog 2 weken nodig", "Op schema"),
        ("vrijdag is het af", "Op schema"),
        ("nog 3 weken", "Vertraagd, nieuwe datum 21 dec"),
        ("wordt 2 weken later", "Vertraagd, nieuwe datum 28 dec"),
        ("komt in januari", "Vertraagd, nieuwe datum 31 jan 2022"),
        ("wordt wat later", "Vertraagd"),
        ("stoppen we mee", "Vervallen"),
        ("we stoppen ermee", "Vervallen"),
        ("daar stoppen we mee, geen geld", "Vervallen"),
        ("hoeft niet meer", "Vervallen"),
    ],
)
def test_of_the_only_milestone_nobody_asks_which(text: str, stand: str) -> None:
    assert answer(text).text.startswith(f"Pilot twee keuzevakken: {stand}?")


@pytest.mark.parametrize(
    "text",
    [
        "wacht op de drukker",
        "moet nog gedrukt worden",
        "docent ziek",
    ],
)
def test_a_remark_is_kept_and_only_how_it_stands_is_asked(text: str) -> None:
    heard = answer(text)
    assert heard.text.startswith("Dank je! Ik weet alleen nog niet hoe het ervoor staat.")
    assert f"“{text}”" in heard.text
    assert "Vertraagd" in heard.buttons


@pytest.mark.parametrize("text", ["wacht op de drukker", "nog 3 weken", "stoppen we mee"])
def test_of_several_milestones_it_is_asked_once_which(text: str) -> None:
    heard = answer(text, "a_remark_on_one_of_several")
    assert heard.text.startswith("Om welke mijlpaal gaat het?")
    assert heard.buttons[1] == "Pilot twee keuzevakken"


@pytest.mark.parametrize(
    "text",
    [
        "Bouwbedrijf Jansen stopt ermee",
        "het profiel gaat dicht",
        "Gisteren training gegeven aan 6 docenten, ging goed",
        "agendapunt: de roosters sluiten niet aan",
        "3 uur gastles gegeven",
        "hoe werkt dit?",
    ],
)
def test_news_of_something_else_is_no_answer(text: str) -> None:
    heard = answer(text)
    assert "Pilot twee keuzevakken" not in heard.text
    assert "hoe het staat" not in heard.text
