"""Indicators: what the plan promises for a year, what was entered for it, and what can be counted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from programme.groups import as_known
from programme.indicators import Counted, Figure, Indicator, concerns, counted, figure
from programme.records import Region, Role, UpdateKind
from programme.updates import Update
from storage import updates
from storage.database import Transaction
from storage.moments import seconds
from storage.people import groups
from storage.plan import plans


def indicators(tx: Transaction, region: Region, year: int, now: datetime) -> list[Indicator]:
    """Return the indicators that count in a year, in the order of the plan: entered figures, else counted ones."""
    kept = promised(tx, region.key, year)
    names = [one.name for one in kept]
    open_ones = [
        one for one in kept if one.value is None and counted(one.name) and names.count(one.name) == 1
    ]
    figures = _counts(tx, region, open_ones, year, now) if open_ones else {}
    return [replace(one, value=figures.get(one.key, one.value)) for one in kept]


def promised(tx: Transaction, region: str, year: int) -> list[Indicator]:
    """Return the indicators with a target or an entered figure in a year, and those that never had a target."""
    rows = tx.rows(
        """SELECT indicators.key, name, target, value FROM indicators
           LEFT JOIN indicator_targets targets ON targets.indicator = indicators.key AND targets.year = :year
           LEFT JOIN indicator_values entered ON entered.indicator = indicators.key AND entered.year = :year
           WHERE region = :region AND vanished_at IS NULL AND (target IS NOT NULL OR value IS NOT NULL
               OR NOT EXISTS (SELECT 1 FROM indicator_targets WHERE indicator = indicators.key))
           ORDER BY indicators.rowid""",
        region=region,
        year=year,
    )
    return [
        Indicator(
            key=row["key"],
            name=row["name"],
            year=year,
            value=None if row["value"] is None else figure(row["value"]),
            target=None if row["target"] is None else figure(row["target"]),
        )
        for row in rows
    ]


def enter(tx: Transaction, region: str, indicator: Indicator, person: str, now: datetime) -> None:
    """Keep a year's figure of one of the region's indicators; a newer one replaces it."""
    tx.run(
        """INSERT INTO indicator_values (indicator, year, value, entered_by, entered_at)
           SELECT key, :year, :value, :person, :now FROM indicators WHERE key = :key AND region = :region
           ON CONFLICT (indicator, year) DO UPDATE SET value = excluded.value, entered_by = excluded.entered_by,
               entered_at = excluded.entered_at""",
        key=indicator.key,
        region=region,
        year=indicator.year,
        value=float(indicator.value or 0),
        person=person,
        now=seconds(now),
    )


def _counts(
    tx: Transaction, region: Region, open_ones: Iterable[Indicator], year: int, now: datetime
) -> dict[str, Figure]:
    """Count each company or teacher once: an indicator of teachers by outcomes of the activities it names."""
    there = _of_year(tx, region, year, now)
    companies = _companies(tx, region.key)
    teachers = {person for person, _none in _members(tx, region.key, Role.TEACHER)}
    titles = {one.key: one.title for one in plans.activities(tx, region.key)}
    return {
        one.key: len(
            {company for update in there for company in companies.get(update.person, ())}
            if counted(one.name) is Counted.COMPANIES
            else {
                update.person
                for update in there
                if update.person in teachers
                and update.kind is UpdateKind.OUTCOME
                and concerns(one.name, titles.get(update.activity or "", ""))
            }
        )
        for one in open_ones
    }


def _of_year(tx: Transaction, region: Region, year: int, now: datetime) -> list[Update]:
    """Return the outcomes and delivered contributions of an indicator year, by the day they took place."""
    zone = ZoneInfo(region.zone)
    first = datetime(year, 1, 1, tzinfo=zone).astimezone(UTC)
    return [
        update
        for update in updates.since(tx, region.key, first, now)
        if _takes_part(update)
        and (update.day or (update.saved_at or now).astimezone(zone).date()).year == year
    ]


def _takes_part(update: Update) -> bool:
    if update.kind is UpdateKind.CONTRIBUTION:
        return update.details.delivered
    return update.kind is UpdateKind.OUTCOME


def _companies(tx: Transaction, region: str) -> dict[str, set[str]]:
    """Return the companies of each contact by the name they are known by: one that was written in two ways is one."""
    known = {one.key: as_known(one.name) for one in groups.organisations(tx, region)}
    found: dict[str, set[str]] = {}
    for person, organisation in _members(tx, region, Role.COMPANY):
        if organisation:
            found.setdefault(person, set()).add(known.get(organisation, organisation))
    return found


def _members(tx: Transaction, region: str, role: Role) -> list[tuple[str, str | None]]:
    """Return (person, organisation) of everybody who has or had a role: what they did then still counts."""
    rows = tx.rows(
        "SELECT person, organisation FROM memberships WHERE region = :region AND role = :role",
        region=region,
        role=role.value,
    )
    return [(row["person"], row["organisation"]) for row in rows]
