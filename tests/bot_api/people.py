"""What people do in their chats: they type, press, send files, edit, block; each becomes what the bot would get."""

from collections.abc import Sequence
from typing import Any

from tests.bot_api import keyboards, markup
from tests.bot_api.media import document_shown, size_shown
from tests.bot_api.records import Chat, File, Message, Query, Shape, User
from tests.bot_api.shown import chat_shown, member_shown, message_shown
from tests.bot_api.updates import Update
from tests.bot_api.world import World

ADMINS = ("creator", "administrator")
NAMED: dict[str, dict[str, Any]] = {
    "voice": {"mime_type": "audio/ogg", "duration": 4},
    "video": {"mime_type": "video/mp4", "duration": 9, "width": 640, "height": 360},
    "video_note": {"duration": 9, "length": 240},
    "animation": {"mime_type": "video/mp4", "duration": 2, "width": 320, "height": 240},
    "audio": {"mime_type": "audio/mpeg", "duration": 60},
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    },
    "location": {"latitude": 52.09, "longitude": 5.12},
    "contact": {"phone_number": "+31600000000", "first_name": "Contact"},
    "poll": {
        "id": "1",
        "question": "Poll",
        "options": [
            {"persistent_id": "1", "text": "A", "voter_count": 0},
            {"persistent_id": "2", "text": "B", "voter_count": 0},
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    },
}
FILELESS = ("location", "contact", "poll")


def written(text: str) -> dict[str, Any]:
    """Return the body of a text message as a person typed it, with what Telegram finds in it."""
    found = list(markup.found(text))
    return {"text": text, "entities": found} if found else {"text": text}


def post(
    world: World,
    user: User,
    chat: Chat,
    body: dict[str, Any],
    *,
    thread: int | None = None,
    reply: int | None = None,
    extra: dict[str, Any] | None = None,
) -> Message:
    """Put what somebody sends into a chat, and tell the bot where it may know."""
    replied = chat.messages.get(reply) if reply is not None else None
    if replied is not None and replied.topical:
        thread = thread or replied.thread
    root = replied.thread or replied.id if replied and chat.kind == "supergroup" else None
    message = world.say(
        chat,
        user,
        Shape(body=body, source=str(body.get("text") or body.get("caption") or "")),
        # A reply outside topics carries a thread as well, though it is no topic and cannot be sent to as one.
        thread=thread or root,
        topical=thread is not None,
        reply=reply,
        extra=extra,
    )
    if chat.kind == "private":
        _opened(world, user)
    if _heard(world, message, replied):
        world.tell("message", message_shown(world, message))
    return message


def edit(world: World, message: Message, body: dict[str, Any]) -> None:
    """Change what a person said."""
    message.history.append(message.shape)
    message.shape = Shape(body=body, source=str(body.get("text", "")))
    message.edited = world.now
    if _heard(world, message, message.chat.messages.get(message.reply or 0)):
        world.tell("edited_message", message_shown(world, message))


def press(
    world: World,
    user: User,
    message: Message,
    label: str,
    *,
    old: bool = False,
    elsewhere: Chat | None = None,
) -> Query:
    """Press the button with this label. ``old``: the message can no longer be reached; ``elsewhere``: on a copy of it.

    Raises LookupError where the message has no such button.
    """
    shapes = [message.shape, *reversed(message.history)] if old or elsewhere else [message.shape]
    found = (b for shape in shapes for b in keyboards.buttons(shape.markup) if b["text"] == label)
    button = next(found, None)
    if button is None or "callback_data" not in button:
        raise LookupError(f"no button [{label}] that can be pressed")
    chat = elsewhere or message.chat
    query = Query(
        id=str(4_000_000_000 + world.number()),
        user=user.id,
        chat=chat.id,
        message=message.id,
        data=button["callback_data"],
    )
    world.queries[query.id] = query
    body = {
        "id": query.id,
        "from": user.shown(),
        "chat_instance": str(-chat.id * 31),
        "message": _pressed(world, message, old=old, elsewhere=elsewhere),
        "data": query.data,
    }
    world.tell("callback_query", body)
    return query


def photo_body(world: World, content: bytes, size: tuple[int, int], bytes_claimed: int = 0) -> dict[str, Any]:
    """Return a photo that a person sends, in three sizes; the largest has the bytes that were given."""
    width, height = size
    shown = []
    for side in (90, 320):
        if side < max(size):
            scale = side / max(size)
            small = world.keep_file(content, folder="photos", name="photo.jpg", size=side * 40)
            shown.append(size_shown(small, round(width * scale) or 1, round(height * scale) or 1))
    largest = world.keep_file(content, folder="photos", name="photo.jpg", size=bytes_claimed)
    return {"photo": [*shown, size_shown(largest, width, height)]}


def document_body(
    world: World, content: bytes, name: str, mime: str, bytes_claimed: int = 0
) -> dict[str, Any]:
    """Return a document that a person sends."""
    file = world.keep_file(content, folder="documents", name=name, mime=mime, size=bytes_claimed)
    return {"document": document_shown(file)}


def other_body(world: World, sort: str, content: bytes) -> dict[str, Any]:
    """Return another sort of content: voice, video, video_note, animation, audio, sticker, location, contact, poll."""
    if sort in FILELESS:
        return {sort: NAMED[sort]}
    file: File = world.keep_file(content, folder=f"{sort}s", name=f"{sort}.bin")
    shown = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size, **NAMED[sort]}
    # An animation comes as a document besides, for programs older than animations.
    return {sort: shown, "document": document_shown(file)} if sort == "animation" else {sort: shown}


def block(world: World, user: User, blocked: bool) -> Update | None:
    """Block the bot, or allow it again; the bot is told in the private chat."""
    was, user.blocked = user.blocked, blocked
    if was == blocked:
        return None
    names = ("member", "kicked") if blocked else ("kicked", "member")
    old, new = (_bot_standing(world, name) for name in names)
    return world.tell(
        "my_chat_member",
        {
            "chat": chat_shown(world, world.private(user)),
            "from": user.shown(),
            "date": world.now,
            "old_chat_member": old,
            "new_chat_member": new,
        },
    )


def _bot_standing(world: World, status: str) -> dict[str, Any]:
    shown = {"status": status, "user": world.bot.shown()}
    return {**shown, "until_date": 0} if status == "kicked" else shown


def _opened(world: World, user: User) -> None:
    """Writing to the bot opens its chat, and allows it again where it was blocked."""
    user.started = True
    if user.blocked:
        block(world, user, False)


def _heard(world: World, message: Message, replied: Message | None) -> bool:
    """Tell whether the bot gets a message: in privacy mode only commands, mentions and replies to itself."""
    chat = message.chat
    if chat.kind == "private":
        return True
    status = chat.status(world.bot.id)
    if status in ("left", "kicked") or chat.deleted or chat.moved_to is not None:
        return False
    return not world.privacy or status in ADMINS or _meant(world, message, replied)


def _meant(world: World, message: Message, replied: Message | None) -> bool:
    if replied is not None and replied.sender is world.bot:
        return True
    body = message.shape.body
    text = str(body.get("text") or body.get("caption") or "")
    parts: Sequence[dict[str, Any]] = body.get("entities") or body.get("caption_entities") or ()
    name = f"@{world.username}".lower()
    for part in parts:
        raw = text.encode("utf-16-le")[part["offset"] * 2 : (part["offset"] + part["length"]) * 2]
        word = raw.decode("utf-16-le").lower()
        if part["type"] == "mention" and word == name:
            return True
        if part["type"] == "bot_command" and (word.endswith(name) or "@" not in word):
            return True
    return False


def _pressed(world: World, message: Message, *, old: bool, elsewhere: Chat | None) -> dict[str, Any]:
    if old or message.deleted:
        return {"chat": chat_shown(world, elsewhere or message.chat), "message_id": message.id, "date": 0}
    shown = message_shown(world, message)
    if elsewhere is None:
        return shown
    origin = {"type": "user", "sender_user": world.bot.shown(), "date": message.date}
    moved = {"chat": chat_shown(world, elsewhere), "forward_origin": origin}
    return {**shown, **moved, "message_id": message.id + 1_000}


def standing(world: World, chat: Chat, user: User) -> dict[str, Any]:
    """Return how somebody stands in a group, as updates carry it."""
    return member_shown(user, world.member(chat, user))
