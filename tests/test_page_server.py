"""The chat page's HTTP interface, as docs/chat-page.md describes it, against a bot that really runs."""

import asyncio
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from httpx import Response

from bot.page.requests import JSON_AT_MOST
from bot.page.server import LATEST, PageServer
from bot.serving import listen
from storage.database import Database, Transaction
from storage.messages.local_chat import LocalMessage, post
from tests.region import START, seeded
from tests.sent_pictures import picture, send
from tests.served import ROOT, Page, listening, named, served, served_here, until

DOCS = ROOT / "docs" / "chat-page.md"


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


DONE: dict[str, Callable[[Page, str], Response]] = {
    "a text": lambda page, chat: page.say(chat, "docent", "annuleren"),
    "a press": lambda page, chat: page.press(chat, "docent", "Keuzevakken"),
    "a picture": lambda page, chat: send(page, ("a.jpg", picture(), "image/jpeg")),
}


def answered(page: Page, chat: str, text: str) -> None:
    said = page.say(chat, "docent", text).json()["id"]
    until(lambda: page.messages(chat)[-1]["id"] > said)


@pytest.mark.parametrize("way", DONE)
def test_after_the_number_of_what_somebody_did_comes_what_followed_and_nothing_before(
    tmp_path: Path, way: str
) -> None:
    with served_here(seeded(tmp_path)) as page:
        chat = page.private("docent")
        for text in ("hallo", "annuleren", "Pilot gedraaid"):
            answered(page, chat, text)
        before = {m["id"] for m in page.messages(chat)}
        done = DONE[way](page, chat).json()["id"]
        following = page.say(chat, "docent", "hallo").json()["id"]
        later = {m["id"] for m in page.http.get(f"/api/chats/{chat}/messages", params={"after": done}).json()}
        assert following in later
        assert not later & before


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "9" * 20, "²"])
def test_an_after_that_is_no_number_of_a_message_is_refused(page: Page, after: str) -> None:
    chat = page.private("manager")
    assert page.http.get(f"/api/chats/{chat}/messages", params={"after": after}).status_code == 422


def test_a_press_changes_the_message_and_answers_whoever_pressed(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page, listening(page) as heard:
        assert page.turn(to="2021-12-03T08:30").status_code == 200
        chat = page.private("coordinator")
        assert page.press(chat, "coordinator", "Op schema").status_code == 202
        toast = until(lambda: named(heard, "toast"))[0]
        assert toast == {"chat": chat, "person": "coordinator", "text": toast["text"]}
        assert toast["text"]
        shown = until(lambda: [m for m in named(heard, "message") if "schema" in m["text"]])[0]
        assert shown["id"] == page.messages(chat)[0]["id"]


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


def test_a_chat_of_ten_thousand_messages_opens_at_its_end(tmp_path: Path) -> None:
    database = Database(seeded(tmp_path) / "aanjager.db")
    database.write(lambda tx: _talk(tx, 10_000)).result()
    database.close()
    with served_here(tmp_path) as page:
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
