"""What people attach: photos are made safe and asked about, all else is declined with what to do instead."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from documents.photos import BYTES_AT_MOST
from storage.database import Row, Transaction
from tests.attached import PHOTO, Attached, begins
from tests.taken_photos import PLACE, encoded
from tests.test_photos_refused import bare_png

ASKED = "Zijn er leerlingen herkenbaar"
VOICE = "Naar spraakberichten kan ik niet luisteren.\nTyp "
FILM = "Filmpjes kan ik niet aannemen.\nTyp een link"
WEEK = "De week van Regio Rivierenland"
UNFETCHED = "Het is me niet gelukt om de foto op te halen.\nWil je hem nog een keer sturen?"


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Attached]:
    bot = Attached(tmp_path)
    yield bot
    bot.close()


def test_a_photo_is_kept_without_what_the_phone_tells_and_asked_about(bot: Attached) -> None:
    assert begins(bot.send("photo", text="Pilot robotica gedraaid, 24 leerlingen"), ASKED)
    (kept,) = bot.kept()
    data = (bot.folder / "files" / kept["kept_as"]).read_bytes()
    picture = Image.open(io.BytesIO(data))
    assert (kept["person"], kept["region"], kept["width"], kept["type"]) == (
        "docent",
        "DEMO",
        60,
        "image/jpeg",
    )
    assert (dict(picture.getexif()), PLACE.encode() in data, PLACE.encode() in PHOTO) == ({}, False, True)


def test_a_kept_picture_is_deleted_on_one_tap_though_no_page_shows_it(bot: Attached) -> None:
    bot.send("photo", text="Pilot robotica gedraaid")
    assert len(bot.on_disk()) == 1
    bot.press("docent", "", "Ja")
    assert (bot.kept(), bot.on_disk()) == ([], set())


def test_an_image_of_another_kind_is_told_by_its_content(bot: Attached) -> None:
    bot.shelf.files = {"f1": encoded(Image.new("RGB", (30, 20), "teal"), "PNG")}
    bot.send("photo")
    assert [one["type"] for one in bot.kept()] == ["image/png"]


DECLINED = [
    ("voice", VOICE),
    ("film", FILM),
    ("paper", "Documenten kan ik niet lezen.\nTyp "),
    ("other", "Ik kan alleen tekst en foto's lezen.\nTyp "),
    ("hologram", "Ik kan alleen tekst en foto's lezen.\nTyp "),
]


@pytest.mark.parametrize(("kind", "says"), DECLINED)
def test_what_is_no_photo_is_declined_with_what_to_do_instead(bot: Attached, kind: str, says: str) -> None:
    assert begins(bot.send(kind), says)
    assert bot.shelf.asked == []


@pytest.mark.parametrize(("kind", "says"), DECLINED)
def test_the_text_that_came_with_it_is_answered_below(bot: Attached, kind: str, says: str) -> None:
    assert begins(bot.send(kind, text="/week"), says, WEEK)


def test_each_kind_is_declined_once_in_one_message(bot: Attached) -> None:
    said = bot.send("film", "voice", "film", "film")
    assert begins(said, FILM)
    assert (said[0].count("Filmpjes"), said[0].count("spraakberichten")) == (1, 1)


BAD = [
    ("a bomb", bare_png(100_000, 100_000), "Deze foto heeft meer dan 16 miljoen"),
    ("half a picture", PHOTO[:400], "Deze foto is niet heel aangekomen."),
    ("a page", b"<script>alert(1)</script>", "In dit bestand herken ik geen foto."),
    ("an iPhone's own kind", b"\0\0\0\x18ftypheic" + bytes(99), "Dit soort foto (HEIC of AVIF) kan ik"),
    ("too many bytes", b"\xff\xd8\xff" + bytes(BYTES_AT_MOST), "Deze foto is groter dan 20 MB."),
]


@pytest.mark.parametrize(("what", "data", "says"), BAD, ids=[case[0] for case in BAD])
def test_a_picture_that_cannot_be_taken_says_why(bot: Attached, what: str, data: bytes, says: str) -> None:
    bot.shelf.files = {"f1": data}
    said = bot.send("photo", text="/week")
    assert begins(said, says, WEEK)
    assert said[0].count("\n") == 1
    assert bot.kept() == []


def test_what_is_known_to_be_too_large_is_not_fetched(bot: Attached) -> None:
    bot.bring(bot.came("photo", size=BYTES_AT_MOST + 1))
    bot.run()
    assert begins(bot.said(), "Deze foto is groter dan 20 MB.")
    assert bot.shelf.asked == []


def test_an_open_question_stays_as_it_was_when_only_something_declined_comes(bot: Attached) -> None:
    bot.send(text="Pilot gedraaid")
    before = bot.store.read(dialogues)
    assert begins(bot.send("voice"), VOICE)
    assert bot.store.read(dialogues) == before
    bot.press("docent", "", "7. Keuzevakken vernieuwen")
    assert begins(bot.said(), "Hoe ging het")


def test_a_caption_answers_the_open_question(bot: Attached) -> None:
    bot.send("photo", text="Pilot robotica gedraaid, 24 leerlingen")
    said = sorted(bot.send("film", text="nee"))
    assert begins(said, FILM, "Over welke activiteit gaat het?", ASKED), (
        "and what was asked has no buttons now"
    )
    assert bot.kept()[0]["cleared_at"]


def test_a_second_photo_is_asked_about_though_its_caption_is_an_option(bot: Attached) -> None:
    bot.send("photo", text="Pilot robotica gedraaid")
    assert begins(bot.send("photo", text="nee")[-1:], ASKED)
    bot.press("docent", "", "Nee")
    assert [one["cleared_at"] is not None for one in bot.kept()] == [True, True]


def test_a_caption_answers_a_question_that_has_no_use_for_its_picture(bot: Attached) -> None:
    bot.send(text="/instellingen")
    bot.press("docent", "", "Naam")
    said = bot.send("photo", text="Docent Techniek")
    assert "Met een foto kan ik hier niets." in said
    assert any("Naam: Docent Techniek" in one for one in said)


@pytest.mark.parametrize("text", ["", "wat een mooie dag"])
def test_what_is_not_meant_for_the_bot_in_a_group_is_passed_over_unseen(bot: Attached, text: str) -> None:
    assert bot.send("photo", "voice", text=text, where="Team") == []
    assert (bot.shelf.asked, bot.states(), bot.kept()) == ([], ["done"], [])


def test_a_photo_that_is_meant_for_the_bot_in_a_group_is_left_there(bot: Attached) -> None:
    said = bot.send("photo", text="/week", where="Team")
    assert begins(said, "In een groep neem ik geen foto's aan.", WEEK)
    assert (bot.shelf.asked, bot.kept()) == ([], [])


def test_what_is_declined_in_a_group_is_declined_there(bot: Attached) -> None:
    assert begins(bot.send("voice", text="/week", where="Team"), VOICE, WEEK)


def dialogues(tx: Transaction) -> list[Row]:
    return tx.rows("SELECT state FROM conversations")
