"""Updates pushed to a bot's own address."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.bot_api.asked import Asked
from tests.bot_api.handle import BotApi
from tests.bot_api.webhook import SECRET


class Hook:
    """A bot's own address on loopback, which keeps what it got and answers what it is told."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.busy = self.busiest = 0
        self.gate = threading.Event()
        self.gate.set()
        lock, hook = threading.Lock(), self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with lock:
                    hook.busy += 1
                    hook.busiest = max(hook.busiest, hook.busy)
                hook.gate.wait(10)
                with lock:
                    hook.busy -= 1
                    hook.got.append(body)
                    hook.secrets.append(self.headers[SECRET])
                    code = hook.answers.pop(0) if hook.answers else 200
                self.send_response(code)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]

    def close(self) -> None:
        self.gate.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def hook() -> Iterator[Hook]:
    running = Hook()
    yield running
    running.close()


def test_updates_are_pushed_with_the_secret(api: BotApi, asked: Asked, hook: Hook) -> None:
    ann = api.person("Ann")
    api.type(ann, "Eerder")
    asked("setWebhook", url=hook.url, secret_token="geheim-1_A")
    api.type(ann, "Later")
    api.until(lambda: len(hook.got) == 2)
    assert (hook.texts(), hook.secrets) == (["Eerder", "Later"], ["geheim-1_A"] * 2)
    api.until(lambda: not api.pending)


def test_an_update_comes_again_until_it_was_taken(api: BotApi, asked: Asked, hook: Hook) -> None:
    hook.answers = [500, 503, 200]
    asked("setWebhook", url=hook.url)
    ann = api.person("Ann")
    api.type(ann, "Een")
    api.type(ann, "Twee")
    api.until(lambda: not api.pending)
    assert hook.texts() == ["Een", "Een", "Een", "Twee"]
    assert (api.webhook.deliveries, api.webhook.failures) == (4, 2)
    assert "503" in asked("getWebhookInfo")["last_error_message"]


def test_what_is_not_reached_waits(api: BotApi, asked: Asked, hook: Hook) -> None:
    asked("setWebhook", url="http://127.0.0.1:9/hook")
    api.type(api.person("Ann"), "Een")
    api.until(lambda: api.webhook.failures > 1)
    info = asked("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (1, "Connection refused")
    asked("setWebhook", url=hook.url)
    api.until(lambda: hook.got)
    assert hook.texts() == ["Een"]


@pytest.mark.parametrize("connections", [1, 3])
def test_at_most_so_many_connections_at_once(api: BotApi, asked: Asked, hook: Hook, connections: int) -> None:
    hook.gate.clear()
    asked("setWebhook", url=hook.url, max_connections=connections)
    for number in range(6):
        api.type(api.person(f"P{number}"), str(number))
    api.until(lambda: hook.busy == connections)
    hook.gate.set()
    api.until(lambda: not api.pending)
    assert hook.busiest == connections
    assert sorted(hook.texts()) == [str(number) for number in range(6)]


def test_updates_of_one_chat_stay_in_order(api: BotApi, asked: Asked, hook: Hook) -> None:
    hook.answers = [500]
    asked("setWebhook", url=hook.url, max_connections=40)
    ann = api.person("Ann")
    for number in range(5):
        api.type(ann, str(number))
    api.until(lambda: not api.pending)
    assert hook.texts() == ["0", "0", "1", "2", "3", "4"]


def test_after_the_webhook_is_gone_updates_are_fetched(api: BotApi, asked: Asked, hook: Hook) -> None:
    asked("setWebhook", url=hook.url, allowed_updates=["message"])
    assert asked("getWebhookInfo")["url"] == hook.url
    asked("setWebhook", url="")
    api.type(api.person("Ann"), "Een")
    assert len(asked("getUpdates")) == 1
    asked("deleteWebhook", drop_pending_updates=True)
    assert asked("getUpdates") == []
    assert hook.got == []


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"url": "http://voorbeeld.nl/hook"}, "invalid webhook URL specified"),
        (
            {"url": "https://voorbeeld.nl", "secret_token": "met spatie"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://voorbeeld.nl", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
def test_a_webhook_that_telegram_refuses(asked: Asked, params: dict[str, Any], why: str) -> None:
    assert asked.refused("setWebhook", **params) == f"400 Bad Request: {why}"
