"""A bot as a process of its own, with its chat page served on a free port, ended by its process id."""

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from bot.demo.time import MARK
from storage import marks
from storage.database import Database, Transaction

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0


class Page:
    """The HTTP interface of a served chat page, as a test uses it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.Client(base_url=address, timeout=60, trust_env=False)

    def state(self) -> dict[str, Any]:
        return dict(self.http.get("/api/state").json())

    def private(self, person: str) -> str:
        chats = self.state()["chats"]
        return next(str(c["id"]) for c in chats if c["kind"] == "private" and person in c["members"])

    def messages(self, chat: str) -> list[dict[str, Any]]:
        return list(self.http.get(f"/api/chats/{chat}/messages").json())

    def say(self, chat: str, person: str, text: str) -> httpx.Response:
        return self.http.post(f"/api/chats/{chat}/messages", json={"as": person, "text": text})

    def press(self, chat: str, person: str, label: str) -> httpx.Response:
        message = next(m for m in reversed(self.messages(chat)) if m["buttons"])
        button = next(b for row in message["buttons"] for b in row if label in b["label"])
        return self.http.post(f"/api/chats/{chat}/messages", json={"as": person, "button": button["id"]})

    def turn(self, **to: str) -> httpx.Response:
        return self.http.post("/api/clock", json=to)


def until(true: Callable[[], Any]) -> Any:
    """Wait until something is so; the wait is long, because the machine may be slow."""
    deadline = time.monotonic() + PATIENCE
    while not (found := true()):
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come to be")
        time.sleep(0.01)
    return found


def filled(data: Path, seed: Callable[[Transaction], None], start: datetime) -> Path:
    """Fill the database of a data folder for a demo that starts on it at a moment; return the folder."""
    database = Database(data / "aanjager.db")
    database.write(lambda tx: marks.set_moment(tx, MARK, start)).result()
    database.write(seed).result()
    database.close()
    return data


@contextmanager
def served(data: Path, port: str = "0") -> Iterator[tuple[Page, "subprocess.Popen[str]"]]:
    """Serve the demo from a data folder; yield its page and its process, which is ended afterwards."""
    command = [sys.executable, "-m", "bot", "demo", "--data", str(data), "--port", port]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.search(r"http\S+", line)
        if address is None:
            raise RuntimeError(f"the demo did not start: {line!r}")
        page = Page(address.group())
        with page.http:
            yield page, process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(20)
        if process.stdout:
            process.stdout.close()


@contextmanager
def listening(page: Page) -> Iterator[list[tuple[str, Any]]]:
    """Follow the stream of events; what was heard is in the list."""
    heard: list[tuple[str, Any]] = []
    with httpx.stream("GET", f"{page.address}api/events", timeout=30, trust_env=False) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "retry: 1000"

        def follow() -> None:
            name = ""
            try:
                for line in lines:
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        heard.append((name, json.loads(line.removeprefix("data: "))))
            except httpx.HTTPError:
                pass

        thread = threading.Thread(target=follow, daemon=True)
        thread.start()
        yield heard


def named(heard: list[tuple[str, Any]], name: str) -> list[Any]:
    return [data for event, data in heard if event == name]
