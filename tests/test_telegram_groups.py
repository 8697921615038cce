"""What happens to chats on Telegram, and the chats in which something arrives."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.telegram.arrivals import Came, keep
from programme.happenings import Happened, Happening
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.messages import inbox
from tests.bot_api import BotApi
from tests.telegram_updates import ANNA, BOT, GROUP, NOW, PRIVATE, happened, message, read


def latest(api: BotApi) -> Came | None:
    return read(api.pending[-1].shown())


def test_what_happens_to_a_group_is_told(api: BotApi) -> None:
    anna = api.person("Anna")
    group = api.group("Team", [anna], supergroup=True, bot=False)

    def after(work: Any) -> list[tuple[Happened, str]]:
        before = len(api.pending)
        work()
        told = [happened(read(update.shown())) for update in api.pending[before:]]
        return [(one.kind, one.to) for one in told if one]

    assert after(lambda: api.add_bot(anna, group)) == [(Happened.ADDED, "")]
    assert after(lambda: api.promote_bot(anna, group)) == [(Happened.PROMOTED, "")]
    assert after(lambda: api.promote_bot(anna, group, administrator=False)) == [(Happened.DEMOTED, "")]
    assert after(lambda: api.restrict_bot(anna, group)) == [(Happened.SILENCED, "")]
    assert after(lambda: api.restrict_bot(anna, group, allowed=["can_send_messages"])) == [
        (Happened.HEARD, "")
    ]
    assert after(lambda: api.retitle(anna, group, "Team Noord")) == [(Happened.TITLED, "Team Noord")]
    assert after(lambda: api.remove_bot(anna, group)) == [(Happened.REMOVED, "")]
    assert after(lambda: api.join(api.person("Piet"), group)) == []


def test_what_happens_to_a_topic_is_told_in_the_topic(api: BotApi) -> None:
    anna = api.person("Anna")
    forum = api.group("Forum", [anna], forum=True)
    api.world.updates.drop()
    topic = api.topic(anna, forum, "Plan")
    api.rename_topic(anna, forum, topic, "Plannen")
    api.close_topic(anna, forum, topic)
    api.close_topic(anna, forum, topic, closed=False)
    api.close_topic(anna, forum, None)
    told = [read(update.shown()) for update in api.pending]
    assert [(one.address, happened(one)) for one in told if one] == [
        (f"{forum}/{topic}", Happening(kind=Happened.TOPIC_OPENED, to="Plan")),
        (f"{forum}/{topic}", Happening(kind=Happened.TOPIC_TITLED, to="Plannen")),
        (f"{forum}/{topic}", Happening(kind=Happened.TOPIC_CLOSED)),
        (f"{forum}/{topic}", Happening(kind=Happened.TOPIC_OPENED)),
        (str(forum), Happening(kind=Happened.TOPIC_CLOSED)),
    ]


def test_a_title_comes_without_signs_that_steer_what_is_read(api: BotApi) -> None:
    anna = api.person("Anna")
    forum = api.group("Forum", [anna], forum=True)
    topic = api.topic(anna, forum, "Plan \u202e2026")
    api.rename_topic(anna, forum, topic, "Plan\u2066 <b>")
    api.retitle(anna, forum, "Team \u202enoord 👩‍🏫")
    told = [happened(read(update.shown())) for update in api.pending[-3:]]
    assert [one.to for one in told if one] == ["Plan 2026", "Plan <b>", "Team noord 👩‍🏫"]


def test_what_another_bot_does_to_a_group_is_told_too() -> None:
    other = {**BOT, "id": 99, "username": "other_bot"}
    one = message(chat=GROUP, new_chat_title="Team Noord", **{"from": other})
    assert happened(one) == Happening(kind=Happened.TITLED, to="Team Noord")


def test_a_group_that_moves_is_told_of_at_its_old_address(api: BotApi) -> None:
    anna = api.person("Anna")
    group = api.group("Team", [anna])
    api.world.updates.drop()
    new = api.migrate(anna, group)
    told = [read(update.shown()) for update in api.pending]
    moved = Happening(kind=Happened.MOVED, to=str(new))
    assert [(one.address, happened(one), one.past) for one in told if one] == [
        (str(group), moved, False),
        (str(group), moved, True),
    ]


def test_who_blocks_the_bot_and_who_lets_it_in_again_is_told(api: BotApi) -> None:
    anna = api.person("Anna", started=True)
    api.block(anna)
    assert happened(latest(api)) == Happening(kind=Happened.BLOCKED)
    api.block(anna, blocked=False)
    assert happened(latest(api)) == Happening(kind=Happened.UNBLOCKED)


def test_who_opens_the_chat_for_the_first_time_has_not_let_the_bot_in_again() -> None:
    member = {"user": BOT, "status": "member"}
    left = {"user": BOT, "status": "left"}
    change = {"chat": PRIVATE, "from": ANNA, "date": 1, "old_chat_member": left, "new_chat_member": member}
    assert read({"my_chat_member": change}) is None


@pytest.fixture
def tx() -> Iterator[Transaction]:
    store = MemoryStore()
    taken: list[Transaction] = []
    store.write(taken.append).result()
    yield taken[0]
    store.close()


def kept(tx: Transaction, one: Came | None) -> None:
    assert one is not None
    keep(tx, one, NOW)


def test_a_chat_is_made_where_something_arrives_for_the_first_time(tx: Transaction) -> None:
    kept(tx, message(text="Hallo"))
    chat = chats.at(tx, "telegram", "7")
    assert chat is not None
    assert (chat.kind, chat.title) == ("private", "Anna de Wit")
    assert [one.chat for one in inbox.waiting(tx, 9)] == [chat.key]


def test_the_same_update_again_is_passed_over(tx: Transaction) -> None:
    for _again in range(2):
        kept(tx, message(text="Hallo"))
    assert len(inbox.waiting(tx, 9)) == 1


def test_a_topic_is_a_chat_of_its_own_beside_its_group(tx: Transaction) -> None:
    kept(tx, message(chat=GROUP, text="/week", message_thread_id=5, is_topic_message=True))
    topic, group = chats.at(tx, "telegram", "-1001/5"), chats.at(tx, "telegram", "-1001")
    assert topic is not None and group is not None
    assert (topic.kind, topic.group, group.title) == ("channel", group.key, "Team <één>")


def test_a_thread_of_replies_is_no_topic(tx: Transaction) -> None:
    kept(tx, message(chat=GROUP, text="/week", message_thread_id=5))
    assert chats.at(tx, "telegram", "-1001/5") is None


def test_a_topic_that_was_there_before_the_bot_is_told_by_its_name_once(tx: Transaction) -> None:
    opened = {"message_id": 5, "date": 1, "chat": GROUP, "from": ANNA,
              "forum_topic_created": {"name": "Plan", "icon_color": 1}}  # fmt: skip
    said = {"chat": GROUP, "text": "/week", "message_thread_id": 5, "is_topic_message": True}
    kept(tx, message(**said, reply_to_message=opened))
    kept(tx, message(**said, reply_to_message=opened))
    assert [(one.event, one.happening) for one in inbox.waiting(tx, 9)] == [
        ("1-topic", Happening(kind=Happened.TOPIC_TITLED, to="Plan")),
        ("1", None),
    ]


def test_a_group_that_nobody_knew_and_that_moved_is_of_no_interest(tx: Transaction) -> None:
    kept(tx, message(chat={**GROUP, "id": -1002}, migrate_from_chat_id=-5))
    assert inbox.waiting(tx, 9) == []
    assert chats.at(tx, "telegram", "-5") is None
