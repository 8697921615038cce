"""``aanjager understand``: what the bot reads in one message, field by field, and how sure it is of each."""

import os
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.commands.common import DataOption, JsonOption, SettingsOption, moment, settings_for, with_store
from bot.voice import Voice
from programme.records import Region, Role
from programme.text import _

if TYPE_CHECKING:
    from handlers.desk.updates import Numbered
    from language.messages.reading import Reading
    from storage.database import Transaction

NOWHERE = Region(key="", name="")  # without a region: no plan and no school holidays


def understand(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help=_("The message, as somebody would type it.").id)
    ],
    role: Annotated[
        str, typer.Option("--from", metavar="ROLE", help=_("The role of the sender; teacher if not said.").id)
    ] = Role.TEACHER,
    now: Annotated[
        str,
        typer.Option(metavar="ISO", help=_("When it was sent (2026-11-18T10:00); now if not said.").id),
    ] = "",
    region: Annotated[
        str, typer.Option(metavar="CODE", help=_("The region whose plan and holidays count.").id)
    ] = "",
    settings: SettingsOption = None,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Read a message and say what was read: for a program as JSON, for a reader marked in colour."""
    from bot.understanding import as_json, marked

    voice = Voice(os.environ)
    if region:
        reading = with_store(
            settings_for(settings, data),
            lambda store: store.read(lambda tx: _read(tx, text, role, now, region)),
        )
    else:
        reading = _read(None, text, role, now, region)
    if json:
        voice.say_json(as_json(reading, voice.render))
    else:
        voice.show(marked(reading, voice.render))


def _read(tx: "Transaction | None", text: str, role: str, now: str, code: str) -> "Reading[Numbered]":
    from bot.people_commands import region_named, role_named
    from handlers.desk.updates import Numbered, subjects
    from language.messages.index import ActivityIndex
    from language.messages.reading import read_message
    from storage.calendars import calendar
    from storage.people import groups

    where = region_named(tx, code) if tx else NOWHERE
    sent = moment(now, ZoneInfo(where.zone))
    return read_message(
        text,
        now=sent,
        role=role_named(role),
        activities=subjects(tx, where.key, sent.date()) if tx else ActivityIndex[Numbered](()),
        breaks=calendar(tx, where.key).breaks if tx else (),
        organisations=tuple(one.name for one in groups.organisations(tx, where.key)) if tx else (),
    )
