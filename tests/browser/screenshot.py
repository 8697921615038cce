"""Makes docs/images/chat-page.png: a reported pilot in a wide window, the week in its channel on a phone.

``make screenshot`` runs it. Everything in it is said by the demo as everybody gets it.
"""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.window import Window, browsing, opened
from tests.served import ROOT, Page, served

TARGET = ROOT / "docs" / "images" / "chat-page.png"
HEIGHT = 800
WIDE = (1180, HEIGHT)
PHONE = (380, HEIGHT)
GAP = 20
COLOURS = 255  # a third of the bytes; an octree keeps the few pixels of orange
GROUND = "#c9d6d2"
SAID = "Pilot met slimme verlichting, 24 leerlingen, ging goed. Te weinig meters."


def make(target: Path) -> None:
    """Play a bit of the demo's first week and keep what the page shows of it."""
    with (
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as (page, _process),
        sync_playwright() as playwright,
        browsing(playwright) as browser,
    ):
        shots = [_reported(browser, page), _summary(browser, page)]
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = _beside(shots).quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    whole.save(target, optimize=True)


def _reported(browser: Browser, page: Page) -> Image.Image:
    """A teacher has typed how a pilot went; the card shows what was understood."""
    window = opened(browser, page, "#/docent", WIDE)
    window.say(SAID)
    expect(window.messages().last.get_by_role("button", name="Bewaren")).to_be_visible()
    return _shot(window)


def _summary(browser: Browser, page: Page) -> Image.Image:
    """The region's week, from the top of its picture."""
    page.turn(to="2021-12-02T15:30")
    channel = next(chat["id"] for chat in page.state()["chats"] if chat["kind"] == "channel")
    window = opened(browser, page, f"#/stuurgroep/{channel}", PHONE)
    picture = window.messages().last.locator("img")
    expect(picture).to_have_js_property("complete", True)
    picture.evaluate("one => one.closest('.message').scrollIntoView()")
    window.tab.locator("#scroll").evaluate("one => one.scrollTop -= 8")
    return _shot(window)


def _shot(window: Window) -> Image.Image:
    window.tab.mouse.move(0, HEIGHT / 2)
    window.tab.wait_for_timeout(500)
    shot = Image.open(io.BytesIO(window.tab.screenshot())).convert("RGB")
    window.tab.context.close()
    return shot


def _beside(shots: list[Image.Image]) -> Image.Image:
    width = sum(shot.width for shot in shots) + GAP * (len(shots) - 1)
    whole = Image.new("RGB", (width, HEIGHT), GROUND)
    left = 0
    for shot in shots:
        whole.paste(shot, (left, 0))
        left += shot.width + GAP
    return whole


if __name__ == "__main__":
    make(TARGET)
