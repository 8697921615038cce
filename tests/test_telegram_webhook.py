"""The webhook: what it answers to whoever calls, and that it does not start without a secret."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.serving import served
from bot.web import HEADER, LARGEST, NoSecret, Webhook, web_app
from programme.text import _
from storage.driver import NoRoom

SECRET = "a-secret-of-the-tests-own"


class Keeping:
    """Keeps what a webhook brings, or fails as it is told."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.fails = fails
        self.kept: list[Any] = []

    async def __call__(self, update: Any) -> None:
        if self.fails:
            raise self.fails
        self.kept.append(update)


CALLS: dict[str, tuple[dict[str, str], bytes, int]] = {
    "right": ({HEADER: SECRET}, b'{"update_id":1}', 200),
    "no secret": ({}, b'{"update_id":1}', 403),
    "an empty secret": ({HEADER: ""}, b'{"update_id":1}', 403),
    "another secret": ({HEADER: "a-secret-of-the-tests-owN"}, b'{"update_id":1}', 403),
    "the beginning of the secret": ({HEADER: SECRET[:-1]}, b'{"update_id":1}', 403),
    "more than the secret": ({HEADER: f"{SECRET}!"}, b'{"update_id":1}', 403),
    "odd signs": ({HEADER: "é€\udcff"}, b'{"update_id":1}', 403),
    "half a character": ({HEADER: SECRET}, b'{"update_id":1,"message":{"text":"\\ud83d"}}', 200),
    "no UTF-8": ({HEADER: SECRET}, b'{"update_id":1,"message":{"text":"\xff"}}', 200),
    "too deep": ({HEADER: SECRET}, b"[" * 100_000, 400),
    "no JSON": ({HEADER: SECRET}, b"<html>", 400),
    "nothing": ({HEADER: SECRET}, b"", 400),
    "too much": ({HEADER: SECRET}, b"[" + b" " * LARGEST + b"]", 413),
    "too much from a stranger": ({}, b"[" + b" " * LARGEST + b"]", 403),
}


async def called(keep: Keeping, headers: dict[str, str], body: bytes, path: str = "/telegram") -> Any:
    app = web_app(Webhook(SecretStr(SECRET), keep).route("/telegram"))
    raw = [(name.encode(), value.encode("utf-8", "surrogateescape")) for name, value in headers.items()]
    async with served(app, 0) as port, AsyncClient(trust_env=False) as http:
        return await http.post(f"http://127.0.0.1:{port}{path}", content=body, headers=raw)


@pytest.mark.parametrize("case", CALLS)
def test_a_call_of_the_webhook_gets_a_status_and_nothing_more(case: str) -> None:
    headers, body, status = CALLS[case]
    keep = Keeping()
    answer = asyncio.run(called(keep, headers, body))
    assert (answer.status_code, answer.content) == (status, b"")
    assert len(keep.kept) == (status == 200)


@pytest.mark.parametrize(
    ("fault", "status"), [(NoRoom(_("Telegram"), _("Telegram")), 503), (KeyError("Fatima"), 500)]
)
def test_what_the_webhook_could_not_keep_is_to_come_again(fault: Exception, status: int) -> None:
    with capture_logs() as logs:
        answer = asyncio.run(called(Keeping(fault), {HEADER: SECRET}, b"{}"))
    assert (answer.status_code, answer.content) == (status, b"")
    assert [one["fault"] for one in logs] == [type(fault).__name__]


def test_elsewhere_there_is_nothing_and_nobody_is_told_more() -> None:
    async def run() -> None:
        app = web_app(Webhook(SecretStr(SECRET), Keeping()).route("/telegram"))
        async with served(app, 0) as port, AsyncClient(trust_env=False) as http:
            there = f"http://127.0.0.1:{port}"
            answers = [
                await http.get(f"{there}/telegram"),
                await http.post(f"{there}/"),
                await http.get(there),
            ]
            assert [(one.status_code, one.content) for one in answers] == [(405, b""), (404, b""), (404, b"")]

    asyncio.run(run())


@pytest.mark.parametrize("secret", [None, "", "short", "with a space in it", "é" * 20, "a" * 257])
def test_there_is_no_webhook_without_a_good_secret(secret: str | None) -> None:
    with pytest.raises(NoSecret) as refused:
        Webhook(SecretStr(secret) if secret is not None else None, Keeping())
    assert not secret or secret not in str(refused.value)
