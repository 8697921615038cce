"""The token is in nothing that can be printed, logged or raised."""

import asyncio
import io
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from telegram.error import InvalidToken

from bot import logs
from bot.app import House
from bot.clock import SystemClock
from bot.settings import Settings, Telegram
from bot.telegram.edge import TelegramEdge
from bot.telegram.line import Line
from bot.web import Webhook
from jobs.sender import SendError
from storage.database import MemoryStore
from storage.files import FileStore
from tests.bot_api import TOKEN, BotApi, broken, cut, flood, garbage, moved, shut_out
from tests.bot_api.faults import Fault
from tests.telegram_line import parcel, sending

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PARTS = (TOKEN, TOKEN.partition(":")[2], TOKEN.replace(":", "%3A"))
FAULTS: dict[str, Fault] = {
    "a broken server": broken(500),
    "cut off": cut(),
    "garbage": garbage(),
    "too fast": flood(1),
    "blocked": shut_out(),
    "moved": moved(-1009),
    "not found": Fault(raw=f"<a>/bot{TOKEN}/sendMessage</a>".encode(), status=404),
    "refused": Fault(raw=b'{"ok":false,"description":"no /bot' + TOKEN.encode() + b'/x"}', status=400),
    "sent elsewhere": Fault(raw=b'{"ok":true,"result":{}}', status=301),
    "an answer without a message": Fault(raw=b'{"ok":true,"result":{"token":"' + TOKEN.encode() + b'"}}'),
}


def clean(text: str) -> bool:
    return not any(part in text for part in PARTS)


@pytest.mark.parametrize("case", FAULTS)
def test_no_error_brings_the_token_along(case: str, api: BotApi, logged: io.StringIO) -> None:
    person = api.person("Anna", started=True)
    api.fail(FAULTS[case], "sendMessage")
    with pytest.raises(Exception) as failed:
        sending(api, lambda sender: sender.send(parcel(person), None, NOW))
    error = failed.value
    logging.getLogger("anywhere").error("failed: %s", error, exc_info=error)
    logs.crashed(type(error), error, error.__traceback__)
    told = "".join(traceback.format_exception(error))
    assert clean(f"{error} {error!r} {told} {logged.getvalue()}")
    assert "library.said" in logged.getvalue()
    assert isinstance(error, SendError)
    while error is not None:
        assert clean(str(error.args))
        error = error.__cause__ or error.__context__  # type: ignore[assignment]


def test_nothing_shows_it_when_it_is_printed(tmp_path: Path) -> None:
    store = MemoryStore()
    house = House(store=store, files=FileStore(tmp_path), clock=SystemClock())
    telegram = Telegram(token=SecretStr(TOKEN), webhook_secret=SecretStr(TOKEN))
    line = Line(SecretStr(TOKEN))

    async def keep(update: object) -> None:
        """Keep nothing."""

    secret = SecretStr(TOKEN.replace(":", "_"))
    printed = (Settings(telegram=telegram), telegram, telegram.secret(), house, line, line.bot, line.requests)
    parts = (TelegramEdge(house, telegram, SecretStr(TOKEN)), Webhook(secret, keep))
    for one in (*printed, *parts):
        assert clean(f"{one} {one!r} {[one]}"), type(one).__name__
        assert secret.get_secret_value() not in f"{one!r}"
    store.close()


def test_a_crash_and_a_library_that_quote_it_are_logged_without(logged: io.StringIO) -> None:
    error = InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    logs.crashed(type(error), error, None)
    for name in ("telegram.Bot", "httpx", "aiohttp.client", "asyncio", "uvicorn.error"):
        logging.getLogger(name).info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
        logging.getLogger(name).critical("failed", exc_info=error)
    assert "InvalidToken" in logged.getvalue()
    assert clean(logged.getvalue())


def test_the_library_s_own_log_of_every_call_holds_no_token(api: BotApi, logged: io.StringIO) -> None:
    line = Line(SecretStr(TOKEN), api.address)

    async def call() -> None:
        await line.open()
        await line.close()

    asyncio.run(call())
    assert "telegram.Bot" in logged.getvalue()
    assert clean(logged.getvalue())
