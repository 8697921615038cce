"""Groups that move, and topics that come, go and are called otherwise: nothing that waits is lost."""

from functools import partial

import pytest

from handlers import dispatch
from programme.happenings import Happened, Happening
from programme.messages import Address, News, Outgoing
from storage import occurrences
from storage.chats import chat_changes, chats
from storage.database import Transaction
from storage.messages import inbox, outbox
from storage.messages.inbox import Arrival
from tests.forum import GROUP, OFFICE, OTHER, TOPIC, World, kust
from tests.two_regions import START


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize("kind", [Happened.TOPIC_DELETED, Happened.SILENCED])
def test_of_a_topic_only_its_own_region_hears(kind: Happened, world: World) -> None:
    world.tie(GROUP, "Z")
    world.tie(TOPIC, "N")
    world.happens(kind, TOPIC)
    world.turn(OFFICE)
    assert "Regio Noord" in world.told("n-manager")[0]
    assert world.told("z-manager") == []


def waiting(tx: Transaction, chat: str, text: str) -> None:
    outbox.say(tx, Outgoing(text=text, to=Address(chat=chat)), asked_in=None, region="N", now=START)


def test_a_group_moves_with_its_topics_and_with_what_waits(world: World) -> None:
    world.tie(GROUP)
    keys = [world.chat(one).key for one in (GROUP, TOPIC)]
    for key in keys:
        world.write(partial(waiting, chat=key, text="Nieuws"))
    world.write(
        lambda tx: dispatch.happened(tx, "local", GROUP, Happening(kind=Happened.MOVED, to="-900"), START)
    )
    assert [world.chat(one).key for one in ("-900", "-900/7")] == keys
    assert world.hearing() == {"-900"}
    world.bot.turn(START)
    assert (world.said("-900"), world.said("-900/7")) == (["Nieuws"], ["Nieuws"])
    world.turn(OFFICE)
    assert world.told("n-manager") == []


@pytest.mark.parametrize("tied", ["old", "new", "both", "neither"])
@pytest.mark.parametrize("again", [False, True])
def test_a_group_that_was_heard_at_its_new_address_first_becomes_one(
    tied: str, again: bool, world: World
) -> None:
    world.write(lambda tx: chats.arrive(tx, "local", "-900", "channel", "Forum", START))
    for address, which in ((GROUP, "old"), ("-900", "new")):
        if tied in (which, "both"):
            world.tie(address)
        world.write(partial(waiting, chat=world.chat(address).key, text=which))
    arrival = Arrival(
        platform="local", event="late", chat=world.chat(GROUP).key, account="n-docent", text="/week"
    )
    world.write(lambda tx: inbox.receive(tx, (arrival,), START))
    moved = Happening(kind=Happened.MOVED, to="-900")
    world.write(lambda tx: dispatch.happened(tx, "local", GROUP, moved, START))
    if again:
        world.write(lambda tx: chats.arrive(tx, "local", GROUP, "channel", "Forum", START))
        world.write(lambda tx: dispatch.happened(tx, "local", GROUP, moved, START))
    assert world.bot.store.read(lambda tx: chats.at(tx, "local", GROUP)) is None
    assert world.hearing() == (set() if tied == "neither" else {"-900"})
    world.bot.turn(START)
    said = world.said("-900")
    assert len(said) == 3
    assert {"old", "new"} <= set(said)


@pytest.mark.parametrize(("here", "hearing"), [("", {"-900"}), (Happened.SILENCED, set())])
def test_whether_a_moved_group_is_reached_is_what_is_known_at_its_new_address(
    here: str, hearing: set[str], world: World
) -> None:
    world.tie(GROUP)
    world.happens(Happened.REMOVED if not here else Happened.HEARD)
    world.write(lambda tx: chats.arrive(tx, "local", "-900", "channel", "Forum", START))
    if here:
        world.write(lambda tx: chat_changes.lose(tx, world.chat("-900").key, Happened(here), START))
    world.bot.turn(START)
    world.happens(Happened.MOVED, to="-900")
    world.bot.turn(START)
    due = world.bot.store.read(lambda tx: occurrences.pending(tx, world.chat("-900").key))
    assert world.hearing() == hearing
    assert due or not hearing


def test_a_group_of_two_regions_moves_for_both(world: World) -> None:
    world.write(lambda tx: chats.arrive(tx, "local", "-900", "channel", "Forum", START))
    world.write(lambda tx: chats.arrive(tx, "local", "-900/7", "channel", "Forum", START))
    world.tie(TOPIC, "N")
    world.tie(OTHER, "Z")
    world.happens(Happened.MOVED, to="-900")
    assert (world.hearing("N"), world.hearing("Z")) == ({"-900/7"}, {"-900/8"})


def test_titles_follow_and_those_of_topics_begin_with_their_groups(world: World) -> None:
    world.happens(Happened.TOPIC_TITLED, TOPIC, to="Weekbericht")
    assert world.chat(TOPIC).title == "Forum › Weekbericht"
    world.happens(Happened.TOPIC_OPENED, OTHER, to="Koffie")
    world.write(lambda tx: chats.arrive(tx, "local", GROUP, "channel", "Nieuw forum", START))
    world.happens(Happened.TITLED, GROUP, to="Nieuw forum")
    assert world.chat(OTHER).title == "Nieuw forum › Koffie"
    assert [world.chat(one).title for one in (GROUP, TOPIC)] == ["Nieuw forum", "Nieuw forum › Weekbericht"]
    world.write(lambda tx: chats.arrive(tx, "local", TOPIC, "channel", "Nieuw forum", START))
    assert world.chat(TOPIC).title == "Nieuw forum › Weekbericht"
    world.write(lambda tx: chats.arrive(tx, "local", TOPIC, "channel", "Nieuw forum › Week", START))
    assert [world.chat(one).title for one in (GROUP, TOPIC)] == ["Nieuw forum", "Nieuw forum › Week"]


@pytest.mark.parametrize("kind", [Happened.TOPIC_CLOSED, Happened.TOPIC_DELETED])
@pytest.mark.parametrize("main", [None, "", News.OTHER])
def test_what_went_to_a_topic_goes_to_its_group(kind: Happened, main: str | None, world: World) -> None:
    if main is not None:
        world.tie(GROUP, hears=main)
    world.tie(TOPIC, hears=News.SUMMARY)
    assert world.hearing() == {TOPIC}
    world.write(partial(waiting, chat=world.chat(TOPIC).key, text="Nieuws"))
    for _time in range(2):
        world.write(lambda tx: dispatch.happened(tx, "local", TOPIC, Happening(kind=kind), START))
    assert world.hearing() == {GROUP}
    world.bot.turn(START)
    assert (world.said(), world.said(TOPIC)) == (["Nieuws"], [])
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "in de groep zelf" in told
    assert "/kanaal" in told


def test_a_group_of_something_else_does_not_take_over(world: World) -> None:
    world.tie(GROUP)
    world.tie(TOPIC, subregion=world.bot.store.read(kust))
    world.happens(Happened.TOPIC_DELETED, TOPIC)
    world.turn(OFFICE)
    assert "Deelregio Kust vertelde, komt niet meer aan" in world.told("n-manager")[0]
    assert (world.chat().region, world.chat().subregion) == ("N", None)


def test_the_general_topic_of_a_group_has_nowhere_to_go(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.TOPIC_CLOSED, GROUP)
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "komt niet meer aan" in told
    assert (world.hearing(), world.chat(TOPIC).lost) == (set(), "")
    world.happens(Happened.TOPIC_OPENED, GROUP)
    assert world.hearing() == {GROUP}


def test_a_topic_that_opens_can_be_used_again(world: World) -> None:
    world.happens(Happened.TOPIC_CLOSED, TOPIC)
    world.happens(Happened.TOPIC_OPENED, TOPIC)
    world.tie(TOPIC)
    assert world.hearing() == {TOPIC}


def test_a_topic_that_was_closed_stays_so_when_its_group_is_back(world: World) -> None:
    world.happens(Happened.TOPIC_CLOSED, TOPIC)
    world.happens(Happened.REMOVED)
    world.happens(Happened.ADDED)
    assert (world.chat(OTHER).lost, world.chat(TOPIC).lost) == ("", Happened.TOPIC_CLOSED)
