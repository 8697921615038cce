"""What nobody asked for and did not reach its reader by the evening: taken back, to be said anew when it may be.

It is not kept for the morning as it stands: what it says of days would no longer be so, and the morning may bring a
message of its own. What was due becomes due again, and the rules that let it be said decide once more. A message
between people tells of no day: it waits as it is, until an hour that suits its reader.
"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from programme.rules import Rules
from storage import calendars, parcels, people
from storage.database import Transaction

log = structlog.get_logger()


def take_back(tx: Transaction, rules: Callable[[str], Rules], now: datetime) -> int:
    """Take back what was said unasked, has not been shown, and is out of its hours; return how much that is."""
    late = [one for one in parcels.unshown(tx, now) if _out_of_hours(tx, one, rules, now)]
    taken = [one for one in late if parcels.take_back(tx, one, now)]
    for one in taken:
        log.info("delivery.taken_back", message=one.key)
    for one in late:
        if one not in taken:
            _hold(tx, one, rules, now)
    return len(taken)


def _hold(tx: Transaction, one: parcels.Unshown, rules: Callable[[str], Rules], now: datetime) -> None:
    region, reader = people.region(tx, one.region), people.person(tx, one.person or "")
    if region and reader:
        parcels.hold(tx, one, calendars.suits(tx, region, reader, rules(region.key).hours, now))


def _out_of_hours(
    tx: Transaction, one: parcels.Unshown, rules: Callable[[str], Rules], now: datetime
) -> bool:
    """Whether it is another day than when it was said, or evening: the hours in which it was allowed are over."""
    region = people.region(tx, one.region)
    if region is None:
        return False
    said, local = (at.astimezone(ZoneInfo(region.zone)) for at in (one.said_at, now))
    return said.date() != local.date() or local.time() >= rules(region.key).hours.end
