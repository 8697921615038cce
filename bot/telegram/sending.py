"""What the bot says on Telegram: a parcel becomes a message, an edit or a brief answer to a press."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    File,
)
from telegram.constants import BotCommandLimit, CallbackQueryLimit, ParseMode
from telegram.error import BadRequest, InvalidToken

from bot.telegram import PLATFORM
from bot.telegram.addresses import place
from bot.telegram.composing import Attached, Receipt, beside, drawn, html, kept, words
from bot.telegram.errors import unchanged, without_text
from bot.telegram.line import Line
from documents.drawings import Drawn
from jobs.sender import Abilities, Limits, TooLarge, Uncertain
from programme.lengths import CAPTION_AT_MOST
from programme.text import shortened
from storage.files import FileStore
from storage.messages.parcels import Parcel

LIMITS = Limits(overall=30, private=1.0, group=20, reserve=4)
SCOPES = {"private": BotCommandScopeAllPrivateChats(), "channel": BotCommandScopeAllGroupChats()}
NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}


class TelegramSender:
    """Shows parcels, fetches what people attached, and shows menus. ``name`` is the bot's, once it is known."""

    platform = PLATFORM
    abilities = Abilities(limits=LIMITS)

    def __init__(self, line: Line, files: FileStore) -> None:
        self._line = line
        self._files = files
        self.name = ""

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        """Show a new message; return its receipt."""
        if parcel.repeat:  # it goes once more and then no more, so not before Telegram answers again
            await self._line.call(self._line.bot.get_me(), harmless=True)
        attached = await self._attached(parcel, file)
        if attached is None:
            return str(Receipt(message=await self._say(parcel)))
        shown = await self._show(parcel, attached)
        return str(Receipt(kind="p" if attached.picture else "d", message=shown, mark=attached.mark))

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Make a message show this revision; one that shows it already is as it should be."""
        receipt = Receipt.read(parcel.receipt or "")
        attached = await self._attached(parcel, file)
        await self._line.call(self._change(parcel, receipt, attached), parcel.address, harmless=True)

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Answer a press; without a text the button only stops waiting."""
        text = shortened(parcel.text, int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH))
        answered = self._line.ask("answerCallbackQuery", callback_query_id=parcel.answers, text=text or None)
        await self._line.call(answered, parcel.address, harmless=True)

    async def fetch(self, file: str) -> bytes:
        """Return a file that somebody sent."""
        found = await self._line.call(self._line.bot.get_file(file), harmless=True)
        return await self._line.call(_download(found), harmless=True)

    async def show_menu(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in a chat; none takes the menu away. A topic has the menu of its group."""
        scope = BotCommandScopeChat(place(address).chat)
        bot, menu = self._line.bot, _menu(commands)
        asked = bot.set_my_commands(menu, scope=scope) if menu else bot.delete_my_commands(scope=scope)
        await self._line.call(asked, address, harmless=True)

    async def show_defaults(self, kind: str, language: str, commands: Sequence[tuple[str, str]]) -> None:
        """Show these commands in every chat of a kind, to people whose app speaks a language ("": any other)."""
        asked = self._line.bot.set_my_commands(
            _menu(commands), scope=SCOPES[kind], language_code=language or None
        )
        await self._line.call(asked, harmless=True)

    async def _attached(self, parcel: Parcel, file: Drawn | None) -> Attached | None:
        """Return what is drawn for a parcel, or else the picture that it shows, if that is still there."""
        wanted = parcel.picture if file is None else ""
        data = await asyncio.to_thread(self._files.get, wanted) if wanted else None
        if data is not None:
            attached = kept(wanted, data)
        elif file is not None:
            attached = drawn(file)
        else:
            return None
        if attached.too_large:
            raise TooLarge
        return attached

    async def _say(self, parcel: Parcel) -> int:
        chat, topic = place(parcel.address)
        said = await self._line.call(
            self._line.ask(
                "sendMessage",
                chat_id=chat,
                message_thread_id=topic,
                text=html(words(parcel)),
                parse_mode=ParseMode.HTML,
                **beside(parcel, self.name, **NO_PREVIEW),
            ),
            parcel.address,
        )
        return _number(said)

    async def _show(self, parcel: Parcel, attached: Attached) -> int:
        chat, topic = place(parcel.address)
        kind = "photo" if attached.picture else "document"
        shown = await self._line.call(
            self._line.ask(
                f"send{kind.title()}",
                chat_id=chat,
                message_thread_id=topic,
                caption=_caption(parcel) or None,
                parse_mode=ParseMode.HTML,
                **{kind: attached.upload},
                **beside(parcel, self.name),
            ),
            parcel.address,
        )
        return _number(shown)

    async def _change(self, parcel: Parcel, receipt: Receipt, attached: Attached | None) -> None:
        """Change what differs: the file with its words, the words under a file, or a message of words alone."""
        try:
            if attached is not None and attached.mark != receipt.mark:
                await self._change_file(parcel, receipt, attached)
            elif receipt.kind:
                await self._change_caption(parcel, receipt)
            else:
                await self._change_text(parcel, receipt)
        except BadRequest as error:
            if not unchanged(error):
                raise

    async def _change_file(self, parcel: Parcel, receipt: Receipt, attached: Attached) -> None:
        await self._line.ask(
            "editMessageMedia",
            chat_id=place(parcel.address).chat,
            message_id=receipt.message,
            media=attached.media(_caption(parcel)),
            **beside(parcel, self.name),
        )

    async def _change_caption(self, parcel: Parcel, receipt: Receipt) -> None:
        await self._line.ask(
            "editMessageCaption",
            chat_id=place(parcel.address).chat,
            message_id=receipt.message,
            caption=_caption(parcel),
            parse_mode=ParseMode.HTML,
            **beside(parcel, self.name),
        )

    async def _change_text(self, parcel: Parcel, receipt: Receipt) -> None:
        try:
            await self._line.ask(
                "editMessageText",
                chat_id=place(parcel.address).chat,
                message_id=receipt.message,
                text=html(words(parcel)),
                parse_mode=ParseMode.HTML,
                **beside(parcel, self.name, **NO_PREVIEW),
            )
        except BadRequest as error:
            if not without_text(error):  # it was given a file since, of which the receipt does not know
                raise
            await self._change_caption(parcel, receipt)


def _caption(parcel: Parcel) -> str:
    """Return the words under a file; the outbox splits what is longer, so that one parcel is one message."""
    return html(words(parcel, CAPTION_AT_MOST), CAPTION_AT_MOST)


def _number(message: Any) -> int:
    """Return the number of what was sent; an answer that tells none does not tell that it was sent either."""
    number = message.get("message_id") if isinstance(message, dict) else None
    if type(number) is not int:
        raise Uncertain
    return number


def _menu(commands: Sequence[tuple[str, str]]) -> list[BotCommand]:
    longest = int(BotCommandLimit.MAX_DESCRIPTION)
    return [BotCommand(name, shortened(does, longest)) for name, does in commands]


async def _download(file: File) -> bytes:
    try:
        return bytes(await file.download_as_bytearray())
    except InvalidToken:  # so the library reads "not found", which here is about the file
        raise BadRequest("file not found") from None
