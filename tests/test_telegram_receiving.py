"""Updates are confirmed once they are in the database, and not before: by polling, and by webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.telegram import receiving
from bot.telegram.arrivals import ALLOWED
from bot.telegram.line import Line
from bot.telegram.receiving import Intake, Poller
from programme.text import _
from storage.database import MemoryStore, Transaction
from storage.driver import NoRoom
from storage.messages import inbox
from storage.messages.inbox import Arrival
from tests.bot_api import BotApi, broken, cut, flood, garbage
from tests.bot_api.faults import Fault

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = "a-secret-of-the-tests-own"
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


@contextmanager
def in_store(store: MemoryStore | None = None) -> Iterator[MemoryStore]:
    kept = store or MemoryStore()
    try:
        yield kept
    finally:
        kept.close()


@asynccontextmanager
async def polling(api: BotApi, store: MemoryStore, poll: float = 5) -> AsyncIterator[list[int]]:
    """Poll beside what is done meanwhile; yield what rang."""
    rang: list[int] = []
    line = Line(SecretStr(api.token), api.address)
    intake = Intake(store, lambda: NOW, lambda: rang.append(1))
    intake.me = await line.open()
    task = asyncio.create_task(Poller(line, intake, timedelta(seconds=poll)).run())
    try:
        yield rang
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await line.close()


async def until(true: Callable[[], Any], patience: float = 10) -> None:
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(0.002)


def polled(api: BotApi, store: MemoryStore, true: Callable[[], Any]) -> None:
    """Poll until something is so."""

    async def run() -> None:
        async with polling(api, store):
            await until(true)

    asyncio.run(run())


def kept(store: MemoryStore) -> list[Arrival]:
    return store.read(lambda tx: inbox.waiting(tx, 1000))


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


def test_only_what_is_read_is_asked_for_in_a_long_poll(api: BotApi) -> None:
    before = len(api.requests("getUpdates"))
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
    for request in api.requests("getUpdates")[before:]:
        assert request.params["allowed_updates"] == list(ALLOWED)
        assert request.params["timeout"] == 5


def test_a_webhook_that_was_set_before_is_taken_away_and_nothing_that_waits_with_it(api: BotApi) -> None:
    api.world.webhook.url = "https://elders.example/"
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Hallo"]


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


FAULTS: dict[str, Callable[[], Fault]] = {
    "a broken server": lambda: broken(500),
    "no server behind it": lambda: broken(502),
    "cut off": cut,
    "garbage": garbage,
    "too fast": lambda: flood(1),
}


@pytest.mark.parametrize("case", FAULTS)
def test_polling_goes_on_after_a_failure(case: str, api: BotApi) -> None:
    anna = api.person("Anna")
    api.fail(FAULTS[case](), "getUpdates")
    api.type(anna, "Hallo")
    with in_store() as store, capture_logs() as logs:
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Hallo"]
    assert [one["event"] for one in logs] == [
        "telegram.waits" if case == "too fast" else "telegram.unreached"
    ]


NOTHING = Fault(raw=b'{"ok":true,"result":[]}')


def test_a_server_that_holds_no_call_open_is_not_asked_without_a_pause(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "BREATH", timedelta(seconds=0.2))
    api.fail(NOTHING, "getUpdates", times=10**6)
    before = len(api.requests("getUpdates"))

    async def run() -> None:
        async with polling(api, store):
            await asyncio.sleep(0.7)

    with in_store() as store, capture_logs() as logs:
        asyncio.run(run())
    assert 2 <= len(api.requests("getUpdates")) - before <= 5
    assert logs == []


def test_a_poll_that_came_to_its_end_is_followed_by_the_next_at_once(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "BREATH", timedelta(seconds=60))
    before = len(api.requests("getUpdates"))

    async def run() -> None:
        async with polling(api, store, poll=1):
            await until(lambda: len(api.requests("getUpdates")) - before == 2, patience=5)

    with in_store() as store:
        asyncio.run(run())


def test_what_people_say_meanwhile_is_taken_in_from_a_server_that_never_waits(api: BotApi) -> None:
    api.fail(NOTHING, "getUpdates", times=2)
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
        assert [one.text for one in kept(store)] == ["Hallo"]


def test_another_who_polls_with_the_same_token_is_told_in_the_log(api: BotApi) -> None:
    async def run() -> None:
        async with polling(api, store):
            other = Line(SecretStr(api.token), api.address)
            await other.requests.initialize()
            async with asyncio.timeout(10):
                while not logs:
                    await other.bot.get_updates(timeout=0)
                    await asyncio.sleep(0.01)
            await other.close()
            api.type(api.person("Anna"), "Hallo")
            await until(lambda: kept(store))

    with in_store() as store, capture_logs() as logs:
        asyncio.run(run())
    assert [(one["event"], one["fault"]) for one in logs] == [("telegram.polled_elsewhere", "Conflict")]


def test_pauses_grow_while_telegram_is_away(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    rest = asyncio.sleep

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await rest(0)

    monkeypatch.setattr("bot.telegram.receiving.asyncio.sleep", sleep)
    api.fail(broken(502), "getUpdates", times=9)
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
    assert [seconds for seconds in slept if seconds >= 1][:8] == [1, 2, 5, 15, 30, 60, 60, 60]
