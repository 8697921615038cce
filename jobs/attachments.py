"""The worker that fetches what people attach, before it is answered.

A photo is fetched from its platform, made safe to keep and kept; all else is declined with what to do instead. What
became of it and the arrival's being ready are one commit. What came later in the same chat waits for it, other chats
do not. An album, of which every part arrives by itself, becomes one arrival.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import structlog
from msgspec.structs import replace

from documents.attachments import DECLINED, IN_A_GROUP, PICTURES_AT_MOST, TOO_MANY, UNFETCHED
from documents.photos import BYTES_AT_MOST, Photo, PhotoError, clean_photo, too_large
from handlers import commands
from jobs.inbox import apologise
from jobs.sender import Fetcher, SendError, TooLarge, Uncertain, Unsent
from jobs.worker import Worker, written
from programme.messages import Declined
from storage import pictures
from storage.chats import chats
from storage.database import Store, Transaction
from storage.driver import NotKept
from storage.files import FileStore
from storage.messages import inbox
from storage.messages.inbox import Arrival, Attachment
from storage.people import people
from storage.pictures import Picture

PHOTO = "photo"
AT_ONCE = 4  # arrivals; each holds one file of at most 20 MB
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
    """Something may be fetched yet, after a pause."""

    def __init__(self, pause: timedelta) -> None:
        super().__init__()
        self.pause = pause


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
        self._rests_until: datetime | None = None

    async def work(self, now: datetime, last: int | None = None) -> datetime | None:
        """Begin to fetch what is due, and came no later than ``last``; return when the next is due."""
        if self._rests_until and now < self._rests_until:
            return self._rests_until
        flying = frozenset(self._in_flight)
        if not self._store.read(lambda tx: _due(tx, now, flying, last)):
            return self._store.read(lambda tx: inbox.next_fetch(tx, now))
        for arrival in await written(
            self._store, lambda tx: [_begun(tx, one, now) for one in _due(tx, now, flying, last)]
        ):
            if arrival.attachments:
                task = asyncio.create_task(self._bring_in(arrival, now))
                self._in_flight[arrival.key] = task
                task.add_done_callback(partial(self._landed, arrival.key))
        return now

    async def idle(self) -> None:
        """Return once nothing is being fetched."""
        while self._in_flight:
            await asyncio.gather(*self._in_flight.values())

    def bounded(self) -> Worker:
        """The same for what has arrived by now: what comes later waits."""
        return _Bounded(self, self._store.read(inbox.newest))

    def _landed(self, key: int, task: asyncio.Task[None]) -> None:
        del self._in_flight[key]
        self._wake()

    async def _bring_in(self, arrival: Arrival, now: datetime) -> None:
        try:
            await self._try(arrival, now)
        except NotKept as error:  # it is still to be fetched
            log.warning("attachments.wait", arrival=arrival.key, fault=type(error).__name__)
            self._rests_until = now + REST

    async def _try(self, arrival: Arrival, now: datetime) -> None:
        """Fetch what an arrival brings and make it ready; nothing stays in the file store that no record knows."""
        haul = Haul()
        try:
            await self._fetch_all(arrival, haul)
            await written(self._store, lambda tx: _complete(tx, arrival, haul, now))
        except Exception as error:
            for picture in haul.pictures:
                await asyncio.to_thread(self._files.drop, picture.key)
            if isinstance(error, NotKept):
                raise
            await written(self._store, _settling(arrival, error, now))

    async def _fetch_all(self, arrival: Arrival, haul: Haul) -> None:
        """Fetch one file after another: an arrival never holds more than one."""
        tried = self._store.read(lambda tx: inbox.fetched_before(tx, arrival.key))
        for attachment in arrival.attachments:
            try:
                got = await self._taken(arrival.platform, attachment, len(haul.pictures))
            except Later as later:
                if tried == len(PAUSES) or later.pause > PATIENCE:
                    got = UNFETCHED
                else:
                    raise Later(max(later.pause, PAUSES[tried])) from later
            if isinstance(got, Picture):
                haul.pictures.append(got)
            else:
                haul.declined.append(got)

    async def _taken(self, platform: str, attachment: Attachment, before: int) -> Picture | Declined:
        """Return one attachment as a kept picture, or what to say of it; ``before``: pictures that came with it.

        Raises:
            Later: the platform does not give it now, or the disk is full.
        """
        refused = _refused(attachment, before)
        fetcher = self._fetchers.get(platform)
        if refused or fetcher is None:
            return refused or UNFETCHED
        try:
            return await self._kept(fetcher, attachment)
        except PhotoError as error:
            return _declined(error)
        except TooLarge:
            return _declined(too_large())
        except (Unsent, Uncertain, OSError) as error:
            raise Later((isinstance(error, Unsent) and error.wait) or timedelta()) from error
        except SendError as error:
            log.warning("attachments.error", fault=type(error).__name__)
            return UNFETCHED

    async def _kept(self, fetcher: Fetcher, attachment: Attachment) -> Picture:
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


def _due(tx: Transaction, now: datetime, flying: Collection[int], last: int | None) -> list[Arrival]:
    """Return what to begin with: as much as there is room for beside what is being fetched."""
    due = inbox.to_fetch(tx, now, AT_ONCE, last) if len(flying) < AT_ONCE else []
    return [one for one in due if one.key not in flying][: AT_ONCE - len(flying)]


def _begun(tx: Transaction, first: Arrival, now: datetime) -> Arrival:
    """Make one arrival of an album, which its first part stands for; return what is to be fetched of it."""
    parts = inbox.parts(tx, first)
    begun = _wanted(tx, _joined(parts))
    inbox.keep_instead(tx, begun)
    for part in parts[1:]:
        inbox.done(tx, part.key, now)
    return begun


def _joined(parts: Sequence[Arrival]) -> Arrival:
    return replace(
        parts[0],
        album="",
        text="\n".join(part.text for part in parts if part.text),
        attachments=tuple(attachment for part in parts for attachment in part.attachments),
        addressed=any(part.addressed for part in parts),
    )


def _wanted(tx: Transaction, arrival: Arrival) -> Arrival:
    """Return an arrival with what of its attachments is to be looked at.

    In a group that is what is meant for the bot, and no photo: who is on it is asked in private. Nor is one taken of
    somebody who takes part nowhere.
    """
    chat = chats.chat(tx, arrival.chat)
    others = tuple(one for one in arrival.attachments if one.kind != PHOTO)
    if chat is not None and chat.private:
        person = people.behind(tx, arrival.platform, arrival.account)
        return arrival if person and person.regions else replace(arrival, attachments=others)
    if commands.addressed(arrival.text, arrival.addressed) is None:
        return replace(arrival, attachments=())
    seen = (IN_A_GROUP,) if others != arrival.attachments else ()
    return replace(arrival, attachments=others, declined=(*arrival.declined, *seen))


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
