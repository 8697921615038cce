"""When people may be spoken to, as kept: school holidays of a region or an organisation, hours, pauses."""

from datetime import date, datetime
from functools import lru_cache

from programme.calendar import Break, Calendar, Hours, Period, Rhythm, undisturbed
from programme.records import Person, Region
from storage.database import Row, Transaction


def calendar(tx: Transaction, region: str, organisation: str | None = None) -> Calendar:
    """Return the calendar of an organisation, or its region's where it has none of its own."""
    own = _breaks(tx, region, organisation) if organisation else ()
    return _calendar(own or _breaks(tx, region, None))


def calendar_of(tx: Transaction, region: str, person: Person) -> Calendar:
    """Return the calendar of a person in a region, by the organisation that they are in there."""
    organisations = (m.organisation for m in person.memberships if m.region == region and m.organisation)
    return calendar(tx, region, next(organisations, None))


def rhythm(tx: Transaction, zone: str, person: Person, hours: Hours) -> Rhythm:
    """Return a person's working days, hour and pauses; ``hours`` are when people may be spoken to at all."""
    rows = tx.rows("SELECT first, last FROM pauses WHERE person = :person ORDER BY first", person=person.key)
    pauses = tuple(Period(first=_day(row, "first"), last=_day(row, "last")) for row in rows)
    return Rhythm(workdays=person.workdays, at=person.hour, pauses=pauses, zone=zone, hours=hours)


def suits(tx: Transaction, region: Region, person: Person, hours: Hours, now: datetime) -> datetime:
    """Return the first moment from ``now`` on at which a person may be told, unasked, what happened in a region."""
    return undisturbed(now, calendar_of(tx, region.key, person), rhythm(tx, region.zone, person, hours))


@lru_cache(maxsize=256)
def _calendar(breaks: tuple[tuple[str, str, str], ...]) -> Calendar:
    """Return the calendar with these holidays; it is the same one every time, for it remembers what it worked out."""
    days = date.fromisoformat
    return Calendar(
        breaks=tuple(Break(name=name, first=days(first), last=days(last)) for name, first, last in breaks)
    )


def _breaks(tx: Transaction, region: str, organisation: str | None) -> tuple[tuple[str, str, str], ...]:
    rows = tx.rows(
        """SELECT name, first, last FROM breaks WHERE region = :region AND organisation IS :organisation
           ORDER BY first""",
        region=region,
        organisation=organisation,
    )
    return tuple((row["name"], row["first"], row["last"]) for row in rows)


def _day(row: Row, name: str) -> date:
    return date.fromisoformat(row[name])
