"""When people may be spoken to, as kept: school holidays of a region or an organisation, hours, pauses."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from programme.calendar import Break, Calendar, Hours, Rhythm, undisturbed
from programme.records import Person, Region
from storage import marks
from storage.database import Transaction
from storage.people import pauses


def calendar(tx: Transaction, region: str, organisation: str | None = None) -> Calendar:
    """Return the calendar of an organisation, or its region's where it has none of its own."""
    own = _breaks(tx, region, organisation) if organisation else ()
    return _calendar(own or _breaks(tx, region, None))


def set_breaks(tx: Transaction, region: str, organisation: str | None, wanted: Iterable[Break]) -> None:
    """Replace the holidays from the first new day to the last: a corrected file replaces what it corrects, and
    what lies before and after it stays. What is to be said in the region is derived again.
    """
    new = sorted(wanted, key=lambda one: one.first)
    if not new:
        return
    first, last = new[0].first, max(one.last for one in new)
    known = _calendar(_breaks(tx, region, organisation)).breaks
    old = [one for one in known if one.last < first or one.first > last]
    if {*old, *new} == set(known):
        return
    marks.set_mark(tx, f"derived:{region}", "")
    tx.run(
        "DELETE FROM breaks WHERE region = :region AND organisation IS :organisation",
        region=region,
        organisation=organisation,
    )
    for one in dict.fromkeys((*old, *new)):
        tx.insert(
            "breaks",
            region=region,
            organisation=organisation,
            name=one.name,
            first=one.first.isoformat(),
            last=one.last.isoformat(),
        )


def calendar_of(tx: Transaction, region: str, person: Person) -> Calendar:
    """Return the calendar of a person in a region, by the organisation that they are in there."""
    organisations = (m.organisation for m in person.memberships if m.region == region and m.organisation)
    return calendar(tx, region, next(organisations, None))


def rhythm(tx: Transaction, zone: str, person: Person, hours: Hours) -> Rhythm:
    """Return a person's working days, hour and pauses; ``hours`` are when people may be spoken to at all."""
    away = tuple(pauses.of(tx, person.key))
    return Rhythm(workdays=person.workdays, at=person.hour, pauses=away, zone=zone, hours=hours)


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
           ORDER BY first, name""",
        region=region,
        organisation=organisation,
    )
    return tuple((row["name"], row["first"], row["last"]) for row in rows)
