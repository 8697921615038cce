"""A file that no record knows, because the bot was killed before its commit, is gone at the next start; no other is."""

import asyncio
from functools import partial
from pathlib import Path

from bot.app import page_app, serving
from bot.clock import TurnedClock
from storage import pictures
from storage.database import Database, Transaction
from storage.files import FileStore
from storage.messages import local_chat
from storage.messages.local_chat import LocalFile, LocalMessage
from storage.pictures import Picture
from tests.region import START, seeded

HALF = f"{'0' * 32}.jpg.part"
FOREIGN = ("notes.txt", "photo.jpg", f"{'0' * 31}.jpg", "photo.jpg.part")


def receive(tx: Transaction, key: str) -> None:
    """Keep a picture about which its sender has yet to decide."""
    pictures.receive(tx, Picture(key=key, type="image/jpeg", width=1, height=1, person="docent"), START)


def show(tx: Transaction, key: str) -> None:
    """Show a file that the bot drew; it stands in no other record."""
    drawn = LocalFile(name="Week 48", type="image/png", url=f"/files/{key}")
    said = LocalMessage(key=0, chat="c", sender="bot", text="", buttons=(), files=(drawn,), at=START)
    local_chat.post(tx, said)


def left_behind(folder: Path, *, known: bool) -> tuple[set[str], set[str]]:
    """Fill the file folder of a bot that was killed; return what records know, and all that stands there."""
    files = FileStore(folder / "files")
    database = Database(folder / "aanjager.db")
    work = (receive, show) if known else ()
    kept = {files.put(b"kept", "image/png"): keep for keep in work}
    for key, keep in kept.items():
        database.write(partial(keep, key=key)).result()
    database.close()
    files.put(b"lost", "image/jpeg")
    for name in (HALF, *FOREIGN):
        (folder / "files" / name).write_bytes(b"whose?")
    return set(kept), names(folder)


def names(folder: Path) -> set[str]:
    return {path.name for path in (folder / "files").iterdir()}


async def start(folder: Path) -> None:
    """Start the bot as ``run`` and ``demo`` do, and stop it."""
    store = Database(folder / "aanjager.db")
    async with serving(page_app(store, FileStore(folder / "files"), TurnedClock(START))):
        pass
    store.close()


def test_what_no_record_knows_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    known, before = left_behind(seeded(tmp_path), known=True)
    assert before > known
    asyncio.run(start(tmp_path))
    assert names(tmp_path) == known | set(FOREIGN)


def test_beside_a_database_that_knows_no_file_at_all_nothing_is_swept(tmp_path: Path) -> None:
    _known, before = left_behind(seeded(tmp_path), known=False)
    asyncio.run(start(tmp_path))
    assert names(tmp_path) == before


def test_a_bot_without_a_file_yet_starts(tmp_path: Path) -> None:
    asyncio.run(start(seeded(tmp_path)))
    assert not (tmp_path / "files").exists()
