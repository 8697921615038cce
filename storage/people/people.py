"""People, what they are in which region, and the teams they are in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time
from itertools import groupby
from operator import itemgetter

from programme.permissions import ALLOWED, Deed
from programme.records import Membership, Person, Place, Region, Role
from storage.database import Row, Transaction
from storage.moments import seconds

# Who wants messages, and has a private chat in which they arrive, or has not opened one yet.
REACHED = """people.stopped_at IS NULL AND COALESCE((SELECT MAX(chats.gone_at IS NULL) FROM chats
    WHERE chats.person = people.key AND chats.kind = 'private'), 1)"""


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
    return _one(tx.rows(f"{_WHOLE} WHERE people.key = :key ORDER BY memberships.key", key=key))


def behind(tx: Transaction, platform: str, account: str) -> Person | None:
    """Return the person behind an account, or None for a stranger."""
    rows = tx.rows(
        f"""{_WHOLE} WHERE people.key = (SELECT person FROM accounts WHERE platform = :platform
            AND account = :account) ORDER BY memberships.key""",
        platform=platform,
        account=account,
    )
    return _one(rows)


# A row for each membership, and one without any for who has none.
_WHOLE = """SELECT people.key, name, language, hour, workdays, stopped_at, region, role, team, organisation, place,
    reminded FROM people LEFT JOIN memberships ON memberships.person = people.key AND ended_at IS NULL"""


def _one(rows: Sequence[Row]) -> Person | None:
    if not rows:
        return None
    row = rows[0]
    return Person(
        key=row["key"],
        name=row["name"],
        language=row["language"],
        hour=time.fromisoformat(row["hour"]),
        workdays=frozenset(int(digit) for digit in row["workdays"]),
        memberships=tuple(_membership(each) for each in rows if each["region"] is not None),
        stopped=row["stopped_at"] is not None,
    )


def _memberships(tx: Transaction, person: str) -> tuple[Membership, ...]:
    rows = tx.rows(
        """SELECT region, role, team, organisation, place, reminded FROM memberships
           WHERE person = :person AND ended_at IS NULL ORDER BY key""",
        person=person,
    )
    return tuple(_membership(row) for row in rows)


def _membership(row: Row) -> Membership:
    return Membership(
        region=row["region"],
        role=Role(row["role"]),
        team=row["team"],
        organisation=row["organisation"],
        place=Place(row["place"]),
        reminded=bool(row["reminded"]),
    )


def who_may(tx: Transaction, deed: Deed, region: str) -> list[str]:
    """Return the people who may do something in a region and can be told of it."""
    rows = tx.rows(
        f"""SELECT DISTINCT people.key, memberships.role FROM memberships
           JOIN people ON people.key = memberships.person AND {REACHED}
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
    """Make somebody a member, once for the same region, role, team and organisation.

    Where it was not known for which organisation, that is filled in; where it is not told, any will do.
    """
    same = {
        "person": person,
        "region": membership.region,
        "role": membership.role.value,
        "team": membership.team,
        "organisation": membership.organisation,
    }
    alike = "person = :person AND region = :region AND role = :role AND team IS :team AND ended_at IS NULL"
    tx.run(
        f"UPDATE memberships SET organisation = :organisation WHERE {alike} AND organisation IS NULL", **same
    )
    tx.run(
        f"""INSERT INTO memberships (person, region, role, team, organisation, place, reminded)
           SELECT :person, :region, :role, :team, :organisation, :place, :reminded
           WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE {alike}
               AND (:organisation IS NULL OR organisation = :organisation))""",
        **same,
        place=membership.place.value,
        reminded=int(membership.reminded),
    )


def members(tx: Transaction, region: str) -> list[Person]:
    """Return everybody who takes part in a region, by name; what they are elsewhere is not told."""
    rows = tx.rows(
        f"""{_WHOLE} WHERE region = :region ORDER BY name COLLATE NOCASE, people.key, memberships.key""",
        region=region,
    )
    each = (_one(list(own)) for _key, own in groupby(rows, key=itemgetter("key")))
    return [one for one in each if one]


def member(tx: Transaction, region: str, key: str) -> Person | None:
    """Return somebody who takes part in a region, by key; what they are elsewhere is not told."""
    found = person(tx, key)
    return _within(found, region) if found and region in found.regions else None


def _within(person: Person, region: str) -> Person:
    return replace(person, memberships=tuple(m for m in person.memberships if m.region == region))


def settle(
    tx: Transaction, person: str, *, name: str, language: str, hour: time, workdays: Iterable[int]
) -> None:
    """Keep what somebody wants to be called, in which language, and when they may be asked something."""
    tx.run(
        """UPDATE people SET name = :name, language = :language, hour = :hour, workdays = :workdays
           WHERE key = :person""",
        person=person,
        name=name,
        language=language,
        hour=hour.isoformat("minutes"),
        workdays="".join(str(day) for day in sorted(workdays)),
    )


def remind(tx: Transaction, person: str, region: str, reminded: bool) -> None:
    """Keep whether somebody, as an ordinary member of teams in a region, is reminded too."""
    tx.run(
        """UPDATE memberships SET reminded = :reminded WHERE person = :person AND region = :region
           AND team IS NOT NULL AND ended_at IS NULL""",
        person=person,
        region=region,
        reminded=int(reminded),
    )


def place(tx: Transaction, region: str, team: str, person: str, place: Place) -> None:
    """Make somebody of the region a team's coordinator or deputy (who was so is a member from now on), or a member.

    Whoever was not in the team joins it in a role that they have; LookupError for somebody from elsewhere.
    """
    roles = {m.role for m in _memberships(tx, person) if m.region == region}
    if not roles:
        raise LookupError("this person takes no part in the region")
    if place is not Place.MEMBER:
        tx.run(
            """UPDATE memberships SET place = :member WHERE region = :region AND team = :team AND place = :place
               AND ended_at IS NULL""",
            region=region,
            team=team,
            place=place.value,
            member=Place.MEMBER.value,
        )
    placed = tx.run(
        """UPDATE memberships SET place = :place WHERE region = :region AND team = :team AND person = :person
           AND ended_at IS NULL""",
        region=region,
        team=team,
        person=person,
        place=place.value,
    )
    if not placed:
        role = next(role for role in Role if role in roles)
        join(tx, person, Membership(region=region, role=role, team=team, place=place))


def leave_team(tx: Transaction, region: str, team: str, person: str, now: datetime) -> None:
    """Take somebody out of a team; they keep their roles in the region, and take part for whom they did."""
    left = [m for m in _memberships(tx, person) if m.region == region and m.team == team]
    tx.run(
        """UPDATE memberships SET ended_at = :now WHERE region = :region AND team = :team AND person = :person
           AND ended_at IS NULL""",
        region=region,
        team=team,
        person=person,
        now=seconds(now),
    )
    for one in left:
        kept = [m for m in _memberships(tx, person) if (m.region, m.role) == (region, one.role)]
        if not any(one.organisation in (None, m.organisation) for m in kept):
            join(tx, person, replace(one, team=None, place=Place.MEMBER, reminded=False))


def end_role(tx: Transaction, region: str, person: str, role: Role | None, now: datetime) -> None:
    """End what somebody was in a region in a role, with the places in teams that they had by it; None: in any."""
    tx.run(
        """UPDATE memberships SET ended_at = :now WHERE region = :region AND person = :person
           AND (:role IS NULL OR role = :role) AND ended_at IS NULL""",
        region=region,
        person=person,
        role=role.value if role else None,
        now=seconds(now),
    )


def stop(tx: Transaction, person: str, now: datetime) -> None:
    """Nothing unasked is said to this person any more."""
    tx.run("UPDATE people SET stopped_at = :now WHERE key = :person", person=person, now=seconds(now))


def start_again(tx: Transaction, person: str) -> None:
    """Undo ``stop``."""
    tx.run("UPDATE people SET stopped_at = NULL WHERE key = :person", person=person)


def reached(tx: Transaction, person: str) -> bool:
    """Whether what is said to somebody arrives."""
    return bool(tx.value(f"SELECT 1 FROM people WHERE key = :person AND {REACHED}", person=person))


def out_of_reach(tx: Transaction, region: str) -> frozenset[str]:
    """Return those in a region who want messages, but have no private chat any more in which they arrive."""
    rows = tx.rows(
        f"""SELECT DISTINCT person FROM memberships JOIN people ON people.key = person AND NOT ({REACHED})
            WHERE region = :region AND ended_at IS NULL AND stopped_at IS NULL""",
        region=region,
    )
    return frozenset(row["person"] for row in rows)


def add_team(tx: Transaction, key: str, region: str, name: str) -> None:
    """Make a team, once for each name in a region."""
    tx.run(
        """INSERT INTO teams (key, region, name) VALUES (:key, :region, :name)
           ON CONFLICT (region, name) DO NOTHING""",
        key=key,
        region=region,
        name=name,
    )
