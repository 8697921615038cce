"""Takes in what people do on Telegram: an update is confirmed once what it brings is in the database, and not before.

Both ways in use ``Intake``: the long poll here, and the webhook in bot/web.py.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.telegram import arrivals
from bot.telegram.arrivals import ALLOWED, Came
from bot.telegram.line import Line, Me, pause_after
from bot.telegram.requests import TooFast, Unreadable
from jobs.worker import faults_in, written
from storage.database import Store, Transaction
from storage.driver import NotKept

POLL = timedelta(seconds=50)  # how long Telegram holds a call open while nobody says anything
BATCH = 100
SOON = timedelta(seconds=2)  # after what could not be kept: the disk is full, or another process is writing
log = structlog.get_logger()


class Intake:
    """Keeps what updates bring, in the order in which they came. ``wake`` rings the workers."""

    def __init__(self, store: Store, now: Callable[[], datetime], wake: Callable[[], None]) -> None:
        self._store = store
        self._now = now
        self._wake = wake
        self.me = Me(account="", name="")

    async def take_in(self, updates: Sequence[Update]) -> None:
        """Keep a batch in one transaction; what cannot be read or kept is passed over, for it never could be.

        Raises:
            NotKept: nothing was kept, and all of it may be tried again.
        """
        now = self._now()
        read = [one for update in updates for one in self._read(update)]
        if read:
            await written(self._store, lambda tx: _keep(tx, read, now))
            self._wake()

    def parsed(self, raw: Any, line: Line) -> list[Update]:
        """Return an update as the library reads it; none for what is no update."""
        event = numbered(raw)
        if event is None:
            log.error("telegram.no_update")
            return []
        try:
            return [Update.de_json(raw, line.bot)]
        except Exception as error:  # somebody else's mistake must not hold up what comes after it
            log.error("telegram.unread", update=str(event), fault=type(error).__name__)
            return []

    def _read(self, update: Update) -> list[Came]:
        try:
            one = arrivals.came(update, self.me)
        except Exception as error:
            log.error(
                "telegram.unread", update=str(update.update_id), fault=type(error).__name__, exc_info=error
            )
            return []
        return [one] if one else []


def _keep(tx: Transaction, read: Sequence[Came], now: datetime) -> None:
    faults = faults_in(tx, [partial(arrivals.keep, tx, one, now) for one in read])
    for one, fault in zip(read, faults, strict=True):
        if fault is not None:
            log.error("telegram.unkept", update=one.arrival.event, fault=type(fault).__name__, exc_info=fault)


class Poller:
    """Asks Telegram for updates, again and again."""

    def __init__(self, line: Line, intake: Intake, poll: timedelta = POLL) -> None:
        self._line = line
        self._intake = intake
        self._poll = poll
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled, with growing pauses while Telegram does not answer."""
        bot = self._line.bot
        await self._line.insist(lambda: bot.delete_webhook(drop_pending_updates=False))
        failed = 0
        while True:
            pause = await self._once(failed)
            failed = failed + 1 if pause is not None else 0
            if pause is not None:
                await asyncio.sleep(pause.total_seconds())

    async def _once(self, failed: int) -> timedelta | None:
        """Fetch and keep a batch; return how long to wait where that did not work."""
        try:
            updates, last = await self._fetch()
            await self._intake.take_in(updates)
        except NotKept as error:  # it was not confirmed, so Telegram gives it again
            log.warning("telegram.waits", fault=type(error).__name__)
            return SOON
        except TooFast as error:
            log.warning("telegram.waits", fault=type(error).__name__)
            return error.wait
        except TelegramError as error:
            log.warning(_event(error), fault=type(error).__name__)
            return pause_after(failed)
        except Exception as error:  # a fault of ours; what was not confirmed comes again
            log.error("telegram.fault", fault=type(error).__name__, exc_info=error)
            return pause_after(failed)
        if last is not None:
            self._offset = last + 1
        return None

    async def _fetch(self) -> tuple[Sequence[Update], int | None]:
        """Return the next updates, and the number of the last, read or not."""
        try:
            updates: Sequence[Update] = await self._line.bot.get_updates(
                offset=self._offset, limit=BATCH, timeout=self._poll, allowed_updates=ALLOWED
            )
            return updates, max((int(each.update_id) for each in updates), default=None)
        except TelegramError:
            raise
        except Exception:  # one that the library cannot read; the others are read one by one
            return self._one_by_one()

    def _one_by_one(self) -> tuple[Sequence[Update], int | None]:
        """Read what can be read of the last answer; what has no number cannot be confirmed, and is passed over.

        Raises ``Unreadable`` where nothing has one.
        """
        requests = self._line.requests
        raw = requests.parse_json_payload(requests.answer).get("result")
        found = raw if isinstance(raw, list) else []
        numbers = [number for number in map(numbered, found) if number is not None]
        if not numbers:
            raise Unreadable("the answer brings no updates")
        return [update for each in found for update in self._intake.parsed(each, self._line)], max(numbers)


def numbered(raw: Any) -> int | None:
    """Return the number of an update as it came; None for what has none."""
    event = raw.get("update_id") if isinstance(raw, dict) else None
    return event if type(event) is int else None


def _event(error: TelegramError) -> str:
    """Return what is logged: that another bot polls with the same token is for the administrator to mend."""
    if isinstance(error, Conflict):
        return "telegram.polled_elsewhere"
    return "telegram.token_refused" if isinstance(error, InvalidToken) else "telegram.unreached"
