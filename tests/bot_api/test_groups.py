"""What happens to groups, and what the bot may still do there."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.refusals import MIGRATED
from tests.bot_api.test_sending import picture


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann")


def _kinds(api: BotApi) -> list[str]:
    """Return what came, in short: the kind, and of messages what they are about."""
    plain = {
        "message_id",
        "from",
        "chat",
        "date",
        "message_thread_id",
        "is_topic_message",
        "reply_to_message",
    }
    found = []
    for update in api.updates():
        body = update.body[update.kind]
        if update.kind == "message":
            found.append(next(name for name in body if name not in plain))
        else:
            found.append(f"{body['old_chat_member']['status']}>{body['new_chat_member']['status']}")
    return found


@pytest.mark.parametrize(("supergroup", "came"), [(False, "group_chat_created"), (True, "new_chat_members")])
def test_a_group_made_with_the_bot_is_told(api: BotApi, ann: int, supergroup: bool, came: str) -> None:
    group = api.group("Team", [ann], supergroup=supergroup)
    assert _kinds(api) == ["left>member", came]
    assert (group < -1_000_000_000_000) is supergroup


def test_coming_leaving_leading_and_titles_are_told(api: BotApi, ann: int) -> None:
    group = api.group("Team", [ann], bot=False)
    assert api.updates() == []
    api.add_bot(ann, group)
    api.join(api.person("Bas"), group)
    api.retitle(ann, group, "Ander team")
    api.promote_bot(ann, group)
    api.leave(api.person("Cor"), group)
    api.remove_bot(ann, group)
    assert _kinds(api) == [
        "left>member",
        "new_chat_members",
        "new_chat_members",
        "new_chat_title",
        "member>administrator",
        "left_chat_member",
        "administrator>kicked",
    ]


def test_where_the_bot_is_not_it_cannot_speak(api: BotApi, asked: Asked, ann: int) -> None:
    group, large = api.group("Team", [ann]), api.group("Regio", [ann], supergroup=True)
    left, gone = api.group("Oud", [ann]), api.group("Weg", [ann])
    away = api.group("Grote weg", [ann], supergroup=True)
    api.remove_bot(ann, group)
    api.remove_bot(ann, large)
    asked("leaveChat", chat_id=left)
    api.delete_group(ann, gone)
    api.delete_group(ann, away)
    assert [
        asked.refused("sendMessage", chat_id=chat, text="Hoi") for chat in (group, large, left, gone, away)
    ] == [
        "403 Forbidden: bot was kicked from the group chat",
        "403 Forbidden: bot was kicked from the supergroup chat",
        "403 Forbidden: bot is not a member of the group chat",
        "403 Forbidden: the group chat was deleted",
        "403 Forbidden: bot was kicked from the supergroup chat",
    ]


def test_a_group_becomes_a_supergroup_with_a_message_in_either(api: BotApi, asked: Asked, ann: int) -> None:
    old = api.group("Team", [ann])
    new = api.migrate(ann, old)
    first, second = (update.body["message"] for update in api.updates()[-2:])
    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (old, new)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (new, old)
    assert asked.answer("sendMessage", chat_id=old, text="Hoi") == {
        "ok": False,
        "error_code": 400,
        "description": MIGRATED,
        "parameters": {"migrate_to_chat_id": new},
    }
    assert asked("sendMessage", chat_id=new, text="Hoi")["message_id"] == 2


Cause = Callable[[BotApi, int, int], object]


def _promoted_where_nothing_is_allowed(api: BotApi, ann: int, group: int) -> None:
    api.permit(group, [])
    api.promote_bot(ann, group)


FORBIDDEN: list[tuple[Cause, dict[str, str]]] = [
    (
        lambda api, ann, group: api.permit(group, ["can_send_photos"]),
        {"sendMessage": "text messages", "sendPhoto": "", "sendDocument": "documents"},
    ),
    (
        lambda api, ann, group: api.restrict_bot(ann, group, allowed=["can_send_messages"]),
        {"sendMessage": "", "sendPhoto": "photos", "sendDocument": "documents"},
    ),
    (
        _promoted_where_nothing_is_allowed,
        {"sendMessage": "", "sendPhoto": "", "sendDocument": ""},
    ),
]


@pytest.mark.parametrize(("cause", "refused"), FORBIDDEN)
def test_what_is_not_allowed_in_a_group_is_refused(
    api: BotApi, asked: Asked, ann: int, cause: Cause, refused: dict[str, str]
) -> None:
    group = api.group("Regio", [ann], supergroup=True)
    cause(api, ann, group)
    for method, what in refused.items():
        data = {"chat_id": str(group)} | ({"text": "x"} if method == "sendMessage" else {})
        sort = method.removeprefix("send").lower()
        files: Any = {} if method == "sendMessage" else {sort: ("x.png", picture())}
        answer = asked.post(method, data=data, files=files).json()
        why = f"Bad Request: not enough rights to send {what} to the chat" if what else None
        assert answer.get("description") == why


def test_topics_begin_are_renamed_closed_and_opened_again(api: BotApi, ann: int) -> None:
    group = api.group("Regio", [ann], forum=True)
    topic = api.topic(ann, group, "Week")
    api.rename_topic(ann, group, topic, "Weken")
    api.close_topic(ann, group, topic)
    api.close_topic(ann, group, topic, closed=False)
    api.close_topic(ann, group)
    api.delete_topic(group, topic)
    assert _kinds(api)[2:] == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "forum_topic_closed",
    ]
    begun = api.updates()[2].body["message"]
    assert (begun["message_id"], begun["message_thread_id"], begun["is_topic_message"]) == (
        topic,
        topic,
        True,
    )


def test_a_message_goes_to_its_topic_and_never_to_one_that_is_not_there(
    api: BotApi, asked: Asked, ann: int
) -> None:
    group = api.group("Regio", [ann], forum=True)
    topic = api.topic(ann, group, "Week")
    sent = asked("sendMessage", chat_id=group, message_thread_id=topic, text="Hoi")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    assert "message_thread_id" not in asked("sendMessage", chat_id=group, text="Algemeen")
    assert [message.text for message in api.said(group, topic=topic)] == ["Hoi"]
    for unknown in (1, 77):
        refused = asked.refused("sendMessage", chat_id=group, message_thread_id=unknown, text="x")
        assert refused == "400 Bad Request: message thread not found"
    api.delete_topic(group, topic)
    refused = asked.refused("sendMessage", chat_id=group, message_thread_id=topic, text="x")
    assert refused == "400 Bad Request: message thread not found"
    assert api.said(group, topic=topic) == []


@pytest.mark.parametrize("general", [True, False])
def test_a_closed_topic_takes_messages_of_administrators_only(
    api: BotApi, asked: Asked, ann: int, general: bool
) -> None:
    group = api.group("Regio", [ann], forum=True)
    topic = api.topic(ann, group, "Week")
    where = {"chat_id": group, "text": "x"} | ({} if general else {"message_thread_id": topic})
    api.close_topic(ann, group, None if general else topic)
    assert asked.refused("sendMessage", **where) == "400 Bad Request: TOPIC_CLOSED"
    api.promote_bot(ann, group)
    asked("sendMessage", **where)


def test_what_is_said_in_a_topic_carries_it_and_answers_its_first_message(
    api: BotApi, asked: Asked, ann: int
) -> None:
    group = api.group("Regio", [ann], forum=True)
    topic = api.topic(ann, group, "Week")
    api.type(ann, "/stand", group, topic=topic)
    message = api.updates()[-1].body["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic, True)
    assert "forum_topic_created" in message["reply_to_message"]
    said = asked("sendMessage", chat_id=group, message_thread_id=topic, text="Hoe ging het?")["message_id"]
    api.type(ann, "Goed", group, reply=said)
    assert api.updates()[-1].body["message"]["message_thread_id"] == topic


def test_who_is_in_a_group_and_how_is_told_when_asked(api: BotApi, asked: Asked, ann: int) -> None:
    group = api.group("Team", [ann, api.person("Bas")])
    me = asked("getMe")
    assert asked("getChatMember", chat_id=group, user_id=ann)["status"] == "creator"
    assert asked("getChatMember", chat_id=group, user_id=me["id"])["status"] == "member"
    assert asked("getChat", chat_id=group)["title"] == "Team"
    assert len(asked("getChatAdministrators", chat_id=group)) == 1
    assert asked.refused("getChatMember", chat_id=group, user_id=999).startswith("400 ")


def test_ids_of_messages_count_per_supergroup_and_for_all_other_chats_together(
    api: BotApi, asked: Asked, ann: int
) -> None:
    bas = api.person("Bas", started=True)
    api.start(ann)
    one, two = (api.group(name, [ann], supergroup=True) for name in ("Een", "Twee"))
    ids = [asked("sendMessage", chat_id=chat, text="x")["message_id"] for chat in (ann, bas, one, two)]
    assert ids == [2, 3, 2, 2]
