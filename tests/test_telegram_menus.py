"""Menus and invitation links on Telegram, by the whole bot over HTTP."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import House, assembled, serving
from bot.clock import SystemClock
from bot.settings import Telegram
from bot.telegram import PLATFORM
from bot.telegram.edge import TelegramEdge
from handlers.menus import FOR_GROUPS, FOR_STRANGERS
from jobs.sender import Abilities
from programme.records import Membership, Person, Region, Role
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.files import FileStore
from storage.people import people
from tests.bot_api import TOKEN, BotApi, broken, flood, shut_out

MANAGER = 501


def seed(tx: Transaction) -> None:
    """Let there be a region with a programme manager who is on Telegram."""
    now = SystemClock().now()
    people.add_region(tx, Region(key="N", name="Regio Noord"))
    manager = Person(key="manager", name="Manager", memberships=(Membership(region="N", role=Role.MANAGER),))
    people.add_person(tx, manager, now)
    chats.open_account(tx, PLATFORM, str(MANAGER), "manager")


@asynccontextmanager
async def running(api: BotApi, store: MemoryStore, folder: Path) -> AsyncIterator[None]:
    house = House(store=store, files=FileStore(folder), clock=SystemClock())
    edge = TelegramEdge(house, Telegram(base_url=api.address), SecretStr(TOKEN))
    edge.sender.abilities = Abilities()  # without limits, which would let a conversation take its time
    async with serving(assembled(house, [edge])):
        yield


async def until(true: Callable[[], bool]) -> None:
    for _time in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not come about within ten seconds")


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    made.write(seed).result()
    return made


def names(menu: list[dict[str, str]]) -> list[str]:
    return [each["command"] for each in menu]


def test_a_stranger_and_a_group_see_the_defaults_in_the_language_of_their_app(
    store: MemoryStore, tmp_path: Path
) -> None:
    async def play(api: BotApi) -> None:
        here, abroad = api.person("Sanne", started=True), api.person("Jan", language="de", started=True)
        group = api.group("Team", [here])
        async with running(api, store, tmp_path):
            await until(lambda: names(api.menu(group, abroad)) == list(FOR_GROUPS))
            assert names(api.menu(here, here)) == list(FOR_STRANGERS)
            assert api.menu(here, here)[0]["description"] == "beginnen met een code"
            assert api.menu(abroad, abroad)[0]["description"] == "begin with a code"

    with BotApi() as api:
        asyncio.run(play(api))


def test_an_invitation_by_link_leads_from_the_managers_letter_to_a_menu_of_ones_own(
    store: MemoryStore, tmp_path: Path
) -> None:
    async def play(api: BotApi) -> None:
        manager = api.person("Manager", id=MANAGER, started=True)
        newcomer = api.person("Sanne")
        async with running(api, store, tmp_path):
            api.type(manager, "/uitnodigen")
            await until(lambda: _labelled(api, manager, "Docent"))
            api.press(manager, "Docent")
            await until(lambda: "t.me" in api.last(manager).text)
            letter = api.last(manager)
            link = re.search(r"https://t\.me/aanjager_bot\?start=([A-Za-z0-9_-]{1,64})$", letter.text, re.M)
            assert link and letter.kind == "photo" and letter.buttons == ()
            api.start(newcomer, link[1])
            await until(lambda: _labelled(api, newcomer, "Sanne"))
            assert api.last(newcomer).text.startswith("Welkom bij Regio Noord! Je rol: Docent.")
            for label in ("Sanne", "Overslaan", "Op werkdagen om 16:00", "Duidelijk, ik doe mee"):
                await until(lambda label=label: _labelled(api, newcomer, label))  # type: ignore[misc]
                api.press(newcomer, label)
            await until(lambda: "melden" in names(api.menu(newcomer, newcomer)))
            assert "uitnodigen" not in names(api.menu(newcomer, newcomer))
            await until(lambda: "uitnodigen" in names(api.menu(manager, manager)))

    with BotApi() as api:
        asyncio.run(play(api))


def _labelled(api: BotApi, chat: int, label: str) -> bool:
    said = api.said(chat)
    return bool(said) and label in said[-1].labels


@pytest.mark.parametrize("fault", [flood(1), broken(502), shut_out()], ids=["429", "502", "403"])
def test_a_menu_that_does_not_arrive_disturbs_nobody(
    fault: object, store: MemoryStore, tmp_path: Path
) -> None:
    async def play(api: BotApi) -> None:
        manager = api.person("Manager", id=MANAGER, started=True)
        api.fail(fault, "setMyCommands", times=50)  # type: ignore[arg-type]
        async with running(api, store, tmp_path):
            api.type(manager, "/help")
            await until(lambda: bool(api.said(manager)))
            await until(lambda: bool(api.requests("setMyCommands")))
            api.type(manager, "/help")
            await until(lambda: len(api.said(manager)) == 2)

    with BotApi() as api:
        asyncio.run(play(api))
