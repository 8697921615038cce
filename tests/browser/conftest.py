"""One browser for all tests of the page, a demo and a fresh window for each."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.window import WIDE, Window, browsing, opened
from tests.region import seeded
from tests.served import Page, served_here

Opens = Callable[..., Window]


@pytest.fixture(scope="package")  # not the session: while it runs, no other test could have an event loop
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, browsing(playwright) as running:
        yield running


@pytest.fixture(scope="package")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of ``demo``."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="package")
def demo(shared: Path) -> Iterator[Page]:
    """One demo for all tests that speak as different people and leave the clock alone."""
    with served_here(shared) as page:
        yield page


@pytest.fixture
def own_demo(tmp_path: Path) -> Iterator[Page]:
    """A demo as everybody gets it, for one test."""
    with served_here(tmp_path) as page:
        yield page


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Page]:
    """The tests' own region, where a coordinator is due one reminder, for one test."""
    with served_here(seeded(tmp_path)) as page:
        yield page


@pytest.fixture(scope="package")
def reminded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The same region for all tests that only look: the coordinator has been reminded."""
    with served_here(seeded(tmp_path_factory.mktemp("reminded"))) as page:
        page.turn(to="2021-12-03T08:30")
        yield page


@pytest.fixture(scope="package")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A demo ten months later, for tests that only look: the longest date, and chats with much in them."""
    with served_here(tmp_path_factory.mktemp("later")) as page:
        page.turn(to="2022-09-28T15:30")
        yield page


@pytest.fixture
def window(browser: Browser) -> Iterator[Opens]:
    """Return a function that opens the page in a window of its own; a fault in a script fails the test."""
    windows: list[Window] = []

    def open_window(page: Page, at: str = "", size: tuple[int, int] = WIDE) -> Window:
        windows.append(opened(browser, page, at, size))
        return windows[-1]

    yield open_window
    faults = [fault for one in windows for fault in one.faults]
    for one in windows:
        one.tab.context.close()
    assert faults == []
