"""Text that steers instead of being read: from the page and from plan files, it is taken in without its tricks."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.plan_import import PlanUnreadable, read_plan
from programme.text import visible
from tests.plan_documents import ROWS, word, workbook
from tests.region import seeded
from tests.served import Page, served_here, until

TRICKS = "\x00\x1b[31m\x9b2J\ud800\u202e\u2066\x07"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with served_here(seeded(tmp_path_factory.mktemp("hostile"))) as running:
        yield running


def post(page: Page, path: str, body: object) -> httpx.Response:
    return page.http.post(path, content=json.dumps(body))


@pytest.mark.parametrize(
    "text", ["\ud800", f"pilot{TRICKS} gedraaid", "a\x00b", "\u202etxt.exe", "\u200b\u200d\u2060"]
)
def test_a_message_with_tricks_is_taken_in_and_answered(page: Page, text: str) -> None:
    chat = page.private("docent")
    answer = post(page, f"/api/chats/{chat}/messages", {"as": "docent", "text": text})
    assert answer.status_code == (202 if visible(text) else 422)
    assert all(visible(each["text"]) == each["text"] for each in page.messages(chat))


def test_a_button_of_half_a_character_is_a_button_that_is_not_there(page: Page) -> None:
    chat = page.private("manager")
    assert (
        post(page, f"/api/chats/{chat}/messages", {"as": "manager", "button": "x\ud800"}).status_code == 202
    )
    assert until(lambda: page.turn(advance="PT0S").status_code == 200)


@pytest.mark.parametrize(
    ("name", "status"), [(1, 422), (["x"], 422), ({"a": 1}, 422), ("\ud800", 422), ("\u200b", 422)]
)
def test_a_name_is_text(page: Page, name: object, status: int) -> None:
    assert post(page, "/api/people", {"name": name}).status_code == status


def test_a_name_turns_nothing_around(page: Page) -> None:
    assert post(page, "/api/people", {"name": f"Sam{TRICKS}\nde Vries"}).status_code == 201
    assert "Sam[31m2J de Vries" in [one["name"] for one in page.state()["people"]]


@pytest.mark.parametrize("path", ["/page/" + "a" * 5000 + ".js", "/files/" + "a" * 5000, "/page/..%2fapp.py"])
def test_a_path_that_no_file_can_have_is_not_there(page: Page, path: str) -> None:
    assert page.http.get(path).status_code == 404


@given(st.text())
def test_what_is_visible_stays_so_and_fits_every_file(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert seen.encode().decode() == seen


@pytest.mark.parametrize(
    "text",
    [
        "één\ttab\nregel",
        "👍🏽 👩‍🏫",
        "❤️ top",
        "🏴\U000e0067\U000e0062\U000e007f",
        "עברית",
        "e\u0301",
        "می\u200cشود",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u200d\u200b\u200d",
        "\ufeff\u200c",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\U000e0001",
        "\u00ad",
        "\u200e",
    ],
)
def test_what_takes_no_room_is_nothing(text: str) -> None:
    assert visible(text) == ""
    assert visible(f"Sam {text}") == "Sam "


def csv(path: Path, rows: list[list[str]], encoding: str) -> Path:
    path.write_text("\n".join(";".join(f'"{cell}"' for cell in row) for row in rows), encoding)
    return path


TITLE = "Maak \x1b[2J\u202e een [bold]plan[/bold]"
READ = "Maak [2J een [bold]plan[/bold]"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_titles_of_a_plan_are_read_without_their_tricks(tmp_path: Path, encoding: str) -> None:
    rows = [[TITLE if cell == ROWS[3][0] else cell for cell in row] for row in ROWS]
    plan = read_plan(csv(tmp_path / "plan.csv", rows, encoding))
    assert READ in [one.title for one in plan.milestones]


@pytest.mark.parametrize("content", ["Wat;Wanneer\n".encode("utf-16"), b"Wat;Wanneer\nPi\0lot;2026\n"])
def test_a_table_with_nothing_signs_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.csv").write_bytes(content)
    with pytest.raises(PlanUnreadable):
        read_plan(tmp_path / "plan.csv")


def test_the_text_of_a_workbook_and_a_paper_is_read_without_its_tricks(tmp_path: Path) -> None:
    rows = [["Maak\x9b \u202een plan" if cell == ROWS[3][0] else cell for cell in row] for row in ROWS]
    for path in (word(tmp_path / "plan.docx", rows), workbook(tmp_path / "plan.xlsx", {"P": rows})):
        assert "Maak en plan" in [one.title for one in read_plan(path).milestones]
