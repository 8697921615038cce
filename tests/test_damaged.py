"""A database that is damaged: whatever is typed, the answer is what ``doctor`` says, never that it is our fault."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from storage.database import Database
from storage.driver import DatabaseBroken, checked
from storage.hold import DatabaseOutOfReach
from storage.people import people
from tests.plan_documents import ROWS, word
from tests.times import calendar_file
from tests.two_regions import seeded
from tests.typed import typed

PAGE = 4096
ANSWER = "aanjager.db is beschadigd. Stop de bot en zet een back-up terug: aanjager restore BESTAND"


def overwritten(first: int, last: int | None, filling: bytes) -> Callable[[bytes], bytes]:
    """Return what overwrites the pages from ``first`` until ``last``, or to the end."""

    def overwrite(content: bytes) -> bytes:
        end = len(content) if last is None else last * PAGE
        return content[: first * PAGE] + filling * (end - first * PAGE) + content[end:]

    return overwrite


def behind_the_header(content: bytes) -> bytes:
    return content[:100] + b"\xff" * (PAGE - 100) + content[PAGE:]


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def none(content: bytes) -> bytes:
    return b"geen database" * 100


HOW: dict[str, Callable[[bytes], bytes]] = {
    "the first page": overwritten(0, 1, b"\0"),
    "what stands behind the header": behind_the_header,
    "pages in the middle": overwritten(2, 4, b"\xff"),
    "all pages but the first": overwritten(1, None, b"\0"),
    "half of it gone": half,
    "no database at all": none,
}


@pytest.fixture(params=HOW)
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = seeded(tmp_path / "data")
    file = folder / "aanjager.db"
    file.write_bytes(HOW[request.param](file.read_bytes()))
    return folder


def commands(folder: Path) -> list[tuple[object, ...]]:
    calendar = folder / "kerst.ics"
    calendar.write_text(calendar_file("Kerstvakantie", date(2021, 12, 25), date(2022, 1, 10)))
    plan = word(folder / "plan.docx", (3, "Activiteit 1 Op bezoek"), ROWS)
    return [
        ("rehearse", "--region=N", "--from=2021-12-01", "--until=2021-12-31"),
        ("invite", "--region=N", "--role=docent"),
        ("import", plan, "--region=STO26099"),
        ("import", plan, "--region=STO26099", "--dry-run"),
        ("import", plan, "--region=STO26099", "--json"),
        ("calendar", calendar, "--region=N"),
    ]


def test_every_command_says_what_doctor_says_of_a_damaged_database(data: Path, tmp_path: Path) -> None:
    before = (data / "aanjager.db").read_bytes()
    assert ANSWER in typed("doctor", "--data", data, COLUMNS="400").all
    for words in commands(tmp_path):
        answer = typed(*words, "--data", data, COLUMNS="400")
        assert answer.status == 2, words
        assert ANSWER in " ".join(answer.complained.split()), words
    saved = typed("backup", tmp_path / "a.zip", "--data", data)
    assert (saved.status, "beschadigd" in saved.all) == (2, True)
    assert (data / "aanjager.db").read_bytes() == before


def test_a_damaged_page_that_is_read_or_written_later_is_named(tmp_path: Path) -> None:
    file = seeded(tmp_path) / "aanjager.db"
    store = Database(file)
    root = store.read(lambda tx: tx.value("SELECT rootpage FROM sqlite_master WHERE name = 'regions'"))
    store.close()
    content = file.read_bytes()
    file.write_bytes(overwritten(root - 1, root, b"\xff")(content))
    store = Database(file)
    try:
        with pytest.raises(DatabaseBroken):
            store.read(people.regions)
        with pytest.raises(DatabaseBroken):
            store.write(people.regions).result()
    finally:
        store.close()


def test_a_database_that_may_not_be_read_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(DatabaseOutOfReach):
        checked(seeded(tmp_path) / "aanjager.db")
