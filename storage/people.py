"""People, what they are in which region, and the teams they are in."""

from datetime import date, datetime, time

from programme.permissions import ALLOWED, Deed
from programme.records import Membership, Person, Place, Region, Role
from storage.database import Row, Transaction
from storage.moments import seconds


def region(tx: Transaction, key: str) -> Region | None:
    """Return a region by its key."""
    row = tx.row("SELECT key, name, zone, language FROM regions WHERE key = :key", key=key)
    return Region(**row) if row else None


def regions(tx: Transaction) -> list[Region]:
    """Return every region."""
    return [Region(**row) for row in tx.rows("SELECT key, name, zone, language FROM regions ORDER BY key")]


def add_region(tx: Transaction, region: Region) -> None:
    """Make a region, or give it its newer name."""
    tx.run(
        """INSERT INTO regions (key, name, zone, language) VALUES (:key, :name, :zone, :language)
           ON CONFLICT (key) DO UPDATE SET name = excluded.name""",
        key=region.key,
        name=region.name,
        zone=region.zone,
        language=region.language,
    )


def person(tx: Transaction, key: str) -> Person | None:
    """Return a person with every membership that has not ended."""
    row = tx.row("SELECT * FROM people WHERE key = :key", key=key)
    return _person(tx, row) if row else None


def _person(tx: Transaction, row: Row) -> Person:
    return Person(
        key=row["key"],
        name=row["name"],
        language=row["language"],
        hour=time.fromisoformat(row["hour"]),
        workdays=frozenset(int(digit) for digit in row["workdays"]),
        memberships=_memberships(tx, row["key"]),
        stopped=row["stopped_at"] is not None,
    )


def _memberships(tx: Transaction, person: str) -> tuple[Membership, ...]:
    rows = tx.rows(
        """SELECT region, role, team, organisation, place, reminded FROM memberships
           WHERE person = :person AND ended_at IS NULL ORDER BY key""",
        person=person,
    )
    return tuple(
        Membership(
            region=row["region"],
            role=Role(row["role"]),
            team=row["team"],
            organisation=row["organisation"],
            place=Place(row["place"]),
            reminded=bool(row["reminded"]),
        )
        for row in rows
    )


def who_may(tx: Transaction, deed: Deed, region: str) -> list[str]:
    """Return the people who may do something in a region and have not stopped."""
    rows = tx.rows(
        """SELECT DISTINCT people.key, memberships.role FROM memberships
           JOIN people ON people.key = memberships.person AND people.stopped_at IS NULL
           WHERE memberships.region = :region AND memberships.ended_at IS NULL ORDER BY people.key""",
        region=region,
    )
    return list(dict.fromkeys(row["key"] for row in rows if Role(row["role"]) in ALLOWED[deed]))


def add_person(tx: Transaction, person: Person, now: datetime) -> None:
    """Keep a new person and their memberships, or the newer name, hour and working days of one we know."""
    tx.run(
        """INSERT INTO people (key, name, language, hour, workdays, created_at)
           VALUES (:key, :name, :language, :hour, :workdays, :now)
           ON CONFLICT (key) DO UPDATE SET name = excluded.name, language = excluded.language,
               hour = excluded.hour, workdays = excluded.workdays""",
        key=person.key,
        name=person.name,
        language=person.language,
        hour=person.hour.isoformat("minutes"),
        workdays="".join(str(day) for day in sorted(person.workdays)),
        now=seconds(now),
    )
    for membership in person.memberships:
        join(tx, person.key, membership)


def join(tx: Transaction, person: str, membership: Membership) -> None:
    """Make somebody a member, once for the same region, role and team."""
    tx.run(
        """INSERT INTO memberships (person, region, role, team, organisation, place, reminded)
           SELECT :person, :region, :role, :team, :organisation, :place, :reminded
           WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE person = :person AND region = :region
               AND role = :role AND team IS :team AND ended_at IS NULL)""",
        person=person,
        region=membership.region,
        role=membership.role.value,
        team=membership.team,
        organisation=membership.organisation,
        place=membership.place.value,
        reminded=int(membership.reminded),
    )


def stop(tx: Transaction, person: str, now: datetime) -> None:
    """Nothing unasked is said to this person any more."""
    tx.run("UPDATE people SET stopped_at = :now WHERE key = :person", person=person, now=seconds(now))


def start_again(tx: Transaction, person: str) -> None:
    """Undo ``stop``."""
    tx.run("UPDATE people SET stopped_at = NULL WHERE key = :person", person=person)


def add_team(tx: Transaction, key: str, region: str, name: str) -> None:
    """Make a team, once for each name in a region."""
    tx.run(
        """INSERT INTO teams (key, region, name) VALUES (:key, :region, :name)
           ON CONFLICT (region, name) DO NOTHING""",
        key=key,
        region=region,
        name=name,
    )


def pauses(tx: Transaction, person: str) -> list[tuple[date, date]]:
    """Return (first, last) of every pause of a person, both days included."""
    rows = tx.rows("SELECT first, last FROM pauses WHERE person = :person ORDER BY first", person=person)
    return [(date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) for row in rows]


def pause(tx: Transaction, person: str, first: date, last: date) -> None:
    """Keep a pause: nothing unasked on these days."""
    tx.run(
        "INSERT INTO pauses (person, first, last) VALUES (:person, :first, :last)",
        person=person,
        first=first.isoformat(),
        last=last.isoformat(),
    )
