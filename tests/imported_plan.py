"""A region with the small plan imported, and what tests of importing again ask of it."""

from datetime import UTC, date, datetime, time

from bot.local import open_private_chat
from bot.plan_import import import_plan
from programme.events import Answered
from programme.plan.reading import PlanReading
from programme.records import Membership, Person, Place, Role, Stand
from programme.rules import Rules
from storage.database import MemoryStore, Transaction
from storage.people import people
from storage.plan import plans
from storage.plan.imports import Import
from tests.small_plan import READING

CODE = "STO26001"
NOW = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)
FOLDER, VISITS = ("Folder maken en verspreiden", date(2026, 12, 31)), ("Scholen bezoeken", date(2026, 12, 31))


def imported() -> MemoryStore:
    """Return a store that holds the plan as it was first imported."""
    store = MemoryStore()
    put_in(store)
    return store


def put_in(store: MemoryStore, reading: PlanReading = READING, region: str = CODE) -> Import:
    return store.write(lambda tx: import_plan(tx, region, reading, Rules(), NOW)).result()


def keys(store: MemoryStore) -> dict[tuple[str, date | None], str]:
    found = store.read(lambda tx: plans.milestones(tx, CODE))
    return {(one.title, one.due): one.key for one in found}


def let_in(tx: Transaction, key: str, role: Role, team: str | None = None) -> None:
    membership = Membership(region=CODE, role=role, team=team, place=Place.COORDINATOR)
    people.add_person(tx, Person(key=key, name=key.title(), hour=time(8, 30), memberships=(membership,)), NOW)
    open_private_chat(tx, key, key.title(), NOW)


def team(tx: Transaction, name: str) -> str:
    return str(
        tx.value("SELECT key FROM teams WHERE name = :name AND region = :region", name=name, region=CODE)
    )


def answered(milestone: str, position: int, stand: Stand, forecast: date | None = None) -> Answered:
    return Answered(
        region=CODE, person="an", milestone=milestone, position=position, stand=stand, forecast=forecast
    )
