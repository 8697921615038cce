"""Every press has exactly one answer, whoever presses what wherever, and what was chosen is chosen once."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any

import pytest
from msgspec import structs

from handlers import dispatch, tables
from handlers.dialogue.steps import Gone
from handlers.people.leaving import StartAgain
from handlers.plan.reminder_lines import Part, Reminder
from handlers.reporting.mine import ReportThis
from programme.messages import Action, Address, Button, Outgoing
from programme.records import Stand
from storage.chats import chats
from storage.database import Row, Transaction
from storage.messages import bodies, inbox, outbox
from storage.messages.inbox import Arrival
from storage.messages.outbox import BUTTONS_LIVE
from storage.people import people
from tests.platforms import Direct
from tests.test_isolation import full
from tests.two_regions import START

PRESSERS = ("n-docent", "n-manager", "z-manager", "beide", "nieuw", "left", "unheard-of")
READERS = ("n-docent", "n-manager")
GROUPS = ("Kanaal Regio Noord", "Kanaal Regio Zuid", "Nieuwe groep")
VALUES: dict[str, Any] = {
    "region": "N",
    "milestone": "n-milestone",
    "update": "n-update",
    "into": "n-update",
    "items": (("N", "n-milestone"),),
    "stand": Stand.DONE,
    "view": Reminder(
        parts=(Part(region="N", items=(("n-milestone", "ask"),)),), mark=0, subject="s", asked=True
    ),
    "value": "x",
    "page": 1,
    "accept": True,
    "stays": True,
}


def some(kind: type[Action]) -> Action:
    """An action of a kind: what it must be given comes from VALUES, and text stands for any other key."""
    needed = [one for one in fields(kind) if one.default is MISSING]  # type: ignore[arg-type]
    return kind(**{one.name: VALUES.get(one.name, "x") for one in needed})


def everywhere(tx: Transaction) -> None:
    full(tx)
    people.add_person(tx, replaced(tx, "n-docent", "left"), START)
    chat = chats.arrive(tx, "local", "left", "private", "Weg", START)
    chats.open_account(tx, "local", "left", "left")
    chats.belongs_to(tx, chat.key, "left")
    people.end_role(tx, "N", "left", None, START)


def replaced(tx: Transaction, known: str, key: str) -> Any:
    person = people.person(tx, known)
    assert person is not None
    return type(person)(key=key, name="Weg", memberships=person.memberships)


def said(bot: Direct, kind: type[Action], where: Address) -> str:
    """Say something with one button; return the key of the button."""
    buttons = (Button(label="Kies", press=some(kind)), Button(label="Iets anders", press=Gone()))
    asks = Outgoing(text="Wat kies je?", buttons=buttons, to=where)
    row = bot.store.write(lambda tx: outbox.say(tx, asks, asked_in=None, region="N", now=START)).result()
    return bot.store.read(
        lambda tx: str(tx.value("SELECT key FROM buttons WHERE message = :row ORDER BY number", row=row))
    )


def press(bot: Direct, key: str, who: str, chat: str) -> list[str]:
    """Press, and return the answers to it."""
    bot._events += 1
    query = f"q{bot._events}"
    arrival = Arrival(
        platform="local", event=f"p{bot._events}", chat=chat, account=who, press=key, query=query
    )

    def taken(tx: Transaction) -> list[Row]:
        newest = tx.value("SELECT COALESCE(MAX(key), 0) FROM outbox")
        [kept] = inbox.receive(tx, (arrival,), bot.now)
        dispatch.dispatch(tx, structs.replace(arrival, key=kept), bot.now)
        return tx.rows("SELECT body FROM outbox WHERE key > :newest AND urgency = 0", newest=newest)

    said = [bodies.found(row["body"]) for row in bot.store.write(taken).result()]
    assert all(one.answers == query for one in said)
    return [one.text for one in said]


def group_chat(bot: Direct, address: str) -> str:
    made = bot.store.write(lambda tx: chats.arrive(tx, "local", address, "channel", "Groep", START))
    return made.result().key


def message(bot: Direct, key: str) -> tuple[str, int]:
    """Return what the message under which a button stood says now, and how many buttons it has."""
    row = bot.store.read(
        lambda tx: tx.rows(
            """SELECT body, (SELECT COUNT(*) FROM buttons AS now WHERE now.message = outbox.key
                   AND now.revision = outbox.revision) AS live
               FROM outbox WHERE key = (SELECT message FROM buttons WHERE key = :key)""",
            key=key,
        )[0]
    )
    return bodies.found(row["body"]).text, row["live"]


def places(bot: Direct, who: str) -> list[str]:
    own = bot.store.read(lambda tx: chats.private_chat(tx, who))
    return [*([own] if own else []), *(bot._chat(who, group) for group in GROUPS)]


@pytest.mark.parametrize("kind", tables.PRESSES, ids=lambda kind: kind.__name__)
def test_every_press_has_one_answer_and_what_changed_anything_cannot_be_pressed_again(
    kind: type[Action],
) -> None:
    bot = Direct(everywhere, START)
    for where in (*(Address(person=one) for one in READERS), Address(chat=bot._chat("", GROUPS[0]))):
        for who in PRESSERS:
            for chat in places(bot, who):
                key, before = said(bot, kind, where), events(bot)
                assert len(press(bot, key, who, chat)) == 1, (where, who, chat)
                assert events(bot) == before or message(bot, key)[1] == 0, (where, who, chat)
                assert len(press(bot, key, who, chat)) == 1, (where, who, chat, "again")


def events(bot: Direct) -> int:
    return int(bot.store.read(lambda tx: tx.value("SELECT COUNT(*) FROM history")))


@pytest.mark.parametrize("key", ["never was", "expired"])
def test_a_button_that_is_no_more_is_answered_too(key: str) -> None:
    bot = Direct(everywhere, START)
    if key == "expired":
        key = said(bot, StartAgain, Address(person="n-docent"))
        bot.now = START + BUTTONS_LIVE
    for who in PRESSERS:
        for chat in places(bot, who):
            assert len(press(bot, key, who, chat)) == 1


@pytest.mark.parametrize("where", ["private", GROUPS[0]])
def test_a_fault_of_ours_is_an_answer_to_a_press_and_says_nothing_else(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = Direct(everywhere, START)
    chat = bot._chat("n-docent", "" if where == "private" else where)
    key = said(bot, ReportThis, Address(chat=chat))

    def fails(*_all: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(dispatch, "answer", fails)
    bot.turn(START)
    bot.heard("", chat)
    bot.arrive("n-docent", chat, press=key)
    assert [one.text for one in bot.heard("", chat)] == ["Er ging bij mij iets mis. Probeer het nog eens."]


ELSEWHERE: dict[str, tuple[str, Callable[[Direct], str]]] = {
    "somebody else in private": ("n-manager", lambda bot: bot._chat("n-manager", "")),
    "its reader in a channel": ("n-docent", lambda bot: bot._chat("", GROUPS[0])),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_a_forwarded_button_explains_itself_and_does_nothing(case: str) -> None:
    who, chat = ELSEWHERE[case]
    bot = Direct(everywhere, START)
    key = said(bot, ReportThis, Address(person="n-docent"))
    [told] = press(bot, key, who, chat(bot))
    assert "kopie" in told
    assert message(bot, key) == ("Wat kies je?", 2)
    [answer] = press(bot, key, "n-docent", bot._chat("n-docent", ""))
    assert "kopie" not in answer


def test_a_button_of_a_channel_works_in_that_channel_only() -> None:
    bot = Direct(everywhere, START)
    bot.say("n-manager", "Nieuwe", "/kanaal")
    shown = bot.screen.shown[bot._chat("", "Nieuwe")][-1]
    [told] = press(bot, shown.buttons[0].key, "n-manager", bot._chat("", GROUPS[0]))
    assert "kopie" in told


def test_an_old_button_works_in_its_topic_where_a_platform_says_only_in_which_group_it_stands() -> None:
    bot = Direct(everywhere, START)
    group, topic = (group_chat(bot, address) for address in ("-7", "-7/3"))
    bot.arrive("n-manager", topic, text="/kanaal")
    bot.turn(START)
    bot.heard("", topic)
    [told] = press(bot, bot.screen.shown[topic][-1].buttons[0].key, "n-manager", group)
    assert "kopie" not in told
    bot.turn(START)
    assert "Wat zal ik hier" in bot.screen.shown[topic][-1].text


def test_of_two_who_press_in_a_channel_at_once_the_second_hears_who_was_first() -> None:
    bot = Direct(everywhere, START)
    bot.say("n-manager", "Nieuwe", "/kanaal")
    group = bot._chat("", "Nieuwe")
    whole, part = (one.key for one in bot.screen.shown[group][-1].buttons)
    arrivals = tuple(
        Arrival(platform="local", event=who, chat=group, account=who, press=key, query=who)
        for who, key in (("n-manager", part), ("beide", whole))
    )
    bot.store.write(lambda tx: inbox.receive(tx, arrivals, START)).result()
    bot.heard("", group)
    bot.turn(START)
    texts = [one.text for one in bot.heard("", group)]
    assert "Manager N was je voor: Deelregio Kust." in texts
    assert "Van wie is dit kanaal?\n\n✓ Deelregio Kust (Manager N)" in texts
    assert bot.store.read(lambda tx: chats.chat(tx, group)).subregion  # type: ignore[union-attr]


def test_what_was_chosen_in_private_stands_there_without_a_name_and_is_chosen_once() -> None:
    bot = Direct(everywhere, START)
    key = said(bot, ReportThis, Address(person="n-docent"))
    chat = bot._chat("n-docent", "")
    press(bot, key, "n-docent", chat)
    assert message(bot, key) == ("Wat kies je?\n\n✓ Kies", 0)
    [told] = press(bot, key, "n-docent", chat)
    assert "Je hebt al gekozen: Kies." in told


def test_what_was_refused_stays_to_be_chosen() -> None:
    bot = Direct(everywhere, START)
    bot.say("n-manager", "Nieuwe", "/kanaal")
    for who in ("n-docent", "z-manager", "nieuw", "unheard-of"):
        shown = bot.screen.shown[bot._chat("", "Nieuwe")][0]
        press(bot, shown.buttons[0].key, who, bot._chat("", "Nieuwe"))
    assert not [one for one in bot.screen.shown[bot._chat("", "Nieuwe")] if "✓" in one.text]
    bot.press("n-manager", "Nieuwe", "Regio Noord")
    assert [one for one in bot.screen.shown[bot._chat("", "Nieuwe")] if "✓ Regio Noord" in one.text]
