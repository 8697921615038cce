"""What a parcel looks like on Telegram: its words, its keyboard, and what is attached to it."""

import hashlib
import re
from dataclasses import dataclass
from html import escape

from telegram import InputFile, InputMediaDocument, InputMediaPhoto
from telegram.constants import FileSizeLimit, ParseMode

from bot.keyboard import in_rows
from documents.drawings import Drawn
from language.catalogue import catalogue
from programme.lengths import TEXT_AT_MOST, fits, split
from programme.text import _
from storage.messages.parcels import Parcel

PICTURES = {"image/jpeg": "picture.jpg", "image/png": "picture.png"}
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
Keys = dict[str, object]
RECEIPT = re.compile(r"([pd]?)(\d+)(?:/(\w+))?")


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file beside the words. ``picture``: shown as one; ``mark``: the same for the same file."""

    name: str
    data: bytes
    mark: str
    picture: bool

    @property
    def too_large(self) -> bool:
        """Whether Telegram does not take it; it is not sent to find that out."""
        most = FileSizeLimit.PHOTOSIZE_UPLOAD if self.picture else FileSizeLimit.FILESIZE_UPLOAD
        return len(self.data) > int(most)

    @property
    def upload(self) -> InputFile:
        """The file as the library takes it."""
        return InputFile(self.data, filename=self.name, attach=True)

    def media(self, caption: str) -> InputMediaPhoto | InputMediaDocument:
        """Return the file as what a message is changed to."""
        kind = InputMediaPhoto if self.picture else InputMediaDocument
        return kind(self.upload, caption=caption or None, parse_mode=ParseMode.HTML)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Telegram's name for a message, with what it shows: "123" words, "p123/4f" a picture, "d123/4f" another file."""

    message: int
    kind: str = ""
    mark: str = ""

    @classmethod
    def read(cls, kept: str) -> "Receipt":
        """Return what was kept as text; ValueError for what never was one."""
        found = RECEIPT.fullmatch(kept)
        if found is None:
            raise ValueError("no receipt of Telegram's")
        return cls(kind=found[1], message=int(found[2]), mark=found[3] or "")

    def __str__(self) -> str:
        return f"{self.kind}{self.message}" + (f"/{self.mark}" if self.mark else "")


def drawn(file: Drawn) -> Attached:
    """Return a drawing or paper as it is attached; the name of a picture is its text, which is no name of a file."""
    name = PICTURES.get(file.type, file.name)
    return Attached(name=name, data=file.data, mark=_mark(file.data), picture=file.type in PICTURES)


def kept(key: str, data: bytes) -> Attached:
    """Return a kept picture as it is attached."""
    return Attached(name=key, data=data, mark=_mark(key.encode()), picture=True)


def words(parcel: Parcel, most: int = TEXT_AT_MOST) -> str:
    """Return what a parcel says; one that may stand there already says so, where ``most`` characters hold that too."""
    if not parcel.repeat:
        return parcel.text
    again = catalogue(parcel.language).render(_("(Sent once more, because I don't know whether it arrived.)"))
    marked = f"{again}\n\n{parcel.text}"
    return marked if fits(marked, most) else parcel.text


def html(text: str, most: int | None = None) -> str:
    """Return text as HTML that shows exactly this, cut off at ``most`` characters as Telegram counts them."""
    if most is not None and not fits(text, most):
        text = f"{split(text, most - 1)[0]}…"
    return escape(text, quote=False)


def beside(parcel: Parcel, bot: str, **more: object) -> Keys:
    """Return what goes with the words of a parcel: buttons, and the link to a private chat with the bot of that name.

    As Telegram reads it: objects of the library would be made only to be taken apart again. Nothing for buttons where
    there are none.
    """
    rows = [
        [{"text": button.label, "callback_data": button.key} for button in row]
        for row in in_rows(parcel.buttons)
    ]
    if parcel.private and bot:
        label = catalogue(parcel.language).render(_("Go on in private"))
        rows.append([{"text": label, "url": private_link(bot, parcel.begin)}])
    return {"reply_markup": {"inline_keyboard": rows}, **more} if rows else more


def private_link(bot: str, begin: str = "") -> str:
    """Return the link that opens a private chat with the bot, and says ``begin`` there, where a link can."""
    payload = begin.removeprefix("/")
    return f"https://t.me/{bot}" + (f"?start={payload}" if PAYLOAD.fullmatch(payload) else "?start")


def _mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]
