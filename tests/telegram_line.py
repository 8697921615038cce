"""A line to the tests' own Telegram, and parcels to send over it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic import SecretStr

from bot.telegram import PLATFORM
from bot.telegram.line import Line
from bot.telegram.requests import Requests
from bot.telegram.sending import TelegramSender
from programme.messages import Urgency
from storage.files import FileStore
from storage.messages.parcels import Label, Parcel
from tests.bot_api import BotApi

T = TypeVar("T")


def parcel(address: object, text: str = "Hallo", **more: Any) -> Parcel:
    """Return a parcel to an address, or to the chat of that number."""
    of_its_own: dict[str, Any] = {
        "key": 1,
        "revision": 1,
        "platform": PLATFORM,
        "chat": "c1",
        "address": str(address),
        "urgency": Urgency.REPLY,
        "language": "nl",
        "text": text,
    }
    return Parcel(**of_its_own | more)


def labels(*names: str) -> tuple[Label, ...]:
    return tuple(Label(key=f"key-{name}", number=number, label=name) for number, name in enumerate(names, 1))


@asynccontextmanager
async def opened(
    api: BotApi, folder: Path = Path("of no use here"), requests: Requests | None = None
) -> AsyncIterator[TelegramSender]:
    """Yield a sender that is ready to send."""
    line = Line(SecretStr(api.token), api.address, requests)
    try:
        me = await line.open()
        sender = TelegramSender(line, FileStore(folder))
        sender.name = me.name
        yield sender
    finally:
        await line.close()


def sending(
    api: BotApi,
    work: Callable[[TelegramSender], Awaitable[T]],
    folder: Path = Path("of no use here"),
    requests: Requests | None = None,
) -> T:
    """Run what is to be done with a sender."""

    async def run() -> T:
        async with opened(api, folder, requests) as sender:
            return await work(sender)

    return asyncio.run(run())
