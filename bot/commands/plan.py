"""``aanjager import``: a plan goes in, after it was said what that changes and somebody agreed."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import (
    DataOption,
    RegionOption,
    SettingsOption,
    options_typed,
    settings_for,
    there_is_one,
    with_store,
)
from bot.voice import Voice
from programme.errors import AanjagerError
from programme.text import _

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from programme.plan.reading import PlanReading
    from storage.database import Transaction
    from storage.plan.imports import Import

CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,19}")
Plan = Annotated[Path, typer.Argument(metavar="PLAN", help=_("The plan: a .docx, .xlsx or .csv file.").id)]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Only say what would change; write nothing.").id)]
AsJson = Annotated[
    bool, typer.Option("--json", help=_("Print only what was read, in JSON, for a program.").id)
]
Yes = Annotated[bool, typer.Option("--yes", help=_("Keep a difference without asking.").id)]


class NoRegionCode(AanjagerError):
    """What was given as the code of a region cannot be one."""


def import_(
    plan: Plan,
    region: RegionOption,
    dry_run: DryRun = False,
    json: AsJson = False,
    yes: Yes = False,
    settings: SettingsOption = None,
    data: DataOption = None,
) -> None:
    """Read a plan, say what it changes, and keep it; nothing is written when anything is wrong or refused."""
    from bot.plan_report import doubts_of
    from documents.plan_import import read_plan
    from documents.plan_json import to_json

    voice, code = Voice(os.environ), _code(region)
    with voice.progress(_("Reading the plan")) as hear:
        reading = read_plan(plan)
        hear(1, 1)
    chosen = settings_for(settings, data)
    found = _foreseen(chosen, code, reading)
    reading = replace(reading, doubts=doubts_of(reading, found))
    if json:
        voice.say_json(to_json(reading, voice.catalogue, code))
        if not dry_run:
            _keep(voice, chosen, code, reading, silent=True)
        return
    _tell(voice, reading, found)
    if dry_run:
        voice.say(_("Nothing was written, because of --dry-run."))
    elif yes or _agreed(voice, found):
        _keep(voice, chosen, code, reading, silent=False, typed=options_typed(settings, data))
    else:
        voice.say(_("Nothing was changed: the plan stays as it was."))


def _code(region: str) -> str:
    code = region.strip().upper()
    if not CODE.fullmatch(code):
        raise NoRegionCode(
            _("“{code}” cannot be the code of a region.", code=region),
            _("Use 2 to 20 letters, digits and hyphens, for example: --region STO26001"),
        )
    return code


def _foreseen(settings: "Settings", region: str, reading: "PlanReading") -> "Import":
    """Return what importing would change, found on a copy in memory."""
    from storage.database import MemoryStore
    from storage.plan.imports import compared

    kept = settings.data.database.is_file()
    copy = MemoryStore(copy_of=there_is_one(settings) if kept else None)
    try:
        return copy.read(lambda tx: compared(tx, region, reading))
    finally:
        copy.close()


def _tell(voice: Voice, reading: "PlanReading", found: "Import") -> None:
    from bot import plan_report

    for part in (
        plan_report.read_lines(reading),
        plan_report.skipped_lines(reading),
        plan_report.doubt_lines(reading.doubts),
        plan_report.change_lines(found),
    ):
        block = plan_report.block(part)
        if block:
            voice.say(block)


def _agreed(voice: Voice, found: "Import") -> bool:
    """Ask whoever sits there before a plan that is kept changes; a script has nobody to ask, and goes on."""
    from programme.plan.changes import How

    differs = found.changes.that_are(How.NEW, How.CHANGED, How.VANISHED)
    if found.new_plan or not differs or not voice.can_ask:
        return True
    return voice.ask(_("Keep this? [y/N]"))


def _keep(
    voice: Voice,
    settings: "Settings",
    region: str,
    reading: "PlanReading",
    *,
    silent: bool,
    typed: str = "",
) -> None:
    from bot.plan_import import import_plan
    from bot.plan_report import block, question_lines
    from programme.permissions import Deed
    from programme.vanished import Vanished
    from storage.people import people
    from storage.plan import vanished

    def work(tx: "Transaction") -> tuple[list[Vanished], int]:
        import_plan(tx, region, reading, settings.rules(region), _now(tx))
        return vanished.questions(tx, region), len(people.who_may(tx, Deed.MANAGE, region))

    with voice.progress(_("Keeping the plan")) as hear:
        open_ones, managers = with_store(settings, lambda store: store.write(work).result(), new=True)
        hear(1, 1)
    if silent:
        return
    asked = block(question_lines(open_ones, managers))
    if asked:
        voice.say(asked)
    voice.say(_("The plan of {region} is kept.", region=region))
    if not managers:
        voice.say(
            _("Next: aanjager invite --region {region} --role manager{options}", region=region, options=typed)
        )


def _now(tx: "Transaction") -> "datetime":
    """Return this moment; in the demo's data that is where its clock stands."""
    from bot.clock import SystemClock
    from bot.demo.time import MARK
    from storage import marks

    turned = marks.latest_moment(tx, MARK) if marks.mark(tx, MARK) else None
    return turned or SystemClock().now()
