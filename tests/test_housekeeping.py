"""The worker that tidies: one dialogue that cannot be ended holds back nothing else."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.reporting import goodbye
from jobs.housekeeping import HousekeepingWorker
from programme.messages import Outgoing
from storage import pictures
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.files import FileStore
from storage.pictures import Picture
from tests.reports_region import START, seed

LATER = START + timedelta(days=4)
PEOPLE = ("docent", "collega")


def leave_behind(tx: Transaction) -> None:
    """Let dialogues of an older version wait, with what was typed in them, and a picture that nobody decided on."""
    for person in PEOPLE:
        draft = json.dumps({"has": {"said": f"Getypt door {person}"}})
        tx.insert(
            "conversations",
            chat=chats.private_chat(tx, person),
            person=person,
            state=json.dumps({"draft": draft}),
            touched_at=0,
            expires_at=0,
        )
    key = "0" * 32 + ".jpg"
    pictures.receive(tx, Picture(key=key, type="image/jpeg", width=1, height=1, person="docent"), START)


def waiting(store: MemoryStore) -> list[str]:
    rows = store.read(lambda tx: tx.rows("SELECT person FROM conversations ORDER BY person"))
    return [row["person"] for row in rows]


def test_a_dialogue_that_cannot_be_ended_holds_back_nothing_and_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = MemoryStore()
    store.write(seed).result()
    store.write(leave_behind).result()
    worker, farewell = HousekeepingWorker(store, FileStore(tmp_path)), goodbye.lost

    def broken(said: str) -> Outgoing:
        if PEOPLE[0] in said:
            raise KeyError("a fault of ours")
        return farewell(said)

    with monkeypatch.context() as patched:
        patched.setattr(goodbye, "lost", broken)
        following = asyncio.run(worker.work(LATER))
    assert following is not None and following > LATER, "it is not tried again at once, for ever"
    assert waiting(store) == [PEOPLE[0]]
    assert store.read(pictures.files) == frozenset()
    asyncio.run(worker.work(following))
    assert waiting(store) == []
    store.close()
