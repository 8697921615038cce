"""The driver of the database: which SQLite it is, how a file is opened, copied and checked, what its errors mean.

This is the only file that knows the driver.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlite_utils

try:
    import pysqlite3.dbapi2 as sqlite3
except ImportError:  # other systems bring a current SQLite of their own
    import sqlite3

from programme.errors import AanjagerError
from programme.text import _
from storage.hold import DatabaseOutOfReach
from storage.schema import schema

SQLITE_VERSION: str = sqlite3.sqlite_version
BUSY = 5  # SQLITE_BUSY
PREPARED = 512  # statements kept for their next use: more than we have, for preparing one takes longer than running it
OWNER_ONLY = 0o600
DAMAGED = frozenset({11, 26})  # SQLITE_CORRUPT, SQLITE_NOTADB
DISK = frozenset({8, 10, 13, 14})  # SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "temp_store=MEMORY",
)
Error = sqlite3.Error


class DatabaseBroken(AanjagerError):
    """The file is not a sound database of ours."""


class NotKept(AanjagerError):
    """Nothing was kept, through no fault of what was to be: it may be tried again."""


class Locked(NotKept):
    """Another process has been writing for so long that it was not waited for."""


class NoRoom(NotKept):
    """The disk is full, or cannot be written to any more; what could not be kept was not kept in part either."""


def to_write(path: Path) -> Any:
    """Open a database file, made where there is none for its owner only, and bring it to today's schema.

    Raises:
        DatabaseBroken: it is no database, or a damaged one.
        NotKept: the disk is full, or another process is writing.
    """
    with suppress(OSError):  # it is there already, or SQLite says what is the matter
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, OWNER_ONLY))  # what SQLite puts beside it is no wider
    connection = _connected(str(path))
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        schema().apply(sqlite_utils.Database(connection))
    except sqlite3.DatabaseError as error:
        connection.close()
        told = named(error)
        raise (told if isinstance(told, NotKept) else _broken(path)) from error
    return connection


def to_read(path: Path) -> Any:
    """Open a database file only to read it."""
    return _connected(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def in_memory(copy_of: Path | None = None) -> Any:
    """Open a database in memory with today's schema, or a copy of a file; DatabaseBroken where that is none."""
    connection = _connected(":memory:")
    connection.execute("PRAGMA foreign_keys=ON")
    try:
        if copy_of:
            with closing(to_read(copy_of)) as source:
                source.backup(connection)
        schema().apply(sqlite_utils.Database(connection))
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _broken(Path(copy_of or "")) from error
    return connection


def copy(source: Path, target: Path) -> None:
    """Copy a database, running or not, to one file: a consistent moment of it.

    Raises:
        DatabaseBroken: the database is damaged.
        OSError: there is no room.
    """
    with closing(to_read(source)) as running, closing(sqlite3.connect(str(target))) as copied:
        try:
            running.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as error:
            checked(source)
            raise OSError("the copy of the database could not be written") from error


def checked(path: Path) -> Path:
    """Return a database file that is there and sound.

    Raises:
        DatabaseBroken: it is damaged, or no database.
        NotKept: the disk cannot be used, or another process is writing.
        DatabaseOutOfReach: whoever runs this may not read it.
    """
    if not os.access(path, os.R_OK):
        raise DatabaseOutOfReach(
            _("The database {file} cannot be read.", file=str(path)),
            _("Do this as the user that runs Aanjager: what people report is for that one only."),
        )
    if not sound(path):
        raise DatabaseBroken(
            _("The database {file} is damaged.", file=str(path)),
            _("Stop the bot and put a backup back: aanjager restore FILE"),
        )
    return path


def sound(path: Path) -> bool:
    """Whether the file passes SQLite's own check, and every reference in it leads somewhere.

    Raises ``NotKept`` where that cannot be found out: the disk cannot be used, or another process is writing.
    """
    try:
        with closing(to_read(path)) as connection:
            checked = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return bool(checked and connection.execute("PRAGMA foreign_key_check").fetchone() is None)
    except sqlite3.DatabaseError as error:
        told = named(error)
        if isinstance(told, NotKept):
            raise told from error
        return False


def schema_of(path: Path) -> tuple[list[str], list[str]]:
    """Return the migrations that a database lacks, and those in it that this version does not know."""
    with closing(to_read(path)) as connection:
        database = sqlite_utils.Database(connection)
        pending = [each.name for each in schema().pending(database)]
        applied = [each.name for each in schema().applied(database)]
    known = {each.name for each in schema().pending(sqlite_utils.Database(memory=True))}
    return pending, [name for name in applied if name not in known]


def named(error: Exception) -> Exception:
    """Return an error that says what to do, where the file, the disk or another process is at fault.

    Any other comes back as it is.
    """
    codes = (getattr(each, "sqlite_errorcode", 0) for each in _causes(error))
    kinds = {code & 0xFF for code in codes}  # the low byte is the kind, the rest a detail
    if BUSY in kinds:
        return Locked(
            _("Another program is writing in the database, and has been for some seconds."),
            _("Wait until it is done, or end it, and try again."),
        )
    if DAMAGED.intersection(kinds):
        return DatabaseBroken(
            _("The database is damaged."), _("Stop the bot and put a backup back: aanjager restore FILE")
        )
    if not DISK.intersection(kinds):
        return error
    return NoRoom(
        _("The disk is full, or cannot be written to."),
        _("Make room on it and start again; nothing that was confirmed is lost."),
    )


@contextmanager
def damage_named() -> Iterator[None]:
    """Raise ``DatabaseBroken`` for the driver's error where the file is damaged; any other as it is."""
    try:
        yield
    except sqlite3.Error as error:
        told = named(error)
        if not isinstance(told, DatabaseBroken):
            raise
        raise told from error


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _connected(name: str, *, uri: bool = False) -> Any:
    """Connect without transactions of the driver's own, from any thread."""
    return sqlite3.connect(
        name, uri=uri, isolation_level=None, check_same_thread=False, cached_statements=PREPARED
    )


def _broken(path: Path) -> DatabaseBroken:
    return DatabaseBroken(
        _("The database {file} cannot be opened.", file=path.name),
        _("Restore a backup with: aanjager restore FILE"),
    )
