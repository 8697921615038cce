"""The question what becomes of what has vanished from a plan: to each programme manager, at an hour that suits."""

from collections.abc import Sequence
from datetime import datetime

from handlers.desk import OpenDesk
from handlers.plan.plan_changes import question
from jobs.reading import Reading, Readings
from programme.calendar import earliest
from programme.permissions import Deed
from programme.records import NO_CHAT, Person, Region
from programme.rules import Rules
from storage import occurrences
from storage.database import Transaction
from storage.messages import outbox
from storage.occurrences import Occurrence
from storage.people import people

RULE = "vanished"


def ask_managers(tx: Transaction, region: Region, rules: Rules, now: datetime) -> int:
    """Let every programme manager of a region be asked at their next moment; return how many there are."""
    reading = Reading(tx, region, rules, now)
    managers = people.who_may(tx, Deed.MANAGE, region.key)
    wanted = [one for key in managers if (one := _occurrence(reading, key, now))]
    occurrences.derive(tx, f"{RULE}:{region.key}", wanted)
    return len(wanted)


def ask(readings: Readings, due: Sequence[Occurrence], now: datetime) -> None:
    """Ask one person about the first thing that nobody has decided on; the next follows the answer."""
    for one in due:
        reading = readings.of(one.region)
        tx, region, person = reading.tx, reading.region, reading.person(one.person or "")
        at = _moment(reading, person, now)
        if person is None or at is None:
            occurrences.claim(tx, one, now, "expired")
        elif at > now:
            occurrences.put_off(tx, one, at)
        elif occurrences.claim(tx, one, now):
            desk = OpenDesk(tx=tx, now=now, fresh="", person=person, region=region, chat=NO_CHAT)
            open_ones = desk.vanished()
            if open_ones:
                outbox.say(tx, question(open_ones, desk), asked_in=None, region=region.key, now=now)


def _occurrence(reading: Reading, person: str, now: datetime) -> Occurrence | None:
    at = _moment(reading, reading.person(person), now)
    if at is None:
        return None
    region = reading.region.key
    return Occurrence(
        region=region, rule=RULE, item=f"{RULE}:{region}", day=reading.today, at=at, person=person
    )


def _moment(reading: Reading, person: Person | None, now: datetime) -> datetime | None:
    if person is None or person.stopped:
        return None
    return earliest(now, *reading.times(person.key))
