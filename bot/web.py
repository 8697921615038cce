"""Public endpoints: what others call over the internet, through a server of the school's that does TLS.

Nothing is said to whoever calls: the status is all they get.
"""

import hmac
import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.telegram.answers import decoded
from programme.errors import AanjagerError
from programme.text import _
from storage.driver import NotKept

LARGEST = 1_000_000  # bytes of a call; an update has at most some tens of thousands
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
HEADER = "x-telegram-bot-api-secret-token"
log = structlog.get_logger()

Kept = Callable[[Any], Awaitable[None]]


class NoSecret(AanjagerError):
    """A webhook without a secret would take anybody for Telegram."""


class Webhook:
    """Takes in an update with each call. ``keep`` returns once it is durable, or raises ``NotKept``."""

    def __init__(self, secret: SecretStr | None, keep: Kept) -> None:
        if secret is None or not SECRET.fullmatch(secret.get_secret_value()):
            raise NoSecret(
                _("The webhook of Telegram has no secret, or one that Telegram does not take."),
                _(
                    "Put 16 to 256 letters, digits, _ or - at random in a file, and name it under [telegram] in "
                    "settings.toml: webhook_secret_file."
                ),
            )
        self._secret = secret.get_secret_value().encode()
        self._keep = keep

    def route(self, path: str) -> Route:
        """Return the route at a path."""
        return Route(path or "/", self.take_in, methods=["POST"])

    async def take_in(self, request: Request) -> Response:
        """Keep what one call brings: 200 once that is durable, 503 where it could not be kept and should come again."""
        said = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(said, self._secret):
            return Response(status_code=403)
        body = await _read(request)
        if body is None:
            return Response(status_code=413)
        update = decoded(body)
        if update is None:
            return Response(status_code=400)
        try:
            await self._keep(update)
        except NotKept as error:
            log.warning("webhook.waits", fault=type(error).__name__)
            return Response(status_code=503)
        except Exception as error:
            log.error("webhook.fault", fault=type(error).__name__, exc_info=error)
            return Response(status_code=500)
        return Response()


def web_app(*routes: Route) -> Starlette:
    """Return the public endpoints as an application; what is not there is answered with a status alone."""

    async def refused(request: Request, fault: Exception) -> Response:
        return Response(status_code=getattr(fault, "status_code", 500))

    return Starlette(routes=routes, exception_handlers={404: refused, 405: refused})


async def _read(request: Request) -> bytes | None:
    """Return the body of a call, or None for one that is too large, without reading on."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return bytes(body)
