"""A small region of the tests' own, with all that a weekly summary can tell."""

from datetime import UTC, date, datetime, time, timedelta

from bot.local import PLATFORM, open_private_chat
from programme.calendar import Break
from programme.records import Activity, Membership, Milestone, Person, Region, Role, Stand, UpdateKind
from programme.updates import Details, Update
from storage import updates
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.plan import plans

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)  # a Monday, 08:00 in the region
REGION = Region(key="R", name="Regio Vechtdal")
CHRISTMAS = Break(name="Kerstvakantie", first=date(2021, 12, 25), last=date(2022, 1, 9))
PEOPLE = (
    ("teacher", "Anna Visser", Role.TEACHER, "lyceum"),
    ("colleague", "Bert de Boer", Role.TEACHER, "harbour"),
    ("company", "Cor Mulder", Role.COMPANY, "bakker"),
    ("manager", "Dina Smit", Role.MANAGER, None),
)
ORGANISATIONS = (
    ("lyceum", "Lyceum Vechtoever", "south"),
    ("harbour", "Havencollege", "north"),
    ("bakker", "Bakker Installatie BV", "north"),
)
MILESTONES = (
    ("m1", "Pilot twee keuzevakken", date(2021, 12, 31), Stand.ON_TRACK, None),
    ("m2", "Leskist voor het basisonderwijs", date(2021, 12, 15), None, None),
    ("m3", "Contract met Bakker Installatie BV", date(2021, 12, 10), None, None),
    ("m4", "Nulmeting", date(2021, 10, 1), Stand.DELAYED, date(2021, 12, 20)),
    ("m5", "Startbijeenkomst", date(2021, 9, 1), Stand.DONE, None),
    ("m6", "Website", date(2021, 11, 1), None, None),
)


def seed(tx: Transaction) -> None:
    """Fill an empty database with the region and its two channels."""
    people.add_region(tx, REGION)
    for key, name in (("north", "Noord"), ("south", "Zuid")):
        tx.insert("subregions", key=key, region=REGION.key, name=name)
    for key, name, subregion in ORGANISATIONS:
        tx.insert("organisations", key=key, region=REGION.key, name=name, subregion=subregion)
    people.add_team(tx, "t1", REGION.key, "Ontwikkelteam Zon")
    for key, name, role, organisation in PEOPLE:
        member = Membership(region=REGION.key, role=role, organisation=organisation)
        people.add_person(tx, Person(key=key, name=name, hour=time(16), memberships=(member,)), START)
        open_private_chat(tx, key, name, START)
    _plan(tx)
    add_break(tx, CHRISTMAS)
    add_channel(tx, "Vechtdal", None)
    add_channel(tx, "Noord", "north")


def _plan(tx: Transaction) -> None:
    plans.add_plan(tx, "p", REGION.key, "Activiteitenplan")
    for number, title in ((7, "Keuzevakken vernieuwen"), (8, "Professionalisering docenten")):
        activity = Activity(key=f"a{number}", region=REGION.key, number=number, title=title)
        plans.add_activity(tx, "p", activity)
    for key, title, due, stand, forecast in MILESTONES:
        one = Milestone(key=key, region=REGION.key, activity="a7", title=title, due=due)
        plans.add_milestone(tx, "p", one)
        tx.run(
            "UPDATE milestones SET stand = :stand, forecast = :forecast WHERE key = :key",
            key=key,
            stand=stand,
            forecast=forecast.isoformat() if forecast else None,
        )
    for key, name, target in (
        ("i1", "Uitstroom naar technisch mbo", 180),
        ("i2", "Samenwerking aantal bedrijven", 1),
        ("i3", "Professionalisering docenten", 10),
    ):
        tx.insert("indicators", key=key, region=REGION.key, plan="p", name=name)
        for year in (2021, 2022):
            tx.insert("indicator_targets", indicator=key, year=year, target=target)
    tx.insert("meetings", key="w1", region=REGION.key, name="Stuurgroep", per_year=6)


def add_channel(tx: Transaction, title: str, subregion: str | None, region: str = REGION.key) -> str:
    """Tie a new channel to the region and return its key."""
    chat = chats.arrive(tx, PLATFORM, f"channel:{title}", "channel", title, START)
    chats.tie(tx, chat.key, region, subregion)
    return chat.key


def add_break(tx: Transaction, one: Break) -> None:
    """Add a school holiday to the region's calendar."""
    first, last = one.first.isoformat(), one.last.isoformat()
    tx.insert("breaks", region=REGION.key, name=one.name, first=first, last=last)


def report(
    tx: Transaction,
    key: str,
    at: datetime,
    *,
    person: str = "teacher",
    activity: str | None = "a7",
    kind: UpdateKind = UpdateKind.OUTCOME,
    shared: bool = False,
    details: Details | None = None,
    dated: bool = True,
) -> None:
    """Save an update as if it had been reported at a moment."""
    update = Update(
        key=key,
        region=REGION.key,
        person=person,
        kind=kind,
        activity=activity,
        day=at.date() if dated else None,
        shared=shared,
        details=details or Details(),
    )
    updates.save(tx, update, at)


def reported(tx: Transaction) -> None:
    """A school in Zuid and a company in Noord report on the first Monday."""
    seed(tx)
    shared = Details(
        pupils=26,
        teachers=2,
        companies=1,
        success="De leerlingen bouwden zelf een slimme lamp.",
        obstacle="Te weinig soldeerbouten.",
    )
    report(tx, "u1", START + timedelta(seconds=1), shared=True, details=shared)
    kept_private = Details(pupils=12, success="Dit deel ik niet.")
    report(tx, "u2", START + timedelta(seconds=2), person="colleague", details=kept_private)
