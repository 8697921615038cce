"""Files that no record knows, deleted at the start: a bot that is killed before its commit leaves one."""

import asyncio

import structlog

from storage import pictures
from storage.database import Store
from storage.files import FileStore
from storage.messages import local_chat

log = structlog.get_logger()


async def sweep(store: Store, files: FileStore) -> None:
    """Delete every file that no record knows.

    Only before anything runs, because a file is written before the record that knows it. Beside a database that
    knows none at all they are left alone: they may be another's.
    """
    known = store.read(lambda tx: pictures.files(tx) | local_chat.files(tx))
    swept = await asyncio.to_thread(files.keep_only, known) if known else 0
    if swept:
        log.info("files.swept", count=swept)
