"""``aanjager import`` as it is typed: what it says, keeps and refuses."""

import hashlib
import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import Database, Transaction
from storage.driver import DatabaseBroken
from storage.people import people
from storage.plan import kept_plans, vanished
from tests.plan_documents import ROWS, word, workbook
from tests.test_plan_files import REFUSED
from tests.typed import Answer, typed, typed_at_a_terminal

CODE = "STO26099"
FIGURES = [("", "2026", "2027"), ("Aantal leerlingen", "105", "110")]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path / "plan.docx", ROWS)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def written(path: Path, rows: object) -> Path:
    return word(
        path,
        (0, "Activiteitenplan"),
        "Regio Zandstreek (STO26099)",
        FIGURES,
        (3, "Activiteit 1 Op bezoek bij bedrijven"),
        [("Metaal", "Hout"), ("Lassen", "Draaien")],
        rows,
        (1, "Organisatie"),
        "De stuurgroep komt minimaal 6x per jaar bijeen.",
    )


def imported(plan: Path, data: Path, *more: str) -> Answer:
    return typed("import", plan, "--region", CODE, "--data", data, *more)


def content(data: Path) -> dict[str, str]:
    return {
        str(file.relative_to(data)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in data.rglob("*.db")
    }


def kept(data: Path, work: Callable[[Transaction], object]) -> object:
    database = Database(data / "aanjager.db", alone=False)
    try:
        return database.read(work)
    finally:
        database.close()


def test_the_first_import_says_what_it_read_skipped_and_doubts_and_keeps_it(plan: Path, data: Path) -> None:
    answer = imported(plan, data)

    assert answer.status == 0, answer.complained
    assert "1. Op bezoek bij bedrijven: 4 mijlpalen" in answer.all
    assert "1 activiteit, 4 mijlpalen, 1 indicator, 1 overleg, 1 jaarlijks beloofde bijeenkomst" in answer.all
    assert "Overgeslagen: • tabel 2:" in answer.all
    assert (
        "Regio STO26099 is nieuw en heet Zandstreek. Dit is allemaal nieuw: het plan 2026–2027." in answer.all
    )
    assert "aanjager invite --region STO26099 --role manager" in answer.all
    assert kept(data, lambda tx: len(kept_plans.plans_of(tx, CODE)[0].milestones)) == 4


def test_a_dry_run_makes_nothing(plan: Path, data: Path) -> None:
    answer = imported(plan, data, "--dry-run")

    assert answer.status == 0 and "Er is niets bewaard" in answer.all
    assert not data.exists()


def test_a_dry_run_changes_no_byte_and_shows_the_difference(plan: Path, data: Path, tmp_path: Path) -> None:
    imported(plan, data)
    before = content(data)
    other = written(
        tmp_path / "later.docx", [*ROWS[:3], *[("Lesbrief gebruiken", "2027", "", "Regioteam Oost")]]
    )

    answer = imported(other, data, "--dry-run")

    assert content(data) == before and before
    assert "~ Mijlpaal “Lesbrief gebruiken” eigenaren: Projectleider → Regioteam Oost" in answer.all
    assert "− Mijlpaal “Terugblik” staat niet meer in het plan" in answer.all


def test_importing_again_changes_nothing_and_says_so(plan: Path, data: Path) -> None:
    imported(plan, data)
    answer = imported(plan, data)

    assert (
        "Vergeleken met het plan 2026–2027 zoals het bewaard is: 8 onderdelen blijven zoals ze waren."
        in answer.all
    )


@pytest.fixture
def later(plan: Path, data: Path, tmp_path: Path) -> Path:
    """Another version of a plan that is kept: one milestone fewer."""
    imported(plan, data)
    return written(tmp_path / "later.docx", ROWS[:-1])


def doubted(data: Path) -> object:
    return kept(data, lambda tx: len(vanished.questions(tx, CODE)))


@pytest.mark.parametrize(
    ("said_back", "language", "keeps"),
    [
        ("j\n", "nl_NL.UTF-8", True),
        ("Ja, graag\n", "nl_NL.UTF-8", True),
        ("y\n", "en_GB.UTF-8", True),
        ("n\n", "nl_NL.UTF-8", False),
        ("\n", "nl_NL.UTF-8", False),
        ("misschien\n", "nl_NL.UTF-8", False),
        ("no\n", "en_GB.UTF-8", False),
        ("", "nl_NL.UTF-8", False),
    ],
)
def test_at_a_terminal_a_difference_is_kept_only_after_a_yes(
    said_back: str, language: str, keeps: bool, later: Path, data: Path
) -> None:
    before = content(data)
    answer = typed_at_a_terminal(said_back, "import", later, "--region", CODE, "--data", data, LANG=language)

    english = language.startswith("en")
    assert answer.status == 0
    assert ("Keep this? [y/N]" if english else "Dit bewaren? [j/N]") in answer.complained
    assert "“Terugblik”" in answer.said, "the difference is shown before the question"
    assert (content(data) == before) is not keeps
    assert doubted(data) == (1 if keeps else 0)
    unchanged = "Nothing was changed" if english else "Er is niets veranderd"
    assert (unchanged in answer.said) is not keeps


@pytest.mark.parametrize("more", [("--yes",), ("--json",)])
def test_who_says_yes_beforehand_or_reads_json_is_not_asked(
    more: tuple[str, ...], later: Path, data: Path
) -> None:
    answer = typed_at_a_terminal("n\n", "import", later, "--region", CODE, "--data", data, *more)

    assert answer.status == 0 and "bewaren?" not in answer.all
    assert doubted(data) == 1


def test_a_first_import_and_one_without_a_difference_ask_nothing(plan: Path, data: Path) -> None:
    for _time in ("first", "again"):
        answer = typed_at_a_terminal("n\n", "import", plan, "--region", CODE, "--data", data)
        assert "bewaren?" not in answer.all and "is bewaard" in answer.said


def test_without_a_terminal_the_difference_is_shown_and_then_kept(later: Path, data: Path) -> None:
    answer = imported(later, data)

    assert "“Terugblik” staat niet meer in het plan" in answer.all and "bewaren?" not in answer.all
    assert doubted(data) == 1


def test_a_dry_run_at_a_terminal_asks_nothing_whatever_else_is_said(later: Path, data: Path) -> None:
    answer = typed_at_a_terminal(
        "j\n", "import", later, "--region", CODE, "--data", data, "--dry-run", "--yes"
    )

    assert "bewaren?" not in answer.all and doubted(data) == 0


def test_what_vanished_is_said_where_nobody_can_be_asked_yet(plan: Path, data: Path, tmp_path: Path) -> None:
    imported(plan, data)
    answer = imported(written(tmp_path / "later.docx", ROWS[:-1]), data)

    assert "Niet meer in het plan; blijft staan tot iemand beslist: • Mijlpaal “Terugblik”" in answer.all
    assert "Zodra er een programmamanager is, beslist die erover met /plan" in answer.all


def test_json_is_all_that_is_printed_and_nothing_else(plan: Path, data: Path) -> None:
    answer = imported(plan, data, "--json")
    said = json.loads(answer.said)

    assert answer.complained == ""
    assert list(said) == [
        "region",
        "activities",
        "milestones",
        "indicators",
        "meetings",
        "sessions",
        "skipped",
        "doubts",
    ]
    assert said["region"] == CODE
    assert said["milestones"][0] == {
        "activity": 1,
        "title": "Bedrijven bezoeken",
        "when": "Q-1-2, 2026",
        "start": "2026-01-01",
        "due": "2026-06-30",
        "owner": "Regioteam Oost\nWerkgroepen 2 t/m 4",
        "owners": ["Regioteam Oost", "Werkgroep 2", "Werkgroep 3", "Werkgroep 4"],
    }
    assert said["indicators"] == [{"name": "Aantal leerlingen", "baseline": None, "targets": [105, 110]}]
    assert kept(data, lambda tx: len(people.regions(tx))) == 1


def test_a_document_of_another_region_is_doubted(plan: Path, data: Path) -> None:
    answer = typed("import", plan, "--region", "sto00001", "--data", data, "--dry-run")

    assert "• het document: Dit is van regio STO26099; het komt in STO00001." in answer.all


def test_the_doubts_in_json_are_those_that_are_told(data: Path, tmp_path: Path) -> None:
    rows = [
        ROWS[0],
        *((f"Stap {at}", "week 12", "", name) for at, name in enumerate(("Werkgroep 2", "Werkggroep 2"))),
    ]
    plan = written(tmp_path / "plan.docx", rows)
    imported(written(tmp_path / "first.docx", ROWS), data)
    sheet = workbook(tmp_path / "plan.xlsx", {"1. Op bezoek": [row for row in rows if "^" not in row]})

    for file, region in ((plan, "STO00001"), (plan, CODE), (sheet, CODE)):
        command = ("import", file, "--region", region, "--data", data, "--dry-run")
        said = typed(*command).said
        doubts = json.loads(typed(*command, "--json").said)["doubts"]
        told = said.split("kijk ze even na:\n")[1].split("\n\n")[0].splitlines()
        assert told == [f"• {one['place']}: {one['says']}" for one in doubts]
        assert any("rij " in line and "Werkggroep 2" in line for line in told)


@pytest.mark.parametrize("json_too", [False, True], ids=["words", "json"])
@pytest.mark.parametrize("made", [case[2] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_a_plan_changes_nothing(
    made: Callable[[Path], Path], json_too: bool, tmp_path: Path, data: Path
) -> None:
    answer = imported(made(tmp_path), data, *(["--json"] if json_too else []))

    assert answer.status == 2
    assert answer.said == "" and len(answer.complained.splitlines()) >= 2
    assert "Traceback" not in answer.complained
    assert not data.exists()


def test_the_next_step_is_a_command_that_works_on_the_same_data(
    plan: Path, data: Path, tmp_path: Path
) -> None:
    other = tmp_path / "own settings.toml"
    other.write_text("")
    answer = typed("import", plan, "--region", CODE, "--data", data, "--settings", other, COLUMNS="500")

    following = next(line for line in answer.said.splitlines() if line.startswith("Volgende stap: "))
    words = shlex.split(following.removeprefix("Volgende stap: aanjager "))
    assert words[-4:] == ["--settings", str(other), "--data", str(data)]
    assert typed(*words).status == 0


@pytest.mark.parametrize("code", ["", " ", "-", "../x", "een regio", "X" * 21])
def test_what_cannot_be_a_code_of_a_region_is_refused(code: str, plan: Path, data: Path) -> None:
    answer = typed("import", plan, f"--region={code}", "--data", data)

    assert answer.status == 2 and not data.exists()


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
def test_a_database_that_is_none_is_refused(more: tuple[str, ...], plan: Path, data: Path) -> None:
    data.mkdir()
    (data / "aanjager.db").write_text("geen database" * 100)

    answer = imported(plan, data, *more)

    assert answer.status == 2 and "is beschadigd" in answer.all
    with pytest.raises(DatabaseBroken):
        Database(data / "aanjager.db", alone=False)


def test_the_same_plan_as_a_spreadsheet_changes_nothing_that_stands_in_both(
    data: Path, tmp_path: Path
) -> None:
    titled = [("Activiteit", *ROWS[0]), *(("1 Op bezoek", *row) for row in ROWS[1:] if "^" not in row)]
    imported(written(tmp_path / "plan.docx", [row for row in ROWS if "^" not in row]), data)
    answer = imported(workbook(tmp_path / "plan.xlsx", {"Mijlpalen": titled}), data, "--dry-run")

    assert "Mijlpaal" not in answer.said.split("Vergeleken")[1]
