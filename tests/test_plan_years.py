"""A period that names no year takes one that is plainly named beside or above it, and is doubted."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.plan.years import year_named
from documents.plan_import import read_plan
from language.catalogue import catalogue
from language.plan.periods import Sure, read_period
from language.plan.spans import Span, months
from programme.plan.reading import PlanReading
from tests.plan_documents import comma_separated, word, workbook

HEAP = "Q1|Q4|mei|december|eind|week 53|week 2|winter|t/m|en|31 februari|1 maart|vanaf|voor|\n|'27|2028|2026/2027"
HEAD = ("Wat", "Wanneer", "Wie")
YEAR = months(2027, 1, 12)
SCHOOL_YEAR = Span(start=date(2026, 8, 1), due=date(2027, 7, 31))


@pytest.mark.parametrize(
    ("text", "within", "start", "due"),
    [
        ("week 12", YEAR, date(2027, 3, 22), date(2027, 3, 28)),
        ("Q2", YEAR, date(2027, 4, 1), date(2027, 6, 30)),
        ("eind mei", YEAR, date(2027, 5, 21), date(2027, 5, 31)),
        ("1 t/m 5 maart", YEAR, date(2027, 3, 1), date(2027, 3, 5)),
        ("uiterlijk 1 oktober", YEAR, None, date(2027, 10, 1)),
        ("sept - nov", YEAR, date(2027, 9, 1), date(2027, 11, 30)),
        ("december t/m februari", YEAR, date(2027, 12, 1), date(2028, 2, 29)),
        ("week 40", SCHOOL_YEAR, date(2026, 9, 28), date(2026, 10, 4)),
        ("Q3", SCHOOL_YEAR, date(2026, 7, 1), date(2026, 9, 30)),
        ("juni", SCHOOL_YEAR, date(2027, 6, 1), date(2027, 6, 30)),
        ("nov - feb", SCHOOL_YEAR, date(2026, 11, 1), date(2027, 2, 28)),
    ],
)
def test_a_period_without_a_year_falls_within_the_one_that_is_given(
    text: str, within: Span, start: date | None, due: date
) -> None:
    reading = read_period(text, within)

    assert (reading.start, reading.due, reading.sure) == (start, due, Sure.YES)
    assert reading.yearless and read_period(text).yearless and not read_period(text).periods


@pytest.mark.parametrize("text", ["week 12 2028", "2025-2029", "mei 2026 - juni 2026", "doorlopend"])
def test_a_year_beside_it_matters_only_where_one_is_missing(text: str) -> None:
    assert read_period(text, YEAR) == read_period(text)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Planning 2027", YEAR),
        ("Voorjaar 2027", YEAR),
        ("Schooljaar 2026-2027", SCHOOL_YEAR),
        ("Jaarplan 2026/2027", SCHOOL_YEAR),
        ("Activiteitenplan 2025-2029", None),
        ("Versie 12-03-2027", None),
        ("Vastgesteld in mei 2027", None),
        ("Activiteit 12 Robotica", None),
    ],
)
def test_a_title_names_a_year_only_where_it_is_one_and_no_date(title: str, year: Span | None) -> None:
    assert year_named(title) == year


def test_a_day_that_does_not_exist_in_the_year_is_not_guessed() -> None:
    assert (read_period("31 februari", YEAR).periods, read_period("31 februari", YEAR).sure) == ((), Sure.NO)


def dues(plan: PlanReading) -> list[str | None]:
    return [one.due.isoformat() if one.due else None for one in plan.milestones]


def doubts(plan: PlanReading) -> list[str]:
    return [
        catalogue("en").render(note.says)
        for note in plan.doubts
        if "no year" in catalogue("en").render(note.says)
    ]


def test_a_week_without_any_year_is_undated_and_says_what_is_missing(tmp_path: Path) -> None:
    plan = read_plan(
        comma_separated(tmp_path / "plan.csv", [HEAD, ("Lokaal", "week 12", "Team A")], ";", "utf-8")
    )

    assert dues(plan) == [None]
    assert doubts(plan) == ["“week 12” names no year: no due date."]


@pytest.mark.parametrize(
    ("heading", "when", "due"),
    [
        ("Wanneer (2027)", "week 12", "2027-03-28"),
        ("Week 2027", "12", "2027-03-28"),
        ("Wanneer 26/27", "mei", "2027-05-31"),
    ],
)
def test_the_heading_over_the_column_may_name_the_year(
    tmp_path: Path, heading: str, when: str, due: str
) -> None:
    rows = [("Wat", heading, "Wie"), ("Lokaal", when, "Team A")]
    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, ";", "utf-8"))

    assert dues(plan) == [due]
    assert "names no year" in doubts(plan)[0] and f"the heading “{heading}”" in doubts(plan)[0]


def test_a_sheet_names_the_year_of_its_own_weeks(tmp_path: Path) -> None:
    def rows(year: str) -> list[list[object]]:
        return [["Wat", "Week", "Wie"], [f"Folder {year}", 12, "Team A"], ["Beurs", 40, "Team A"]]

    plan = read_plan(workbook(tmp_path / "plan.xlsx", {one: rows(one) for one in ("2026", "2027", "Later")}))

    assert dues(plan) == ["2026-03-22", "2026-10-04", "2027-03-28", "2027-10-10", None, None]
    assert doubts(plan)[0] == "“Week 12” names no year; 2026 is taken from the heading “2026”."


def test_headings_titles_and_the_name_of_a_document_name_a_year(tmp_path: Path) -> None:
    def table(what: str) -> list[tuple[str, ...]]:
        return [HEAD, (what, "Q2", "Team A")]

    plan = read_plan(
        word(
            tmp_path / "plan.docx",
            (1, "Schooljaar 2026-2027"),
            (2, "Activiteit 1 Robotica"),
            table("Lokaal"),
            (2, "Activiteit 2 Werving"),
            "Planning 2028",
            table("Folder"),
            "Nog meer.",
            table("Beurs"),
            (2, "Activiteit 3 Stages 2025-2029"),
            table("Plek"),
            (1, "Later"),
            table("Verslag"),
        )
    )

    assert dues(plan) == ["2027-06-30", "2028-06-30", "2027-06-30", None, None]
    assert "2026–2027 is taken from the heading “Schooljaar 2026-2027”" in doubts(plan)[0]


@pytest.mark.parametrize(
    ("title", "name", "due"),
    [
        ("Jaarplan 2027", "plan", "2027-06-30"),
        ("Plan", "jaarplan_2027", "2027-06-30"),
        ("Jaarplan 2027", "evaluatie 2026", None),
        ("Plan", "plan 2027-03-12", None),
        ("Plan 2025-2029", "jaarplan 2027", None),
    ],
)
def test_the_only_year_that_a_document_names_is_the_year_of_its_weeks(
    tmp_path: Path, title: str, name: str, due: str | None
) -> None:
    table = [HEAD, ("Lokaal", "Q2", "Team A")]
    plan = read_plan(word(tmp_path / f"{name}.docx", (1, title), (1, "Activiteit 1 Robotica"), table))

    assert dues(plan) == [due]


@pytest.mark.parametrize(
    ("whens", "due"),
    [
        (("week 2 2027", "week 12", "week 20 2027"), "2027-03-28"),
        (("week 2 2027", "week 12"), "2027-03-28"),
        (("week 12", "juni 2027"), "2027-03-28"),
        (("week 40 2026", "week 12"), None),
        (("week 12", "Q1 2026"), "2026-03-22"),
        (("week 40", "Q1 2026"), None),
        (("Q3 2026", "week 12", "Q3 2027"), None),
        (("2025-2028", "week 12"), None),
    ],
)
def test_rows_above_and_below_name_the_year_where_they_agree_and_the_order_holds(
    tmp_path: Path, whens: Sequence[str], due: str | None
) -> None:
    rows = [HEAD, *((f"Stap {at}", when, "Team A") for at, when in enumerate(whens))]
    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, ";", "utf-8"))
    at = next(at for at, when in enumerate(whens) if when in ("week 12", "week 40"))

    assert dues(plan)[at] == due
    assert len(doubts(plan)) == 1


def test_a_first_day_without_a_year_takes_that_of_the_last_day(tmp_path: Path) -> None:
    rows = [("Wat", "Start", "Eind", "Wie"), ("Lokaal", "maart", "mei 2027", "Team A")]
    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, ";", "utf-8"))

    assert (plan.milestones[0].start, plan.milestones[0].due) == (date(2027, 3, 1), date(2027, 5, 31))
    assert len(doubts(plan)) == 1


def test_a_winter_without_a_year_is_the_one_that_is_mostly_in_the_year_that_is_named() -> None:
    assert read_period("winter", YEAR).periods == (Span(start=date(2026, 12, 1), due=date(2027, 2, 28)),)
    assert read_period("winter", SCHOOL_YEAR).periods == read_period("winter", YEAR).periods


@given(st.lists(st.sampled_from(HEAP.split("|")), max_size=7), st.sampled_from((YEAR, SCHOOL_YEAR)))
def test_any_heap_of_words_within_a_year_is_read_without_an_error(words: list[str], within: Span) -> None:
    reading = read_period(" ".join(words), within)

    assert reading.start is None or reading.due is None or reading.start <= reading.due


def test_a_period_that_may_be_of_another_year_is_doubted(tmp_path: Path) -> None:
    plan = read_plan(
        comma_separated(tmp_path / "plan.csv", [HEAD, ("Lokaal", "winter 2027", "Team A")], ";", "utf-8")
    )

    assert "“winter 2027” may be of another year too; check its days." in [
        catalogue("en").render(note.says) for note in plan.doubts
    ]
