"""``aanjager run`` on Telegram, as a process of its own: what it says, how it ends, and what it never tells."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import marks
from storage.database import Database
from tests.bot_api import TOKEN, BotApi, broken, cut, flood, garbage, shut_out
from tests.bot_api.faults import Fault
from tests.served import ROOT, until
from tests.typed import typed

SECRET = "a-secret-of-the-tests-own"
WRONG = "7000001:TEST-a-token-that-is-wrong"


@pytest.fixture(scope="module")
def telegram() -> Iterator[BotApi]:
    with BotApi() as serving:
        yield serving


@pytest.fixture
def api(telegram: BotApi) -> BotApi:
    telegram.world.updates.drop()
    telegram.server.faults.orders.clear()
    return telegram


@contextmanager
def running(data: Path, api: BotApi, ends: int = signal.SIGTERM, **environ: str) -> Iterator[dict[str, str]]:
    """Run the bot until the block ends; what it wrote is in the dictionary afterwards, its first line before."""
    telegram = {"AANJAGER_TELEGRAM__TOKEN": api.token, "AANJAGER_TELEGRAM__BASE_URL": api.address}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--data", data],
        cwd=ROOT,
        env={"LANG": "nl_NL.UTF-8", "PATH": os.environ["PATH"], **telegram, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    wrote = {"first": process.stdout.readline()}
    try:
        yield wrote
    finally:
        process.send_signal(ends)
        said, complained = process.communicate(timeout=30)
        wrote |= {"said": said, "complained": complained, "status": str(process.returncode)}


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def test_it_says_where_it_is_reached_answers_and_ends_cleanly(api: BotApi, tmp_path: Path) -> None:
    anna = api.person("Anna <b>&", last_name="שלום")
    with running(tmp_path / "data", api) as wrote:
        assert wrote["first"] == "Aanjager draait. Op Telegram: https://t.me/aanjager_bot\n"
        api.start(anna)
        until(lambda: api.said(anna))
    assert (wrote["status"], wrote["said"]) == ("0", "")
    assert "Ik ken je nog niet." in api.last(anna).text
    store = Database(tmp_path / "data/aanjager.db")
    assert store.read(lambda tx: marks.mark(tx, "telegram.name")) == "aanjager_bot"
    store.close()


def test_what_was_said_while_it_was_away_is_answered_after_a_restart_and_once(
    api: BotApi, tmp_path: Path
) -> None:
    anna = api.person("Anna")
    with running(tmp_path / "data", api):
        api.start(anna)
        until(lambda: api.said(anna))
    api.type(anna, "/help")
    with running(tmp_path / "data", api):
        until(lambda: len(api.said(anna)) == 2)
        until(lambda: not api.pending)
    assert len(api.said(anna)) == 2


def test_it_is_on_telegram_and_serves_the_page_at_the_same_time(api: BotApi, tmp_path: Path) -> None:
    import httpx

    port = free_port()
    page = {"AANJAGER_PAGE__ENABLED": "true", "AANJAGER_PAGE__PORT": port}
    anna = api.person("Anna")
    with running(tmp_path / "data", api, signal.SIGINT, **page) as wrote:
        assert f"De chatpagina: http://127.0.0.1:{port}/" in wrote["first"]
        api.start(anna)
        until(lambda: api.said(anna))
        assert httpx.get(f"http://127.0.0.1:{port}/api/state", trust_env=False).status_code == 200
    assert wrote["said"] == "Aanjager draait. Op Telegram: https://t.me/aanjager_bot\n"
    assert wrote["status"] == "0"


REFUSED = {
    "a token that telegram does not know": (
        {"AANJAGER_TELEGRAM__TOKEN": WRONG},
        "Telegram aanvaardt het token van de bot niet. Vraag het op bij @BotFather",
    ),
    "what is no token": (
        {"AANJAGER_TELEGRAM__TOKEN": "7000001/../TEST-a-token-that-is-wrong"},
        "Telegram aanvaardt het token van de bot niet.",
    ),
    "a webhook without a secret": (
        {"AANJAGER_TELEGRAM__WEBHOOK": "https://bot.school.example/telegram"},
        "De webhook van Telegram heeft geen geheim, of een dat Telegram niet aanneemt.",
    ),
    "a webhook with a secret that is too short": (
        {
            "AANJAGER_TELEGRAM__WEBHOOK": "https://bot.school.example/telegram",
            "AANJAGER_TELEGRAM__WEBHOOK_SECRET": "kort",
        },
        "Zet 16 tot 256 willekeurige letters, cijfers, _ of - in een bestand",
    ),
    "a server that others can listen to": (
        {"AANJAGER_TELEGRAM__BASE_URL": "http://telegram.example"},
        "variabele AANJAGER_TELEGRAM__BASE_URL: telegram.base_url moet zijn: het adres van een server",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_does_not_start_on_settings_that_cannot_be_right(
    case: str, api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environ, said = REFUSED[case]
    usual = {"AANJAGER_TELEGRAM__TOKEN": api.token, "AANJAGER_TELEGRAM__BASE_URL": api.address}
    answer = typed("run", "--data", tmp_path / "data", **usual | environ)
    assert answer.status == 2
    assert said in answer.all
    assert not [each for each in (*environ.values(), api.token) if "TEST" in each and each in answer.all]
    assert "kort" not in answer.all


FAULTS: dict[str, Fault] = {
    "a broken server": broken(500),
    "a broken server, too late": broken(502, when="after"),
    "cut off": cut(),
    "cut off after it": cut(when="after"),
    "garbage": garbage(),
    "too fast": flood(1),
    "blocked": shut_out(),
    "an answer that quotes the address": Fault(raw=f"<a>/bot{TOKEN}/sendMessage</a>".encode(), status=404),
    "a refusal that quotes the address": Fault(
        raw=json.dumps({"ok": False, "description": f"no /bot{TOKEN}/x"}).encode(), status=400
    ),
}


@pytest.mark.parametrize("format", ["console", "json"])
def test_the_token_is_nowhere_in_what_it_writes_whatever_fails(
    format: str, api: BotApi, tmp_path: Path
) -> None:
    loud = {"AANJAGER_LOGS__LEVEL": "debug", "AANJAGER_LOGS__FORMAT": format, "PYTHONASYNCIODEBUG": "1"}
    with running(tmp_path / "data", api, **loud) as wrote:
        for fault in FAULTS.values():
            anna = api.person("Anna")
            api.fail(fault, "getUpdates")
            api.fail(fault, "sendMessage", chat=anna)
            before = api.server.faults.met
            api.start(anna)
            until(lambda before=before: api.server.faults.met >= before + 2)  # type: ignore[misc]
    everything = "".join(wrote.values())
    assert "telegram.unreached" in everything and "delivery.error" in everything
    assert len(everything.splitlines()) > 50
    for part in (TOKEN, TOKEN.partition(":")[2], TOKEN.replace(":", "%3A")):
        assert part not in everything


def test_no_secret_is_in_what_it_writes_with_a_webhook(api: BotApi, tmp_path: Path) -> None:
    import httpx

    port = free_port()
    hook = {
        "AANJAGER_LOGS__LEVEL": "debug",
        "AANJAGER_TELEGRAM__WEBHOOK": "https://bot.school.example/telegram",
        "AANJAGER_TELEGRAM__WEBHOOK_PORT": port,
        "AANJAGER_TELEGRAM__WEBHOOK_SECRET": SECRET,
    }
    update = {"update_id": 1, "message": {"date": 1, "text": "/start"}}
    with running(tmp_path / "data", api, **hook) as wrote:
        until(lambda: api.world.webhook.url)
        assert (api.world.webhook.secret, api.world.webhook.url) == (
            SECRET,
            "https://bot.school.example/telegram",
        )
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            said = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            assert http.post("/telegram", json=update, headers=said).status_code == 200
            assert http.post("/telegram", json=update).status_code == 403
            assert http.post("/telegram", content=b"[", headers=said).status_code == 400
    api.world.webhook.url = ""
    everything = "".join(wrote.values())
    assert "telegram.unread" in everything  # the update lacks its number
    assert SECRET not in everything and TOKEN not in everything
    assert wrote["status"] == "0"
