"""What Telegram tells of a chat itself, as the happenings that the bot knows."""

from collections.abc import Callable
from typing import Any

from telegram import Chat, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message

from programme.happenings import Happened, Happening
from programme.text import visible

AWAY = frozenset({ChatMember.LEFT, ChatMember.BANNED})
RULING = frozenset({ChatMember.ADMINISTRATOR, ChatMember.OWNER})


def _is(kind: Happened) -> Callable[[Any], Happening]:
    return lambda found: Happening(kind=kind)


def _called(kind: Happened) -> Callable[[Any], Happening | None]:
    return lambda topic: _titled(kind, topic.name) if topic.name else None


def _titled(kind: Happened, title: str) -> Happening:
    return Happening(kind=kind, to=visible(title))


# Fields of a service message. That the bot came or went, or that a group was made with it, needs no row: of that
# Telegram tells in an update of its own as well (``standing``).
SERVICE: dict[str, Callable[[Any], Happening | None]] = {
    "migrate_to_chat_id": lambda to: Happening(kind=Happened.MOVED, to=str(to)),
    "new_chat_title": lambda title: _titled(Happened.TITLED, title),
    "forum_topic_created": _called(Happened.TOPIC_OPENED),
    "forum_topic_edited": _called(Happened.TOPIC_TITLED),
    "forum_topic_closed": _is(Happened.TOPIC_CLOSED),
    "forum_topic_reopened": _is(Happened.TOPIC_OPENED),
    "general_forum_topic_hidden": _is(Happened.TOPIC_CLOSED),
    "general_forum_topic_unhidden": _is(Happened.TOPIC_OPENED),
}


def told(message: Message) -> Happening | None:
    """Return what a service message says happened to the chat or topic that it stands in."""
    if message.migrate_from_chat_id is not None:  # told in the new group; it happened to the old one
        return Happening(kind=Happened.MOVED, to=str(message.chat.id))
    for field, happening in SERVICE.items():
        found = getattr(message, field)
        if found is not None:
            return happening(found)
    return None


def standing(change: ChatMemberUpdated) -> Happening | None:
    """Return what a change of the bot's own standing in a chat means; None where nothing follows from it."""
    before, after = change.old_chat_member, change.new_chat_member
    if change.chat.type == Chat.PRIVATE:
        return _in_private(before.status, after.status)
    if _inside(before) != _inside(after):
        return Happening(kind=Happened.ADDED if _inside(after) else Happened.REMOVED)
    if not _inside(after):
        return None
    if _writes(before) != _writes(after):
        return Happening(kind=Happened.HEARD if _writes(after) else Happened.SILENCED)
    if (before.status in RULING) != (after.status in RULING):
        return Happening(kind=Happened.PROMOTED if after.status in RULING else Happened.DEMOTED)
    return None


def _in_private(before: str, after: str) -> Happening | None:
    """A person who blocks the bot has, to Telegram, banned it; who begins with it has not let it in again."""
    if (before == ChatMember.BANNED) == (after == ChatMember.BANNED):
        return None
    return Happening(kind=Happened.BLOCKED if after == ChatMember.BANNED else Happened.UNBLOCKED)


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in AWAY


def _writes(member: ChatMember) -> bool:
    return not isinstance(member, ChatMemberRestricted) or member.can_send_messages
