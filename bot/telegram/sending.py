"""What the bot says on Telegram: a parcel becomes a message, an edit or a brief answer to a press."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    File,
    Message,
)
from telegram.constants import BotCommandLimit, CallbackQueryLimit, ParseMode
from telegram.error import BadRequest, InvalidToken

from bot.telegram import PLATFORM
from bot.telegram.addresses import place
from bot.telegram.composing import Attached, Receipt, beside, drawn, html, kept, words
from bot.telegram.errors import unchanged, without_text
from bot.telegram.line import Line
from documents.drawings import Drawn
from jobs.sender import Abilities, Limits, SendError, TooLarge
from programme.lengths import CAPTION_AT_MOST, fits
from programme.text import shortened
from storage.files import FileStore
from storage.parcels import Parcel

LIMITS = Limits(overall=30, private=1.0, group=20)
SCOPES = {"private": BotCommandScopeAllPrivateChats(), "channel": BotCommandScopeAllGroupChats()}
NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}
log = structlog.get_logger()


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
        attached = await self._attached(parcel, file)
        text = words(parcel)
        if attached is None:
            return str(Receipt(message=await self._say(parcel, text)))
        if not fits(text, CAPTION_AT_MOST):
            return await self._say_beside(parcel, text, attached)
        shown = await self._line.call(self._showing(parcel, attached, text), parcel.address)
        return str(
            Receipt(kind="p" if attached.picture else "d", message=shown.message_id, mark=attached.mark)
        )

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Make a message show this revision; one that shows it already is as it should be."""
        receipt = Receipt.read(parcel.receipt or "")
        attached = await self._attached(parcel, file)
        await self._line.call(self._change(parcel, receipt, attached), parcel.address, harmless=True)

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Answer a press; without a text the button only stops waiting."""
        text = shortened(parcel.text, int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH))
        answered = self._line.bot.answer_callback_query(parcel.answers, text=text or None)
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
        path = self._files.path(parcel.picture) if parcel.picture and file is None else None
        if path is not None:
            attached = kept(parcel.picture, await asyncio.to_thread(path.read_bytes))
        elif file is not None:
            attached = drawn(file)
        else:
            return None
        if attached.too_large:
            raise TooLarge
        return attached

    async def _say(self, parcel: Parcel, text: str) -> int:
        chat, topic = place(parcel.address)
        said = await self._line.call(
            self._line.bot.send_message(
                chat,
                html(text),
                message_thread_id=topic,
                parse_mode=ParseMode.HTML,
                api_kwargs=beside(parcel, self.name, **NO_PREVIEW),
            ),
            parcel.address,
        )
        return said.message_id

    async def _say_beside(self, parcel: Parcel, text: str, attached: Attached) -> str:
        """Say what is too long for a caption, then show the file: the words are there, whatever becomes of it."""
        message = await self._say(parcel, text)
        try:
            await self._line.call(self._showing(parcel, attached, "", alone=True), parcel.address)
        except SendError as error:
            log.warning("telegram.words_only", message=parcel.key, fault=type(error).__name__)
        return str(Receipt(message=message, mark=attached.mark))

    async def _showing(
        self, parcel: Parcel, attached: Attached, text: str, *, alone: bool = False
    ) -> Message:
        chat, topic = place(parcel.address)
        show = self._line.bot.send_photo if attached.picture else self._line.bot.send_document
        return await show(
            chat,
            attached.upload,
            caption=html(text) or None,
            message_thread_id=topic,
            parse_mode=ParseMode.HTML,
            api_kwargs=None if alone else beside(parcel, self.name),
            disable_notification=alone,
        )

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
        await self._line.bot.edit_message_media(
            attached.media(html(words(parcel), CAPTION_AT_MOST)),
            chat_id=place(parcel.address).chat,
            message_id=receipt.message,
            api_kwargs=beside(parcel, self.name),
        )

    async def _change_caption(self, parcel: Parcel, receipt: Receipt) -> None:
        await self._line.bot.edit_message_caption(
            chat_id=place(parcel.address).chat,
            message_id=receipt.message,
            caption=html(words(parcel), CAPTION_AT_MOST),
            parse_mode=ParseMode.HTML,
            api_kwargs=beside(parcel, self.name),
        )

    async def _change_text(self, parcel: Parcel, receipt: Receipt) -> None:
        try:
            await self._line.bot.edit_message_text(
                html(words(parcel)),
                chat_id=place(parcel.address).chat,
                message_id=receipt.message,
                parse_mode=ParseMode.HTML,
                api_kwargs=beside(parcel, self.name, **NO_PREVIEW),
            )
        except BadRequest as error:
            if not without_text(error):  # it was given a file since, of which the receipt does not know
                raise
            await self._change_caption(parcel, receipt)


def _menu(commands: Sequence[tuple[str, str]]) -> list[BotCommand]:
    longest = int(BotCommandLimit.MAX_DESCRIPTION)
    return [BotCommand(name, shortened(does, longest)) for name, does in commands]


async def _download(file: File) -> bytes:
    try:
        return bytes(await file.download_as_bytearray())
    except InvalidToken:  # so the library reads "not found", which here is about the file
        raise BadRequest("file not found") from None
