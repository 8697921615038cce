"""Telegram is polled without a pause that loses time, without haste, and again after every failure."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.telegram import receiving
from bot.telegram.arrivals import ALLOWED
from bot.telegram.line import Line
from tests.bot_api import BotApi, broken, cut, flood, garbage
from tests.bot_api.faults import Fault
from tests.telegram_polling import in_store, kept, polled, polling, until

FAULTS: dict[str, Callable[[], Fault]] = {
    "a broken server": lambda: broken(500),
    "no server behind it": lambda: broken(502),
    "cut off": cut,
    "garbage": garbage,
    "too fast": lambda: flood(1),
}


def test_only_what_is_read_is_asked_for_in_a_long_poll(api: BotApi) -> None:
    before = len(api.requests("getUpdates"))
    api.type(api.person("Anna"), "Hallo")
    with in_store() as store:
        polled(api, store, lambda: not api.pending)
    for request in api.requests("getUpdates")[before:]:
        assert request.params["allowed_updates"] == list(ALLOWED)
        assert request.params["timeout"] == 5


@pytest.mark.usefixtures("hurried")
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


@pytest.mark.usefixtures("hurried")
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
