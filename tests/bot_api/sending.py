"""The methods that put messages into chats."""

from typing import Any

from tests.bot_api import keyboards
from tests.bot_api.calls import Call, Place, place, reachable
from tests.bot_api.media import media_body
from tests.bot_api.records import Message, Shape
from tests.bot_api.refusals import bad
from tests.bot_api.shown import message_shown
from tests.bot_api.texts import caption_body, text_body
from tests.bot_api.world import World

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
ALBUM = range(2, 11)


def send_message(world: World, call: Call) -> dict[str, Any]:
    body = text_body(call.params)
    markup = keyboards.checked(call.params.get("reply_markup"))
    where = place(world, call, "text messages")
    return message_shown(
        world, _said(world, where, Shape(body=body, markup=markup, source=call.text("text")))
    )


def send_photo(world: World, call: Call) -> dict[str, Any]:
    return _send_media(world, call, "photo")


def send_document(world: World, call: Call) -> dict[str, Any]:
    return _send_media(world, call, "document")


def send_media_group(world: World, call: Call) -> list[dict[str, Any]]:
    items = call.params.get("media") or []
    sorts = {str(item.get("type")) for item in items}
    where = place(world, call, "documents" if sorts == {"document"} else "photos")
    if len(items) not in ALBUM:
        raise bad("too many messages to send as an album" if items[2:] else "there are no messages to send")
    if not sorts <= {"photo", "document"}:
        raise bad("can't parse InputMedia: type must be photo or document here")
    if len(sorts) > 1:
        raise bad("document can't be mixed with other media types")
    shapes = [
        Shape(
            body={**media_body(world, call, item["type"], item.get("media")), **caption_body(item)},
            source=str(item.get("caption") or ""),
        )
        for item in items
    ]
    album = str(world.number())
    said = [_said(world, where, shape, {"media_group_id": album}) for shape in shapes]
    return [message_shown(world, message) for message in said]


def send_chat_action(world: World, call: Call) -> bool:
    reachable(world, call)
    if call.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def _send_media(world: World, call: Call, sort: str) -> dict[str, Any]:
    caption = caption_body(call.params)
    markup = keyboards.checked(call.params.get("reply_markup"))
    where = place(world, call, f"{sort}s")
    body = {**media_body(world, call, sort, call.params.get(sort)), **caption}
    shape = Shape(body=body, markup=markup, source=call.text("caption"))
    return message_shown(world, _said(world, where, shape))


def _said(world: World, where: Place, shape: Shape, extra: dict[str, Any] | None = None) -> Message:
    return world.say(
        where.chat,
        world.bot,
        shape,
        thread=where.thread,
        topical=where.thread is not None,
        reply=where.reply,
        extra=extra,
    )
