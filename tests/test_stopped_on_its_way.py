"""What was on its way when the bot stopped: again where that is harmless, once more and marked, or left."""

from datetime import timedelta

import pytest

from programme.messages import Urgency
from tests.paced import MORNING, Paced

HOUR = 3600.0


@pytest.mark.parametrize(
    ("to", "urgency", "shown"),
    [
        ("p1", Urgency.REPLY, [("Hoi", True)]),
        ("p1", Urgency.REMINDER, [("Hoi", True)]),
        ("-1", Urgency.REPLY, [("Hoi", True)]),
        ("-1", Urgency.BROADCAST, []),
    ],
)
def test_what_was_on_its_way_when_the_bot_stopped_may_be_there(
    to: str, urgency: Urgency, shown: list[tuple[str, bool]]
) -> None:
    world = Paced()
    _stopped(world, world.say(to, urgency=urgency), to)
    world.run(HOUR)
    world.restart()
    world.run(HOUR)
    assert [(one.text, one.repeat) for one in world.screen.shown] == shown


def test_what_was_on_its_way_and_lost_its_point_since_is_not_sent_again() -> None:
    world = Paced()
    row = world.say("p1", urgency=Urgency.REPLY, expires=MORNING + timedelta(minutes=5))
    _stopped(world, row, "p1")
    world.clock.at += timedelta(hours=2)
    world.run(60)
    assert (world.row(row)[0], world.texts()) == ("expired", [])


def test_a_change_that_was_on_its_way_is_made_again_and_no_repeat() -> None:
    world = Paced()
    row = world.say("p1", "een", Urgency.REPLY, subject="stand")
    world.run(5)
    world.say("p1", "twee", Urgency.REPLY, subject="stand")
    _stopped(world, row, "p1")
    world.restart()
    world.run(5)
    assert [(one.text, one.way, one.repeat) for one in world.screen.shown][1:] == [("twee", "edit", False)]


def _stopped(world: Paced, row: int, to: str) -> None:
    """Leave a row as a bot leaves it that was killed while it was sent."""
    chat = world.chat(to.removeprefix("p"))
    world.write(
        lambda tx: tx.run(
            "UPDATE outbox SET state = 'sending', sent_to = :chat, attempts = 1 WHERE key = :row",
            chat=chat,
            row=row,
        )
    )
