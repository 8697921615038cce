"""In a group nothing personal begins: whoever turns to the bot there is shown the way to a private chat."""

from datetime import datetime, timedelta

import pytest

from handlers.commands import COMMANDS, addressed, begun, personal
from programme.invitations import read_code
from storage.chats import chats
from storage.database import Transaction
from storage.messages import conversations, inbox
from storage.messages.inbox import Arrival
from storage.messages.parcels import Parcel
from tests.platforms import Direct
from tests.two_regions import START, TEACHER, seed

NORTH = "Kanaal Regio Noord"
PERSONAL = tuple(name for name, known in COMMANDS.items() if known.personal)


def said(bot: Direct, account: str, text: str, where: str = NORTH, addressed: bool = False) -> list[Parcel]:
    """Say something in a group; return what the bot says there."""
    chat = bot._chat("", where)
    bot._events += 1
    arrival = Arrival(
        platform="local", event=f"g{bot._events}", chat=chat, account=account, text=text, addressed=addressed
    )
    bot.store.write(lambda tx: inbox.receive(tx, (arrival,), bot.now)).result()
    bot.turn(bot.now)
    return bot.screen.changed.pop(chat, [])


@pytest.fixture
def bot() -> Direct:
    return Direct(seed, START)


@pytest.mark.parametrize("name", PERSONAL)
def test_a_personal_command_begins_nothing_and_goes_on_where_the_button_leads(name: str, bot: Direct) -> None:
    [shown] = said(bot, "n-manager", f"/{name}")
    assert (shown.private, shown.begin) == (True, name)
    assert bot.heard("n-manager", "") == []
    assert no_dialogue(bot, "n-manager")
    bot.say("n-manager", "", f"/start {name}")
    begun_there = bot.heard("n-manager", "")
    other = Direct(seed, START)
    other.say("n-manager", "", f"/{name}")
    assert begun_there == other.heard("n-manager", "")


def no_dialogue(bot: Direct, person: str) -> bool:
    def found(tx: Transaction) -> bool:
        own = chats.private_chat(tx, person) or ""
        return all(
            conversations.current(tx, one, person) == (None, None) for one in (own, bot._chat("", NORTH))
        )

    return bot.store.read(found)


def test_what_is_for_everybody_is_answered_in_the_group(bot: Direct) -> None:
    [shown] = said(bot, "n-docent", "/week")
    assert not shown.private


@pytest.mark.parametrize("account", ["n-docent", "n-manager", "z-docent"])
@pytest.mark.parametrize("text", ["/help", "/start", "@aanjager"])
def test_help_in_a_group_names_what_is_answered_there_whoever_asks(
    text: str, account: str, bot: Direct
) -> None:
    [shown] = said(bot, account, text)
    assert [line.split()[0] for line in shown.text.splitlines() if line.startswith("/")] == [
        "/week",
        "/kanaal",
        "/help",
    ]
    assert (shown.private, shown.begin) == (True, "")


@pytest.mark.parametrize(
    ("text", "meant", "heard"),
    [
        ("Zullen we koffie drinken?", False, None),
        ("Zullen we koffie drinken?", True, "Zullen we koffie drinken?"),
        ("@aanjager pilot gedraaid", False, "pilot gedraaid"),
        ("@noord_bot pilot gedraaid", True, "pilot gedraaid"),
        ("@noord_bot pilot gedraaid", False, None),
        ("@noord_bot", True, "/help"),
        ("/week@noord_bot", False, "/week@noord_bot"),
        ("", True, ""),
        ("", False, None),
    ],
)
def test_what_is_meant_for_the_bot_is_heard_without_its_name(
    text: str, meant: bool, heard: str | None
) -> None:
    assert addressed(text, meant) == heard


def test_what_is_said_to_the_bot_is_not_taken_as_a_report_in_the_group(bot: Direct) -> None:
    [shown] = said(bot, "n-docent", "Pilot gedraaid met 20 leerlingen", addressed=True)
    assert (shown.private, shown.begin) == (True, "")
    assert no_dialogue(bot, "n-docent")
    assert said(bot, "n-docent", "Pilot gedraaid met 20 leerlingen") == []


def test_who_is_not_known_is_shown_the_way_once_an_hour(bot: Direct) -> None:
    [shown] = said(bot, "99", "/melden")
    assert (shown.private, shown.begin) == (True, "melden")
    for text in ("/melden", "/help", "@aanjager hallo"):
        assert said(bot, "99", text) == []
    assert len(said(bot, "98", "hallo", addressed=True)) == 1
    bot.turn(later(bot, 59))
    assert said(bot, "99", "/melden") == []
    bot.turn(later(bot, 2))
    assert len(said(bot, "99", "/week")) == 1
    assert len(bot.screen.shown[bot._chat("", NORTH)]) == 3


def later(bot: Direct, minutes: int) -> datetime:
    return bot.now + timedelta(minutes=minutes)


def test_who_is_not_known_gets_no_record_and_is_not_spoken_to_unasked(bot: Direct) -> None:
    said(bot, "99", "/melden")
    assert said(bot, "98", "Zullen we koffie drinken?") == []
    assert bot.store.read(lambda tx: [chats.account_of(tx, "local", one) for one in ("98", "99")]) == [
        None,
        None,
    ]


def test_of_who_is_not_known_neither_words_nor_name_are_kept(bot: Direct) -> None:
    chat = bot._chat("", NORTH)
    arrival = Arrival(
        platform="local", event="g", chat=chat, account="99", text="/melden Sanne is ziek", name="Kees"
    )
    bot.store.write(lambda tx: inbox.receive(tx, (arrival,), bot.now)).result()
    assert "Sanne" in bodies(bot)
    bot.turn(bot.now)
    assert "Sanne" not in bodies(bot)
    assert "Kees" not in bodies(bot)
    said(bot, "n-docent", "/week")
    assert "/week" in bodies(bot)


def bodies(bot: Direct) -> str:
    return bot.store.read(lambda tx: " ".join(row["body"] for row in tx.rows("SELECT body FROM inbox")))


def test_who_still_has_to_be_welcomed_hears_afterwards_of_what_they_came_for(bot: Direct) -> None:
    bot.say("nieuw", "", "/start melden")
    assert bot.heard("nieuw", "")[-1].text.startswith("Hallo! Ik ben Aanjager")
    bot.say("nieuw", "", TEACHER)
    bot.heard("nieuw", "")
    bot.say("nieuw", "", "/start melden")
    first, asked = (one.text for one in bot.heard("nieuw", "") if one.buttons or "Eerst" in one.text)
    assert first == "Eerst dit, daarna /melden."
    assert asked.startswith("Welkom bij Regio Noord!")
    for label in ("Nieuwe docent", "Het Lyceum", "Op werkdagen om 16:00", "Duidelijk, ik doe mee"):
        bot.press("nieuw", "", label)
    assert bot.heard("nieuw", "")[-1].text.endswith("Je kwam voor /melden: typ dat, dan beginnen we.")


def test_a_command_behind_start_is_no_code() -> None:
    for name in COMMANDS:
        assert not read_code(f"/start {name}")
        assert begun(f"/start {name}") == (f"/{name}" if personal(f"/{name}") else f"/start {name}")
