"""The worker that closes the gap between what messages should say and what the platforms show.

It claims what is ready in one commit, hands each parcel to its platform, and settles it by what became of it: sent,
again later, uncertain, failed. Which error means what is the platform's to say; what follows is decided here. An
error that is none of a platform's own is a fault of ours; it settles its row like any other, or the chat would wait.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from documents.drawings import Drawn, draw
from jobs.nights import take_back
from jobs.sender import Gone, Refused, Sender, SendError, Unsent
from jobs.worker import written
from programme.messages import Drawing, Urgency
from programme.rules import Rules
from storage import parcels
from storage.database import Store, Transaction
from storage.parcels import Parcel

BATCH = 128
PAUSES = tuple(timedelta(seconds=s) for s in (1, 5, 30, 120, 600, 3600))
ATTEMPTS = 12  # by then it was tried for some hours
log = structlog.get_logger()

Settle = Callable[[Transaction], None]


class DeliveryWorker:
    """Delivers to every platform it was given; at most one parcel is in flight for each chat."""

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        wake: Callable[[], None] = lambda: None,
        draw: Callable[[Drawing, str], Drawn | None] = draw,
        rules: Callable[[str], Rules] = lambda region: Rules(),
    ) -> None:
        self._store = store
        self._senders = senders
        self._wake = wake
        self._draw = draw
        self._rules = rules
        self._drawing = asyncio.Lock()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._owed: list[Settle] = []
        self._recovered = False

    async def work(self, now: datetime) -> datetime | None:
        """Claim what is ready and set it on its way; return when the next is ready."""
        if not self._recovered:
            await written(self._store, lambda tx: self._recover(tx, now))
            self._recovered = True
        while self._owed:
            await written(self._store, self._owed[0])
            del self._owed[0]
        if await written(self._store, lambda tx: take_back(tx, self._rules, now)):
            self._wake()
        claimed = await written(self._store, lambda tx: parcels.claim(tx, now, BATCH))
        for parcel in claimed:
            task = asyncio.create_task(self._deliver(parcel, now))
            self._in_flight.add(task)
            task.add_done_callback(self._landed)
        if claimed:
            return now
        return self._store.read(lambda tx: parcels.next_ready(tx, now))

    async def idle(self) -> None:
        """Return once every parcel that is on its way is settled."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight)

    def bounded(self) -> "DeliveryWorker":
        """What is ready comes to an end with what is said."""
        return self

    def _landed(self, task: asyncio.Task[None]) -> None:
        """The chat is free again: what waited for it may go."""
        self._in_flight.discard(task)
        self._wake()

    def _recover(self, tx: Transaction, now: datetime) -> None:
        """What was on its way when the bot stopped: again where that is harmless, else uncertain."""
        for key, platform in parcels.unsettled(tx):
            sender = self._senders.get(platform)
            if sender and sender.abilities.idempotent:
                parcels.retry(tx, key, now, "Stopped")
            else:
                parcels.failed(tx, key, now, "Stopped", "uncertain")

    async def _deliver(self, parcel: Parcel, now: datetime) -> None:
        settle = await self._hand_over(parcel, now)
        try:
            await written(self._store, settle)
        except Exception as error:  # what became of it is known only here: the next work writes it first
            log.error("delivery.unsettled", message=parcel.key, fault=type(error).__name__, exc_info=error)
            self._owed.append(settle)

    async def _hand_over(self, parcel: Parcel, now: datetime) -> Settle:
        """Give a parcel to its platform; return how it is settled."""
        sender = self._senders.get(parcel.platform)
        if sender is None:
            return _decide(parcel, Refused(), now)
        try:
            receipt = await self._show(sender, parcel, now)
        except SendError as error:
            log.warning("delivery.error", message=parcel.key, fault=type(error).__name__)
            return _decide(parcel, error, now)
        except Exception as error:
            log.error("delivery.fault", message=parcel.key, fault=type(error).__name__, exc_info=error)
            again = sender.abilities.idempotent and parcel.attempts < ATTEMPTS
            return _decide(parcel, error, now, again=again)
        return lambda tx: parcels.sent(tx, parcel.key, parcel.revision, receipt, now)

    async def _show(self, sender: Sender, parcel: Parcel, now: datetime) -> str:
        """Send, edit or toast, whichever closes the gap on this platform; return the receipt."""
        if parcel.urgency is Urgency.TOAST:
            if sender.abilities.toasts or parcel.text:
                await (
                    sender.toast(parcel, now) if sender.abilities.toasts else sender.send(parcel, None, now)
                )
            return ""
        if parcel.receipt is not None and not sender.abilities.edits and not parcel.aloud:
            return parcel.receipt
        file = await self._drawn(parcel)
        if parcel.receipt is None or not sender.abilities.edits:
            return await sender.send(parcel, file, now)
        await sender.edit(parcel, file, now)
        return parcel.receipt

    async def _drawn(self, parcel: Parcel) -> Drawn | None:
        """Return the picture of a parcel; one that cannot be drawn does not keep its words back.

        One at a time: each takes tens of megabytes, and the channels of a region hear at the same moment.
        """
        if parcel.drawing is None:
            return None
        try:
            async with self._drawing:
                return await asyncio.to_thread(self._draw, parcel.drawing, parcel.language)
        except Exception as error:
            log.error("delivery.undrawn", message=parcel.key, fault=type(error).__name__, exc_info=error)
            return None


def _decide(parcel: Parcel, error: Exception, now: datetime, *, again: bool = False) -> Settle:
    fault = type(error).__name__
    if again or isinstance(error, Unsent):
        asked = error.wait if isinstance(error, Unsent) else None
        pause = asked or PAUSES[min(parcel.attempts, len(PAUSES)) - 1]
        return lambda tx: parcels.retry(tx, parcel.key, now + pause, fault)
    state = "failed" if isinstance(error, Refused | Gone) else "uncertain"
    return lambda tx: parcels.failed(tx, parcel.key, now, fault, state)
