"""A region that is about to go live: a small plan of four years, two people, and owners whom nobody speaks for yet."""

from datetime import UTC, date, datetime, time

from bot.local import PLATFORM, open_private_chat
from programme.calendar import Break
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role
from storage import calendars
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.plan import plans
from tests.owned import set_owners

IMPORTED = datetime(2021, 10, 4, 12, 0, tzinfo=UTC)
REGION = Region(key="STO1", name="Regio Rivierenland")
OTHER = Region(key="STO2", name="Regio Heuvelland")
BREAKS = (
    Break(name="herfstvakantie", first=date(2021, 10, 16), last=date(2021, 10, 24)),
    Break(name="kerstvakantie", first=date(2021, 12, 25), last=date(2022, 1, 9)),
    Break(name="voorjaarsvakantie", first=date(2022, 2, 26), last=date(2022, 3, 6)),
)
ROWS = (
    ("m1", "Pilot twee keuzevakken", None, date(2021, 12, 31), (("Team keuzevakken", "t1", None),)),
    ("m2", "Lesbrieven", date(2021, 1, 1), date(2021, 12, 31), (("Team 12", "t2", None), ("Bedrijven", None, None))),
    ("m3", "Excursies", date(2022, 1, 1), date(2022, 7, 31), (("Team 12", "t2", None),)),
    ("m4", "Overleg met po", None, None, (("Coördinator lijn 2", None, None),)),
)  # fmt: skip


def seed(tx: Transaction) -> None:
    """Two regions with one plan each; the first has a programme manager and a coordinator of one team."""
    for region in (REGION, OTHER):
        people.add_region(tx, region)
        calendars.set_breaks(tx, region.key, None, BREAKS)
        _plan(tx, region.key)
    _join(tx, "manager", "Programmamanager", time(8, 30), Role.MANAGER, None, Place.MEMBER)
    _join(tx, "coordinator", "Coördinator keuzevakken", time(16), Role.COORDINATOR, "t1", Place.COORDINATOR)
    _join(tx, "deputy", "Plaatsvervanger", time(8, 30), Role.COORDINATOR, "t1", Place.DEPUTY)


def tie_channel(tx: Transaction) -> None:
    channel = chats.arrive(tx, PLATFORM, "channel", "channel", "Team Rivierenland", IMPORTED)
    chats.tie(tx, channel.key, REGION.key, None)


def _join(
    tx: Transaction, key: str, name: str, hour: time, role: Role, team: str | None, place: Place
) -> None:
    membership = Membership(region=REGION.key, role=role, team=team, place=place)
    people.add_person(tx, Person(key=key, name=name, hour=hour, memberships=(membership,)), IMPORTED)
    open_private_chat(tx, key, name, IMPORTED)


def _plan(tx: Transaction, region: str) -> None:
    prefix = "" if region == REGION.key else "other-"
    for key, name in (("t1", "Team keuzevakken"), ("t2", "Team 12")):
        people.add_team(tx, prefix + key, region, name)
    plans.add_plan(tx, f"{prefix}p", region, "Activiteitenplan")
    plans.add_activity(
        tx, f"{prefix}p", Activity(key=f"{prefix}a", region=region, number=7, title="Vernieuwen")
    )
    for key, title, start, due, owners in ROWS:
        milestone = Milestone(
            key=prefix + key, region=region, activity=f"{prefix}a", title=title, start=start, due=due
        )
        plans.add_milestone(tx, f"{prefix}p", milestone)
        set_owners(tx, milestone.key, [(name, team and prefix + team, role) for name, team, role in owners])
