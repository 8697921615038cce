"""The worker that closes the gap between what messages should say and what the platforms show.

It claims what is ready in one commit, hands each parcel to its platform, and settles it by what became of it: sent,
again later, uncertain, failed. Which error means what is the platform's to say; what follows is decided here.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from documents.drawings import Drawn, draw
from jobs.sender import Refused, Sender, SendError, Uncertain, Unsent
from jobs.worker import written
from programme.messages import Drawing, Urgency
from storage import parcels
from storage.database import Store, Transaction
from storage.parcels import Parcel

BATCH = 128
PAUSES = tuple(timedelta(seconds=s) for s in (1, 5, 30, 120, 600, 3600))
log = structlog.get_logger()

T = TypeVar("T")
Settle = Callable[[Transaction], None]


class DeliveryWorker:
    """Delivers to every platform it was given; at most one parcel is in flight for each chat."""

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        wake: Callable[[], None] = lambda: None,
        draw: Callable[[Drawing, str], Drawn | None] = draw,
    ) -> None:
        self._store = store
        self._senders = senders
        self._wake = wake
        self._draw = draw
        self._in_flight: set[asyncio.Task[None]] = set()
        self._recovered = False

    async def work(self, now: datetime) -> datetime | None:
        """Claim what is ready and set it on its way; return when the next is ready."""
        if not self._recovered:
            await self._write(lambda tx: self._recover(tx, now))
            self._recovered = True
        claimed = await self._write(lambda tx: parcels.claim(tx, now, BATCH))
        for parcel in claimed:
            task = asyncio.create_task(self._deliver(parcel, now))
            self._in_flight.add(task)
            task.add_done_callback(self._landed)
        if claimed:
            return now
        return await self._write(lambda tx: parcels.next_ready(tx, now))

    async def idle(self) -> None:
        """Return once every parcel that is on its way is settled."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight)

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
        sender = self._senders.get(parcel.platform)
        try:
            if sender is None:
                raise Refused
            receipt = await self._show(sender, parcel, now)
            settle: Settle = lambda tx: parcels.sent(tx, parcel.key, parcel.revision, receipt, now)  # noqa: E731
        except SendError as error:
            log.warning("delivery.error", message=parcel.key, fault=type(error).__name__)
            settle = _decide(parcel, error, now)
        await self._write(settle)

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
        file = (
            await asyncio.to_thread(self._draw, parcel.drawing, parcel.language) if parcel.drawing else None
        )
        if parcel.receipt is None or not sender.abilities.edits:
            return await sender.send(parcel, file, now)
        await sender.edit(parcel, file, now)
        return parcel.receipt

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await written(self._store, work)


def _decide(parcel: Parcel, error: SendError, now: datetime) -> Settle:
    fault = type(error).__name__
    if isinstance(error, Unsent):
        pause = error.wait or PAUSES[min(parcel.attempts, len(PAUSES)) - 1]
        return lambda tx: parcels.retry(tx, parcel.key, now + pause, fault)
    state = "uncertain" if isinstance(error, Uncertain) else "failed"
    return lambda tx: parcels.failed(tx, parcel.key, now, fault, state)
