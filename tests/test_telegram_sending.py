"""What the bot says on Telegram, as people there see it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.telegram.composing import Receipt
from bot.telegram.sending import TelegramSender
from documents.drawings import Drawn
from jobs.sender import Gone
from programme.happenings import Happened
from programme.lengths import units
from storage.files import FileStore
from tests.bot_api import BotApi
from tests.telegram_line import labels, parcel, sending

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ODD = (
    "<b>Jan & Co</b>",
    "a < b && b > a",
    "&lt;script&gt; &amp;",
    "zei \"ja\" en 'nee'",
    "👩‍👩‍👧 🇳🇱 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "مرحبا שלום Jan",
    "*geen vet* _geen schuin_ `geen code` [geen](link)",
    "een\n\nwitregel\n• punt",
    "https://example.org/?a=1&b=2",
)


def png(colour: str, size: int = 64) -> bytes:
    picture = BytesIO()
    Image.new("RGB", (size, size), colour).save(picture, "PNG")
    return picture.getvalue()


def drawing(colour: str = "teal") -> Drawn:
    return Drawn(name="De week in woorden. " * 40, type="image/png", data=png(colour))


@pytest.mark.parametrize("text", ODD)
def test_text_comes_out_as_it_was_typed(text: str, api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, text, buttons=labels(text[:20])), None, NOW))
    assert api.last(person).text == text
    assert api.last(person).labels == (text[:20],)
    assert not [each for each in api.last(person).entities if each["type"] not in ("url", "bot_command")]


def test_no_link_shows_a_preview(api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, "https://example.org"), None, NOW))
    asked = api.requests("sendMessage", chat=person)[-1].params
    assert asked["link_preview_options"] == {"is_disabled": True}
    assert asked["parse_mode"] == "HTML"


def test_a_button_carries_its_key_and_short_ones_stand_beside_each_other(api: BotApi, person: int) -> None:
    buttons = labels("Ja", "Nee", "Weet ik nog niet", "Een heel lange optie die een regel vult", "Klaar")
    sending(api, lambda sender: sender.send(parcel(person, buttons=buttons), None, NOW))
    assert [[button.label for button in row] for row in api.last(person).rows] == [
        ["Ja", "Nee", "Weet ik nog niet"],
        ["Een heel lange optie die een regel vult"],
        ["Klaar"],
    ]
    assert [button.data for row in api.last(person).rows for button in row] == [one.key for one in buttons]


@pytest.mark.parametrize(
    ("begin", "link"),
    [
        ("", "https://t.me/aanjager_bot?start"),
        ("/melden", "https://t.me/aanjager_bot?start=melden"),
        ("CDFH-2345", "https://t.me/aanjager_bot?start=CDFH-2345"),
        ("wat niet kan", "https://t.me/aanjager_bot?start"),
    ],
)
def test_what_goes_on_in_private_comes_with_a_link(begin: str, link: str, api: BotApi, person: int) -> None:
    group = api.group("Team", [person])
    said = parcel(group, private=True, begin=begin, buttons=labels("Ja"))
    sending(api, lambda sender: sender.send(said, None, NOW))
    assert [(one.label, one.url) for one in api.last(group).rows[-1]] == [("Verder in privé", link)]


def test_a_repeat_says_that_it_is_one(api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, "Denk eraan.", repeat=True), None, NOW))
    assert api.last(person).text == (
        "(Nog een keer gestuurd, omdat ik niet weet of het aankwam.)\n\nDenk eraan."
    )


def test_a_repeat_that_fills_a_message_is_not_made_too_long(api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, "a" * 4090, repeat=True), None, NOW))
    assert api.last(person).text == "a" * 4090


def test_a_topic_is_spoken_in_and_the_general_one_has_no_number(api: BotApi, person: int) -> None:
    forum = api.group("Forum", [person], forum=True)
    topic = api.topic(person, forum, "Plan")

    async def both(sender: TelegramSender) -> None:
        await sender.send(parcel(f"{forum}/{topic}", "In het onderwerp"), None, NOW)
        await sender.send(parcel(forum, "Algemeen"), None, NOW)

    sending(api, both)
    assert [(one.topic, one.text) for one in api.said(forum)][-2:] == [
        (topic, "In het onderwerp"),
        (None, "Algemeen"),
    ]
    assert "message_thread_id" not in api.requests("sendMessage", chat=forum)[-1].params


def test_a_topic_that_was_closed_says_so(api: BotApi, person: int) -> None:
    forum = api.group("Forum", [person], forum=True)
    topic = api.topic(person, forum, "Plan")
    api.close_topic(person, forum, topic)
    with pytest.raises(Gone) as gone:
        sending(api, lambda sender: sender.send(parcel(f"{forum}/{topic}"), None, NOW))
    assert gone.value.happened is Happened.TOPIC_CLOSED


def test_a_picture_comes_with_its_words(api: BotApi, person: int) -> None:
    receipt = sending(
        api, lambda s: s.send(parcel(person, "De <week>", buttons=labels("Ja")), drawing(), NOW)
    )
    shown = api.last(person)
    assert (shown.kind, shown.text, shown.labels, shown.file) == ("photo", "De <week>", ("Ja",), png("teal"))
    assert Receipt.read(receipt).kind == "p"


def test_a_kept_picture_is_shown(api: BotApi, person: int, tmp_path: Path) -> None:
    key = FileStore(tmp_path).put(png("red"), "image/png")
    sending(api, lambda sender: sender.send(parcel(person, "Foto", picture=key), None, NOW), tmp_path)
    assert (api.last(person).kind, api.last(person).file) == ("photo", png("red"))


def test_the_words_with_a_picture_that_was_deleted_are_said(api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, "Foto", picture=f"{'0' * 32}.jpg"), None, NOW))
    assert (api.last(person).kind, api.last(person).text) == ("text", "Foto")


def test_a_paper_comes_as_a_file(api: BotApi, person: int) -> None:
    paper = Drawn(name="bijeenkomst é.ics", type="text/calendar", data=b"BEGIN:VCALENDAR")
    sending(api, lambda sender: sender.send(parcel(person, "Zet hem erin"), paper, NOW))
    shown = api.last(person)
    assert (shown.kind, shown.name, shown.file, shown.text) == (
        "document",
        "bijeenkomst é.ics",
        b"BEGIN:VCALENDAR",
        "Zet hem erin",
    )


@pytest.mark.parametrize("text", ["a" * 1024, "a" * 1025, "<" * 1024, "👩‍👩‍👧" * 200, "a" * 4096])
@pytest.mark.parametrize("repeat", [False, True])
def test_words_with_a_picture_are_one_message_that_holds_what_fits(
    text: str, repeat: bool, api: BotApi, person: int
) -> None:
    said = parcel(person, text, buttons=labels("Ja"), repeat=repeat)
    receipt = sending(api, lambda sender: sender.send(said, drawing(), NOW))
    [shown] = api.said(person)
    assert (shown.kind, shown.labels, Receipt.read(receipt).message) == ("photo", ("Ja",), shown.id)
    assert units(shown.text) <= 1024
    assert text.startswith(shown.text.removesuffix("…"))
    assert (shown.text == text) is (units(text) <= 1024)


def changed(api: BotApi, person: int, first: Drawn | None, text: str, then: Drawn | None) -> None:
    async def work(sender: TelegramSender) -> None:
        receipt = await sender.send(parcel(person, "Eerst", buttons=labels("Ja", "Nee")), first, NOW)
        await sender.edit(parcel(person, text, receipt=receipt), then, NOW)

    sending(api, work)


CHANGES = {
    "words": (None, "Dan", None, "text", ""),
    "words under the same picture": (drawing(), "Dan", drawing(), "photo", "editmessagecaption"),
    "another picture": (drawing(), "Eerst", drawing("red"), "photo", "editmessagemedia"),
    "a picture where there was none": (None, "Dan", drawing(), "photo", "editmessagemedia"),
    "no new picture": (drawing(), "Dan", None, "photo", "editmessagecaption"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_an_edit_changes_what_differs(case: str, api: BotApi, person: int) -> None:
    first, text, then, kind, method = CHANGES[case]
    changed(api, person, first, text, then)
    (shown,) = api.said(person)
    assert (shown.kind, shown.text, shown.labels) == (kind, text, ())
    assert shown.file == ((then or first or Drawn(name="", type="", data=b"")).data)
    assert len(api.requests(method or "editMessageText", chat=person)) == 1


def test_an_edit_that_changes_nothing_is_as_it_should_be(api: BotApi, person: int) -> None:
    async def work(sender: TelegramSender) -> None:
        for file in (None, drawing()):
            receipt = await sender.send(parcel(person, buttons=labels("Ja")), file, NOW)
            await sender.edit(parcel(person, buttons=labels("Ja"), receipt=receipt), file, NOW)

    sending(api, work)
    assert [one.edits for one in api.said(person)] == [(), ()]


def test_words_are_changed_where_a_picture_was_added_since(api: BotApi, person: int) -> None:
    async def work(sender: TelegramSender) -> None:
        receipt = await sender.send(parcel(person, "Een"), None, NOW)
        await sender.edit(parcel(person, "Twee", receipt=receipt), drawing(), NOW)
        await sender.edit(parcel(person, "Drie", receipt=receipt), None, NOW)

    sending(api, work)
    assert (api.last(person).kind, api.last(person).text) == ("photo", "Drie")


def test_words_that_grew_too_long_for_a_picture_are_cut_off(api: BotApi, person: int) -> None:
    changed(api, person, drawing(), "👩‍👩‍👧 " * 300, drawing())
    assert api.last(person).text.endswith("…")
    assert 1000 < units(api.last(person).text) <= 1024


def test_a_press_is_answered_in_brief(api: BotApi, person: int) -> None:
    sending(api, lambda sender: sender.send(parcel(person, buttons=labels("Ja")), None, NOW))
    for text, read in (("Genoteerd.", "Genoteerd."), ("", ""), ("woord " * 100, f"{'woord ' * 33}w…")):
        query = api.press(person, "Ja")
        sending(api, lambda sender, a=query, t=text: sender.toast(parcel(person, t, answers=a), NOW))  # type: ignore[misc]
        assert api.toast(query).answered == read


def test_the_menu_of_a_chat_is_shown_and_taken_away(api: BotApi, person: int) -> None:
    menu = (("week", "waar de regio staat"), ("help", "wat ik kan " * 40))
    sending(api, lambda sender: sender.show_menu(str(person), menu))
    shown = api.menu(person, person)
    assert [one["command"] for one in shown] == ["week", "help"]
    assert len(shown[1]["description"]) <= 256
    sending(api, lambda sender: sender.show_menu(str(person), ()))
    assert api.menu(person, person) == []


def test_what_somebody_sent_is_fetched(api: BotApi, person: int) -> None:
    api.send_photo(person, b"bytes of a photo")
    file = next(iter(reversed(api.world.files)))
    assert sending(api, lambda sender: sender.fetch(file)) == api.world.files[file].content


@pytest.mark.parametrize("kept", ["", "p", "12/", "x12", "12a"])
def test_what_is_no_receipt_is_not_taken_for_one(kept: str) -> None:
    with pytest.raises(ValueError, match="receipt"):
        Receipt.read(kept)
