"""A small region for tests: one plan, three people, a channel. The demo has its own, larger one."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.local import PLATFORM, open_private_chat
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role
from storage import occurrences
from storage.chats import chats
from storage.database import Transaction
from storage.occurrences import Occurrence
from storage.people import people
from storage.plan import plans
from tests.owned import set_owners
from tests.served import filled

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
REGION = Region(key="DEMO", name="Regio Rivierenland")


def seed(tx: Transaction) -> None:
    """Fill an empty database; a filled one stays as it is."""
    if people.regions(tx):
        return
    people.add_region(tx, REGION)
    people.add_team(tx, "t1", REGION.key, "Team keuzevakken")
    for key, name, role, hour, place in (
        ("docent", "Docent PIE", Role.TEACHER, time(16, 0), Place.MEMBER),
        ("coordinator", "Coördinator keuzevakken", Role.COORDINATOR, time(8, 30), Place.COORDINATOR),
        ("manager", "Programmamanager", Role.MANAGER, time(8, 30), Place.MEMBER),
    ):
        membership = Membership(region=REGION.key, role=role, team="t1", place=place)
        people.add_person(tx, Person(key=key, name=name, hour=hour, memberships=(membership,)), START)
        open_private_chat(tx, key, name, START)
    channel = chats.arrive(tx, PLATFORM, f"channel:{REGION.key}", "channel", "Team Rivierenland", START)
    chats.tie(tx, channel.key, REGION.key, None)
    plans.add_plan(tx, "p1", REGION.key, "Activiteitenplan")
    plans.add_activity(
        tx, "p1", Activity(key="a7", region=REGION.key, number=7, title="Keuzevakken vernieuwen")
    )
    milestone = Milestone(
        key="m1", region=REGION.key, activity="a7", title="Pilot twee keuzevakken", due=date(2021, 12, 31)
    )
    plans.add_milestone(tx, "p1", milestone)
    set_owners(tx, "m1", [("Team keuzevakken", "t1", None)])
    day = date(2021, 12, 3)
    at = datetime(2021, 12, 3, 7, 30, tzinfo=UTC)
    due = Occurrence(region=REGION.key, rule="before", item="m1", person="coordinator", day=day, at=at)
    occurrences.derive(tx, "m1", [due])


def seeded(data: Path) -> Path:
    """Put the region into a data folder, for a bot that is started on it; return the folder."""
    return filled(data, seed, START)
