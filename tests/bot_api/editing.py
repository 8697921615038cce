"""The methods that change or take back what the bot said, and answer presses."""

from typing import Any

from tests.bot_api import keyboards
from tests.bot_api.calls import Call, may, reachable
from tests.bot_api.markup import units
from tests.bot_api.media import media_body
from tests.bot_api.records import Message, Shape
from tests.bot_api.refusals import NOT_MODIFIED, QUERY_TOO_OLD, Refusal, bad
from tests.bot_api.shown import message_shown
from tests.bot_api.texts import caption_body, text_body
from tests.bot_api.world import World

TEXT = ("text", "entities")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document", "video", "animation", "audio")
MOST_TOAST = 200
DELETABLE = 48 * 3600


def edit_message_text(world: World, call: Call) -> dict[str, Any]:
    body = text_body(call.params, too_long="MESSAGE_TOO_LONG")
    message = _own(world, call)
    if "text" not in message.shape.body:
        raise bad("there is no text in the message to edit")
    return _change(world, call, message, {**_without(message, TEXT), **body}, call.text("text"))


def edit_message_caption(world: World, call: Call) -> dict[str, Any]:
    body = caption_body(call.params, too_long="MEDIA_CAPTION_TOO_LONG")
    message = _own(world, call)
    if not any(sort in message.shape.body for sort in MEDIA):
        raise bad("there is no caption in the message to edit")
    return _change(world, call, message, {**_without(message, CAPTION), **body}, call.text("caption"))


def edit_message_media(world: World, call: Call) -> dict[str, Any]:
    item = call.params.get("media") or {}
    caption = caption_body(item, too_long="MEDIA_CAPTION_TOO_LONG")
    message = _own(world, call)
    if str(item.get("type")) not in ("photo", "document"):
        raise bad("can't parse InputMedia: type must be photo or document here")
    body = {**media_body(world, call, item["type"], item.get("media")), **caption}
    return _change(world, call, message, body, str(item.get("caption") or ""))


def edit_message_reply_markup(world: World, call: Call) -> dict[str, Any]:
    message = _own(world, call)
    return _change(world, call, message, message.shape.body, message.shape.source)


def delete_message(world: World, call: Call) -> bool:
    chat = reachable(world, call)
    message = world.message(chat, call.params.get("message_id"), "message to delete")
    own = message.sender is world.bot
    admin = chat.status(world.bot.id) in ("creator", "administrator")
    if not (own or admin or chat.kind == "private") or (not admin and world.now - message.date > DELETABLE):
        raise bad("message can't be deleted for everyone")
    message.deleted = True
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    query = world.queries.get(call.text("callback_query_id"))
    if query is None or query.answered is not None or query.expired:
        raise Refusal(400, QUERY_TOO_OLD)
    if units(call.text("text")) > MOST_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    query.answered = call.text("text")
    query.alert = str(call.params.get("show_alert", "")).lower() == "true"
    query.url = call.text("url")
    return True


def _own(world: World, call: Call) -> Message:
    chat = reachable(world, call)
    message = world.message(chat, call.params.get("message_id"), "message to edit")
    kept = message.shape.markup
    if message.sender is not world.bot or (kept is not None and "inline_keyboard" not in kept):
        raise bad("message can't be edited")
    if chat.kind != "private" and not may(world, chat, "can_send_messages"):
        raise bad("not enough rights to edit the message")
    return message


def _without(message: Message, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in message.shape.body.items() if name not in names}


def _change(world: World, call: Call, message: Message, body: dict[str, Any], source: str) -> dict[str, Any]:
    """Show something else from now on; an edit without a keyboard takes the buttons away."""
    markup = keyboards.checked(call.params.get("reply_markup"), inline=True)
    if body == message.shape.body and markup == message.shape.markup:
        raise Refusal(400, NOT_MODIFIED)
    message.history.append(message.shape)
    message.shape = Shape(body=body, markup=markup, source=source)
    message.edited = world.now
    return message_shown(world, message)
