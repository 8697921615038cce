"""What nobody asked for and did not reach its reader by the evening: taken back, to be said anew when it may be.

It is not kept for the morning as it stands: what it says of days would no longer be so, and the morning may bring a
message of its own. What was due becomes due again, and the rules that let it be said decide once more. A message
between people tells of no day: it waits as it is, until an hour that suits its reader.
"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from programme.messages import Urgency
from programme.rules import Rules
from storage import calendars
from storage.database import Transaction
from storage.messages import parcels
from storage.messages.queues import Waiting
from storage.people import people

log = structlog.get_logger()


def when(tx: Transaction, one: Waiting, rules: Callable[[str], Rules], now: datetime) -> datetime | None:
    """Return when a message that waits may be said, ``now`` for at once; None: it was taken back."""
    if not _out_of_hours(tx, one, rules, now):
        return now
    if parcels.take_back(tx, one.key, now):
        log.info("delivery.taken_back", message=one.key)
        return None
    region, reader = people.region(tx, one.region or ""), people.person(tx, one.person or "")
    return calendars.suits(tx, region, reader, rules(region.key).hours, now) if region and reader else now


def _out_of_hours(tx: Transaction, one: Waiting, rules: Callable[[str], Rules], now: datetime) -> bool:
    """Whether nobody asked for it, and it is another day than when it was said, or evening: its hours are over."""
    if not one.unsaid or one.urgency < Urgency.REMINDER or one.said_at >= now or one.region is None:
        return False
    region = people.region(tx, one.region)
    if region is None:
        return False
    said, local = (at.astimezone(ZoneInfo(region.zone)) for at in (one.said_at, now))
    return said.date() != local.date() or local.time() >= rules(region.key).hours.end
