"""What ``run`` does before it works: bring the database in line with the settings.

School holidays come from the settings or from the calendar files that they name. Where a region's rules or holidays
are not those of the last time, everything that is to be said there is derived again.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from bot.settings import Settings
from documents.calendar_files import CalendarFileError, read_breaks
from programme.calendar import Break
from programme.records import Region
from programme.text import _
from storage import calendars, marks
from storage.database import Store, Transaction
from storage.people import groups, invitations, people

Holidays = Mapping[tuple[str, str | None], tuple[Break, ...]]


def begin(store: Store, settings: Settings) -> None:
    """Bring the database in line with the settings; ``CalendarFileError`` when a calendar cannot be read."""
    holidays = {(code, name): breaks(named) for code, name, named in settings.holidays()}
    store.write(lambda tx: _bring_in_line(tx, settings, holidays)).result()


def breaks(named: Path | tuple[Break, ...]) -> tuple[Break, ...]:
    """Return the holidays that the settings name, themselves or in a file; CalendarFileError names the file."""
    if not isinstance(named, Path):
        return named
    try:
        return read_breaks(named)
    except CalendarFileError as error:
        raise CalendarFileError(_("{file}: {what}", file=named.name, what=error.what), error.next) from error


def _bring_in_line(tx: Transaction, settings: Settings, holidays: Holidays) -> None:
    if not settings.telegram.secret():
        marks.set_mark(tx, invitations.BOT, "")  # a link to a bot that nobody runs would lead nowhere
    for region in people.regions(tx):
        own = {name: days for (code, name), days in holidays.items() if code == region.key.casefold()}
        for name, days in own.items():
            _set(tx, region, name, days)
        rules = f"{settings.rules(region.key)}{own}"
        seal = hashlib.sha256(rules.encode()).hexdigest()
        if marks.mark(tx, f"rules:{region.key}") != seal:
            marks.set_mark(tx, f"rules:{region.key}", seal)
            marks.set_mark(tx, f"derived:{region.key}", "")


def _set(tx: Transaction, region: Region, name: str | None, days: tuple[Break, ...]) -> None:
    """Set the holidays of a region, or of an organisation of it; one that is not there is doctor's to name."""
    organisation = groups.organisation_named(tx, region.key, name) if name else None
    if organisation or not name:
        calendars.set_breaks(tx, region.key, organisation.key if organisation else None, days)
