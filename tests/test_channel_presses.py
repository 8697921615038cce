"""What is typed in a channel answers only what was asked there."""

from datetime import timedelta

import pytest

from handlers.plan.milestones import Open
from programme.messages import Address, Button, Outgoing
from storage.database import Transaction
from storage.messages import outbox
from tests.platforms import Direct
from tests.two_regions import START, seed

CHANNEL = "Kanaal Regio Noord"


def test_a_number_typed_in_a_channel_is_no_answer_to_what_was_asked_in_private() -> None:
    bot = Direct(seed, START)

    def ask(tx: Transaction) -> None:
        press = Open(region="N", milestone="n-milestone")
        asks = Outgoing(
            text="Alleen voor jou",
            buttons=(Button(label="Bekijk", press=press),),
            to=Address(person="n-trekker"),
        )
        outbox.say(tx, asks, asked_in=None, region="N", now=START)

    bot.store.write(ask).result()
    bot.turn(START)
    for text in ("1", "Bekijk"):
        bot.say("n-trekker", CHANNEL, text)
        assert not [one for one in bot.heard("n-trekker", CHANNEL) if "keuzevakken" in one.text.casefold()]
    bot.heard("n-trekker", "")
    bot.say("n-trekker", "", "1")
    assert "Pilot twee keuzevakken" in bot.heard("n-trekker", "")[-1].text


@pytest.mark.parametrize("where", ["Nieuwe", "Kanaal Regio Zuid"])
def test_nothing_personal_begins_in_a_group_wherever_it_was_asked(where: str) -> None:
    bot = Direct(seed, START)
    bot.say("n-docent", where, "/instellingen")
    [shown] = bot.screen.changed[bot._chat("n-docent", where)]
    assert (shown.private, shown.begin) == (True, "instellingen")
    assert shown.text.endswith("Open ons privégesprek, dan gaan we daar verder met /instellingen.")
    assert bot.heard("n-docent", "") == []
    bot.say("n-docent", "", "/start instellingen")
    assert bot.heard("n-docent", "")[-1].text.startswith("Je instellingen")


@pytest.mark.parametrize("text", ["/melden", "/mijn", "/regio", "@aanjager Pilot gedraaid"])
def test_in_the_channel_of_another_region_nothing_of_it_is_begun(text: str) -> None:
    bot = Direct(seed, START)
    bot.say("n-manager", "Kanaal Regio Zuid", text)
    assert bot.heard("n-manager", "") == []


@pytest.mark.parametrize("thief", ["nieuw", "n-manager", "z-docent"])
def test_a_press_that_was_copied_from_a_private_chat_is_nothing_to_anybody_else(thief: str) -> None:
    bot = Direct(seed, START)
    bot.say("n-docent", "", "pilot keuzevakken gelukt met 12 leerlingen")
    bot.turn(START + timedelta(days=4))
    shown = bot.screen.shown[bot._chat("n-docent", "")]
    again = next(one for message in shown for one in message.buttons if one.label == "Toch verder")
    bot.arrive(thief, "", press=again.key)
    assert not [one for one in bot.heard(thief, "") if "12 leerlingen" in one.text]
    bot.heard("n-docent", "")
    bot.arrive("n-docent", "", press=again.key)
    assert "12 leerlingen" in bot.heard("n-docent", "")[-1].text
