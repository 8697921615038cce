"""Tables of a plan as they come: sheets, odd headings, cells that span, rows that are notes."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from documents.plan_import import read_plan
from tests.plan_documents import ROWS, comma_separated, placed, rows_of, told, word, workbook


def test_a_workbook_with_a_sheet_for_each_activity_is_read(tmp_path: Path) -> None:
    plan = read_plan(
        workbook(
            tmp_path / "plan.xlsx",
            {
                "1 Werving": [
                    ["Activiteit 1: Werving en promotie"],
                    [],
                    ["Actie", "Fase", "Bemensing"],
                    ["Folder maken", date(2026, 11, 30), "Team PR"],
                    ["Folder drukken", "week 20 2027", "Team PR, Docenten techniek"],
                    ["Beurs", "doorlopend", "Werkgroep beurs"],
                ],
                "Activiteit 2": [
                    ["Programmalijn", "Leren bij bedrijven"],
                    ["Onderwerp", "Stages"],
                    ["Wie", "Wat", "Start", "Eind", "Opmerking"],
                    ["Team Stage", "Plekken zoeken", datetime(2027, 1, 4), datetime(2027, 6, 30), ""],  # noqa: DTZ001
                    ["Team Stage", "Stages lopen", "sept 2027", "dec 2027", "x"],
                ],
                "Kosten": [["Post", "2026", "2027"], ["Personeel", 1000, 2000]],
            },
        )
    )

    assert [(a.number, a.title, a.line) for a in plan.activities] == [
        (1, "Werving en promotie", None),
        (2, "Stages", 1),
    ]
    assert rows_of(plan) == [
        (1, "Folder maken", date(2026, 11, 30), date(2026, 11, 30), ("Team PR",)),
        (1, "Folder drukken", date(2027, 5, 17), date(2027, 5, 23), ("Team PR", "Docenten techniek")),
        (1, "Beurs", None, None, ("Werkgroep beurs",)),
        (2, "Plekken zoeken", date(2027, 1, 4), date(2027, 6, 30), ("Team Stage",)),
        (2, "Stages lopen", date(2027, 9, 1), date(2027, 12, 31), ("Team Stage",)),
    ]
    assert placed(plan.milestones[1].place) == "blad 1 Werving, rij 5"
    assert plan.indicators == ()


def test_a_flat_sheet_with_the_activity_named_once_and_time_in_two_columns_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Activiteitenplan STO26001"],
        ["Activiteit", "Lijn", "Mijlpaal", "Jaar", "Kwartaal", "Eigenaar"],
        ["Werving", "Promotie", "Folder", 2026, "Q3", "Team PR"],
        [None, None, "Beurs", 2026, 4, "Team PR"],
        ["Stages", "Bedrijven", "Plekken", 2027, 1, None],
        [None, None, "Lopen", 2027, "Q2", "Team Stage"],
    ]

    plan = read_plan(workbook(tmp_path / "plan.xlsx", {"Planning": rows}))

    assert plan.region == "STO26001"
    assert [(a.number, a.title, a.line) for a in plan.activities] == [(1, "Werving", 1), (2, "Stages", 2)]
    assert [(m.activity, m.title, m.due) for m in plan.milestones] == [
        (1, "Folder", date(2026, 9, 30)),
        (1, "Beurs", date(2026, 12, 31)),
        (2, "Plekken", date(2027, 3, 31)),
        (2, "Lopen", date(2027, 6, 30)),
    ]
    assert told(plan.doubts) == [("sheet Planning, row 5", "There is no owner.")]


def test_titles_between_rows_and_tables_under_each_other_are_told_apart(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Activiteit 1 Werving", None, None],
        ["Wat", "Wanneer", "Wie"],
        ["Folder", "Q3 2026", "Team PR"],
        ["Activiteit 2 Stage", None, None],
        ["Plek", "Q4 2026", "Team Stage"],
        [],
        ["Doel", "Nulmeting", "2026", "2027"],
        ["Leerlingen", 10, "20", "30%"],
        [],
        ["Overleg", "Hoe vaak"],
        ["Stuurgroep", "elk kwartaal"],
        ["Verslag", "uiterlijk 1 oktober 2026"],
    ]

    plan = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": rows}, ["A1:C1", "A4:C4"]))

    assert [(m.activity, m.title) for m in plan.milestones] == [(1, "Folder"), (2, "Plek")]
    assert [(i.name, i.baseline, i.years, i.targets) for i in plan.indicators] == [
        ("Leerlingen", 10, (2026, 2027), (20, 30))
    ]
    assert [(m.name, m.per_year) for m in plan.meetings] == [("Stuurgroep", 4)]
    assert told(plan.skipped) == [("sheet Plan, row 12", "“Verslag” has no number of times a year.")]


def test_a_month_in_a_spreadsheet_is_the_whole_month(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx", {"Plan": [["Wat", "Wanneer"], ["Folder", date(2026, 11, 1)]]})
    book = openpyxl.load_workbook(path)
    book["Plan"]["B2"].number_format = "mmm-yy"
    book.save(path)

    assert read_plan(path).milestones[0].due == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "cp1252"), (",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")]
)
def test_a_csv_file_is_read_with_any_delimiter_and_encoding(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = [
        ("Activiteit", "Wat", "Wanneer", "Wie"),
        ("1. Café", "Ruimte zoeken", "30-11-2026", "Coördinator"),
        ("1. Café", "Eerste café; borrel, muziek", "1/12/26", "Team 1, 2 en 3"),
        ("2. Dag", "Programma", "n.t.b.", "Team dag"),
    ]

    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, delimiter, encoding))

    assert [a.title for a in plan.activities] == ["Café", "Dag"]
    assert rows_of(plan) == [
        (1, "Ruimte zoeken", date(2026, 11, 30), date(2026, 11, 30), ("Coördinator",)),
        (
            1,
            "Eerste café; borrel, muziek",
            date(2026, 12, 1),
            date(2026, 12, 1),
            ("Team 1", "Team 2", "Team 3"),
        ),
        (2, "Programma", None, None, ("Team dag",)),
    ]
    assert placed(plan.milestones[0].place) == "rij 2"


def test_a_table_that_goes_on_without_its_heading_is_read_on(tmp_path: Path) -> None:
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            (1, "Lijn 1 - Promotie"),
            (2, "Activiteit 1"),
            "Campagne voeren",
            [("Actie", "Wie", "Deadline"), ("Filmpje", "Mediateam", "mei 2027")],
            [("Poster", "Mediateam", "juni 2027")],
            (2, "Activiteit 2 Dag"),
            [
                ("Activiteit", "Resultaat", "Planning"),
                ("Zaal huren", "Zaal", "mei 2027"),
                ("Spreken", "-", "2027"),
            ],
        )
    )

    assert [(a.number, a.title, a.line) for a in plan.activities] == [
        (1, "Campagne voeren", 1),
        (2, "Dag", 1),
    ]
    assert [(m.activity, m.title) for m in plan.milestones] == [
        (1, "Filmpje"),
        (1, "Poster"),
        (2, "Zaal huren"),
        (2, "Spreken"),
    ]


def test_a_table_under_a_heading_without_the_word_activity_takes_that_heading(tmp_path: Path) -> None:
    plan = read_plan(word(tmp_path / "plan.docx", (2, "3.1 Wervingscampagne"), "Met een bus.", ROWS[:2]))

    assert [(a.number, a.title) for a in plan.activities] == [(1, "Wervingscampagne")]
    assert "bus" in plan.activities[0].text
    assert told(plan.doubts) == [("table 1, row 2", "No activity is named here; read as activity 1.")]


@pytest.mark.parametrize(
    ("when", "doubt"),
    [
        ("2026\nQ3 2026", "Two periods stand in one cell; read as one milestone over both."),
        ("als het kan", "The period “als het kan” was not understood: no due date."),
        ("Q3 2026 na de zomer", "The period “Q3 2026 na de zomer” was understood in part."),
        ("", "There is no period: no due date."),
    ],
)
def test_a_period_that_is_not_plain_is_doubted(tmp_path: Path, when: str, doubt: str) -> None:
    rows = [("Wat", "Wanneer", "Wie"), ("Eén", "2026", "Team"), ("Twee", when, "Team")]

    plan = read_plan(word(tmp_path / "plan.docx", (1, "Activiteit 1 Dag"), rows))

    assert told(plan.doubts) == [("table 1, row 3", doubt)]


def test_notes_and_rows_without_a_result_are_skipped(tmp_path: Path) -> None:
    rows = [
        ("Wat", "Wanneer", "Wie"),
        ("Eén", "2026", "Team"),
        ("", "2027", "Team"),
        ("* onder voorbehoud", "", ""),
    ]

    plan = read_plan(word(tmp_path / "plan.docx", (1, "Activiteit 1 Dag"), rows))

    assert told(plan.skipped) == [
        ("table 1, row 3", "There is no result in this row."),
        ("table 1, row 4", "This row is a note, not a milestone."),
    ]


def test_headings_in_two_rows_are_read_as_one(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Activiteit", "Mijlpaal", "Planning", None, "Wie"],
        [None, None, "Start", "Eind", None],
        ["1 Werving", "Folder", "jan 2027", "mrt 2027", "Team PR"],
        [None, "Beurs", date(2027, 4, 1), date(2027, 5, 1), "Team PR"],
    ]

    plan = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": rows}, ["C1:D1"]))

    assert rows_of(plan) == [
        (1, "Folder", date(2027, 1, 1), date(2027, 3, 31), ("Team PR",)),
        (1, "Beurs", date(2027, 4, 1), date(2027, 5, 1), ("Team PR",)),
    ]
    assert plan.skipped == ()


def test_an_activity_is_named_in_a_table_of_labels_or_in_a_row_over_the_headings(tmp_path: Path) -> None:
    heading = ("Resultaat", "Periode", "Verantwoordelijke(n)")
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            [("Activiteit", "1 Werving"), ("Lijn", "Lijn 2: Promotie"), ("Doelgroep", "groep 8")],
            [heading, ("Folder", "Q3 2026", "Team PR")],
            [("Activiteit", "2 Stages"), ("Lijn", "Lijn 1: Bedrijven")],
            [heading, ("Plek", "Q4 2026", "Team Stage")],
            [("Activiteit 3: Technieklab", "<", "<"), heading, ("Inrichten", "2027", "Team Lab")],
        )
    )

    assert [(a.number, a.title, a.line) for a in plan.activities] == [
        (1, "Werving", 2),
        (2, "Stages", 1),
        (3, "Technieklab", None),
    ]
    assert [(m.activity, m.title) for m in plan.milestones] == [(1, "Folder"), (2, "Plek"), (3, "Inrichten")]
    assert "groep 8" in plan.activities[0].text


def test_rows_that_look_like_headings_stay_milestones(tmp_path: Path) -> None:
    rows = [["Activiteit", "Mijlpaal", "Wanneer", "Wie"]]
    rows += [[f"{n // 20 + 1}. Actie", f"Mijlpaal {n}", f"Q{n % 4 + 1} 2027", "Team PR"] for n in range(200)]

    plan = read_plan(workbook(tmp_path / "plan.xlsx", {"Plan": rows}))

    assert (len(plan.milestones), len(plan.activities)) == (200, 10)


def test_a_cell_without_end_is_read_all_the_same(tmp_path: Path) -> None:
    endless = "Q1 2026 en 2x per jaar, team 1 en " * 6000
    path = word(
        tmp_path / "plan.docx",
        endless,
        [("Wat", "Wanneer", "Wie"), ("a", "2026", "b"), ("c", endless, endless)],
    )

    assert read_plan(path).milestones[1].due is None


def test_a_heading_that_names_the_year_is_a_heading(tmp_path: Path) -> None:
    rows = [("Resultaten 2027", "Planning 2027", "Wie"), ("Folder", "mei 2027", "Team PR")]

    assert read_plan(word(tmp_path / "plan.docx", rows)).milestones[0].due == date(2027, 5, 31)


def test_who_helps_an_owner_is_no_owner_and_that_is_doubted_once_a_cell(tmp_path: Path) -> None:
    rows = [
        ("Wat", "Wanneer", "Wie"),
        ("Folder", "2026", "Team PR i.s.m. regioteams (Oost en West)"),
        ("Poster", "2026", "^"),
        ("Beurs", "2026", "Team PR\nIn samenwerking met bureau Kleur"),
    ]
    plan = read_plan(word(tmp_path / "plan.docx", (1, "Activiteit 1 Werving"), rows))

    assert [(one.owners, one.partners) for one in plan.milestones] == [
        (("Team PR",), ("regioteams (Oost en West)",)),
        (("Team PR",), ("regioteams (Oost en West)",)),
        (("Team PR", "bureau Kleur"), ()),
    ]
    says = "“regioteams (Oost en West)” is read as helping the owner, not as one."
    assert told(plan.doubts) == [("table 1, row 2", says)]
