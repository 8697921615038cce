"""A window with the chat page, as a test looks at it and works in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests.served import Page as Served

CHROMIUM = Path("/usr/bin/chromium")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = (1280, 800)
PHONE = (360, 740)
PATIENCE = 15_000  # ms, because the machine may be slow


@dataclass
class Window:
    """One browser window; ``faults`` is what its scripts did wrong."""

    tab: Page
    faults: list[str] = field(default_factory=list)

    def by(self, testid: str) -> Locator:
        return self.tab.get_by_test_id(testid)

    def messages(self) -> Locator:
        return self.tab.locator("#log .message")

    def button(self, label: str) -> Locator:
        """The last button with this label in the log."""
        return self.messages().get_by_role("button", name=label, exact=True).last

    def say(self, text: str) -> None:
        self.by("composer").fill(text)
        self.by("composer").press("Enter")

    def focused(self) -> str:
        """What has the focus, as a screen reader names it."""
        return str(
            self.tab.evaluate(
                "(a => a.getAttribute('aria-label') || a.textContent.trim())(document.activeElement)"
            )
        )

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Go with the Tab key to what has this name."""
        for _step in range(60):
            if self.focused() == name:
                return
            self.tab.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"the keyboard does not reach {name!r}; it stands on {self.focused()!r}")


@contextmanager
def browsing(playwright: Playwright) -> Iterator[Browser]:
    """Start Debian's Chromium; without it the tests fail."""
    assert CHROMIUM.exists(), f"{CHROMIUM} is missing: run tests/system-packages.sh as root"
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
    yield browser
    browser.close()


def opened(browser: Browser, page: Served, at: str, size: tuple[int, int], theme: str = "light") -> Window:
    """Open the page at an address of its own (``at``) in a new window, and wait until it has read everything."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        locale="nl-NL",
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    window = Window(tab=context.new_page())
    window.tab.on("pageerror", lambda error: window.faults.append(str(error)))
    window.tab.goto(page.address + at)
    window.tab.wait_for_selector("[data-ready]")
    return window
