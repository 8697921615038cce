"""When people may be spoken to, as kept: school holidays of a region or an organisation, hours, pauses."""

from datetime import date

from programme.calendar import Break, Calendar
from storage.database import Row, Transaction


def calendar(tx: Transaction, region: str, organisation: str | None = None) -> Calendar:
    """Return the calendar of an organisation, or its region's where it has none of its own."""
    own = _breaks(tx, region, organisation) if organisation else ()
    return Calendar(breaks=own or _breaks(tx, region, None))


def _breaks(tx: Transaction, region: str, organisation: str | None) -> tuple[Break, ...]:
    rows = tx.rows(
        """SELECT name, first, last FROM breaks WHERE region = :region AND organisation IS :organisation
           ORDER BY first""",
        region=region,
        organisation=organisation,
    )
    return tuple(Break(name=row["name"], first=_day(row, "first"), last=_day(row, "last")) for row in rows)


def _day(row: Row, name: str) -> date:
    return date.fromisoformat(row[name])
