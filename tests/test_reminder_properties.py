"""Whatever happens, and whenever the bot was down: one message a day, none in quiet hours, everything once."""

from collections import Counter
from dataclasses import replace
from datetime import date, time

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from programme.cadence import WEEKLY, Rule
from tests import reminded_world as worlds
from tests.reminded_world import REGIONS, WHO, Happening, Said, Setting, World

MORNING, EVENING = time(7), time(21)
few = settings(
    max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate]
)  # shrinking takes minutes
fewer = settings(few, max_examples=8)


@few
@given(worlds.settings(), worlds.happenings())
def test_one_message_a_day_none_in_quiet_hours_everything_once(
    setting: Setting, happenings: list[Happening]
) -> None:
    world = World(setting)
    world.live(happenings)
    days = Counter((said.person, said.at.date()) for said in world.said)
    assert not [day for day, times in days.items() if times > 1]
    assert not world.lost
    for said in world.said:
        assert MORNING <= said.at.time() < EVENING
        assert not said.paused
        assert not _quiet(setting, said)
        assert not [key for key, times in Counter(_shown(said)).items() if times > 1]


def _quiet(setting: Setting, said: Said) -> list[str]:
    """Return the regions in the message in which the day is a quiet one for its reader."""
    calendars = {region.key: calendar for region, calendar in zip(REGIONS, setting.calendars, strict=True)}
    workdays = setting.workdays[WHO.index(said.person)]
    spoken = {part.region for part in said.view.parts}
    return [key for key in spoken if worlds.quiet(calendars[key], workdays, said.at.date())]


def _shown(said: Said) -> list[str]:
    return [key for part in said.view.parts for key in (*(item for item, _rule in part.items), *part.silent)]


@fewer
@given(worlds.settings(), st.integers(1, 50))
def test_after_a_downtime_everybody_hears_what_they_missed(setting: Setting, days: int) -> None:
    """The same milestones are heard of, by the same people, as without it: later, and in fewer messages."""
    calls, awake = (
        Happening(days=length, down=False, deed="", who="", item=0, ahead=0) for length in (1, days)
    )
    heard = []
    for meanwhile in (replace(awake, down=True), awake):
        world = World(setting)
        world.live([calls, meanwhile])
        assert not world.lost
        parts = [(said.person, part) for said in world.said for part in said.view.parts]
        heard.append({(person, key) for person, part in parts for key, _rule in part.items})
    assert heard[0] == heard[1]


@few
@given(worlds.settings(), worlds.happenings())
def test_what_is_late_comes_in_one_message_a_week_and_never_twice_within_one(
    setting: Setting, happenings: list[Happening]
) -> None:
    world = World(setting)
    world.live(happenings)
    weeks: Counter[tuple[str, int, int]] = Counter()
    heard: dict[tuple[str, str], date] = {}
    for said in sorted(world.said, key=lambda said: said.at):
        day = said.at.date()
        year, week, _day = day.isocalendar()
        weeks[said.person, year, week] += _only_late(said)
        for part in said.view.parts:
            for item, rule in part.items:
                before = heard.get((said.person, item))
                if rule == Rule.LATE and before is not None:
                    assert day - before >= WEEKLY, (item, before, day)
                heard[said.person, item] = day
    assert not [week for week, times in weeks.items() if times > 1]


def _only_late(said: Said) -> bool:
    parts = said.view.parts
    rules = {rule for part in parts for _key, rule in part.items}
    return rules == {Rule.LATE} and not any(part.silent or part.unanswered for part in parts)
