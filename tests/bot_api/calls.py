"""One request: its method, its parameters as plain values, and the files that came along."""

from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.records import Chat
from tests.bot_api.refusals import bad, forbidden, migrated
from tests.bot_api.world import World, number_of

SORTS = {
    "text messages": "can_send_messages",
    "photos": "can_send_photos",
    "documents": "can_send_documents",
}


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file in a multipart body."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request as a method sees it. ``method`` in lower case."""

    method: str
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a parameter as text, empty where it was not given."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> int:
        """Return a parameter as a number, 0 where it was not given or is none."""
        return number_of(self.params.get(name))


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a message goes: the chat, its topic, and what it replies to."""

    chat: Chat
    thread: int | None = None
    reply: int | None = None


def reachable(world: World, call: Call, *, reads: bool = False) -> Chat:
    """Return the chat of a request that the bot may change something in; one that only ``reads`` gets further.

    Raises Refusal: 400 for a chat unknown or moved, 403 where people or a group shut the bot out.
    """
    if call.params.get("chat_id") in (None, ""):
        raise bad("chat_id is empty")
    chat = world.chat(call.params["chat_id"])
    if reads and chat.kind != "supergroup":
        return chat
    if chat.kind == "private":
        _check_person(world, chat)
    else:
        _check_group(world, chat)
    return chat


def place(world: World, call: Call, sort: str) -> Place:
    """Return where a message of some ``sort`` ("text messages") goes. Raises Refusal where it may not."""
    chat = reachable(world, call)
    thread = _thread(world, chat, call.number("message_thread_id"))
    if chat.kind != "private" and not may(world, chat, SORTS[sort]):
        raise bad(f"not enough rights to send {sort} to the chat")
    return Place(chat=chat, thread=thread, reply=_reply(world, chat, call))


def may(world: World, chat: Chat, right: str) -> bool:
    """Tell whether the bot may do something in a group: administrators may, others where all and they may."""
    status = chat.status(world.bot.id)
    if status in ("creator", "administrator"):
        return True
    return right in chat.allowed and (
        status != "restricted" or right in world.member(chat, world.bot).allowed
    )


def _check_person(world: World, chat: Chat) -> None:
    user = world.users[chat.id]
    if user.deleted:
        raise forbidden("user is deactivated")
    if user.blocked:
        raise forbidden("bot was blocked by the user")
    if not user.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(world: World, chat: Chat) -> None:
    if chat.moved_to is not None:
        raise migrated(chat.moved_to)
    if chat.deleted:
        gone = (
            "the group chat was deleted"
            if chat.kind == "group"
            else "bot was kicked from the supergroup chat"
        )
        raise forbidden(gone)
    status = chat.status(world.bot.id)
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def _thread(world: World, chat: Chat, thread: int) -> int | None:
    """Return the topic that a message goes to; outside forums a thread id is left out of account."""
    if chat.kind == "private" and thread:
        raise bad("message thread not found")
    if not chat.forum:
        return None
    topic = chat.topics.get(thread)
    if thread and topic is None:
        raise bad("message thread not found")
    closed = topic.closed if topic else chat.general_closed
    if closed and chat.status(world.bot.id) not in ("creator", "administrator"):
        raise bad("TOPIC_CLOSED")
    return thread or None


def _reply(world: World, chat: Chat, call: Call) -> int | None:
    given = call.params.get("reply_parameters") or {}
    id = number_of(given.get("message_id", 0)) or call.number("reply_to_message_id")
    if not id:
        return None
    message = chat.messages.get(id)
    if message is not None and not message.deleted:
        return id
    if given.get("allow_sending_without_reply") or call.params.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")
