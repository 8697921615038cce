"""What a bench asks of a server in another process: people who write, and what the bot asked so far.

POST /control/texts {"count", "users", "texts"}: queue so many texts, taken in turn, from so many people.
GET /control/counts: how often each method was asked, when first and last, and how far the queue is.
"""

from typing import Any

import msgspec
from aiohttp import web

from tests.bot_api.acting import Acting
from tests.bot_api.server import Server


class Texts(msgspec.Struct, forbid_unknown_fields=True):
    """How many texts, from how many people, and which."""

    count: int
    users: int = 1
    texts: list[str] = []


class Control:
    """Answers what is asked under /control/."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.acting = Acting(server.world)
        self.people: list[int] = []

    async def __call__(self, request: web.BaseRequest, what: str) -> web.Response:
        """Answer one request; what is unknown is a 404."""
        if (request.method, what) == ("POST", "texts"):
            self._queue(msgspec.json.decode(await request.read(), type=Texts))
        elif (request.method, what) != ("GET", "counts"):
            return web.Response(status=404)
        return web.json_response(self._counts())

    def _queue(self, asked: Texts) -> None:
        for number in range(len(self.people), asked.users):
            self.people.append(self.acting.person(f"Person {number}", id=1_000_000 + number, started=True))
        texts = asked.texts or ["Hoi"]
        for number in range(asked.count):
            user = self.people[number % asked.users]
            self.acting.type(user, texts[(number // asked.users) % len(texts)])

    def _counts(self) -> dict[str, Any]:
        log, updates = self.server.log, self.server.world.updates
        limits = self.server.limits
        return {
            "counts": log.counts,
            "spans": log.spans,
            "waiting": len(updates.waiting),
            "confirmed": updates.confirmed,
            "broken": limits.broken if limits else 0,
        }
