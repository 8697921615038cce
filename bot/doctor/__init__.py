"""Is the house in order? Each check looks at one thing and says what it found, and what to do about it.

Nothing is changed, and the bot may be running: the database is looked at in a copy in memory.
"""

import os
import shlex
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.commands.common import options_typed
from bot.doctor.findings import Finding, Patient, ok, problem, warning
from bot.doctor.regions import REGION_CHECKS
from bot.doctor.telegram import TELEGRAM_CHECKS
from bot.settings.file import SettingsWrong, read_settings
from documents.pictures.lettering import REGULAR, STRONG, Lettering, Style
from programme.calendar import AMSTERDAM
from programme.errors import AanjagerError
from programme.text import _
from storage import checks
from storage.backups import refuse_half_restored
from storage.database import MemoryStore
from storage.driver import SQLITE_VERSION, checked, schema_of
from storage.people import people

ROOM = 500_000_000
FIRST_SOUND_SQLITE = (3, 51, 3)
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
READING = 0o044
ENTERING = 0o011
LETTERS = "Aanjager €26 – één oké ‘à’"


def examine(
    environ: Mapping[str, str], file: Path | None, data: Path | None, now: datetime
) -> Iterator[Finding]:
    """Yield what every check found. With settings that cannot be read, only what needs none is looked at."""
    yield from _fonts()
    try:
        settings = read_settings(environ, file)
    except SettingsWrong as error:
        yield from (problem("settings", mistake, error.next) for mistake in error.mistakes)
        return
    if data:
        settings = settings.in_folder(data)
    yield ok("settings", _("The settings are right."))
    store, faults = _open(settings.data.database)
    yield from faults
    patient = Patient(
        settings=settings, now=now, store=store, typed=options_typed(file, data), environ=environ
    )
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
            warning("database", what, _("Read a plan in: aanjager import. docs/going-live.md tells how."))
        ]
    try:
        checked(database)
    except AanjagerError as error:
        return None, [problem("database", error.what, error.next)]
    pending, unknown = schema_of(database)
    if unknown:
        what = _("The database was made by a newer version of Aanjager.")
        return None, [problem("database", what, _("Install that version, or a newer one."))]
    found = [ok("database", _("The database is sound."))]
    if pending:
        what = _("The database is of an older version of Aanjager.")
        found = [
            warning(
                "database", what, _("Make a backup; the bot brings the database up to date when it starts.")
            )
        ]
    return MemoryStore(copy_of=database), found


def _data(patient: Patient) -> Iterator[Finding]:
    folder = patient.settings.data.folder
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if not os.access(there, os.W_OK):
        yield problem(
            "data",
            _("The folder {folder} cannot be written to.", folder=str(there)),
            _("Give the user that runs Aanjager the right to write there, or choose another folder."),
        )
    free = shutil.disk_usage(there).free
    room = _("The disk has {megabytes} MB free.", megabytes=free // 1_000_000)
    if free < ROOM:
        yield problem("data", room, _("Make room: without it nothing that people say can be kept."))
    else:
        yield ok("data", room)
    try:
        refuse_half_restored(folder)
    except AanjagerError as error:
        yield problem("data", error.what, error.next)


def _privacy(patient: Patient) -> Iterator[Finding]:
    """Warn of what others can read; in a folder that they cannot enter, they read nothing."""
    data = patient.settings.data
    if not data.folder.is_dir() or not data.folder.stat().st_mode & ENTERING:
        return
    kept = (data.database, data.files)
    loose = [path.name for path in kept if path.exists() and path.stat().st_mode & READING]
    if loose:
        what = _("Others on this machine can read what people reported: {files}.", files=", ".join(loose))
        yield warning(
            "privacy",
            what,
            _("Take that right away: chmod -R go= {folder}", folder=shlex.quote(str(data.folder))),
        )


def _sqlite(patient: Patient) -> Iterator[Finding]:
    version = _("SQLite {version} is in use.", version=SQLITE_VERSION)
    if tuple(int(part) for part in SQLITE_VERSION.split(".")) < FIRST_SOUND_SQLITE:
        yield problem(
            "sqlite", version, _("It can damage a database. Install Aanjager anew, as the README says.")
        )
    else:
        yield ok("sqlite", version)


def _clock(patient: Patient) -> Iterator[Finding]:
    last = patient.store.read(checks.last_said) if patient.store else None
    if patient.now < max(BUILT, (last or BUILT) - timedelta(minutes=5)):
        yield problem(
            "clock",
            _("The clock of this machine is behind: it says {now:moment} (UTC).", now=patient.now),
            _("Set it right, best by letting the system do so (NTP)."),
        )
    else:
        yield ok("clock", _("The clock says {now:moment} (UTC).", now=patient.now))


def _zones(patient: Patient) -> Iterator[Finding]:
    regions = patient.store.read(people.regions) if patient.store else []
    for zone in sorted({AMSTERDAM, *(region.zone for region in regions)}):
        try:
            local = patient.now.astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            what = _("The time zone {zone} is not known here.", zone=zone)
            yield problem(
                "zone", what, _("Install Aanjager anew, as the README says; it brings the time zones.")
            )
        else:
            yield ok("zone", _("In the zone {zone} it is {now:time}.", zone=zone, now=local))


def _fonts() -> Iterator[Finding]:
    for font in (REGULAR, STRONG):
        try:
            wide = Lettering().width(LETTERS, Style(size=20, colour="#000", font=font))
        except OSError:
            wide = 0.0
        if wide <= 0:
            what = _("The font {font} is missing or damaged: no picture can be drawn.", font=font)
            yield problem("fonts", what, _("Install Aanjager anew, as the README says."))
        else:
            yield ok("fonts", _("The font {font} is there.", font=font))


CHECKS: tuple[Callable[[Patient], Iterable[Finding]], ...] = (
    _data,
    _privacy,
    _sqlite,
    *TELEGRAM_CHECKS,
    _clock,
    _zones,
    *REGION_CHECKS,
)
