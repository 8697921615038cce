"""A table without headings is one of milestones where its content is plain, and nothing else says what it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from documents.plan_import import PlanUnreadable, read_plan
from language.catalogue import catalogue
from programme.plan.reading import PlanReading
from tests.plan_documents import ROWS, comma_separated, word, workbook

ROBOTICS = ("Lokaal ingericht", "Q2 2027", "Team robotica")
TABLE = [ROBOTICS, ("Lessenserie getest in vier klassen", "Q3 2027", "Projectleider")]
HEADED = [("Wat", "Wanneer", "Wie", "Hoe"), ("Beurs", "2027", "Team PR", "")]
ACTIVITY = (2, "Activiteit 1 Robotica")


def milestones(plan: PlanReading) -> list[tuple[int, str, str, tuple[str, ...]]]:
    return [
        (one.activity, one.title, one.due.isoformat() if one.due else "", one.owners)
        for one in plan.milestones
    ]


def doubts(plan: PlanReading) -> list[tuple[str, str]]:
    english = catalogue("en")
    return [(english.render(note.place), english.render(note.says)) for note in plan.doubts]


@pytest.mark.parametrize("rows", [[ROBOTICS], TABLE], ids=["one row", "two rows"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_table_under_an_activity_is_read_by_what_stands_in_it(
    tmp_path: Path, rows: Sequence[Sequence[str]], order: tuple[int, ...]
) -> None:
    turned = [tuple(row[at] for at in order) for row in rows]
    plan = read_plan(word(tmp_path / "plan.docx", ACTIVITY, turned))

    assert milestones(plan)[0] == (1, "Lokaal ingericht", "2027-06-30", ("Team robotica",))
    assert len(plan.milestones) == len(rows)
    what, when, who = (order.index(at) + 1 for at in range(3))
    assert doubts(plan) == [
        (
            "table 1",
            "The columns have no headings; by what stands in them column "
            f"{what} is read as the result, {when} as the period and {who} as the owner.",
        )
    ]


def test_a_sheet_and_a_file_of_values_without_headings_are_read_too(tmp_path: Path) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "1. Robotica": TABLE,
        "2. Stages": [("Plekken gevonden", 2027, "Team stage")],
    }
    book = read_plan(workbook(tmp_path / "plan.xlsx", sheets))
    values = read_plan(comma_separated(tmp_path / "plan.csv", TABLE, ";", "utf-8"))

    assert [(one.number, one.title) for one in book.activities] == [(1, "Robotica"), (2, "Stages")]
    assert milestones(book)[2] == (2, "Plekken gevonden", "2027-12-31", ("Team stage",))
    assert [place for place, _says in doubts(book)] == ["sheet 1. Robotica", "sheet 2. Stages"]
    assert [one.title for one in values.milestones] == [row[0] for row in TABLE]


def test_a_numbered_column_gives_the_activities_and_other_text_how_it_is_done(tmp_path: Path) -> None:
    rows = [
        ("1. Robotica", "Lokaal ingericht met banken", "Q2 2027", "Team robotica", "Via school"),
        ("1. Robotica", "Lessen getest in vier klassen", "Q3 2027", "Team robotica", ""),
        ("2. Stages", "Twintig plekken gevonden", "2027", "Team stage", "Via bedrijven"),
    ]
    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, ";", "utf-8"))

    assert [(one.number, one.title) for one in plan.activities] == [(1, "Robotica"), (2, "Stages")]
    assert [(one.activity, one.title, one.how) for one in plan.milestones] == [
        (1, "Lokaal ingericht met banken", ("Via school",)),
        (1, "Lessen getest in vier klassen", ()),
        (2, "Twintig plekken gevonden", ("Via bedrijven",)),
    ]


@pytest.mark.parametrize(
    ("first", "what", "how"),
    [
        ("Lokaal ingericht", "Lokaal ingericht", "Met banken, robots en een vaste leraar erbij"),
        ("Les", "Met banken, robots en een vaste leraar erbij", "Les"),
    ],
)
def test_of_two_texts_the_first_is_the_result_unless_it_is_much_shorter(
    tmp_path: Path, first: str, what: str, how: str
) -> None:
    row = (first, "Q2 2027", "Met banken, robots en een vaste leraar erbij", "Team robotica")
    milestone = read_plan(word(tmp_path / "plan.docx", ACTIVITY, [row])).milestones[0]

    assert (milestone.title, milestone.how) == (what, (how,))


def test_rows_of_weeks_without_a_year_are_milestones_without_headings_too(tmp_path: Path) -> None:
    table = [("Lokaal ingericht", "week 12", "Team robotica"), ("Lessen getest", "eind mei", "Team robotica")]
    plan = read_plan(word(tmp_path / "plan.docx", (1, "Jaarplan 2027"), ACTIVITY, table))

    assert [due for _activity, _title, due, _owners in milestones(plan)] == ["2027-03-28", "2027-05-31"]


NO_MILESTONES: dict[str, Sequence[Sequence[str]]] = {
    "electives": [("1 Lassen", "2 Draaien", "3 Frezen"), ("4 Robots", "5 Zorg", "6 Bakken")],
    "partners": [("Smederij Jansen", "Bedrijf", "Gastlessen"), ("Bouwers", "Bedrijf", "Stages")],
    "partners with a year": [("Smederij", "2027", "Opleidingsbedrijf"), ("Technocollege", "2027", "School")],
    "figures": [("Leerlingen in de techniek", "105", "110"), ("Docenten op cursus", "10", "20")],
    "figures by year": [
        ("Docenten op cursus", "2027", "Team A", "20"),
        ("Leerlingen", "2028", "Team A", "40"),
    ],
    "a budget": [("Machines aanschaffen", "2027", "Penvoerder", "€ 5.000")],
    "costs": [("Kosten van machines", "2027", "Penvoerder")],
    "meetings on a day": [
        ("Stuurgroep", "12 maart 2027", "Quadrant College"),
        ("Projectgroep", "1 mei 2027", "Gemeente"),
    ],
    "times without owners": [
        ("Lokaal ingericht", "Q2 2027", "met veel licht"),
        ("Getest", "Q3 2027", "bij ons"),
    ],
    "owners without times": [("Lokaal ingericht", "vooraan", "Team A"), ("Getest", "achteraan", "Team B")],
    "a column": [("Lokaal ingericht in Q2 2027",), ("Lessen getest door team robotica",)],
    "two columns": [("Lokaal ingericht", "Q2 2027"), ("Lessen getest", "Q3 2027")],
}


@pytest.mark.parametrize("rows", NO_MILESTONES.values(), ids=NO_MILESTONES.keys())
def test_what_is_no_table_of_milestones_stays_none_without_headings(
    tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    with pytest.raises(PlanUnreadable):
        read_plan(word(tmp_path / "plan.docx", ACTIVITY, rows))


@pytest.mark.parametrize(
    "over", ["Keuzevakken:", "Onze partners in 2027", (3, "2.1 Deelnemende scholen"), "Overleggen"]
)
def test_a_table_that_the_line_above_calls_something_else_stays_that(tmp_path: Path, over: object) -> None:
    with pytest.raises(PlanUnreadable):
        read_plan(word(tmp_path / "plan.docx", ACTIVITY, over, TABLE))


def test_where_an_activity_has_a_table_with_headings_the_others_are_no_milestones(tmp_path: Path) -> None:
    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            ACTIVITY,
            TABLE,
            HEADED,
            (2, "Activiteit 2 Stages"),
            [("Plekken gevonden", "2027", "Team stage")],
            (1, "Organisatie"),
            [("Jaarverslag besproken", "Q1 2027", "Stuurgroep")],
        )
    )

    assert [(one.activity, one.title) for one in plan.milestones] == [(1, "Beurs"), (2, "Plekken gevonden")]
    assert [catalogue("en").render(note.place) for note in plan.skipped] == ["table 1", "table 4"]


def test_a_plan_with_headings_is_read_as_before(tmp_path: Path) -> None:
    plan = read_plan(word(tmp_path / "plan.docx", ACTIVITY, ROWS))

    assert not any("no headings" in says for _place, says in doubts(plan))


def test_a_table_of_the_next_activity_that_goes_on_without_headings_is_doubted(tmp_path: Path) -> None:
    def plan(*between: tuple[int, str]) -> PlanReading:
        head = [("Wat", "Wanneer", "Wie"), ("Beurs", "2027", "Team PR")]
        return read_plan(
            word(tmp_path / "plan.docx", ACTIVITY, head, *between, [("Folder", "week 12 2027", "Piet")])
        )

    assert doubts(plan()) == []
    assert doubts(plan((2, "Activiteit 2 Stages"))) == [
        ("table 2", "The columns have no headings; they are read as those of the table before it.")
    ]


def test_one_result_of_a_single_word_among_others_is_a_result(tmp_path: Path) -> None:
    rows = [ROBOTICS, ("Lessen", "week 12", "Team robotica")]
    assert len(read_plan(workbook(tmp_path / "plan.xlsx", {"1. Robotica": rows})).milestones) == 2
