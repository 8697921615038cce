"""People of one region never see or change anything of another, though both use the same words."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from handlers.commands import COMMANDS
from handlers.desk import OpenDesk
from handlers.turns import Desk
from programme.events import Answered
from programme.records import (
    Activity,
    Chat,
    Membership,
    Milestone,
    Region,
    Role,
    Stand,
    UpdateKind,
)
from programme.updates import Update
from storage import events, updates
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.messages import inbox
from storage.messages.inbox import Arrival
from storage.people import people
from storage.plan import plans, progress
from tests.platforms import Direct
from tests.two_regions import NORTH, SOUTH, START, seed

OF_THE_SOUTH = ("z-", "Zuid", "'Z'", '"Z"', " Z")
SOUTHERN = ("z-activity", "z-milestone", "z-team", "z-update", "z-docent", "z-manager", "Z")
PEOPLE = ("n-docent", "n-trekker", "n-manager")
# What one holds a code for may be seen: that is what an invitation is.
BY_CODE = {"invitation", "invited"}
KEPT = [
    "regions",
    "subregions",
    "organisations",
    "breaks",
    "teams",
    "people",
    "accounts",
    "memberships",
    "pauses",
    "invitations",
    "plans",
    "activities",
    "milestones",
    "owners",
    "updates",
    "history",
    "snoozes",
]


def full(tx: Transaction) -> None:
    seed(tx)
    for region in (NORTH, SOUTH):
        updates.save(tx, update_of(region.key), START)


def update_of(region: str) -> Update:
    mine = region.lower()
    return Update(
        key=f"{mine}-update",
        region=region,
        person=f"{mine}-docent",
        kind=UpdateKind.OUTCOME,
        activity=f"{mine}-activity",
        milestone=f"{mine}-milestone",
        result="success",
        day=date(2021, 11, 29),
    )


ARGUMENTS: Mapping[str, tuple[Any, ...]] = {
    "key": SOUTHERN,
    "keys": (SOUTHERN,),
    "region": SOUTHERN,
    "text": ("Pilot twee keuzevakken", "z-milestone"),
    "most": (50,),
    "year": (2021,),
    "kind": tuple(UpdateKind),
    "since": (START.replace(year=2020),),
    "update": (update_of("Z"),),
    "milestone": SOUTHERN,
    "person": SOUTHERN,
    "code": ("0" * 32,),
    "day": (START.date(),),
}


def desk(tx: Transaction, person: str) -> OpenDesk:
    who = people.person(tx, person)
    chat = chats.chat(tx, chats.private_chat(tx, person) or "")
    assert who and chat
    return OpenDesk(tx=tx, now=START, fresh="f", person=who, region=NORTH, chat=chat)


def reads() -> list[str]:
    return [name for name in vars(Desk) if not name.startswith("_") and name not in BY_CODE]


def answers(at: OpenDesk, name: str) -> Iterator[object]:
    read = getattr(at, name)
    if not callable(read):
        yield read
        return
    names = list(inspect.signature(read).parameters)
    missing = [one for one in names if one not in ARGUMENTS]
    assert not missing, f"give {missing} of Desk.{name} a place in ARGUMENTS"
    choices: list[dict[str, Any]] = [{}]
    for one in names:
        choices = [{**known, one: value} for known in choices for value in ARGUMENTS[one]]
    for choice in choices:
        yield read(**choice)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", reads())
def test_no_read_at_a_desk_yields_anything_of_another_region(name: str, person: str) -> None:
    store = MemoryStore()
    store.write(full).result()
    found = store.read(lambda tx: [repr(one) for one in answers(desk(tx, person), name)])
    assert not [one for one in found if any(sign in one for sign in OF_THE_SOUTH)]


def test_the_signs_of_the_south_would_be_seen_at_a_desk_there() -> None:
    store = MemoryStore()
    store.write(full).result()

    def there(tx: Transaction) -> str:
        at = replace(desk(tx, "z-docent"), region=SOUTH)
        return repr((at.activities(), at.milestone("z-milestone"), at.teams(), at.people()))

    assert all(sign in store.read(there) for sign in ("z-", "'Z'", " Z"))


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("command", ["Pilot gedraaid", *(f"/{name}" for name in COMMANDS)])
def test_no_command_shows_anything_of_another_region(command: str, person: str) -> None:
    bot = Direct(full, START)
    bot.say(person, "", command)
    texts = [one.text for one in bot.heard(person, "")]
    behind = bot.store.read(lambda tx: [row["action"] for row in tx.rows("SELECT action FROM buttons")])
    assert texts
    assert not [one for one in (*texts, *behind) if any(sign in one for sign in OF_THE_SOUTH)]


def test_what_somebody_is_in_one_region_is_not_told_in_another() -> None:
    def teaches_in_the_north(tx: Transaction) -> None:
        seed(tx)
        people.join(tx, "z-manager", Membership(region=NORTH.key, role=Role.TEACHER))

    bot = Direct(teaches_in_the_north, START)
    bot.say("z-manager", "", "Signaal: het bedrijf stopt ermee")
    bot.press("z-manager", "", NORTH.name)
    bot.press("z-manager", "", "Bewaren")
    bot.turn(START.replace(hour=15))
    told = [one.text for one in bot.heard("n-manager", "")]
    assert [one for one in told if "(Docent)" in one]
    assert not [one for one in told if "Programmamanager" in one]


def kept(tx: Transaction) -> dict[str, list[dict[str, Any]]]:
    tables = {table: tx.rows(f"SELECT * FROM {table}") for table in KEPT}
    tables["channels"] = tx.rows("SELECT key, region, subregion FROM chats ORDER BY key")
    return tables


def opening(bot: Direct) -> None:
    """Bring up as many buttons of the north as there are ways to."""
    bot.say("n-docent", "", "Pilot gedraaid")
    bot.say("n-trekker", "", "/instellingen")
    bot.say("n-manager", "", "/team")
    bot.say("n-manager", "", "/uitnodigen")
    bot.say("n-manager", "Nieuwe", "/kanaal")


@pytest.mark.parametrize("presser", ["z-manager", "z-docent", "nieuw"])
@pytest.mark.parametrize("through", ["their own chat", "the channel"])
def test_presses_by_people_from_elsewhere_change_nothing(presser: str, through: str) -> None:
    bot = Direct(full, START)
    opening(bot)
    before = bot.store.read(kept)
    channel, own = bot.store.read(lambda tx: (_channel(tx), chats.private_chat(tx, presser) or ""))
    keys = bot.store.read(lambda tx: [row["key"] for row in tx.rows("SELECT key FROM buttons")])
    assert len(keys) > 15
    for key in keys:
        chat = own if through == "their own chat" else channel
        arrive(bot, Arrival(platform="local", event=f"e{key}", chat=chat, account=presser, press=key))
    assert bot.store.read(kept) == before


def _channel(tx: Transaction) -> str:
    return next(chat.key for chat in chats.channels(tx, NORTH.key))


def arrive(bot: Direct, arrival: Arrival) -> None:
    bot.store.write(lambda tx: inbox.receive(tx, (arrival,), START)).result()
    bot.turn(START)


@pytest.mark.parametrize("text", ["/kanaal", "/melden", "/team", "Pilot gedraaid", "1"])
def test_in_a_channel_people_from_elsewhere_get_and_change_nothing(text: str) -> None:
    bot = Direct(full, START)
    before = bot.store.read(kept)
    bot.say("z-manager", "Kanaal Regio Noord", text)
    bot.say("nieuw", "Kanaal Regio Noord", text)
    said = {one.text for one in bot.heard("z-manager", "Kanaal Regio Noord")}
    told = {one.partition(". Open")[0] for one in said}
    assert told <= {
        "Dit kanaal hoort bij een regio waar je niet aan meedoet.",
        "Dat is iets tussen jou en mij",
    }
    assert bot.store.read(kept) == before


def test_nobody_can_speak_in_the_private_chat_of_somebody_else() -> None:
    bot = Direct(full, START)
    theirs = bot.store.read(lambda tx: chats.private_chat(tx, "n-manager") or "")
    arrive(bot, Arrival(platform="local", event="e", chat=theirs, account="z-manager", text="/team"))
    assert bot.heard("n-manager", "") == []


def test_a_message_is_not_composed_anew_for_who_has_left_the_region() -> None:
    bot = Direct(full, START)
    bot.say("n-docent", "", "Pilot gedraaid")
    bot.store.write(lambda tx: people.end_role(tx, "N", "n-docent", None, START)).result()
    bot.heard("n-docent", "")
    bot.say("n-docent", "", "Gelukt")
    assert [one.text.partition("!")[0] for one in bot.heard("n-docent", "")] == ["Hallo"]


def test_the_same_words_find_the_records_of_the_own_region() -> None:
    store = MemoryStore()
    store.write(full).result()
    at = store.read(lambda tx: (desk(tx, "n-docent").activities(), plans.milestones(tx, "Z")))
    assert [type(one) for one in (at[0][0], at[1][0])] == [Activity, Milestone]
    assert (at[0][0].key, at[1][0].key) == ("n-activity", "z-milestone")
    assert isinstance(store.read(lambda tx: desk(tx, "n-docent").chat), Chat)


def test_a_channel_is_taken_from_its_region_by_its_own_programme_manager_only() -> None:
    bot = Direct(full, START)
    teacher_there = Membership(region="N", role=Role.TEACHER)
    bot.store.write(lambda tx: people.join(tx, "z-manager", teacher_there)).result()
    bot.say("z-manager", "Kanaal Regio Noord", "/kanaal")
    assert [one.text for one in bot.heard("z-manager", "Kanaal Regio Noord")] == [
        "Dat kan alleen de programmamanager."
    ]
    assert len(bot.store.read(lambda tx: chats.channels(tx, "N"))) == 1


def test_somebody_of_many_regions_finds_each_of_them_behind_the_question() -> None:
    bot = Direct(full, START)

    def many(tx: Transaction) -> None:
        for number in range(18):
            people.add_region(tx, Region(key=f"R{number:02}", name=f"Regio {number:02}"))
            people.join(tx, "beide", Membership(region=f"R{number:02}", role=Role.MANAGER))

    bot.store.write(many).result()
    bot.say("beide", "", "Pilot gedraaid")
    offered: list[str] = []
    for _page in range(3):
        buttons = bot.heard("beide", "")[-1].buttons
        assert len(buttons) <= 8
        offered += buttons[:-1]
        bot.press("beide", "", "Meer…")
    assert len(set(offered)) == 20
    bot.press("beide", "", "Regio Zuid")
    assert bot.heard("beide", "")[-1].text == "Over welke activiteit gaat het?"


def test_what_owners_of_another_region_said_is_not_read_through_the_key_of_their_milestone() -> None:
    store = MemoryStore()
    store.write(full).result()
    said = Answered(region="Z", person="z-docent", milestone="z-milestone", position=0, stand=Stand.ON_TRACK)
    store.write(lambda tx: events.apply(tx, [said], START)).result()
    assert store.read(lambda tx: progress.answers(tx, "Z", "z-milestone"))
    assert store.read(lambda tx: list(desk(tx, "n-docent").answers("z-milestone"))) == []
