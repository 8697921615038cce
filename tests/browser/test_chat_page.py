"""What a newcomer does with the demo in a browser, from a phone's width to two windows at once."""

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Route, expect

from storage.database import Database
from storage.people import people
from tests.browser.window import PHONE, WIDE, Window
from tests.region import REGION, START
from tests.served import Page, filled, served, served_here, until

Opens = Callable[..., Window]
WANTED = ("Bewaren", "Gelukt", "7. Keuzevakken techniek vernieuwen", "Meer…")


def kept(data: Path, what: str) -> int:
    database = Database(data / "aanjager.db", alone=False)
    try:
        return int(database.read(lambda tx: tx.value(f"SELECT COUNT(*) FROM {what}")))
    finally:
        database.close()


def photo(size: tuple[int, int] = (300, 200)) -> FilePayload:
    out = io.BytesIO()
    Image.effect_noise(size, 60).save(out, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


def offered(window: Window) -> list[str]:
    """The labels of the newest question that is still open; empty when there is none."""
    last = window.messages().last
    return [label.strip() for label in last.get_by_role("button").all_inner_texts()]


def choose_by_keyboard(window: Window, label: str) -> None:
    before = offered(window)
    window.tab_to(label, back=True)
    window.tab.keyboard.press("Enter")
    until(lambda: offered(window) != before)


def test_a_teacher_reports_a_pilot_on_a_phone_with_the_keyboard_alone(
    demo: Page, shared: Path, window: Opens
) -> None:
    page = window(demo, "#/docent/" + demo.private("docent"), PHONE)
    before = kept(shared, "updates")
    page.tab_to("Schrijf als Docent PIE")
    page.tab.keyboard.type("Pilot domotica gedaan met 24 leerlingen, ging goed")
    page.tab.keyboard.press("Enter")
    wanted = ""
    while wanted != "Bewaren":
        wanted = until(lambda: next((label for label in WANTED if label in offered(page)), ""))
        choose_by_keyboard(page, wanted)
        page.tab_to("Schrijf als Docent PIE")
    until(lambda: kept(shared, "updates") == before + 1)
    mine = page.tab.locator(".message.mine").last
    expect(mine).to_contain_text("24 leerlingen")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_pressing_a_reminders_button_changes_it_in_place_and_says_so(small: Page, window: Opens) -> None:
    small.turn(to="2021-12-03T08:30")
    page = window(small, "#/coordinator")
    expect(page.button("Op schema")).to_be_visible()
    count, text = page.messages().count(), page.messages().last.inner_text()
    page.button("Op schema").click()
    expect(page.by("toast")).to_be_visible()
    expect(page.messages().last).not_to_have_text(text)
    expect(page.messages().last).to_contain_text(re.compile("schema", re.I))
    assert page.messages().count() == count


def test_a_change_arrives_in_every_window_that_is_open(small: Page, window: Opens) -> None:
    small.turn(to="2021-12-03T08:30")
    one, other = (window(small, "#/coordinator") for _number in range(2))
    text = other.messages().last.inner_text()
    one.button("Op schema").click()
    expect(other.messages().last).not_to_have_text(text)


def test_the_clock_is_turned_and_what_fell_due_is_marked_as_new(own_demo: Page, window: Opens) -> None:
    page = window(own_demo, "#/docent")
    expect(page.by("clock-now")).to_contain_text("29 november 2021")
    page.by("clock-week").click()
    expect(page.by("clock-now")).to_contain_text("6 december 2021")
    expect(page.by("unread-next")).to_be_visible()
    page.by("unread-next").click()
    expect(page.tab.locator("#new-line")).to_be_visible()
    expect(page.messages().last).to_be_visible()


def test_the_clock_goes_to_the_next_thing_that_happens(small: Page, window: Opens) -> None:
    page = window(small, "#/coordinator")
    expect(page.by("clock-next")).to_have_attribute("aria-disabled", "false")
    page.by("clock-next").click()
    expect(page.by("clock-now")).to_contain_text(re.compile(r"(2|3) december 2021"))
    page.by("clock-date").click()
    page.by("clock-date-input").fill("2021-12-20T12:00")
    page.by("clock-date-go").click()
    expect(page.by("clock-now")).to_contain_text("20 december 2021 · 12:00")


def test_an_invitation_lets_somebody_in_and_hands_over_the_code(demo: Page, window: Opens) -> None:
    page = window(demo, "?start=AB12-CD34")
    expect(page.tab.get_by_role("dialog")).to_contain_text("AB12-CD34")
    page.by("new-person-name").fill("Nieuwe docent")
    page.tab.keyboard.press("Enter")
    expect(page.tab.locator(".message.mine").first).to_contain_text("/start AB12-CD34")
    expect(page.tab.locator("[aria-current=true]")).to_contain_text("Nieuwe docent")
    assert "start=" not in page.tab.url
    page.tab.reload()
    page.tab.wait_for_selector("[data-ready]")
    expect(page.tab.get_by_role("dialog")).to_have_count(0)


def test_a_chat_without_messages_says_so_until_the_first(demo: Page, window: Opens) -> None:
    page = window(demo, "")
    page.by("new-person").click()
    page.by("new-person-name").fill("Nog een docent")
    page.tab.keyboard.press("Enter")
    nothing = page.tab.locator("#scroll").get_by_text("Nog geen berichten")
    expect(nothing).to_be_visible()
    expect(page.tab.locator("#welcome")).to_be_hidden()
    page.say("Hoi")
    expect(nothing).to_be_hidden()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_group_is_made_with_the_keyboard_and_made_a_channel(
    small: Page, window: Opens, size: tuple[int, int]
) -> None:
    page = window(small, "#/manager", size)
    elsewhere = window(small, "#/docent", size)
    page.by("new-group").focus()
    page.tab.keyboard.press("Enter")
    sheet = page.tab.get_by_role("dialog", name="Een nieuwe groep maken")
    expect(sheet.get_by_label("Naam van de groep")).to_be_focused()
    page.tab.keyboard.type("Team keuzevakken")
    page.tab.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    expect(page.tab.get_by_role("heading", name="Team keuzevakken")).to_be_visible()
    expect(page.tab.locator("#chat-about")).to_contain_text("3 leden · jij bent Programmamanager")
    page.say("/kanaal")
    expect(page.messages().last).to_contain_text("kanaal van Regio Rivierenland")
    expect(elsewhere.tab.get_by_role("link", name="Team keuzevakken")).to_be_visible()
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_whoever_chose_nobody_yet_opens_a_group_as_one_of_its_members(small: Page, window: Opens) -> None:
    page = window(small)
    page.by("new-group").click()
    page.by("new-group-name").fill("Team keuzevakken")
    page.by("new-group-go").click()
    expect(page.tab.get_by_role("heading", name="Team keuzevakken")).to_be_visible()
    expect(page.tab.locator("#chat-about")).to_contain_text("jij bent Docent PIE")


def test_a_group_that_is_refused_says_why_on_its_sheet(small: Page, window: Opens) -> None:
    page = window(small)
    page.by("new-group").click()
    page.by("new-group-name").fill("\u200b")
    page.by("new-group-go").click()
    expect(page.tab.get_by_role("alert")).to_have_text("Typ eerst een naam voor de groep.")
    page.tab.keyboard.press("Escape")
    assert page.tab.evaluate("document.activeElement.dataset.testid") == "new-group"


def test_a_page_without_people_offers_no_group_until_somebody_comes(tmp_path: Path, window: Opens) -> None:
    with served_here(filled(tmp_path, lambda tx: people.add_region(tx, REGION), START)) as empty:
        page = window(empty)
        expect(page.by("new-group")).to_be_hidden()
        empty.http.post("/api/people", json={"name": "Nieuwe docent"})
        expect(page.by("new-group")).to_be_visible()


def test_a_picture_goes_along_and_is_shown_as_ones_own(demo: Page, window: Opens) -> None:
    page = window(demo, "#/docent-zw")
    page.by("attach").set_input_files(photo())
    expect(page.tab.locator("#attached li")).to_have_count(1)
    page.say("De leerlingen met hun werkstuk")
    shown = page.tab.locator(".message.mine img").last
    expect(shown).to_have_attribute("alt", "Foto van Docent Zorg en Welzijn")
    until(lambda: shown.evaluate("picture => picture.naturalWidth") == 300)
    expect(page.tab.locator(".message.pending")).to_have_count(0)
    assert shown.get_attribute("src", timeout=5000)


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_what_is_asked_of_pictures_is_in_view_however_late_they_are_loaded(
    demo: Page, window: Opens, size: tuple[int, int]
) -> None:
    page = window(demo, "#/leerkracht/" + demo.private("leerkracht"), size)
    page.tab.route("**/files/**", late)
    page.by("attach").set_input_files([photo((400, 600)), photo((400, 500)), photo((400, 400))])
    page.say("Pilot met de lasrobot, 18 leerlingen, ging goed")
    expect(page.button("Annuleren")).to_be_visible()
    last = page.tab.locator(".message.mine img").last
    until(lambda: last.evaluate("picture => picture.naturalWidth") == 400)
    expect(page.button("Annuleren")).to_be_in_viewport()
    page.button("Annuleren").click()


def test_a_message_longer_than_the_window_is_read_from_its_beginning(demo: Page, window: Opens) -> None:
    page = window(demo, "#/manager/" + demo.private("manager"), PHONE)
    page.say("/mensen")  # this one ends in a question
    expect(page.button("Annuleren")).to_be_in_viewport()
    page.button("Annuleren").click()
    page.say("/week")
    expect(page.messages().last.locator("img")).to_be_in_viewport()
    expect(page.by("to-newest")).to_be_visible()


def test_what_cannot_be_taken_stays_with_its_reason_and_can_be_thrown_away(demo: Page, window: Opens) -> None:
    page = window(demo, "#/docent-zw")
    count = page.messages().count()
    page.by("attach").set_input_files(
        {"name": "verslag.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    page.by("send").click()
    expect(page.tab.get_by_role("alert")).to_contain_text("Documenten kan ik niet lezen.")
    page.by("send-drop").click()
    expect(page.messages()).to_have_count(count)


def test_a_page_that_lost_its_bot_says_so_and_catches_up(tmp_path: Path, window: Opens) -> None:
    with served(tmp_path) as (first, _process):
        page = window(first, "#/docent")
        port = first.address.rsplit(":", 1)[1].rstrip("/")
    expect(page.by("offline")).not_to_be_empty()
    with served(tmp_path, port=port) as (again, _process):
        again.say(again.private("docent"), "docent", "terug van weggeweest")
        expect(page.by("offline")).to_be_empty()
        expect(page.messages().filter(has_text="terug van weggeweest").first).to_be_visible()


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "**vet** & <b>"]
)
def test_what_is_typed_stays_text(demo: Page, window: Opens, text: str) -> None:
    page = window(demo, "#/docent-mbo")
    page.say(text)
    expect(page.tab.locator(".message.mine .text").last).to_have_text(text)
    expect(page.tab.locator(".message.mine .text").last.locator("img, b, a")).to_have_count(0)
