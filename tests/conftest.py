"""A chat page that the tests of a module share, what they say in it stays there for the next; and one transaction."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import MemoryStore, Transaction
from tests import reminders_region
from tests.region import seeded
from tests.served import Page, served


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def page(data: Path) -> Iterator[Page]:
    with served(data) as (running, _process):
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
