"""``aanjager calendar``: the school holidays of a region, or of one of its organisations, from an .ics file."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DataOption, RegionOption, SettingsOption, settings_for, with_store
from bot.voice import Voice
from programme.text import _


def calendar(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The calendar file (.ics).").id)],
    region: RegionOption,
    organisation: Annotated[str, typer.Option(help=_("The organisation with holidays of its own.").id)] = "",
    settings: SettingsOption = None,
    data: DataOption = None,
) -> None:
    """Read the holidays and say which they are."""
    from bot.people_commands import read_calendar

    told = with_store(
        settings_for(settings, data),
        lambda store: read_calendar(store, file, region, organisation or None),
    )
    Voice(os.environ).say(told)
