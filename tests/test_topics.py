"""Each kind of news is told once to a group and (sub)region: in the topic chosen for it, else where all is told."""

import pytest

from handlers.people.channels import HEARS
from programme.messages import News
from tests.forum import GROUP, OTHER, TOPIC, World, kust

CHOICES: dict[str, tuple[tuple[tuple[str, str], ...], set[str], set[str]]] = {
    "nothing": ((), set(), set()),
    "a group without topics": (((GROUP, ""),), {GROUP}, {GROUP}),
    "a topic for everything": (((TOPIC, ""),), {TOPIC}, {TOPIC}),
    "everything moves": (((TOPIC, ""), (OTHER, "")), {OTHER}, {OTHER}),
    "everything moves to the group": (((TOPIC, ""), (GROUP, "")), {GROUP}, {GROUP}),
    "a topic for one kind beside the group": (((GROUP, ""), (TOPIC, "summary")), {TOPIC}, {GROUP}),
    "a topic for each kind": (((TOPIC, "summary"), (OTHER, "other")), {TOPIC}, {OTHER}),
    "one kind moves": (((GROUP, ""), (TOPIC, "summary"), (OTHER, "summary")), {OTHER}, {GROUP}),
    "one kind only": (((TOPIC, "summary"),), {TOPIC}, set()),
    "another choice for the same topic": (((TOPIC, "summary"), (TOPIC, "other")), set(), {TOPIC}),
    "everything after all": (((TOPIC, "summary"), (OTHER, "other"), (GROUP, "")), {GROUP}, {GROUP}),
}


@pytest.mark.parametrize("case", CHOICES)
def test_each_kind_of_news_is_told_in_one_place(case: str) -> None:
    ties, summaries, others = CHOICES[case]
    world = World()
    for address, hears in ties:
        world.tie(address, hears=hears)
    assert (world.hearing(), world.hearing(news=News.OTHER)) == (summaries, others)


def test_each_part_of_a_region_has_its_own_topic() -> None:
    world = World()
    part = world.bot.store.read(kust)
    world.tie(TOPIC)
    world.tie(OTHER, subregion=part)
    assert world.hearing() == {TOPIC, OTHER}


def test_each_region_has_its_own_topic_and_hears_of_no_other() -> None:
    world = World()
    world.tie(TOPIC, "N")
    world.tie(OTHER, "Z")
    assert (world.hearing("N"), world.hearing("Z")) == ({TOPIC}, {OTHER})


def test_a_topic_that_was_not_chosen_belongs_where_its_group_does() -> None:
    world = World()
    assert world.chat(OTHER).region is None
    world.tie(TOPIC, "N")
    assert [(one.region, one.tied) for one in map(world.chat, (GROUP, OTHER))] == [("N", False)] * 2
    world.tie(GROUP, "Z")
    assert (world.chat(OTHER).region, world.chat(TOPIC).region) == ("Z", "N")


def test_a_group_of_topics_of_two_regions_belongs_to_neither() -> None:
    world = World()
    world.tie(TOPIC, "N")
    world.tie(OTHER, "Z")
    assert world.chat().region is None


def test_every_kind_of_news_can_be_chosen() -> None:
    assert set(HEARS) == {"", *News}
