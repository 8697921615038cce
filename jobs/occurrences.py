"""The worker that says what is due: what one person is due at one moment becomes one message."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from handlers.desk import OpenDesk
from handlers.dispatch import VIEWS
from handlers.milestones import Reminder
from jobs import summaries
from programme.messages import Address
from programme.records import Chat
from storage import occurrences, outbox, people
from storage.database import Store, Transaction
from storage.occurrences import Occurrence

T = TypeVar("T")


class OccurrenceWorker:
    """Says what is due and derives again what has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def work(self, now: datetime) -> datetime | None:
        """Say everything that is due at ``now``; return when the next occurrence is due."""
        due = self._store.read(lambda tx: occurrences.due(tx, now))
        for _whose, batch in groupby(sorted(due, key=_whose_and_what), key=_whose_and_what):
            await self._say(tuple(batch), now)
        return now if due else await self._write(occurrences.next_due)

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    async def _say(self, batch: Sequence[Occurrence], now: datetime) -> None:
        said = SAID.get(batch[0].rule, _remind)
        await self._write(lambda tx: said(tx, batch, now))

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await asyncio.wrap_future(self._store.write(work))


def _remind(tx: Transaction, batch: Sequence[Occurrence], now: datetime) -> None:
    due = [one for one in batch if occurrences.claim(tx, one, now)]
    person = people.person(tx, due[0].person or "") if due else None
    region = people.region(tx, due[0].region) if due else None
    if not person or not region or person.stopped:
        return
    view = Reminder(parts=((region.key, tuple(dict.fromkeys(one.item for one in due))),))
    nowhere = Chat(key="", platform="", kind="private")
    desk = OpenDesk(tx=tx, now=now, fresh="", person=person, region=region, chat=nowhere)
    message = replace(VIEWS[Reminder](view, desk), to=Address(person=person.key))
    outbox.say(tx, message, asked_in=None, region=region.key, now=now)


def _whose_and_what(one: Occurrence) -> tuple[str, str]:
    """What one recipient is due by rules that are said together."""
    return one.rule if one.rule in SAID else "", one.person or one.chat or ""


SAID: Mapping[str, Callable[[Transaction, Sequence[Occurrence], datetime], None]] = {
    summaries.RULE: summaries.say_summaries,  # every other rule reminds
}
