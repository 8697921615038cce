"""Two regions that use the same words, people in one, in the other, in both and in none, and codes that are known."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.local import PLATFORM, open_private_chat
from programme.invitations import LASTS, Code
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role
from storage.chats import chat_changes, chats
from storage.database import Transaction
from storage.people import groups, invitations, people
from storage.plan import plans
from tests.known_codes import known_seals
from tests.owned import set_owners
from tests.served import filled

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
NORTH = Region(key="N", name="Regio Noord")
SOUTH = Region(key="Z", name="Regio Zuid")
TEACHER, USED, EXPIRED, OWNER = "CDFH-2345", "JKMN-6789", "PQRT-2346", "TVWX-3456"


def seed(tx: Transaction) -> None:
    for region in (NORTH, SOUTH):
        _region(tx, region)
    for key, name, regions in (("beide", "Beheerder", (NORTH, SOUTH)), ("nieuw", "Nieuwe docent", ())):
        memberships = tuple(Membership(region=region.key, role=Role.MANAGER) for region in regions)
        people.add_person(tx, Person(key=key, name=name, memberships=memberships), START)
        open_private_chat(tx, key, name, START)
    groups.add_subregion(tx, NORTH.key, "Deelregio Kust")
    chats.arrive(tx, PLATFORM, "group", "channel", "Nieuwe groep", START)
    for topic in ("Weekbericht", "Koffie"):
        there = chats.arrive(tx, PLATFORM, f"forum/{topic}", "channel", "Forum", START)
        chat_changes.title(tx, there.key, topic)
    _codes(tx)


def _region(tx: Transaction, region: Region) -> None:
    mine = region.key.lower()
    people.add_region(tx, region)
    people.add_team(tx, f"{mine}-team", region.key, "Team keuzevakken")
    groups.add_organisation(tx, region.key, "Het Lyceum")
    for who, name, role, team, place in (
        ("docent", "Docent", Role.TEACHER, f"{mine}-team", Place.MEMBER),
        ("trekker", "Trekker", Role.COORDINATOR, f"{mine}-team", Place.COORDINATOR),
        ("manager", "Manager", Role.MANAGER, None, Place.MEMBER),
    ):
        membership = Membership(region=region.key, role=role, team=team, place=place)
        person = Person(key=f"{mine}-{who}", name=f"{name} {region.key}", memberships=(membership,))
        people.add_person(tx, person, START)
        open_private_chat(tx, person.key, person.name, START)
    channel = chats.arrive(tx, PLATFORM, f"channel:{mine}", "channel", f"Kanaal {region.name}", START)
    chats.tie(tx, channel.key, region.key, None)
    _plan(tx, region.key, mine)


def _plan(tx: Transaction, region: str, mine: str) -> None:
    plans.add_plan(tx, f"{mine}-plan", region, "Activiteitenplan")
    activity = Activity(key=f"{mine}-activity", region=region, number=7, title="Keuzevakken vernieuwen")
    plans.add_activity(tx, f"{mine}-plan", activity)
    milestone = Milestone(
        key=f"{mine}-milestone",
        region=region,
        activity=activity.key,
        title="Pilot twee keuzevakken",
        due=date(2021, 12, 31),
    )
    plans.add_milestone(tx, f"{mine}-plan", milestone)
    set_owners(tx, milestone.key, [("Team keuzevakken", f"{mine}-team", None)])


def _codes(tx: Transaction) -> None:
    for typed, region, role, at in (
        (TEACHER, NORTH, Role.TEACHER, START),
        (USED, NORTH, Role.TEACHER, START),
        (EXPIRED, NORTH, Role.TEACHER, START - LASTS - timedelta(days=1)),
        (OWNER, SOUTH, Role.OWNER, START),
    ):
        team = f"{region.key.lower()}-team"
        invitations.invite(tx, region.key, role, team, seals=known_seals(_code(typed)), made_by="", now=at)
    used, _typed = known_seals(_code(USED))
    invitations.use(tx, used, "n-docent", START)


def _code(typed: str) -> Code:
    return Code(link=typed.encode().hex().ljust(32, "0")[:32], typed=typed)


def seeded(data: Path) -> Path:
    """Put the regions into a data folder, for a bot that is started on it; return the folder."""
    return filled(data, seed, START)
