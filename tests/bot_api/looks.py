"""What a person sees in a chat, as tests look at it."""

from dataclasses import dataclass
from typing import Any

from tests.bot_api.records import Message, Shape
from tests.bot_api.world import World


@dataclass(frozen=True, kw_only=True)
class SeenButton:
    """A button under a message; ``data`` or ``url`` is empty."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A message as it stands in a chat now.

    ``text``: what is read (of a picture its caption), without markup; ``source``: as the bot sent it; ``entities``:
    the parts set apart; ``file``: the bytes of its photo or document as they were sent, ``name``: the document's;
    ``kind``: text, photo, document or another; ``edits``: the texts that stood there before; ``reply``: the message
    it answers.
    """

    id: int
    chat: int
    topic: int | None
    sender: int
    kind: str
    text: str
    source: str
    entities: tuple[dict[str, Any], ...]
    rows: tuple[tuple[SeenButton, ...], ...]
    file: bytes = b""
    name: str = ""
    album: str = ""
    reply: int | None = None
    edits: tuple[str, ...] = ()

    @property
    def buttons(self) -> tuple[SeenButton, ...]:
        """Its buttons, row after row."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands on its buttons."""
        return tuple(button.label for button in self.buttons)


def seen(world: World, message: Message) -> Seen:
    """Return what a message shows now."""
    body = message.shape.body
    content, name = _file(world, body)
    return Seen(
        id=message.id,
        chat=message.chat.id,
        topic=message.thread if message.topical else None,
        sender=message.sender.id,
        kind=next((name for name in body if name not in ("entities", "caption", "caption_entities")), ""),
        text=text_of(message.shape),
        source=message.shape.source,
        entities=tuple(body.get("entities") or body.get("caption_entities") or ()),
        rows=_rows(message.shape.markup),
        file=content,
        name=name,
        album=str(message.extra.get("media_group_id", "")),
        reply=message.reply,
        edits=tuple(text_of(shape) for shape in message.history),
    )


def text_of(shape: Shape) -> str:
    """Return what is read in a message: its text, or the caption of what it shows."""
    return str(shape.body.get("text") or shape.body.get("caption") or "")


def _rows(markup: dict[str, Any] | None) -> tuple[tuple[SeenButton, ...], ...]:
    return tuple(
        tuple(SeenButton(label=b["text"], data=b.get("callback_data", ""), url=b.get("url", "")) for b in row)
        for row in (markup or {}).get("inline_keyboard", ())
    )


def _file(world: World, body: dict[str, Any]) -> tuple[bytes, str]:
    if "photo" in body:
        file = world.files[body["photo"][-1]["file_id"]]
        return file.sent or file.content, ""
    if "document" in body:
        file = world.files[body["document"]["file_id"]]
        return file.content, file.name
    return b"", ""
