"""The worker that tidies: dialogues that nobody goes on with, pictures that nobody decided about, files to delete.

What was typed stays in the message that says goodbye, with a button to go on; nobody asked for it, so it waits for
an hour that suits. A file is deleted before its row:
killed in between, the row is still there to say so.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from handlers.reception import NOWHERE
from handlers.reporting import goodbye
from programme.rules import Rules
from storage import calendars, conversations, outbox, people, pictures
from storage.database import Store, Transaction
from storage.files import FileStore

T = TypeVar("T")


class HousekeepingWorker:
    """Ends what has waited long enough. ``rules`` are those of a region by its key."""

    def __init__(
        self, store: Store, files: FileStore, rules: Callable[[str], Rules] = lambda region: Rules()
    ) -> None:
        self._store = store
        self._files = files
        self._rules = rules

    async def work(self, now: datetime) -> datetime | None:
        """Tidy what is due at ``now``; return when there will be something again."""
        if self._store.read(lambda tx: _due(tx, now)):
            await self._write(lambda tx: _end_what_expired(tx, self._rules, now))
            await self._write(lambda tx: pictures.drop_forgotten(tx, now))
            await self._delete(self._store.read(pictures.dropped))
        return self._store.read(_next)

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    def bounded(self) -> "HousekeepingWorker":
        """What is due comes to an end by itself."""
        return self

    async def _delete(self, gone: list[tuple[str, str]]) -> None:
        for _key, kept_as in gone:
            await asyncio.to_thread(self._files.drop, kept_as)
        if gone:
            await self._write(lambda tx: pictures.forget(tx, [key for key, _kept_as in gone]))

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await asyncio.wrap_future(self._store.write(work))


def _due(tx: Transaction, now: datetime) -> bool:
    following = _next(tx)
    return bool(pictures.dropped(tx)) or (following is not None and following <= now)


def _next(tx: Transaction) -> datetime | None:
    moments = (conversations.next_expiry(tx), pictures.next_forgotten(tx))
    return min((moment for moment in moments if moment is not None), default=None)


def _end_what_expired(tx: Transaction, rules: Callable[[str], Rules], now: datetime) -> None:
    for chat, person, region, dialogue in conversations.expired(tx, now):
        at = _moment(tx, person, region, rules(region), now)
        if at > now:
            conversations.put_off(tx, chat, person, at)
            continue
        said = conversations.left_over(tx, chat, person) or ""
        last = goodbye.expired(dialogue) if dialogue else goodbye.lost(said)
        outbox.say(tx, last, asked_in=chat, region=region or None, now=now)
        conversations.end(tx, chat, person)


def _moment(tx: Transaction, key: str, region: str, rules: Rules, now: datetime) -> datetime:
    """Return when somebody may be told that a dialogue is over."""
    person = people.person(tx, key)
    here = people.region(tx, region) or NOWHERE
    return calendars.suits(tx, here, person, rules.hours, now) if person else now
