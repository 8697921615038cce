"""Wakes the workers: when something arrived, at the moment they asked for, and every half minute in any case.

APScheduler only rings; what is to be done stands in the database. A worker that did something wakes the others. Those
for whom nobody waits in a conversation hear all the bells of a moment as one, or each message would have them look in
vain whether something is due.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from jobs.worker import Worker, settle
from storage.driver import NotKept

EVERY = 30
UNHURRIED = 0.1  # seconds that one for whom nobody waits listens before it works
SOON = timedelta(seconds=2)  # after what could not be kept: the disk is full, or another process is writing
log = structlog.get_logger()


class Scheduler:
    """Runs each worker in a loop of its own. ``now`` is the clock; ``turn`` sets it, where it can be turned.

    ``unhurried``: the names of those for whom nobody waits.
    """

    def __init__(
        self, workers: Mapping[str, Worker], now: Callable[[], datetime], unhurried: Collection[str] = ()
    ) -> None:
        self._workers = workers
        self._now = now
        self._unhurried = frozenset(unhurried)
        self._bells = {name: asyncio.Event() for name in workers}
        self._free = asyncio.Lock()
        self._alarms = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._loops: list[asyncio.Task[None]] = []
        self._moments: dict[str, datetime | None] = {}
        self.told: Callable[[], None] = lambda: None

    @property
    def next_moment(self) -> datetime | None:
        """When the next thing happens, as far as every worker knows; ``told`` is called when this changes."""
        return min((moment for moment in self._moments.values() if moment is not None), default=None)

    def start(self) -> None:
        """Begin to work; must be called on the event loop."""
        self._alarms.start()
        self._alarms.add_job(self._alarm, "interval", seconds=EVERY, args=tuple(self._workers))
        self._loops = [asyncio.create_task(self._loop(name)) for name in self._workers]
        self.ring()

    async def stop(self) -> None:
        """Stop waking, and wait for what is in flight."""
        self._alarms.shutdown(wait=False)
        for loop in self._loops:
            loop.cancel()
            with suppress(asyncio.CancelledError):
                await loop
        for worker in self._workers.values():
            await worker.idle()

    def ring(self) -> None:
        """Wake every worker."""
        for bell in self._bells.values():
            bell.set()

    async def turn(self, to: datetime, turn: Callable[[datetime], None]) -> None:
        """Turn the clock to ``to``, stopping at every moment on the way at which something falls due.

        What people do meanwhile waits, or they would hold the clock up for as long as they go on.
        """
        async with self._free:
            workers = self._bounded()
            following = await self._settle(workers)
            while following is not None and following < to:
                turn(following)
                following = await self._settle(workers)
            turn(to)
            await self._settle(workers)
        self.ring()

    async def turn_until(
        self, enough: Callable[[], bool], last: datetime, turn: Callable[[datetime], None]
    ) -> None:
        """Turn the clock to one moment after another at which something falls due, until it is ``enough``.

        Moments after ``last`` are left alone.
        """
        async with self._free:
            workers = self._bounded()
            following = await self._settle(workers)
            while following is not None and following <= last and not enough():
                turn(following)
                following = await self._settle(workers)
        self.ring()

    def _bounded(self) -> list[Worker]:
        return [worker.bounded() for worker in self._workers.values()]

    async def _settle(self, workers: list[Worker]) -> datetime | None:
        following = await settle(workers, self._now())
        self._moments = dict.fromkeys(self._workers, following)
        return following

    async def _loop(self, name: str) -> None:
        while True:
            await self._bells[name].wait()
            if name in self._unhurried:
                await asyncio.sleep(UNHURRIED)
            async with self._free:
                self._bells[name].clear()
                try:
                    self._wake_again(name, await self._workers[name].work(self._now()))
                except NotKept as error:  # nothing was begun, so nothing is lost by waiting
                    log.warning("worker.waits", worker=name, fault=type(error).__name__)
                    self._wake_again(name, self._now() + SOON)
                except Exception as error:  # the worker goes on with the next bell
                    log.error("worker.fault", worker=name, fault=type(error).__name__, exc_info=error)

    def _wake_again(self, name: str, at: datetime | None) -> None:
        now = self._now()
        if at is not None and at <= now:
            self.ring()
            return
        self._note(name, at)
        if at is None:
            return
        alarm = datetime.now(UTC) + max(at - now, timedelta(milliseconds=1))
        self._alarms.add_job(
            self._alarm, "date", run_date=alarm, args=(name,), id=name, replace_existing=True
        )

    async def _alarm(self, *names: str) -> None:
        """Ring for these workers: as a coroutine, for APScheduler runs a plain function on a thread of its own."""
        for name in names:
            self._bells[name].set()

    def _note(self, name: str, at: datetime | None) -> None:
        before = self.next_moment
        self._moments[name] = at
        if self.next_moment != before:
            self.told()
