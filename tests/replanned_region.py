"""A region whose plan was imported twice, the second time with less in it: the programme manager is asked about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.local import open_private_chat
from bot.plan_import import import_plan
from programme.calendar import Break
from programme.records import Membership, Person, Role
from programme.rules import Rules
from storage import calendars
from storage.database import Transaction
from storage.people import people
from tests.small_plan import READING, ROWS, with_rows

CODE = "STO26001"
START = datetime(2026, 11, 1, 20, 0, tzinfo=UTC)  # a Sunday evening: nobody is asked before Monday morning
CHRISTMAS = tuple(
    Break(name="Kerstvakantie", first=date(year, 12, 24), last=date(year + 1, 1, 3)) for year in (2026, 2027)
)


def seed(tx: Transaction) -> None:
    """Import a plan twice; the second time two milestones and a meeting are not in it any more."""
    import_plan(tx, CODE, READING, Rules(), START)
    for key, role in (("manager", Role.MANAGER), ("docent", Role.TEACHER)):
        member = Membership(region=CODE, role=role)
        people.add_person(tx, Person(key=key, name=key, hour=time(8, 30), memberships=(member,)), START)
        open_private_chat(tx, key, key, START)
    calendars.set_breaks(tx, CODE, None, CHRISTMAS)
    less = replace(READING, meetings=READING.meetings[:1])
    import_plan(tx, CODE, with_rows(*ROWS[2:], reading=less), Rules(), START)
