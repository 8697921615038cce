"""Telegram as a part of the house: the line, what is sent over it, and how updates come in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.app import House, Unshow
from bot.settings import Telegram
from bot.telegram.arrivals import ALLOWED
from bot.telegram.line import Line, Me
from bot.telegram.proxies import Proxy
from bot.telegram.receiving import Intake, Poller
from bot.telegram.requests import Requests
from bot.telegram.sending import TelegramSender
from jobs.scheduler import Scheduler
from jobs.worker import written
from programme.text import Phrase, _
from storage import marks
from storage.database import Store
from storage.people import invitations

NAME = invitations.BOT  # marks: what the bot is called, for links to it
ACCOUNT = "telegram.account"


class TelegramEdge:
    """Is on Telegram: by the long poll, or by a webhook where the settings name its address."""

    unshow: Unshow | None = None

    def __init__(
        self, house: House, settings: Telegram, token: SecretStr, proxy: Proxy | None = None
    ) -> None:
        self._store = house.store
        self._settings = settings
        self._line = Line(token, settings.base_url, Requests(proxy=proxy))
        self._intake = Intake(house.store, house.clock.now, house.bell.ring)
        self.sender = self.fetcher = self.board = TelegramSender(self._line, house.files)

    @asynccontextmanager
    async def serving(self, scheduler: Scheduler) -> AsyncIterator[str]:
        """Find out who the bot is, and take in what people do; yield the address of its private chat.

        Raises:
            TokenRefused: the token is not right.
            OutOfReach: Telegram cannot be reached, and never was.
            NoSecret: a webhook has no secret.
            PortTaken: it cannot be served on its port.
        """
        try:
            me = await self._line.open(_known(self._store))
            await written(self._store, lambda tx: _note(tx, me))
            self._intake.me, self.sender.name = me, me.name
            async with self._hooked() if self._settings.webhook else self._polling():
                yield f"https://t.me/{me.name}"
        finally:
            await self._line.close()

    def reached(self, address: str) -> Phrase:
        """Say where the bot is on Telegram."""
        return _("Aanjager is running. On Telegram: {address}", address=address)

    @asynccontextmanager
    async def _polling(self) -> AsyncIterator[None]:
        async with _beside(Poller(self._line, self._intake).run()):
            yield

    @asynccontextmanager
    async def _hooked(self) -> AsyncIterator[None]:
        from bot.serving import served
        from bot.web import Webhook, web_app

        address, secret = self._settings.webhook or "", self._settings.secret_of_webhook()
        endpoints = web_app(Webhook(secret, self._keep).route(urlsplit(address).path))
        async with served(endpoints, self._settings.webhook_port), _beside(self._hook(address, secret)):
            yield

    async def _hook(self, address: str, secret: SecretStr | None) -> None:
        token = secret.get_secret_value() if secret else None
        await self._line.insist(
            lambda: self._line.bot.set_webhook(address, secret_token=token, allowed_updates=ALLOWED)
        )

    async def _keep(self, raw: Any) -> None:
        await self._intake.take_in(self._intake.parsed(raw, self._line))


@asynccontextmanager
async def _beside(work: Any) -> AsyncIterator[None]:
    """Let something run beside what is done meanwhile."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _known(store: Store) -> Me | None:
    """Return who the bot was when it was on Telegram last."""
    account, name = store.read(lambda tx: (marks.mark(tx, ACCOUNT), marks.mark(tx, NAME)))
    return Me(account=account, name=name) if account and name else None


def _note(tx: Any, me: Me) -> None:
    marks.set_mark(tx, ACCOUNT, me.account)
    marks.set_mark(tx, NAME, me.name)
