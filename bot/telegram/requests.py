"""Calls of the Bot API over aiohttp, which carries several times as many a second as the library's own layer.

What it raises tells whether Telegram can have heard of the call, and holds no address: the token is part of that.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache, partial
from typing import Any

import aiohttp
import msgspec
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.telegram.answers import Refusal, decoded
from bot.telegram.proxies import Proxy

CONNECTIONS = 48  # 32 calls at the same moment, the long poll, and some that are being closed
KEPT = 10.0  # seconds that a connection waits for its next call; Telegram closes it later than that
LARGEST = 20 * 1024 * 1024  # bytes of a file that Telegram gives to a bot
ADDRESSES = 64  # that are read once: of methods, for each file has its own
UPDATES = "/getUpdates"
TOO_LARGE, TOO_MANY = 413, 429  # of HTTP


class NotReached(NetworkError):
    """No connection was made: Telegram surely knows nothing of the call."""


class Diverted(NotReached):
    """What answers is not Telegram, and passes nothing on: a firewall, a proxy, another server."""


class ProxyRefused(NotReached):
    """The proxy lets nothing through. ``status``: what it answered by HTTP, None where it is not reached itself."""

    def __init__(self, status: int | None) -> None:
        super().__init__("the proxy lets nothing through")
        self.status = status


class Untrusted(NotReached):
    """What answers shows a certificate that this machine does not trust."""


class Broken(NetworkError):
    """The connection broke, or what came back was no answer: the call may have been carried out."""


class Unreadable(Broken):
    """What came back was no answer of a Bot API server."""


class FileTooLarge(TelegramError):
    """The file is larger than a bot may have."""


class TooFast(TelegramError):
    """Not carried out: Telegram wants nothing of the kind for ``wait``."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("too many requests")
        self.wait = wait


@dataclass(frozen=True, kw_only=True)
class Patience:
    """Seconds that each part of a call may take: a free connection, making one, sending, and the answer.

    ``file``: sending or getting a file, of 50 MB at most.
    """

    pool: float = 10.0
    connect: float = 5.0
    write: float = 20.0
    read: float = 15.0
    file: float = 180.0


class Requests(BaseRequest):
    """One session for all calls, the long poll among them. ``answer`` is what it was answered last, as it came."""

    def __init__(
        self,
        patience: Patience | None = None,
        connections: int = CONNECTIONS,
        proxy: Proxy | None = None,
    ) -> None:
        self._patience = patience or Patience()
        self._connections = connections
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._limits = cache(self._limited)
        self._address = lru_cache(ADDRESSES)(partial(URL, encoded=True))
        self.answer = b""

    @property
    def read_timeout(self) -> float:
        """Seconds that the answer to a call may take."""
        return self._patience.read

    async def initialize(self) -> None:
        """Open the session; nothing is connected before the first call."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=Connector(limit=self._connections, keepalive_timeout=KEPT),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return the status and the body of the answer.

        Raises:
            NotReached: the call was surely not made.
            TimedOut, Broken: nobody knows.
            TooFast: it was refused for now; the library's own class for this warns of itself.
            FileTooLarge: it asked for a file that is larger than ``LARGEST``.
        """
        file = method == "GET" or (request_data is not None and request_data.contains_files)
        limits = self._limits(read_timeout, write_timeout, connect_timeout, pool_timeout, file=file)
        fault: TelegramError
        try:
            status, payload = await self._call(url, method, request_data, limits)
        except TelegramError:
            raise
        except Exception as error:
            fault = _fault(error)
        else:
            if url.endswith(UPDATES):
                self.answer = payload
            return status, payload if status < 300 else _refusal(status, payload)
        raise fault  # outside the handler: what it was made of quotes the address, and would come along

    async def _call(
        self, url: str, method: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotReached("the session is not open")
        body, headers = _body(data)
        async with self._session.request(
            method,
            self._address(url),
            data=body,
            headers=headers,
            timeout=limits,
            allow_redirects=False,
            proxy=self._proxy.address if self._proxy else None,
            proxy_headers=self._proxy.headers() if self._proxy else None,
        ) as answer:
            return answer.status, await _read(answer)

    def _limited(
        self, read: object, write: object, connect: object, pool: object, *, file: bool
    ) -> aiohttp.ClientTimeout:
        usual = self._patience
        seconds = {
            "read": _seconds(read, usual.read),
            "write": _seconds(write, usual.file if file else usual.write),
            "connect": _seconds(connect, usual.connect),
            "pool": _seconds(pool, usual.pool),
        }
        whole = None if None in seconds.values() else sum(each or 0.0 for each in seconds.values())
        return aiohttp.ClientTimeout(
            total=whole,
            connect=_sum(seconds["pool"], seconds["connect"]),
            sock_connect=seconds["connect"],
            sock_read=seconds["read"],
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the object that an answer is; raises ``Unreadable``, which quotes nothing, for what is none."""
        found = decoded(payload)
        if not isinstance(found, dict):
            raise Unreadable("the answer is no object")
        return found


class Connector(aiohttp.TCPConnector):
    """Makes connections. As long as there is none, in a proxy on the way too, a call was surely not made."""

    async def connect(
        self, req: aiohttp.ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> Connection:
        """Return a connection that is there, or a new one; raises ``NotReached``."""
        try:
            return await super().connect(req, traces, timeout)
        except Exception as error:
            fault = _unmade(error)
        raise fault  # outside the handler, as in ``do_request``: it quotes what the proxy was told


def _unmade(error: Exception) -> NotReached:
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return ProxyRefused(error.status)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return ProxyRefused(None)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Untrusted("the certificate is not trusted")
    return NotReached("no connection")


def _refusal(status: int, payload: bytes) -> bytes:
    """Return the body of Telegram's refusal; of what stands in between, what carries no call on did not carry it out.

    ``status`` 5xx tells nothing of that, and 413 is about the call itself.
    """
    refusal = Refusal.read(payload)
    if status == TOO_MANY:
        raise TooFast(refusal.wait)
    if not refusal.of_telegram and status < 500 and status != TOO_LARGE:
        raise Diverted("refused on the way")
    return refusal.body


def _body(data: RequestData | None) -> tuple[Any, Mapping[str, str]]:
    if data is None:
        return None, {}
    if not data.contains_files:
        return msgspec.json.encode(data.parameters), {"Content-Type": "application/json"}
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=type)
    return form, {}


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in answer.content.iter_any():
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            answer.close()
            raise FileTooLarge("the file is too large")
    return b"".join(parts)


def _fault(error: Exception) -> TelegramError:
    """Return what an error means for the call; which places it came through is not of interest."""
    if isinstance(error, aiohttp.InvalidURL):
        return NotReached("no address")
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return TimedOut("no answer in time")
    return Broken("the connection broke")


def _seconds(given: object, usual: float) -> float | None:
    """Return the seconds of a call's own, or the usual ones; None: without end."""
    return usual if given is BaseRequest.DEFAULT_NONE else given  # type: ignore[return-value]


def _sum(*seconds: float | None) -> float | None:
    return None if None in seconds else sum(each or 0.0 for each in seconds)
