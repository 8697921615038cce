"""The database: one writer thread that commits in groups, readers on connections of their own.

All writes go through ``write``: a function of a ``Transaction``, run on the writer thread inside a savepoint of its
own. What waits is taken together into one ``BEGIN IMMEDIATE`` and one durable commit, and nobody is told before it.
This is the only file that knows the driver.
"""

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

import sqlite_utils

try:
    import pysqlite3.dbapi2 as sqlite3
except ImportError:  # other systems bring a current SQLite of their own
    import sqlite3

from programme.errors import AanjagerError
from programme.text import _
from storage.hold import hold, make_folder
from storage.schema import schema

T = TypeVar("T")
Row = dict[str, Any]
SQLITE_VERSION: str = sqlite3.sqlite_version
GROUP = 512
BUSY = 5  # SQLITE_BUSY
DISK = frozenset({8, 10, 13, 14})  # SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "temp_store=MEMORY",
)


class DatabaseBroken(AanjagerError):
    """The file is not a sound database of ours."""


class NotKept(AanjagerError):
    """Nothing was kept, through no fault of what was to be: it may be tried again."""


class Locked(NotKept):
    """Another process has been writing for so long that it was not waited for."""


class NoRoom(NotKept):
    """The disk is full, or cannot be written to any more; what could not be kept was not kept in part either."""


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
        self._connection = self._open()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def _open(self) -> Any:
        connection = sqlite3.connect(str(self.path), isolation_level=None, check_same_thread=False)
        try:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            schema().apply(sqlite_utils.Database(connection))
        except sqlite3.DatabaseError as error:
            connection.close()
            self._release()
            if isinstance(later := _named(error), NotKept):
                raise later from error
            raise _broken(self.path) from error
        return connection

    def write(self, work: Work[T]) -> "Future[T]":
        """Hand ``work`` to the writer thread."""
        future: Future[T] = Future()
        self._queue.put((work, future))
        return future

    def read(self, work: Work[T]) -> T:
        """Run ``work`` on this thread's own read-only connection, in one snapshot."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                _only_to_read(self.path), uri=True, isolation_level=None, check_same_thread=False
            )
            self._local.connection = connection
            self._readers.append(connection)
        with _span(connection, "BEGIN"):
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
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA foreign_keys=ON")
        try:
            if copy_of:
                with closing(sqlite3.connect(_only_to_read(copy_of), uri=True)) as source:
                    source.backup(self._connection)
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise _broken(Path(copy_of or "")) from error
        schema().apply(sqlite_utils.Database(self._connection))

    def write(self, work: Work[T]) -> "Future[T]":
        """Run ``work`` now; the future that comes back is done."""
        future: Future[T] = Future()
        _commit(self._connection, [(work, future)])
        return future

    def read(self, work: Work[T]) -> T:
        """Run ``work`` now."""
        return work(Transaction(self._connection))

    def close(self) -> None:
        """Forget everything."""
        self._connection.close()


def copy(source: Path, target: Path) -> None:
    """Copy a database, running or not, to one file: a consistent moment of it. OSError where there is no room."""
    with (
        closing(sqlite3.connect(_only_to_read(source), uri=True)) as running,
        closing(sqlite3.connect(str(target))) as copied,
    ):
        try:
            running.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            raise OSError("the copy of the database could not be written") from error


def sound(path: Path) -> bool:
    """Whether the file passes SQLite's own check, and every reference in it leads somewhere."""
    try:
        with closing(sqlite3.connect(_only_to_read(path), uri=True)) as connection:
            checked = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return bool(checked and connection.execute("PRAGMA foreign_key_check").fetchone() is None)
    except sqlite3.DatabaseError:
        return False


def schema_of(path: Path) -> tuple[list[str], list[str]]:
    """Return the migrations that a database lacks, and those in it that this version does not know."""
    with closing(sqlite3.connect(_only_to_read(path), uri=True)) as connection:
        database = sqlite_utils.Database(connection)
        pending = [each.name for each in schema().pending(database)]
        applied = [each.name for each in schema().applied(database)]
    known = {each.name for each in schema().pending(sqlite_utils.Database(memory=True))}
    return pending, [name for name in applied if name not in known]


def _only_to_read(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"


def _commit(connection: Any, group: list[tuple[Work[Any], Future[Any]]]) -> None:
    """Run a group in one commit. An error takes back its own function only; a lost transaction, the group."""
    told: list[tuple[Future[Any], Any, BaseException | None]] = []
    try:
        connection.execute("BEGIN IMMEDIATE")
        for work, future in group:
            if _awaited(future):
                told.append((future, *_attempt(connection, work)))
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        told = [(future, None, _named(error)) for _work, future in group if _awaited(future)]
    for future, result, failure in told:
        if failure:
            future.set_exception(failure)
        else:
            future.set_result(result)


def _named(error: Exception) -> Exception:
    """Return an error that says what to do, where the disk or another process is at fault; any other as it is."""
    codes = (getattr(each, "sqlite_errorcode", 0) for each in (error, error.__cause__))
    kinds = {code & 0xFF for code in codes}  # the low byte is the kind, the rest a detail
    if BUSY in kinds:
        return Locked(
            _("Another program is writing in the database, and has been for some seconds."),
            _("Wait until it is done, or end it, and try again."),
        )
    if not DISK.intersection(kinds):
        return error
    return NoRoom(
        _("The disk is full, or cannot be written to."),
        _("Make room on it and start again; nothing that was confirmed is lost."),
    )


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


def _attempt(connection: Any, work: Work[T]) -> tuple[T | None, BaseException | None]:
    connection.execute("SAVEPOINT one")
    try:
        result = work(Transaction(connection))
    except Exception as error:  # every error belongs to whoever waits for this function
        if not connection.in_transaction:
            raise sqlite3.OperationalError("the transaction was taken back as a whole") from error
        connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")
        return None, _bearable(error)
    connection.execute("RELEASE one")
    return result, None


@contextmanager
def _span(connection: Any, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _broken(path: Path) -> DatabaseBroken:
    return DatabaseBroken(
        _("The database {file} cannot be opened.", file=path.name),
        _("Restore a backup with: aanjager restore FILE"),
    )
