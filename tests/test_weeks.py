"""What a week counts, and what it never does."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from programme import events
from programme.meetings import Meeting
from programme.records import Milestone, Stand, UpdateKind
from programme.summary import Summary, plan_counts
from programme.updates import Details
from programme.week import Coming, ComingKind, IndicatorStand, OutcomeCounts, PlanCounts
from storage import updates, weeks
from storage.database import MemoryStore, Transaction
from storage.events import apply
from storage.plan import meetings
from tests.week_region import REGION, START, report, seed

UNTIL = START + timedelta(days=3)
HOUR = timedelta(hours=1)


@pytest.fixture
def tx() -> Transaction:
    store = MemoryStore()
    store.write(seed).result()
    return store.read(lambda tx: tx)


def week(tx: Transaction, subregion: str | None = None, until: datetime = UNTIL) -> Summary:
    return weeks.summary(tx, REGION, subregion, START, until)


def answer(tx: Transaction, milestone: str, stand: Stand, at: datetime, position: int = 0) -> None:
    said = events.Answered(
        region=REGION.key, person="manager", milestone=milestone, position=position, stand=stand
    )
    apply(tx, [said], at)


def test_a_milestone_counts_where_it_stands_by_the_plans_own_date(tx: Transaction) -> None:
    assert week(tx).week.plan == PlanCounts(
        done=1, on_track=3, late_with_date=1, late_without_date=1, silent=1
    )


@pytest.mark.parametrize(
    ("due", "forecast", "late"),
    [
        (date(2026, 6, 17), None, (0, 1)),
        (date(2026, 6, 18), None, (0, 0)),
        (date(2026, 6, 17), date(2026, 6, 18), (1, 0)),
        (date(2026, 6, 16), date(2026, 6, 17), (0, 1)),
        (date(2026, 6, 20), date(2026, 6, 1), (0, 0)),
        (None, date(2026, 6, 1), (0, 0)),
    ],
)
def test_late_is_past_the_plan_and_a_new_date_is_counted_apart(
    due: date | None, forecast: date | None, late: tuple[int, int]
) -> None:
    one = Milestone(key="m", region="R", activity="a", title="", due=due, forecast=forecast)
    today = date(2026, 6, 18)
    counts = plan_counts([one], today, 0, ())
    assert (counts.late_with_date, counts.late_without_date) == late
    assert plan_counts([replace(one, stand=Stand.DONE)], today, 0, ()).late == 0


def test_a_new_date_that_has_passed_as_well_is_no_news(tx: Transaction) -> None:
    plan = week(tx, until=datetime(2021, 12, 21, 12, tzinfo=UTC)).week.plan
    assert (plan.late_with_date, plan.late_without_date) == (0, 4)


def test_a_late_milestone_of_which_somebody_spoke_since_has_news_though_no_new_date(tx: Transaction) -> None:
    answer(tx, "m6", Stand.ON_TRACK, datetime(2021, 10, 20, tzinfo=UTC))
    assert (week(tx).week.plan.late_without_date, week(tx).week.plan.silent) == (1, 1)
    answer(tx, "m6", Stand.ON_TRACK, START)
    assert (week(tx).week.plan.late_without_date, week(tx).week.plan.silent) == (1, 0)


def test_a_cancelled_milestone_does_not_count(tx: Transaction) -> None:
    answer(tx, "m6", Stand.CANCELLED, START)
    assert week(tx).week.plan.total == 5


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ([(Stand.DONE, HOUR, 0)], 1),
        ([(Stand.DONE, -HOUR, 0)], 0),
        ([(Stand.DONE, -HOUR, 0), (Stand.DONE, HOUR, 0)], 0),
        ([(Stand.DONE, -HOUR, 0), (Stand.ON_TRACK, HOUR, 0), (Stand.DONE, 2 * HOUR, 0)], 1),
        ([(Stand.DONE, HOUR, 0), (Stand.ON_TRACK, 2 * HOUR, 0)], 0),
        ([(Stand.DONE, -HOUR, 1), (Stand.DONE, HOUR, 0)], 1),
        ([(Stand.DONE, HOUR, 1)], 0),
        ([(Stand.DONE, HOUR, 0), (Stand.CANCELLED, 2 * HOUR, 1)], 1),
    ],
    ids=[
        "new",
        "old",
        "said twice",
        "open in between",
        "opened again",
        "lead said it last",
        "not the lead",
        "another owner's part is cancelled",
    ],
)
def test_what_was_done_since_the_previous_summary_is_told_once(
    tx: Transaction, said: list[tuple[Stand, timedelta, int]], new: int
) -> None:
    for stand, after, position in said:
        answer(tx, "m2", stand, START + after, position)
    summary = week(tx)
    assert summary.week.plan.newly_done == new
    assert summary.done == ("Leskist voor het basisonderwijs",) * new


def test_outcomes_are_counted_together_and_nothing_else_is(tx: Transaction) -> None:
    report(tx, "u1", START, details=Details(pupils=26, teachers=2, companies=1, schools=3))
    report(tx, "u2", START + HOUR, person="colleague", details=Details(pupils=4))
    report(tx, "u3", START, kind=UpdateKind.CONTRIBUTION, details=Details(hours=8, pupils=100))
    report(tx, "u4", START - HOUR, details=Details(pupils=100))
    report(tx, "u5", UNTIL, details=Details(pupils=100))
    report(tx, "u6", START, details=Details(pupils=100))
    updates.withdraw(tx, REGION.key, "u6", START)
    assert week(tx).week.reported == OutcomeCounts(outcomes=2, pupils=30, teachers=2, companies=1, schools=3)


def test_an_outcome_that_is_changed_after_its_summary_is_not_told_again(tx: Transaction) -> None:
    report(tx, "u1", START - HOUR, shared=True, details=Details(pupils=26, success="Mooi"))
    report(tx, "u1", START + HOUR, shared=True, details=Details(pupils=27, success="Prachtig"))
    summary = week(tx)
    assert (summary.week.reported.outcomes, summary.success, summary.news) == (0, "", False)
    earlier = weeks.summary(tx, REGION, None, START - timedelta(days=7), START)
    assert (earlier.week.reported.pupils, earlier.success) == (27, "Prachtig")


def test_a_figure_that_was_merged_counts_once_over_the_weeks(tx: Transaction) -> None:
    report(tx, "early", START - HOUR, details=Details(pupils=26))
    report(tx, "double", START + HOUR, details=Details(pupils=26))
    tx.run("UPDATE updates SET merged_into = 'double' WHERE key = 'early'")
    assert week(tx).week.reported.outcomes == 0
    tx.run("UPDATE updates SET merged_into = NULL WHERE key = 'early'")
    tx.run("UPDATE updates SET merged_into = 'early' WHERE key = 'double'")
    assert week(tx).week.reported.outcomes == 0


def test_a_subregion_tells_its_own_outcomes_and_the_shared_milestones(tx: Transaction) -> None:
    report(tx, "u1", START, person="teacher", details=Details(pupils=1))
    report(tx, "u2", START, person="colleague", details=Details(pupils=10))
    report(tx, "u3", START, person="manager", details=Details(pupils=100))
    north, south, region = week(tx, "north"), week(tx, "south"), week(tx)
    assert [one.week.reported.pupils for one in (north, south, region)] == [10, 1, 111]
    assert north.week.plan == region.week.plan
    assert north.week.region == "Regio Vechtdal, Noord"


def test_a_team_puts_somebody_without_an_organisation_in_its_subregion(tx: Transaction) -> None:
    tx.run("UPDATE teams SET subregion = 'south'")
    tx.run("UPDATE memberships SET team = 't1' WHERE person = 'manager'")
    report(tx, "u1", START, person="manager", details=Details(pupils=5))
    assert week(tx, "south").week.reported.pupils == 5


def test_only_what_was_shared_is_quoted_the_last_of_it(tx: Transaction) -> None:
    report(tx, "u1", START, shared=True, details=Details(success="Mooi", obstacle="Te kort"))
    report(tx, "u2", START + HOUR, shared=True, details=Details(success="Prachtig"))
    report(tx, "u3", START + 2 * HOUR, details=Details(success="Geheim", obstacle="Geheim"))
    summary = week(tx)
    assert (summary.success, summary.obstacle) == ("Prachtig", "Te kort")


def test_the_weeks_ahead_hold_open_milestones_by_expected_date_and_meetings(tx: Transaction) -> None:
    near = date(2021, 12, 9)
    for key, day in (("w2", near), ("w3", date(2021, 12, 1)), ("w4", date(2021, 12, 31))):
        meetings.plan(tx, Meeting(key=key, region=REGION.key, name="Stuurgroep", day=day))
    milestone, meeting = ComingKind.MILESTONE, ComingKind.MEETING
    assert week(tx).week.coming == (
        Coming(day=near, kind=meeting, title="Stuurgroep"),
        Coming(day=date(2021, 12, 10), kind=milestone),  # its title names a company
        Coming(day=date(2021, 12, 15), kind=milestone, title="Leskist voor het basisonderwijs"),
        Coming(day=date(2021, 12, 20), kind=milestone, title="Nulmeting"),
    )


def test_a_meeting_is_kept_once_for_each_day_and_can_be_dropped(tx: Transaction) -> None:
    day = date(2021, 12, 9)
    for key, at in (("w2", None), ("w3", time(15))):
        meetings.plan(tx, Meeting(key=key, region=REGION.key, name="Stuurgroep", day=day, at=at))
    (kept,) = meetings.coming(tx, REGION.key, day)
    assert (kept.key, kept.at) == ("w2", time(15))
    meetings.drop(tx, "elsewhere", "w2")
    assert meetings.meeting(tx, REGION.key, "w2") == kept
    meetings.drop(tx, REGION.key, "w2")
    assert meetings.coming(tx, REGION.key, day) == []
    assert meetings.names(tx, REGION.key) == ["Stuurgroep"]


def test_the_picture_shows_each_indicator_beside_its_target(tx: Transaction) -> None:
    first = week(tx).week.indicators[0]
    assert first == IndicatorStand(name="Uitstroom naar technisch mbo", value=None, target=180)


def test_only_delivered_and_confirmed_contributions_of_this_year_are_added_up(tx: Transaction) -> None:
    def gave(key: str, at: datetime, details: Details, *, confirmed: bool = True, dated: bool = True) -> None:
        report(tx, key, at, kind=UpdateKind.CONTRIBUTION, details=details, dated=dated)
        if confirmed:
            updates.confirm(tx, REGION.key, key, "manager", at)

    assert week(tx).given == Details()
    gave("g1", START, Details(hours=10))
    gave("g2", START + HOUR, Details(hours=2.5, euros=500))
    gave("g3", START + HOUR, Details(hours=40), confirmed=False)
    gave("g4", START + HOUR, Details(hours=40, delivered=False))
    gave("g5", START - timedelta(days=400), Details(hours=40))
    gave("g6", START + HOUR, Details(euros=40))
    updates.withdraw(tx, REGION.key, "g6", START + HOUR)
    gave("g7", START + HOUR, Details(hours=1), dated=False)
    gave("g8", START - timedelta(days=400), Details(hours=40), dated=False)
    assert week(tx).given == Details(hours=13.5, euros=500)
