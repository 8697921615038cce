"""The queue of updates over HTTP: offsets confirm, polls wait and end, kinds are remembered."""

import asyncio
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bot_api.asked import Asked
from tests.bot_api.calls import Call
from tests.bot_api.handle import BotApi
from tests.bot_api.receiving import Polling
from tests.bot_api.refusals import OTHER_POLL, WEBHOOK_ACTIVE
from tests.bot_api.updates import KEPT, UpdateQueue
from tests.bot_api.world import World

FIRST = 100_001
OFFSETS = st.integers(-12, -1) | st.just(0) | st.integers(FIRST - 3, FIRST + 40)


def _ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


@given(st.lists(st.integers(1, 4) | st.tuples(OFFSETS, st.integers(1, 100)), max_size=20))
def test_every_update_comes_until_an_offset_beyond_it_was_asked(steps: list[int | tuple[int, int]]) -> None:
    queue = UpdateQueue(lambda: 0.0, lambda: None)
    kept: list[int] = []
    following = FIRST
    for step in steps:
        if isinstance(step, int):
            for _ in range(step):
                queue.add("message", {"message": {}})
                kept.append(following)
                following += 1
            continue
        offset, limit = step
        if offset < 0:
            kept = kept[offset:]
        elif offset <= following + 10:
            kept = [id for id in kept if id >= offset]
        assert [update.id for update in queue.fetch(offset, limit)] == kept[:limit]
    assert queue.confirmed == following - FIRST - len(kept)


def test_updates_come_again_until_they_are_confirmed(api: BotApi, asked: Asked) -> None:
    ann = api.person("Ann")
    for text in ("a", "b", "c"):
        api.type(ann, text)
    first = asked("getUpdates", limit=2)
    assert asked("getUpdates", limit=2) == first
    assert _ids(asked("getUpdates", offset=first[-1]["update_id"] + 1)) == [FIRST + 2]
    assert asked("getUpdates", offset=FIRST + 3) == []
    assert api.pending == []


def test_a_negative_offset_forgets_all_but_the_last(api: BotApi, asked: Asked) -> None:
    ann = api.person("Ann")
    for text in ("a", "b", "c"):
        api.type(ann, text)
    assert [u["message"]["text"] for u in asked("getUpdates", offset=-1)] == ["c"]
    assert len(api.pending) == 1


def test_an_update_waits_for_a_day_and_no_longer() -> None:
    moment = [0.0]
    queue = UpdateQueue(lambda: moment[0], lambda: None)
    queue.add("message", {})
    moment[0] = KEPT
    assert len(queue.fetch(0, 100)) == 1
    moment[0] = KEPT + 1
    assert queue.fetch(0, 100) == []


def test_a_long_poll_answers_at_once_when_something_comes(api: BotApi, asked: Asked) -> None:
    ann = api.person("Ann")
    poll = asked.beside("getUpdates", timeout=30)
    api.until(lambda: api.server.polling.waits)
    assert not poll.done()
    api.type(ann, "Hoi")
    assert poll.result(10)["result"][0]["message"]["text"] == "Hoi"


def test_a_long_poll_ends_empty_after_its_time(asked: Asked) -> None:
    began = time.monotonic()
    assert asked("getUpdates", timeout=1) == []
    assert time.monotonic() - began >= 0.9


def test_a_second_poll_ends_the_first_with_a_conflict(api: BotApi, asked: Asked) -> None:
    first = asked.beside("getUpdates", timeout=30)
    api.until(lambda: api.server.polling.waits)
    second = asked.beside("getUpdates", timeout=30)
    assert first.result(10) == {"ok": False, "error_code": 409, "description": OTHER_POLL}
    api.type(api.person("Ann"), "Hoi")
    assert len(second.result(10)["result"]) == 1


def test_no_poll_while_a_webhook_is_set(api: BotApi, asked: Asked) -> None:
    poll = asked.beside("getUpdates", timeout=30)
    api.until(lambda: api.server.polling.waits)
    asked("setWebhook", url="https://voorbeeld.nl/hook")
    assert poll.result(10)["error_code"] == 409
    assert asked.refused("getUpdates") == f"409 {WEBHOOK_ACTIVE}"
    asked("deleteWebhook")
    assert asked("getUpdates") == []


def _three_kinds(api: BotApi) -> list[str]:
    ann = api.person("Ann")
    group = api.group("Team", [ann])
    api.promote_bot(ann, group)
    api.join(api.person("Bas"), group)
    return [update.kind for update in api.pending]


def test_by_default_everything_comes_but_what_must_be_named(api: BotApi) -> None:
    assert set(_three_kinds(api)) == {"message", "my_chat_member"}


def test_the_kinds_named_once_hold_until_others_are_named(api: BotApi, asked: Asked) -> None:
    asked("getUpdates", allowed_updates=["chat_member"])
    asked("getUpdates", offset=-1)
    assert _three_kinds(api) == ["chat_member"]
    assert asked("getWebhookInfo")["allowed_updates"] == ["chat_member"]
    asked("getUpdates", allowed_updates=[])
    assert "allowed_updates" not in asked("getWebhookInfo")


def test_an_update_can_be_delivered_twice_under_one_id(api: BotApi, asked: Asked) -> None:
    api.type(api.person("Ann"), "Hoi")
    once = asked("getUpdates")
    asked("getUpdates", offset=FIRST + 1)
    api.deliver_again()
    assert asked("getUpdates") == once


@pytest.mark.parametrize("kind", ["message", "nieuw_soort_update"])
def test_unknown_kinds_and_fields_can_be_injected(api: BotApi, asked: Asked, kind: str) -> None:
    api.inject(kind, {"ongekend": {"diep": [1]}})
    assert asked("getUpdates")[0] == {"update_id": FIRST, kind: {"ongekend": {"diep": [1]}}}


def test_a_poll_ends_when_it_is_broken_off_though_there_is_news() -> None:
    async def broken_off() -> bool:
        polling = Polling(World())
        poll = asyncio.create_task(
            polling.get_updates(Call(method="getupdates", params={"timeout": 50}, files={}))
        )
        while not polling.waits:
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        polling.wake()
        await asyncio.sleep(0)
        poll.cancel()
        await asyncio.wait([poll], timeout=1)
        return poll.cancelled()

    assert asyncio.run(broken_off())
