"""A school's proxy on loopback, in a thread of its own: it makes tunnels for CONNECT, or does not, as it is told.

At the end of each tunnel it shows the certificate of ``SERVER`` and passes what it hears on to the tests' Bot API.
"""

import asyncio
import ssl
import threading
from base64 import b64encode
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import aiohttp.connector
import pytest

SERVER = "https://telegram.example"  # a name that nobody has
TLS = Path(__file__).parent / "tls"
CERTIFICATE = TLS / "certificate.pem"  # of SERVER, of nobody's making and for these tests alone
READY = b"HTTP/1.1 200 Connection established\r\n\r\n"
REFUSED = "HTTP/1.1 {status} Refused\r\nContent-Length: 4\r\n\r\nno!\n"


class SchoolProxy:
    """Serves from entering until leaving. ``asked``: the first line of what it heard, and what it was told of who asks.

    ``how``: what it does instead of making tunnels (a status to refuse with, "silence", "hang up", "garbage"), or with
    the first of them: "break", once a call has come through. ``login``: "name:password" that it wants to hear.
    """

    def __init__(self, upstream: str, how: str = "", login: str = "") -> None:
        self.asked: list[tuple[str, str]] = []
        self.calls = 0
        self._upstream = urlsplit(upstream)
        self._how = how
        self._login = f"Basic {b64encode(login.encode()).decode()}" if login else ""
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(CERTIFICATE, TLS / "key.pem")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="school-proxy", daemon=True)
        self._tasks: set[asyncio.Task[Any]] = set()

    def __enter__(self) -> "SchoolProxy":
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.host = f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self.address = f"http://{self.host}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            """Who asked has gone, or does not trust the certificate."""
        except asyncio.CancelledError:
            """The proxy ends, and this was the last of it."""
        finally:
            writer.transport.abort()
            self._tasks.discard(task)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        said = dict(line.split(": ", 1) for line in head[1:] if line)
        login = said.get("Proxy-Authorization", "")
        self.asked.append((head[0], login))
        if self._how == "silence":
            await asyncio.Event().wait()
        elif self._how == "garbage":
            writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        elif self._how.isdecimal() or login != self._login:
            writer.write(REFUSED.format(status=self._how or 407).encode())
        elif self._how != "hang up":
            writer.write(READY)
            await writer.start_tls(self._context)
            await self._tunnel(reader, writer)
        await writer.drain()
        writer.close()

    async def _tunnel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._upstream.hostname, self._upstream.port)
        try:
            await asyncio.gather(self._pass(reader, back, self._heard), self._pass(there, writer))
        finally:
            back.transport.abort()

    def _heard(self) -> None:
        self.calls += 1
        if self._how == "break":
            self._how = ""
            raise ConnectionResetError

    @staticmethod
    async def _pass(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter, heard: Callable[[], None] = lambda: None
    ) -> None:
        while said := await reader.read(65536):
            writer.write(said)
            await writer.drain()
            heard()
        writer.close()


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot trust the certificate of ``SERVER``; a process of its own reads SSL_CERT_FILE."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", context)
