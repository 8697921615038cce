"""The doctor: each thing that can be wrong is found, named, and answered with what to do."""

import json
import shlex
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.commands.doctor import _closing
from bot.doctor import examine
from language.catalogue import catalogue
from programme.calendar import school_year_of
from storage.database import Database
from storage.people import groups
from tests.region import START, seed
from tests.typed import typed

YEAR = school_year_of(datetime.now(UTC).date())
NOW = f"{YEAR}–{YEAR + 1}"
CHRISTMAS = f'holidays = ["{YEAR}-12-25/{YEAR + 1}-01-09 kerst"]'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    store = Database(tmp_path / "data/aanjager.db")
    store.write(seed).result()
    store.close()
    return tmp_path / "data"


def change(data: Path, sql: str) -> None:
    store = Database(data / "aanjager.db")
    store.write(lambda tx: tx.run(sql)).result()
    store.close()


def settings(data: Path, text: str) -> list[str]:
    file = data.parent / "settings.toml"
    file.write_text(text)
    return ["--settings", str(file)]


def damage(data: Path) -> None:
    content = (data / "aanjager.db").read_bytes()
    (data / "aanjager.db").write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])


def loose_token(data: Path) -> list[str]:
    (data.parent / "token").write_text("12:abc")
    (data.parent / "token").chmod(0o644)
    return settings(data, f"[telegram]\ntoken_file = '{data.parent / 'token'}'")


def opened(*names: str) -> Callable[[Path], None]:
    def open_up(data: Path) -> None:
        (data / "files").mkdir(mode=0o700)
        for path in (data, *(data / name for name in names)):
            path.chmod(path.stat().st_mode | 0o055)

    return open_up


def school(data: Path) -> list[str]:
    store = Database(data / "aanjager.db")
    store.write(lambda tx: groups.add_organisation(tx, "DEMO", "Het Lyceum")).result()
    store.close()
    days = '["2020-12-19/2021-01-03 kerst"]'
    return settings(
        data,
        f"[regions.DEMO]\n{CHRISTMAS}\n[regions.DEMO.organisations]\n'Het Lyceum' = {days}\n'Weg' = {days}\n",
    )


PAGE = "[page]\nenabled = true\n"
FOUND: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "no database": (shutil.rmtree, "warning", "Er is nog geen database in de map"),
    "a damaged one": (damage, "problem", "beschadigd. Stop de bot en zet een back-up terug"),
    "a newer one": (
        lambda data: change(
            data, "UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name = 'm001_first'"
        ),
        "problem",
        "De database is gemaakt door een nieuwere versie van Aanjager.",
    ),
    "half restored": (
        lambda data: (data / ".restoring").mkdir(),
        "problem",
        "is afgebroken. Doe het nog een keer",
    ),
    "settings": (
        lambda data: settings(data, "[page]\nport = 'x'"),
        "problem",
        "regel 2: page.port moet zijn",
    ),
    "no platform": (
        lambda data: None,
        "warning",
        "geen platform waarop mensen de bot kunnen bereiken. Maak een bot op Telegram",
    ),
    "no calendar": (lambda data: None, "warning", f"DEMO heeft geen schoolvakanties voor {NOW}:"),
    "a calendar that holds nothing": (
        lambda data: [
            (data.parent / "leeg.ics").write_text("geen agenda"),
            *settings(data, f"[regions.DEMO]\nholidays = '{data.parent / 'leeg.ics'}'"),
        ][1:],
        "problem",
        "leeg.ics: Dit is geen agendabestand (.ics), of het is beschadigd.",
    ),
    "a calendar of a school": (
        school,
        "warning",
        f"DEMO, Het Lyceum heeft geen schoolvakanties voor {NOW}:",
    ),
    "a school that is not there": (school, "warning", "een organisatie van DEMO die er niet is: Weg."),
    "a region that is not there": (
        lambda data: settings(data, "[regions.STO1]\nsilence.reminders = 3"),
        "warning",
        "In de instellingen staat een regio STO1 die er niet is.",
    ),
    "nobody to remind": (
        lambda data: change(data, "DELETE FROM memberships"),
        "warning",
        "DEMO: aan 1 open mijlpaal wordt niemand herinnerd. Nodig de eigenaren uit",
    ),
    "no channel": (
        lambda data: change(data, "UPDATE chats SET region = NULL"),
        "warning",
        "DEMO heeft geen kanaal: niemand leest het weekbericht.",
    ),
    "a zone that is not known": (
        lambda data: change(data, "UPDATE regions SET zone = 'Europe/Amsterdm'"),
        "problem",
        "De tijdzone Europe/Amsterdm is hier niet bekend.",
    ),
    "a database that others can read": (
        opened("aanjager.db"),
        "warning",
        "lezen wat mensen hebben gemeld: aanjager.db. Neem dat recht weg: chmod -R go= ",
    ),
    "pictures that others can see": (
        opened("files"),
        "warning",
        "lezen wat mensen hebben gemeld: files. Neem dat recht weg: chmod -R go= ",
    ),
    "a token that others can read": (
        loose_token,
        "problem",
        "Anderen op deze computer kunnen het bestand met het",
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_what_is_wrong_is_found_and_answered(case: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    spoil, level, said = FOUND[case]
    words = spoil(data)
    answer = typed("doctor", "--data", data, "--json", *(words if isinstance(words, list) else []))
    findings: list[dict[str, Any]] = json.loads(answer.said)
    matching = [each for each in findings if said in f"{each['what']} {each['next']}"]
    assert [each["level"] for each in matching] == [level], findings
    assert all(each["next"] for each in findings if each["level"] != "ok")
    assert answer.status == (1 if "problem" in {each["level"] for each in findings} else 0)


def test_the_command_that_is_advised_reads_the_calendar_where_doctor_looked(data: Path) -> None:
    words = ["--data", data, *school(data)]
    advised = [each["next"] for each in json.loads(typed("doctor", "--json", *words).said)]
    ends = f"--settings {words[3]} --data {shlex.quote(str(data))}"
    command = f"aanjager calendar BESTAND --region DEMO --organisation 'Het Lyceum' {ends}"
    assert [each for each in advised if each.endswith(command)]


def test_a_house_in_order_has_no_findings_but_good_ones(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    answer = typed("doctor", "--data", data, *settings(data, f"{PAGE}[regions.DEMO]\n{CHRISTMAS}"))
    assert (answer.status, answer.complained) == (0, "")
    assert "Geen problemen." in answer.said
    assert "!" not in answer.said and "✗" not in answer.said


def test_a_clock_that_is_behind_is_found(data: Path) -> None:
    levels = {each.check: each.level for each in examine({}, None, data, START)}
    assert levels["clock"] == "problem"


def test_too_little_room_on_the_disk_is_found(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(data)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    answer = typed("doctor", "--data", data)
    assert answer.status == 1
    assert "De schijf heeft 1 MB vrij. Maak ruimte" in answer.all


def test_looking_changes_nothing_and_does_not_mind_a_running_bot(data: Path) -> None:
    running = Database(data / "aanjager.db")
    before = running.read(lambda tx: tx.rows("SELECT * FROM marks"))
    answer = typed("doctor", "--data", data)
    assert answer.status == 0
    assert running.read(lambda tx: tx.rows("SELECT * FROM marks")) == before
    running.close()


@pytest.mark.parametrize(
    ("problems", "warnings", "says"),
    [(0, 0, "Geen problemen."), (0, 2, "Het werkt; 2 punten om naar te kijken."), (1, 2, "1 probleem.")],
)
def test_the_last_line_is_no_better_than_what_was_found(problems: int, warnings: int, says: str) -> None:
    assert catalogue("nl").render(_closing(problems, warnings)) == says
