"""Is the house in order? Each check looks at one thing and says what it found, and what to do about it.

Nothing is changed, and the bot may be running: the database is looked at in a copy in memory.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.settings import Settings
from bot.settings_file import SettingsWrong, read_settings
from documents.calendar_files import read_breaks
from documents.lettering import REGULAR, STRONG, Lettering, Style
from programme.calendar import AMSTERDAM
from programme.errors import AanjagerError
from programme.text import Phrase, Text, _, n_
from storage import checks
from storage.backups import refuse_half_restored
from storage.checks import RegionCheck
from storage.database import SQLITE_VERSION, MemoryStore, schema_of, sound

ROOM = 500_000_000
FIRST_SOUND_SQLITE = (3, 51, 3)
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
LETTERS = "Aanjager €26 – één oké ‘à’"


class Level(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a check found, and what to do ``next``; nothing, where all is well."""

    level: Level
    check: str
    what: Text
    next: Text = ""


@dataclass(frozen=True, kw_only=True)
class Patient:
    """What the checks look at."""

    settings: Settings
    now: datetime
    store: MemoryStore | None


def examine(
    environ: Mapping[str, str], file: Path | None, data: Path | None, now: datetime
) -> Iterator[Finding]:
    """Yield what every check found. With settings that cannot be read, only what needs none is looked at."""
    yield from _fonts()
    try:
        settings = read_settings(environ, file)
    except SettingsWrong as error:
        yield from (_problem("settings", mistake, error.next) for mistake in error.mistakes)
        return
    if data:
        settings = settings.in_folder(data)
    yield _ok("settings", _("The settings are right."))
    store, faults = _open(settings.data.database)
    yield from faults
    patient = Patient(settings=settings, now=now, store=store)
    try:
        for check in CHECKS:
            yield from check(patient)
    finally:
        if store:
            store.close()


def _open(database: Path) -> tuple[MemoryStore | None, list[Finding]]:
    """Return a copy of the database in memory, unless what was found with it forbids that."""
    if not database.is_file():
        what = _("There is no database yet in the folder {folder}.", folder=str(database.parent))
        return None, [
            _warning("database", what, _("Read a plan in: aanjager import. docs/going-live.md tells how."))
        ]
    if not sound(database):
        what = _("The database {file} is damaged.", file=str(database))
        return None, [
            _problem("database", what, _("Stop the bot and put a backup back: aanjager restore FILE"))
        ]
    pending, unknown = schema_of(database)
    if unknown:
        what = _("The database was made by a newer version of Aanjager.")
        return None, [_problem("database", what, _("Install that version, or a newer one."))]
    found = [_ok("database", _("The database is sound."))]
    if pending:
        what = _("The database is of an older version of Aanjager.")
        found = [
            _warning(
                "database", what, _("Make a backup; the bot brings the database up to date when it starts.")
            )
        ]
    return MemoryStore(copy_of=database), found


def _data(patient: Patient) -> Iterator[Finding]:
    folder = patient.settings.data.folder
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if not os.access(there, os.W_OK):
        yield _problem(
            "data",
            _("The folder {folder} cannot be written to.", folder=str(there)),
            _("Give the user that runs Aanjager the right to write there, or choose another folder."),
        )
    free = shutil.disk_usage(there).free
    room = _("The disk has {megabytes} MB free.", megabytes=free // 1_000_000)
    if free < ROOM:
        yield _problem("data", room, _("Make room: without it nothing that people say can be kept."))
    else:
        yield _ok("data", room)
    try:
        refuse_half_restored(folder)
    except AanjagerError as error:
        yield _problem("data", error.what, error.next)


def _sqlite(patient: Patient) -> Iterator[Finding]:
    version = _("SQLite {version} is in use.", version=SQLITE_VERSION)
    if tuple(int(part) for part in SQLITE_VERSION.split(".")) < FIRST_SOUND_SQLITE:
        yield _problem(
            "sqlite", version, _("It can damage a database. Install Aanjager anew, as the README says.")
        )
    else:
        yield _ok("sqlite", version)


def _clock(patient: Patient) -> Iterator[Finding]:
    last = patient.store.read(checks.last_said) if patient.store else None
    if patient.now < max(BUILT, (last or BUILT) - timedelta(minutes=5)):
        yield _problem(
            "clock",
            _("The clock of this machine is behind: it says {now:moment} (UTC).", now=patient.now),
            _("Set it right, best by letting the system do so (NTP)."),
        )
    else:
        yield _ok("clock", _("The clock says {now:moment} (UTC).", now=patient.now))


def _zones(patient: Patient) -> Iterator[Finding]:
    regions = patient.store.read(checks.regions) if patient.store else []
    for zone in sorted({AMSTERDAM, *(each.region.zone for each in regions)}):
        try:
            local = patient.now.astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            what = _("The time zone {zone} is not known here.", zone=zone)
            yield _problem(
                "zone", what, _("Install Aanjager anew, as the README says; it brings the time zones.")
            )
        else:
            yield _ok("zone", _("In the zone {zone} it is {now:time}.", zone=zone, now=local))


def _fonts() -> Iterator[Finding]:
    for font in (REGULAR, STRONG):
        try:
            wide = Lettering().width(LETTERS, Style(size=20, colour="#000", font=font))
        except OSError:
            wide = 0.0
        if wide <= 0:
            what = _("The font {font} is missing or damaged: no picture can be drawn.", font=font)
            yield _problem("fonts", what, _("Install Aanjager anew, as the README says."))
        else:
            yield _ok("fonts", _("The font {font} is there.", font=font))


def _calendar_files(patient: Patient) -> Iterator[Finding]:
    known = {each.region.key.casefold() for each in _regions(patient)}
    for code in patient.settings.regions:
        if patient.store and code not in known:
            what = _("The settings name a region {region} that is not there.", region=code.upper())
            yield _warning(
                "regions", what, _("Mend the code under [regions] in settings.toml, or read its plan in.")
            )
    for code, file in patient.settings.calendars().items():
        try:
            breaks = read_breaks(file)
        except AanjagerError as error:
            yield _problem("calendars", error.what, error.next)
        else:
            found = n_(
                "The calendar of {region} holds {n} holiday.",
                "The calendar of {region} holds {n} holidays.",
                len(breaks),
                region=code.upper(),
            )
            yield _ok("calendars", found)


def _uncovered(patient: Patient) -> Iterator[Finding]:
    for each in _regions(patient):
        named = patient.settings.calendars().get(each.region.key.casefold())
        years = set(each.uncovered) - _covered_by(named)
        if years:
            yield _warning(
                "calendars",
                _(
                    "{region} has no school holidays for {years}: reminders would come in them.",
                    region=each.region.key,
                    years=", ".join(f"{year}-{year + 1}" for year in sorted(years)),
                ),
                _(
                    "Name a calendar file in settings.toml: [regions.{region}] holidays = “…”.",
                    region=each.region.key,
                ),
            )


def _covered_by(file: Path | None) -> set[int]:
    """Return the school years that a calendar file covers, which ``run`` has perhaps not read yet."""
    if file is None:
        return set()
    try:
        breaks = read_breaks(file)
    except AanjagerError:  # told already
        return set()
    return {each.first.year if each.first.month >= 8 else each.first.year - 1 for each in breaks}


def _people(patient: Patient) -> Iterator[Finding]:
    for each in _regions(patient):
        if each.unheard:
            what = n_(
                "{region}: nobody is reminded of {n} open milestone.",
                "{region}: nobody is reminded of {n} open milestones.",
                each.unheard,
                region=each.region.key,
            )
            yield _warning(
                "people", what, _("Invite the owners, or name coordinators of their teams: aanjager invite.")
            )
        elif each.open:
            yield _ok(
                "people", _("{region}: somebody is reminded of every open milestone.", region=each.region.key)
            )
        if not each.channels:
            what = _("{region} has no channel: nobody reads its weekly summary.", region=each.region.key)
            yield _warning("people", what, _("A programme manager ties one: docs/going-live.md tells how."))


def _regions(patient: Patient) -> list[RegionCheck]:
    return patient.store.read(checks.regions) if patient.store else []


CHECKS: tuple[Callable[[Patient], Iterable[Finding]], ...] = (
    _data,
    _sqlite,
    _clock,
    _zones,
    _calendar_files,
    _uncovered,
    _people,
)


def _ok(check: str, what: Phrase) -> Finding:
    return Finding(level=Level.OK, check=check, what=what)


def _warning(check: str, what: Phrase, next: Phrase) -> Finding:
    return Finding(level=Level.WARNING, check=check, what=what, next=next)


def _problem(check: str, what: Text, next: Text) -> Finding:
    return Finding(level=Level.PROBLEM, check=check, what=what, next=next)
