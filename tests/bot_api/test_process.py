"""The server as a process of its own, as benches use it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.bot_api.handle import TOKEN

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def served() -> Iterator[tuple[httpx.Client, "subprocess.Popen[str]"]]:
    command = [sys.executable, "-m", "tests.bot_api", "--port", "0", "--lenient"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    with process.stdout, httpx.Client(base_url=process.stdout.readline().strip(), trust_env=False) as http:
        yield http, process
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(20)


def test_it_prints_its_address_queues_texts_counts_what_the_bot_asked_and_ends_when_told(
    served: tuple[httpx.Client, "subprocess.Popen[str]"],
) -> None:
    http, process = served
    assert http.get(f"/bot{TOKEN}/getMe").json()["result"]["is_bot"]
    asked = {"count": 5, "users": 2, "texts": ["/start", "Hoi"]}
    assert http.post("/control/texts", json=asked).json()["waiting"] == 5
    updates = http.get(f"/bot{TOKEN}/getUpdates").json()["result"]
    said = [(update["message"]["from"]["id"], update["message"]["text"]) for update in updates]
    people = sorted({id for id, _text in said})
    assert said == [
        (people[0], "/start"),
        (people[1], "/start"),
        (people[0], "Hoi"),
        (people[1], "Hoi"),
        (people[0], "/start"),
    ]
    for _ in range(3):
        http.get(f"/bot{TOKEN}/sendMessage", params={"chat_id": people[0], "text": "Hoi", "unknown": "x"})
    http.get(f"/bot{TOKEN}/getUpdates", params={"offset": updates[-1]["update_id"] + 1})
    counts = http.get("/control/counts").json()
    assert (counts["counts"]["sendmessage"], counts["waiting"], counts["confirmed"]) == (3, 0, 5)
    first, last = counts["spans"]["sendmessage"]
    assert first < last
    assert http.get("/control/elders").status_code == 404
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
