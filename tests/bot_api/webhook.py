"""Pushing updates to a bot's own address: in order for each chat, several at once, again until it says 200."""

import asyncio
from typing import Any

import aiohttp
import msgspec

from tests.bot_api.updates import Update
from tests.bot_api.world import Webhook, World

SECRET = "X-Telegram-Bot-Api-Secret-Token"
PAUSE = 0.05  # seconds before an update is pushed again; Telegram takes longer


class Pusher:
    """One task on the server's loop that pushes whatever waits while a webhook is set."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._news = asyncio.Event()
        self._pushed: dict[int, object] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._running = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Look again at what waits. Called on the loop."""
        self._news.set()

    async def close(self) -> None:
        """Stop pushing and leave nothing open."""
        tasks = [self._running, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        timeout = aiohttp.ClientTimeout(total=10)
        async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as session:
            while True:
                self._news.clear()
                for update, chat in self._next():
                    self._pushed[update.id] = chat
                    task = asyncio.create_task(self._push(session, update, self.world.webhook))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
                await self._news.wait()

    def _next(self) -> list[tuple[Update, object]]:
        """Return what can be pushed now: the first update of each chat that has none under way."""
        with self.world.lock:
            if not self.world.webhook.url:
                return []
            room = self.world.webhook.connections - len(self._pushed)
            busy = set(self._pushed.values())
            found: list[tuple[Update, object]] = []
            for update in self.world.updates.waiting:
                chat = _line(update)
                if len(found) >= room:
                    break
                if chat not in busy:
                    found.append((update, chat))
                busy.add(chat)
            return found

    async def _push(self, session: aiohttp.ClientSession, update: Update, hook: Webhook) -> None:
        headers = {"Content-Type": "application/json", **({SECRET: hook.secret} if hook.secret else {})}
        body = msgspec.json.encode(update.shown())
        try:
            async with session.post(hook.url, data=body, headers=headers) as answer:
                await answer.read()
                error = (
                    "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
                )
        except (aiohttp.ClientError, TimeoutError) as failed:
            error = (
                "Connection refused"
                if isinstance(failed, aiohttp.ClientConnectorError)
                else "Read timeout expired"
            )
        with self.world.lock:
            self._note(update, hook, error)
        if error:
            await asyncio.sleep(PAUSE)
        self._pushed.pop(update.id, None)
        self._news.set()

    def _note(self, update: Update, hook: Webhook, error: str) -> None:
        hook.deliveries += 1
        if error:
            hook.failures += 1
            hook.last_error, hook.last_error_date = error, self.world.now
        elif self.world.webhook is hook:
            self.world.updates.done(update)


def _line(update: Update) -> object:
    """Return what updates must stay in order for: their chat, else whoever caused them."""
    body: Any = update.body.get(update.kind)
    if not isinstance(body, dict):
        return update.id
    chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
    return chat.get("id", update.id)
