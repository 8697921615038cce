"""What keeps the chat page to itself: its own host and origin, bodies of a sensible size, refusals in plain words."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.page import POLICY
from language.catalogue import catalogue
from programme.text import Phrase, Text, _, lines

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}
SAFE = ("same-origin", "none")


class Refusal(Exception):
    """A request that cannot be carried out; the page shows the text to the person."""

    def __init__(self, status: int, *text: Phrase) -> None:
        super().__init__()
        self.status = status
        self.text: Text = lines(*text)


class OwnHostOnly:
    """Refuses requests that another site (or a rebound name) makes through the reader's browser."""

    def __init__(self, app: ASGIApp, language: str) -> None:
        self._app = app
        self._language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] == "http" and not _own(scope["method"], Headers(scope=scope)):
            refusal = error(self._language, 403, _("This page answers to its own address only."))
            await refusal(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)


def _own(method: str, headers: Headers) -> bool:
    """A link from elsewhere may open the page (``/?start=CODE``); beyond that a browser must come from here."""
    host = headers.get("host", "")
    if re.sub(r":\d+$", "", host) not in HOSTS or headers.get("origin", f"http://{host}") != f"http://{host}":
        return False
    opened = method == "GET" and headers.get("sec-fetch-mode") == "navigate"
    return opened or headers.get("sec-fetch-site", "none") in SAFE


def limited(request: Request, most: int, *refusal: Phrase) -> Request:
    """Return the request with a body of at most ``most`` bytes, counted while it comes in.

    What is too large is read to its end and thrown away, because a browser hears an answer only after it has sent
    everything. Nothing of it is kept.

    Raises (while the body is read):
        Refusal: 413 with ``refusal``.
    """
    seen = 0

    async def receive() -> Message:
        nonlocal seen
        message = await request.receive()
        seen += len(message.get("body", b""))
        if seen > most:
            while message.get("more_body"):
                message = await request.receive()
            raise Refusal(413, *refusal)
        return message

    return Request(request.scope, receive)


def error(language: str, status: int, text: Text) -> JSONResponse:
    """Answer with a text that the page shows to the person."""
    return JSONResponse({"error": catalogue(language).render(text)}, status)
