"""A server for each test, and what asks it over HTTP without any library for bots."""

from collections.abc import Iterator

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as running:
        yield running


@pytest.fixture
def asked(api: BotApi) -> Iterator[Asked]:
    with Asked(api) as client:
        yield client
