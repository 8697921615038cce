"""A bot that is killed at any moment: nothing acknowledged is lost, nothing is said twice."""

import os
import random
import signal
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

import httpx

from storage.database import Database, Transaction
from tests.region import seeded
from tests.served import Page, served, until

ROUNDS = int(os.environ.get("KILLS", "6"))
WHO = ("docent", "coordinator", "manager")


def talk(address: str, person: str, acknowledged: list[int]) -> None:
    """Say one thing after another until the bot is gone, noting what it acknowledged."""
    page = Page(address)
    with page.http, suppress(httpx.HTTPError):
        chat = page.private(person)
        for number in range(10_000):
            answer = page.say(chat, person, f"bericht {number} van {person}")
            acknowledged.append(answer.json()["id"])


def test_nothing_acknowledged_is_lost_and_nothing_is_said_twice(tmp_path: Path) -> None:
    seeded(tmp_path)
    chance = random.Random(20211129)
    acknowledged: list[int] = []
    for _round in range(ROUNDS):
        with served(tmp_path) as (page, process):
            talkers = [threading.Thread(target=talk, args=(page.address, who, acknowledged)) for who in WHO]
            for talker in talkers:
                talker.start()
            until(partial(_more_than, acknowledged, len(acknowledged)))
            threading.Event().wait(chance.uniform(0.05, 0.6))
            process.send_signal(signal.SIGKILL)
            process.wait()
            for talker in talkers:
                talker.join()
    with served(tmp_path):
        until(lambda: not _read(tmp_path, open_work))
    assert set(acknowledged) <= set(_read(tmp_path, said_by_people))
    assert _read(tmp_path, said_twice) == []
    assert _read(tmp_path, unanswered) == []


def _more_than(acknowledged: list[int], before: int) -> bool:
    return len(acknowledged) > before


def open_work(tx: Transaction) -> list[int]:
    waiting = tx.rows("SELECT key FROM inbox WHERE state <> 'done'")
    unsent = tx.rows("SELECT key FROM outbox WHERE state IN ('ready', 'sending')")
    return [row["key"] for row in (*waiting, *unsent)]


def said_by_people(tx: Transaction) -> list[int]:
    return [row["key"] for row in tx.rows("SELECT key FROM local_messages WHERE sender <> 'bot'")]


def said_twice(tx: Transaction) -> list[str]:
    """Every question stands once: each has a text of its own, because it quotes a step of its own."""
    rows = tx.rows(
        "SELECT sent_as FROM local_messages WHERE sender = 'bot' GROUP BY sent_as HAVING COUNT(*) > 1"
    )
    return [row["sent_as"] for row in rows]


def unanswered(tx: Transaction) -> list[str]:
    """Chats in which the bot has not said exactly one thing for each thing that was said to it."""
    rows = tx.rows(
        """SELECT chat FROM local_messages GROUP BY chat
           HAVING SUM(sender = 'bot') <> SUM(sender <> 'bot')"""
    )
    return [row["chat"] for row in rows]


def _read(folder: Path, work: "object") -> "list[object]":
    database = Database(folder / "aanjager.db", alone=False)
    try:
        return list(database.read(work))  # type: ignore[arg-type]
    finally:
        database.close()
