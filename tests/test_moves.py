"""A message follows a group that moved, at once, and not without end."""

from jobs import outcomes
from jobs.sender import Moved, Unsent
from programme.messages import Urgency
from tests.paced import Paced

HOUR = 3600.0


def test_a_group_that_moved_has_its_message_at_once_at_its_new_address() -> None:
    world = Paced()
    world.screen.moods["-1"] = [Moved("-1009")]
    world.say("-1", "een", Urgency.BROADCAST)
    world.say("-1/7", "twee", Urgency.BROADCAST)
    world.run()
    assert [(one.address, one.text) for one in world.screen.shown] == [("-1009", "een"), ("-1009/7", "twee")]


def test_a_group_that_moves_in_a_circle_is_given_up() -> None:
    world = Paced()
    world.screen.moods = {"-1": [Moved("-5")] * 999, "-5": [Moved("-1")] * 999}
    row = world.say("-1", "een", Urgency.BROADCAST)
    world.run(8 * 24 * HOUR)
    assert world.row(row)[:2] == ("failed", "Moved")
    assert len(world.screen.tried) <= outcomes.OUTAGE


def test_what_waited_out_an_outage_still_follows_a_group_that_moved() -> None:
    world = Paced()
    world.screen.moods["-1"] = [*[Unsent() for _time in range(5)], Moved("-1009")]
    world.say("-1", "een", Urgency.BROADCAST)
    world.run(2 * HOUR)
    assert [(one.address, one.text) for one in world.screen.shown] == [("-1009", "een")]
