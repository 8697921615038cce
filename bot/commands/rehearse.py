"""``aanjager rehearse``: what would go out to whom, before anybody is asked anything."""

import asyncio
import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import (
    DataOption,
    JsonOption,
    RegionOption,
    SettingsOption,
    settings_for,
    there_is_one,
)
from bot.voice import Voice
from programme.errors import AanjagerError
from programme.text import _

if TYPE_CHECKING:
    from bot.settings import Settings
    from jobs.rehearsal import Rehearsed

FORMATS = ["%Y-%m-%d"]
FirstOption = Annotated[
    datetime, typer.Option("--from", formats=FORMATS, metavar="DATE", help=_("The first day.").id)
]
LastOption = Annotated[
    datetime, typer.Option("--until", formats=FORMATS, metavar="DATE", help=_("The last day.").id)
]


EARLIEST = 2000
MOST_YEARS = 10


class NoSpan(AanjagerError):
    """Days between which nothing can be rehearsed: back to front, too many, or too far away."""


def rehearse(
    region: RegionOption,
    first: FirstOption,
    last: LastOption,
    settings: SettingsOption = None,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Say what would go out: for a program every message, for a reader the load of each person in each week."""
    from bot import logs
    from bot.rehearsal_report import as_json, report

    logs.configure("error")
    voice = Voice(os.environ)
    chosen = settings_for(settings, data)
    rehearsed = _rehearsed(voice, chosen, region, first.date(), last.date())
    if json:
        voice.say_json(as_json(rehearsed))
    report(rehearsed, voice, aside=json)


def _rehearsed(voice: Voice, settings: "Settings", code: str, first: date, last: date) -> "Rehearsed":
    from bot.begin import begin
    from bot.clock import SystemClock
    from bot.people_commands import region_named
    from jobs.rehearsal import rehearse as run
    from programme.calendar import Period
    from storage.database import MemoryStore

    now = SystemClock().now()
    _check(first, last, now.date())
    store = MemoryStore(copy_of=there_is_one(settings))
    try:
        region = store.read(lambda tx: region_named(tx, code))
        begin(store, settings)
        with voice.progress(_("Rehearsing")) as hear:
            days = Period(first=first, last=last)
            return asyncio.run(run(store, region, settings.rules(region.key), days, now, hear))
    finally:
        store.close()


def _check(first: date, last: date, today: date) -> None:
    """Raise NoSpan for days that make no span, or one that no plan has: it would run for hours."""
    if last < first:
        raise NoSpan(
            _("--until ({last}) comes before --from ({first}).", last=last, first=first),
            _("Give the first day with --from and the last one with --until."),
        )
    if first.year < EARLIEST or last.year > MOST_YEARS + min(first.year, today.year):
        raise NoSpan(
            _("The days from {first} to {last} are too many, or too far away.", first=first, last=last),
            _("Give years that your plan has, for example: --from 2026-08-01 --until 2026-12-31"),
        )
