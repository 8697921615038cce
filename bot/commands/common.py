"""What several commands need: the options they share, the settings behind them, and how to wait for the end."""

import asyncio
import os
import shlex
import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from programme.errors import AanjagerError
from programme.text import _

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Store

T = TypeVar("T")

SettingsOption = Annotated[
    Path | None,
    typer.Option("--settings", help=_("Another file with settings than settings.toml.").id),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help=_("Another data folder than the settings say.").id)
]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Answer in JSON, for a program.").id)]
RegionOption = Annotated[str, typer.Option("--region", help=_("The code of the region.").id)]


class NoMoment(AanjagerError):
    """A moment that is not written as ISO 8601 has it."""


class NoDatabase(AanjagerError):
    """A command that works on what is kept, in a folder in which nothing is kept."""


def moment(text: str, zone: ZoneInfo) -> datetime:
    """Return the moment that was typed, in the reader's zone; without one it is now. ``NoMoment`` for anything else."""
    from bot.clock import SystemClock

    try:
        read = datetime.fromisoformat(text) if text else SystemClock().now()
    except ValueError as error:
        raise NoMoment(
            _("{text} is no moment.", text=text), _("Write it like this: --now 2026-11-18T10:00")
        ) from error
    return read.astimezone(zone) if read.tzinfo else read.replace(tzinfo=zone)


def settings_for(file: Path | None, data: Path | None = None) -> "Settings":
    """Return the settings, with another data folder where one was named."""
    from bot.settings.file import read_settings

    settings = read_settings(os.environ, file)
    return settings.in_folder(data) if data else settings


def options_typed(settings: Path | None, data: Path | None) -> str:
    """Return the shared options that were given, each after a space: the next command needs them as well."""
    given = {"--settings": settings, "--data": data}
    return "".join(f" {option} {shlex.quote(str(path))}" for option, path in given.items() if path)


def with_store(settings: "Settings", work: Callable[["Store"], T], *, new: bool = False) -> T:
    """Run ``work`` on the database, beside a running bot too: its writes must be short transactions.

    ``new`` allows the database to be made; otherwise ``NoDatabase`` is raised where there is none.
    """
    from storage.database import Database

    if not new or settings.data.database.is_file():
        there_is_one(settings)
    store = Database(settings.data.database, alone=False)
    try:
        return work(store)
    finally:
        store.close()


def there_is_one(settings: "Settings") -> Path:
    """Return the database file; ``NoDatabase`` where there is none, ``DatabaseBroken`` where it is damaged."""
    from storage.driver import checked

    file = settings.data.database
    if file.is_file():
        return checked(file)
    raise NoDatabase(
        _("There is no database in the folder {folder}.", folder=str(settings.data.folder)),
        _("Name the right folder with --data, or in settings.toml."),
    )


def stop_asked() -> asyncio.Event:
    """Return what is set when somebody presses Ctrl+C or the system asks to stop; to be called first of all."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    return stop
