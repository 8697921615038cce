"""The chat page as a part of the house: its platform, its clock and its server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from zoneinfo import ZoneInfo

from bot.app import House, Unshow
from bot.clock import TurnedClock
from bot.demo.time import DemoTime, PageTime
from bot.local import LocalPlatform
from bot.page.hub import Hub
from bot.page.server import PageServer
from bot.serving import served
from jobs.scheduler import Scheduler
from jobs.sender import MenuBoard
from programme.calendar import AMSTERDAM
from programme.text import Phrase, _
from storage.database import Store
from storage.people import people


class PageEdge:
    """Serves the chat page on loopback. Port 0 takes a free one."""

    fetcher = None

    def __init__(self, house: House, port: int) -> None:
        self._house = house
        self._port = port
        self._hub = Hub()
        self._zone = _zone(house.store)
        self.sender = LocalPlatform(house.store, house.files, self._hub, self._zone, house.bell.ring)
        self.unshow: Unshow | None = self.sender.unshow
        self.board: MenuBoard | None = None

    @asynccontextmanager
    async def serving(self, scheduler: Scheduler) -> AsyncIterator[str]:
        """Serve the page; yield its address."""
        house, time = self._house, self._time(scheduler)
        page = PageServer(house.store, house.files, self.sender, self._hub, time)
        async with served(page.app(), self._port) as port:
            try:
                yield f"http://127.0.0.1:{port}/"
            finally:
                self._hub.close()  # the server waits for its connections, and an open page's never ends by itself
        await time.keep()

    def reached(self, address: str) -> Phrase:
        """Say where the page is."""
        return _("Aanjager is running. The chat page: {address}", address=address)

    def _time(self, scheduler: Scheduler) -> PageTime:
        clock = self._house.clock
        if isinstance(clock, TurnedClock):
            return DemoTime(self._house.store, clock, scheduler, self._hub, self._zone)
        return PageTime(clock, scheduler, self._hub, self._zone)


def _zone(store: Store) -> ZoneInfo:
    """Return the zone that the page shows its times in: that of the first region, if there is one yet."""
    regions = store.read(people.regions)
    return ZoneInfo(regions[0].zone if regions else AMSTERDAM)
