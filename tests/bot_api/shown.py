"""Records as the Bot API writes them in answers and updates."""

from typing import Any

from tests.bot_api.records import ADMIN_RIGHTS, MEMBER_RIGHTS, Chat, Member, Message, User
from tests.bot_api.world import World


def chat_shown(world: World, chat: Chat) -> dict[str, Any]:
    """Return a chat as messages carry it."""
    if chat.kind == "private":
        user = world.users[chat.id].shown()
        kept = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        return {"id": chat.id, "type": "private"} | kept
    shown: dict[str, Any] = {"id": chat.id, "type": chat.kind, "title": chat.title}
    return {**shown, "is_forum": True} if chat.forum else shown


def message_shown(world: World, message: Message, *, replies: bool = True) -> dict[str, Any]:
    """Return a message as answers and updates carry it; what it replies to is shown one step deep."""
    shown: dict[str, Any] = {
        "message_id": message.id,
        "from": message.sender.shown(),
        "chat": chat_shown(world, message.chat),
        "date": message.date,
    }
    if message.edited is not None:
        shown["edit_date"] = message.edited
    if message.thread is not None:
        shown["message_thread_id"] = message.thread
    if message.topical:
        shown["is_topic_message"] = True
    # In a topic what answers nothing answers the message that the topic began with.
    answered = message.reply if message.reply is not None or not message.topical else message.thread
    if replies and answered is not None and answered != message.id:
        replied = message.chat.messages.get(answered)
        if replied is not None and not replied.deleted:
            shown["reply_to_message"] = message_shown(world, replied, replies=False)
    shown.update(message.extra)
    shown.update(message.shape.body)
    if message.shape.markup is not None and "inline_keyboard" in message.shape.markup:
        shown["reply_markup"] = message.shape.markup
    return shown


def member_shown(user: User, member: Member) -> dict[str, Any]:
    """Return somebody's membership with the rights that go with it."""
    shown: dict[str, Any] = {"status": member.status, "user": user.shown()}
    if member.status == "creator":
        return {**shown, "is_anonymous": False}
    if member.status == "administrator":
        rights = {name: name != "is_anonymous" for name in ADMIN_RIGHTS}
        return {**shown, **rights, "can_pin_messages": True, "can_manage_topics": True}
    if member.status == "restricted":
        rights = {name: name in member.allowed for name in MEMBER_RIGHTS}
        return {**shown, "is_member": True, "until_date": 0, **rights}
    return {**shown, "until_date": 0} if member.status == "kicked" else shown
