"""Every class of error has what follows from it: again, once more, elsewhere, without its file, or a person decides."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import pytest

from handlers import dispatch
from jobs import outcomes, sender
from jobs.sender import (
    Forbidden,
    Gone,
    Refused,
    SendError,
    TooLarge,
    Uncertain,
    Unsent,
)
from programme.happenings import Happened
from programme.messages import Drawing, Urgency
from storage.chats import chats
from storage.database import Transaction
from tests.paced import MORNING, Paced

HOUR = 3600.0


@dataclass(frozen=True, kw_only=True)
class Doodle(Drawing):
    """A picture of nothing."""


def test_every_class_of_error_has_its_row() -> None:
    classes = {one for one in vars(sender).values() if isinstance(one, type) and issubclass(one, SendError)}
    assert classes - {SendError} <= set(outcomes.OUTCOMES)


def test_what_surely_did_not_arrive_goes_again_after_pauses_that_grow() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent() for _time in range(5)]
    world.say("p1")
    world.run(2 * HOUR)
    assert [round(at) for _name, at in world.screen.tried] == [0, 1, 6, 36, 156, 756]
    assert world.texts() == ["Hoi"]
    assert not world.screen.shown[0].repeat


def test_what_cannot_be_sent_for_a_week_is_given_up() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent() for _time in range(6000)]
    row = world.say("p1", urgency=Urgency.REPLY)
    world.run(180 * HOUR)
    assert world.row(row)[:2] == ("failed", "Unsent")
    assert 6 * 24 * HOUR < world.screen.tried[-1][1] <= 7 * 24 * HOUR


def test_an_answer_outlives_a_weekend_without_the_platform() -> None:
    world = Paced()
    row = world.say("p1", urgency=Urgency.REPLY)
    away = 60 * HOUR
    world.screen.moods["1"] = [Unsent() for _time in range(int(away / 120))]
    world.run(72 * HOUR)
    assert world.row(row)[0] == "sent"
    assert world.screen.shown[0].at < away + 300


def test_an_answer_is_there_soon_after_the_platform_is() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent() for _time in range(12)]
    world.say("p1", urgency=Urgency.REPLY)
    world.run(HOUR)
    tried = [at for _name, at in world.screen.tried]
    assert max(later - before for before, later in pairwise(tried)) <= 120


def test_what_lost_its_point_is_not_tried_again() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent() for _time in range(100)]
    row = world.say("p1", urgency=Urgency.REPLY, expires=MORNING + timedelta(seconds=20))
    world.run(HOUR)
    assert (world.row(row)[0], len(world.screen.tried)) == ("expired", 3)


@pytest.mark.parametrize(
    ("to", "urgency"), [("p1", Urgency.REPLY), ("p1", Urgency.REMINDER), ("-1", Urgency.REPLY)]
)
def test_what_perhaps_reached_a_person_is_sent_once_more_and_says_so(to: str, urgency: Urgency) -> None:
    world = Paced()
    world.screen.moods[to.removeprefix("p")] = [Uncertain()]
    world.say(to, urgency=urgency)
    world.run(HOUR)
    assert [(one.text, one.repeat) for one in world.screen.shown] == [("Hoi", True)]


def test_what_was_said_with_it_waits_for_what_is_sent_once_more() -> None:
    world = Paced()
    world.screen.moods["1"] = [Uncertain()]
    for part in ("een", "twee"):
        world.say("p1", part)
    world.run(20)
    assert world.texts() == ["een", "twee"]


def test_what_perhaps_arrived_twice_is_left() -> None:
    world = Paced()
    world.screen.moods["1"] = [Uncertain(), Uncertain()]
    row = world.say("p1")
    world.run(5 * HOUR)
    assert (world.row(row)[:2], len(world.screen.tried)) == (("uncertain", "Uncertain"), 2)


def test_a_change_that_perhaps_arrived_is_made_again() -> None:
    world = Paced()
    world.say("-1", "stand 1", Urgency.BROADCAST, subject="stand")
    world.run(5)
    world.screen.moods["-1"] = [Uncertain(), Uncertain()]
    world.say("-1", "stand 2", Urgency.BROADCAST, subject="stand")
    world.run(20)
    assert [(one.text, one.way) for one in world.screen.shown] == [("stand 1", "send"), ("stand 2", "edit")]


def test_a_person_who_is_gone_is_tried_once_and_the_manager_hears_once() -> None:
    world = Paced()
    world.write(lambda tx: tx.run("UPDATE memberships SET role = 'owner' WHERE person = 'p1'"))
    world.screen.moods["1"] = [Gone(Happened.BLOCKED) for _time in range(9)]
    rows = [world.say("p1", str(number)) for number in range(3)]
    world.run(HOUR)
    assert [world.row(row)[:2] for row in rows] == [("failed", "Gone"), *[("failed", "NoChat")] * 2]
    assert len(world.screen.tried) == 1
    told = [one.text for one in world.page.shown if "Docent 1" in one.text]
    assert len(told) == 1


def test_a_person_who_is_gone_here_is_told_where_they_still_are() -> None:
    world = Paced()
    world.write(lambda tx: chats.belongs_to(tx, _chat(tx, "page of p1"), "p1"))
    world.write(lambda tx: tx.run("UPDATE chats SET seen_at = seen_at + 99999999 WHERE address = '1'"))
    world.screen.moods["1"] = [Gone(Happened.BLOCKED)]
    world.say("p1")
    world.run()
    assert [one.text for one in world.page.shown if one.address == "page of p1"] == ["Hoi"]


def _chat(tx: Transaction, address: str) -> str:
    return chats.arrive(tx, "local", address, "private", "", MORNING).key


def test_what_waits_for_a_group_that_is_gone_is_not_tried() -> None:
    world = Paced()
    world.screen.moods["-1"] = [Gone(Happened.REMOVED)]
    rows = [world.say("-1", str(number), Urgency.BROADCAST) for number in range(2)]
    world.run(10)
    rows.append(world.say("-1", "later", Urgency.BROADCAST))
    world.run(10)
    assert [world.row(row)[:2] for row in rows] == [("failed", "Gone"), ("expired", None), ("failed", "Gone")]
    assert len(world.screen.tried) == 1


def test_what_goes_to_a_topic_that_is_closed_goes_to_its_group() -> None:
    world = Paced()
    world.screen.moods["-1"] = [Gone(Happened.TOPIC_CLOSED)]
    world.say("-1/7", "weekbericht", Urgency.BROADCAST)
    world.run(10)
    assert [(one.address, one.text) for one in world.screen.shown] == [("-1", "weekbericht")]


@pytest.mark.parametrize(("aloud", "shown"), [(True, ["een", "twee"]), (False, ["een"])])
def test_a_change_to_a_message_that_is_no_more_is_a_new_message_if_it_is_worth_that(
    aloud: bool, shown: list[str]
) -> None:
    world = Paced()
    row = world.say("p1", "een", subject="stand")
    world.run(5)
    world.screen.moods["1"] = [Gone()]
    world.say("p1", "twee", subject="stand", aloud=aloud)
    world.run(20)
    assert (world.texts(), world.row(row)[0]) == (shown, "sent")
    assert {one.way for one in world.screen.shown} == {"send"}


def test_where_the_bot_may_not_write_the_message_fails_and_the_manager_hears() -> None:
    world = Paced()
    world.screen.moods["-1"] = [Forbidden()]
    row = world.say("-1", "weekbericht", Urgency.BROADCAST)
    world.run(HOUR)
    assert world.row(row)[:2] == ("failed", "Forbidden")
    assert [one.text for one in world.page.shown if "Groep -1" in one.text]


@pytest.mark.parametrize(
    ("drawing", "ends"), [(Doodle(), ("sent", "TooLarge")), (None, ("failed", "TooLarge"))]
)
def test_what_is_too_large_arrives_without_its_file(drawing: Drawing | None, ends: tuple[str, str]) -> None:
    world = Paced()
    world.screen.moods["-1"] = [TooLarge()]
    row = world.say("-1", "weekbericht", Urgency.BROADCAST, drawing=drawing)
    world.run(10)
    assert world.row(row)[:2] == ends
    assert world.texts() == (["weekbericht"] if drawing else [])


def test_what_is_refused_is_not_sent_again_and_holds_nothing_back() -> None:
    world = Paced()
    world.screen.moods["1"] = [Refused()]
    row = world.say("p1", "een")
    world.say("p1", "twee")
    world.run(10)
    assert (world.row(row)[:2], world.texts()) == (("failed", "Refused"), ["twee"])


def test_a_fault_in_telling_people_holds_no_message_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_what: object) -> None:
        raise KeyError("bug in a handler")

    monkeypatch.setattr(dispatch, "happened", fails)
    world = Paced()
    world.screen.moods["1"] = [Gone(Happened.BLOCKED)]
    row = world.say("p1")
    world.say("p2")
    world.run(5)
    assert (world.row(row)[:2], world.texts()) == (("failed", "Gone"), ["Hoi"])


@pytest.mark.parametrize("wait", [timedelta(0), timedelta(seconds=4), None])
def test_an_answer_to_a_press_that_is_refused_is_not_tried_without_end(wait: timedelta | None) -> None:
    world = Paced()
    world.screen.moods["toast"] = [Unsent(wait)] * 99
    world.say("-1", "tik", Urgency.TOAST, answers="1", expires=MORNING + timedelta(seconds=10))
    world.run(60)
    assert len(world.screen.tried) <= 3


def test_a_refusal_that_names_no_time_waits_all_the_same() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent(timedelta(0))] * 3
    world.say("p1")
    world.run(60)
    assert [round(at) for _name, at in world.screen.tried] == [0, 1, 6, 36]


@pytest.mark.parametrize("drawing", [Doodle(), None])
def test_where_only_files_are_not_allowed_the_words_arrive_and_nobody_is_alarmed(
    drawing: Drawing | None,
) -> None:
    world = Paced()
    world.screen.moods["-1"] = [Forbidden()]
    world.say("-1", "weekbericht", Urgency.BROADCAST, drawing=drawing)
    world.run(HOUR)
    lost = world.store.read(lambda tx: tx.value("SELECT lost FROM chats WHERE address = '-1'"))
    assert (world.texts(), lost) == ((["weekbericht"], "") if drawing else ([], "silenced"))
