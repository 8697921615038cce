"""Whatever happens, and whenever the bot was down: one message a day, none in quiet hours, everything once."""

from collections import Counter
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import reminded_world as worlds
from tests.reminded_world import REGIONS, WHO, Happening, Said, Setting, World

MORNING, EVENING = time(7), time(21)
few = settings(max_examples=40, deadline=None, derandomize=True)


@few
@given(worlds.settings(), worlds.happenings())
def test_at_most_one_message_a_day_and_never_in_quiet_hours(
    setting: Setting, happenings: list[Happening]
) -> None:
    world = World(setting)
    world.live(happenings)
    days = Counter((said.person, said.at.date()) for said in world.said)
    assert not [day for day, times in days.items() if times > 1]
    for said in world.said:
        assert MORNING <= said.at.time() < EVENING
        assert not said.paused
        assert not _quiet(setting, said)


def _quiet(setting: Setting, said: Said) -> list[str]:
    """Return the regions in the message in which the day is a quiet one for its reader."""
    calendars = {region.key: calendar for region, calendar in zip(REGIONS, setting.calendars, strict=True)}
    workdays = setting.workdays[WHO.index(said.person)]
    spoken = {part.region for part in said.view.parts}
    return [key for key in spoken if worlds.quiet(calendars[key], workdays, said.at.date())]


@few
@given(worlds.settings(), worlds.happenings())
def test_each_occurrence_is_said_once_and_none_is_lost_over_a_downtime(
    setting: Setting, happenings: list[Happening]
) -> None:
    world = World(setting)
    world.live(happenings)
    assert not world.lost
    for said in world.said:
        keys = [key for part in said.view.parts for key, _rule in part.items]
        keys += [key for part in said.view.parts for key in part.silent]
        assert len(keys) == len(set(keys)), "a milestone stands in a message once"


@few
@given(worlds.settings(), st.integers(1, 50))
def test_after_a_downtime_everybody_hears_what_they_missed(setting: Setting, days: int) -> None:
    """The same milestones are heard of, by the same people, as without it: later, and in fewer messages."""
    calls = Happening(days=1, down=False, deed="", who="", item=0, ahead=0)
    away = Happening(days=days, down=True, deed="", who="", item=0, ahead=0)
    awake = Happening(days=days, down=False, deed="", who="", item=0, ahead=0)
    heard = []
    for meanwhile in (away, awake):
        world = World(setting)
        world.live([calls, meanwhile])
        assert not world.lost
        heard.append(
            {(said.person, key) for said in world.said for part in said.view.parts for key, _ in part.items}
        )
    assert heard[0] == heard[1]
