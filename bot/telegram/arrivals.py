"""From an update of Telegram's to what arrived: who did what where, in the words of the inbox.

Only what ``ALLOWED`` names is asked for. An edited message is no new message, and is not asked for: what was
reported is changed in the dialogue, where everybody sees what became of it. Nor is what is written in a broadcast
channel, which is nobody's question. What people in a group say to each other is passed over, unkept.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from bot.telegram import PLATFORM
from bot.telegram.addresses import address
from bot.telegram.attachments import attachments
from bot.telegram.happenings import standing, told
from bot.telegram.line import Me
from programme.happenings import Happened, Happening
from programme.text import visible
from storage.chats import chats
from storage.database import Transaction
from storage.messages import inbox
from storage.messages.inbox import Arrival

COMMAND = re.compile(r"/(\w+)@(\w+)")
HELP = "/help"  # what is meant by the bot's name alone
UNKNOWN = "?"  # the key of a button that has none: it is answered like any that is gone


@dataclass(frozen=True, kw_only=True)
class Came:
    """What an update brings, and the chat that it came in: its address, kind and title on Telegram.

    ``topic``: what the topic that it came in was called when it was opened, "" where that is not told.
    ``past``: it is about a chat that is no more, and of no interest where that was never known.
    """

    address: str
    private: bool
    title: str
    topic: str = ""
    past: bool = False
    arrival: Arrival


def came(update: Update, me: Me) -> Came | None:
    """Return what an update brings; None for what is not for the bot, or of a kind that it does not know."""
    for kind, read in READERS.items():
        found = getattr(update, kind)
        if found is not None:
            return read(str(update.update_id), found, me)
    return None


def keep(tx: Transaction, one: Came, now: datetime) -> None:
    """Put what came into the inbox, its chat made where it is new; an event that is there is passed over.

    A topic that was opened before the bot came is told as titled, for its title would never be known.
    """
    if one.past and chats.at(tx, PLATFORM, one.address) is None:
        return
    chat = chats.arrive(tx, PLATFORM, one.address, "private" if one.private else "channel", one.title, now)
    arrived = [replace(one.arrival, chat=chat.key)]
    if one.topic and not chat.title:
        titled = Happening(kind=Happened.TOPIC_TITLED, to=one.topic)
        told = Arrival(
            platform=PLATFORM,
            event=f"{one.arrival.event}-topic",
            chat=chat.key,
            account=one.arrival.account,
            happening=titled,
        )
        arrived.insert(0, told)
    inbox.receive(tx, arrived, now)


def _message(event: str, message: Message, me: Me) -> Came | None:
    if message.chat.type == ChatType.CHANNEL:
        return None
    happening = told(message)
    if happening is not None:  # whoever did it, another bot too
        who = message.sender_chat or message.from_user
        account = str(who.id) if who else ""
        return _in(message, _arrival(event, account, message.from_user, happening=happening))
    speaker, said = _account(message), _said(message, me)
    things = attachments(message)
    if speaker is None or said is None or not (said.text or things):
        return None
    arrival = _arrival(
        event,
        speaker,
        message.from_user,
        text=said.text,
        addressed=said.addressed,
        attachments=things,
        album=message.media_group_id or "",
    )
    return _in(message, arrival)


def _press(event: str, query: CallbackQuery, me: Me) -> Came | None:
    """A press under a message, of which Telegram may have forgotten what it said, or under one sent by others."""
    arrival = _arrival(
        event, str(query.from_user.id), query.from_user, press=query.data or UNKNOWN, query=query.id
    )
    message = query.message
    if isinstance(message, Message):
        return _in(message, arrival)
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return Came(
            address=address(message.chat.id),
            private=False,
            title=visible(message.chat.title or ""),
            arrival=arrival,
        )
    return Came(address=str(query.from_user.id), private=True, title=_name(query.from_user), arrival=arrival)


def _standing(event: str, change: ChatMemberUpdated, me: Me) -> Came | None:
    happening = standing(change) if change.chat.type != ChatType.CHANNEL else None
    if happening is None:
        return None
    who = change.from_user
    private = change.chat.type == ChatType.PRIVATE
    return Came(
        address=str(change.chat.id),
        private=private,
        title=_name(who) if private else visible(change.chat.title or ""),
        arrival=_arrival(event, str(who.id), who, happening=happening),
    )


READERS: dict[str, Callable[[str, Any, Me], Came | None]] = {
    "message": _message,
    "callback_query": _press,
    "my_chat_member": _standing,
}
ALLOWED = tuple(READERS)


def _arrival(event: str, account: str, user: User | None, **more: Any) -> Arrival:
    return Arrival(
        platform=PLATFORM,
        event=event,
        chat="",
        account=account,
        name=_name(user) if user else "",
        language=(user.language_code or "") if user else "",
        **more,
    )


def _in(message: Message, arrival: Arrival) -> Came:
    """Return what came by a message: in a private chat, a group, or a topic of it."""
    chat = message.chat
    if chat.type == ChatType.PRIVATE:
        return Came(address=str(chat.id), private=True, title=arrival.name, arrival=arrival)
    title = visible(chat.title or "")
    if message.migrate_from_chat_id is not None:
        return Came(
            address=address(message.migrate_from_chat_id),
            private=False,
            title=title,
            past=True,
            arrival=arrival,
        )
    opened = message.reply_to_message.forum_topic_created if message.reply_to_message else None
    return Came(
        address=address(chat.id, message.message_thread_id if message.is_topic_message else None),
        private=False,
        title=title,
        topic=visible(opened.name) if opened else "",
        arrival=arrival,
    )


def _account(message: Message) -> str | None:
    """Return who wrote a message; None for another bot, and for a channel's posts that a group repeats.

    Who writes as the group itself (an administrator who hides) or as a channel has that one's account: nobody knows
    who it is, so they are a stranger.
    """
    if message.is_automatic_forward:
        return None
    if message.sender_chat is not None:
        return str(message.sender_chat.id)
    user = message.from_user
    return str(user.id) if user is not None and not user.is_bot else None


def _name(user: User) -> str:
    return " ".join(visible(user.full_name or "").split())  # of a deleted account there is none


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said to the bot, without its name."""

    text: str = ""
    addressed: bool = False


def _said(message: Message, me: Me) -> Said | None:
    """Return what a message says to the bot; None for what is for another, or for nobody in particular."""
    text = visible(message.text or message.caption or "").strip()
    command = COMMAND.match(text)
    if command is not None and command[2].casefold() != me.name.casefold():
        return None
    if command is not None:
        text = f"/{command[1]}{text[command.end() :]}"
    if message.chat.type == ChatType.PRIVATE:
        return Said(text=text)
    rest, mentions = re.subn(rf"\s*(?<![\w@])@{re.escape(me.name)}(?!\w)[:,]?", "", text, flags=re.IGNORECASE)
    addressed = bool(mentions) or _answers(message, me)
    if not addressed and not text.startswith("/"):
        return None
    return Said(
        text=rest.strip() or (HELP if mentions and not attachments(message) else ""), addressed=addressed
    )


def _answers(message: Message, me: Me) -> bool:
    """Whether a message replies to one of the bot's; in a topic, what replies to nothing replies to its opening."""
    before = message.reply_to_message
    if before is None or before.forum_topic_created is not None:
        return False
    return before.from_user is not None and str(before.from_user.id) == me.account
