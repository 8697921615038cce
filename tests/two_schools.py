"""The region of reports with a teacher who works at two of its three schools."""

from bot.local import open_private_chat
from programme.records import Membership, Person, Role
from storage.database import Transaction
from storage.people import people
from tests import reports_region
from tests.reports_region import REGION, START


def seed(tx: Transaction) -> None:
    """Fill an empty database with the region; a filled one stays as it is."""
    if people.regions(tx):
        return
    reports_region.seed(tx)
    tx.insert("organisations", key="o3", region=REGION.key, name="Het Bergcollege")
    at_both = tuple(
        Membership(region=REGION.key, role=Role.TEACHER, organisation=school, team=team)
        for school, team in (("o1", None), ("o3", "t1"))
    )
    people.add_person(tx, Person(key="pendelaar", name="Docent BWI", memberships=at_both), START)
    open_private_chat(tx, "pendelaar", "Docent BWI", START)
