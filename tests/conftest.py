"""What tests share: a chat page and a Telegram for each module, where what was said stays; and one transaction."""

import gc
import io
import logging
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

from bot import logs
from storage.database import MemoryStore, Transaction
from tests import reminders_region
from tests.region import seeded
from tests.served import Page, served_here

if TYPE_CHECKING:
    from tests.bot_api import BotApi


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among thousands of tests that all stay, neither while they are read nor afterwards."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """Let no test see how another had the log written."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def page(data: Path) -> Iterator[Page]:
    with served_here(data) as running:
        yield running


@pytest.fixture
def tx() -> Iterator[Transaction]:
    """A transaction on the story of several owners, each test in its own."""
    store = MemoryStore()
    store.write(reminders_region.seed("several_owners")).result()
    taken: list[Transaction] = []
    store.write(taken.append).result()
    yield taken[0]
    store.close()


@pytest.fixture(scope="module")
def serving() -> "Iterator[BotApi]":
    from tests.bot_api import BotApi

    with BotApi() as api:
        yield api


@pytest.fixture
def api(serving: "BotApi") -> "BotApi":
    """A Telegram in which nothing waits and nothing is about to fail."""
    serving.world.updates.drop()
    serving.server.faults.orders.clear()
    return serving


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let who polls Telegram wait a fiftieth of its pauses, where how long they are is not what is proved."""
    from bot.telegram import line, receiving

    monkeypatch.setattr(line, "PAUSES", tuple(pause / 50 for pause in line.PAUSES))
    for pause in ("BREATH", "SOON"):
        monkeypatch.setattr(receiving, pause, getattr(receiving, pause) / 50)


@pytest.fixture
def person(api: "BotApi") -> int:
    """Somebody who has opened the private chat with the bot."""
    return api.person("Anna", started=True)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged, by us and by libraries, at the level at which most is."""
    before = logging.getLogger().handlers[:], logging.getLogger().level
    written = io.StringIO()
    logs.configure("debug", stream=written)
    yield written
    logging.getLogger().handlers[:], level = before
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()
