"""Who owns a milestone, kept from a plan: teams and roles by their names, and whoever took it over since.

An owner that stays keeps who speaks for it and what it answered, wherever it stands in the new order.
"""

import secrets
from collections.abc import Mapping, Sequence

from language.plan.owners import role_of
from programme.plan.teams import same_owner
from storage.database import Transaction
from storage.people import people


def team_names(tx: Transaction, region: str) -> list[str]:
    """Return the names of a region's teams, the oldest first."""
    rows = tx.rows("SELECT name FROM teams WHERE region = :region ORDER BY rowid", region=region)
    return [row["name"] for row in rows]


def name_owners(tx: Transaction, region: str, milestone: str, names: Sequence[str]) -> None:
    """Make these the owners of a milestone, the lead first; a team that is not there yet is made.

    Who took over from an owner stays, as do answers; those of an owner who is gone move behind all others.
    """
    before = tx.rows(
        "SELECT position, name, person FROM owners WHERE milestone = :milestone ORDER BY position",
        milestone=milestone,
    )
    places = {row["position"]: _place(row["name"], names) for row in before}
    people_of = {places[row["position"]]: row["person"] for row in before}
    tx.run("DELETE FROM owners WHERE milestone = :milestone", milestone=milestone)
    for position, name in enumerate(names):
        role = None if _held(tx, region, name) else role_of(name)
        tx.insert(
            "owners",
            milestone=milestone,
            position=position,
            name=name,
            team=None if role else _team(tx, region, name),
            role=role.value if role else None,
            person=people_of.get(position),
        )
    _move_answers(tx, milestone, places, len(names))


def give(tx: Transaction, region: str, name: str, person: str) -> None:
    """Let somebody speak for an owner by this name, wherever it owns a milestone of the region."""
    tx.run(
        """UPDATE owners SET person = :person WHERE name = :name
           AND milestone IN (SELECT key FROM milestones WHERE region = :region)""",
        region=region,
        name=name,
        person=person,
    )


def _place(name: str, names: Sequence[str]) -> int | None:
    return next((at for at, new in enumerate(names) if new == name or same_owner(new, name)), None)


def _team(tx: Transaction, region: str, name: str) -> str:
    key = tx.value("SELECT key FROM teams WHERE region = :region AND name = :name", region=region, name=name)
    if key is None:
        key = secrets.token_hex(8)
        people.add_team(tx, key, region, name)
    return str(key)


def _held(tx: Transaction, region: str, name: str) -> bool:
    """Tell whether somebody is in a team by this name: then it owns, whatever role its name may be."""
    found = tx.value(
        """SELECT 1 FROM memberships JOIN teams ON teams.key = memberships.team
           WHERE teams.region = :region AND teams.name = :name AND memberships.ended_at IS NULL LIMIT 1""",
        region=region,
        name=name,
    )
    return found is not None


def _move_answers(tx: Transaction, milestone: str, places: Mapping[int, int | None], behind: int) -> None:
    """Let answers follow their owners; by way of negative positions, so that two may change places."""
    rows = tx.rows(
        "SELECT position FROM answers WHERE milestone = :milestone ORDER BY position", milestone=milestone
    )
    for row in rows:
        to = places.get(row["position"])
        behind += to is None
        tx.run(
            "UPDATE answers SET position = :to WHERE milestone = :milestone AND position = :position",
            milestone=milestone,
            position=row["position"],
            to=-1 - (behind - 1 if to is None else to),
        )
    tx.run(
        "UPDATE answers SET position = -1 - position WHERE milestone = :milestone AND position < 0",
        milestone=milestone,
    )
