"""The question what becomes of what has vanished from a plan: to each programme manager, at an hour that suits."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.desk import OpenDesk
from handlers.plan.plan_changes import question
from programme.calendar import earliest
from programme.permissions import Deed
from programme.records import Chat, Region
from programme.rules import Rules
from storage import calendars, occurrences, outbox, people
from storage.database import Transaction
from storage.occurrences import Occurrence

RULE = "vanished"
NOWHERE = Chat(key="", platform="", kind="private")


def ask_managers(tx: Transaction, region: Region, rules: Rules, now: datetime) -> int:
    """Let every programme manager of a region be asked at their next moment; return how many there are."""
    managers = people.who_may(tx, Deed.MANAGE, region.key)
    wanted = [one for key in managers if (one := _occurrence(tx, region, rules, key, now))]
    occurrences.derive(tx, f"{RULE}:{region.key}", wanted)
    return len(wanted)


def ask(tx: Transaction, due: Sequence[Occurrence], rules: Rules, now: datetime) -> None:
    """Ask one person about the first thing that nobody has decided on; the next follows the answer."""
    for one in due:
        person, region = people.person(tx, one.person or ""), people.region(tx, one.region)
        at = _moment(tx, region, rules, one.person or "", now) if region else None
        if person is None or region is None or at is None:
            occurrences.claim(tx, one, now, "expired")
        elif at > now:
            occurrences.put_off(tx, one, at)
        elif occurrences.claim(tx, one, now):
            desk = OpenDesk(tx=tx, now=now, fresh="", person=person, region=region, chat=NOWHERE)
            open_ones = desk.vanished()
            if open_ones:
                outbox.say(tx, question(open_ones, desk), asked_in=None, region=region.key, now=now)


def _occurrence(
    tx: Transaction, region: Region, rules: Rules, person: str, now: datetime
) -> Occurrence | None:
    at = _moment(tx, region, rules, person, now)
    if at is None:
        return None
    day = now.astimezone(ZoneInfo(region.zone)).date()
    return Occurrence(
        region=region.key, rule=RULE, item=f"{RULE}:{region.key}", day=day, at=at, person=person
    )


def _moment(tx: Transaction, region: Region, rules: Rules, key: str, now: datetime) -> datetime | None:
    person = people.person(tx, key)
    if person is None or person.stopped:
        return None
    calendar = calendars.calendar_of(tx, region.key, person)
    return earliest(now, calendar, calendars.rhythm(tx, region.zone, person, rules.hours))
