"""``aanjager date``: what the bot reads when somebody types a date, for who doubts it and for scripts."""

import datetime as times
import os
from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.commands.common import DataOption, JsonOption, SettingsOption, moment, settings_for, with_store
from bot.voice import Voice
from programme.text import _

if TYPE_CHECKING:
    from language.dates.reading import DayReading
    from programme.calendar import Break
    from storage.database import Store, Transaction

NowOption = Annotated[
    str, typer.Option("--now", metavar="ISO", help=_("The moment from which to look (2026-11-18T10:00).").id)
]
CalendarOption = Annotated[
    str, typer.Option("--region", help=_("The region whose school holidays count.").id)
]


def date(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What somebody types.").id)],
    now: NowOption = "",
    region: CalendarOption = "",
    settings: SettingsOption = None,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Say which date a text names; status 0 also where there is none, or one that cannot be."""
    from language.dates.reading import read_day
    from language.dates.said import said
    from programme.calendar import AMSTERDAM

    voice = Voice(os.environ)
    zone, breaks = (
        with_store(settings_for(settings, data), lambda store: _of_region(store, region))
        if region
        else (AMSTERDAM, ())
    )
    reading = read_day(text, moment(now, ZoneInfo(zone)), breaks=breaks)
    if json:
        voice.say_json(as_json(reading, text))
    else:
        voice.say(said(reading))


def as_json(reading: "DayReading", text: str) -> dict[str, str]:
    """Return a reading as the tables of cases write it; what is not there is an empty text."""
    return {
        "kind": reading.kind,
        "start": _iso(reading.start),
        "end": _iso(reading.end),
        "rule": reading.rule,
        "matched": text[slice(*reading.at)],
    }


def _iso(value: times.date | datetime | None) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else ""


def _of_region(store: "Store", code: str) -> tuple[str, "tuple[Break, ...]"]:
    """Return the zone and the school holidays of a region."""
    from bot.people_commands import region_named
    from storage import calendars

    def read(tx: "Transaction") -> tuple[str, "tuple[Break, ...]"]:
        region = region_named(tx, code)
        return region.zone, calendars.calendar(tx, region.key).breaks

    return store.read(read)
