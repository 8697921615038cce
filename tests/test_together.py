"""What lands at the same moment is written in few commits, each part in a savepoint of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from jobs.worker import Together
from programme.text import _
from storage import marks
from storage.database import Database, Transaction
from storage.driver import NoRoom

T = TypeVar("T")
MANY = 20


class Counted(Database):
    """A database that counts what it is asked to write; ``full``: and has no room for it."""

    asked = 0
    full = False

    def write(self, work: Callable[[Transaction], T]) -> "Future[T]":
        self.asked += 1
        if not self.full:
            return super().write(work)
        refused: Future[T] = Future()
        refused.set_exception(NoRoom(_("Text"), _("Text")))
        return refused


def note(tx: Transaction, name: str) -> None:
    marks.set_mark(tx, name, name)
    if name == "3":
        raise KeyError("a fault of ours")


def written_at_once(store: Database) -> list[BaseException | None]:
    async def run() -> list[BaseException | None]:
        together = Together(store)
        works = (together.write(partial(note, name=str(number))) for number in range(MANY))
        return await asyncio.gather(*works, return_exceptions=True)

    return asyncio.run(run())


@pytest.fixture
def store(tmp_path: Path) -> Counted:
    return Counted(tmp_path / "aanjager.db")


def test_what_lands_at_once_is_written_at_once_and_a_fault_takes_back_its_own_only(store: Counted) -> None:
    ends = written_at_once(store)
    assert [type(one) for one in ends] == [KeyError if number == 3 else type(None) for number in range(MANY)]
    kept = store.read(lambda tx: [name for name in map(str, range(MANY)) if marks.mark(tx, name)])
    assert kept == [str(number) for number in range(MANY) if number != 3]
    assert store.asked == 1
    store.close()


def test_a_commit_that_fails_is_told_to_all_who_were_in_it(store: Counted) -> None:
    store.full = True
    assert {type(one) for one in written_at_once(store)} == {NoRoom}
    store.full = False
    assert [type(one) for one in written_at_once(store)].count(KeyError) == 1, "and the next go on"
    store.close()


def test_who_gives_up_waiting_takes_nothing_from_the_others(store: Counted) -> None:
    async def run() -> None:
        together = Together(store)
        tasks = [asyncio.create_task(together.write(partial(note, name=name))) for name in ("1", "2")]
        await asyncio.sleep(0)
        tasks[0].cancel()
        await tasks[1]

    asyncio.run(run())
    assert store.read(lambda tx: marks.mark(tx, "2")) == "2"
    store.close()
