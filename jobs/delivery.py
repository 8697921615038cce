"""The worker that closes the gap between what messages should say and what the platforms show.

It claims in one commit what may go now, hands each parcel to its platform, and settles it by what became of it. How
much a platform takes is kept on a clock that only goes forward; when the worker wants to be woken it says in the time
that it was told. Which error means what is the platform's to say; what follows stands in ``jobs/outcomes.py``.
"""

import asyncio
import math
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog

from documents.drawings import Drawn, draw
from jobs import outcomes
from jobs.claims import Claims, Room, claim
from jobs.outcomes import Fate
from jobs.pace import Pace, lane
from jobs.sender import Abilities, Gone, Refused, Sender, SendError, Unsent
from jobs.worker import Together, written
from programme.messages import Drawing, Urgency
from programme.rules import Rules
from storage.database import Store, Transaction
from storage.driver import NotKept
from storage.messages import blocks, parcels, queues
from storage.messages.parcels import Parcel

SECOND = timedelta(seconds=1)  # moments are kept to the second, and begin it
REMEMBERED = timedelta(minutes=1) + SECOND  # the longest that a message counts toward a limit
log = structlog.get_logger()

Settle = Callable[[Transaction], None]


class DeliveryWorker:
    """Delivers to every platform it was given, within its limits; at most one parcel is on its way in each lane."""

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        wake: Callable[[], None] = lambda: None,
        draw: Callable[[Drawing, str], Drawn | None] = draw,
        rules: Callable[[str], Rules] = lambda region: Rules(),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._senders = senders
        self._wake = wake
        self._draw = draw
        self._rules = rules
        self._monotonic = monotonic
        self._paces = {name: Pace(sender.abilities.limits) for name, sender in senders.items()}
        self._settling = Together(store)
        self._drawing = asyncio.Lock()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._owed: list[tuple[int, Settle]] = []
        self._recovered = False

    async def work(self, now: datetime) -> datetime | None:
        """Claim what may go now and set it on its way; return when the next may."""
        if not self._recovered:
            await self._recover(now)
        await self._pay_what_is_owed(now)
        claims = await self._claimed(now)
        if claims.taken_back:
            self._wake()
        return now if claims.more else self._next(claims, now)

    async def idle(self) -> None:
        """Return once every parcel that is on its way is settled."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight, return_exceptions=True)

    def bounded(self) -> "DeliveryWorker":
        """What is ready comes to an end with what is said."""
        return self

    async def _pay_what_is_owed(self, now: datetime) -> None:
        """Settle what could not be settled; what never can be, for a fault of ours, is in doubt and holds up nobody."""
        while self._owed:
            key, settle = self._owed[0]
            try:
                await written(self._store, settle)
            except NotKept:
                raise
            except Exception as error:
                fault = type(error).__name__
                given_up = partial(parcels.failed, key=key, now=now, fault=fault, state="uncertain")
                await written(self._store, given_up)
            del self._owed[0]

    async def _claimed(self, now: datetime) -> Claims:
        """Claim and send off: both, even when the bot stops in between, or what was claimed would be in doubt."""
        claims: list[Claims] = []

        async def go() -> None:
            at = self._monotonic()
            rooms = {
                name: Room(count=pace.room(at), closed=pace.closed(at), reserved=pace.reserved(at))
                for name, pace in self._paces.items()
                if name in self._senders
            }
            claims.append(await written(self._store, lambda tx: claim(tx, rooms, self._rules, now)))
            for parcel in claims[0].parcels:
                self._send_off(parcel, now)

        task = asyncio.create_task(go())
        self._in_flight.add(task)
        task.add_done_callback(self._in_flight.discard)
        await asyncio.shield(task)
        return claims[0]

    def _send_off(self, parcel: Parcel, now: datetime) -> None:
        if parcel.urgency is not Urgency.TOAST:
            self._pace(parcel.platform).claim(lane(parcel.address), private=parcel.personal)
        task = asyncio.create_task(self._deliver(parcel, now))
        self._in_flight.add(task)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        """The lane is free again: what waited for it may go."""
        self._in_flight.discard(task)
        self._wake()

    def _pace(self, platform: str) -> Pace:
        return self._paces.setdefault(platform, Pace(None))

    def _next(self, claims: Claims, now: datetime) -> datetime | None:
        """Return when anything may go that could not go now; what is on its way rings when it has landed."""
        moments = [self._store.read(lambda tx: queues.next_moment(tx, now)), *self._opening(claims, now)]
        return min((moment for moment in moments if moment is not None), default=None)

    def _opening(self, claims: Claims, now: datetime) -> Iterator[datetime | None]:
        at = self._monotonic()
        for name in claims.full:
            yield _moment(self._pace(name).opens(at), at, now)
        for name, lanes in claims.lanes.items():
            for one, reply in lanes.items():
                yield _moment(self._pace(name).free(one, at, reply=reply), at, now)

    async def _recover(self, now: datetime) -> None:
        """Take up what the bot left when it stopped."""
        at = self._monotonic()
        for one in self._store.read(lambda tx: parcels.lately(tx, now - REMEMBERED)):
            ago = max((now - one.at - SECOND).total_seconds(), 0.0)
            self._pace(one.platform).recall(lane(one.address), at - ago, private=one.personal)
        for platform, name, wait in await written(self._store, lambda tx: self._take_up(tx, now)):
            self._pace(platform).block(name, wait.total_seconds(), at)
        self._recovered = True

    def _take_up(self, tx: Transaction, now: datetime) -> list[tuple[str, str, timedelta]]:
        """Settle what was on its way when the bot stopped: again where that is harmless; it may be there already."""
        for key, platform in parcels.unsettled(tx):
            standing = parcels.standing(tx, key)
            if self._harmless(platform, standing.urgency, shown=standing.shown):
                parcels.retry(tx, key, now, "Stopped")
            else:
                outcomes.perhaps_shown(tx, key, "Stopped", now, self._rules)
        return blocks.standing(tx, now)

    async def _deliver(self, parcel: Parcel, now: datetime) -> None:
        settle = await self._hand_over(parcel, now)
        try:
            await self._settling.write(settle)
        except Exception as error:  # what became of it is known only here: the next work writes it first
            log.error("delivery.unsettled", message=parcel.key, fault=type(error).__name__, exc_info=error)
            self._owed.append((parcel.key, settle))

    async def _hand_over(self, parcel: Parcel, now: datetime) -> Settle:
        """Give a parcel to its platform; return how it is settled."""
        since = self._monotonic()
        pace, name = self._pace(parcel.platform), lane(parcel.address)
        try:
            receipt = await self._show(parcel, now)
        except Exception as error:
            at = self._monotonic()
            if isinstance(error, Unsent) and error.wait:
                pace.block(name, error.wait.total_seconds(), at)
            return self._fate(parcel, error, now, timedelta(seconds=at - since))
        finally:
            if parcel.urgency is not Urgency.TOAST:
                pace.land(name, self._monotonic())
        return lambda tx: outcomes.shown(tx, parcel, receipt, now, self._rules)

    def _fate(self, parcel: Parcel, error: Exception, now: datetime, took: timedelta) -> Settle:
        ours = None if isinstance(error, SendError) else error
        event = "delivery.fault" if ours else "delivery.error"
        _saying(parcel, error)(event, message=parcel.key, fault=type(error).__name__, exc_info=ours)
        fate = Fate(
            parcel=parcel,
            error=error,
            now=now + took if isinstance(error, Unsent) and error.wait else now,
            rules=self._rules,
            harmless=self._harmless(parcel.platform, parcel.urgency, shown=parcel.receipt is not None),
        )
        return lambda tx: outcomes.settle(tx, fate)

    def _harmless(self, platform: str, urgency: Urgency, *, shown: bool) -> bool:
        """Whether a message may be handed over again without being there twice."""
        sender = self._senders.get(platform)
        able = sender.abilities if sender else Abilities(edits=False)
        return able.idempotent or urgency is Urgency.TOAST or (shown and able.edits)

    async def _show(self, parcel: Parcel, now: datetime) -> str:
        """Send, edit or toast, whichever closes the gap on this platform; return the receipt."""
        sender = self._senders[parcel.platform]
        able = sender.abilities
        if parcel.urgency is Urgency.TOAST:
            if able.toasts or parcel.text:
                await (sender.toast(parcel, now) if able.toasts else sender.send(parcel, None, now))
            return ""
        if parcel.receipt is not None and not able.edits and not parcel.aloud:
            return parcel.receipt
        file = await self._drawn(parcel)
        self._pace(parcel.platform).set_out(lane(parcel.address), self._monotonic())
        if parcel.receipt is None or not able.edits:
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


def _saying(parcel: Parcel, error: Exception) -> Callable[..., None]:
    """Return what logs an error; that a press is too old to be answered is no news: every outage leaves some."""
    known = isinstance(error, SendError) and not isinstance(error, Refused)
    old = isinstance(error, Gone) and parcel.urgency is Urgency.TOAST
    say: Callable[..., None] = log.debug if old else log.warning if known else log.error
    return say


def _moment(at: float | None, seconds: float, now: datetime) -> datetime | None:
    """Return when the clock that shows ``seconds`` at ``now`` will show ``at``; a hair later, but never earlier."""
    return None if at is None else now + timedelta(microseconds=math.ceil((at - seconds) * 1e6) + 1)
