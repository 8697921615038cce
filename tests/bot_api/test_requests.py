"""How requests come in: addresses, tokens, bodies in every form, and validation against the API's description."""

import json
from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi

METHODS_THAT_WORK = ["sendMessage", "sendmessage", "SENDMESSAGE"]


def _texts(api: BotApi, chat: int) -> list[str]:
    return [message.text for message in api.said(chat)]


@pytest.mark.parametrize("method", METHODS_THAT_WORK)
def test_methods_are_known_in_any_case(api: BotApi, asked: Asked, method: str) -> None:
    ann = api.person("Ann", started=True)
    asked(method, chat_id=ann, text="Hoi")
    assert _texts(api, ann) == ["Hoi"]


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot123:wrong/getMe", 401, "Unauthorized"),
        ("/botnotoken/getMe", 401, "Unauthorized: invalid token specified"),
        ("/elders", 404, "Not Found"),
        ("/", 404, "Not Found"),
        ("/file/bot123:wrong/photos/file_1.jpg", 401, "Unauthorized"),
    ],
)
def test_a_wrong_address_is_refused_as_telegram_does(
    asked: Asked, path: str, code: int, description: str
) -> None:
    answer = asked.http.get(path)
    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": description}


def test_an_unknown_method_is_not_found(asked: Asked) -> None:
    assert asked.refused("sendSomething") == "404 Not Found: method not found"


def test_a_method_that_telegram_has_and_this_server_has_not_says_so(asked: Asked) -> None:
    assert asked.refused("sendDice", chat_id=1).startswith("501 ")


@pytest.mark.parametrize("kind", ["json", "form", "query", "multipart"])
def test_parameters_come_in_every_form(api: BotApi, asked: Asked, kind: str) -> None:
    ann = api.person("Ann", started=True)
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "1"}]]}
    plain: dict[str, Any] = {"chat_id": ann, "text": "{1: true}", "reply_markup": markup}
    form = {"chat_id": str(ann), "text": "{1: true}", "reply_markup": json.dumps(markup)}
    bodies: dict[str, dict[str, Any]] = {
        "json": {"json": plain},
        "form": {"data": form},
        "query": {"params": form},
        "multipart": {"files": {name: (None, value) for name, value in form.items()}},
    }
    assert asked.post("sendMessage", **bodies[kind]).json()["ok"]
    assert (api.last(ann).text, api.last(ann).labels) == ("{1: true}", ("Ja",))


@pytest.mark.parametrize("attached", [True, False])
def test_a_file_comes_under_its_parameter_or_attached(api: BotApi, asked: Asked, attached: bool) -> None:
    ann = api.person("Ann", started=True)
    data = {"chat_id": str(ann)} | ({"document": "attach://bijlage"} if attached else {})
    files = {"bijlage" if attached else "document": ("plan.ics", b"BEGIN", "text/calendar")}
    shown = asked.post("sendDocument", data=data, files=files).json()["result"]["document"]
    assert (shown["file_name"], shown["mime_type"], shown["file_size"]) == ("plan.ics", "text/calendar", 5)
    assert (api.last(ann).name, api.last(ann).file) == ("plan.ics", b"BEGIN")


@pytest.mark.parametrize("content", [b"\r\n", b"\r\n--\r\n--x--\r\n", bytes(range(256)) * 3, b"\n", b" "])
def test_the_bytes_of_a_file_come_over_unchanged(api: BotApi, asked: Asked, content: bytes) -> None:
    ann = api.person("Ann", started=True)
    files = {"document": ("plán 😀.bin", content)}
    assert asked.post("sendDocument", data={"chat_id": str(ann)}, files=files).json()["ok"]
    assert (api.last(ann).file, api.last(ann).name) == (content, "plán 😀.bin")


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"chat": 1, "text": "x", "chat_id": 1}, "400 Bad Request: unknown parameter SendMessage.chat"),
        ({"chat_id": 1}, "400 Bad Request: SendMessage: text: Field required"),
        ({"chat_id": [1], "text": "x"}, "400 Bad Request: SendMessage: chat_id"),
        (
            {"chat_id": 1, "text": "x", "message_thread_id": "a"},
            "400 Bad Request: SendMessage: message_thread_id",
        ),
        (
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "data": "b"}]]}},
            "400 Bad Request: unknown parameter SendMessage.reply_markup.inline_keyboard.0.0.data",
        ),
        (
            {"chat_id": 1, "text": "x", "link_preview_options": {"disabled": True}},
            "400 Bad Request: unknown parameter SendMessage.link_preview_options.disabled",
        ),
    ],
)
def test_what_the_api_does_not_describe_is_refused(asked: Asked, params: dict[str, Any], why: str) -> None:
    assert asked.refused("sendMessage", **params).startswith(why)


def test_broken_json_is_refused(asked: Asked) -> None:
    answer = asked.post("getMe", content=b"{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["description"]) == (400, "Bad Request: can't parse JSON object")
    assert asked.post("setMyCommands", data={"commands": "["}).status_code == 400


def test_a_lenient_server_passes_over_what_is_not_described() -> None:
    with BotApi(lenient=True) as api, Asked(api) as asked:
        ann = api.person("Ann", started=True)
        asked("sendMessage", chat_id=ann, text="Hoi", unknown=1)
        assert _texts(api, ann) == ["Hoi"]


def test_every_request_is_on_record_with_its_answer(api: BotApi, asked: Asked) -> None:
    ann = api.person("Ann", started=True)
    asked("sendMessage", chat_id=ann, text="Hoi")
    asked.refused("sendMessage", chat_id=999, text="Hoi")
    assert [(r.method, r.params["chat_id"], r.code) for r in api.requests("sendMessage")] == [
        ("sendmessage", ann, 200),
        ("sendmessage", 999, 400),
    ]
    assert len(api.requests(chat=ann)) == 1
    assert api.counts() == {"sendmessage": 2}
