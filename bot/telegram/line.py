"""The line to Telegram: the library's ``Bot`` with our own requests under it, and who the bot is there."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from pydantic import SecretStr
from telegram import Bot, TelegramObject
from telegram.error import InvalidToken, TelegramError

from bot.telegram.errors import meaning, token_refused
from bot.telegram.requests import Requests
from jobs.sender import SendError, Uncertain, Unsent
from programme.errors import AanjagerError
from programme.text import _

PUBLIC = "https://api.telegram.org"
PAUSES = tuple(timedelta(seconds=s) for s in (1, 2, 5, 15, 30, 60))
SHAPE = re.compile(r"\d+:[\w-]+", re.ASCII)
T = TypeVar("T")
log = structlog.get_logger()


class OutOfReach(AanjagerError):
    """Telegram cannot be reached at the first start, when it is not even known what the bot is called."""


@dataclass(frozen=True, kw_only=True)
class Me:
    """The bot itself: its account, and its name without the @."""

    account: str
    name: str


class DiscreetBot(Bot):
    """The library's bot, which shows its token wherever it is printed, without that."""

    def __repr__(self) -> str:
        return "DiscreetBot()"

    __str__ = __repr__


class Line:
    """Calls Telegram. What it raises is a ``SendError``, but where ``open`` says otherwise."""

    def __init__(self, token: SecretStr, base_url: str = PUBLIC, requests: Requests | None = None) -> None:
        _read_swiftly()
        self.requests = requests or Requests()
        self.bot = DiscreetBot(
            token.get_secret_value(),
            base_url=f"{base_url.rstrip('/')}/bot",
            base_file_url=f"{base_url.rstrip('/')}/file/bot",
            request=self.requests,
            get_updates_request=self.requests,
        )

    async def open(self, known: Me | None = None, tries: int = 3) -> Me:
        """Return who the bot is; ``known`` from before will do where Telegram cannot be reached just now.

        Raises:
            TokenRefused: the token is not right.
            OutOfReach: nobody answers, and it was never known who the bot is.
        """
        if not SHAPE.fullmatch(
            self.bot.token
        ):  # what is none at all is not asked about: it may be any secret
            raise token_refused()
        await self.requests.initialize()
        for pause in (*PAUSES[: tries - 1], None):
            try:
                me = await self.bot.get_me()
                return Me(account=str(me.id), name=me.username or "")
            except InvalidToken:
                break
            except Exception as error:  # what the library cannot read, too
                log.warning("telegram.unreached", fault=type(error).__name__)
            if pause is not None:
                await asyncio.sleep(pause.total_seconds())
        else:
            if known is not None:
                return known
            raise _out_of_reach()
        raise token_refused()

    async def close(self) -> None:
        """Close every connection."""
        await self.requests.shutdown()

    async def ask(self, method: str, **parameters: object) -> Any:
        """Return what Telegram answers to a method, as it came: nobody reads the objects that the library makes of it.

        Parameters that are None are left out. Telegram knows its methods in any case of letters; the library would
        have those that it knows itself called by its own methods.
        """
        return await self.bot.do_api_request(method.lower(), parameters)

    async def call(self, asked: Awaitable[T], address: str = "", *, harmless: bool = False) -> T:
        """Return what a call of the bot's returns. ``address``, ``harmless``: as in ``errors.meaning``."""
        try:
            return await asked
        except TelegramError as error:
            told = _told(error, address, harmless)
        except (
            Exception
        ) as error:  # an answer that the library cannot read: what was asked may have been done
            log.error("telegram.unread", fault=type(error).__name__, exc_info=error)
            told = Unsent() if harmless else Uncertain()
        raise told  # outside the handler: it is our own word for it, and brings nothing along

    async def insist(self, ask: Callable[[], Awaitable[T]]) -> T | None:
        """Ask until Telegram answers, with growing pauses; None where it refuses for good."""
        tried = 0
        while True:
            try:
                return await self.call(ask(), harmless=True)
            except Unsent as error:
                await asyncio.sleep((error.wait or pause_after(tried)).total_seconds())
            except SendError as error:
                log.error("telegram.refused", fault=type(error).__name__)
                return None
            tried += 1


def _read_swiftly() -> None:
    """Let the library read what comes without asking of each field whether it may still be set.

    It asks so that nobody changes what it has read, which nothing here does, in Python, of each of the hundred fields
    of a message: a sixth of the time that a whole answer takes (make bench).
    """
    TelegramObject.__setattr__ = object.__setattr__  # type: ignore[method-assign,assignment]


def pause_after(tried: int) -> timedelta:
    """Return how long to wait after so many calls in a row that failed."""
    return PAUSES[min(tried, len(PAUSES) - 1)]


def _told(error: TelegramError, address: str, harmless: bool) -> SendError:
    if isinstance(error, InvalidToken):
        log.error("telegram.token_refused")
    return meaning(error, address, harmless=harmless)


def _out_of_reach() -> OutOfReach:
    return OutOfReach(
        _("Telegram cannot be reached from this machine."),
        _("Look whether it has a connection to the internet, and start again."),
    )
