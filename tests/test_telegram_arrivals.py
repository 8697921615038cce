"""What people do on Telegram, as it comes into the inbox."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.arrivals import ALLOWED, Came
from storage.messages.inbox import Arrival, Attachment
from tests.bot_api import BotApi
from tests.telegram_updates import ANNA, BOT, GROUP, PRIVATE, in_group, message, read


def latest(api: BotApi) -> Came | None:
    return read(api.pending[-1].shown())


def arrived(api: BotApi) -> Arrival:
    one = latest(api)
    assert one is not None
    return one.arrival


def test_what_somebody_types_in_private_arrives_as_it_is(api: BotApi) -> None:
    anna = api.person("Anna", last_name="de Wit")
    api.type(anna, "  Pilot gedraaid: <b>26</b> leerlingen & 3 👍  ")
    one = latest(api)
    assert one == Came(
        address=str(anna),
        private=True,
        title="Anna de Wit",
        arrival=Arrival(
            platform="telegram",
            event="1" if one is None else one.arrival.event,
            chat="",
            account=str(anna),
            text="Pilot gedraaid: <b>26</b> leerlingen & 3 👍",
            name="Anna de Wit",
            language="nl",
        ),
    )


def test_a_link_with_a_code_begins_with_the_code(api: BotApi) -> None:
    api.start(api.person("Anna"), "CDFH-2345")
    assert arrived(api).text == "/start CDFH-2345"


SAID_IN_A_GROUP = {
    "a command": ("/week", "/week", False),
    "a command to us": ("/week@Aanjager_Bot nu", "/week nu", False),
    "a command to another": ("/week@other_bot", None, False),
    "our name first": ("@aanjager_bot wat is de stand?", "wat is de stand?", True),
    "our name with a colon": ("@AANJAGER_BOT: /week", "/week", True),
    "our name in the middle": ("Vraag dat aan @aanjager_bot Jan", "Vraag dat aan Jan", True),
    "our name at the end": ("wie doet dit @aanjager_bot", "wie doet dit", True),
    "our name alone": ("@aanjager_bot", "/help", True),
    "a name that begins like ours": ("@aanjager_bot_test wat nu", None, False),
    "an address of mail": ("jan@aanjager_bot is geen naam", None, False),
    "talk among themselves": ("zullen we om vier uur?", None, False),
}


@pytest.mark.parametrize("case", SAID_IN_A_GROUP)
def test_in_a_group_only_what_is_meant_for_the_bot_arrives_without_its_name(case: str) -> None:
    typed, text, addressed = SAID_IN_A_GROUP[case]
    one = in_group(typed)
    assert (one and (one.text, one.addressed)) == ((text, addressed) if text else None)


def test_a_reply_to_the_bot_is_meant_for_it_and_one_to_somebody_else_is_not() -> None:
    before = {"message_id": 2, "date": 1, "chat": GROUP, "text": "Hoe ging het?"}
    ours = in_group("Goed", reply_to_message={**before, "from": BOT})
    assert ours is not None
    assert (ours.text, ours.addressed) == ("Goed", True)
    assert in_group("Goed", reply_to_message={**before, "from": ANNA}) is None
    opened = {**before, "from": BOT, "text": None, "forum_topic_created": {"name": "Plan", "icon_color": 1}}
    assert in_group("Goed", reply_to_message=opened, message_thread_id=2, is_topic_message=True) is None


def test_a_command_in_private_for_another_bot_is_passed_over() -> None:
    assert message(text="/start@other_bot") is None


def test_a_press_arrives_with_what_is_to_be_answered(api: BotApi) -> None:
    update = {"id": "44", "from": ANNA, "chat_instance": "1", "data": "key"}
    shown = {"message_id": 3, "date": 1, "chat": GROUP, "from": BOT, "text": "?"}
    one = read(
        {"callback_query": {**update, "message": {**shown, "message_thread_id": 5, "is_topic_message": True}}}
    )
    assert one is not None
    assert (one.address, one.private, one.title) == ("-1001/5", False, "Team <één>")
    assert (one.arrival.press, one.arrival.query, one.arrival.account) == ("key", "44", "7")


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ({"message": {"message_id": 3, "date": 0, "chat": GROUP}, "data": "key"}, "-1001"),
        ({"message": {"message_id": 3, "date": 0, "chat": PRIVATE}, "data": "key"}, "7"),
        ({"inline_message_id": "x", "data": "key"}, "7"),
        ({"inline_message_id": "x", "game_short_name": "g"}, "7"),
    ],
    ids=["forgotten in a group", "forgotten in private", "sent by others", "a game"],
)
def test_a_press_without_its_message_arrives_all_the_same(body: dict[str, Any], address: str) -> None:
    one = read({"callback_query": {"id": "44", "from": ANNA, "chat_instance": "1", **body}})
    assert one is not None
    assert (one.address, one.arrival.query) == (address, "44")
    assert one.arrival.press


def test_the_largest_photo_that_a_bot_may_have_is_taken(api: BotApi) -> None:
    anna = api.person("Anna")
    api.send_photo(anna, b"photo", caption="De pilot", size=(4000, 3000))
    shown = api.pending[-1].body["message"]["photo"]
    (attached,) = arrived(api).attachments
    assert attached == Attachment(kind="photo", file=shown[-1]["file_id"], size=5)
    assert arrived(api).text == "De pilot"
    api.send_photo(anna, b"photo", size=(4000, 3000), claimed=20 * 1024 * 1024 + 1)
    (smaller,) = arrived(api).attachments
    assert smaller.file == api.pending[-1].body["message"]["photo"][-2]["file_id"]


def test_an_album_is_several_messages_that_belong_together(api: BotApi) -> None:
    api.send_album(api.person("Anna"), [b"1", b"2", b"3"], caption="Drie")
    came = [read(update.shown()) for update in api.pending]
    assert len({one.arrival.album for one in came if one}) == 1
    assert [one.arrival.text for one in came if one] == ["Drie", "", ""]
    assert [len(one.arrival.attachments) for one in came if one] == [1, 1, 1]


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("image/png", "photo"),
        ("IMAGE/HEIC", "photo"),
        ("application/pdf", "paper"),
        ("video/mp4", "film"),
        ("audio/mpeg", "voice"),
        ("", "paper"),
    ],
)
def test_a_file_is_what_it_says_it_is(mime: str, kind: str, api: BotApi) -> None:
    api.send_document(api.person("Anna"), b"bytes", "naam.bin", mime=mime or "application/octet-stream")
    assert [one.kind for one in arrived(api).attachments] == [kind]


SORTS = {
    "voice": "voice",
    "audio": "voice",
    "video": "film",
    "video_note": "film",
    "animation": "film",
    "sticker": "other",
    "location": "other",
    "contact": "other",
    "poll": "other",
}


@pytest.mark.parametrize("sort", SORTS)
def test_whatever_people_send_is_something_to_answer(sort: str, api: BotApi) -> None:
    api.send_other(api.person("Anna"), sort)
    (attached,) = arrived(api).attachments
    assert attached.kind == SORTS[sort]
    assert bool(attached.file) == (SORTS[sort] != "other")


def test_an_administrator_who_hides_and_a_channel_that_speaks_are_strangers() -> None:
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    one = in_group("/kanaal", **{"from": hidden, "sender_chat": GROUP})
    assert one is not None
    assert (one.account, one.text) == ("-1001", "/kanaal")
    channel = {"id": -1009, "type": "channel", "title": "Nieuws"}
    spoken = in_group(
        "/week", sender_chat=channel, **{"from": {"id": 136817688, "is_bot": True, "first_name": "C"}}
    )
    assert spoken is not None
    assert spoken.account == "-1009"
    repeated = {"sender_chat": channel, "is_automatic_forward": True}
    assert in_group("/week", **repeated) is None


PASSED_OVER: dict[str, dict[str, Any]] = {
    "another bot": {"message": {"message_id": 1, "date": 1, "chat": PRIVATE, "from": BOT, "text": "/week"}},
    "an edited message": {
        "edited_message": {"message_id": 1, "date": 1, "chat": PRIVATE, "from": ANNA, "text": "/week"}
    },
    "a post in a channel": {
        "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel"}, "text": "/week"}
    },
    "a poll": {
        "poll": {
            **{"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular"},
            **dict.fromkeys(("is_closed", "allows_multiple_answers", "allows_revoting", "members_only"), False),
            "is_anonymous": True,
        }
    },
    "a kind that nobody knows yet": {"telepathy": {"from": ANNA}},
    "a message of a kind that nobody knows yet": {
        "message": {"message_id": 1, "date": 1, "chat": PRIVATE, "from": ANNA, "hologram": {"size": 3}}
    },
    "a pinned message": {
        "message": {"message_id": 1, "date": 1, "chat": GROUP, "from": ANNA,
                    "pinned_message": {"message_id": 1, "date": 0, "chat": GROUP}}
    },
    "members who come": {
        "message": {"message_id": 1, "date": 1, "chat": GROUP, "from": ANNA, "new_chat_members": [ANNA]}
    },
    "nothing at all": {},
}  # fmt: skip


@pytest.mark.parametrize("case", PASSED_OVER)
def test_what_is_not_for_the_bot_passes_by(case: str) -> None:
    assert read(PASSED_OVER[case]) is None


def test_unknown_fields_of_what_is_known_pass_by() -> None:
    one = message(text="Hallo", hologram={"size": 3}, chat={**PRIVATE, "aura": "teal"})
    assert one is not None
    assert one.arrival.text == "Hallo"


def test_only_what_is_read_is_asked_for() -> None:
    assert set(ALLOWED) == {"message", "callback_query", "my_chat_member"}


@given(st.text(max_size=80))
def test_no_text_keeps_a_message_from_being_read(text: str) -> None:
    for chat in (PRIVATE, GROUP):
        one = message(chat=chat, text=text or None)
        assert one is None or "\x00" not in one.arrival.text
