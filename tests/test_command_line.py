"""The command line: help with examples, mistakes named in the reader's language, nothing started too early."""

import ast
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from storage.database import Database
from tests.region import seed
from tests.served import ROOT, served, until
from tests.typed import typed


@pytest.fixture
def data(tmp_path: Path) -> Path:
    store = Database(tmp_path / "data/aanjager.db")
    store.write(seed).result()
    store.close()
    return tmp_path / "data"


def test_help_names_every_command_in_the_reader_s_language() -> None:
    dutch, english = typed("--help"), typed("--help", LANG="en_GB.UTF-8")
    assert [answer.status for answer in (dutch, english, typed())] == [0, 0, 0]
    assert "Opdrachten" in dutch.said and "Commands" in english.said
    assert [name for name in COMMANDS if f" {name} " not in dutch.said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_that_it_understands(name: str) -> None:
    answer = typed(name, "--help", COLUMNS="200")
    assert answer.status == 0
    assert "Bijvoorbeeld:" in answer.said
    assert COMMANDS[name].examples
    for example in COMMANDS[name].examples:
        assert example in answer.said
        assert example.startswith(f"aanjager {name}")
        options = {word for word in example.split() if word.startswith("--")}
        assert [option for option in options if option not in answer.said.replace(example, "")] == []


TYPED_WRONG = {
    "no such command": (["dokter"], "Die opdracht is er niet. Kies uit: demo, run,"),
    "a misspelt option": (["demo", "--prt", "1"], "Er is geen optie --prt. Bedoel je --port?"),
    "an option of no command": (
        ["doctor", "--zzz"],
        "Er is geen optie --zzz. Kijk bij: aanjager doctor --help",
    ),
    "a word for a number": (["demo", "--port", "veel"], "Wat je bij --port hebt ingevuld is geen getal."),
    "a port that cannot be": (
        ["demo", "--port", "70000"],
        "Poort 70000 op deze computer is in gebruik, of mag niet",
    ),
    "no value": (["demo", "--port"], "De optie --port is niet goed ingevuld."),
    "no file": (["backup"], "FILE ontbreekt. Kijk bij: aanjager backup --help"),
    "too much": (["restore", "a.zip", "b.zip"], "Er staat meer achter de opdracht dan erbij hoort."),
    "no region": (["invite", "--role", "owner"], "--region ontbreekt."),
    "no platform": (["run"], "Stel het token van een Telegram-bot in, of schrijf onder [page] in"),
    "no backup": (["restore", "weg.zip"], "Er is geen bestand weg.zip."),
    "no database": (["invite", "--region", "A", "--role", "owner"], "Er is geen database in de map data."),
    "settings that are not there": (["doctor", "--settings", "weg.toml"], "weg.toml kan niet gelezen worden"),
    "a file for a folder": (["demo", "--data", "file"], "In de map file kan niet geschreven worden."),
}


@pytest.mark.parametrize("case", TYPED_WRONG)
def test_what_is_typed_wrong_is_named_with_what_to_do(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    words, said = TYPED_WRONG[case]
    answer = typed(*words)
    assert said in answer.all
    assert answer.status in {1, 2}
    assert "Traceback" not in answer.all


def test_a_fault_of_ours_is_told_by_its_place_and_quotes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*words: object) -> None:
        raise KeyError("Fatima")

    monkeypatch.setattr("bot.commands.invite.settings_for", fail)
    answer = typed("invite", "--region", "A", "--role", "owner")
    assert answer.status == 70
    assert "Er ging iets mis in Aanjager zelf: KeyError bij tests/test_command_line.py:" in answer.all
    assert "Fatima" not in answer.all


def test_a_second_bot_on_one_database_is_refused(tmp_path: Path) -> None:
    with served(tmp_path / "data"):
        answer = typed("run", "--data", tmp_path / "data", AANJAGER_PAGE__ENABLED="true")
    assert answer.status == 2
    assert "Er draait al een aanjager op aanjager.db." in answer.all


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def running(*words: object, **environ: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, words)],
        cwd=ROOT,
        env={"LANG": "nl_NL.UTF-8", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_the_bot_ends_cleanly(ends: signal.Signals, data: Path, tmp_path: Path) -> None:
    port = free_port()
    process = running("run", "--data", data, AANJAGER_PAGE__ENABLED="true", AANJAGER_PAGE__PORT=port)
    assert process.stdout is not None
    assert f"Aanjager draait. De chatpagina: http://127.0.0.1:{port}/" in process.stdout.readline()
    process.send_signal(ends)
    said, complained = process.communicate(timeout=20)
    assert (process.returncode, said, complained) == (0, "", "")
    store = Database(data / "aanjager.db")
    store.close()


def test_the_page_of_a_running_bot_shows_the_real_clock_and_cannot_turn_it(data: Path) -> None:
    import httpx

    port = free_port()
    process = running("run", "--data", data, AANJAGER_PAGE__ENABLED="true", AANJAGER_PAGE__PORT=port)
    assert process.stdout is not None
    try:
        process.stdout.readline()
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as page:
            turned = until(lambda: page.post("/api/clock", json={"advance": "P1D"}))
            assert page.get("/api/state").json()["turns"] is False
        assert turned.status_code == 409
        assert "echte klok" in turned.json()["error"]
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_help_imports_no_platform_and_no_database() -> None:
    code = "import sys, bot.cli; print(*sys.modules, sep='\\n')"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {
        "starlette",
        "uvicorn",
        "sqlite_utils",
        "pysqlite3",
        "pydantic",
        "docx",
        "openpyxl",
        "PIL",
        "telegram",
    }
    assert heavy & set(said.stdout.split()) == set()


def test_no_command_speaks_past_the_voice() -> None:
    for path in (ROOT / "bot/commands").glob("*.py"):
        calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
        assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}, path.name
