"""The worker that answers what arrived: many arrivals in one commit, and a fault in one takes back no other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

import structlog

from handlers import choices, dispatch
from jobs.worker import fault_in, faults_in, written
from programme.rules import Rules
from storage.database import Store, Transaction
from storage.messages import inbox, outbox
from storage.messages.inbox import Arrival

BATCH = 64  # arrivals in one commit: what is written meanwhile waits for it
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
        """Answer a batch, without a fault of ours in one arrival holding back another; more may be waiting."""
        answered = await written(self._store, lambda tx: self._answer_batch(tx, now))
        return now if answered else None

    async def idle(self) -> None:
        """Nothing is ever in flight between two works."""

    def _answer_batch(self, tx: Transaction, now: datetime) -> int:
        """Answer what waits, oldest first; return how much of it is answered."""
        waiting = list(_undisturbed(inbox.waiting(tx, BATCH, self._last)))
        faults = faults_in(tx, [partial(dispatch.dispatch, tx, one, now, self._rules) for one in waiting])
        return sum(_settled(tx, *each, now) for each in zip(waiting, faults, strict=True))


def _undisturbed(waiting: Iterable[Arrival]) -> Iterator[Arrival]:
    """Yield what waits up to the first happening: after it, what follows may be in another chat."""
    for arrival in waiting:
        yield arrival
        if arrival.happening:
            return


def _settled(tx: Transaction, arrival: Arrival, fault: Exception | None, now: datetime) -> bool:
    """Whether an arrival is answered: if need be, by saying that it cannot be."""
    if fault is None:
        return True
    name = type(fault).__name__
    log.error("arrival.fault", arrival=arrival.key, fault=name, exc_info=fault)
    return fault_in(tx, partial(apologise, tx, arrival, name, now)) is None


def apologise(tx: Transaction, arrival: Arrival, fault: str, now: datetime) -> None:
    """Set an arrival aside because of a fault of ours, and say so; ``fault`` is the class of the error."""
    inbox.done(tx, arrival.key, now, fault)
    outbox.say(tx, choices.apology(arrival, now), asked_in=arrival.chat, region=None, now=now)
