"""What several commands need: the options they share, the settings behind them, and how to wait for the end."""

import asyncio
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from programme.text import _

if TYPE_CHECKING:
    from bot.settings import Settings

SettingsOption = Annotated[
    Path | None,
    typer.Option("--settings", help=_("Another file with settings than settings.toml.").id),
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help=_("Another data folder than the settings say.").id)
]
JsonOption = Annotated[bool, typer.Option("--json", help=_("Answer in JSON, for a program.").id)]


def settings_for(file: Path | None, data: Path | None = None) -> "Settings":
    """Return the settings, with another data folder where one was named."""
    from bot.settings_file import read_settings

    settings = read_settings(os.environ, file)
    return settings.in_folder(data) if data else settings


async def until_stopped() -> None:
    """Return when somebody presses Ctrl+C or the system asks to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    await stop.wait()
