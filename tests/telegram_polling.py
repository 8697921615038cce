"""Polling the tests' own Telegram, and what was kept of it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import SecretStr

from bot.telegram.line import Line
from bot.telegram.receiving import Intake, Poller
from storage.database import MemoryStore
from storage.messages import inbox
from storage.messages.inbox import Arrival
from tests.bot_api import BotApi

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@contextmanager
def in_store(store: MemoryStore | None = None) -> Iterator[MemoryStore]:
    kept = store or MemoryStore()
    try:
        yield kept
    finally:
        kept.close()


@asynccontextmanager
async def polling(api: BotApi, store: MemoryStore, poll: float = 5) -> AsyncIterator[list[int]]:
    """Poll beside what is done meanwhile; yield what rang."""
    rang: list[int] = []
    line = Line(SecretStr(api.token), api.address)
    intake = Intake(store, lambda: NOW, lambda: rang.append(1))
    intake.me = await line.open()
    task = asyncio.create_task(Poller(line, intake, timedelta(seconds=poll)).run())
    try:
        yield rang
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await line.close()


async def until(true: Callable[[], Any], patience: float = 10) -> None:
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(0.002)


def polled(api: BotApi, store: MemoryStore, true: Callable[[], Any]) -> None:
    """Poll until something is so."""

    async def run() -> None:
        async with polling(api, store):
            await until(true)

    asyncio.run(run())


def kept(store: MemoryStore) -> list[Arrival]:
    return store.read(lambda tx: inbox.waiting(tx, 1000))
