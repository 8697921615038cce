"""What the clock wakes: a worker does what is due and says when it wants to be woken next."""

from datetime import datetime
from typing import Protocol


class Worker(Protocol):
    """One kind of work. ``now`` is always told, so that the same code runs on a turned or a virtual clock."""

    async def work(self, now: datetime) -> datetime | None:
        """Do what is due at ``now``; return the moment of the next work (``now`` or earlier: at once), or None."""

    async def idle(self) -> None:
        """Return once nothing is in flight."""


async def settle(workers: list[Worker], now: datetime) -> datetime | None:
    """Let the workers work until nothing is due or in flight at ``now``; return the earliest next moment."""
    while True:
        moments = []
        for worker in workers:
            moments.append(await worker.work(now))
            await worker.idle()
        following = min((moment for moment in moments if moment is not None), default=None)
        if following is None or following > now:
            return following
