"""An activity that the plan gives no title gets one that people can choose it by, and the import says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.plan_import import read_plan
from language.catalogue import catalogue
from programme.plan.reading import PlanReading
from tests.plan_documents import comma_separated, word, workbook

ROWS = [("Wat", "Wanneer", "Wie"), ("Folder", "Q3 2026", "Team PR"), ("Beurs", "2027", "Team Beurs")]
NUMBERED = [("Activiteit", *ROWS[0]), *((str(at), *row) for at, row in enumerate(ROWS[1:], start=1))]
Written = Callable[[Path], Path]


def doubted(plan: PlanReading) -> list[str]:
    dutch = catalogue("nl")
    return [dutch.render(note.says) for note in plan.doubts if "geen titel" in dutch.render(note.says)]


def csv_named(name: str) -> Written:
    return lambda folder: comma_separated(folder / f"{name}.csv", ROWS, ";", "utf-8")


def word_with(*above: object) -> Written:
    return lambda folder: word(folder / "plan.docx", *above, ROWS)


NAMED = {
    "by the name of the file": (csv_named("Techniekdag_Zandstreek"), ["Techniekdag Zandstreek"]),
    "not by what says which copy it is": (csv_named("techniekdag-v2.1 (def) 20260901"), ["Techniekdag"]),
    "not by a name that any plan has": (csv_named("STO26099-activiteitenplan-2026-2029"), ["Activiteit 1"]),
    "not by letters that are no word": (csv_named("a1"), ["Activiteit 1"]),
    "by the title of the document": (
        word_with((0, "Techniek in de Zandstreek"), (1, "Planning")),
        ["Techniek in de Zandstreek"],
    ),
    "not by a heading that any document has": (
        word_with((1, "Inleiding"), (1, "Planning")),
        ["Activiteit 1"],
    ),
    "by its number where there are several": (
        lambda folder: workbook(folder / "Techniekdag.xlsx", {"Blad1": NUMBERED}),
        ["Activiteit 1", "Activiteit 2"],
    ),
    "by its number in a bare heading": (
        word_with((1, "Activiteit 4"), ROWS, (1, "Activiteit 5 Lassen")),
        ["Activiteit 4", "Lassen"],
    ),
}


@pytest.mark.parametrize("case", NAMED)
def test_an_activity_without_a_title_is_named(case: str, tmp_path: Path) -> None:
    written, titles = NAMED[case]
    plan = read_plan(written(tmp_path))

    made_up = [one.title for one in plan.activities if one.made_up]
    assert [one.title for one in plan.activities] == titles
    assert doubted(plan) == [
        f"Hier staat geen titel bij; zonder titel heet deze “{title}”. "
        "Geef een titel in een kop of in een kolom “Activiteit”."
        for title in made_up
    ]
    assert made_up and "" not in titles


def test_what_stands_over_the_headings_of_a_sheet_names_its_activity(tmp_path: Path) -> None:
    sheets = {"Blad1": [("Op bezoek bij bedrijven",), *ROWS], "Blad2": [("Techniekdag",), *ROWS]}
    plan = read_plan(workbook(tmp_path / "plan.xlsx", sheets))

    assert [(one.title, one.made_up) for one in plan.activities] == [
        ("Op bezoek bij bedrijven", False),
        ("Techniekdag", False),
    ]
    assert doubted(plan) == []
