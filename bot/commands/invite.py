"""``aanjager invite``: a code that lets one person into a region."""

import os
from typing import Annotated

import typer

from bot.commands.common import DataOption, RegionOption, SettingsOption, settings_for, with_store
from bot.voice import Voice
from programme.text import _


def invite(
    region: RegionOption,
    role: Annotated[str, typer.Option(help=_("The role that the person gets there.").id)],
    team: Annotated[str, typer.Option(help=_("The team that the person comes into.").id)] = "",
    settings: SettingsOption = None,
    data: DataOption = None,
) -> None:
    """Make an invitation and say what to do with it."""
    from bot.clock import SystemClock
    from bot.people_commands import invite as make

    now = SystemClock().now()
    told = with_store(
        settings_for(settings, data), lambda store: make(store, region, role, team or None, now)
    )
    Voice(os.environ).say(told)
