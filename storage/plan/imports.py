"""A reading of a plan against the database: what it would change, and keeping it, with the same eyes."""

from dataclasses import dataclass
from datetime import datetime

from programme.plan.changes import PlanChanges, changes
from programme.plan.content import PlanContent
from programme.plan.matching import Matched, matched
from programme.plan.reading import PlanReading
from programme.plan.years import same_period, years_of
from programme.records import Region
from storage.database import Transaction
from storage.people import people
from storage.plan import kept_plans, vanished
from storage.plan.plan_owners import team_names


@dataclass(frozen=True, kw_only=True)
class Import:
    """What importing a reading into a region comes to.

    ``new_region``: there was no such region. ``beside``: other plan periods of the region, which are not touched.
    """

    region: Region
    new_region: bool
    new_plan: bool
    matched: Matched
    changes: PlanChanges
    beside: tuple[PlanContent, ...]


def compared(tx: Transaction, region: str, reading: PlanReading) -> Import:
    """Return what a reading changes in a region; a region that is not there yet gets the name in the plan."""
    there = people.region(tx, region)
    periods = kept_plans.plans_of(tx, region)
    known = same_period(periods, years_of(reading))
    before = known or PlanContent(key=_new_key(region, reading, {period.key for period in periods}))
    found = matched(before, reading, team_names(tx, region))
    return Import(
        region=there or Region(key=region, name=reading.region_title or region),
        new_region=there is None,
        new_plan=known is None,
        matched=found,
        changes=changes(
            before, found.content, staying=vanished.staying(tx, before.key), guessed=found.guessed
        ),
        beside=tuple(period for period in periods if period.key != before.key),
    )


def keep(tx: Transaction, region: str, reading: PlanReading, now: datetime) -> Import:
    """Keep a reading in a region, in this transaction; what people reported stays. Return what it came to."""
    found = compared(tx, region, reading)
    if found.new_region:
        people.add_region(tx, found.region)
    kept_plans.keep_plan(tx, found.region.key, found.matched.content, found.changes, now)
    return found


def _new_key(region: str, reading: PlanReading, taken: set[str]) -> str:
    years = years_of(reading)
    base = f"{region}-{years[0]}" if years else f"{region}-plan"
    numbered = (base if n == 1 else f"{base}-{n}" for n in range(1, len(taken) + 2))
    return next(key for key in numbered if key not in taken)
