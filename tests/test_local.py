"""The local platform by itself: what it reads for what it says, and when it tells of a change."""

import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.local import PLATFORM, LocalPlatform
from bot.page.hub import Hub
from jobs.delivery import DeliveryWorker
from jobs.worker import settle
from programme.messages import Address, Outgoing
from storage.database import MemoryStore, Transaction
from storage.files import FileStore
from storage.messages import local_chat, outbox
from tests.region import REGION, START, seed

EVERYBODY = ("docent", "coordinator", "manager")


class Told(Hub):
    """A hub that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def tell(self, name: str, data: object) -> None:
        self.names.append(name)


def greet(tx: Transaction) -> None:
    for person in EVERYBODY:
        message = Outgoing(text="hoi", to=Address(person=person))
        outbox.say(tx, message, asked_in=None, region=REGION.key, now=START)


def rename(tx: Transaction) -> None:
    tx.run("UPDATE people SET name = 'Docent Robotica' WHERE key = 'docent'")


def test_a_new_name_is_told_once_and_people_are_read_once_for_all_that_is_said_at_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, hub = MemoryStore(), Told()
    store.write(seed).result()
    read: list[Transaction] = []
    faces = local_chat.faces

    def counted(tx: Transaction) -> tuple[tuple[str, str | None], ...]:
        read.append(tx)
        return faces(tx)

    monkeypatch.setattr(local_chat, "faces", counted)
    platform = LocalPlatform(store, FileStore(tmp_path), hub, ZoneInfo("Europe/Amsterdam"), wake=lambda: None)
    before = len(read)
    store.write(rename).result()
    store.write(greet).result()
    asyncio.run(settle([DeliveryWorker(store, {PLATFORM: platform})], START))
    assert sorted(hub.names) == [*["message"] * len(EVERYBODY), "state"]
    assert len(read) - before == 1
