"""One bot on one database: a lock that is held as long as the process lives, and that a crash lets go by itself."""

import fcntl
from pathlib import Path
from typing import IO

from programme.errors import AanjagerError
from programme.text import _


class DatabaseBusy(AanjagerError):
    """Another process has the database open for running."""


class DatabaseOutOfReach(AanjagerError):
    """The data folder cannot be made, or cannot be written to."""


def hold(path: Path) -> IO[str]:
    """Hold the file that says a bot is running on this database, until it is closed or we die.

    Raises ``DatabaseBusy`` while another process holds it, ``DatabaseOutOfReach`` where nothing can be written.
    """
    make_folder(path.parent)
    try:
        file = path.with_name(path.name + ".lock").open("w")
    except OSError as error:
        raise _out_of_reach(path.parent) from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise DatabaseBusy(
            _("Another aanjager is already running on {file}.", file=path.name),
            _("Stop that one first, or give this one another data folder."),
        ) from error
    return file


def make_folder(folder: Path) -> None:
    """Make the data folder where it is not there yet, for its owner only.

    Raises ``DatabaseOutOfReach`` where it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _out_of_reach(folder) from error


def _out_of_reach(folder: Path) -> DatabaseOutOfReach:
    return DatabaseOutOfReach(
        _("The folder {folder} cannot be written to.", folder=str(folder)),
        _("Give the user that runs Aanjager the right to write there, or choose another folder."),
    )
