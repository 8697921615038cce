"""The worker that says what is due, and derives what will be: again for what changed, further as time goes.

Each region is derived and each message said in a savepoint of its own: a fault of ours in one holds back no other.
All that is due at one moment is said on one reading of the plan.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

import structlog

from jobs import plan_questions, reminders, silences, summaries
from jobs.reading import HORIZON, LEAST, Reading, Readings
from jobs.worker import AGAIN, fault_in, written
from programme.calendar import Period, instant
from programme.records import Region
from programme.rules import Rules
from storage import marks, occurrences
from storage.chats import chats
from storage.database import Store, Transaction
from storage.driver import NotKept
from storage.occurrences import Occurrence
from storage.people import people
from storage.plan import plans

NIGHT = time(3, 0)
MOST = 64  # messages in one commit: what people write meanwhile waits for it
log = structlog.get_logger()


class OccurrenceWorker:
    """Says what is due and derives again what has changed. ``rules`` are those of a region by its key.

    ``regions``: those whose occurrences it derives; a rehearsal has one.
    """

    def __init__(
        self,
        store: Store,
        rules: Callable[[str], Rules] = lambda region: Rules(),
        regions: Callable[[Transaction], Sequence[Region]] = people.regions,
    ) -> None:
        self._store = store
        self._rules = rules
        self._regions = regions

    async def work(self, now: datetime) -> datetime | None:
        """Do everything that is due at ``now``; return when the next occurrence or derivation is due."""
        regions = self._store.read(lambda tx: [(one, _derived(tx, one, now)) for one in self._regions(tx)])
        nights = await asyncio.gather(*(self._derive(region, until, now) for region, until in regions))
        due = self._store.read(lambda tx: occurrences.due(tx, now))
        batches = [tuple(batch) for _key, batch in groupby(sorted(due, key=_together), key=_together)]
        for first in range(0, len(batches), MOST):
            await self._say(batches[first : first + MOST], now)
        following = self._store.read(occurrences.next_due)
        return now if due else min((at for at in (following, *nights) if at), default=None)

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    def bounded(self) -> "OccurrenceWorker":
        """What is due comes to an end by itself."""
        return self

    async def _derive(self, region: Region, until: date | None, now: datetime) -> datetime:
        """Derive what is stale and what the horizon asks for; return when the horizon asks again."""
        if until:
            return _night(until - LEAST, region)
        try:
            return await written(self._store, lambda tx: self._derive_region(tx, region, now))
        except NotKept:
            raise
        except Exception as error:
            log.error("derive.fault", region=region.key, fault=type(error).__name__, exc_info=error)
            return now + AGAIN

    def _derive_region(self, tx: Transaction, region: Region, now: datetime) -> datetime:
        stale = occurrences.take_stale(tx, region.key)
        reading = Reading(tx, region, self._rules(region.key), now)
        known = marks.day(tx, f"derived:{region.key}")
        if known is None or known - LEAST <= reading.today:
            known = reading.today + HORIZON
            stale = [milestone.key for milestone in plans.milestones(tx, region.key)]
            summaries.derive_summaries(tx, region, reading.rules, now)
            marks.set_day(tx, f"derived:{region.key}", known)
        if marks.day(tx, f"listed:{region.key}") != reading.today:
            silences.derive_lists(reading, Period(first=reading.today, last=known))
            marks.set_day(tx, f"listed:{region.key}", reading.today)
        for key in stale:
            milestone = plans.milestone(tx, region.key, key)
            if milestone:
                reminders.derive_milestone(reading, milestone, Period(first=reading.today, last=known))
            elif chats.chat(tx, key):
                summaries.derive_summaries(tx, region, reading.rules, now)
        return _night(known - LEAST, region)

    async def _say(self, batches: Sequence[Sequence[Occurrence]], now: datetime) -> None:
        await written(self._store, lambda tx: self._say_each(Readings(tx, self._rules, now), batches, now))

    def _say_each(self, readings: Readings, batches: Sequence[Sequence[Occurrence]], now: datetime) -> None:
        for batch in batches:
            say = SAID[batch[0].rule]
            fault = fault_in(readings.tx, partial(say, readings, batch, now))
            if fault:
                keys = [one.key for one in batch]
                log.error("occurrence.fault", occurrences=keys, fault=type(fault).__name__, exc_info=fault)
                _put_off(readings.tx, batch, now + AGAIN)


def _derived(tx: Transaction, region: Region, now: datetime) -> date | None:
    """Return until when a region is derived; None where something is to be: every wake asks, and few find anything."""
    today = now.astimezone(ZoneInfo(region.zone)).date()
    until = marks.day(tx, f"derived:{region.key}")
    ahead = until is not None and until - LEAST > today and marks.day(tx, f"listed:{region.key}") == today
    return until if ahead and not occurrences.any_stale(tx, region.key) else None


def _put_off(tx: Transaction, batch: Sequence[Occurrence], at: datetime) -> None:
    for one in batch:
        occurrences.put_off(tx, one, at)


def _together(one: Occurrence) -> tuple[str, str]:
    """What one recipient is due by rules that are said together."""
    return SAID[one.rule].__name__, one.person or one.chat or ""


def _night(day: date, region: Region) -> datetime:
    return instant(day, NIGHT, ZoneInfo(region.zone).key)


SAID: Mapping[str, Callable[[Readings, Sequence[Occurrence], datetime], None]] = {
    **dict.fromkeys(reminders.RULES, reminders.remind),
    summaries.RULE: summaries.say_summaries,
    plan_questions.RULE: plan_questions.ask,
}
