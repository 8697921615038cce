"""The server as two independent libraries for bots see it: python-telegram-bot as shipped, and aiogram."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiogram
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from pydantic import BaseModel
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from tests.bot_api import faults, validation
from tests.bot_api.handle import BotApi
from tests.bot_api.people import NAMED
from tests.bot_api.test_sending import picture

T = TypeVar("T")
LEGACY = {"Update.message.new_chat_participant", "Update.message.new_chat_member"}
KEYBOARD = telegram.InlineKeyboardMarkup(
    [
        [
            telegram.InlineKeyboardButton("Ja", callback_data="j"),
            telegram.InlineKeyboardButton("Plan", url="https://a.nl"),
        ]
    ]
)


@pytest.fixture
def ann(api: BotApi) -> int:
    return api.person("Ann", started=True)


def with_ptb(api: BotApi, work: Callable[[telegram.Bot], Awaitable[T]], token: str = "") -> T:
    async def run() -> T:
        bot = telegram.Bot(token or api.token, base_url=api.base_url, base_file_url=api.base_file_url)
        async with bot:
            return await work(bot)

    return asyncio.run(run())


def with_aiogram(api: BotApi, work: Callable[[aiogram.Bot], Awaitable[T]]) -> T:
    async def run() -> T:
        session = AiohttpSession(api=TelegramAPIServer.from_base(api.address))
        async with aiogram.Bot(api.token, session=session) as bot:
            return await work(bot)

    return asyncio.run(run())


def test_ptb_says_shows_edits_and_deletes(api: BotApi, ann: int) -> None:
    async def work(bot: telegram.Bot) -> None:
        said = await bot.send_message(
            ann,
            "<b>Hoi</b> 😀",
            parse_mode="HTML",
            reply_markup=KEYBOARD,
            disable_notification=True,
            link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        )
        assert (said.text, said.text_html) == ("Hoi 😀", "<b>Hoi</b> 😀")
        await bot.edit_message_text("Ja", chat_id=ann, message_id=said.message_id)
        photo = await bot.send_photo(ann, picture(1400, 700), caption="Week", reply_markup=KEYBOARD)
        assert photo.photo[-1].width == 1280
        other = telegram.InputMediaPhoto(picture(20, 20), caption="Week 2")
        await bot.edit_message_media(other, chat_id=ann, message_id=photo.message_id)
        paper = await bot.send_document(ann, b"BEGIN", filename="plán.ics")
        assert paper.document
        assert (paper.document.mime_type, paper.document.file_name) == ("text/calendar", "plán.ics")
        await bot.send_media_group(
            ann, [telegram.InputMediaPhoto(picture()), telegram.InputMediaPhoto(picture())]
        )
        await bot.delete_message(ann, said.message_id)

    with_ptb(api, work)
    assert [(m.kind, m.text) for m in api.said(ann)] == [
        ("photo", "Week 2"),
        ("document", ""),
        ("photo", ""),
        ("photo", ""),
    ]


def test_ptb_fetches_updates_and_answers_presses(api: BotApi, ann: int) -> None:
    async def work(bot: telegram.Bot) -> None:
        await bot.send_message(ann, "Komt het?", reply_markup=KEYBOARD)
        query = api.press(ann, "Ja")
        (update,) = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
        assert update.callback_query
        assert await bot.answer_callback_query(update.callback_query.id, "Genoteerd")
        assert api.toast(query).answered == "Genoteerd"
        api.send_photo(ann, b"bytes")
        (shown,) = await bot.get_updates(offset=update.update_id + 1)
        assert shown.message
        file = await bot.get_file(shown.message.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == b"bytes"

    with_ptb(api, work)


def test_ptb_sets_menus_and_asks_about_chats(api: BotApi, ann: int) -> None:
    group = api.group("Regio", [ann], forum=True)

    async def work(bot: telegram.Bot) -> None:
        scope = telegram.BotCommandScopeChat(ann)
        await bot.set_my_commands([("stand", "Waar het plan staat")], scope=scope, language_code="nl")
        assert api.menu(ann, ann) == [{"command": "stand", "description": "Waar het plan staat"}]
        await bot.delete_my_commands(scope=scope, language_code="nl")
        assert await bot.get_my_commands() == ()
        assert (await bot.get_chat(group)).is_forum
        assert (await bot.get_chat_member(group, bot.id)).status == "member"
        assert len(await bot.get_chat_administrators(group)) == 1
        assert (await bot.get_webhook_info()).url == ""
        await bot.send_chat_action(group, "typing")
        await bot.leave_chat(group)

    with_ptb(api, work)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (faults.flood(7), RetryAfter),
        (faults.broken(), NetworkError),
        (faults.cut(), NetworkError),
        (faults.cut(when="after"), NetworkError),
        (faults.garbage(), telegram.error.TelegramError),
        (faults.shut_out(), Forbidden),
        (faults.moved(-1007), ChatMigrated),
        (faults.slow(1.0), TimedOut),
    ],
)
def test_ptb_meets_each_fault_as_the_error_it_has_for_it(
    api: BotApi, ann: int, fault: faults.Fault, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")

    async def work(bot: telegram.Bot) -> None:
        api.fail(fault, "sendMessage")
        with pytest.raises(error) as met:
            await bot.send_message(ann, "Hoi", read_timeout=0.2)
        if isinstance(met.value, ChatMigrated):
            assert met.value.new_chat_id == -1007
        await bot.send_message(ann, "Hoi")

    with_ptb(api, work)


def test_ptb_meets_each_refusal_as_the_error_it_has_for_it(api: BotApi, ann: int) -> None:
    bas = api.person("Bas", started=True)
    api.block(bas)
    group = api.group("Team", [ann])
    new = api.migrate(ann, group)

    async def work(bot: telegram.Bot) -> None:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(999, "Hoi")
        with pytest.raises(BadRequest, match="Message is too long"):
            await bot.send_message(ann, "x" * 4097)
        with pytest.raises(Forbidden):
            await bot.send_message(bas, "Hoi")
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(group, "Hoi")
        assert moved.value.new_chat_id == new
        await bot.set_webhook("https://voorbeeld.nl/hook", secret_token="x")
        with pytest.raises(Conflict):
            await bot.get_updates()

    with_ptb(api, work)
    with pytest.raises(InvalidToken):
        with_ptb(api, work, token="1:wrong")


def test_a_bot_that_logged_out_is_heard_no_more(api: BotApi, ann: int) -> None:
    async def work(bot: telegram.Bot) -> None:
        assert await bot.close()
        assert await bot.log_out()
        with pytest.raises(BadRequest, match="Logged out"):
            await bot.send_message(ann, "Hoi")

    with_ptb(api, work)


def test_aiogram_says_shows_and_fetches(api: BotApi, ann: int) -> None:
    async def work(bot: aiogram.Bot) -> None:
        await bot.send_message(ann, "<i>Hoi</i>", parse_mode="HTML")
        await bot.send_document(ann, aiogram.types.BufferedInputFile(b"BEGIN", "plán.ics"))
        media: list[Any] = [
            aiogram.types.InputMediaPhoto(media=aiogram.types.BufferedInputFile(picture(), "p.png"))
            for _ in range(2)
        ]
        assert len(await bot.send_media_group(ann, media)) == 2
        api.type(ann, "Hoi")
        assert [update.event_type for update in await bot.get_updates()] == ["message"]

    with_aiogram(api, work)
    assert [m.kind for m in api.said(ann)] == ["text", "document", "photo", "photo"]
    assert api.said(ann)[1].name == "plán.ics"


def test_every_update_is_what_the_api_describes(api: BotApi, ann: int) -> None:
    bas = api.person("Bas")
    group, forum = api.group("Team", [ann, bas]), api.group("Regio", [ann], forum=True)
    topic = api.topic(ann, forum, "Week")
    with_ptb(api, lambda bot: bot.send_message(ann, "Komt het?", reply_markup=KEYBOARD))
    api.press(ann, "Ja")
    api.press(ann, "Ja", old=True)
    api.press(ann, "Ja", elsewhere=group)
    api.edit(ann, api.type(ann, "/start@aanjager_bot"), "Hoi")
    api.type(ann, "/stand", forum, topic=topic)
    api.send_album(ann, [b"a", b"b"], caption="De les van @iemand")
    api.send_document(ann, b"x", "x.pdf")
    for sort in NAMED:
        api.send_other(ann, sort)
    api.block(ann)
    api.block(ann, False)
    api.promote_bot(ann, group)
    api.leave(bas, group)
    api.restrict_bot(ann, forum)
    api.rename_topic(ann, forum, topic, "Weken")
    api.close_topic(ann, forum, topic)
    api.retitle(ann, group, "Ander team")
    api.migrate(ann, group)
    api.remove_bot(ann, forum)
    described = [Update.model_validate(update.shown()) for update in api.updates()]
    assert len(described) > 30
    assert {name for update in described for name in validation.unknown(update, "Update")} <= LEGACY


@pytest.mark.parametrize("text", ["Hoi", "<b>Hoi</b> <a href='https://a.nl'>daar</a>"])
def test_every_answer_is_what_the_api_describes(api: BotApi, ann: int, text: str) -> None:
    class Answer(BaseModel):
        message: aiogram.types.Message

    said = with_ptb(api, lambda bot: bot.send_message(ann, text, parse_mode="HTML", reply_markup=KEYBOARD))
    answer = Answer.model_validate({"message": said.to_dict()})
    assert list(validation.unknown(answer.message, "Message")) == []
