"""A plan read from a document, a workbook and a table: by headings and content, never by position."""

from datetime import date

import pytest

from documents.plan_import import read_plan
from programme.plan.reading import PlanReading
from tests.plan_documents import ROWS, placed, rows_of, told, word

LINES = ("Lijn 1: Ontdekken", "Activiteit 1 en 2", "Lijn 2: Leren bij bedrijven", "Activiteit 2 (uitvoering)")
FIGURES = [("", "jaar 1", "jaar 2"), ("Aantal leerlingen", "100* + 5", "100 + 10"), ("Bedrijven", "4", "4+6")]
ELECTIVES = [("Metaal", "Hout"), ("1 Lassen", "2 Draaien")]
RISKS = [("Risico", "Kans", "Maatregel"), ("Ziekte", "groot", "Vervangen")]
OTHER = [
    ("Trekker", "Deadline", "Mijlpaal", "Status", "Toelichting"),
    ("Coördinator Oost", "1 mei 2027", "Zaal huren", "open", "3x per jaar een training voor docenten"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> PlanReading:
    return read_plan(
        word(
            tmp_path_factory.mktemp("plan") / "plan.docx",
            (0, "Activiteitenplan"),
            "Regio Zandstreek (STO26099)",
            (2, "Doelstelling 1: Meer meedoen"),
            FIGURES,
            *LINES,
            (3, "Activiteit 1 Op bezoek"),
            "We gaan de deur uit, naar smederijen.",
            ELECTIVES,
            ROWS,
            (3, "Activiteit 2: Techniekdag"),
            RISKS,
            OTHER,
            (1, "Organisatie"),
            "De stuurgroep komt minimaal 6x per jaar bijeen. De klankbordgroep vergadert twee keer per jaar. "
            "De samenwerking wordt halfjaarlijks geëvalueerd. Er is jaarlijks een nieuwe folder.",
        )
    )


def test_the_region_its_lines_and_activities_come_from_headings_and_lists(whole: PlanReading) -> None:
    assert (whole.region, whole.region_title) == ("STO26099", "Zandstreek")
    assert [(line.number, line.title) for line in whole.lines] == [
        (1, "Ontdekken"),
        (2, "Leren bij bedrijven"),
    ]
    assert [(a.number, a.title, a.lines) for a in whole.activities] == [
        (1, "Op bezoek", (1,)),
        (2, "Techniekdag", (1, 2)),
    ]


def test_a_merged_cell_counts_for_every_row_it_covers(whole: PlanReading) -> None:
    teams = ("Regioteam Oost", "Werkgroep 2", "Werkgroep 3", "Werkgroep 4")

    assert rows_of(whole)[:4] == [
        (1, "Bedrijven bezoeken", date(2026, 1, 1), date(2026, 6, 30), teams),
        (1, "Lesbrief schrijven", date(2026, 7, 1), date(2026, 12, 31), teams),
        (1, "Lesbrief gebruiken", date(2027, 1, 1), date(2027, 12, 31), ("Projectleider",)),
        (1, "Terugblik", None, None, ("Projectleider",)),
    ]


def test_columns_in_another_order_with_other_headings_are_recognised(whole: PlanReading) -> None:
    dag = whole.milestones[4]

    assert rows_of(whole)[4:] == [(2, "Zaal huren", None, date(2027, 5, 1), ("Coördinator Oost",))]
    assert dag.how == ("3x per jaar een training voor docenten",)
    assert placed(dag.place) == "tabel 5, rij 2"


def test_when_and_owner_stay_as_written(whole: PlanReading) -> None:
    first = whole.milestones[0]

    assert (first.when, first.owner) == ("Q-1-2, 2026", "Regioteam Oost\nWerkgroepen 2 t/m 4")
    assert (first.what, first.how) == (("Bedrijven bezoeken", "Verslag"), ("Adreslijst",))


def test_an_activity_keeps_all_its_words(whole: PlanReading) -> None:
    for word_of_it in ("smederijen", "Lassen", "Op bezoek", "Adreslijst", "Werkgroepen"):
        assert word_of_it in whole.activities[0].text
    assert "Zaal" not in whole.activities[0].text
    assert "stuurgroep" not in whole.activities[1].text


def test_target_figures_are_sums_and_their_years_end_with_the_plan(whole: PlanReading) -> None:
    assert [(i.name, i.goal, i.baseline, i.years, i.targets) for i in whole.indicators] == [
        ("Aantal leerlingen", "Meer meedoen", 100, (2026, 2027), (105, 110)),
        ("Bedrijven", "Meer meedoen", None, (2026, 2027), (4, 10)),
    ]


def test_meetings_are_found_in_prose_and_sessions_in_milestones(whole: PlanReading) -> None:
    assert [(m.name, m.per_year, m.minimum) for m in whole.meetings] == [
        ("Stuurgroep", 6, True),
        ("Klankbordgroep", 2, False),
        ("Evaluatie samenwerking", 2, False),
    ]
    assert [(s.activity, s.name, s.per_year) for s in whole.sessions] == [
        (1, "Kennisdelingssessie docenten", 2),
        (2, "Training voor docenten", 3),
    ]
    assert whole.sessions[0].milestones == (whole.milestones[1].key,)


def test_what_is_skipped_and_doubted_is_told_with_its_place(whole: PlanReading) -> None:
    assert [place for place, _says in told(whole.skipped)] == ["table 2", "table 4"]
    assert told(whole.doubts) == [
        ("table 3, row 5", "There is no period: no due date."),
        ("table 1, row 2", "Year 1 of the target figures is read as 2026."),
        ("activity 2", "It stands in several lines; the first is taken as its line."),
    ]
