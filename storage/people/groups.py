"""Organisations, subregions and teams of a region."""

import secrets

from programme.groups import Organisation, Subregion, Team, Teammate, as_counted, as_known
from programme.records import Place
from storage.database import Row, Transaction

ORGANISATION = "key, region, name, kind, subregion"
PLACES = (Place.COORDINATOR, Place.DEPUTY, Place.MEMBER)


def organisations(tx: Transaction, region: str) -> list[Organisation]:
    """Return the organisations of a region, by name."""
    rows = tx.rows(f"SELECT {ORGANISATION} FROM organisations WHERE region = :region", region=region)
    return sorted((Organisation(**row) for row in rows), key=lambda one: as_counted(one.name))


def organisation(tx: Transaction, region: str, key: str) -> Organisation | None:
    """Return one organisation of a region."""
    row = tx.row(
        f"SELECT {ORGANISATION} FROM organisations WHERE region = :region AND key = :key",
        region=region,
        key=key,
    )
    return Organisation(**row) if row else None


def organisation_named(tx: Transaction, region: str, name: str) -> Organisation | None:
    """Return the organisation with this name, however it is written; as it is written here, where there are two."""
    wanted, written = as_known(name), name.strip().casefold()
    found = [one for one in organisations(tx, region) if as_known(one.name) == wanted]
    return min(found, key=lambda one: one.name.casefold() != written, default=None)


def add_organisation(
    tx: Transaction, region: str, name: str, kind: str = "", subregion: str | None = None
) -> Organisation:
    """Return the organisation with this name, made when it is new."""
    known = organisation_named(tx, region, name)
    if known:
        return known
    made = Organisation(
        key=secrets.token_hex(8), region=region, name=name.strip(), kind=kind, subregion=subregion
    )
    tx.insert(
        "organisations", key=made.key, region=region, name=made.name, kind=made.kind, subregion=made.subregion
    )
    return made


def subregions(tx: Transaction, region: str) -> list[Subregion]:
    """Return the subregions of a region, by name."""
    rows = tx.rows("SELECT key, region, name FROM subregions WHERE region = :region", region=region)
    return sorted((Subregion(**row) for row in rows), key=lambda one: as_counted(one.name))


def add_subregion(tx: Transaction, region: str, name: str) -> Subregion:
    """Return the subregion with this name, made when it is new."""
    rows = tx.rows(
        """INSERT INTO subregions (key, region, name) VALUES (:key, :region, :name)
           ON CONFLICT (region, name) DO UPDATE SET name = excluded.name RETURNING key, region, name""",
        key=secrets.token_hex(8),
        region=region,
        name=name,
    )
    return Subregion(**rows[0])


def check_subregion(tx: Transaction, region: str, subregion: str | None) -> None:
    """Raise LookupError for a subregion that is not one of the region."""
    if subregion is not None and subregion not in {one.key for one in subregions(tx, region)}:
        raise LookupError("no such subregion in this region")


def put_team(tx: Transaction, region: str, name: str, subregion: str | None) -> None:
    """Put the team with this name, made when it is new, in a subregion of the region, or in none."""
    check_subregion(tx, region, subregion)
    tx.run(
        """INSERT INTO teams (key, region, name, subregion) VALUES (:key, :region, :name, :subregion)
           ON CONFLICT (region, name) DO UPDATE SET subregion = excluded.subregion""",
        key=secrets.token_hex(8),
        region=region,
        name=name,
        subregion=subregion,
    )


def put_organisation(tx: Transaction, region: str, name: str, subregion: str | None) -> None:
    """Put the organisation with this name, made when it is new, in a subregion of the region, or in none."""
    check_subregion(tx, region, subregion)
    tx.run(
        "UPDATE organisations SET subregion = :subregion WHERE region = :region AND key = :key",
        key=add_organisation(tx, region, name).key,
        region=region,
        subregion=subregion,
    )


def teams(tx: Transaction, region: str) -> list[Team]:
    """Return the teams of a region with their people, by name."""
    rows = tx.rows("SELECT key, region, name, subregion FROM teams WHERE region = :region", region=region)
    return sorted((_team(tx, row) for row in rows), key=lambda one: as_counted(one.name))


def team(tx: Transaction, region: str, key: str) -> Team | None:
    """Return one team of a region with its people."""
    row = tx.row(
        "SELECT key, region, name, subregion FROM teams WHERE key = :key AND region = :region",
        key=key,
        region=region,
    )
    return _team(tx, row) if row else None


def _team(tx: Transaction, row: Row) -> Team:
    found = tx.rows(
        """SELECT person, people.name, MIN(place) AS place, MAX(reminded) AS reminded FROM memberships
           JOIN people ON people.key = person WHERE team = :team AND region = :region AND ended_at IS NULL
           GROUP BY person ORDER BY people.name COLLATE NOCASE, person""",
        team=row["key"],
        region=row["region"],
    )
    mates = [
        Teammate(
            person=one["person"],
            name=one["name"],
            place=Place(one["place"]),
            reminded=bool(one["reminded"]),
        )
        for one in found
    ]
    return Team(**row, people=tuple(sorted(mates, key=lambda mate: PLACES.index(mate.place))))
