"""What the clock wakes: a worker does what is due and says when it wants to be woken next."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import repeat
from typing import Protocol, TypeVar

from storage.database import Store, Transaction
from storage.driver import NotKept

T = TypeVar("T")
AGAIN = timedelta(hours=1)  # after a fault of ours


class Worker(Protocol):
    """One kind of work. ``now`` is always told, so that the same code runs on a turned or a virtual clock."""

    async def work(self, now: datetime) -> datetime | None:
        """Do what is due at ``now``; return the moment of the next work (``now`` or earlier: at once), or None."""

    async def idle(self) -> None:
        """Return once nothing is in flight."""

    def bounded(self) -> "Worker":
        """The same worker for what there is to do now: it comes to an end, whatever people go on to do."""


async def written(store: Store, work: Callable[[Transaction], T]) -> T:
    """Run ``work`` in a commit; what is done at once, in memory, takes no turn of the loop."""
    future = store.write(work)
    return future.result() if future.done() else await asyncio.wrap_future(future)


class Together:
    """Commits that give nothing back, put together: what is to be written while one is made goes into the next."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._works: list[Callable[[Transaction], None]] = []
        self._batch: asyncio.Task[list[Exception | None]] | None = None
        self._alone = asyncio.Lock()

    async def write(self, work: Callable[[Transaction], None]) -> None:
        """Run ``work`` in a commit, in a savepoint of its own; raises its error, or the one of the commit."""
        place = len(self._works)
        self._works.append(work)
        if self._batch is None:
            self._batch = asyncio.create_task(self._write())
        error = (await asyncio.shield(self._batch))[place]
        if error:
            raise error

    async def _write(self) -> list[Exception | None]:
        async with self._alone:
            works, self._works, self._batch = self._works, [], None
            return await written(
                self._store, lambda tx: list(faults_in(tx, [partial(work, tx) for work in works]))
            )


def faults_in(tx: Transaction, works: Sequence[Callable[[], object]]) -> Iterator[Exception | None]:
    """Run each of these in turn; yield the fault of ours that took it back, if any, before the next is run.

    All of them are in one savepoint, for faults are few: only once there is one is each run (again) in its own.
    """
    if fault_in(tx, lambda: [work() for work in works]) is None:
        yield from repeat(None, len(works))
    else:
        yield from (fault_in(tx, work) for work in works)


def fault_in(tx: Transaction, work: Callable[[], object]) -> Exception | None:
    """Run ``work`` in a savepoint; return the fault of ours that took it back, if any.

    Raises ``NotKept``: that is no fault of what was to be done, and holds back all of it.
    """
    _result, fault = tx.attempt(work)
    if isinstance(fault, NotKept):
        raise fault
    return fault


async def settle(workers: list[Worker], now: datetime) -> datetime | None:
    """Let the workers work until nothing is due or in flight at ``now``; return the earliest next moment."""
    while True:
        worked = [await _through(worker, now) for worker in workers]
        if not any(more for _following, more in worked):
            return min((following for following, _more in worked if following is not None), default=None)


async def _through(worker: Worker, now: datetime) -> tuple[datetime | None, bool]:
    """Let one worker work until it has nothing due; return its next moment, and whether it had anything."""
    more = False
    while True:
        following = await worker.work(now)
        await worker.idle()
        if following is None or following > now:
            return following, more
        more = True
