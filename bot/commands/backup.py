"""``aanjager backup`` and ``aanjager restore``: the data in one file, and back again."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DataOption, SettingsOption, options_typed, settings_for
from bot.voice import Voice
from programme.text import _, lines

Backup = Annotated[Path, typer.Argument(metavar="FILE", help=_("The file with the backup.").id)]


def backup(file: Backup, settings: SettingsOption = None, data: DataOption = None) -> None:
    """Write a backup, beside a running bot or without one."""
    from storage.backups import back_up

    voice = Voice(os.environ)
    folder = settings_for(settings, data).data.folder
    with voice.progress(_("Making a backup")) as hear:
        size = back_up(folder, file, hear)
    voice.say(
        lines(
            _(
                "The backup is in {file} ({size} kB) and has been checked.",
                file=str(file),
                size=size // 1000 + 1,
            ),
            _("It holds what people reported: keep it where nobody else can read it."),
        )
    )


def restore(file: Backup, settings: SettingsOption = None, data: DataOption = None) -> None:
    """Put a backup back, with the bot stopped."""
    from bot.clock import SystemClock
    from storage.backups import restore as put_back

    voice = Voice(os.environ)
    folder = settings_for(settings, data).data.folder
    now: datetime = SystemClock().now()
    with voice.progress(_("Putting the backup back")) as hear:
        aside = put_back(folder, file, now, hear)
    run = f"aanjager run{options_typed(settings, data)}"
    voice.say(_("The backup is back in {folder}. Start the bot with: {run}", folder=str(folder), run=run))
    if aside:
        voice.say(_("What stood there before is kept in {folder}.", folder=str(aside)))
