"""What the bot sends: what people see of it, and what is refused, in Telegram's own words."""

import io
from typing import Any

import pytest
from PIL import Image

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.looks import SeenButton

MANY = [[{"text": "x", "callback_data": str(number)} for number in range(8)] for _ in range(13)]
NOBODY = 999


def picture(width: int = 8, height: int = 8) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, "PNG")
    return data.getvalue()


def _button(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann", started=True)


def test_a_message_is_seen_as_people_read_it(api: BotApi, asked: Asked, ann: int) -> None:
    keyboard = [[{"text": "Ja", "callback_data": "j"}, {"text": "Plan", "url": "https://voorbeeld.nl"}], []]
    sent = asked(
        "sendMessage",
        chat_id=ann,
        text=" <b>Hoi</b> &amp; <i>😀 welkom</i> ",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": keyboard},
    )
    seen = api.last(ann)
    assert (seen.id, seen.text, seen.source) == (
        sent["message_id"],
        "Hoi & 😀 welkom",
        " <b>Hoi</b> &amp; <i>😀 welkom</i> ",
    )
    assert [part["type"] for part in seen.entities] == ["bold", "italic"]
    assert seen.rows == (
        (SeenButton(label="Ja", data="j"), SeenButton(label="Plan", url="https://voorbeeld.nl/")),
    )


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x" * 32769}, "text is too long"),
        ({"text": "x", "parse_mode": "Elders"}, "unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag b",
        ),
        ({"text": "x", "reply_markup": _button(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": _button(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": {"inline_keyboard": MANY}}, "reply markup is too long"),
        (
            {"text": "x", "reply_markup": _button()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": _button(url="http://localhost:8080/x")},
            "inline keyboard button URL 'http://localhost:8080/x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "reply_markup": _button(url="ftp://voorbeeld.nl")},
            "inline keyboard button URL 'ftp://voorbeeld.nl' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}},
            "inline keyboard button text must be non-empty",
        ),
        ({"text": "x", "chat_id": NOBODY}, "chat not found"),
        ({"text": "x", "chat_id": "@niemand"}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
    ],
)
def test_a_message_that_telegram_refuses(asked: Asked, ann: int, params: dict[str, Any], why: str) -> None:
    assert asked.refused("sendMessage", **{"chat_id": ann, **params}) == f"400 Bad Request: {why}"


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 2048},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"},
        {"text": "&amp;" * 4096, "parse_mode": "html"},
        {"text": "<b>x", "reply_markup": _button(callback_data="x" * 64)},
        {"text": "x", "reply_markup": _button(url="voorbeeld.nl/pad")},
        {"text": "x", "reply_markup": _button(url="tg://user?id=1")},
        {"text": "x", "reply_parameters": {"message_id": 77, "allow_sending_without_reply": True}},
    ],
)
def test_a_message_just_within_the_limits_is_taken(asked: Asked, ann: int, params: dict[str, Any]) -> None:
    asked("sendMessage", **{"chat_id": ann, **params})


def test_who_never_opened_the_chat_blocked_the_bot_or_left_telegram_gets_nothing(
    api: BotApi, asked: Asked
) -> None:
    ann, bas, cor = (api.person(name) for name in ("Ann", "Bas", "Cor"))
    api.group("Team", [ann])
    api.start(bas)
    api.block(bas)
    api.start(cor)
    api.delete_account(cor)
    refused = [asked.refused("sendMessage", chat_id=person, text="Hoi") for person in (ann, bas, cor)]
    assert refused == [
        "403 Forbidden: bot can't initiate conversation with a user",
        "403 Forbidden: bot was blocked by the user",
        "403 Forbidden: user is deactivated",
    ]
    assert asked("getChat", chat_id=bas)["first_name"] == "Bas"


def test_a_photo_comes_in_several_sizes_and_is_seen_as_it_was_sent(
    api: BotApi, asked: Asked, ann: int
) -> None:
    sent = picture(2000, 1000)
    answer = asked.post(
        "sendPhoto",
        data={"chat_id": ann, "caption": "<b>Week</b>", "parse_mode": "HTML"},
        files={"photo": ("p.png", sent)},
    )
    sizes = answer.json()["result"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1280, 640),
    ]
    seen = api.last(ann)
    assert (seen.kind, seen.text, seen.file) == ("photo", "Week", sent)
    asked("sendPhoto", chat_id=ann, photo=sizes[-1]["file_id"])
    assert api.last(ann).kind == "photo"


@pytest.mark.parametrize(
    ("content", "caption", "why"),
    [
        (b"no picture", "", "400 Bad Request: IMAGE_PROCESS_FAILED"),
        (picture(2, 100), "", "400 Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (picture(), "x" * 1025, "400 Bad Request: message caption is too long"),
        (
            bytes(10 * 1024 * 1024 + 1),
            "",
            "400 Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
def test_a_photo_that_telegram_refuses(
    asked: Asked, ann: int, content: bytes, caption: str, why: str
) -> None:
    answer = asked.post(
        "sendPhoto", data={"chat_id": ann, "caption": caption}, files={"photo": ("p.png", content)}
    )
    assert f"{answer.json()['error_code']} {answer.json()['description']}" == why


def test_a_document_over_50_mb_is_too_large(asked: Asked, ann: int) -> None:
    content = bytes(50 * 1024 * 1024 + 1)
    answer = asked.post("sendDocument", data={"chat_id": ann}, files={"document": ("x.bin", content)})
    assert (answer.status_code, answer.json()["description"]) == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("photo", "why"),
    [
        ("attach://niets", "there is no photo in the request"),
        ("https://voorbeeld.nl/x.jpg", "wrong file identifier/HTTP URL specified"),
        ("", "there is no photo in the request"),
    ],
)
def test_a_file_must_be_there(asked: Asked, ann: int, photo: str, why: str) -> None:
    assert asked.refused("sendPhoto", chat_id=ann, photo=photo) == f"400 Bad Request: {why}"


def test_an_album_is_several_messages_with_one_mark(api: BotApi, asked: Asked, ann: int) -> None:
    media = '[{"type":"photo","media":"attach://a","caption":"Eerste"},{"type":"photo","media":"attach://b"}]'
    files = {"a": ("a.png", picture()), "b": ("b.png", picture())}
    answer = asked.post("sendMediaGroup", data={"chat_id": ann, "media": media}, files=files).json()
    assert len({message["media_group_id"] for message in answer["result"]}) == 1
    assert [message.text for message in api.said(ann)] == ["Eerste", ""]
    one = asked.post("sendMediaGroup", data={"chat_id": ann, "media": "[]"}).json()
    assert one["description"] == "Bad Request: there are no messages to send"
    eleven = "[" + ",".join(['{"type":"photo","media":"attach://a"}'] * 11) + "]"
    many = asked.post("sendMediaGroup", data={"chat_id": ann, "media": eleven}, files=files).json()
    assert many["description"] == "Bad Request: too many messages to send as an album"


def test_a_file_is_fetched_by_its_path_up_to_20_mb(api: BotApi, asked: Asked, ann: int) -> None:
    api.send_document(ann, b"inhoud", "plan.pdf", claimed=20 * 1024 * 1024)
    api.send_document(ann, b"inhoud", "film.mp4", claimed=20 * 1024 * 1024 + 1)
    small, large = (update["message"]["document"] for update in asked("getUpdates"))
    path = asked("getFile", file_id=small["file_id"])["file_path"]
    assert asked.http.get(f"/file/bot{api.token}/{path}").content == b"inhoud"
    assert asked.refused("getFile", file_id=large["file_id"]) == "400 Bad Request: file is too big"
    assert asked.refused("getFile", file_id="elders").startswith("400 Bad Request: wrong file_id")
    assert asked.http.get(f"/file/bot{api.token}/photos/geen.jpg").status_code == 404


def test_an_action_must_be_one_that_telegram_knows(asked: Asked, ann: int) -> None:
    assert asked("sendChatAction", chat_id=ann, action="typing") is True
    assert asked.refused("sendChatAction", chat_id=ann, action="dance").startswith("400 ")
