"""Pictures sent to the chat page over HTTP: what is kept, and what is declined with what to do instead."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.page.requests import FORM_AT_MOST
from storage.database import Database
from tests.sent_pictures import picture, send
from tests.served import Page, until


def test_a_picture_is_shown_as_its_senders_own_and_kept_with_its_arrival(page: Page, data: Path) -> None:
    answer = send(page, ("IMG_1.jpg", picture(), "image/jpeg"), text="Trots op dit resultaat")
    assert answer.status_code == 202
    message = next(m for m in page.messages(page.private("docent")) if m["id"] == answer.json()["id"])
    assert (message["sender"], message["text"]) == ("docent", "Trots op dit resultaat")
    (file,) = message["files"]
    assert (file["name"], file["type"]) == ("Foto van Docent PIE", "image/jpeg")
    shown = page.http.get(file["url"])
    assert (shown.headers["content-type"], Image.open(io.BytesIO(shown.content)).size) == (
        "image/jpeg",
        (60, 40),
    )
    kept = _read(data, lambda tx: tx.rows("SELECT * FROM pictures ORDER BY rowid DESC LIMIT 1"))[0]
    arrived = _read(data, lambda tx: tx.value("SELECT body FROM inbox ORDER BY key DESC LIMIT 1"))
    assert (kept["region"], kept["person"], kept["width"], kept["name"]) == ("DEMO", "docent", 60, "")
    assert json.loads(arrived)["pictures"] == [kept["key"]] == [file["url"].removeprefix("/files/")]


def test_several_pictures_come_in_one_message(page: Page) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(drawn, "PNG")
    answer = send(page, ("a.jpg", picture(), "image/jpeg"), ("b.png", drawn.getvalue(), "image/png"))
    message = next(m for m in page.messages(page.private("docent")) if m["id"] == answer.json()["id"])
    assert [file["type"] for file in message["files"]] == ["image/jpeg", "image/png"]


NOT_TAKEN = [
    ("a voice note", ("ptt.ogg", b"OggS" + bytes(99), "audio/ogg"), "spraakberichten"),
    (
        "a nameless voice note",
        ("opname.m4a", b"....ftypM4A " + bytes(99), "application/octet-stream"),
        "spraakb",
    ),
    ("a film", ("pilot.mp4", b"....ftypisom" + bytes(99), "video/mp4"), "Filmpjes"),
    ("a PDF", ("verslag.pdf", b"%PDF-1.7", "application/pdf"), "Documenten"),
    ("a document that says nothing of itself", ("verslag.docx", b"PK\3\4", ""), "Documenten"),
    ("a text", ("notitie.txt", b"hallo", "text/plain"), "Documenten"),
    ("a broken picture", ("foto.jpg", picture()[:400], "image/jpeg"), "niet heel"),
    (
        "a page that calls itself a picture",
        ("foto.jpg", b"<script>alert(1)</script>", "image/jpeg"),
        "geen foto",
    ),
    ("an iPhone's own kind", ("IMG.heic", b"\0\0\0\x18ftypheic" + bytes(99), "image/heic"), "HEIC"),
    ("nothing", ("leeg.jpg", b"", "image/jpeg"), ""),
]


@pytest.mark.parametrize(("what", "file", "says"), NOT_TAKEN, ids=[case[0] for case in NOT_TAKEN])
def test_what_is_no_picture_is_declined_with_what_to_do_instead(
    page: Page, data: Path, what: str, file: tuple[str, bytes, str], says: str
) -> None:
    before = _kept(page, data)
    answer = send(page, ("goed.jpg", picture(), "image/jpeg"), file, text="erbij")
    assert answer.status_code == 422
    assert says in answer.json()["error"]
    assert answer.json()["error"].count("\n") == 1
    assert _kept(page, data) == before


def test_more_than_the_most_is_refused_while_it_comes_in_and_nothing_is_kept(page: Page, data: Path) -> None:
    before = _kept(page, data)
    answer = send(page, ("groot.jpg", bytes(FORM_AT_MOST), "image/jpeg"))
    assert (answer.status_code, "MB" in answer.json()["error"]) == (413, True)
    assert _kept(page, data) == before


def test_more_pictures_than_the_most_are_refused(page: Page, data: Path) -> None:
    before = _kept(page, data)
    answer = send(page, *[(f"{n}.jpg", picture(), "image/jpeg") for n in range(11)])
    assert (answer.status_code, "10" in answer.json()["error"]) == (422, True)
    assert _kept(page, data) == before


def _kept(page: Page, data: Path) -> tuple[int, ...]:
    """How many messages, pictures and files there are."""
    tables = ("local_messages WHERE sender <> 'bot'", "pictures", "inbox")
    counts = [
        _read(data, lambda tx, table=table: tx.value(f"SELECT COUNT(*) FROM {table}")) for table in tables
    ]
    return (*counts, len(list((data / "files").glob("*"))))


def _read(data: Path, work: Any) -> Any:
    database = Database(data / "aanjager.db", alone=False)
    try:
        return database.read(work)
    finally:
        database.close()


@pytest.mark.parametrize(("text", "says"), [("Pilot robotica", "Pilot robotica"), ("", "(foto verwijderd)")])
def test_a_deleted_picture_is_asked_for_no_more(page: Page, text: str, says: str) -> None:
    chat = page.private("docent")
    sent = send(page, ("IMG_1.jpg", picture(), "image/jpeg"), text=text).json()["id"]
    (file,) = _message(page, chat, sent)["files"]
    until(lambda: _asked(page, chat))
    page.press(chat, "docent", "Ja")
    until(lambda: page.http.get(file["url"]).status_code == 404)
    shown = _message(page, chat, sent)
    assert (shown["files"], shown["text"]) == ([], says)


def _message(page: Page, chat: str, key: int) -> dict[str, Any]:
    return next(m for m in page.messages(chat) if m["id"] == key)


def _asked(page: Page, chat: str) -> bool:
    return any("herkenbaar" in m["text"] and m["buttons"] for m in page.messages(chat))
