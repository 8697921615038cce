"""Makes docs/images/chat-page.png: the demo with a reported pilot. ``make screenshot`` runs it."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from tests.browser.window import Window, browsing, opened
from tests.served import ROOT, served

TARGET = ROOT / "docs" / "images" / "chat-page.png"
SIZE = (1180, 760)
COLOURS = 128  # enough for flat colours, and a third of the bytes
ANSWERS = ("7. Keuzevakken techniek vernieuwen", "Gelukt")


def make(target: Path) -> None:
    """Serve a fresh demo, report a pilot in it, and keep what the page shows."""
    with (
        tempfile.TemporaryDirectory() as data,
        served(Path(data)) as (page, _process),
        sync_playwright() as playwright,
        browsing(playwright) as browser,
    ):
        window = opened(browser, page, "#/docent", SIZE)
        _report(window)
        window.tab.mouse.move(SIZE[0] / 2, 20)
        window.tab.wait_for_timeout(500)
        shot = Image.open(io.BytesIO(window.tab.screenshot()))
        target.parent.mkdir(parents=True, exist_ok=True)
        shot.convert("RGB").quantize(COLOURS).save(target, optimize=True)
        window.tab.context.close()


def _report(window: Window) -> None:
    """Report up to the card, press what it still asks, and stop where everything can be seen."""
    window.say("Pilot met slimme verlichting, 24 leerlingen, ging goed. Te weinig meters.")
    save = window.messages().get_by_role("button", name="Opslaan")
    for label in ANSWERS:
        open_question = window.messages().get_by_role("button", name=label).or_(save).first
        expect(open_question).to_be_visible()
        if save.count():
            break
        open_question.click()
    expect(save.last).to_be_visible()


if __name__ == "__main__":
    make(TARGET)
