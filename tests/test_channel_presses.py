"""What is typed in a channel answers only what was asked there, and only what was asked of whoever types it."""

from handlers.milestones import Open
from programme.messages import Address, Button, Outgoing
from storage import outbox
from storage.database import Transaction
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


def test_two_people_who_are_asked_in_one_channel_each_answer_their_own_question() -> None:
    bot = Direct(with_meetings, START)
    for person in ("n-manager", "beide"):
        bot.say(person, CHANNEL, "/overleg")
    bot.heard("n-manager", CHANNEL)
    bot.say("n-docent", CHANNEL, "1")
    assert not [one for one in bot.heard("n-docent", CHANNEL) if one.text.startswith("Op welke dag?")]
    for person in ("n-manager", "beide"):
        bot.say(person, CHANNEL, "1")
        assert bot.heard(person, CHANNEL)[-1].text.startswith("Op welke dag?")


def with_meetings(tx: Transaction) -> None:
    seed(tx)
    tx.insert("meetings", key="m", region="N", name="Stuurgroep", per_year=6)
