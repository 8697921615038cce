"""Putting a plan into the database, and all that follows: what shows it is composed anew, managers are asked."""

from datetime import datetime

from handlers.desk import OpenDesk
from handlers.dispatch import show_anew
from jobs import plan_questions
from programme.plan.changes import How
from programme.plan.content import Kind
from programme.plan.reading import PlanReading
from programme.records import NO_CHAT, Person
from programme.rules import Rules
from storage.database import Transaction
from storage.plan import imports, vanished
from storage.plan.imports import Import

NOBODY = Person(key="", name="")


def import_plan(tx: Transaction, region: str, reading: PlanReading, rules: Rules, now: datetime) -> Import:
    """Keep a reading of a plan in a region, made where it does not exist; return what that changed."""
    found = imports.keep(tx, region, reading, now)
    desk = OpenDesk(tx=tx, now=now, fresh="", person=NOBODY, region=found.region, chat=NO_CHAT)
    for change in found.changes.that_are(How.CHANGED, kind=Kind.MILESTONE):
        show_anew(tx, region, change.item.key, desk)
    if vanished.questions(tx, region):
        plan_questions.ask_managers(tx, found.region, rules, now)
    return found
