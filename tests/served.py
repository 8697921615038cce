"""A bot with its chat page served on a free port: as a process of its own, or on a thread of this one."""

import asyncio
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from bot.app import page_app, serving
from bot.demo.region import demo_clock, open_demo
from bot.demo.time import MARK
from storage import marks
from storage.database import Database, Transaction
from storage.files import FileStore

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0


class Page:
    """The HTTP interface of a served chat page, as a test uses it."""

    def __init__(self, address: str) -> None:
        self.address = address
        # Nothing here is encrypted, and reading certificates takes longer than most conversations.
        self.http = httpx.Client(base_url=address, timeout=60, trust_env=False, verify=False)

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
    """Serve the demo from a data folder; yield its page and its process, which is ended afterwards by its id."""
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
def served_here(data: Path) -> Iterator[Page]:
    """Serve the same on a thread of this process, where what counts is what the page says and not the process."""
    started: Future[tuple[str, Callable[[], object]]] = Future()
    with ThreadPoolExecutor(1, "bot") as thread:
        running = thread.submit(asyncio.run, _serve(data, started))
        running.add_done_callback(partial(_tell_fault, started))
        address, stop = started.result(PATIENCE)
        try:
            page = Page(address)
            with page.http:
                yield page
        finally:
            stop()
            running.result(PATIENCE)


async def _serve(data: Path, started: "Future[tuple[str, Callable[[], object]]]") -> None:
    """Serve until told to stop; ``started`` gets the address, and what tells it to stop from any thread."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    store = open_demo(data)
    try:
        async with serving(page_app(store, FileStore(data / "files"), demo_clock(store))) as (address,):
            started.set_result((address, lambda: loop.call_soon_threadsafe(stop.set)))
            await stop.wait()
    finally:
        store.close()


def _tell_fault(started: "Future[Any]", ended: "Future[None]") -> None:
    if not started.done():
        started.set_exception(ended.exception() or RuntimeError("the demo ended before it had started"))


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
