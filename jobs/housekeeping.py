"""The worker that tidies: dialogues that nobody goes on with, pictures that nobody decided about, files to delete.

What was typed stays in the message that says goodbye, with a button to go on; nobody asked for it, so it waits for
an hour that suits. Each dialogue ends in a savepoint of its own: a fault of ours in one holds back no other. A file is
deleted before its row: killed in between, the row is still there to say so.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial

import structlog

from handlers.reception import NOWHERE
from handlers.reporting import goodbye
from jobs.worker import AGAIN, fault_in, written
from programme.dialogue import Dialogue
from programme.rules import Rules
from storage import calendars, pictures
from storage.database import Store, Transaction
from storage.files import FileStore
from storage.messages import conversations, outbox
from storage.people import people

log = structlog.get_logger()


class HousekeepingWorker:
    """Ends what has waited long enough.

    ``rules`` are those of a region by its key. ``unshow`` takes files, by their keys, off a platform of our own that
    still shows them, before they are deleted.
    """

    def __init__(
        self,
        store: Store,
        files: FileStore,
        rules: Callable[[str], Rules] = lambda region: Rules(),
        unshow: Callable[[Sequence[str]], Awaitable[None]] | None = None,
    ) -> None:
        self._store = store
        self._files = files
        self._rules = rules
        self._unshow = unshow

    async def work(self, now: datetime) -> datetime | None:
        """Tidy what is due at ``now``; return when there will be something again."""
        if self._store.read(lambda tx: _due(tx, now)):
            await written(self._store, lambda tx: _end_what_expired(tx, self._rules, now))
            await written(self._store, lambda tx: pictures.drop_forgotten(tx, now))
            await self._delete(self._store.read(pictures.dropped))
        return self._store.read(_next)

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    def bounded(self) -> "HousekeepingWorker":
        """What is due comes to an end by itself."""
        return self

    async def _delete(self, gone: list[tuple[str, str]]) -> None:
        if gone and self._unshow:
            await self._unshow([kept_as for _key, kept_as in gone])
        for _key, kept_as in gone:
            await asyncio.to_thread(self._files.drop, kept_as)
        if gone:
            await written(self._store, lambda tx: pictures.forget(tx, [key for key, _kept_as in gone]))


def _due(tx: Transaction, now: datetime) -> bool:
    following = _next(tx)
    return bool(pictures.dropped(tx)) or (following is not None and following <= now)


def _next(tx: Transaction) -> datetime | None:
    moments = (conversations.next_expiry(tx), pictures.next_forgotten(tx))
    return min((moment for moment in moments if moment is not None), default=None)


def _end_what_expired(tx: Transaction, rules: Callable[[str], Rules], now: datetime) -> None:
    for chat, person, region, dialogue in conversations.expired(tx, now):
        fault = fault_in(tx, partial(_end, tx, rules, chat, person, region, dialogue, now))
        if fault:
            log.error("dialogue.fault", chat=chat, fault=type(fault).__name__, exc_info=fault)
            conversations.put_off(tx, chat, person, now + AGAIN)


def _end(
    tx: Transaction,
    rules: Callable[[str], Rules],
    chat: str,
    person: str,
    region: str,
    dialogue: Dialogue | None,
    now: datetime,
) -> None:
    """Say goodbye, at a moment that suits the person."""
    at = _moment(tx, person, region, rules(region), now)
    if at > now:
        conversations.put_off(tx, chat, person, at)
        return
    _dialogue, lost = conversations.current(tx, chat, person)
    last = goodbye.expired(dialogue) if dialogue else goodbye.lost(lost or "")
    outbox.say(tx, last, asked_in=chat, region=region or None, now=now)
    conversations.end(tx, chat, person)


def _moment(tx: Transaction, key: str, region: str, rules: Rules, now: datetime) -> datetime:
    """Return when somebody may be told that a dialogue is over."""
    person = people.person(tx, key)
    here = people.region(tx, region) or NOWHERE
    return calendars.suits(tx, here, person, rules.hours, now) if person else now
