"""``aanjager run`` on Telegram, as a process of its own: what it says, how it ends, and what it never tells."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from storage import marks
from storage.database import Database
from tests.bot_api import TOKEN, BotApi, broken, cut, flood, garbage, shut_out
from tests.bot_api.faults import Fault
from tests.served import ROOT, until
from tests.typed import typed

ON_TELEGRAM = "Aanjager draait. Op Telegram: https://t.me/aanjager_bot\n"
SECRET = "a-secret-of-the-tests-own"
WRONG = "7000001:TEST-a-token-that-is-wrong"


@contextmanager
def running(
    data: Path, api: BotApi, environ: Mapping[str, str] | None = None, ends: int = signal.SIGTERM
) -> Iterator[dict[str, str]]:
    """Run the bot from when it is reached until the block ends; what it wrote is in the dictionary afterwards."""
    telegram = {"AANJAGER_TELEGRAM__TOKEN": api.token, "AANJAGER_TELEGRAM__BASE_URL": api.address}
    said, complained = data.with_suffix(".said"), data.with_suffix(".complained")
    with said.open("w") as out, complained.open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--data", data],
            cwd=ROOT,
            env={"LANG": "nl_NL.UTF-8", "PATH": os.environ["PATH"], **telegram, **(environ or {})},
            stdout=out,
            stderr=err,
        )
    until(lambda: "t.me" in said.read_text() or process.poll() is not None)
    wrote: dict[str, str] = {}
    try:
        yield wrote
    finally:
        process.send_signal(ends)
        status = process.wait(timeout=30)
        wrote |= {"said": said.read_text(), "complained": complained.read_text(), "status": str(status)}


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def test_it_says_where_it_is_reached_answers_and_ends_cleanly(api: BotApi, tmp_path: Path) -> None:
    anna = api.person("Anna <b>&", last_name="שלום")
    with running(tmp_path / "data", api) as wrote:
        api.start(anna)
        until(lambda: api.said(anna))
    assert (wrote["status"], wrote["said"]) == ("0", ON_TELEGRAM)
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
    with running(tmp_path / "data", api, page, signal.SIGINT) as wrote:
        api.start(anna)
        until(lambda: api.said(anna))
        assert httpx.get(f"http://127.0.0.1:{port}/api/state", trust_env=False).status_code == 200
    assert wrote["said"] == f"Aanjager draait. De chatpagina: http://127.0.0.1:{port}/\n{ON_TELEGRAM}"
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


def test_it_starts_while_telegram_is_away_if_it_was_ever_there(api: BotApi, tmp_path: Path) -> None:
    with running(tmp_path / "data", api):
        """It is known what it is called now."""
    away = {"AANJAGER_TELEGRAM__BASE_URL": f"http://127.0.0.1:{free_port()}"}
    with running(tmp_path / "data", api, away) as wrote:
        """Nobody answers."""
    assert (wrote["status"], wrote["said"]) == ("0", ON_TELEGRAM)
    assert "telegram.unreached" in wrote["complained"]


def test_it_does_not_start_where_telegram_was_never_reached(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.line.PAUSES", (timedelta(),) * 3)
    away = f"http://127.0.0.1:{free_port()}"
    token = {"AANJAGER_TELEGRAM__TOKEN": api.token, "AANJAGER_TELEGRAM__BASE_URL": away}
    answer = typed("run", "--data", tmp_path / "data", **token)
    assert answer.status == 2
    assert "Telegram is vanaf deze computer niet te bereiken. Kijk of er verbinding" in answer.all


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


POLLED = ("garbage", "an answer that quotes the address", "a refusal that quotes the address")


def test_the_token_is_nowhere_in_what_it_writes_whatever_fails(api: BotApi, tmp_path: Path) -> None:
    loud = {"AANJAGER_LOGS__LEVEL": "debug", "PYTHONASYNCIODEBUG": "1"}
    with running(tmp_path / "data", api, loud) as wrote:
        for fault in FAULTS.values():
            anna = api.person("Anna")
            api.fail(fault, "sendMessage", chat=anna)
            api.start(anna)
        for case in POLLED:  # one at a time: the pauses grow with failures in a row
            api.fail(FAULTS[case], "getUpdates")
            api.type(anna, "Hallo")
            until(lambda: not api.pending)
        until(lambda: not api.server.faults.orders)
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
    with running(tmp_path / "data", api, hook) as wrote:
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
