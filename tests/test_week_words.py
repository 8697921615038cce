"""The week in words, as the text alternative of its picture and above it."""

from dataclasses import replace

import pytest

from documents.pictures.week_words import describe_week
from handlers.week.weeks import described
from language.catalogue import catalogue
from programme.summary import Summary
from programme.updates import Details
from programme.week import Coming, ComingKind, PlanCounts, WeekPicture, by_day
from tests.weeks import BUSY, DAY, EMPTY, FULL, SINCE, coming, stand


def said(week: WeekPicture, language: str = "nl") -> list[str]:
    return catalogue(language).render(describe_week(week)).splitlines()


def test_the_text_says_what_the_picture_shows() -> None:
    assert said(BUSY) == [
        "Regio Rivierenland",
        "Weekbericht, donderdag 2 december 2021",
        "38 van 80 mijlpalen gereed, waarvan 3 nieuw",
        "38 gereed; 29 op schema; 8 te laat, nieuwe datum; 5 te laat, geen datum",
        "Gemeld sinds donderdag 25 november: 6 uitkomsten, 1.284 leerlingen, "
        "14 docenten, 7 bedrijven, 4 scholen",
        "De komende vier weken:",
        "– do 9 dec: STO-café (bijeenkomst)",
        "– vr 10 dec: Stuurgroep (overleg)",
        "– wo 15 dec: Lesmodule domotica getest (mijlpaal)",
        "– vr 31 dec: 14 mijlpalen",
        "Indicatoren van dit jaar:",
        "– Leerlingen in techniek: doel 420",
        "– Doorstroom naar het mbo: 170 van 180",
        "– Bedrijven die meedoen: 34 van 30, gehaald",
        "– Vernieuwde keuzevakken: 4 van 4, gehaald",
        "– Docenten op stage in een bedrijf: 11 van 20",
        "– Werkstukken: 0 van 120",
        "– Techniekdagen: 2",
    ]


def test_the_text_is_also_there_in_english() -> None:
    lines = said(BUSY, "en")
    assert "38 done; 29 on track; 8 late, with a new date; 5 late, no new date" in lines
    assert "– Fri 10 Dec: Stuurgroep (meeting)" in lines


def test_a_week_without_news_says_so_in_one_line() -> None:
    assert said(EMPTY)[2:] == ["Gemeld sinds donderdag 25 november: geen uitkomsten"]


def test_the_text_leaves_out_nothing_that_the_picture_had_no_room_for() -> None:
    assert sum(line.startswith("– ") for line in said(FULL)) == 20 + 9


def test_one_is_said_as_one() -> None:
    week = replace(EMPTY, plan=PlanCounts(done=1))
    assert said(week)[2] == "1 van 1 mijlpaal gereed"


@pytest.mark.parametrize(
    ("value", "target", "line"),
    [
        (None, None, "– Gastlessen: nog niet bekend"),
        (None, 0, "– Gastlessen: doel 0"),
        (3, 0, "– Gastlessen: 3 van 0"),
        (1234, 1234, "– Gastlessen: 1.234 van 1.234, gehaald"),
    ],
)
def test_an_indicator_says_what_is_known(value: int | None, target: int | None, line: str) -> None:
    assert said(replace(EMPTY, indicators=(stand("Gastlessen", value, target),)))[-1] == line


def test_coming_things_are_sorted_with_meetings_before_the_milestones_of_their_day() -> None:
    milestone, meeting = coming(2, "A"), coming(2, "Z", ComingKind.MEETING)
    first = coming(1, "Later")
    assert by_day([milestone, meeting, first]) == (first, meeting, milestone)


def test_two_milestones_of_a_day_keep_their_titles_and_three_become_a_count() -> None:
    two = (coming(1, "A"), coming(1, "B"))
    assert by_day(two) == two
    together = by_day([*two, coming(1, "C")])
    assert together == (Coming(day=two[0].day, kind=ComingKind.MILESTONE, count=3),)
    assert by_day(together) == together


def test_what_companies_gave_is_told_as_a_total_of_the_year() -> None:
    summary = Summary(
        week=WeekPicture(
            region="Regio",
            since=SINCE,
            day=DAY,
            plan=PlanCounts(done=1, on_track=1, late_with_date=0, late_without_date=0),
        ),
        given=Details(hours=12.5, euros=1500),
    )
    told = catalogue("nl").render(described(summary))
    assert "Bevestigde bijdragen van bedrijven dit jaar: 12,5 uur, 1.500 euro." in told
