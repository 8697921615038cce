from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates.reading import DayReading, find_days, read_day
from tests.language.moment import BREAKS, NOW

# Phrases of the table that are read wrong. What starts to fail is to be mended, not to be listed here.
MISSES: frozenset[str] = frozenset()


def shown(reading: DayReading) -> tuple[str, str, str, str]:
    start, end = (_iso(value) for value in (reading.start, reading.end))
    return reading.kind, start, end, reading.rule


def _iso(value: date | datetime | None) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else ""


def table() -> list[tuple[str, tuple[str, ...]]]:
    lines = (Path(__file__).parents[1] / "dates_nl.tsv").read_text(encoding="utf-8").splitlines()
    rows = [[*line.split("\t"), "", "", ""] for line in lines if not line.startswith("#")]
    return [(row[0], tuple(row[1:5])) for row in rows]


def test_the_whole_table_is_read_right_but_for_the_known_misses() -> None:
    wrong = {text for text, expected in table() if shown(read_day(text, NOW, breaks=BREAKS)) != expected}
    assert wrong == MISSES
    assert len(table()) == 160


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("dat wordt 3 december denk ik", "day", "2026-12-03", "2026-12-03"),
        ("Volgende week dinsdag graag", "day", "2026-11-24", "2026-11-24"),
        ("half juni", "period", "2027-06-11", "2027-06-20"),
        ("april/mei", "period", "2027-04-01", "2027-05-31"),
        ("eind eerste kwartaal", "period", "2027-03-21", "2027-03-31"),
        ("29 februari", "day", "2028-02-29", "2028-02-29"),
        ("week 53", "period", "2026-12-28", "2027-01-03"),
        ("weken 3 en 4", "period", "2027-01-18", "2027-01-31"),
        ("weken 3 en 10", "period", "2027-01-18", "2027-01-24"),
        ("20 december tot 3 januari", "period", "2026-12-20", "2027-01-03"),
        ("komend weekend", "period", "2026-11-21", "2026-11-22"),
        ("over twee werkdagen", "day", "2026-11-20", "2026-11-20"),
        ("na de zomervakantie", "day", "2027-08-23", "2027-08-23"),
        ("niet voor 1 maart", "day", "2027-03-01", "2027-03-01"),
        ("vr 4-12 om 11u", "moment", "2026-12-04T11:00+01:00", ""),
        ("half 8 's avonds", "moment", "2026-11-18T19:30+01:00", ""),
        ("kwart over twaalf", "moment", "2026-11-18T12:15+01:00", ""),
        ("vrijdag tussen 10 en 12", "span", "2026-11-20T10:00+01:00", "2026-11-20T12:00+01:00"),
        ("morgen in de middag", "span", "2026-11-19T12:00+01:00", "2026-11-19T18:00+01:00"),
        ("za", "day", "2026-11-21", "2026-11-21"),
        ("September 3, 2027", "day", "2027-09-03", "2027-09-03"),
    ],
)
def test_phrases_outside_the_table_are_read_too(text: str, kind: str, first: str, last: str) -> None:
    reading = read_day(text, NOW, breaks=BREAKS)
    assert (reading.kind, _iso(reading.start), _iso(reading.end)) == (kind, first, last)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("eind mei", "2027-05-31"),
        ("half juni", "2027-06-15"),
        ("medio januari", "2027-01-15"),
        ("week 24", "2027-06-20"),
        ("Q1 2027", "2027-03-31"),
        ("morgen 14u", "2026-11-19"),
    ],
)
def test_a_deadline_is_a_periods_last_day_and_of_half_a_month_the_15th(text: str, due: str) -> None:
    assert _iso(read_day(text, NOW).due) == due


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("maandag", "2026-11-16"),
        ("woensdag", "2026-11-11"),
        ("11 mei", "2026-05-11"),
        ("11-5", "2026-05-11"),
        ("mei", "2026-05-01"),
        ("week 40", "2026-09-28"),
        ("de 25e", "2026-10-25"),
        ("om 9 uur", "2026-11-18T09:00+01:00"),
        ("morgen", "2026-11-19"),
        ("komende maandag", "2026-11-23"),
    ],
)
def test_what_has_been_is_looked_for_behind(text: str, first: str) -> None:
    assert _iso(read_day(text, NOW, back=True).start) == first


@pytest.mark.parametrize(
    "text",
    [
        "31 november",
        "30 feb 2027",
        "32-1",
        "week 60",
        "week 0",
        "26:10",
        "vrijdag 25 uur",
        "Q5 2027",
        "1-13-2027",
        "dinsdag 2 december 2026",
        "van 12 tot 3 december",
        "kerstvakantie",
        "elke 31 november",
        "jaarlijks op 30 februari",
        "elke dag om 25 uur",
        "elke dinsdag tot de zomervakantie",
        "elke maandag vanaf 31 april",
        "vijfde vrijdag van februari",
        "schooljaar 2026-2028",
    ],
)
def test_what_cannot_be_a_date_says_what_is_wrong(text: str) -> None:
    reading = read_day(text, NOW)
    assert (reading.kind, reading.start) == ("error", None)
    assert reading.wrong is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen idee",
        "later",
        "weet ik niet",
        "20 uur begeleiding gedaan",
        "groep van 9 tot 12 jaar",
        "tussen 10 en 12 leerlingen",
        "jan komt ook",
        "half klaar",
        "versie 2.0",
        "zo snel het kan",
        "lokaal 2026",
    ],
)
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    assert read_day(text, NOW).kind == "none"


def test_the_dates_in_a_message_are_found_in_order_with_their_places() -> None:
    text = "De SWOT haalt eind mei niet, wordt 1 juli want het team is krap"
    found = find_days(text, NOW)
    assert [text[slice(*reading.at)] for reading in found] == ["eind mei", "1 juli"]


def test_an_hour_that_the_clock_skips_is_read_as_an_hour_later() -> None:
    reading = read_day("28 maart 2027 02:30", NOW)
    assert _iso(reading.start) == "2027-03-28T03:30+02:00"
    reading = read_day("28 maart 2027 van 02:30 tot 03:15", NOW)
    assert (_iso(reading.start), _iso(reading.end)) == ("2027-03-28T03:30+02:00", "2027-03-28T04:15+02:00")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_day("morgen", datetime(2026, 11, 18))  # noqa: DTZ001


@given(st.dates(date(2024, 1, 1), date(2037, 12, 31)), st.dates(date(2024, 1, 1), date(2037, 12, 31)))
def test_a_written_date_is_itself_whatever_today_is(today: date, on: date) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    for text in (f"{on:%d-%m-%Y}", on.isoformat(), f"{on.day}/{on.month}/{on:%y}"):
        assert read_day(text, now).start == on


@given(st.dates(date(2024, 1, 1), date(2037, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_its_year_is_the_nearest_in_its_direction(today: date, month: int, day: int) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    ahead, behind = (read_day(f"{day}-{month}", now, back=back).start for back in (False, True))
    assert isinstance(ahead, date)
    assert isinstance(behind, date)
    assert today <= ahead <= today + timedelta(days=366)
    assert today - timedelta(days=366) <= behind <= today


@given(st.text(max_size=80))
def test_any_text_yields_a_reading(text: str) -> None:
    assert read_day(text, NOW, breaks=BREAKS).kind


@pytest.mark.parametrize(
    "text",
    [
        *(
            "31 december 9999",
            "31-12-9999",
            "1 januari 0001",
            "01/01/0001",
            "0001-01-01",
            "31 december 2099",
            "mei 1999",
        ),
        "de pilot was op 31 december 9999, en ging goed",
    ],
)
@pytest.mark.parametrize("back", [False, True])
def test_a_year_that_is_none_of_ours_is_named_and_never_left_out(text: str, back: bool) -> None:
    (found,) = find_days(text, NOW, back=back)
    assert found.kind == "error"
    assert found.wrong
    assert str(found.wrong.values["year"]) in text


@pytest.mark.parametrize("text", ["in maart 1500 euro", "12 maart 1200 leerlingen", "12 maart 1.500 folders"])
def test_a_figure_behind_a_month_is_no_year(text: str) -> None:
    assert [day.kind for day in find_days(text, NOW)] != ["error"]
