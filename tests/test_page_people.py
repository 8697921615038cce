"""Newcomers, names and groups on the chat page, over HTTP, against a bot that really runs."""

from pathlib import Path

import pytest

from tests.region import seeded
from tests.served import Page, listening, named, served_here, until


def test_a_newcomer_gets_a_chat_and_every_page_hears_of_them(page: Page) -> None:
    with listening(page) as heard:
        joined = page.http.post("/api/people", json={"name": "  Nieuwe docent  "})
        assert joined.status_code == 201
        assert until(lambda: named(heard, "state")) == [{}]
    person = next(p for p in page.state()["people"] if p["id"] == joined.json()["id"])
    assert person["name"] == "Nieuwe docent"
    assert page.private(person["id"]) == joined.json()["chat"]


def test_every_page_hears_of_a_new_name(tmp_path: Path) -> None:
    def offered(page: Page, label: str) -> bool:
        return label in str([message["buttons"] for message in page.messages(chat)])

    with served_here(seeded(tmp_path)) as page, listening(page) as heard:
        chat = page.private("docent")
        page.say(chat, "docent", "/instellingen")
        until(lambda: offered(page, "Naam"))
        page.press(chat, "docent", "Naam")
        until(lambda: offered(page, "Terug"))
        page.say(chat, "docent", "Docent Techniek")
        until(lambda: offered(page, "Naam"))
        assert named(heard, "state") == []
        page.press(chat, "docent", "Bewaren")
        assert until(lambda: named(heard, "state")) == [{}]
        assert "Docent Techniek" in [person["name"] for person in page.state()["people"]]


@pytest.mark.parametrize("name", ["", "   ", None, "\u200b"])
def test_a_newcomer_without_a_name_is_asked_for_it(page: Page, name: str | None) -> None:
    assert page.http.post("/api/people", json={"name": name}).status_code == 422


def test_a_group_is_for_everybody_and_becomes_a_channel_that_reads_the_week(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page, listening(page) as heard:
        made = page.http.post("/api/chats", json={"title": "  Team\n keuzevakken "})
        assert made.status_code == 201
        assert until(lambda: named(heard, "state")) == [{}]
        chat = next(c for c in page.state()["chats"] if c["id"] == made.json()["chat"])
        everybody = [person["id"] for person in page.state()["people"]]
        assert chat == {
            "id": chat["id"], "title": "Team keuzevakken", "kind": "channel", "members": everybody,
        }  # fmt: skip
        page.say(chat["id"], "manager", "/kanaal")
        until(lambda: "kanaal van Regio Rivierenland" in page.messages(chat["id"])[-1]["text"])
        page.say(chat["id"], "docent", "/week")
        until(lambda: "De week van" in page.messages(chat["id"])[-1]["text"])
        asked = page.messages(chat["id"])[-1]
        page.turn(to="2021-12-02T15:30")
        summary = page.messages(chat["id"])[-1]
        assert asked["files"]
        assert summary["id"] > asked["id"]
        assert "mijlpaal gereed" in summary["text"]


def test_two_groups_of_one_name_stand_beside_each_other(page: Page) -> None:
    one, other = (page.http.post("/api/chats", json={"title": "Team"}).json()["chat"] for _ in range(2))
    assert one != other
    assert {one, other} <= {chat["id"] for chat in page.state()["chats"]}


@pytest.mark.parametrize("title", ["", "   ", None, 5, "\u200b"])
def test_a_group_without_a_name_is_refused(page: Page, title: object) -> None:
    before = page.state()["chats"]
    answer = page.http.post("/api/chats", json={"title": title})
    assert (answer.status_code, answer.json()["error"] != "") == (422, True)
    assert page.state()["chats"] == before
