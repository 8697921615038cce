"""A small region of the tests' own, so that dialogues about reports do not hang on the demo's plan."""

from datetime import UTC, date, datetime, time

from bot.local import PLATFORM, open_private_chat
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.plan import plans
from tests.owned import set_owners

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
REGION = Region(key="OEVER", name="Regio Oever")
PEOPLE = (
    ("docent", "Docent PIE", Role.TEACHER, Place.MEMBER),
    ("collega", "Docent D&P", Role.TEACHER, Place.MEMBER),
    ("teacher", "Teacher T&T", Role.TEACHER, Place.MEMBER),
    ("bedrijf", "Installatiebedrijf", Role.COMPANY, Place.MEMBER),
    ("coordinator", "Coördinator keuzevakken", Role.COORDINATOR, Place.COORDINATOR),
    ("manager", "Programmamanager", Role.MANAGER, Place.MEMBER),
    ("tweede", "Tweede manager", Role.MANAGER, Place.MEMBER),
)
ORGANISATIONS = (("o1", "Het Oevercollege"), ("o2", "De Rivierschool"))
ACTIVITIES = (
    ("Techniek in de basisschool", "techniekdag groep 7 en 8 techniekcoach leskist"),
    ("Keuzevakken vernieuwen", "pilot keuzevak robotica drones domotica module"),
    ("Docenten bijscholen", "training docenten lassen scholing stage"),
    ("Gastlessen van bedrijven", "gastles gastlessen bedrijfsbezoek monteur"),
    ("Doorlopende leerlijn met het mbo", "mbo instroom aansluiting leerlijn"),
    ("Meisjes in de techniek", "girlsday meisjes rolmodel"),
    ("Technolab", "technolab werkplaats inrichting machines"),
    ("Volwassenen en zij-instroom", "zij-instroom avondschool volwassenen"),
)
MILESTONES = (
    ("m1", 2, "Pilot met twee keuzevakken gedraaid", "2021-12-31"),
    ("m2", 2, "Lesmateriaal domotica vastgesteld", "2022-03-31"),
    ("m3", 7, "Technolab ingericht", "2022-06-30"),
    ("m4", 4, "Rooster van gastlessen gedeeld", "2022-01-31"),
)


def seed(tx: Transaction) -> None:
    """Fill an empty database with the region; a filled one stays as it is."""
    if people.regions(tx):
        return
    people.add_region(tx, REGION)
    people.add_team(tx, "t1", REGION.key, "Team keuzevakken")
    for key, name in ORGANISATIONS:
        tx.insert("organisations", key=key, region=REGION.key, name=name)
    for key, name, role, place in PEOPLE:
        membership = Membership(
            region=REGION.key,
            role=role,
            team="t1" if key == "coordinator" else None,
            organisation="o1" if key in ("docent", "teacher") else None,
            place=place,
        )
        people.add_person(
            tx,
            Person(
                key=key,
                name=name,
                language="en" if key == "teacher" else "nl",
                hour=time(16, 0),
                memberships=(membership,),
            ),
            START,
        )
        open_private_chat(tx, key, name, START)
    channel = chats.arrive(tx, PLATFORM, f"channel:{REGION.key}", "channel", "Team Oever", START)
    chats.tie(tx, channel.key, REGION.key, None)
    plans.add_plan(tx, "p1", REGION.key, "Activiteitenplan")
    for number, (title, words) in enumerate(ACTIVITIES, 1):
        activity = Activity(key=f"a{number}", region=REGION.key, number=number, title=title)
        plans.add_activity(tx, "p1", activity, words)
    for key, number, title, due in MILESTONES:
        milestone = Milestone(
            key=key, region=REGION.key, activity=f"a{number}", title=title, due=date.fromisoformat(due)
        )
        plans.add_milestone(tx, "p1", milestone)
    for key in ("m1", "m2"):
        set_owners(tx, key, [("Team keuzevakken", "t1", None)])
