"""The chat page's HTTP interface, as docs/chat-page.md describes it, against a bot that really runs."""

import asyncio
import io
import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from bot.app import listen
from bot.page.requests import FORM_AT_MOST, JSON_AT_MOST
from bot.page.server import LATEST, PageServer
from storage.database import Database, Transaction
from storage.local_chat import LocalMessage, post
from tests.region import START, seed, seeded
from tests.served import ROOT, Page, served, until

DOCS = ROOT / "docs" / "chat-page.md"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeded(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def page(data: Path) -> Iterator[Page]:
    with served(data) as (running, _process):
        yield running


def picture(size: tuple[int, int] = (60, 40), type: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).save(out, type)
    return out.getvalue()


def send(
    page: Page, *files: tuple[str, bytes, str], person: str = "docent", text: str = ""
) -> httpx.Response:
    chat = page.private("docent")
    form = [("file", file) for file in files]
    return page.http.post(f"/api/chats/{chat}/messages", data={"as": person, "text": text}, files=form)


@contextmanager
def listening(page: Page) -> Iterator[list[tuple[str, Any]]]:
    """Follow the stream of events; what was heard is in the list."""
    heard: list[tuple[str, Any]] = []
    with httpx.stream("GET", f"{page.address}api/events", timeout=30, trust_env=False) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "retry: 1000"

        def follow() -> None:
            name = ""
            try:
                for line in lines:
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        heard.append((name, json.loads(line.removeprefix("data: "))))
            except httpx.HTTPError:
                pass

        thread = threading.Thread(target=follow, daemon=True)
        thread.start()
        yield heard


def named(heard: list[tuple[str, Any]], name: str) -> list[Any]:
    return [data for event, data in heard if event == name]


def test_every_route_is_described_in_the_docs() -> None:
    described = DOCS.read_text()
    routes = PageServer.routes(PageServer.__new__(PageServer))
    named = {f"`{method} {route.path}" for route in routes for method in (route.methods or set()) - {"HEAD"}}
    assert [route for route in sorted(named) if route not in described] == []
    assert len(re.findall(r"^## `(?:GET|POST) ", described, re.MULTILINE)) == len(named)


def test_what_was_typed_is_accepted_under_its_own_number(page: Page) -> None:
    chat = page.private("docent")
    answer = page.say(chat, "docent", "Pilot gedraaid")
    assert answer.status_code == 202
    message = next(m for m in page.messages(chat) if m["id"] == answer.json()["id"])
    assert (message["sender"], message["text"], message["chat"]) == ("docent", "Pilot gedraaid", chat)


def test_moments_carry_the_offset_of_the_region(page: Page) -> None:
    chat = page.private("docent")
    page.say(chat, "docent", "hallo")
    moments = [page.state()["now"], *(m["at"] for m in page.messages(chat))]
    assert {datetime.fromisoformat(moment).utcoffset() for moment in moments} == {timedelta(hours=1)}


def test_numbers_rise_and_after_gives_what_came_later(page: Page) -> None:
    chat = page.private("manager")
    first, second = (page.say(chat, "manager", text).json()["id"] for text in ("een", "twee"))
    assert first < second
    later = page.http.get(f"/api/chats/{chat}/messages", params={"after": first}).json()
    assert [m["id"] for m in later if m["sender"] == "manager"] == [second]


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "9" * 20, "²"])
def test_an_after_that_is_no_number_of_a_message_is_refused(page: Page, after: str) -> None:
    chat = page.private("manager")
    assert page.http.get(f"/api/chats/{chat}/messages", params={"after": after}).status_code == 422


def test_a_press_changes_the_message_and_answers_whoever_pressed(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process), listening(page) as heard:
        assert page.turn(to="2021-12-03T08:30").status_code == 200
        chat = page.private("coordinator")
        assert page.press(chat, "coordinator", "Op schema").status_code == 202
        toast = until(lambda: named(heard, "toast"))[0]
        assert toast == {"chat": chat, "person": "coordinator", "text": toast["text"]}
        assert toast["text"]
        shown = until(lambda: [m for m in named(heard, "message") if "schema" in m["text"]])[0]
        assert shown["id"] == page.messages(chat)[0]["id"]


def test_the_next_thing_that_happens_is_known_before_the_clock_was_ever_turned(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        assert until(lambda: page.state()["next"]) == "2021-11-29T08:30:00+01:00"
        following = page.turn(to="2021-12-03T08:30").json()["next"]
        assert following == page.state()["next"] == "2021-12-06T08:30:00+01:00"


def test_a_moment_is_read_with_and_without_offset_and_a_duration_in_each_unit(tmp_path: Path) -> None:
    turns = (
        ({"to": "2021-11-29T09:00:00Z"}, "2021-11-29T10:00"),
        ({"advance": "PT90M"}, "2021-11-29T11:30"),
        ({"advance": "P1DT2H"}, "2021-11-30T13:30"),
        ({"advance": "P2W"}, "2021-12-14T13:30"),
        ({"to": "2021-12-15"}, "2021-12-15T00:00"),
        ({"to": "2022-03-27T02:30"}, "2022-03-27T03:30"),
        ({"to": "2022-03-27T06:00:00+02:00"}, "2022-03-27T06:00"),
    )
    with served(seeded(tmp_path)) as (page, _process):
        assert [page.turn(**wish).json()["now"][:16] for wish, _now in turns] == [now for _wish, now in turns]


def test_every_page_hears_that_the_clock_was_turned(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process), listening(page) as heard:
        answer = page.turn(advance="P1D").json()
        assert answer["now"].startswith("2021-11-30T08:00")
        assert until(lambda: [c for c in named(heard, "clock") if c == answer])


@pytest.mark.parametrize(
    "wish",
    [
        {"to": "2021-11-28T08:00"},
        {"advance": "-P1D"},
        {"advance": "P3000D"},
        {"to": "2999-01-01T00:00:00+01:00"},
        {"to": "morgen"},
        {"to": 5},
        {"advance": "P1Y"},
        {"advance": "PW"},
        {"advance": "P900W"},
        {"advance": []},
        {},
    ],
    ids=str,
)
def test_a_clock_turned_backwards_too_far_or_to_no_moment_is_refused(
    page: Page, wish: dict[str, Any]
) -> None:
    before = page.state()["now"]
    answer = page.http.post("/api/clock", json=wish)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert datetime.fromisoformat(page.state()["now"]) - datetime.fromisoformat(before) < timedelta(minutes=1)


def test_turns_that_are_asked_for_at_once_follow_one_another(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        turns = [threading.Thread(target=page.turn, kwargs={"advance": "P1D"}) for _ in range(4)]
        for turn in turns:
            turn.start()
        for turn in turns:
            turn.join()
        assert page.state()["now"].startswith("2021-12-03T08:00")


def test_four_years_can_be_turned_at_once(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        assert page.turn(to="2025-11-29T08:00").json()["now"].startswith("2025-11-29T08:00")


def test_a_restart_goes_on_where_the_clock_was(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        page.turn(to="2021-12-20T12:00")
    with served(tmp_path) as (page, _process):
        assert page.state()["now"].startswith("2021-12-20T12:00")


FOREIGN = [
    {"host": "aanjager.example"},
    {"host": "127.0.0.1.example:8765"},
    {"origin": "https://aanjager.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:1"},
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["/", "/api/state", "/api/events", "/page/page.js"])
def test_other_sites_are_refused(page: Page, path: str, headers: dict[str, str]) -> None:
    answer = page.http.get(path, headers=headers)
    assert answer.status_code == 403
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_other_sites_cannot_act(page: Page, headers: dict[str, str]) -> None:
    chat = page.private("docent")
    before = len(page.messages(chat))
    said = {"as": "docent", "text": "van elders"}
    assert page.http.post(f"/api/chats/{chat}/messages", json=said, headers=headers).status_code == 403
    assert page.http.post("/api/clock", json={"advance": "P1D"}, headers=headers).status_code == 403
    assert len(page.messages(chat)) == before


def test_an_invitation_in_somebodys_mail_opens_the_page(page: Page) -> None:
    clicked = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = page.http.get("/?start=AB12", headers=clicked)
    assert answer.status_code == 200
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("person", ["manager", "niemand", "", "bot"])
def test_nobody_speaks_in_a_chat_that_is_not_theirs(page: Page, person: str) -> None:
    chat = page.private("docent")
    before = len(page.messages(chat))
    assert page.say(chat, person, "hallo").status_code == 422
    assert send(page, ("foto.jpg", picture(), "image/jpeg"), person=person).status_code == 422
    assert len(page.messages(chat)) == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"[1]", 422),
        (b"[" * 100_000, 422),
        (b'{"as": "docent"}', 422),
        (b'{"as": "docent", "text": "   "}', 422),
        (b'{"as": "docent", "text": {"a": 1}}', 422),
        (b'{"as": ["docent"], "text": "hallo"}', 422),
        (b'{"as": "docent", "text": "hallo", "button": "kQ"}', 422),
        (b'{"as": "docent", "text": "' + b"a" * 20_001 + b'"}', 413),
        (b'{"as": "docent", "text": "' + b"a" * JSON_AT_MOST + b'"}', 413),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_message_is_refused_in_plain_words(page: Page, body: bytes, status: int) -> None:
    answer = page.http.post(f"/api/chats/{page.private('docent')}/messages", content=body)
    assert (answer.status_code, answer.json()["error"] != "") == (status, True)


@pytest.mark.parametrize(
    "path",
    ["/api/chats/nergens/messages", "/page/nergens.js", "/page/__init__.py", "/files/x.png", "/elders"],
)
def test_what_is_not_there_is_said_in_plain_words(page: Page, path: str) -> None:
    answer = page.http.get(path)
    assert (answer.status_code, answer.json()["error"] != "") == (404, True)


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


def test_a_newcomer_gets_a_chat_and_every_page_hears_of_them(page: Page) -> None:
    with listening(page) as heard:
        joined = page.http.post("/api/people", json={"name": "  Nieuwe docent  "})
        assert joined.status_code == 201
        assert until(lambda: named(heard, "state")) == [{}]
    person = next(p for p in page.state()["people"] if p["id"] == joined.json()["id"])
    assert person["name"] == "Nieuwe docent"
    assert page.private(person["id"]) == joined.json()["chat"]


@pytest.mark.parametrize("name", ["", "   ", None])
def test_a_newcomer_without_a_name_is_asked_for_it(page: Page, name: str | None) -> None:
    assert page.http.post("/api/people", json={"name": name}).status_code == 422


def test_a_chat_of_ten_thousand_messages_opens_at_its_end(tmp_path: Path) -> None:
    database = Database(tmp_path / "aanjager.db")
    database.write(seed).result()
    database.write(lambda tx: _talk(tx, 10_000)).result()
    database.close()
    with served(tmp_path) as (page, _process):
        chat = page.private("docent")
        latest = page.messages(chat)
        everything = page.http.get(f"/api/chats/{chat}/messages?after=0").json()
        assert len(everything) == 10_000
        assert latest == everything[-LATEST:]


def test_answers_leave_at_once_instead_of_waiting_for_more() -> None:
    async def nagle_is_off() -> bool:
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        async def meet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            own = writer.get_extra_info("socket")
            heard.set_result(bool(own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            writer.close()

        listening = listen(0)
        async with await asyncio.start_server(meet, sock=listening):
            _reader, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await heard

    assert asyncio.run(nagle_is_off())


def test_the_bot_ends_with_a_page_open(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, process), listening(page):
        process.terminate()
        assert process.wait(10) == 0


def test_a_page_that_does_not_read_is_let_go_and_the_bot_goes_on(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, process), _deaf(page), listening(page) as heard:
        chat = page.private("docent")
        for number in range(200):
            page.say(chat, "docent", f"bericht {number} {'x' * 12_000}")
        assert until(lambda: any("bericht 199" in m["text"] for m in named(heard, "message")))
        process.terminate()
        assert process.wait(10) == 0


@contextmanager
def _deaf(page: Page) -> Iterator[None]:
    """Open the stream of events and never read from it."""
    host, port = page.address.removeprefix("http://").rstrip("/").split(":")
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect((host, int(port)))
        deaf.sendall(f"GET /api/events HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        yield


def _talk(tx: Transaction, count: int) -> None:
    chat = tx.value("SELECT key FROM chats WHERE person = 'docent'")
    for number in range(count):
        said = LocalMessage(
            key=0, chat=chat, sender="docent", text=f"nummer {number}", buttons=(), files=(), at=START
        )
        post(tx, said)


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


def test_the_clock_goes_on_to_the_next_moment_at_which_something_is_said(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        assert (
            until(lambda: page.state()["next"]) == "2021-11-29T08:30:00+01:00"
        )  # a list without anything on it
        for moment in ("2021-12-02T15:30", "2021-12-03T08:30"):
            assert page.turn(to="next").json()["now"].startswith(moment)
        assert len(page.messages(page.private("coordinator"))) == 1


def without_channel(data: Path) -> Path:
    """Leave nothing to be said but what the coordinator is asked."""
    database = Database(seeded(data) / "aanjager.db")
    database.write(lambda tx: tx.run("UPDATE chats SET region = NULL WHERE kind = 'channel'")).result()
    database.close()
    return data


def test_where_nothing_is_said_any_more_the_clock_stops_within_the_cap(tmp_path: Path) -> None:
    with served(without_channel(tmp_path)) as (page, _process):
        chat = page.private("coordinator")
        began = datetime.fromisoformat(page.turn(to="next").json()["now"])
        page.press(chat, "coordinator", "Gereed")
        until(lambda: "✓" in page.messages(chat)[-1]["text"])
        now = datetime.fromisoformat(page.turn(to="next").json()["now"])
        assert began < now < began + timedelta(days=401)
        assert len(page.messages(chat)) == 1
