"""Nobody is told on who was not asked, who answered, or who was away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import DAY, Break, Calendar, Period, Rhythm
from programme.silence import Patience, Silence, coordinator_hears_on, manager_hears_on
from tests.times import calendars, days, rhythms, steady

PATIENCE = Patience()
DUE = date(2021, 12, 14)
FOUR = (date(2021, 11, 16), date(2021, 11, 30), date(2021, 12, 7), DUE)
AUTUMN = Period(first=date(2021, 11, 29), last=date(2021, 12, 10))
CHRISTMAS = Break(name="Kerstvakantie", first=date(2021, 12, 18), last=date(2022, 1, 2))


@pytest.mark.parametrize(
    ("reminders", "answers", "hears", "why"),
    [
        (FOUR, (), date(2021, 12, 7), "two unanswered long ago: a week before the due date"),
        (FOUR[:1], (), None, "one unanswered reminder is none"),
        (FOUR[2:], (), date(2021, 12, 16), "two in the last week: two working days after the second"),
        (FOUR, (date(2021, 12, 1),), date(2021, 12, 16), "an answer begins the count anew"),
        (FOUR, (date(2021, 11, 30),), date(2021, 12, 16), "an answer on the day of a reminder is one to it"),
        (FOUR, (DUE,), None, "all answered"),
        (FOUR[::-1], (), date(2021, 12, 7), "in whatever order they come"),
    ],
)
def test_the_coordinator_hears_after_two_unanswered_reminders_from_a_week_before(
    reminders: tuple[date, ...], answers: tuple[date, ...], hears: date | None, why: str
) -> None:
    silence = Silence(due=DUE, reminders=reminders, answers=answers)
    assert coordinator_hears_on(silence, PATIENCE, Calendar(), Rhythm()) == hears, why


@pytest.mark.parametrize(
    ("later", "hears", "why"),
    [
        (
            date(2021, 12, 3),
            date(2021, 12, 7),
            "it was asked again and had its two days before the week began",
        ),
        (date(2021, 12, 6), date(2021, 12, 8), "two working days after the day that they named"),
        (date(2021, 12, 10), date(2021, 12, 14), "a weekend stops the count"),
        (date(2022, 1, 10), date(2022, 1, 12), "far ahead: the colleague waits with them"),
        (date(2021, 11, 20), date(2021, 12, 7), "long gone by: it counts no more"),
    ],
)
def test_who_said_later_has_until_then_before_the_coordinator_hears(
    later: date, hears: date, why: str
) -> None:
    silence = Silence(due=DUE, reminders=FOUR, later=later)
    assert coordinator_hears_on(silence, PATIENCE, Calendar(), Rhythm()) == hears, why


def test_however_often_it_is_put_off_the_programme_manager_hears() -> None:
    silence = Silence(due=DUE, reminders=FOUR, later=date(2022, 1, 31))
    assert manager_hears_on(silence, PATIENCE, Calendar(), Rhythm()) == date(2021, 12, 30)


@pytest.mark.parametrize(
    ("answers", "hears", "why"),
    [
        ((), date(2021, 12, 30), "fourteen days late, both days of Christmas not counted"),
        ((date(2021, 12, 13),), date(2021, 12, 30), "an answer before the due date changes nothing"),
        ((date(2021, 12, 16),), None, "answered after the last reminder"),
    ],
)
def test_the_programme_manager_hears_after_fourteen_days_late(
    answers: tuple[date, ...], hears: date | None, why: str
) -> None:
    silence = Silence(due=DUE, reminders=FOUR, answers=answers)
    assert manager_hears_on(silence, PATIENCE, Calendar(), Rhythm()) == hears, why


def test_a_report_on_what_is_late_begins_the_fourteen_days_anew() -> None:
    silence = Silence(due=date(2022, 1, 31), reminders=(date(2022, 2, 14),), answers=(date(2022, 2, 8),))
    assert manager_hears_on(silence, PATIENCE, Calendar(), Rhythm()) == date(2022, 2, 22)


def test_holidays_and_pauses_stop_the_count() -> None:
    silence = Silence(due=DUE, reminders=FOUR)
    away = Rhythm(pauses=(AUTUMN,))
    assert coordinator_hears_on(silence, PATIENCE, Calendar(), away) == date(2021, 12, 14)
    in_holiday = Calendar(breaks=(CHRISTMAS,))
    assert manager_hears_on(silence, PATIENCE, in_holiday, Rhythm()) == date(2022, 1, 13)
    gone = Rhythm(pauses=(Period(first=date(2021, 12, 6), last=date.max),))
    assert coordinator_hears_on(silence, PATIENCE, Calendar(), gone) is None
    assert manager_hears_on(silence, PATIENCE, Calendar(), gone) is None


def test_a_milestone_without_a_date_is_told_to_nobody() -> None:
    silence = Silence(due=None, reminders=FOUR)
    assert coordinator_hears_on(silence, PATIENCE, Calendar(), Rhythm()) is None
    assert manager_hears_on(silence, PATIENCE, Calendar(), Rhythm()) is None


def test_who_was_never_asked_is_not_told_on() -> None:
    imported_late = Silence(due=date(2020, 12, 31), reminders=())
    assert manager_hears_on(imported_late, PATIENCE, Calendar(), Rhythm()) is None
    asked_once = Silence(due=date(2020, 12, 31), reminders=(DUE,))
    assert manager_hears_on(asked_once, PATIENCE, Calendar(), Rhythm()) == DUE + 2 * DAY


gaps = st.lists(st.integers(-40, 60), max_size=6)


@steady
@given(days(), gaps, gaps, calendars(), rhythms())
def test_silence_is_told_on_a_working_day_after_the_reminders_and_not_early(
    due: date, reminders: list[int], answers: list[int], calendar: Calendar, rhythm: Rhythm
) -> None:
    said = tuple(due + gap * DAY for gap in reminders)
    silence = Silence(due=due, reminders=said, answers=tuple(due + gap * DAY for gap in answers))
    coordinator = coordinator_hears_on(silence, PATIENCE, calendar, rhythm)
    manager = manager_hears_on(silence, PATIENCE, calendar, rhythm)
    for hears, early, asked in ((coordinator, due - timedelta(days=7), 2), (manager, due + 14 * DAY, 1)):
        if hears is None:
            assert len(silence.waiting()) < asked
        else:
            assert calendar.working_day(hears, rhythm)
            assert hears >= early
            assert sum(day < hears for day in silence.waiting()) >= asked


@steady
@given(days(), calendars(), rhythms(), st.integers(0, 60), st.integers(0, 60))
def test_a_pause_never_brings_the_telling_forward(
    due: date, calendar: Calendar, rhythm: Rhythm, before: int, length: int
) -> None:
    silence = Silence(due=due, reminders=(due - 14 * DAY, due - 7 * DAY))
    first = due - before * DAY
    pause = Period(first=first, last=first + length * DAY)
    away = Rhythm(workdays=rhythm.workdays, pauses=(*rhythm.pauses, pause))
    for hears_on in (coordinator_hears_on, manager_hears_on):
        usual, later = (hears_on(silence, PATIENCE, calendar, each) for each in (rhythm, away))
        assert usual is not None
        assert later is not None
        assert later >= usual
