"""Calls of the Bot API over aiohttp, which carries several times as many a second as the library's own layer.

What it raises tells whether Telegram can have heard of the call, and holds no address: the token is part of that.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECTIONS = 48  # 32 calls at the same moment, the long poll, and some that are being closed
KEPT = 10.0  # seconds that a connection waits for its next call; Telegram closes it later than that
LARGEST = 20 * 1024 * 1024  # bytes of a file that Telegram gives to a bot
TOKEN = re.compile(rb"bot\d+(:|%3A)[\w-]+", re.IGNORECASE)
UPDATES = "/getUpdates"
SAYS = ("sendMessage", "sendPhoto", "sendDocument")
CHANGES = "editMessage"
DONE = b'{"ok":true,"result":true}'  # as Telegram itself answers where it does not show the message
LONGEST_WAIT = 86400  # seconds; no wait that is asked for is longer, so what is longer is a mistake


class NotReached(NetworkError):
    """No connection was made: Telegram surely knows nothing of the call."""


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


class _Chat(msgspec.Struct):
    id: int
    type: str


class _Message(msgspec.Struct):
    message_id: int
    date: int
    chat: _Chat


class _Answer(msgspec.Struct):
    ok: bool


class _Said(msgspec.Struct):
    """Telegram's answer to a message: which one it became."""

    ok: bool
    result: _Message


class Requests(BaseRequest):
    """One session for all calls, the long poll among them. ``answer`` is what it was answered last, as it came."""

    def __init__(self, patience: Patience | None = None, connections: int = CONNECTIONS) -> None:
        self._patience = patience or Patience()
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self.answer = b""

    @property
    def read_timeout(self) -> float:
        """Seconds that the answer to a call may take."""
        return self._patience.read

    async def initialize(self) -> None:
        """Open the session; nothing is connected before the first call."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEPT),
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
            return status, _short(url, payload) if status < 300 else _refusal(payload)
        raise fault  # outside the handler: what it was made of quotes the address, and would come along

    async def _call(
        self, url: str, method: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotReached("the session is not open")
        body, headers = _body(data)
        async with self._session.request(
            method,
            URL(url, encoded=True),
            data=body,
            headers=headers,
            timeout=limits,
            allow_redirects=False,
        ) as answer:
            return answer.status, await _read(answer)

    def _limits(
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
        try:
            found = msgspec.json.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError):
            found = _mended(payload)
        if not isinstance(found, dict):
            raise Unreadable("the answer is no object")
        return found


def _short(url: str, payload: bytes) -> bytes:
    """Leave of Telegram's answer to a message only which one it became, and of one to a change that it was made.

    The library would read all of what we said, which is a fifth of the time that an answer takes.
    """
    asked = url.rpartition("/")[2]
    try:
        if asked.startswith(CHANGES) and msgspec.json.decode(payload, type=_Answer).ok:
            return DONE
        if asked.startswith(SAYS):
            return msgspec.json.encode(msgspec.json.decode(payload, type=_Said))
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass  # it is no answer, and is read as what it is
    return payload


def _mended(payload: bytes) -> object:
    """Read what has half characters in it, as some people's names do, which the quick way refuses."""
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _refusal(payload: bytes) -> bytes:
    """Return the body of a refusal without the token: a server in between may quote the address that it was asked.

    One that is no object at all is not quoted either.
    """
    try:
        said = Requests.parse_json_payload(payload)
    except Broken:
        return b'{"ok":false}'
    parameters = said.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if isinstance(wait, int | float) and wait > 0:
        raise TooFast(timedelta(seconds=min(wait, LONGEST_WAIT)))
    return TOKEN.sub(b"bot", payload)


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
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return NotReached("no connection")
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return TimedOut("no answer in time")
    return Broken("the connection broke")


def _seconds(given: object, usual: float) -> float | None:
    """Return the seconds of a call's own, or the usual ones; None: without end."""
    return usual if given is BaseRequest.DEFAULT_NONE else given  # type: ignore[return-value]


def _sum(*seconds: float | None) -> float | None:
    return None if None in seconds else sum(each or 0.0 for each in seconds)
