"""HTTP on this machine: what the chat page and the webhook are served by."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette

from programme.errors import AanjagerError
from programme.text import _


class PortTaken(AanjagerError):
    """What is to be served cannot be served on the port that was asked for."""


@asynccontextmanager
async def served(app: Starlette, port: int) -> AsyncIterator[int]:
    """Serve an application on loopback; yield its port. Port 0 takes a free one."""
    listening = listen(port)
    config = uvicorn.Config(
        app,
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
            raise RuntimeError("the server stopped before it had started")
        await asyncio.sleep(0.005)
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await task


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
            _("Choose another one: with --port for the demo, in settings.toml for run."),
        ) from error
    return listening


class Server(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none: the command line decides what a signal means."""
        yield
