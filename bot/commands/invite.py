"""``aanjager invite``: a code, a link and a QR picture that let one person into a region."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import DataOption, RegionOption, SettingsOption, settings_for, with_store
from bot.voice import Voice
from programme.text import _


def invite(
    region: RegionOption,
    role: Annotated[str, typer.Option(help=_("The role that the person gets there.").id)],
    team: Annotated[str, typer.Option(help=_("The team that the person comes into.").id)] = "",
    qr: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=_("Write the link as a QR picture too, to a new file (.png or .svg).").id
        ),
    ] = None,
    settings: SettingsOption = None,
    data: DataOption = None,
) -> None:
    """Make an invitation and say what to do with it."""
    from bot.clock import SystemClock
    from bot.people_commands import invite as make
    from documents.pictures.qr import written_qr

    voice, now = Voice(os.environ), SystemClock().now()
    made = with_store(
        settings_for(settings, data), lambda store: make(store, region, role, team or None, now, qr)
    )
    voice.say(made.told)
    if qr:
        voice.say(_("The QR picture is in {file}.", file=str(qr)))
    elif made.link and voice.is_seen:
        voice.say(written_qr(made.link), style="bright_white on black")
