"""In a group that hears much, room is kept for replies: what nobody waits for never takes all that a minute has."""

import pytest

from programme.messages import Urgency
from tests.paced import Paced


@pytest.mark.parametrize("news", [Urgency.REMINDER, Urgency.BROADCAST])
def test_a_reply_in_a_group_that_hears_much_does_not_wait_for_the_rest_of_the_minute(news: Urgency) -> None:
    world = Paced()
    for number in range(60):
        world.say(("-1", "-1/7")[number % 2], str(number), news)
    world.run(20)
    for number in range(4):
        world.say("-1/8", f"antwoord {number}", Urgency.REPLY)
        world.run(5)
    world.run(240)
    answered = [round(one.at) for one in world.screen.shown if one.text.startswith("antwoord")]
    assert answered == [20, 25, 30, 35]
    assert (len(world.screen.shown), world.screen.refused) == (64, 0)
    assert world.works < 3 * 64 + 10, "it is not woken where nothing can be done"


def test_a_change_of_which_nobody_need_hear_leaves_room_for_replies() -> None:
    world = Paced()
    for number in range(40):
        world.say("-1", f"stand {number}", Urgency.REPLY, subject=f"stand {number % 2}", aloud=number < 2)
        world.run(0.5)
    world.say("-1", "antwoord", Urgency.REPLY)
    world.run()
    assert (world.texts()[-1], world.screen.refused) == ("antwoord", 0)


def test_replies_may_have_all_that_a_group_takes() -> None:
    world = Paced()
    for number in range(25):
        world.say("-1", str(number), Urgency.REPLY)
    world.run(59)
    assert len(world.screen.shown) == 20


def test_news_for_many_groups_that_have_had_theirs_is_in_nobodys_way() -> None:
    world = Paced()
    for number in range(700):
        world.say("-1", str(number), Urgency.BROADCAST)
    world.run(1)
    world.say("-2", "erachter", Urgency.BROADCAST)
    works = world.works
    world.run(1)
    assert world.texts()[-1] == "erachter"
    assert world.works - works < 10
