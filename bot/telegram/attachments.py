"""What people attach on Telegram, by what can be done with it."""

from collections.abc import Iterable
from typing import Protocol

from telegram import Document, Message, PhotoSize

from bot.telegram.requests import LARGEST
from storage.messages.inbox import Attachment

# The first that a message has counts: an animation comes with a document too, for programs that know no animations.
FILES = {
    "animation": "film",
    "video": "film",
    "video_note": "film",
    "voice": "voice",
    "audio": "voice",
}
# What has no file, or one that nobody can read.
OTHERS = (
    "sticker",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "game",
    "story",
    "invoice",
    "paid_media",
    "giveaway",
    "checklist",
    "live_photo",
)
BY_TYPE = {"image": "photo", "video": "film", "audio": "voice"}


class Kept(Protocol):
    """A file that Telegram keeps."""

    file_id: str
    file_size: int | None


def attachments(message: Message) -> tuple[Attachment, ...]:
    """Return what is attached to a message; at most one thing, for an album is several messages."""
    if message.photo:
        return (_attachment("photo", _largest(message.photo)),)
    for name, kind in FILES.items():
        file = getattr(message, name)
        if file is not None:
            return (_attachment(kind, file),)
    if message.document is not None:
        return (_attachment(_kind(message.document), message.document),)
    return (Attachment(kind="other"),) if any(getattr(message, name) for name in OTHERS) else ()


def _attachment(kind: str, file: Kept) -> Attachment:
    return Attachment(kind=kind, file=file.file_id, size=file.file_size or 0)


def _largest(sizes: Iterable[PhotoSize]) -> PhotoSize:
    """Return the largest size of a photo that a bot may have, or the smallest where none is small enough."""
    by_size = sorted(sizes, key=lambda size: (size.width * size.height, size.file_size or 0))
    fitting = [size for size in by_size if (size.file_size or 0) <= LARGEST]
    return fitting[-1] if fitting else by_size[0]


def _kind(document: Document) -> str:
    """Return what a document is; what it says of itself is looked at again when it is opened."""
    family = (document.mime_type or "").partition("/")[0].casefold()
    return BY_TYPE.get(family, "paper")
