"""What a keyboard and a screen reader find on the page: names, roles, order, and no place to get lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.window import ARGS, CHROMIUM, PHONE, WIDE, Window, opened
from tests.served import Page

Opens = Callable[..., Window]
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
NAMELESS = re.compile(
    r"^\s*- (?:button|link|textbox|dialog|img|heading|checkbox)(?: \[.*\])?:?$", re.MULTILINE
)

TOO_SMALL = """[...document.querySelectorAll('button, a, input, textarea, label')].filter(
    one => one.checkVisibility() && !one.closest('.unseen, .text')).map(
    one => [one.dataset.testid || one.id || one.className, one.getBoundingClientRect()]).filter(
    ([, box]) => box.width > 1 && (box.height < 24 || box.width < 24)).map(([name]) => name)"""
BEYOND = """[...document.querySelectorAll('body *')].filter(
    one => one.checkVisibility() && !one.closest('.unseen, .sprite') &&
    one.getBoundingClientRect().right > innerWidth + 1).map(one => one.id || one.className || one.tagName)"""


@SIZES
@pytest.mark.parametrize("at", ["", "#/coordinator", "#/coordinator/{chat}"])
def test_everything_that_can_be_used_has_a_name(
    reminded: Page, window: Opens, size: tuple[int, int], at: str
) -> None:
    page = window(reminded, at.format(chat=reminded.private("coordinator")), size)
    tree = page.tab.locator("body").aria_snapshot()
    assert "button" in tree
    assert NAMELESS.findall(tree) == []


@SIZES
def test_the_page_has_a_language_a_title_and_its_regions(
    reminded: Page, window: Opens, size: tuple[int, int]
) -> None:
    page = window(reminded, f"#/coordinator/{reminded.private('coordinator')}", size)
    assert page.tab.locator("html").get_attribute("lang") == "nl"
    assert page.tab.title()
    assert page.tab.get_by_role("main").count() == 1
    assert page.tab.locator("h1").count() == 1
    log = page.tab.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")


def test_the_keyboard_goes_from_the_skip_link_over_clock_and_people_to_the_chat(
    reminded: Page, window: Opens
) -> None:
    page = window(reminded, "#/coordinator")
    page.tab.evaluate("document.activeElement.blur()")
    names = []
    for _step in range(40):
        page.tab.keyboard.press("Tab")
        names.append(page.focused())
        if names[-1].startswith("Schrijf als"):
            break
    order = ["Meteen naar schrijven", "Een uur vooruit", "Docent PIE", "Op schema", "Schrijf als"]
    places = [next((at for at, name in enumerate(names) if part in name), -1) for part in order]
    assert -1 not in places, names
    assert places == sorted(places)


def test_the_skip_link_leads_to_writing(reminded: Page, window: Opens) -> None:
    page = window(reminded, "#/coordinator")
    page.tab.evaluate("document.activeElement.blur()")
    page.tab.keyboard.press("Tab")
    page.tab.keyboard.press("Enter")
    assert page.focused().startswith("Schrijf als")


def test_after_a_press_the_focus_stays_with_the_message(small: Page, window: Opens) -> None:
    small.turn(to="2021-12-03T08:30")
    page = window(small, "#/coordinator")
    page.button("Gereed").focus()
    page.tab.keyboard.press("Enter")
    page.by("toast").wait_for()
    assert page.tab.evaluate("document.activeElement.closest('.message') !== null")


@pytest.mark.parametrize("sheet", ["new-person", "new-group"])
def test_escape_leaves_a_sheet_where_one_was(reminded: Page, window: Opens, sheet: str) -> None:
    page = window(reminded)
    page.by(sheet).focus()
    page.tab.keyboard.press("Enter")
    page.tab.get_by_role("dialog").wait_for()
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("document.activeElement.dataset.testid") == sheet


@pytest.mark.parametrize("sheet", ["new-person", "new-group"])
def test_a_sheet_fits_on_the_smallest_phone(reminded: Page, window: Opens, sheet: str) -> None:
    page = window(reminded, size=(320, 640))
    page.by(sheet).click()
    dialog = page.tab.get_by_role("dialog")
    assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("width", [320, 360, 736, 1024, 1280])
def test_nothing_sticks_out_and_nothing_is_too_small_to_touch(demo: Page, window: Opens, width: int) -> None:
    demo.turn(to="2022-09-28T15:30")
    page = window(demo, f"#/coordinator/{demo.private('coordinator')}", (width, 740))
    assert page.tab.evaluate(BEYOND) == []
    assert page.tab.evaluate(TOO_SMALL) == []


def test_letters_of_twice_the_size_fit_a_phone(reminded: Page, browser: Browser) -> None:
    args = [*ARGS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=CHROMIUM, args=args)
    page = opened(large, reminded, f"#/coordinator/{reminded.private('coordinator')}", PHONE)
    beyond = page.tab.evaluate(BEYOND)
    large.close()
    assert beyond == []
