"""The worker that fetches what people attach, before it is answered.

A photo is fetched from its platform, made safe to keep and kept; all else is declined with what to do instead. What
became of it and the arrival's being ready are one commit. What came later in the same chat waits for it, other chats
do not: a try takes so long and no longer, and what was tried in vain never takes all places when it is tried again. An
album, of which every part arrives by itself, becomes one arrival.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import structlog
from msgspec.structs import replace

from documents.attachments import DECLINED, PICTURES_AT_MOST, TOO_MANY, UNFETCHED
from documents.photos import BYTES_AT_MOST, Photo, PhotoError, clean_photo, too_large
from jobs.inbox import apologise
from jobs.places import PHOTO, Place, begun, due
from jobs.sender import Fetcher, SendError, TooLarge, Uncertain, Unsent
from jobs.worker import Worker, written
from programme.messages import Declined
from storage import pictures
from storage.database import Store, Transaction
from storage.driver import NotKept
from storage.files import FileStore
from storage.messages import inbox
from storage.messages.inbox import Arrival, Attachment
from storage.pictures import Picture

FIRST_TRY, LATER_TRY = timedelta(seconds=5), timedelta(seconds=20)  # that a file may take
PAUSES = tuple(timedelta(seconds=s) for s in (1, 4, 15, 40, 60))
PATIENCE = sum(PAUSES, timedelta())
REST = timedelta(seconds=2)  # after what could not be kept: the disk is full, or another process is writing
log = structlog.get_logger()


@dataclass
class Haul:
    """What an arrival brought: the pictures, which are in the file store, and what is not taken."""

    pictures: list[Picture] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)


class Later(Exception):
    """Something may be fetched yet, after a pause. ``hung``: it took as long as it may."""

    def __init__(self, pause: timedelta, *, hung: bool = False) -> None:
        super().__init__()
        self.pause = pause
        self.hung = hung


class AttachmentWorker:
    """Fetches for several chats at once, one arrival of each; ``wake`` rings when there is room for the next."""

    def __init__(
        self,
        store: Store,
        files: FileStore,
        fetchers: Mapping[str, Fetcher],
        wake: Callable[[], None] = lambda: None,
        clean: Callable[[bytes], Photo] = clean_photo,
    ) -> None:
        self._store = store
        self._files = files
        self._fetchers = fetchers
        self._wake = wake
        self._clean = clean
        self._cleaning = asyncio.Lock()  # one at a time: each takes tens of megabytes while it is decoded
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self._places: dict[int, Place] = {}
        self._rests_until: datetime | None = None

    async def work(self, now: datetime, last: int | None = None) -> datetime | None:
        """Begin to fetch what is due, and came no later than ``last``; return when the next is due."""
        if self._rests_until and now < self._rests_until:
            return self._rests_until
        flying = dict(self._places)
        if not self._store.read(lambda tx: due(tx, now, flying, last)):
            return self._store.read(lambda tx: inbox.next_fetch(tx, now))
        began = await written(
            self._store,
            lambda tx: [(begun(tx, one, now), place) for one, place in due(tx, now, flying, last)],
        )
        for arrival, place in began:
            if arrival.attachments:
                self._send_out(arrival, place, now)
        return now

    def _send_out(self, arrival: Arrival, place: Place, now: datetime) -> None:
        task = asyncio.create_task(self._bring_in(arrival, place, now))
        self._in_flight[arrival.key], self._places[arrival.key] = task, place
        task.add_done_callback(partial(self._landed, arrival.key))

    async def idle(self) -> None:
        """Return once nothing is being fetched."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight.values())

    def bounded(self) -> Worker:
        """The same for what has arrived by now: what comes later waits."""
        return _Bounded(self, self._store.read(inbox.newest))

    def _landed(self, key: int, task: asyncio.Task[None]) -> None:
        del self._in_flight[key], self._places[key]
        self._wake()

    async def _bring_in(self, arrival: Arrival, place: Place, now: datetime) -> None:
        try:
            await self._try(arrival, place, now)
        except NotKept as error:  # it is still to be fetched
            log.warning("attachments.wait", arrival=arrival.key, fault=type(error).__name__)
            self._rests_until = now + REST

    async def _try(self, arrival: Arrival, place: Place, now: datetime) -> None:
        """Fetch what an arrival brings and make it ready; nothing stays in the file store that no record knows."""
        haul = Haul()
        try:
            await self._fetch_all(arrival, place, haul)
            await written(self._store, lambda tx: _complete(tx, arrival, haul, now))
        except Exception as error:
            for picture in haul.pictures:
                await asyncio.to_thread(self._files.drop, picture.key)
            if isinstance(error, NotKept):
                raise
            await written(self._store, _settling(arrival, error, now))

    async def _fetch_all(self, arrival: Arrival, place: Place, haul: Haul) -> None:
        """Fetch one file after another: an arrival never holds more than one. Once one hung, no other is waited for."""
        tried = self._store.read(lambda tx: inbox.fetched_before(tx, arrival.key))
        fetcher = self._fetchers.get(arrival.platform) if place is not Place.NONE else None
        most = LATER_TRY if tried else FIRST_TRY
        for attachment in arrival.attachments:
            try:
                got = await self._taken(fetcher, attachment, len(haul.pictures), most)
            except Later as later:
                if tried < len(PAUSES) and later.pause <= PATIENCE:
                    raise Later(max(later.pause, PAUSES[tried])) from later
                got, fetcher = UNFETCHED, None if later.hung else fetcher
            if isinstance(got, Picture):
                haul.pictures.append(got)
            else:
                haul.declined.append(got)

    async def _taken(
        self, fetcher: Fetcher | None, attachment: Attachment, before: int, most: timedelta
    ) -> Picture | Declined:
        """Return one attachment as a kept picture, or what to say of it; ``before``: pictures that came with it.

        Raises:
            Later: the platform does not give it now, or not within ``most``; or the disk is full.
        """
        refused = _refused(attachment, before)
        if refused or fetcher is None:
            return refused or UNFETCHED
        try:
            return await self._kept(fetcher, attachment, most)
        except PhotoError as error:
            return _declined(error)
        except TooLarge:
            return _declined(too_large())
        except (Unsent, Uncertain, OSError) as error:
            wait = (isinstance(error, Unsent) and error.wait) or timedelta()
            raise Later(wait, hung=isinstance(error, TimeoutError)) from error
        except SendError as error:
            log.warning("attachments.error", fault=type(error).__name__)
            return UNFETCHED

    async def _kept(self, fetcher: Fetcher, attachment: Attachment, most: timedelta) -> Picture:
        async with asyncio.timeout(most.total_seconds()):
            data = await fetcher.fetch(attachment.file)
        async with self._cleaning:
            photo = await asyncio.to_thread(self._clean, data)
        key = await asyncio.to_thread(self._files.put, photo.data, photo.type)
        return Picture(key=key, type=photo.type, width=photo.width, height=photo.height)


class _Bounded:
    """An ``AttachmentWorker`` that goes no further than what had arrived at a moment."""

    def __init__(self, worker: AttachmentWorker, last: int) -> None:
        self._worker = worker
        self._last = last

    async def work(self, now: datetime) -> datetime | None:
        return await self._worker.work(now, self._last)

    async def idle(self) -> None:
        await self._worker.idle()

    def bounded(self) -> Worker:
        return self


def _complete(tx: Transaction, arrival: Arrival, haul: Haul, now: datetime) -> None:
    """Keep whose pictures these are, and let the arrival be answered."""
    pictures.come_with(tx, arrival, haul.pictures, now)
    ready = replace(
        arrival,
        attachments=(),
        pictures=(*arrival.pictures, *(picture.key for picture in haul.pictures)),
        declined=(*arrival.declined, *haul.declined),
    )
    inbox.keep_instead(tx, ready)


def _settling(arrival: Arrival, error: Exception, now: datetime) -> Callable[[Transaction], None]:
    """Return what becomes of an arrival that could not be fetched: again later, or set aside for a fault of ours."""
    if isinstance(error, Later):
        at = now + error.pause
        return lambda tx: inbox.fetch_again(tx, arrival.key, at)
    fault = type(error).__name__
    log.error("attachments.fault", arrival=arrival.key, fault=fault, exc_info=error)
    return lambda tx: apologise(tx, arrival, fault, now)


def _refused(attachment: Attachment, before: int) -> Declined | None:
    """Return what to say of an attachment that need not be fetched to be declined."""
    if attachment.kind != PHOTO:
        return DECLINED.get(attachment.kind, DECLINED["other"])
    if before == PICTURES_AT_MOST:
        return TOO_MANY
    return _declined(too_large()) if attachment.size > BYTES_AT_MOST else None


def _declined(error: PhotoError) -> Declined:
    return Declined(what=error.what, next=error.next)
