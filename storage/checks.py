"""What a check of the house wants to know about what is kept: whom nobody hears, which years have no holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from programme.records import Region
from storage import calendars
from storage.database import Transaction
from storage.moments import moment
from storage.people import groups, people
from storage.plan import plans

Uncovered = tuple[str | None, tuple[int, ...]]


@dataclass(frozen=True, kw_only=True)
class RegionCheck:
    """A region: milestones open, and those of them that nobody is reminded of.

    ``uncovered`` holds (organisation, or None for the region itself; school years from now to the end of the plan that
    have no holidays). What is late is asked about still, so this year counts even after the plan.
    """

    region: Region
    open: int
    unheard: int
    uncovered: tuple[Uncovered, ...]
    channels: int


def regions(tx: Transaction, today: date) -> list[RegionCheck]:
    """Return what stands out in each region."""
    return [_region(tx, region, today) for region in people.regions(tx)]


def _region(tx: Transaction, region: Region, today: date) -> RegionCheck:
    left = [each for each in plans.milestones(tx, region.key) if not each.closed]
    days = [day for each in left for day in (each.start, each.due) if day]
    first, last = max(today, min(days, default=today)), max((today, *days))
    return RegionCheck(
        region=region,
        open=len(left),
        unheard=len(plans.unattended(tx, region.key)),
        uncovered=tuple(uncovered(tx, region, first, last)) if days else (),
        channels=tx.value(
            "SELECT COUNT(*) FROM chats WHERE region = :region AND gone_at IS NULL", region=region.key
        ),
    )


def uncovered(tx: Transaction, region: Region, first: date, last: date) -> Iterator[Uncovered]:
    """Yield whose school years lack holidays: the region's, and those of organisations with their own calendar."""
    whose: list[tuple[str | None, str | None]] = [(None, None)]
    whose += [(each.key, each.name) for each in groups.organisations(tx, region.key)]
    common = calendars.calendar(tx, region.key)
    for key, name in whose:
        own = calendars.calendar(tx, region.key, key)
        years = own.uncovered(first, last)
        if years and (name is None or own != common):
            yield name, years


def last_said(tx: Transaction) -> datetime | None:
    """Return when the bot last said something."""
    at = tx.value("SELECT MAX(said_at) FROM outbox")
    return moment(at) if at else None
