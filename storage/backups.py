"""Backups: one zip file with the database at one moment, and the pictures and papers that go with it.

In it stand ``aanjager.db`` and ``files/KEY``. It is made beside a running bot, which goes on writing; it is put back
only while no bot runs, and what stood there before is moved aside, never deleted.
"""

import os
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from programme.errors import AanjagerError
from programme.text import _
from storage.driver import DatabaseBroken, copy, schema_of, sound
from storage.hold import hold

DATABASE = "aanjager.db"
FILES = "files"
RESTORING = ".restoring"
ENTRY = re.compile(r"aanjager\.db|files/[0-9a-f]{32}\.\w{3}")

Progress = Callable[[int, int], None]


class BackupRefused(AanjagerError):
    """A backup that cannot be made, or cannot be put back; nothing was changed."""


class RestoreUnfinished(AanjagerError):
    """A restore was broken off half-way; the bot must not start on what is there."""


def back_up(folder: Path, target: Path, progress: Progress) -> int:
    """Write a backup of a data folder to ``target``, a new file; return its size in bytes.

    ``progress`` hears how many bytes of how many are done.
    """
    if not (folder / DATABASE).is_file():
        raise BackupRefused(
            _("There is no database in the folder {folder}.", folder=str(folder)),
            _("Name the right folder with --data, or in settings.toml."),
        )
    with _new_file(target) as part, tempfile.TemporaryDirectory(dir=target.absolute().parent) as scratch:
        database = Path(scratch) / DATABASE
        copy(folder / DATABASE, database)
        if not sound(database):
            raise DatabaseBroken(
                _("The database {file} is damaged; no backup was made.", file=DATABASE),
                _("Restore an earlier backup with: aanjager restore FILE"),
            )
        _write(part, [(database, DATABASE), *_files(folder)], progress)
        _check(part)
        return part.stat().st_size


def _files(folder: Path) -> list[tuple[Path, str]]:
    """Return what is kept beside the database; read after it, so that no file that it names is missing."""
    kept = sorted((folder / FILES).glob("*")) if (folder / FILES).is_dir() else []
    named = [(path, f"{FILES}/{path.name}") for path in kept]
    return [(path, name) for path, name in named if ENTRY.fullmatch(name)]


def _write(part: Path, entries: list[tuple[Path, str]], progress: Progress) -> None:
    total = sum(_size(path) for path, _name in entries)
    done = 0
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for path, name in entries:
            try:
                archive.write(path, name)
            except FileNotFoundError:  # withdrawn in the meantime; then it must not be in the backup either
                continue
            done += _size(path)
            progress(done, total)
    with part.open("rb") as written:
        os.fsync(written.fileno())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """Yield where to write; it becomes ``target`` when all went well, and nothing is left when it did not.

    ``target`` is claimed first, so that two backups cannot take the same name. Readable for the owner only.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise BackupRefused(
            _("There is a file {file} already.", file=target.name), _("Choose another name for the backup.")
        ) from error
    except OSError as error:
        raise _unwritten(target) from error
    part = target.with_name(target.name + ".part")
    try:
        part.touch(0o600)
        yield part
        part.replace(target)
    except BaseException as error:
        part.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritten(target) from error
        raise


def _unwritten(target: Path) -> BackupRefused:
    return BackupRefused(
        _("The backup cannot be written to {file}.", file=str(target)),
        _("Name a file in a folder that is there and in which you may write. Make room if the disk is full."),
    )


def restore(folder: Path, source: Path, now: datetime, progress: Progress) -> Path | None:
    """Put a backup back into a data folder; return where the data that stood there is kept, if there was any.

    Raises ``DatabaseBusy`` while a bot runs, ``BackupRefused`` when the backup is not sound; nothing is changed then.
    """
    _check(source)
    with hold(folder / DATABASE):
        ready = folder / RESTORING
        shutil.rmtree(ready, ignore_errors=True)
        try:
            _unpack(source, ready, progress)
        except BaseException as error:
            shutil.rmtree(ready, ignore_errors=True)
            if isinstance(error, OSError):
                raise _no_room(folder) from error
            raise
        return _exchange(folder, ready, now)


def _no_room(folder: Path) -> BackupRefused:
    return BackupRefused(
        _("The backup cannot be put back into {folder}.", folder=str(folder)),
        _("Make room on the disk, or take the right to write there; nothing was changed."),
    )


def _exchange(folder: Path, ready: Path, now: datetime) -> Path | None:
    """Move the old data aside and the new into place. Broken off, ``ready`` stays, and the bot does not start."""
    old = [folder / name for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", FILES)]
    aside = folder / f"before-restore-{now:%Y%m%d-%H%M%S}"
    kept = [path for path in old if path.exists()]
    if kept:
        aside.mkdir(mode=0o700)
    for path in kept:
        path.rename(aside / path.name)
    if (ready / FILES).exists():
        (ready / FILES).rename(folder / FILES)
    (ready / DATABASE).rename(folder / DATABASE)
    ready.rmdir()
    return aside if kept else None


def _unpack(source: Path, ready: Path, progress: Progress) -> None:
    ready.mkdir(mode=0o700)
    done = 0
    with zipfile.ZipFile(source) as archive:
        total = sum(entry.file_size for entry in archive.infolist())
        if total > shutil.disk_usage(ready).free:
            raise BackupRefused(
                _("There is not enough room on the disk for what is in the backup."),
                _("Make room and try again; {megabytes} MB are needed.", megabytes=total // 1_000_000 + 1),
            )
        for entry in archive.infolist():
            archive.extract(entry, ready)
            done += entry.file_size
            progress(done, total)
    (ready / DATABASE).chmod(0o600)
    if (ready / FILES).exists():
        (ready / FILES).chmod(0o700)
    _check_database(source, ready / DATABASE)


def _check_database(source: Path, database: Path) -> None:
    if not sound(database):
        raise _damaged(source)
    if schema_of(database)[1]:
        raise BackupRefused(
            _("The backup {file} was made by a newer version of Aanjager.", file=source.name),
            _("Install that version first, and try again."),
        )


def _check(source: Path) -> None:
    """Refuse what is no backup of ours, or is damaged: every byte is read and compared with its checksum."""
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            whole = archive.testzip() is None
    except FileNotFoundError as error:
        raise BackupRefused(
            _("There is no file {file}.", file=str(source)), _("Name the file that aanjager backup has made.")
        ) from error
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise _damaged(source) from error
    ours = DATABASE in names and len(set(names)) == len(names) and all(map(ENTRY.fullmatch, names))
    if not (whole and ours):
        raise _damaged(source)


def _damaged(source: Path) -> BackupRefused:
    return BackupRefused(
        _("The file {file} is no backup of Aanjager, or it is damaged.", file=source.name),
        _("Choose another backup; nothing was changed."),
    )


def refuse_half_restored(folder: Path) -> None:
    """Raise ``RestoreUnfinished`` where a restore was broken off."""
    if (folder / RESTORING).exists():
        raise RestoreUnfinished(
            _("Putting back a backup was broken off in the folder {folder}.", folder=str(folder)),
            _("Do it once more: aanjager restore FILE"),
        )
