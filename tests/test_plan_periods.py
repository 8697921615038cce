"""Periods as plans write them, as start and due date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.plan.periods import Sure, read_period

YEARS = st.integers(2015, 2045)

PERIODS = (
    ("Q-1-2, 2020", "2020-01-01", "2020-06-30"),
    ("Q3-4, 2020", "2020-07-01", "2020-12-31"),
    ("Q3-4 2022", "2022-07-01", "2022-12-31"),
    ("Q3 en Q4 2020", "2020-07-01", "2020-12-31"),
    ("Q3/Q4 2020", "2020-07-01", "2020-12-31"),
    ("Q1, Q2 en Q3 2021", "2021-01-01", "2021-09-30"),
    ("Q1-4, 2023", "2023-01-01", "2023-12-31"),
    ("Q4 2019", "2019-10-01", "2019-12-31"),
    ("Q3-2022", "2022-07-01", "2022-09-30"),
    ("2026-Q3", "2026-07-01", "2026-09-30"),
    ("2021 Q3", "2021-07-01", "2021-09-30"),
    ("2020 Q1 - 2021 Q2", "2020-01-01", "2021-06-30"),
    ("Q4 2020 t/m Q2 2021", "2020-10-01", "2021-06-30"),
    ("Q1-4, 2020-2023", "2020-01-01", "2023-12-31"),
    ("2e kwartaal 2022", "2022-04-01", "2022-06-30"),
    ("eerste kwartaal 2022", "2022-01-01", "2022-03-31"),
    ("kwartaal 3 en 4 2026", "2026-07-01", "2026-12-31"),
    ("eerste helft 2022", "2022-01-01", "2022-06-30"),
    ("H2 2022", "2022-07-01", "2022-12-31"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("2020-2023", "2020-01-01", "2023-12-31"),
    ("2020 -2021", "2020-01-01", "2021-12-31"),
    ("2020 – 2021", "2020-01-01", "2021-12-31"),
    ("2020 t/m 2023", "2020-01-01", "2023-12-31"),
    ("2025-26", "2025-01-01", "2026-12-31"),
    ("schooljaar 2026-2027", "2026-08-01", "2027-07-31"),
    ("schooljaar 26/27", "2026-08-01", "2027-07-31"),
    ("2026/2027", "2026-08-01", "2027-07-31"),
    ("schooljaren 2026-2027 t/m 2028-2029", "2026-08-01", "2029-07-31"),
    ("week 20 2021", "2021-05-17", "2021-05-23"),
    ("wk 20 t/m 22, 2021", "2021-05-17", "2021-06-06"),
    ("2021-W20", "2021-05-17", "2021-05-23"),
    ("week 50 2021 - week 2 2022", "2021-12-13", "2022-01-16"),
    ("week 50 t/m 2 2021", "2021-12-13", "2022-01-16"),
    ("januari 2027", "2027-01-01", "2027-01-31"),
    ("sept. - dec. 2021", "2021-09-01", "2021-12-31"),
    ("okt - feb 2022", "2021-10-01", "2022-02-28"),
    ("mei/juni 2026", "2026-05-01", "2026-06-30"),
    ("12-2026", "2026-12-01", "2026-12-31"),
    ("2021-12", "2021-12-01", "2021-12-31"),
    ("najaar 2026", "2026-09-01", "2026-11-30"),
    ("30-11-2026", "2026-11-30", "2026-11-30"),
    ("1/12/26", "2026-12-01", "2026-12-01"),
    ("dinsdag 3 maart 2026", "2026-03-03", "2026-03-03"),
    ("2026-11-30 00:00:00", "2026-11-30", "2026-11-30"),
    ("46356", "2026-11-30", "2026-11-30"),
    ("1 t/m 5 maart 2027", "2027-03-01", "2027-03-05"),
    ("1 sept 2021 t/m 31 jan 2022", "2021-09-01", "2022-01-31"),
    ("1-9-2026 t/m 31-12-2026", "2026-09-01", "2026-12-31"),
    ("uiterlijk 1 oktober 2021", "", "2021-10-01"),
    ("vóór 1 juli 2023", "", "2023-06-30"),
    ("vanaf 2021", "2021-01-01", ""),
    ("begin mei 2021", "2021-05-01", "2021-05-10"),
    ("half mei 2021", "2021-05-11", "2021-05-15"),
    ("medio februari 2022", "2022-02-11", "2022-02-15"),
    ("eind mei 2021", "2021-05-21", "2021-05-31"),
    ("eind februari 2022", "2022-02-21", "2022-02-28"),
    ("2021 (onder voorbehoud)", "2021-01-01", "2021-12-31"),
    ("mei t/m juli '27", "2027-05-01", "2027-07-31"),
    ("Q2 ’27", "2027-04-01", "2027-06-30"),
    ("12 mei '27", "2027-05-12", "2027-05-12"),
    ("'26-'27", "2026-01-01", "2027-12-31"),
    ("schooljaar '26-'27", "2026-08-01", "2027-07-31"),
    ("nov-26 t/m jan-27", "2026-11-01", "2027-01-31"),
    ("winter 2026-2027", "2026-12-01", "2027-02-28"),
    ("winter 2026/2027", "2026-12-01", "2027-02-28"),
    ("winter '26-'27", "2026-12-01", "2027-02-28"),
    ("winter 26/27", "2026-12-01", "2027-02-28"),
    ("de winter van 2027-2028", "2027-12-01", "2028-02-29"),
    ("najaar 2026 - voorjaar 2027", "2026-09-01", "2027-05-31"),
    ("1-mei-27", "2027-05-01", "2027-05-01"),
    ("12 mei-27 juni 2027", "2027-05-12", "2027-06-27"),
)


@pytest.mark.parametrize(("text", "start", "due"), PERIODS)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, start: str, due: str) -> None:
    reading = read_period(text)

    assert (
        (reading.start and reading.start.isoformat()) or "",
        (reading.due and reading.due.isoformat()) or "",
    ) == (
        start,
        due,
    )
    assert reading.sure is Sure.YES
    assert len(reading.periods) == 1


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("winter 2027", "2027-12-01", "2028-02-29"),
        ("voorjaar 2026-2027", "2027-03-01", "2027-05-31"),
        ("najaar 2026/2027", "2026-09-01", "2026-11-30"),
        ("zomer 2026-2028", "2026-06-01", "2028-08-31"),
    ],
)
def test_a_season_that_may_be_of_either_year_says_so(text: str, start: str, due: str) -> None:
    reading = read_period(text)

    assert reading.start and reading.due
    assert (reading.start.isoformat(), reading.due.isoformat(), reading.either) == (start, due, True)


@pytest.mark.parametrize(("text", "start", "due"), PERIODS)
def test_a_period_that_is_plain_has_no_other_reading(text: str, start: str, due: str) -> None:
    assert not read_period(text).either


@pytest.mark.parametrize("text", ["doorlopend", "Continu", "n.v.t.", "nader te bepalen", "-"])
def test_what_has_no_end_is_understood_and_has_no_due_date(text: str) -> None:
    reading = read_period(text)

    assert (reading.ongoing, reading.due, reading.sure) == (True, None, Sure.YES)


def test_an_empty_text_is_no_period_and_no_doubt() -> None:
    assert read_period(" \n ").periods == ()
    assert read_period("").sure is Sure.YES


@pytest.mark.parametrize(
    "text", ["Projectleider", "week 53 2021", "31 februari 2021", "maart", "zie bijlage 4"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert (read_period(text).periods, read_period(text).sure) == ((), Sure.NO)


def test_a_period_among_other_words_is_understood_in_part() -> None:
    reading = read_period("Q3 2021 na de verbouwing")

    assert (reading.due, reading.sure) == (date(2021, 9, 30), Sure.PARTLY)


@pytest.mark.parametrize("text", ["2020\n\n\nQ3 en Q4 2020", "2020; Q3-4 2020"])
def test_two_lines_are_two_periods_with_the_outer_days(text: str) -> None:
    reading = read_period(text)

    assert len(reading.periods) == 2
    assert (reading.start, reading.due) == (date(2020, 1, 1), date(2020, 12, 31))


def test_quarters_that_are_no_neighbours_and_have_years_of_their_own_are_two_periods() -> None:
    assert len(read_period("Q1 2020 en Q4 2021").periods) == 2


@given(year=YEARS, first=st.integers(1, 4), last=st.integers(1, 4), form=st.sampled_from(
    ("Q{a}-{b}, {y}", "Q-{a}-{b}, {y}", "Q{a} t/m Q{b} {y}", "{y} Q{a}-Q{b}", "q{a} - q{b} {y}")
))  # fmt: skip
def test_any_range_of_quarters_is_read_alike_in_every_notation(
    year: int, first: int, last: int, form: str
) -> None:
    low, high = sorted((first, last))
    if low == high:
        return

    reading = read_period(form.format(a=low, b=high, y=year))

    assert reading.start == date(year, 3 * low - 2, 1)
    assert reading.due == date(year + high // 4, 3 * high % 12 + 1, 1) - timedelta(days=1)


@given(
    day=st.dates(date(2015, 1, 1), date(2045, 12, 31)),
    form=st.sampled_from(("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")),
)
def test_any_date_is_read_in_every_notation(day: date, form: str) -> None:
    assert read_period(day.strftime(form)).due == day
    assert read_period(str((day - date(1899, 12, 30)).days)).due == day


@given(year=YEARS, week=st.integers(1, 52))
def test_any_iso_week_runs_from_monday_to_sunday(year: int, week: int) -> None:
    reading = read_period(f"week {week} {year}")

    assert reading.start == date.fromisocalendar(year, week, 1)
    assert reading.due == date.fromisocalendar(year, week, 7)


@given(
    first=YEARS, years=st.integers(0, 10), dash=st.sampled_from(("-", " - ", " – ", " t/m ", " tot en met "))
)
def test_any_range_of_years_has_its_outer_days(first: int, years: int, dash: str) -> None:
    reading = read_period(f"{first}{dash}{first + years}")

    assert (reading.start, reading.due) == (date(first, 1, 1), date(first + years, 12, 31))


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error_and_never_ends_before_it_starts(text: str) -> None:
    reading = read_period(text)

    assert reading.start is None or reading.due is None or reading.start <= reading.due


HEAP = (
    "Q1|Q-3-4|2026|2027|t/m|en|-|,|week 20|mei|eind|30-11-2026|schooljaar|2026/2027|vanaf|voor|\n|2e kwartaal"
)


@given(st.lists(st.sampled_from(HEAP.split("|")), max_size=7))
def test_any_heap_of_plan_words_is_read_without_an_error(words: list[str]) -> None:
    reading = read_period(" ".join(words))

    assert reading.start is None or reading.due is None or reading.start <= reading.due
