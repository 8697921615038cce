"""What ``run`` does before it works: bring the database in line with the settings.

School holidays are read from the calendar files that the settings name. Where a region's rules or holidays are not
those of the last time, everything that is to be said there is derived again.
"""

import hashlib
from collections.abc import Mapping

from bot.settings import Settings
from documents.calendar_files import read_breaks
from programme.calendar import Break
from storage import groups, marks, people
from storage.database import Store, Transaction

Holidays = Mapping[str, tuple[Break, ...]]


def begin(store: Store, settings: Settings) -> None:
    """Bring the database in line with the settings; ``CalendarFileError`` when a calendar cannot be read."""
    holidays = {code: read_breaks(file) for code, file in settings.calendars().items()}
    store.write(lambda tx: _bring_in_line(tx, settings, holidays)).result()


def _bring_in_line(tx: Transaction, settings: Settings, holidays: Holidays) -> None:
    for region in people.regions(tx):
        own = holidays.get(region.key.casefold())
        if own:
            groups.set_breaks(tx, region.key, None, own)
        rules = f"{settings.rules(region.key)}{own}"
        mark = hashlib.sha256(rules.encode()).hexdigest()
        if marks.mark(tx, f"rules:{region.key}") != mark:
            marks.set_mark(tx, f"rules:{region.key}", mark)
            marks.set_mark(tx, f"derived:{region.key}", "")
