"""What happens to groups: who joins and leaves, who leads, titles, topics, and the move to a supergroup."""

from collections.abc import Iterable
from typing import Any

from tests.bot_api.records import MEMBER_RIGHTS, Chat, Kind, Member, Message, Shape, Status, Topic, User
from tests.bot_api.shown import chat_shown, member_shown, message_shown
from tests.bot_api.world import SUPERGROUP, World

INSIDE = ("creator", "administrator", "member", "restricted")


def create(world: World, title: str, members: Iterable[User], *, kind: Kind, forum: bool, bot: bool) -> Chat:
    """Make a group; its first member is its creator. The bot, where it is in it, is told so."""
    people = list(members)
    number = 4_000_000 + world.number()
    chat = Chat(
        id=-number if kind == "group" else SUPERGROUP - number,
        kind=kind,
        title=title,
        forum=forum,
    )
    for user in people:
        chat.members[user.id] = Member(status="creator" if user is people[0] else "member")
    world.chats[chat.id] = chat
    if bot:
        change(world, chat, people[0], world.bot, "member", created=True)
    return chat


def change(
    world: World,
    chat: Chat,
    by: User,
    user: User,
    status: Status,
    allowed: Iterable[str] | None = None,
    *,
    created: bool = False,
) -> None:
    """Let somebody stand otherwise in a group; joining and leaving show as a message besides.

    A supergroup shows no message of the bot's own leaving; a group that is ``created`` shows that instead.
    """
    member = world.member(chat, user)
    was, before = member_shown(user, member), member.status
    left = before in INSIDE and status not in INSIDE
    if left and (user is not world.bot or chat.kind == "group"):
        _service(world, chat, by, {"left_chat_member": user.shown()})
    member.status = status
    member.allowed = frozenset(MEMBER_RIGHTS if allowed is None else allowed)
    body = {
        "chat": chat_shown(world, chat),
        "from": by.shown(),
        "date": world.now,
        "old_chat_member": was,
        "new_chat_member": member_shown(user, member),
    }
    if user is world.bot:
        world.tell("my_chat_member", body)
    elif chat.status(world.bot.id) == "administrator":
        world.tell("chat_member", body)
    if created and chat.kind == "group":
        _service(world, chat, by, {"group_chat_created": True})
    elif status in INSIDE and before not in INSIDE:
        joined = [user.shown()]
        extra = {"new_chat_participant": user.shown(), "new_chat_member": user.shown()}
        _service(world, chat, by, {"new_chat_members": joined, **extra})


def retitle(world: World, chat: Chat, by: User, title: str) -> None:
    """Give a group another title."""
    chat.title = title
    _service(world, chat, by, {"new_chat_title": title})


def migrate(world: World, chat: Chat, by: User, *, forum: bool = False) -> Chat:
    """Make a supergroup of a group: a new id, and a message in either about the other. Return the new chat."""
    assert chat.kind == "group", "only a group becomes a supergroup"
    new = Chat(
        id=SUPERGROUP - (5_000_000 + world.number()),
        kind="supergroup",
        title=chat.title,
        forum=forum,
        members=dict(chat.members),
        allowed=chat.allowed,
    )
    world.chats[new.id] = new
    _service(world, chat, by, {"migrate_to_chat_id": new.id})
    chat.moved_to = new.id
    _service(world, new, by, {"migrate_from_chat_id": chat.id})
    return new


def delete(world: World, chat: Chat, by: User) -> None:
    """Delete a group for everybody; the bot only sees that it is out of it."""
    chat.deleted = True
    if chat.status(world.bot.id) in INSIDE:
        was = member_shown(world.bot, world.member(chat, world.bot))
        world.member(chat, world.bot).status = "left" if chat.kind == "group" else "kicked"
        body = {
            "chat": chat_shown(world, chat),
            "from": by.shown(),
            "date": world.now,
            "old_chat_member": was,
        }
        world.tell(
            "my_chat_member",
            {**body, "new_chat_member": member_shown(world.bot, world.member(chat, world.bot))},
        )


def open_topic(world: World, chat: Chat, by: User, name: str) -> Topic:
    """Begin a topic in a forum."""
    assert chat.forum, "only a forum has topics"
    message = _service(
        world, chat, by, {"forum_topic_created": {"name": name, "icon_color": 7322096}}, told=False
    )
    topic = Topic(id=message.id, name=name)
    chat.topics[topic.id] = topic
    message.thread, message.topical = topic.id, True
    _tell(world, message)
    return topic


def rename_topic(world: World, chat: Chat, by: User, topic: int, name: str) -> None:
    """Give a topic another name."""
    chat.topics[topic].name = name
    _service(world, chat, by, {"forum_topic_edited": {"name": name}}, thread=topic)


def close_topic(world: World, chat: Chat, by: User, topic: int | None, closed: bool) -> None:
    """Close a topic or open it again; None is the General one."""
    if topic is None:
        chat.general_closed = closed
    else:
        chat.topics[topic].closed = closed
    _service(world, chat, by, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, thread=topic)


def delete_topic(chat: Chat, topic: int) -> None:
    """Delete a topic with all that was said in it; a bot is told nothing of that."""
    del chat.topics[topic]
    for message in chat.messages.values():
        if message.thread == topic:
            message.deleted = True


def _service(
    world: World,
    chat: Chat,
    by: User,
    body: dict[str, Any],
    *,
    thread: int | None = None,
    told: bool = True,
) -> Message:
    """Put a message about the group itself into it; privacy mode lets these through."""
    message = world.say(chat, by, Shape(body=body), thread=thread, topical=thread is not None)
    if told:
        _tell(world, message)
    return message


def _tell(world: World, message: Message) -> None:
    if message.chat.status(world.bot.id) in INSIDE:
        world.tell("message", message_shown(world, message))
