"""Time as the page sees it: what time it is, when the next thing happens, and turning the demo's clock."""

import asyncio
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import msgspec

from bot.clock import Clock, TurnedClock
from bot.page.guard import Refusal
from bot.page.hub import Hub
from jobs.scheduler import Scheduler
from jobs.worker import written
from programme.text import _
from storage import marks
from storage.database import Store
from storage.messages import local_chat

MARK = "demo_clock"
PAST = timedelta(minutes=1)  # the page's clock shows minutes: whoever asks for this minute means now
LONGEST_YEARS = 5
LONGEST = timedelta(days=366 * LONGEST_YEARS)
NEXT = "next"
WEEKS = re.compile(r"P(\d{1,4})W", re.IGNORECASE | re.ASCII)  # which the library's durations leave out
PARTS = re.compile(
    r"([+-]?)P([^T]*)(?:T(.*))?", re.IGNORECASE
)  # a sign, days, and hours with what is below them
SILENT_AT_MOST = timedelta(days=400)  # more than a year, so that what comes once a year is found
SHOWN_EVERY = 0.2  # seconds between two looks at a clock that is turning


class PageTime:
    """The time of a page that runs on the machine's own clock."""

    turns = False

    def __init__(self, clock: Clock, scheduler: Scheduler, hub: Hub, zone: tzinfo) -> None:
        self._scheduler = scheduler
        self._hub = hub
        self._zone = zone
        self.now: Callable[[], datetime] = clock.now
        scheduler.told = self.tell

    def face(self) -> dict[str, str | None]:
        """Return ``{"now", "next"}`` in local time; ``next`` is None when nothing is planned."""
        following = self._scheduler.next_moment
        return {"now": self._local(self.now()), "next": self._local(following) if following else None}

    def tell(self) -> None:
        """Tell every page what the clock shows."""
        self._hub.tell("clock", self.face())

    async def turn(self, said: Mapping[str, Any]) -> dict[str, str | None]:
        """Refuse: nobody turns the real clock."""
        raise Refusal(409, _("The clock here is the real one; it cannot be turned."))

    async def keep(self) -> None:
        """Keep nothing: the machine's clock goes on by itself."""

    def _local(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(timespec="seconds")


class DemoTime(PageTime):
    """Turns the clock, one turn after another, and tells every page where it stands."""

    turns = True

    def __init__(
        self, store: Store, clock: TurnedClock, scheduler: Scheduler, hub: Hub, zone: tzinfo
    ) -> None:
        super().__init__(clock, scheduler, hub, zone)
        self._store = store
        self._clock = clock
        self._turning = asyncio.Lock()
        self._shown = 0.0

    async def turn(self, said: Mapping[str, Any]) -> dict[str, str | None]:
        """Turn the clock to ``{"to": moment}`` or by ``{"advance": duration}``; return its face once all is delivered.

        ``{"to": "next"}`` goes to the first moment at which the bot says something.

        Raises:
            Refusal: neither or both were given, the moment has gone by, or it is too far away.
        """
        if said.get("to") and said.get("advance"):
            raise Refusal(422, _("Give “to” or “advance”, not both at once."))
        async with self._turning:
            if said.get("to") == NEXT:
                await self._to_next()
            else:
                to = self._checked(moment_meant(said, self.now(), self._zone))
                await self._scheduler.turn(to, self._step)
            await self.keep()
            self.tell()
            return self.face()

    async def _to_next(self) -> None:
        """Not everything that falls due says something: a list may have become empty."""
        await self._scheduler.turn(self.now(), self._step)
        before = self._store.read(local_chat.last_said)
        await self._scheduler.turn_until(
            lambda: self._store.read(local_chat.last_said) > before, self.now() + SILENT_AT_MOST, self._step
        )

    async def keep(self) -> None:
        """Keep where the clock stands, so that a restart goes on from there."""
        now = self.now()
        await written(self._store, lambda tx: marks.set_moment(tx, MARK, now))

    def _checked(self, to: datetime) -> datetime:
        now = self.now()
        if to < now - PAST:
            raise Refusal(422, _("The clock only runs forward; choose a moment after now."))
        if to > now + LONGEST:
            raise Refusal(422, _("Turn the clock by at most {years} years at once.", years=LONGEST_YEARS))
        return max(to, now)

    def _step(self, to: datetime) -> None:
        """One step of a turn; the pages see a clock that runs, not each of a thousand steps."""
        self._clock.turn(to)
        if self._clock.monotonic() - self._shown > SHOWN_EVERY:
            self._shown = self._clock.monotonic()
            self._hub.tell("clock", {"now": self._local(to), "next": None})


def moment_meant(said: Mapping[str, Any], now: datetime, zone: tzinfo) -> datetime:
    """Return the moment that is meant; without an offset it is local."""
    try:
        return READ[next(name for name in READ if said.get(name))](said, now, zone)
    except (StopIteration, ValueError, TypeError, OverflowError, msgspec.MsgspecError) as error:
        raise Refusal(422, _("Give a moment as “to” or a duration as “advance”, in ISO 8601.")) from error


def _advanced(said: Mapping[str, Any], now: datetime, zone: tzinfo) -> datetime:
    """Days keep the local time, where the clocks change too; hours are hours."""
    days, hours = _duration(said["advance"])
    local = (
        now.astimezone(zone) + days
    )  # what is added to a local time moves what the clock on the wall shows
    return local.astimezone(UTC) + hours


def _duration(said: str) -> tuple[timedelta, timedelta]:
    """Return the days of a duration, and the hours and what is below them."""
    if weeks := WEEKS.fullmatch(said):
        return timedelta(weeks=int(weeks[1])), timedelta()
    whole, parts = msgspec.convert(said, timedelta), PARTS.fullmatch(said)
    if parts is None or not parts[2]:
        return timedelta(), whole
    days = msgspec.convert(f"{parts[1]}P{parts[2]}", timedelta)
    return days, whole - days


def _given(said: Mapping[str, Any], now: datetime, zone: tzinfo) -> datetime:
    to = datetime.fromisoformat(said["to"])
    return (to if to.tzinfo else to.replace(tzinfo=zone)).astimezone(UTC)


READ: Mapping[str, Callable[[Mapping[str, Any], datetime, tzinfo], datetime]] = {
    "advance": _advanced,
    "to": _given,
}
