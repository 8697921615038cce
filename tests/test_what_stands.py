"""What was shown is changed where it stands and nowhere else: elsewhere its receipt means another message, or none."""

from collections.abc import Sequence

import pytest

from jobs.sender import Gone, SendError, Uncertain
from programme.happenings import Happened
from programme.messages import Outgoing, Urgency
from programme.text import _
from storage.chats import chat_changes, chats
from storage.database import Transaction
from storage.messages import doubts, outbox
from tests.paced import Paced, Shown
from tests.region import REGION


def two_places() -> Paced:
    """A person was told something on one platform, and was seen on another since."""
    world = Paced()
    world.say("p1", "stand 1", Urgency.REPLY, subject="stand")
    world.run(5)

    def seen(tx: Transaction) -> None:
        page = chats.arrive(tx, "local", "1", "private", "", world.clock.at)
        chats.belongs_to(tx, page.key, "p1")

    world.write(seen)
    return world


def ways(shown: Sequence[Shown]) -> list[tuple[str, str]]:
    return [(one.text, one.way) for one in shown]


def test_a_message_is_changed_where_it_stands() -> None:
    world = two_places()
    world.say("p1", "stand 2", Urgency.REPLY, subject="stand")
    world.run(5)
    assert ways(world.screen.shown) == [("stand 1", "send"), ("stand 2", "edit")]
    assert ways(world.page.shown) == []


def test_what_is_said_anew_goes_where_its_reader_was_seen_last() -> None:
    world = two_places()
    world.say("p1", "iets anders", Urgency.REPLY)
    world.run(5)
    assert ways(world.page.shown) == [("iets anders", "send")]


@pytest.mark.parametrize("known", [True, False])
def test_what_changes_where_its_reader_is_no_more_is_said_where_they_are(known: bool) -> None:
    world = two_places()
    if known:
        chat = world.chat("1")
        world.write(lambda tx: chat_changes.lose(tx, chat, Happened.BLOCKED, world.clock.at))
    world.screen.moods["1"] = [Gone(Happened.BLOCKED)]
    world.say("p1", "stand 2", Urgency.REPLY, subject="stand")
    world.run(5)
    assert ways(world.page.shown) == [("stand 2", "send")]


@pytest.mark.parametrize("error", [Uncertain(), Gone(Happened.REMOVED)])
def test_what_is_over_is_not_said_anew_because_somebody_chose_under_it(error: SendError) -> None:
    """Who presses a button under a message of which nobody knew whether it is there has shown that it is."""
    world = Paced()
    world.screen.moods["-1"] = [error]
    row = world.say("-1", "Wie komt?", Urgency.BROADCAST)
    world.run(20)
    world.write(lambda tx: outbox.choose(tx, row, 1, _("✓ {choice}", choice="Ik"), "Ik", "", world.clock.at))
    world.run(20)
    assert ways(world.screen.shown) == []
    assert world.row(row)[0] != "ready"


@pytest.mark.parametrize(("aloud", "shown"), [(False, []), (True, [("stand 2", "send")])])
def test_what_is_there_and_cannot_be_changed_is_said_anew_only_where_that_is_worth_it(
    aloud: bool, shown: list[tuple[str, str]]
) -> None:
    world = Paced()
    world.screen.moods["-1"] = [Uncertain()]
    row = world.say("-1", "stand 1", Urgency.BROADCAST)
    world.run(20)
    now = world.clock.at
    world.write(lambda tx: doubts.settle(tx, REGION.key, row, now, again=False))
    world.write(lambda tx: outbox.choose(tx, row, 1, _("✓ {choice}", choice="Ik"), "Ik", "", now))
    world.write(lambda tx: outbox.revise(tx, row, Outgoing(text="stand 2", aloud=aloud), now))
    world.run(20)
    assert ways(world.screen.shown) == shown
