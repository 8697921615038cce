"""Backups: whole, of a running bot, checked before anything is changed; the data that was there stays."""

import os
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.files import FileStore
from tests.region import seed
from tests.served import ROOT
from tests.typed import typed


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a region and a picture, and no bot on it."""
    folder = tmp_path / "data"
    store = Database(folder / "aanjager.db")
    store.write(seed).result()
    store.write(lambda tx: tx.insert("marks", name="here", value="before")).result()
    FileStore(folder / "files").put(b"a picture", "image/jpeg")
    store.close()
    return folder


@pytest.fixture
def backup(data: Path, tmp_path: Path) -> Path:
    assert typed("backup", tmp_path / "b.zip", "--data", data).status == 0
    return tmp_path / "b.zip"


def here(folder: Path) -> object:
    store = Database(folder / "aanjager.db")
    found = store.read(lambda tx: tx.value("SELECT value FROM marks WHERE name = 'here'"))
    store.close()
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder but the lock, which says nothing."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_backup_of_a_running_bot_is_whole(data: Path, tmp_path: Path) -> None:
    running = Database(data / "aanjager.db")
    running.write(lambda tx: tx.run("UPDATE marks SET value = 'while running'")).result()
    answer = typed("backup", tmp_path / "b.zip", "--data", data)
    running.close()
    assert answer.status == 0
    assert "en is nagekeken" in answer.all
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    assert typed("restore", tmp_path / "b.zip", "--data", tmp_path / "other").status == 0
    assert here(tmp_path / "other") == "while running"
    assert [path.read_bytes() for path in (tmp_path / "other/files").iterdir()] == [b"a picture"]


def test_what_stood_there_before_is_kept(data: Path, backup: Path) -> None:
    store = Database(data / "aanjager.db")
    store.write(lambda tx: tx.run("UPDATE marks SET value = 'after'")).result()
    store.close()
    answer = typed("restore", backup, "--data", data)
    assert answer.status == 0
    (kept,) = data.glob("before-restore-*")
    assert str(kept) in answer.said
    assert f"Start de bot met: aanjager run --data {data}" in " ".join(answer.said.split())
    assert (here(data), here(kept)) == ("before", "after")


def test_nothing_is_put_back_while_a_bot_runs(data: Path, backup: Path) -> None:
    running = Database(data / "aanjager.db")
    before = contents(data)
    answer = typed("restore", backup, "--data", data)
    assert answer.status == 2
    assert "Er draait al een aanjager op aanjager.db. Stop die eerst" in answer.all
    assert contents(data) == before
    running.close()


def cut(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])


def flip(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 3] ^= 0xFF
    backup.write_bytes(content)


def rewritten(change: Callable[[str, bytes], Iterator[tuple[str, bytes]]]) -> Callable[[Path], None]:
    """Return a damage that passes every file of a backup through ``change``."""

    def damage(backup: Path) -> None:
        with zipfile.ZipFile(backup) as archive:
            files = [(name, archive.read(name)) for name in archive.namelist()]
        with zipfile.ZipFile(backup, "w") as archive:
            for old, content in files:
                for name, new in change(old, content):
                    archive.writestr(name, new)

    return damage


def folder(backup: Path) -> None:
    backup.unlink()
    backup.mkdir()


def database_damaged(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    half = len(content) // 2
    yield name, content[:half] + b"\xff" * 4096 + content[half + 4096 :] if name.endswith(".db") else content


def outside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield (f"../{name}" if name.startswith("files") else name), content


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut off": cut,
    "one byte": flip,
    "empty": lambda backup: backup.write_bytes(b""),
    "no zip": lambda backup: backup.write_text("een brief"),
    "the database inside": rewritten(database_damaged),
    "a file that climbs out": rewritten(outside),
    "without its database": rewritten(
        lambda name, content: iter(()) if "db" in name else iter([(name, content)])
    ),
    "a folder": folder,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused_and_nothing_is_changed(damage: str, data: Path, backup: Path) -> None:
    DAMAGES[damage](backup)
    before = contents(data)
    answer = typed("restore", backup, "--data", data)
    assert answer.status == 2
    assert "is geen back-up van Aanjager, of het is beschadigd. Kies een andere back-up" in answer.all
    assert contents(data) == before
    assert not list(backup.parent.rglob("*.part"))


def test_a_backup_of_a_newer_version_is_refused(data: Path, tmp_path: Path) -> None:
    store = Database(data / "aanjager.db")
    store.write(
        lambda tx: tx.run("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name = 'm001_first'")
    ).result()
    store.close()
    shutil.copy(data / "aanjager.db", tmp_path / "aanjager.db")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.write(tmp_path / "aanjager.db", "aanjager.db")
    before = contents(data)
    answer = typed("restore", tmp_path / "b.zip", "--data", data)
    assert answer.status == 2
    assert "gemaakt door een nieuwere versie" in answer.all
    assert contents(data) == before


def test_a_damaged_database_is_not_backed_up(data: Path, tmp_path: Path) -> None:
    database = data / "aanjager.db"
    content = database.read_bytes()
    database.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])
    answer = typed("backup", tmp_path / "b.zip", "--data", data)
    assert answer.status == 2
    assert "beschadigd" in answer.all
    assert not (tmp_path / "b.zip").exists()


REFUSED = {
    "a name that is taken": ("b.zip", "Er is al een bestand b.zip."),
    "a folder that is not there": ("nowhere/b.zip", "kan niet geschreven worden"),
    "a folder": ("data", "Er is al een bestand data."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_backup_overwrites_nothing(case: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("of value")
    name, said = REFUSED[case]
    answer = typed("backup", tmp_path / name, "--data", data)
    assert answer.status == 2
    assert said in answer.all
    assert (tmp_path / "b.zip").read_text() == "of value"


def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    answer = typed("backup", tmp_path / "b.zip", "--data", tmp_path / "data")
    assert answer.status == 2
    assert "Er is geen database in de map" in answer.all
    assert list(tmp_path.iterdir()) == []


def test_after_a_restore_that_was_broken_off_the_bot_does_not_start(data: Path, backup: Path) -> None:
    (data / ".restoring").mkdir()
    answer = typed("run", "--data", data, AANJAGER_PAGE__ENABLED="true")
    assert answer.status == 2
    assert "Het terugzetten van een back-up in de map" in answer.all
    assert typed("restore", backup, "--data", data).status == 0
    assert here(data) == "before"


def limited(*words: object, size: int) -> subprocess.CompletedProcess[str]:
    """Type ``aanjager WORDS`` where no file can grow beyond ``size`` bytes, as on a disk that is full."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "nl_NL.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize("size", [1000, 200_000])
def test_a_full_disk_leaves_no_half_backup(size: int, data: Path, tmp_path: Path) -> None:
    for number in range(4):
        (data / "files" / f"{number:032x}.jpg").write_bytes(os.urandom(90_000))
    answer = limited("backup", tmp_path / "b.zip", "--data", data, size=size)
    assert answer.returncode == 2, answer.stderr
    assert "Maak ruimte" in answer.stderr
    assert list(tmp_path.iterdir()) == [data]


@pytest.mark.parametrize("size", [1000, 200_000])
def test_a_full_disk_stops_a_restore_before_anything_is_moved(size: int, data: Path, backup: Path) -> None:
    before = contents(data)
    answer = limited("restore", backup, "--data", data, size=size)
    assert answer.returncode == 2, answer.stderr
    assert "Maak ruimte" in answer.stderr
    assert contents(data) == before
