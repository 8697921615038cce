"""How updates leave: fetched by long polling, or pushed to a webhook; never both."""

import asyncio
import re
from typing import Any

from tests.bot_api.calls import Call
from tests.bot_api.refusals import OTHER_POLL, WEBHOOK_ACTIVE, WEBHOOK_SET, Refusal, bad
from tests.bot_api.updates import MOST
from tests.bot_api.world import Webhook, World

LONGEST_POLL = 50
LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost)(?::\d+)?(?:/|$)")


class Polling:
    """Long polls on the server's loop: one at a time, a new one ends the other with a 409."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._news = asyncio.Event()
        self._current: object | None = None
        self._ended = ""

    @property
    def waits(self) -> bool:
        """Whether a poll waits."""
        return self._current is not None

    def wake(self) -> None:
        """Let the poll that waits look again. Called on the loop."""
        self._news.set()

    def end(self, why: str) -> None:
        """End the poll that waits with a 409. Called on the loop."""
        self._ended, self._current = why, None
        self._news.set()

    async def get_updates(self, call: Call) -> list[dict[str, Any]]:
        """Return what waits beyond the offset, or what comes first within ``timeout`` seconds (at most 50)."""
        if self.world.webhook.url:
            raise Refusal(409, WEBHOOK_ACTIVE)
        self.end(OTHER_POLL)
        await asyncio.sleep(0)
        poll = self._current = object()
        with self.world.lock:
            self.world.updates.allow(call.params.get("allowed_updates"))
        offset, limit = call.number("offset"), call.number("limit") or MOST
        deadline = asyncio.get_running_loop().time() + min(max(call.number("timeout"), 0), LONGEST_POLL)
        try:
            return await self._poll(poll, offset, limit, deadline)
        finally:
            if self._current is poll:
                self._current = None

    async def _poll(self, poll: object, offset: int, limit: int, deadline: float) -> list[dict[str, Any]]:
        while True:
            self._news.clear()
            with self.world.lock:
                updates = self.world.updates.fetch(offset, limit)
            left = deadline - asyncio.get_running_loop().time()
            if updates or left <= 0:
                return [update.shown() for update in updates]
            try:
                async with asyncio.timeout(left):  # wait_for loses a cancellation that comes with the news
                    await self._news.wait()
            except TimeoutError:
                continue
            if self._current is not poll:
                self._news.set()
                raise Refusal(409, self._ended)


def set_webhook(world: World, call: Call, polling: Polling) -> bool:
    """Push updates to an address from now on; an empty one ends that. Plain HTTP is taken on loopback only."""
    url = call.text("url")
    if not url:
        return delete_webhook(world, call)
    secret = call.text("secret_token")
    if not (url.startswith("https://") or LOOPBACK.match(url)):
        raise bad("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_\-]*", secret):
        raise bad("secret token contains unallowed characters")
    _drop(world, call)
    world.updates.allow(call.params.get("allowed_updates"))
    connections = min(max(call.number("max_connections") or 40, 1), 100)
    world.webhook = Webhook(url=url, secret=secret, connections=connections)
    polling.end(WEBHOOK_SET)
    world.woken()
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """Push no more; what waits stays, unless it is to be dropped."""
    _drop(world, call)
    world.webhook = Webhook()
    world.woken()
    return True


def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    """Return where updates go and how that fares."""
    hook = world.webhook
    shown: dict[str, Any] = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting),
    }
    if hook.url:
        shown["max_connections"] = hook.connections
    if hook.last_error:
        shown |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error}
    if world.updates.allowed:
        shown["allowed_updates"] = list(world.updates.allowed)
    return shown


def _drop(world: World, call: Call) -> None:
    if str(call.params.get("drop_pending_updates", "")).lower() == "true":
        world.updates.drop()
