"""What people do comes to the bot as Telegram would bring it."""

from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.people import NAMED

KEYBOARD = {
    "inline_keyboard": [[{"text": "Ja", "callback_data": "j"}, {"text": "Plan", "url": "https://a.nl"}]]
}


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann", last_name="Jansen", username="ann_j", language="nl")


def _came(api: BotApi) -> dict[str, Any]:
    return api.updates()[-1].shown()


def test_a_start_link_sends_its_code_and_opens_the_chat(api: BotApi, asked: Asked, ann: int) -> None:
    assert asked.refused("sendMessage", chat_id=ann, text="x") == "400 Bad Request: chat not found"
    api.start(ann, "CODE_1-x")
    message = _came(api)["message"]
    assert message["text"] == "/start CODE_1-x"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": ann,
        "is_bot": False,
        "first_name": "Ann",
        "last_name": "Jansen",
        "username": "ann_j",
        "language_code": "nl",
    }
    asked("sendMessage", chat_id=ann, text="Welkom")


@pytest.mark.parametrize("code", ["x" * 65, "met spatie", "é=", "a.b"])
def test_a_start_link_that_telegram_would_not_take(api: BotApi, ann: int, code: str) -> None:
    with pytest.raises(ValueError, match="no start parameter"):
        api.start(ann, code)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Goedemorgen", False),
        ("/help", True),
        ("/help@aanjager_bot", True),
        ("/help@andere_bot", False),
        ("Weet @aanjager_bot dat?", True),
        ("Weet @Aanjager_Bot dat?", True),
        ("Weet @aanjager_bots dat?", False),
    ],
)
def test_privacy_mode_lets_only_commands_and_mentions_through(
    api: BotApi, ann: int, text: str, heard: bool
) -> None:
    group = api.group("Team", [ann])
    before = len(api.updates())
    api.type(ann, text, group)
    assert (len(api.updates()) > before) is heard


def test_an_administrator_and_a_bot_without_privacy_mode_hear_everything(api: BotApi, ann: int) -> None:
    group = api.group("Team", [ann])
    api.promote_bot(ann, group)
    api.type(ann, "Goedemorgen", group)
    assert _came(api)["message"]["text"] == "Goedemorgen"
    api.promote_bot(ann, group, administrator=False)
    api.world.privacy = False
    api.type(ann, "Goedemiddag", group)
    assert _came(api)["message"]["text"] == "Goedemiddag"


def test_a_reply_to_the_bot_is_heard_and_one_to_others_is_not(api: BotApi, asked: Asked, ann: int) -> None:
    group = api.group("Team", [ann], supergroup=True)
    said = asked("sendMessage", chat_id=group, text="Hoe ging het?")["message_id"]
    api.type(ann, "Goed", group, reply=said)
    message = _came(api)["message"]
    assert (message["text"], message["reply_to_message"]["text"]) == ("Goed", "Hoe ging het?")
    assert message["message_thread_id"] == said
    assert "is_topic_message" not in message
    other = api.type(ann, "Terzijde", group)
    api.type(ann, "En dat", group, reply=other)
    assert _came(api)["message"]["text"] == "Goed"


def test_a_press_brings_the_button_and_the_message_it_stands_under(
    api: BotApi, asked: Asked, ann: int
) -> None:
    api.start(ann)
    said = asked("sendMessage", chat_id=ann, text="Komt het?", reply_markup=KEYBOARD)
    query = api.press(ann, "Ja")
    came = _came(api)["callback_query"]
    assert (came["id"], came["data"], came["message"]) == (query, "j", said)
    for label in ("Nee", "Plan"):
        with pytest.raises(LookupError):
            api.press(ann, label)


def test_a_press_under_an_old_message_brings_no_content(api: BotApi, asked: Asked, ann: int) -> None:
    api.start(ann)
    id = asked("sendMessage", chat_id=ann, text="Komt het?", reply_markup=KEYBOARD)["message_id"]
    asked("editMessageText", chat_id=ann, message_id=id, text="Voorbij")
    api.press(ann, "Ja", old=True)
    message = _came(api)["callback_query"]["message"]
    assert message == {
        "chat": {
            "id": ann,
            "type": "private",
            "first_name": "Ann",
            "last_name": "Jansen",
            "username": "ann_j",
        },
        "message_id": id,
        "date": 0,
    }


def test_a_press_on_a_copy_comes_from_the_chat_that_it_stands_in(api: BotApi, asked: Asked, ann: int) -> None:
    bas = api.person("Bas", started=True)
    api.start(ann)
    asked("sendMessage", chat_id=ann, text="Komt het?", reply_markup=KEYBOARD)
    query = api.press(bas, "Ja", ann, elsewhere=bas)
    came = _came(api)["callback_query"]
    assert (came["from"]["id"], came["message"]["chat"]["id"]) == (bas, bas)
    assert "forward_origin" in came["message"]
    asked("answerCallbackQuery", callback_query_id=query)


def test_a_photo_comes_in_sizes_up_to_the_bytes_that_were_sent(api: BotApi, asked: Asked, ann: int) -> None:
    api.send_photo(ann, b"bytes", caption="De les", size=(1280, 960))
    message = _came(api)["message"]
    assert [(p["width"], p["height"]) for p in message["photo"]] == [(90, 68), (320, 240), (1280, 960)]
    assert message["caption"] == "De les"
    file = asked("getFile", file_id=message["photo"][-1]["file_id"])
    assert asked.http.get(f"/file/bot{api.token}/{file['file_path']}").content == b"bytes"


def test_an_album_comes_as_several_updates_with_one_mark(api: BotApi, ann: int) -> None:
    api.send_album(ann, [b"a", b"b", b"c"], caption="De les")
    came = [update.shown()["message"] for update in api.updates()]
    assert len({message["media_group_id"] for message in came}) == 1
    assert [message.get("caption") for message in came] == ["De les", None, None]


@pytest.mark.parametrize("sort", sorted(NAMED))
def test_every_other_sort_of_content_can_be_sent(api: BotApi, ann: int, sort: str) -> None:
    api.send_other(ann, sort)
    assert sort in _came(api)["message"]


def test_who_changes_a_text_is_heard_again(api: BotApi, ann: int) -> None:
    id = api.type(ann, "Hoii")
    api.edit(ann, id, "Hoi")
    edited = _came(api)["edited_message"]
    assert (edited["message_id"], edited["text"]) == (id, "Hoi")
    assert edited["edit_date"] >= edited["date"]


def test_blocking_and_coming_back_are_told(api: BotApi, ann: int) -> None:
    api.start(ann)
    api.block(ann)
    assert _came(api)["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    api.type(ann, "Ik ben er weer")
    told = [update.shown() for update in api.updates()[-2:]]
    assert told[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert told[1]["message"]["text"] == "Ik ben er weer"


def test_a_deleted_account_has_no_name_and_the_bot_is_told_nothing(api: BotApi, ann: int) -> None:
    api.start(ann)
    before = len(api.updates())
    api.delete_account(ann)
    assert len(api.updates()) == before
    assert api.world.user(ann).shown() == {"id": ann, "is_bot": False, "first_name": ""}


def test_waiting_for_what_does_not_come_ends(api: BotApi) -> None:
    assert api.until(lambda: "er") == "er"
    with pytest.raises(TimeoutError):
        api.until(lambda: False, patience=0.01)
