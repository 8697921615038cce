"""Whatever happens to a group has its row: what the bot does, who hears what no longer arrives, and how to mend it."""

from datetime import datetime, timedelta

import pytest

from documents.drawings import Drawn
from handlers.people.happenings import HAPPENINGS
from jobs.sender import Forbidden
from programme.happenings import Happened
from storage import weeks
from storage.messages.parcels import Parcel
from tests.forum import GROUP, NEXT_DAY, NIGHT, OFFICE, OTHER, TOPIC, World, kust
from tests.two_regions import START


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


def test_what_happens_is_in_the_history_of_the_region(world: World) -> None:
    world.tie(GROUP)
    world.happens(Happened.REMOVED)
    rows = world.bot.store.read(lambda tx: tx.rows("SELECT region, what FROM history"))
    assert {"region": "N", "what": "ChatLost"} in rows


def test_a_group_that_somebody_else_adds_the_bot_to_is_told_of_to_who_could_make_it_a_channel(
    world: World,
) -> None:
    for _time in range(2):
        world.arrives(Happened.ADDED, "n-docent")
        world.turn(OFFICE)
    [told] = [one for one in world.told("n-manager") if "/kanaal" in one]
    assert "“Forum”" in told
    assert [one for one in world.told("z-manager") if "Forum" in one] == []


@pytest.mark.parametrize("account", ["n-manager", "nieuw", "unheard-of", "beide"])
def test_a_group_of_who_is_asked_unknown_or_of_several_regions_is_told_of_to_nobody(
    account: str, world: World
) -> None:
    world.arrives(Happened.ADDED, account)
    world.turn(OFFICE)
    assert not [one for who in ("n-manager", "z-manager") for one in world.told(who) if "Forum" in one]


def test_a_press_in_a_group_that_threw_the_bot_out_is_answered_and_brings_it_not_back(world: World) -> None:
    world.arrives(Happened.ADDED, "n-manager")
    world.bot.heard("", world.chat().key)
    world.happens(Happened.REMOVED)
    world.bot.press("n-docent", world.chat().key, "Regio Noord")
    assert world.chat().lost == Happened.REMOVED
    assert [one.text for one in world.bot.heard("n-docent", world.chat().key)] == [
        "Deze knop is niet voor jou."
    ]


def test_what_arrives_in_one_topic_again_arrives_in_all(world: World) -> None:
    world.tie(TOPIC)
    world.happens(Happened.SILENCED)
    assert world.hearing() == set()
    world.bot.say("n-docent", world.chat(OTHER).key, "/week")
    assert len(world.said(OTHER)) == 1
    assert world.hearing() == {TOPIC}


def test_a_bot_that_is_made_an_administrator_asks_to_be_an_ordinary_member(world: World) -> None:
    world.happens(Happened.PROMOTED)
    world.turn(OFFICE)
    assert world.told("n-manager") == []
    world.tie(GROUP)
    for _time in range(2):
        world.happens(Happened.PROMOTED)
    [told] = world.told("n-manager")
    assert "beheerder" in told
    assert "“Forum”" in told
    assert world.told("z-manager") == []
