"""Whatever happens to a chat has its row: what the bot does, who hears what no longer arrives, and how to mend it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

import pytest

from bot.local import open_private_chat
from documents.drawings import Drawn
from handlers import dispatch
from handlers.people.happenings import HAPPENINGS
from jobs.sender import Forbidden
from programme.happenings import Happened, Happening
from programme.messages import Address, News, Outgoing
from programme.records import Chat, Membership, Person, Role
from storage import chats, groups, inbox, occurrences, outbox, people, plans, weeks
from storage.database import Transaction
from storage.inbox import Arrival
from storage.parcels import Parcel
from tests.platforms import Direct
from tests.two_regions import START, seed

GROUP, TOPIC, OTHER = "-100", "-100/7", "-100/8"
OFFICE = START.replace(hour=15)
NIGHT, NEXT_DAY = START.replace(hour=22), OFFICE + timedelta(days=1)


class World:
    """A forum with two topics beside the two regions, and everything that can happen to a chat."""

    def __init__(self) -> None:
        self.bot = Direct(self._seed, START)
        self.now = START

    def _seed(self, tx: Transaction) -> None:
        seed(tx)
        for address in (GROUP, TOPIC, OTHER):
            chats.arrive(tx, "local", address, "channel", "Forum", START)

    def write(self, work: object) -> None:
        self.bot.store.write(work).result()  # type: ignore[arg-type]

    def happens(self, kind: Happened, address: str = GROUP, to: str = "") -> None:
        happening = Happening(kind=kind, to=to)
        self.write(lambda tx: dispatch.happened(tx, "local", address, happening, self.now))
        self.bot.turn(self.now)

    def arrives(self, kind: Happened, account: str, address: str = GROUP) -> None:
        """The same as an event of the platform, which says who did it."""
        arrival = Arrival(
            platform="local",
            event=f"{kind}-{account}-{address}-{self.now}",
            chat=self.chat(address).key,
            account=account,
            happening=Happening(kind=kind),
        )
        self.write(lambda tx: inbox.receive(tx, (arrival,), self.now))
        self.bot.turn(self.now)

    def tie(self, address: str, region: str = "N", subregion: str | None = None, hears: str = "") -> None:
        self.write(lambda tx: chats.tie(tx, self.chat(address).key, region, subregion, hears))

    def chat(self, address: str = GROUP) -> Chat:
        found = self.bot.store.read(lambda tx: chats.at(tx, "local", address))
        assert found is not None
        return found

    def hearing(self, region: str = "N", news: News = News.SUMMARY) -> set[str]:
        """The addresses in which a kind of news of a region is told, but for the channel that it has anyway."""
        return self.bot.store.read(
            lambda tx: {chats.address(tx, one.key)[1] for one in chats.hearing(tx, region, news)}
        ) - {f"channel:{region.lower()}"}

    def turn(self, to: datetime) -> None:
        self.now = to
        self.bot.turn(to)

    def told(self, person: str) -> list[str]:
        return [one.text for one in self.bot.heard(person, "")]

    def said(self, address: str = GROUP) -> list[str]:
        return [one.text for one in self.bot.heard("", self.chat(address).key)]


def kust(tx: Transaction) -> str:
    return groups.subregions(tx, "N")[0].key


@pytest.fixture
def world() -> World:
    return World()


def test_every_kind_has_its_row() -> None:
    assert set(HAPPENINGS) == set(Happened)


@pytest.mark.parametrize("kind", Happened)
def test_whatever_happens_anywhere_any_number_of_times_is_taken(kind: Happened, world: World) -> None:
    world.tie(GROUP)
    for address in (TOPIC, GROUP, GROUP, "-200", "n-docent", "nowhere", "n-docent"):
        world.happens(kind, address, to="-200" if kind is Happened.MOVED else "Nieuw")
    assert world.bot.store.read(lambda tx: tx.value("SELECT COUNT(*) FROM chats WHERE region = 'N'")) == 2


def test_who_may_tie_channels_and_adds_the_bot_is_asked_whose_channel_it_is(world: World) -> None:
    world.arrives(Happened.ADDED, "n-manager")
    [asked] = world.bot.heard("", world.chat().key)
    assert (asked.text, asked.buttons) == ("Van wie is dit kanaal?", ("Regio Noord", "Deelregio Kust"))
    world.bot.press("n-docent", world.chat().key, "Regio Noord")
    assert not world.chat().tied
    world.bot.press("n-manager", world.chat().key, "Regio Noord")
    assert world.chat().region == "N"


@pytest.mark.parametrize("account", ["n-docent", "nieuw", "unheard-of"])
def test_to_anybody_else_the_bot_says_what_it_is_and_names_no_region(account: str, world: World) -> None:
    world.arrives(Happened.ADDED, account)
    [hello] = world.said()
    assert "/kanaal" in hello
    assert "Regio" not in hello


@pytest.mark.parametrize("kind", [Happened.REMOVED, Happened.DELETED])
def test_a_group_without_the_bot_is_told_of_once_to_the_programme_managers(
    kind: Happened, world: World
) -> None:
    world.tie(GROUP)
    world.turn(NIGHT)
    for _time in range(3):
        world.happens(kind)
    assert world.told("n-manager") == []
    world.turn(NEXT_DAY)
    [told] = world.told("n-manager")
    assert "“Forum”" in told
    assert "Regio Noord" in told
    assert "/kanaal" in told
    assert not [one for one in world.told("z-manager") if "Forum" in one]


def test_a_group_that_was_no_channel_is_missed_by_nobody(world: World) -> None:
    world.happens(Happened.REMOVED)
    world.turn(OFFICE)
    assert world.told("n-manager") == []


def test_each_region_of_a_group_hears_of_its_own_channel_only(world: World) -> None:
    world.tie(TOPIC, "N", world.bot.store.read(kust))
    world.tie(OTHER, "Z")
    world.happens(Happened.REMOVED)
    world.turn(OFFICE)
    [north], [south] = world.told("n-manager"), world.told("z-manager")
    assert "Deelregio Kust" in north
    assert "Regio Zuid" not in north
    assert "Regio Zuid" in south
    assert "Kust" not in south


@pytest.mark.parametrize("kind", [Happened.TOPIC_DELETED, Happened.SILENCED])
def test_of_a_topic_only_its_own_region_hears(kind: Happened, world: World) -> None:
    world.tie(GROUP, "Z")
    world.tie(TOPIC, "N")
    world.happens(kind, TOPIC)
    world.turn(OFFICE)
    assert "Regio Noord" in world.told("n-manager")[0]
    assert world.told("z-manager") == []


def test_a_summary_that_was_never_shown_is_told_with_the_next(world: World) -> None:
    world.tie(GROUP)
    send = world.bot.screen.send

    async def refuses(parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        if parcel.chat == world.chat().key:
            raise Forbidden
        return await send(parcel, file, now)

    world.bot.screen.send = refuses  # type: ignore[method-assign]
    world.turn(START + timedelta(days=4))
    assert world.chat().lost == Happened.SILENCED
    world.bot.screen.send = send  # type: ignore[method-assign]
    world.happens(Happened.HEARD)
    said = world.bot.store.read(lambda tx: weeks.last_said(tx, "N", world.chat().key))
    assert said is None
    world.turn(START + timedelta(days=11))
    assert len(world.said()) == 1


def test_a_group_that_takes_the_bot_back_is_the_channel_that_it_was(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.REMOVED)
    assert world.hearing() == set()
    world.arrives(Happened.ADDED, "unheard-of")
    assert world.hearing() == {GROUP}
    assert world.said() == ["Daar ben ik weer. Vanaf nu vertel ik hier weer over Regio Noord."]


def test_the_week_is_not_told_to_a_group_that_threw_the_bot_out(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.REMOVED)
    world.turn(START + timedelta(days=8))
    assert world.said() == []
    world.happens(Happened.ADDED)
    world.said()
    world.turn(START + timedelta(days=15))
    assert len(world.said()) == 1


def test_a_silenced_bot_says_how_it_is_heard_again(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.SILENCED)
    world.happens(Happened.SILENCED)
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "toestemming" in told
    assert world.hearing() == set()
    world.bot.say("n-docent", world.chat().key, "zomaar wat")
    assert world.chat().lost == Happened.SILENCED


@pytest.mark.parametrize("kind", [Happened.PROMOTED, Happened.HEARD, Happened.ADDED])
def test_where_writing_is_possible_again_the_bot_goes_on(kind: Happened, world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.SILENCED)
    world.happens(Happened.DEMOTED)
    assert world.hearing() == set()
    world.happens(kind)
    assert world.hearing() == {GROUP}


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


def test_a_topic_that_opens_can_be_used_again(world: World) -> None:
    world.happens(Happened.TOPIC_CLOSED, TOPIC)
    world.happens(Happened.TOPIC_OPENED, TOPIC)
    world.tie(TOPIC)
    assert world.hearing() == {TOPIC}


def test_a_topic_that_was_closed_stays_so_when_its_group_is_back(world: World) -> None:
    world.happens(Happened.TOPIC_CLOSED, TOPIC)
    world.happens(Happened.REMOVED)
    world.happens(Happened.ADDED)
    assert (world.chat(OTHER).lost, world.chat().lost) == ("", "")


@pytest.mark.parametrize(("kind", "why"), [(Happened.BLOCKED, "geblokkeerd"), (Happened.DELETED, "account")])
def test_of_who_cannot_be_reached_the_programme_managers_hear_once(
    kind: Happened, why: str, world: World
) -> None:
    for _time in range(3):
        world.happens(kind, "n-trekker")
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "Trekker N" in told
    assert why in told
    assert "• Pilot twee keuzevakken" in told
    assert "/team" in told
    assert world.told("z-manager") == []


def test_of_who_was_reminded_of_nothing_only_that_is_told(world: World) -> None:
    world.happens(Happened.BLOCKED, "n-docent")
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "Pilot" not in told


def test_who_cannot_be_reached_is_not_spoken_to_and_nothing_is_due_for_them(world: World) -> None:
    world.bot.turn(START)
    assert pending(world) == {"n-trekker"}
    world.happens(Happened.BLOCKED, "n-trekker")
    world.turn(START + timedelta(days=40))
    assert (pending(world), world.told("n-trekker")) == (set(), [])


def pending(world: World) -> set[str]:
    return {
        one.person or "" for one in world.bot.store.read(lambda tx: occurrences.pending(tx, "n-milestone"))
    }


@pytest.mark.parametrize("how", ["unblocked", "a message"])
def test_who_can_be_reached_again_is_reminded_as_before(how: str, world: World) -> None:
    world.happens(Happened.BLOCKED, "n-trekker")
    if how == "unblocked":
        world.happens(Happened.UNBLOCKED, "n-trekker")
    else:
        world.bot.say("n-trekker", world.chat("n-trekker").key, "hallo")
        assert world.told("n-trekker")
    assert world.bot.store.read(lambda tx: people.reached(tx, "n-trekker"))
    world.bot.turn(START)
    assert pending(world) == {"n-trekker"}


def test_who_has_another_private_chat_is_spoken_to_there(world: World) -> None:
    def second(tx: Transaction) -> None:
        chat = chats.arrive(tx, "local", "second", "private", "", START)
        chats.belongs_to(tx, chat.key, "n-trekker")

    world.write(second)
    world.happens(Happened.BLOCKED, "n-trekker")
    world.turn(OFFICE)
    assert world.bot.store.read(lambda tx: people.reached(tx, "n-trekker"))


def test_a_programme_manager_who_cannot_be_reached_is_not_told(world: World) -> None:
    def another(tx: Transaction) -> None:
        membership = Membership(region="N", role=Role.MANAGER)
        people.add_person(tx, Person(key="second", name="Tweede", memberships=(membership,)), START)
        open_private_chat(tx, "second", "Tweede", START)

    world.write(another)
    world.happens(Happened.BLOCKED, "n-manager")
    world.turn(OFFICE)
    assert "Manager N" in world.told("second")[0]
    assert failed(world) == []


def failed(world: World) -> Iterable[int]:
    return world.bot.store.read(
        lambda tx: [row["key"] for row in tx.rows("SELECT key FROM outbox WHERE fault <> ''")]
    )


def test_what_happens_is_in_the_history_of_the_region(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.REMOVED)
    rows = world.bot.store.read(lambda tx: tx.rows("SELECT region, what FROM history"))
    assert {"region": "N", "what": "ChatLost"} in rows


def test_who_is_reminded_is_found_by_an_index(world: World) -> None:
    steps = world.bot.store.read(
        lambda tx: tx.rows(f"EXPLAIN QUERY PLAN SELECT people.key {plans.REMINDED} WHERE milestone = 'm'")
    )
    assert not [step for step in steps if step["detail"] == "SCAN chats"]
