"""A chat page that the tests of a module share; what they say in it stays there for the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.region import seeded
from tests.served import Page, served


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def page(data: Path) -> Iterator[Page]:
    with served(data) as (running, _process):
        yield running
