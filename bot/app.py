"""The wiring: the one place where store, workers, platforms and clock are put together."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import uvicorn

from bot.clock import TurnedClock
from bot.demo_time import DemoTime
from bot.hub import Hub
from bot.local import PLATFORM, LocalPlatform
from bot.page_server import PageServer
from jobs.delivery import DeliveryWorker
from jobs.housekeeping import HousekeepingWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.scheduler import Scheduler
from jobs.worker import Worker
from storage import people
from storage.database import Store
from storage.files import FileStore


@dataclass(frozen=True, kw_only=True)
class PageApp:
    """The bot with the chat page as its platform, and a clock that can be turned."""

    store: Store
    scheduler: Scheduler
    hub: Hub
    time: DemoTime
    page: PageServer


def page_app(store: Store, files: FileStore, clock: TurnedClock) -> PageApp:
    """Put the parts together; nothing runs yet."""
    hub = Hub()
    bell = Bell()
    zone = ZoneInfo(store.read(lambda tx: people.regions(tx)[0].zone))
    platform = LocalPlatform(store, files, hub, zone, bell.ring)
    workers: dict[str, Worker] = {
        "inbox": InboxWorker(store),
        "occurrences": OccurrenceWorker(store),
        "housekeeping": HousekeepingWorker(store, files),
        "delivery": DeliveryWorker(store, {PLATFORM: platform}, bell.ring),
    }
    scheduler = Scheduler(workers, clock.now)
    bell.scheduler = scheduler
    time = DemoTime(store, clock, scheduler, hub, zone)
    page = PageServer(store, files, platform, hub, time)
    return PageApp(store=store, scheduler=scheduler, hub=hub, time=time, page=page)


class Bell:
    """Rings the scheduler that is made after those who want to ring."""

    scheduler: Scheduler | None = None

    def ring(self) -> None:
        """Wake every worker, once there is a scheduler."""
        if self.scheduler:
            self.scheduler.ring()


@asynccontextmanager
async def serving(app: PageApp, port: int) -> AsyncIterator[str]:
    """Run the workers and serve the page on loopback; yield its address. Port 0 takes a free one."""
    config = uvicorn.Config(
        app.page.app(),
        host="127.0.0.1",
        port=port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
        lifespan="off",
    )
    server = Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            await task
            raise RuntimeError("the page's server stopped before it had started")
        await asyncio.sleep(0.005)
    app.scheduler.start()
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    finally:
        app.hub.close()  # the server waits for its connections, and an open page's never ends by itself
        server.should_exit = True
        await task
        await app.scheduler.stop()
        await app.time.keep()


class Server(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none: the command line decides what a signal means."""
        yield
