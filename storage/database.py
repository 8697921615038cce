"""The database: one writer thread that commits in groups, readers on connections of their own.

All writes go through ``write``: a function of a ``Transaction``, run on the writer thread inside a savepoint of its
own. What waits is taken together into one ``BEGIN IMMEDIATE`` and one durable commit, and nobody is told before it.
"""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from storage import driver
from storage.hold import hold, make_folder

T = TypeVar("T")
Row = dict[str, Any]
GROUP = 512


class Transaction:
    """Reads and writes inside the commit that is being made; values are bound by name (``:name``)."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def rows(self, sql: str, **values: object) -> list[Row]:
        """Return every row of a query as a dictionary."""
        cursor = self._connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, **values: object) -> Row | None:
        """Return the first row of a query, or None."""
        rows = self.rows(sql, **values)
        return rows[0] if rows else None

    def value(self, sql: str, **values: object) -> Any:
        """Return the first column of the first row, or None."""
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def run(self, sql: str, **values: object) -> int:
        """Run a statement that changes rows; return how many it changed."""
        return int(self._connection.execute(sql, values).rowcount)

    def insert(self, table: str, **values: object) -> int:
        """Insert a row and return its rowid."""
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        return int(
            self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid
        )

    def run_all(self, sql: str, many: Iterable[Mapping[str, object]]) -> None:
        """Run a statement that changes rows once for each of many sets of values."""
        if each := tuple(many):  # none at all is often so, and costs as much as one
            self._connection.executemany(sql, each)

    def attempt(self, work: Callable[[], T]) -> tuple[T | None, Exception | None]:
        """Return what ``work`` returns, or the error that took back all that it wrote, and nothing else.

        An error with which the whole transaction went is raised.
        """
        self._connection.execute("SAVEPOINT one")
        try:
            result = work()
        except Exception as error:  # every error belongs to whoever asked for this
            if not self._connection.in_transaction:
                raise driver.Error("the transaction was taken back as a whole") from error
            self._connection.execute("ROLLBACK TO one")
            self._connection.execute("RELEASE one")
            return None, driver.named(error)
        self._connection.execute("RELEASE one")
        return result, None


Work = Callable[[Transaction], T]


class Store(Protocol):
    """Where functions of a transaction are run: a database file with its threads, or a copy in memory."""

    def write(self, work: Work[T]) -> "Future[T]":
        """Run ``work`` in a commit; the future is done when that commit is durable, or has its error."""

    def read(self, work: Work[T]) -> T:
        """Run ``work`` on committed data, seeing one moment of it."""


class Database:
    """A database file (or, for tests, a path that is created). Opening migrates it to today's schema."""

    def __init__(self, path: Path, *, alone: bool = True) -> None:
        self.path = path
        make_folder(path.parent)
        self._lock = hold(path) if alone else None
        self._local = threading.local()
        self._readers: list[Any] = []
        self._queue: queue.SimpleQueue[tuple[Work[Any], Future[Any]] | None] = queue.SimpleQueue()
        try:
            self._connection = driver.to_write(path)
        except BaseException:
            self._release()
            raise
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def write(self, work: Work[T]) -> "Future[T]":
        """Hand ``work`` to the writer thread."""
        future: Future[T] = Future()
        self._queue.put((work, future))
        return future

    def read(self, work: Work[T]) -> T:
        """Run ``work`` on this thread's own read-only connection, in one snapshot."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = driver.to_read(self.path)
            self._readers.append(connection)
        with driver.damage_named(), _snapshot(connection):
            return work(Transaction(connection))

    def close(self) -> None:
        """Finish what waits, then close; nothing can be written afterwards."""
        self._queue.put(None)
        self._thread.join()
        for connection in [*self._readers, self._connection]:
            connection.close()
        self._release()

    def _release(self) -> None:
        if self._lock:
            self._lock.close()

    def _work(self) -> None:
        while (first := self._queue.get()) is not None:
            group = [first, *self._waiting()]
            stop = group[-1] is None
            _commit(self._connection, [one for one in group if one])
            if stop:
                return

    def _waiting(self) -> Iterator[Any]:
        for _count in range(GROUP):
            try:
                one = self._queue.get_nowait()
            except queue.Empty:
                return
            yield one
            if one is None:
                return


class MemoryStore:
    """A database in memory, run on the caller's thread: for rehearsals and tests of rules."""

    def __init__(self, copy_of: Path | None = None) -> None:
        self._connection = driver.in_memory(copy_of)

    def write(self, work: Work[T]) -> "Future[T]":
        """Run ``work`` now; the future that comes back is done."""
        future: Future[T] = Future()
        _commit(self._connection, [(work, future)])
        return future

    def read(self, work: Work[T]) -> T:
        """Run ``work`` now."""
        with driver.damage_named():
            return work(Transaction(self._connection))

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()


def _commit(connection: Any, group: list[tuple[Work[Any], Future[Any]]]) -> None:
    """Run a group in one commit. An error takes back its own function only; a lost transaction, the group."""
    transaction = Transaction(connection)
    told: list[tuple[Future[Any], Any, Exception | None]] = []
    try:
        connection.execute("BEGIN IMMEDIATE")
        for work, future in group:
            if _awaited(future):
                told.append((future, *transaction.attempt(partial(work, transaction))))
        connection.execute("COMMIT")
    except driver.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        told = [(future, None, driver.named(error)) for _work, future in group if _awaited(future)]
    for future, result, failure in told:
        if failure:
            future.set_exception(_bearable(failure))
        else:
            future.set_result(result)


def _awaited(future: Future[Any]) -> bool:
    """Whether somebody still waits for this; from here on it can no longer be cancelled."""
    return future.running() or future.set_running_or_notify_cancel()


def _bearable(error: Exception) -> Exception:
    """Return the error, or one in its place that a coroutine can be told of: asyncio never delivers StopIteration."""
    if not isinstance(error, StopIteration):
        return error
    bearable = RuntimeError("the function raised StopIteration")
    bearable.__cause__ = error
    return bearable


@contextmanager
def _snapshot(connection: Any) -> Iterator[None]:
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
