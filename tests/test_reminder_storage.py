"""What is kept for reminders: every public function of these modules is called here."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from programme.calendar import DAY
from programme.messages import Address, Outgoing
from programme.records import Offer, OwnerAnswer, Stand
from storage import marks, occurrences, silence
from storage.database import Transaction
from storage.messages import outbox
from storage.occurrences import Occurrence
from storage.people import people
from storage.plan import plan_owners, plans, progress
from tests.several_owners import NOW, answer, the_milestone, uncalled

NEW = date(2022, 2, 28)
ZONE = "Europe/Amsterdam"
DUE = Occurrence(region="R", rule="before", item="m1", person="trekker", day=date(2021, 12, 7), at=NOW)


@pytest.mark.parametrize("module", [marks, occurrences, progress, silence], ids=lambda one: one.__name__)
def test_every_public_function_is_called_here(module: ModuleType) -> None:
    assert uncalled(module, Path(__file__).read_text()) == []


def test_only_the_leads_done_closes_a_milestone(tx: Transaction) -> None:
    answer(tx, Stand.DONE, 1, "maan")
    assert not the_milestone(tx).closed
    assert progress.finished(tx, "m1", 1)
    assert not progress.finished(tx, "m1", 0)
    answer(tx, Stand.DONE, 0, "trekker")
    assert the_milestone(tx).closed
    assert [one.stand for one in progress.answers(tx, "R", "m1")] == [Stand.DONE, Stand.DONE]


def test_an_answer_keeps_its_reason_and_the_planned_date_stays(tx: Transaction) -> None:
    before = progress.mark(tx)
    answer(tx, Stand.DELAYED, 0, "trekker", date(2022, 2, 28))
    said = progress.answers(tx, "R", "m1")[0]
    assert (said.owner, said.by, said.reason, said.catch_up) == (
        "Team Zon",
        "Trekker Zon",
        "De machines",
        False,
    )
    assert said.entry == progress.mark(tx) > before
    milestone = the_milestone(tx)
    assert (milestone.due, milestone.forecast) == (date(2021, 12, 14), date(2022, 2, 28))


def test_an_answer_of_another_keeps_the_new_date_and_who_put_it_off(tx: Transaction) -> None:
    progress.put_off(tx, "m1", "trekker", date(2021, 12, 20))
    progress.put_off(tx, "m1", "trekker", date(2021, 12, 21))
    tx.insert("history", region="R", at=0, what="Answered", record="{}")
    said = OwnerAnswer(position=0, owner="", stand=Stand.DELAYED, forecast=NEW, by="vervanger", at=NOW)
    progress.answer(tx, "m1", 0, said, "", None)
    assert progress.put_off_until(tx, "m1", "trekker") == date(2021, 12, 21)
    answer(tx, Stand.ON_TRACK, 0, "trekker")
    assert progress.put_off_until(tx, "m1", "trekker") is None
    assert the_milestone(tx).forecast == NEW


@pytest.mark.parametrize("accepted", [True, False])
def test_an_offer_is_settled_once_and_only_a_yes_changes_the_owner(tx: Transaction, accepted: bool) -> None:
    progress.offer(tx, "o1", "R", "m1", "trekker", "docent", NOW)
    assert progress.offered(tx, "R", "o1") == Offer(milestone="m1", giver="trekker", taker="docent")
    assert progress.offered(tx, "S", "o1") is None
    progress.settle_offer(tx, "o1", 0, accepted, NOW)
    assert progress.offered(tx, "R", "o1") is None
    assert plans.position(tx, "R", "m1", "docent") == 0
    assert plans.position(tx, "R", "m1", "trekker") == (None if accepted else 0)
    assert plans.lead_person(tx, "m1") == ("docent" if accepted else "trekker")
    plan_owners.name_owners(tx, "R", "m1", ["Team Zon", "Team Maan"])
    assert plans.lead_person(tx, "m1") == ("docent" if accepted else "trekker"), "an import leaves it so"


def test_somebody_watches_since_the_form_changed_last(tx: Transaction) -> None:
    first, later = date(2021, 12, 1), date(2021, 12, 5)
    assert progress.watching_since(tx, "m1", "trekker", "a", first) == first
    assert progress.watching_since(tx, "m1", "trekker", "a", later) == first
    assert progress.watching_since(tx, "m1", "trekker", "b", later) == later


def test_silence_counts_what_was_said_and_any_report(tx: Transaction) -> None:
    late = replace(DUE, day=date(2021, 12, 14), at=NOW + 7 * DAY)
    occurrences.derive(tx, "m1", [DUE, late, replace(DUE, rule="silence")])
    occurrences.claim(tx, DUE, NOW)
    occurrences.claim(tx, replace(DUE, rule="silence"), NOW)
    assert silence.asked_on(tx, "m1", "trekker", ZONE, after=NOW, most=2) == (date(2021, 12, 7),)
    assert silence.reported_on(tx, "m1", ZONE) == ()
    assert silence.heard_of(tx, "trekker", NOW + DAY) == frozenset()
    overdue = replace(DUE, rule="late")
    occurrences.derive(tx, "m1", [overdue])
    occurrences.claim(tx, overdue, NOW)
    assert silence.heard_of(tx, "trekker", NOW) == {"m1"}
    assert silence.asked_on(tx, "m1", "trekker", ZONE, after=NOW + DAY, most=2) == ()
    answer(tx, Stand.DONE, 1, "maan")
    assert silence.reported_on(tx, "m1", ZONE) == (date(2021, 12, 7),)


def test_who_was_asked_first_is_told_for_whoever_is_still_reminded(tx: Transaction) -> None:
    again = replace(DUE, day=date(2021, 12, 14), at=NOW + 7 * DAY)
    others = [replace(DUE, person=person) for person in ("maan", "docent")]
    told_on = replace(DUE, rule="silence", person="vervanger")
    occurrences.derive(tx, "m1", [DUE, again, told_on, *others])
    for one in (DUE, told_on, *others):
        occurrences.claim(tx, one, NOW)
    occurrences.claim(tx, again, NOW + 7 * DAY)
    asked = {"maan": date(2021, 12, 7), "trekker": date(2021, 12, 7)}
    assert silence.first_asked(tx, {"m1": NOW}, ZONE) == {"m1": asked}, "a member of a team is not reminded"
    assert silence.first_asked(tx, {"m1": NOW + DAY}, ZONE) == {"m1": {"trekker": date(2021, 12, 14)}}
    assert silence.first_asked(tx, {"m1": NOW + 8 * DAY}, ZONE) == {"m1": {}}
    assert silence.first_asked(tx, {}, ZONE) == {}


def test_the_leads_deputy_and_coordinator_hear_but_not_who_was_asked(tx: Transaction) -> None:
    assert silence.colleagues(tx, "m1", "trekker") == ["vervanger"]
    assert silence.colleagues(tx, "m1", "docent") == ["vervanger", "trekker"]
    people.stop(tx, "vervanger", NOW)
    assert silence.colleagues(tx, "m1", "trekker") == []


def test_a_reminder_is_said_once_a_day(tx: Transaction) -> None:
    assert not silence.reminded(tx, "trekker", "reminder:2021-12-07")
    message = Outgoing(text="…", to=Address(person="trekker"), subject="reminder:2021-12-07")
    outbox.say(tx, message, asked_in=None, region="R", now=NOW)
    assert silence.reminded(tx, "trekker", "reminder:2021-12-07")
    assert not silence.reminded(tx, "trekker", "reminder:2021-12-08")
    assert not silence.reminded(tx, "vervanger", "reminder:2021-12-07")


def test_what_is_claimed_together_is_claimed_once(tx: Transaction) -> None:
    other, never = replace(DUE, person="vervanger"), replace(DUE, person="maan")
    occurrences.derive(tx, "m1", [DUE, other])
    occurrences.claim(tx, other, NOW, "expired")
    assert occurrences.claim_all(tx, [never, other, DUE], NOW) == [DUE]
    assert occurrences.claim_all(tx, [never, other, DUE], NOW) == []
    assert silence.asked_on(tx, "m1", "trekker", ZONE, after=NOW, most=2) == (date(2021, 12, 7),)


def test_deriving_adds_what_is_missing_and_never_touches_what_was_said(tx: Transaction) -> None:
    other = replace(DUE, person="vervanger")
    occurrences.derive(tx, "m1", [DUE, other])
    assert occurrences.claim(tx, DUE, NOW)
    assert not occurrences.claim(tx, DUE, NOW), "only once"
    occurrences.derive(tx, "m1", [DUE, replace(other, at=NOW + DAY)])
    assert [(one.person, one.at) for one in occurrences.pending(tx, "m1")] == [("vervanger", NOW + DAY)]
    occurrences.derive(tx, "m1", [], rule="no such rule")
    assert occurrences.pending(tx, "m1")
    occurrences.derive(tx, "m1", [])
    assert occurrences.pending(tx, "m1") == []


def test_what_is_due_comes_in_order_and_can_be_put_off(tx: Transaction) -> None:
    later = replace(DUE, person="vervanger", at=NOW + timedelta(hours=1))
    occurrences.derive(tx, "m1", [later, DUE])
    assert occurrences.due(tx, NOW - timedelta(seconds=1)) == []
    assert occurrences.due(tx, NOW + DAY) == [DUE, later]
    occurrences.put_off(tx, DUE, NOW + 2 * DAY)
    assert occurrences.next_due(tx) == later.at
    assert occurrences.coming(tx, "trekker", NOW, NOW + 3 * DAY) == {"m1": NOW + 2 * DAY}
    assert occurrences.coming(tx, "trekker", NOW + 2 * DAY, NOW + 3 * DAY) == {}
    occurrences.put_off(tx, later, None)
    assert occurrences.next_due(tx) == NOW + 2 * DAY
    occurrences.withdraw(tx, "trekker")
    assert occurrences.next_due(tx) is None


def test_what_is_stale_is_taken_once(tx: Transaction) -> None:
    occurrences.take_stale(tx, "R")
    occurrences.mark_stale(tx, "R", "m1")
    occurrences.mark_stale(tx, "R", "m1")
    assert occurrences.any_stale(tx, "R") and not occurrences.any_stale(tx, "elsewhere")
    assert occurrences.take_stale(tx, "R") == ["m1"]
    assert occurrences.take_stale(tx, "R") == []


def test_marks_outlive_what_set_them(tx: Transaction) -> None:
    assert marks.mark(tx, "a") is None
    marks.set_mark(tx, "a", "1")
    marks.set_mark(tx, "a", "2")
    assert marks.mark(tx, "a") == "2"
    assert marks.day(tx, "day") is None
    marks.set_day(tx, "day", date(2021, 12, 7))
    assert marks.day(tx, "day") == date(2021, 12, 7)
    assert marks.latest_moment(tx, "clock") is None
    marks.set_moment(tx, "clock", NOW)
    assert marks.latest_moment(tx, "clock") == NOW
