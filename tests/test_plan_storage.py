"""What is kept of a plan and of when people may be spoken to: every public function of these modules is called here."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import ModuleType

import pytest

from programme.calendar import DAY, Break, Hours, Period
from programme.records import Activity, Membership, Person, Role, Stand
from storage import calendars, marks
from storage.database import Transaction
from storage.people import pauses, people
from storage.plan import plans, progress
from tests.reminders_region import BREAKS, REGION, add_break
from tests.several_owners import NOW, answer, the_milestone, uncalled

ZONE = "Europe/Amsterdam"


@pytest.mark.parametrize("module", [calendars, plans], ids=lambda one: one.__name__)
def test_every_public_function_is_called_here(module: ModuleType) -> None:
    assert uncalled(module, Path(__file__).read_text()) == []


def test_a_plan_is_read_region_by_region(tx: Transaction) -> None:
    plans.add_plan(tx, "plan-R", "R", "Activiteitenplan 2020–2024")
    seven = Activity(key="a7", region="R", number=7, title="Keuzevakken")
    plans.add_activity(tx, "plan-R", seven, words="alle woorden")
    assert [one.number for one in plans.activities(tx, "R")] == [7, 8]
    assert plans.vocabularies(tx, "R", date(2021, 12, 1))[0] == (seven, "alle woorden")
    assert plans.activity(tx, "R", "a7") == seven
    assert plans.activity(tx, "S", "a7") is None
    assert plans.milestone(tx, "S", "m1") is None
    assert [one.key for one in plans.milestones(tx, "R")] == ["m1"]
    assert plans.milestones(tx, "S") == []


def test_a_newer_plan_keeps_what_was_answered(tx: Transaction) -> None:
    answer(tx, Stand.DELAYED, 0, "trekker", date(2022, 2, 28))
    again = replace(the_milestone(tx), title="Drie keuzevakken", due=date(2021, 12, 20))
    plans.add_milestone(tx, "plan-R", again, written="kwartaal 4")
    found = the_milestone(tx)
    assert (found.title, found.due, found.stand) == ("Drie keuzevakken", date(2021, 12, 20), Stand.DELAYED)


def test_what_has_vanished_from_the_plan_is_not_asked_about(tx: Transaction) -> None:
    tx.run("UPDATE milestones SET vanished_at = 1 WHERE key = 'm1'")
    assert the_milestone(tx).closed
    assert plans.milestones(tx, "R") == []


def test_who_answers_for_a_milestone_and_who_is_reminded(tx: Transaction) -> None:
    who = ("trekker", "vervanger", "docent", "maan", "manager")
    assert [plans.position(tx, "R", "m1", one) for one in who] == [0, 0, 0, 1, None]
    assert plans.position(tx, "S", "m1", "trekker") is None
    assert [one.key for one in plans.owned_by(tx, "R", "maan")] == ["m1"]
    assert plans.owned_by(tx, "R", "manager") == []
    assert plans.owned_by_team(tx, "R", "maan") == {"m1"}
    assert plans.owned_by_team(tx, "S", "maan") == set()
    assert plans.reminded_for(tx, "m1") == ["maan", "trekker", "vervanger"]
    assert plans.lead_person(tx, "m1") == "trekker"
    assert set(plans.takers(tx, "R", "m1")) == {*who, "dubbel"}
    for one in ("trekker", "vervanger"):
        people.stop(tx, one, NOW)
    assert plans.lead_person(tx, "m1") is None
    assert plans.unattended(tx, "R") == []
    people.stop(tx, "maan", NOW)
    assert [one.key for one in plans.unattended(tx, "R")] == ["m1"]


def test_what_somebody_took_over_goes_back_to_its_team_in_their_own_region_only(tx: Transaction) -> None:
    progress.offer(tx, "o1", "R", "m1", "trekker", "docent", NOW)
    progress.settle_offer(tx, "o1", 0, True, NOW)
    plans.hand_back(tx, "S", "docent")
    assert plans.lead_person(tx, "m1") == "docent"
    plans.hand_back(tx, "R", "docent")
    assert plans.lead_person(tx, "m1") == "trekker"


def test_a_calendar_is_the_organisations_or_else_the_regions(tx: Transaction) -> None:
    assert calendars.calendar(tx, "R").breaks == BREAKS
    tx.insert("organisations", key="school", region="R", name="Het Lyceum")
    member = Membership(region="R", role=Role.TEACHER, organisation="school")
    teacher = Person(key="p", name="P", memberships=(member,))
    assert calendars.calendar_of(tx, "R", teacher).breaks == BREAKS
    own = {"first": "2022-02-19", "last": "2022-02-27"}
    tx.insert("breaks", region="R", organisation="school", name="Voorjaar", **own)
    assert [one.name for one in calendars.calendar_of(tx, "R", teacher).breaks] == ["Voorjaar"]
    assert calendars.calendar(tx, "R").breaks == BREAKS
    add_break(tx, REGION, replace(BREAKS[0], first=date(2021, 10, 16), last=date(2021, 10, 24)))
    assert len(calendars.calendar(tx, "R").breaks) == len(BREAKS) + 1


def test_new_holidays_are_derived_from_and_the_same_ones_change_nothing(tx: Transaction) -> None:
    new = Break(name="Zomer", first=date(2023, 7, 8), last=date(2023, 8, 20))
    for again in (True, False):
        marks.set_mark(tx, "derived:R", "2022-06-01")
        calendars.set_breaks(tx, "R", None, [new])
        assert calendars.calendar(tx, "R").breaks == (*BREAKS, new)
        assert (marks.mark(tx, "derived:R") == "") is again


def test_a_rhythm_holds_the_pauses_of_one_person(tx: Transaction) -> None:
    trekker = people.person(tx, "trekker")
    assert trekker is not None
    pauses.add(tx, "trekker", date(2021, 12, 20), date(2021, 12, 31))
    rhythm = calendars.rhythm(tx, ZONE, trekker, Hours())
    assert rhythm.pauses == (Period(first=date(2021, 12, 20), last=date(2021, 12, 31)),)
    assert (rhythm.at, rhythm.workdays) == (trekker.hour, trekker.workdays)


def test_a_moment_suits_a_person_in_the_hours_of_the_region_on_their_own_working_days(
    tx: Transaction,
) -> None:
    trekker = people.person(tx, "trekker")
    assert trekker is not None
    pauses.add(tx, "trekker", date(2021, 12, 8), date(2021, 12, 8))
    assert calendars.suits(tx, REGION, trekker, Hours(), NOW) == NOW
    evening = datetime(2021, 12, 7, 18, 30, tzinfo=UTC)
    assert calendars.suits(tx, REGION, trekker, Hours(), evening) == evening
    assert calendars.suits(tx, REGION, trekker, Hours(end=time(19, 0)), evening) == NOW + 2 * DAY
