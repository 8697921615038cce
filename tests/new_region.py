"""A region is started from nothing: a plan and a code from the command line, and the rest in chat."""

from datetime import UTC, date, datetime

from bot.local import PLATFORM, open_private_chat
from programme.invitations import Code
from programme.records import Activity, Milestone, Person, Region, Role
from storage.chats import chats
from storage.database import Transaction
from storage.people import invitations, people
from storage.plan import plans
from tests.known_codes import known_seals
from tests.owned import set_owners

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
REGION = Region(key="X", name="Regio Nieuw")
CODE = Code(link="0" * 31 + "1", typed="HJKM-2345")


def seed(tx: Transaction) -> None:
    """A plan and an invitation; two people whom nobody knows, and a group chat."""
    people.add_region(tx, REGION)
    people.add_team(tx, "team", REGION.key, "Team keuzevakken")
    plans.add_plan(tx, "plan", REGION.key, "Activiteitenplan")
    plans.add_activity(tx, "plan", Activity(key="a", region="X", number=7, title="Keuzevakken vernieuwen"))
    due = date(2021, 12, 31)
    milestone = Milestone(key="m", region="X", activity="a", title="Pilot twee keuzevakken", due=due)
    plans.add_milestone(tx, "plan", milestone)
    set_owners(tx, "m", [("Team keuzevakken", "team", None)])
    invitations.invite(tx, REGION.key, Role.MANAGER, None, seals=known_seals(CODE), made_by="", now=START)
    for key, name in (("eerste", "Eerste"), ("tweede", "Tweede")):
        people.add_person(tx, Person(key=key, name=name), START)
        open_private_chat(tx, key, name, START)
    chats.arrive(tx, PLATFORM, "group", "channel", "Groep", START)
