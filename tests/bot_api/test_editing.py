"""What was said can be changed and taken back, and each press has one answer."""

from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.refusals import NOT_MODIFIED, QUERY_TOO_OLD
from tests.bot_api.test_sending import picture

KEYBOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "j"}]]}


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann", started=True)


def _sent(asked: Asked, ann: int) -> int:
    return int(asked("sendMessage", chat_id=ann, text="Komt het?", reply_markup=KEYBOARD)["message_id"])


def test_an_edit_shows_in_its_place_and_what_stood_there_is_kept(api: BotApi, asked: Asked, ann: int) -> None:
    id = _sent(asked, ann)
    edited = asked("editMessageText", chat_id=ann, message_id=id, text="<b>Ja</b>", parse_mode="HTML")
    assert edited["edit_date"] >= edited["date"]
    assert [(m.id, m.text, m.edits, m.labels) for m in api.said(ann)] == [(id, "Ja", ("Komt het?",), ())]


@pytest.mark.parametrize(
    ("method", "params", "why"),
    [
        (
            "editMessageText",
            {"text": "Komt het?", "reply_markup": KEYBOARD},
            NOT_MODIFIED.removeprefix("Bad Request: "),
        ),
        ("editMessageReplyMarkup", {"reply_markup": KEYBOARD}, NOT_MODIFIED.removeprefix("Bad Request: ")),
        ("editMessageText", {"text": ""}, "message text is empty"),
        ("editMessageText", {"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"text": "x", "message_id": 77}, "message to edit not found"),
        ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
        ("deleteMessage", {"message_id": 77}, "message to delete not found"),
    ],
)
def test_an_edit_that_telegram_refuses(
    asked: Asked, ann: int, method: str, params: dict[str, Any], why: str
) -> None:
    id = _sent(asked, ann)
    assert asked.refused(method, **{"chat_id": ann, "message_id": id, **params}) == f"400 Bad Request: {why}"


def test_only_what_the_bot_said_itself_can_be_edited(api: BotApi, asked: Asked, ann: int) -> None:
    typed = api.type(ann, "Hoi")
    refused = asked.refused("editMessageText", chat_id=ann, message_id=typed, text="x")
    assert refused == "400 Bad Request: message can't be edited"


def test_a_picture_can_get_other_words_and_another_picture(api: BotApi, asked: Asked, ann: int) -> None:
    first, second = picture(8, 8), picture(9, 9)
    sent = asked.post(
        "sendPhoto", data={"chat_id": ann, "caption": "Week 1"}, files={"photo": ("p.png", first)}
    ).json()
    id = sent["result"]["message_id"]
    asked("editMessageCaption", chat_id=ann, message_id=id, caption="Week 2")
    assert (api.last(ann).text, api.last(ann).file) == ("Week 2", first)
    media = '{"type":"photo","media":"attach://p","caption":"Week 3"}'
    asked.post(
        "editMessageMedia",
        data={"chat_id": ann, "message_id": id, "media": media},
        files={"p": ("p.png", second)},
    )
    assert (api.last(ann).text, api.last(ann).file, api.last(ann).edits) == (
        "Week 3",
        second,
        ("Week 1", "Week 2"),
    )
    refused = asked.refused("editMessageText", chat_id=ann, message_id=id, text="x")
    assert refused == "400 Bad Request: there is no text in the message to edit"


def test_what_is_deleted_is_seen_no_more(api: BotApi, asked: Asked, ann: int) -> None:
    id = _sent(asked, ann)
    assert asked("deleteMessage", chat_id=ann, message_id=id) is True
    assert api.said(ann) == []
    refused = asked.refused("editMessageText", chat_id=ann, message_id=id, text="x")
    assert refused == "400 Bad Request: message to edit not found"


def test_a_message_of_two_days_ago_cannot_be_deleted() -> None:
    moment = [1_800_000_000.0]
    with BotApi(clock=lambda: moment[0]) as api, Asked(api) as asked:
        ann = api.person("Ann", started=True)
        id = _sent(asked, ann)
        moment[0] += 48 * 3600 + 1
        refused = asked.refused("deleteMessage", chat_id=ann, message_id=id)
        assert refused == "400 Bad Request: message can't be deleted for everyone"


def test_a_press_gets_one_answer(api: BotApi, asked: Asked, ann: int) -> None:
    _sent(asked, ann)
    query = api.press(ann, "Ja")
    asked("answerCallbackQuery", callback_query_id=query, text="Genoteerd", show_alert=True)
    assert (api.toast(query).answered, api.toast(query).alert) == ("Genoteerd", True)
    assert asked.refused("answerCallbackQuery", callback_query_id=query) == f"400 {QUERY_TOO_OLD}"


def test_an_old_or_unknown_press_cannot_be_answered(api: BotApi, asked: Asked, ann: int) -> None:
    _sent(asked, ann)
    query = api.press(ann, "Ja")
    api.expire(query)
    for id in (query, "77", "onzin"):
        assert asked.refused("answerCallbackQuery", callback_query_id=id) == f"400 {QUERY_TOO_OLD}"
    assert api.toast(query).answered is None


def test_a_toast_has_at_most_200_characters(api: BotApi, asked: Asked, ann: int) -> None:
    _sent(asked, ann)
    query = api.press(ann, "Ja")
    refused = asked.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert refused == "400 Bad Request: MESSAGE_TOO_LONG"
    asked("answerCallbackQuery", callback_query_id=query, text="x" * 200)


def test_a_message_with_another_keyboard_than_buttons_under_it_stays_as_it_is(asked: Asked, ann: int) -> None:
    keyboard = {"keyboard": [[{"text": "Ja"}]]}
    id = asked("sendMessage", chat_id=ann, text="Komt het?", reply_markup=keyboard)["message_id"]
    refused = asked.refused("editMessageText", chat_id=ann, message_id=id, text="x")
    assert refused == "400 Bad Request: message can't be edited"


def test_a_caption_that_is_edited_keeps_within_its_limit(asked: Asked, ann: int) -> None:
    sent = asked.post("sendPhoto", data={"chat_id": ann}, files={"photo": ("p.png", picture())}).json()[
        "result"
    ]
    refused = asked.refused(
        "editMessageCaption", chat_id=ann, message_id=sent["message_id"], caption="x" * 1025
    )
    assert refused == "400 Bad Request: MEDIA_CAPTION_TOO_LONG"
