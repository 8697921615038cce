"""Updates are confirmed once they are in the database, and not before."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs
from telegram import Message

from bot.telegram.arrivals import ALLOWED
from bot.telegram.line import Line
from programme.text import _
from storage.database import MemoryStore, Transaction
from storage.driver import NoRoom
from tests.bot_api import BotApi
from tests.telegram_polling import in_store, kept, polled, polling, until

ODD_UPDATES: tuple[tuple[str, Any], ...] = (
    ("message", {"text": "no chat, no date"}),
    ("message", "no object"),
    ("callback_query", {"id": 5}),
    ("my_chat_member", []),
    ("message", {"message_id": 1, "date": "yesterday", "chat": {"id": 1, "type": "private"}}),
    ("telepathy", {"from": 1}),
)


class Full(MemoryStore):
    """A store on a disk that is full, until there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.room = False
        self.tried = 0

    def write(self, work: Callable[[Transaction], Any]) -> Any:
        self.tried += 1
        if not self.room:
            raise NoRoom(_("Telegram"), _("Telegram"))
        return super().write(work)


class Broken(MemoryStore):
    """A store in which whatever is kept meets a fault of ours, until it is mended."""

    mended = False
    tried = 0

    def write(self, work: Callable[[Transaction], Any]) -> Any:
        self.tried += 1
        if not self.mended:
            raise ZeroDivisionError
        return super().write(work)


def test_a_message_is_read_without_asking_of_each_field_whether_it_may_be_set() -> None:
    Line(SecretStr("1:a"))
    assert Message.__setattr__ is object.__setattr__


def test_what_people_do_is_kept_in_order_and_the_workers_are_woken(api: BotApi) -> None:
    anna = api.person("Anna")
    for number in range(250):
        api.type(anna, f"bericht {number}")

    async def run() -> int:
        async with polling(api, store) as rang:
            await until(lambda: not api.pending)
            return len(rang)

    with in_store() as store:
        assert asyncio.run(run()) == 3  # batches of a hundred
        assert [one.text for one in kept(store)] == [f"bericht {number}" for number in range(250)]


def test_a_webhook_that_was_set_before_is_taken_away_and_nothing_that_waits_with_it(api: BotApi) -> None:
    api.world.webhook.url = "https://elders.example/"
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Hallo"]


@pytest.mark.usefixtures("hurried")
def test_what_could_not_be_kept_is_not_confirmed_and_comes_again(api: BotApi) -> None:
    api.type(api.person("Anna"), "Hallo")

    async def run(store: Full) -> None:
        async with polling(api, store) as rang:
            await until(lambda: store.tried)
            assert api.pending and not rang
            store.room = True
            await until(lambda: not api.pending)

    full = Full()
    with in_store(full), capture_logs() as logs:
        asyncio.run(run(full))
        assert [one.text for one in kept(full)] == ["Hallo"]
    assert [(one["event"], one["fault"]) for one in logs] == [("telegram.waits", "NoRoom")]


@pytest.mark.usefixtures("hurried")
def test_a_fault_of_ours_confirms_nothing(api: BotApi) -> None:
    api.type(api.person("Anna"), "Hallo")

    async def run(store: Broken) -> None:
        async with polling(api, store):
            await until(lambda: store.tried)
            assert api.pending
            store.mended = True
            await until(lambda: not api.pending)

    faulty = Broken()
    with in_store(faulty):
        asyncio.run(run(faulty))
        assert [one.text for one in kept(faulty)] == ["Hallo"]


def test_an_update_that_comes_twice_is_kept_once(api: BotApi) -> None:
    api.type(api.person("Anna"), "Hallo")
    (update,) = api.pending
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
        api.deliver_again(update)
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Hallo"]


def test_numbers_that_begin_anew_after_a_quiet_week_are_no_reason_to_pass_anything_over(api: BotApi) -> None:
    anna = api.person("Anna")

    async def run() -> None:
        async with polling(api, store):
            api.type(anna, "Voor de vakantie")
            await until(lambda: not api.pending)
            before, api.world.updates.next = api.world.updates.next, 55
            api.type(anna, "Na de vakantie")
            await until(lambda: len(kept(store)) == 2)
            api.world.updates.next = before

    with in_store() as store:
        asyncio.run(run())
    api.world.updates.drop()


@pytest.mark.parametrize("number", range(len(ODD_UPDATES)))
def test_one_update_that_nobody_can_read_holds_up_nothing(number: int, api: BotApi) -> None:
    anna = api.person("Anna")
    api.type(anna, "Ervoor")
    api.world.updates.allow(ALLOWED)
    odd = api.inject(*ODD_UPDATES[number])
    api.type(anna, "Erna")
    with in_store() as store, capture_logs() as logs:
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Ervoor", "Erna"]
    assert odd is not None
    unread = [one for one in logs if one["event"] == "telegram.unread"]
    assert [one["update"] for one in unread] == ([str(odd.id)] if odd.kind != "telepathy" else [])
