"""For which organisations somebody takes part in a region: a teacher may work at two schools."""

from datetime import datetime

from programme.records import Membership, Role
from storage.database import Transaction
from storage.moments import seconds
from storage.people import people


def add(tx: Transaction, region: str, person: str, organisation: str) -> None:
    """Let somebody take part for one more organisation, in a role that they have; LookupError for who has none."""
    known = people.member(tx, region, person)
    if known is None:
        raise LookupError("this person takes no part in the region")
    role = next(role for role in Role if role in known.roles_in(region))
    people.join(tx, person, Membership(region=region, role=role, organisation=organisation))


def leave(tx: Transaction, region: str, person: str, organisation: str, now: datetime) -> None:
    """Let somebody take part for an organisation no longer; their roles and their places in teams stay."""
    there = {"region": region, "person": person, "organisation": organisation}
    tx.run(
        """UPDATE memberships SET ended_at = :now WHERE region = :region AND person = :person
           AND organisation = :organisation AND team IS NULL AND ended_at IS NULL
           AND EXISTS (SELECT 1 FROM memberships AS others WHERE others.region = :region
               AND others.person = :person AND others.role = memberships.role AND others.key <> memberships.key
               AND others.ended_at IS NULL)""",
        now=seconds(now),
        **there,
    )
    tx.run(
        """UPDATE memberships SET organisation = NULL WHERE region = :region AND person = :person
           AND organisation = :organisation AND ended_at IS NULL""",
        **there,
    )
