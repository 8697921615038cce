"""The worker that closes the gap between what command menus should list and what a platform lists.

It is in no hurry: a handful a second, and none while messages wait. What is refused for a chat is not tried again
before something else is wanted there; any other failure lets all menus wait, longer each time.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import structlog

from handlers.menus import FOR_GROUPS, FOR_STRANGERS, Menu, edition, in_words, menu
from jobs.sender import MenuBoard, SendError, Uncertain, Unsent
from jobs.worker import AGAIN, written
from storage import marks
from storage.chats import menus
from storage.chats.menus import Gap
from storage.database import Store, Transaction
from storage.driver import NotKept

HANDFUL = 5
EVERY = timedelta(seconds=1)
CROWD = 30  # messages that wait: more than go out in a second
LATER = timedelta(seconds=10)
PAUSES = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 3600))
log = structlog.get_logger()


class MenuWorker:
    """Shows menus on one platform; in memory is only how long it waits after a failure."""

    def __init__(self, store: Store, board: MenuBoard) -> None:
        self._store = store
        self._board = board
        self._begun = False
        self._failures = 0
        self._last = ""
        self._until: datetime | None = None
        self._showing: asyncio.Task[None] | None = None

    async def work(self, now: datetime) -> datetime | None:
        """Set a handful on its way; return when the next may go, None when every menu is as it should be."""
        if self._until and now < self._until:
            return self._until
        if self._showing:
            return now + EVERY
        if self._store.read(lambda tx: menus.crowded(tx, self._board.platform, now, CROWD)):
            return now + LATER
        gaps = self._gaps()
        if self._begun and not gaps:
            return None
        self._until = now + EVERY
        self._showing = asyncio.create_task(self._show(gaps, now))
        return self._until

    async def idle(self) -> None:
        """Return once nothing is on its way."""
        if self._showing:
            await self._showing

    def bounded(self) -> "MenuWorker":
        """What is wanted comes to an end with what people say."""
        return self

    def _gaps(self) -> list[Gap]:
        """Return the next few, from the first again after the last, so that none holds up the others."""
        platform, after = self._board.platform, self._last

        def find(tx: Transaction) -> list[Gap]:
            further = menus.gaps(tx, platform, after, HANDFUL)
            return further or menus.gaps(tx, platform, "", HANDFUL)

        return self._store.read(find)

    async def _show(self, gaps: Sequence[Gap], now: datetime) -> None:
        settled: list[Gap] = []
        try:
            await self._begin()
            for gap in gaps:
                self._last = gap.chat
                await self._list(gap)
                settled.append(gap)
            self._failures = 0
        except (Unsent, Uncertain) as error:
            self._wait(error, now)
        except Exception as error:  # a fault of ours must not come back every second
            log.error("menu.fault", fault=type(error).__name__, exc_info=error)
            self._until = now + AGAIN
        finally:
            try:
                await self._settle(settled)
            finally:
                self._showing = None

    async def _begin(self) -> None:
        """Show what chats list by default; what an older edition (or another bot) showed is out of date."""
        if self._begun:
            return
        for kind, language, commands in _defaults():
            try:
                await self._board.show_defaults(kind, language, commands)
            except (Unsent, Uncertain):
                raise
            except SendError as error:
                log.error("menu.refused", kind=kind, fault=type(error).__name__)
        await written(self._store, self._outdate)
        self._begun = True

    def _outdate(self, tx: Transaction) -> None:
        platform = self._board.platform
        shown = f"{marks.mark(tx, f'{platform}.name')}{edition()}"
        seal = hashlib.sha256(shown.encode()).hexdigest()
        if marks.mark(tx, f"menus:{platform}") != seal:
            marks.set_mark(tx, f"menus:{platform}", seal)
            menus.outdate(tx, platform)

    async def _list(self, gap: Gap) -> None:
        """Show one menu; Unsent or Uncertain when that may be tried again."""
        try:
            await self._board.show_menu(gap.address, menu(gap.wanted))
        except (Unsent, Uncertain):
            raise
        except SendError as error:
            log.info("menu.refused", chat=gap.chat, fault=type(error).__name__)

    def _wait(self, error: SendError, now: datetime) -> None:
        pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
        asked = error.wait if isinstance(error, Unsent) and error.wait else pause
        self._failures += 1
        self._until = now + max(asked, pause)
        log.warning(
            "menu.waits", fault=type(error).__name__, seconds=int((self._until - now).total_seconds())
        )

    async def _settle(self, settled: Sequence[Gap]) -> None:
        def keep(tx: Transaction) -> None:
            for gap in settled:
                menus.shown(tx, gap)

        try:
            await written(self._store, keep)
        except NotKept as error:  # shown once more then, which changes nothing
            log.warning("menu.waits", fault=type(error).__name__)


def _defaults() -> Iterator[tuple[str, str, Menu]]:
    """Yield (kind of chat, language of the device, commands); English for whoever speaks neither language."""
    for kind, names in (("private", FOR_STRANGERS), ("channel", FOR_GROUPS)):
        for device, spoken in (("", "en"), ("nl", "nl")):
            yield kind, device, in_words(names, spoken)
