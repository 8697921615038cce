"""What goes wrong on order, and what its effect is."""

import threading

import httpx
import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.faults import Fault, broken, cut, flood, garbage, moved, shut_out, slow
from tests.bot_api.handle import BotApi


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann", started=True)


@pytest.mark.parametrize(
    ("fault", "code", "description", "parameters"),
    [
        (flood(7), 429, "Too Many Requests: retry after 7", {"retry_after": 7}),
        (broken(), 502, "Bad Gateway", None),
        (broken(500), 500, "Internal Server Error", None),
        (shut_out(), 403, "Forbidden: bot was blocked by the user", None),
        (
            moved(-1005),
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": -1005},
        ),
    ],
)
def test_a_refusal_on_order_has_no_effect(
    api: BotApi, asked: Asked, ann: int, fault: Fault, code: int, description: str, parameters: object
) -> None:
    api.fail(fault, "sendMessage")
    answer = asked.post("sendMessage", json={"chat_id": ann, "text": "Hoi"})
    body = answer.json()
    assert (answer.status_code, body["description"], body.get("parameters")) == (
        code,
        description,
        parameters,
    )
    assert api.said(ann) == []
    asked("sendMessage", chat_id=ann, text="Hoi")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_closes_before_the_effect_or_after_it(
    api: BotApi, asked: Asked, ann: int, when: str
) -> None:
    api.fail(cut(when="after" if when == "after" else "before"))
    with pytest.raises(httpx.TransportError):
        asked.post("sendMessage", json={"chat_id": ann, "text": "Hoi"})
    assert [message.text for message in api.said(ann)] == (["Hoi"] if when == "after" else [])
    assert api.requests("sendMessage")[0].code == 0


def test_a_slow_answer_has_its_effect_at_once(api: BotApi, asked: Asked, ann: int) -> None:
    api.fail(slow(30), "sendMessage")
    answer = asked.beside("sendMessage", chat_id=ann, text="Hoi")
    api.until(lambda: api.said(ann))
    assert not answer.done()
    api.close()


def test_a_broken_server_may_have_done_what_was_asked(api: BotApi, asked: Asked, ann: int) -> None:
    api.fail(broken(504, when="after"))
    assert asked.refused("sendMessage", chat_id=ann, text="Hoi") == "504 Gateway Timeout"
    assert len(api.said(ann)) == 1


def test_an_answer_may_be_no_json(api: BotApi, asked: Asked, ann: int) -> None:
    api.fail(garbage())
    answer = asked.post("sendMessage", json={"chat_id": ann, "text": "Hoi"})
    assert answer.status_code == 200
    with pytest.raises(ValueError, match="Expecting value"):
        answer.json()
    assert len(api.said(ann)) == 1


def test_an_order_holds_for_its_method_chat_and_number_of_times(api: BotApi, asked: Asked, ann: int) -> None:
    bas = api.person("Bas", started=True)
    api.fail(flood(3), "sendMessage", chat=ann, times=2)
    asked("sendMessage", chat_id=bas, text="Hoi")
    asked("sendChatAction", chat_id=ann, action="typing")
    codes = [asked.answer("sendMessage", chat_id=ann, text="Hoi").get("error_code", 200) for _ in range(3)]
    assert codes == [429, 429, 200]


def test_a_server_with_requests_under_way_closes_at_once() -> None:
    with BotApi() as api, Asked(api) as asked:
        asked("getMe")
        api.fail(slow(30), "getMe")
        slow_one, poll = asked.beside("getMe"), asked.beside("getUpdates", timeout=30)
        api.until(lambda: api.server.faults.met)
        api.close()
        for waiting in (slow_one, poll):
            with pytest.raises((httpx.TransportError, AssertionError, ValueError)):
                assert waiting.result(10)["ok"]
        assert not any(thread.name == "bot-api" for thread in threading.enumerate())


def test_a_server_out_of_reach_comes_back_with_all_it_knew(api: BotApi, asked: Asked, ann: int) -> None:
    with api.down(), pytest.raises(httpx.ConnectError):
        asked("getMe")
    asked("sendMessage", chat_id=ann, text="Hoi")
    assert len(api.said(ann)) == 1
