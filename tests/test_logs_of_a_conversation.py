"""A conversation in which everything fails that can, and of which no word stands in the log."""

import io
import json
import logging
import re
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import structlog

from bot.logs import configure
from documents.drawings import Drawn
from handlers import dispatch
from jobs.sender import Uncertain, Unsent
from storage.database import Transaction
from storage.messages.inbox import Arrival
from storage.messages.parcels import Parcel
from tests.platforms import Direct
from tests.region import START, seed
from tests.talk import FOLDER, play, read

SAID = "Pilot robotica met Fatima en 26 leerlingen, bel 0612345678"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Yield all that is logged at the level that tells most; what configuring changes is put back."""
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook, logging.raiseExceptions)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    configure("debug", "json", written)
    yield written
    logging.captureWarnings(False)
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook, sys.unraisablehook, threading.excepthook, logging.raiseExceptions = before


def words(value: object) -> Iterator[str]:
    """Yield every word that people could recognise in what is kept: names, titles, texts, numbers."""
    found = re.findall(r"[A-Za-zÀ-ÿ]{5,}|\d{5,}", json.dumps(value, ensure_ascii=False))
    yield from (word for word in found if word not in {"person", "platform", "local", "outbox"})


def kept(tx: Transaction) -> list[dict[str, Any]]:
    return [
        *tx.rows("SELECT name FROM people"),
        *tx.rows("SELECT title FROM chats"),
        *tx.rows("SELECT title FROM milestones"),
        *tx.rows("SELECT json_extract(body, '$.text') AS text FROM inbox"),
        *tx.rows("SELECT json_extract(body, '$.text') AS text FROM outbox"),
    ]


def fail_now_and_then(monkeypatch: pytest.MonkeyPatch, chat: Direct) -> None:
    """Let every third turn and every third message fail, with an error that quotes all that it knows."""
    turn, send = dispatch.dispatch, chat.screen.send
    turns, messages = iter(range(10_000)), iter(range(10_000))

    def quoting(tx: Transaction, arrival: Arrival, now: datetime) -> None:
        if next(turns) % 3 == 2:
            raise ValueError(f"{arrival} {kept(tx)}")
        turn(tx, arrival, now)

    async def refusing(parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        number = next(messages)
        if number % 3 == 1:
            raise (Unsent() if number % 2 else Uncertain()) from ValueError(f"{parcel}")
        return await send(parcel, file, now)

    monkeypatch.setattr(dispatch, "dispatch", quoting)
    monkeypatch.setattr(chat.screen, "send", refusing)


def test_no_word_of_a_conversation_stands_in_the_log(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    chat = Direct(seed, START)
    fail_now_and_then(monkeypatch, chat)
    for text in (SAID, "/melden", "Fatima", SAID, "/instellingen", "Fatima", "/week", SAID, "stop", "onzin"):
        chat.say("docent", "", text)
    logged = log.getvalue() + "".join(capfd.readouterr())
    assert {"arrival.fault", "delivery.error"} <= set(re.findall(r'"event": "([^"]+)"', logged))
    recognised = {word for word in words(chat.store.read(kept)) if word in logged}
    assert recognised == set()
    assert "0612345678" in set(words(chat.store.read(kept)))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt"))[:6], ids=lambda path: path.stem)
def test_a_conversation_in_which_nothing_fails_logs_nothing_of_it(path: Any, log: io.StringIO) -> None:
    chat = Direct(seed, START)
    play(chat, read(path))
    logged = log.getvalue()
    assert {word for word in words(chat.store.read(kept)) if word in logged} == set()
