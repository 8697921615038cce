"""The worker that answers what arrived, each arrival in a savepoint of its own, many in one commit."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from handlers import choices, dispatch
from jobs.worker import written
from programme.rules import Rules
from storage import inbox, outbox
from storage.database import Store, Transaction
from storage.driver import NotKept
from storage.inbox import Arrival

BATCH = 256
log = structlog.get_logger()


class InboxWorker:
    """Answers arrivals in the order in which they came. ``rules`` are those of a region by its key.

    ``last``: the newest arrival that it answers, None for whatever comes.
    """

    def __init__(
        self,
        store: Store,
        rules: Callable[[str], Rules] = lambda region: Rules(),
        last: int | None = None,
    ) -> None:
        self._store = store
        self._rules = rules
        self._last = last

    def bounded(self) -> "InboxWorker":
        """The same for what has arrived by now: what comes later waits."""
        return InboxWorker(self._store, self._rules, self._store.read(inbox.newest))

    async def work(self, now: datetime) -> datetime | None:
        """Answer a batch; more is waiting when the batch was full."""
        arrivals = await written(self._store, lambda tx: inbox.waiting(tx, BATCH, self._last))
        await asyncio.gather(*(self._answer(arrival, now) for arrival in arrivals))
        return now if arrivals else None

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    async def _answer(self, arrival: Arrival, now: datetime) -> None:
        try:
            await written(self._store, lambda tx: dispatch.dispatch(tx, arrival, now, self._rules))
        except NotKept:
            raise  # no fault of this arrival: it waits until it can be kept
        except Exception as error:  # a fault of ours must not hold back what came after it
            log.error("arrival.fault", arrival=arrival.key, fault=type(error).__name__, exc_info=error)
            fault = type(error).__name__
            await written(self._store, lambda tx: apologise(tx, arrival, fault, now))


def apologise(tx: Transaction, arrival: Arrival, fault: str, now: datetime) -> None:
    """Set an arrival aside because of a fault of ours, and say so; ``fault`` is the class of the error."""
    inbox.done(tx, arrival.key, now, fault)
    outbox.say(tx, choices.apology(arrival, now), asked_in=arrival.chat, region=None, now=now)
