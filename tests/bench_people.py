"""How much memory the bot takes on Telegram when a whole programme is on record, as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from storage.database import Database, Transaction
from storage.moments import seconds
from tests.bench_burst import EVERYBODY, FIRST, TEN, TYPED, crowd
from tests.bot_api import BotApi
from tests.figures import Figure, resident
from tests.served import ROOT

MESSAGES = 100_000
TYPING = 200
WORDS = "Pilot robotica met 26 leerlingen, ging goed. De volgende keer met twee groepen tegelijk. " * 2
BODY = f'{{"text":"{WORDS}"}}'


def crowded(folder: Path) -> Iterator[Figure]:
    """The bot with everybody of a large programme, before and after some of them typed."""
    with BotApi() as api:
        data = _on_record(folder / "people")
        for number in range(EVERYBODY):
            api.person(f"Docent {number}", id=FIRST + number, started=True)
        with _running(data, api) as process:
            _answered(api, 1)
            first = resident(process.pid)
            _answered(api, TYPING)
            most = resident(process.pid, "VmHWM")
    what = f"memory on Telegram with {EVERYBODY:,} people and {MESSAGES:,} messages on record"
    yield Figure(what=what, measured=f"{first:.0f} MB", promised="120 MB")
    yield Figure(
        what=f"  at most, with {TYPING} people answered", measured=f"{most:.0f} MB", promised="120 MB"
    )


def _on_record(data: Path) -> Path:
    """Fill a data folder with people and with what they and the bot said; return it."""
    store = Database(data / "aanjager.db")
    store.write(partial(crowd, count=EVERYBODY)).result()
    store.write(_history).result()
    store.close()
    return data


def _history(tx: Transaction) -> None:
    """Let half of the messages be people's, and half the bot's."""
    private = [row["key"] for row in tx.rows("SELECT key FROM chats WHERE platform = 'telegram'")]
    said = [
        {"chat": private[number % len(private)], "event": str(number), "body": BODY, "at": seconds(TEN)}
        for number in range(MESSAGES // 2)
    ]
    tx.run_all(
        """INSERT INTO inbox (platform, event, chat, account, body, state, received_at, done_at)
           VALUES ('telegram', :event, :chat, '', :body, 'done', :at, :at)""",
        said,
    )
    tx.run_all(
        """INSERT INTO outbox (region, chat, urgency, body, shown_revision, sent_to, receipt, state, ready_at,
               said_at, settled_at) VALUES ('DEMO', :chat, 1, :body, 1, :chat, :event, 'sent', :at, :at, :at)""",
        said,
    )


@contextmanager
def _running(data: Path, api: BotApi) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the bot on Telegram."""
    settings = data / "settings.toml"
    settings.write_text(f'[telegram]\nbase_url = "{api.address}"\n')
    line = [sys.executable, "-m", "bot", "run", "--settings", str(settings), "--data", str(data)]
    token = {"AANJAGER_TELEGRAM__TOKEN": api.token}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(line, cwd=ROOT, env=os.environ | token, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _answered(api: BotApi, count: int) -> None:
    """Let so many people type, and wait until each has an answer."""
    before = {FIRST + number: len(api.said(FIRST + number)) for number in range(count)}
    for who in before:
        api.type(who, TYPED)
    api.until(lambda: all(len(api.said(who)) > said for who, said in before.items()), patience=60.0)
