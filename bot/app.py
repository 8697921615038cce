"""The wiring: the one place where store, workers, platforms and clock are put together."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import uvicorn

from bot.clock import Clock, TurnedClock
from bot.demo.time import DemoTime, PageTime
from bot.local import PLATFORM, LocalPlatform
from bot.page.hub import Hub
from bot.page.server import PageServer
from jobs.delivery import DeliveryWorker
from jobs.housekeeping import HousekeepingWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.scheduler import Scheduler
from jobs.sweeping import sweep
from jobs.worker import Worker
from programme.calendar import AMSTERDAM
from programme.errors import AanjagerError
from programme.rules import Rules
from programme.text import _
from storage import people
from storage.database import Store
from storage.files import FileStore


@dataclass(frozen=True, kw_only=True)
class PageApp:
    """The bot with the chat page as its platform."""

    store: Store
    files: FileStore
    platform: LocalPlatform
    scheduler: Scheduler
    hub: Hub
    time: PageTime
    page: PageServer


def page_app(
    store: Store, files: FileStore, clock: Clock, rules: Callable[[str], Rules] = lambda region: Rules()
) -> PageApp:
    """Put the parts together; nothing runs yet."""
    hub = Hub()
    bell = Bell()
    zone = _zone(store)
    platform = LocalPlatform(store, files, hub, zone, bell.ring)
    workers: dict[str, Worker] = {
        "inbox": InboxWorker(store, rules),
        "occurrences": OccurrenceWorker(store, rules),
        "housekeeping": HousekeepingWorker(store, files, rules, platform.unshow),
        "delivery": DeliveryWorker(store, {PLATFORM: platform}, bell.ring, rules=rules),
    }
    scheduler = Scheduler(workers, clock.now)
    bell.scheduler = scheduler
    time = (
        DemoTime(store, clock, scheduler, hub, zone)
        if isinstance(clock, TurnedClock)
        else PageTime(clock, scheduler, hub, zone)
    )
    page = PageServer(store, files, platform, hub, time)
    return PageApp(
        store=store, files=files, platform=platform, scheduler=scheduler, hub=hub, time=time, page=page
    )


def _zone(store: Store) -> ZoneInfo:
    """Return the zone that the page shows its times in: that of the first region, if there is one yet."""
    regions = store.read(people.regions)
    return ZoneInfo(regions[0].zone if regions else AMSTERDAM)


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
    await sweep(app.store, app.files)
    listening = listen(port)
    config = uvicorn.Config(
        app.page.app(),
        log_config=None,  # what it has to say goes through bot/logs.py
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
        lifespan="off",
    )
    server = Server(config)
    task = asyncio.create_task(server.serve([listening]))
    while not server.started:
        if task.done():
            await task
            raise RuntimeError("the page's server stopped before it had started")
        await asyncio.sleep(0.005)
    app.scheduler.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        app.hub.close()  # the server waits for its connections, and an open page's never ends by itself
        server.should_exit = True
        await task
        await app.scheduler.stop()
        await app.time.keep()


def listen(port: int) -> socket.socket:
    """Return a socket on loopback; a port that is taken is told before anything runs."""
    listening = socket.socket(proto=socket.IPPROTO_TCP)  # asyncio switches Nagle off only when it is named
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise PortTaken(
            _("Port {port} on this machine is in use, or may not be used.", port=str(port)),
            _("Choose another one: with --port for the demo, under [page] in settings.toml for run."),
        ) from error
    return listening


class PortTaken(AanjagerError):
    """The page cannot be served on the port that was asked for."""


class Server(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none: the command line decides what a signal means."""
        yield
