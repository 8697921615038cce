"""The writer thread: durable in groups, each function on its own, nobody told too early."""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from storage.database import Database, MemoryStore, Transaction
from storage.driver import SQLITE_VERSION, DatabaseBroken, Locked, NoRoom, copy, schema_of, sound
from storage.files import FileStore
from storage.hold import DatabaseBusy


def mark(name: str) -> "object":
    return lambda tx: tx.run("INSERT INTO marks (name, value) VALUES (:name, '')", name=name)


def names(tx: Transaction) -> list[str]:
    return [row["name"] for row in tx.rows("SELECT name FROM marks ORDER BY name")]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Write in a database as another process does, and take its time."""
    other = Database(path, alone=False)
    started, go_on = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        started.set()
        go_on.wait(20)

    other.write(hold)
    started.wait(20)
    try:
        yield
    finally:
        go_on.set()
        other.close()


@pytest.fixture
def database(tmp_path: Path) -> "object":
    database = Database(tmp_path / "test.db")
    yield database
    database.close()


def test_a_failing_function_takes_back_only_itself(database: Database) -> None:
    def fail(tx: Transaction) -> None:
        tx.run("INSERT INTO marks (name, value) VALUES ('lost', '')")
        raise ValueError("no")

    futures: list[Future[object]] = [database.write(work) for work in (mark("a"), fail, mark("b"))]  # type: ignore[arg-type]
    wait(futures)
    assert isinstance(futures[1].exception(), ValueError)
    assert database.read(names) == ["a", "b"]


def test_a_failing_part_of_a_function_takes_back_only_itself(database: Database) -> None:
    def part(tx: Transaction, name: str, *, fails: bool = False) -> str:
        tx.run("INSERT INTO marks (name, value) VALUES (:name, '')", name=name)
        if fails:
            raise ValueError("no")
        return name

    def whole(tx: Transaction) -> tuple[object, ...]:
        first, error = tx.attempt(lambda: part(tx, "lost", fails=True))
        return first, type(error), *tx.attempt(lambda: part(tx, "kept"))

    assert database.write(whole).result() == (None, ValueError, "kept", None)
    assert database.read(names) == ["kept"]


def test_what_is_told_is_durable_for_another_connection(database: Database, tmp_path: Path) -> None:
    database.write(mark("a")).result()  # type: ignore[arg-type]
    other = MemoryStore(copy_of=tmp_path / "test.db")
    assert other.read(names) == ["a"]
    other.close()


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match="readonly"):
        database.read(mark("a"))  # type: ignore[arg-type]


def test_a_full_disk_takes_back_the_whole_group_and_tells_everyone(database: Database) -> None:
    database.write(lambda tx: tx.value("PRAGMA max_page_count=1")).result()

    def fill(tx: Transaction) -> None:
        for number in range(2000):
            tx.run(
                "INSERT INTO marks (name, value) VALUES (:name, :value)", name=str(number), value="x" * 1000
            )

    for work in (fill, lambda tx: tx.attempt(partial(fill, tx))):
        assert isinstance(database.write(work).exception(), NoRoom)
    database.write(lambda tx: tx.value("PRAGMA max_page_count=1000000")).result()
    assert database.read(names) == []
    database.write(mark("after")).result()  # type: ignore[arg-type]
    assert database.read(names) == ["after"]


def test_another_process_that_writes_is_named_and_nothing_is_kept_in_part(
    database: Database, tmp_path: Path
) -> None:
    database.write(lambda tx: tx.value("PRAGMA busy_timeout=1")).result()
    with locked(tmp_path / "test.db"):
        both: list[Future[object]] = [database.write(mark(name)) for name in ("a", "b")]  # type: ignore[arg-type]
        assert [type(one.exception()) for one in both] == [Locked, Locked]
    database.write(mark("after")).result()  # type: ignore[arg-type]
    assert database.read(names) == ["after"]


def test_a_locked_file_is_not_called_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database(tmp_path / "test.db").close()
    with locked(tmp_path / "test.db"):
        monkeypatch.setattr("storage.driver.PRAGMAS", ("busy_timeout=1", "user_version=1"))
        with pytest.raises(Locked):
            Database(tmp_path / "test.db", alone=False)


def test_a_second_bot_on_the_same_file_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(DatabaseBusy):
        Database(tmp_path / "test.db")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(DatabaseBroken):
        Database(tmp_path / "broken.db")
    assert not sound(tmp_path / "broken.db")


def test_a_backup_of_a_running_database_is_sound_and_whole(database: Database, tmp_path: Path) -> None:
    for number in range(100):
        database.write(mark(str(number)))  # type: ignore[arg-type]
    database.write(mark("last")).result()  # type: ignore[arg-type]
    copy(tmp_path / "test.db", tmp_path / "copy.db")
    assert sound(tmp_path / "copy.db")
    copied = MemoryStore(copy_of=tmp_path / "copy.db")
    assert len(copied.read(names)) == 101
    copied.close()


def test_sqlite_is_free_of_the_known_corruption() -> None:
    assert tuple(int(part) for part in SQLITE_VERSION.split(".")) >= (3, 51, 3)


def test_a_schema_is_told_apart_from_an_older_and_a_newer_one(database: Database, tmp_path: Path) -> None:
    assert schema_of(tmp_path / "test.db") == ([], [])
    database.write(
        lambda tx: tx.run("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name = 'm001_first'")
    ).result()
    pending, unknown = schema_of(tmp_path / "test.db")
    assert pending[0] == "m001_first"
    assert "m999_later" in unknown


def test_whoever_stops_waiting_does_not_stop_the_writer(tmp_path: Path) -> None:
    database = Database(tmp_path / "d.db")
    started, go_on = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        started.set()
        go_on.wait(10)

    running = database.write(hold)
    started.wait(10)
    waiting = database.write(lambda tx: tx.insert("marks", name="never", value=""))
    assert not running.cancel()
    assert waiting.cancel()
    go_on.set()
    database.write(lambda tx: tx.insert("marks", name="after", value="")).result(10)
    assert [row["name"] for row in database.read(lambda tx: tx.rows("SELECT name FROM marks"))] == ["after"]
    database.close()


@pytest.fixture
def generous() -> Iterator[None]:
    """A process that lets everybody read what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.usefixtures("generous")
def test_what_is_made_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "data"
    store = Database(folder / "aanjager.db")
    store.write(lambda tx: tx.run("CREATE TABLE things (name TEXT)")).result()
    FileStore(folder / "files").put(b"", "image/jpeg")
    made = {path.name: mode(path) for path in folder.glob("aanjager.db*") if path.suffix != ".lock"}
    store.close()
    assert made == {"aanjager.db": 0o600, "aanjager.db-wal": 0o600, "aanjager.db-shm": 0o600}
    assert (mode(folder), mode(folder / "files")) == (0o700, 0o700)


@pytest.mark.usefixtures("generous")
def test_what_was_there_keeps_the_rights_that_somebody_gave_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o750)
    Database(folder / "aanjager.db").close()
    (folder / "aanjager.db").chmod(0o640)
    Database(folder / "aanjager.db").close()
    assert (mode(folder), mode(folder / "aanjager.db")) == (0o750, 0o640)
