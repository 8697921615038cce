"""The wiring: the one place where store, workers, platforms and clock are put together."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn

from bot.clock import Clock
from bot.local import PLATFORM, Hub, LocalPlatform
from bot.page_server import PageServer
from jobs.delivery import DeliveryWorker
from jobs.inbox import InboxWorker
from jobs.occurrences import OccurrenceWorker
from jobs.scheduler import Scheduler
from jobs.worker import Worker
from programme.errors import AanjagerError
from programme.rules import Rules
from programme.text import _
from storage.database import Store
from storage.files import FileStore


@dataclass(frozen=True, kw_only=True)
class PageApp:
    """The bot with the chat page as its platform."""

    store: Store
    clock: Clock
    scheduler: Scheduler
    platform: LocalPlatform
    page: PageServer


def page_app(
    store: Store, files: FileStore, clock: Clock, rules: Callable[[str], Rules] = lambda region: Rules()
) -> PageApp:
    """Put the parts together; nothing runs yet."""
    hub = Hub()
    bell = Bell()
    platform = LocalPlatform(store, files, hub, bell.ring)
    workers: dict[str, Worker] = {
        "inbox": InboxWorker(store),
        "occurrences": OccurrenceWorker(store, rules),
        "delivery": DeliveryWorker(store, {PLATFORM: platform}, bell.ring),
    }
    scheduler = Scheduler(workers, clock.now)
    bell.scheduler = scheduler
    page = PageServer(store, files, platform, hub, clock, scheduler)
    return PageApp(store=store, clock=clock, scheduler=scheduler, platform=platform, page=page)


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
    listening = _listen(port)
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
        server.should_exit = True
        await task
        await app.scheduler.stop()


def _listen(port: int) -> socket.socket:
    """Return a socket on loopback; a port that is taken is told before anything runs."""
    listening = socket.socket()
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

    def install_signal_handlers(self) -> None:
        """Do nothing: the command line decides what a signal means."""
