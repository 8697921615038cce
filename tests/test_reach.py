"""Who blocks the bot is not spoken to, and their programme managers hear once what nobody is reminded of now."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from bot.local import open_private_chat
from programme.happenings import Happened
from programme.records import Membership, Person, Role
from storage import occurrences
from storage.chats import chats
from storage.database import Transaction
from storage.people import people
from storage.plan import plans
from tests.forum import OFFICE, World
from tests.two_regions import START


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("kind", "why", "mend"),
    [(Happened.BLOCKED, "geblokkeerd", "op Start te drukken"), (Happened.DELETED, "account", "/uitnodigen")],
)
def test_of_who_cannot_be_reached_the_programme_managers_hear_once(
    kind: Happened, why: str, mend: str, world: World
) -> None:
    for _time in range(3):
        world.happens(kind, "n-trekker")
    world.turn(OFFICE)
    [told] = world.told("n-manager")
    assert "Trekker N" in told
    assert why in told
    assert mend in told
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
    assert world.told("n-manager") == []


def test_of_who_had_stopped_already_nothing_is_told(world: World) -> None:
    world.bot.say("n-docent", "", "uitschrijven")
    world.happens(Happened.BLOCKED, "n-docent")
    world.turn(OFFICE)
    assert world.told("n-manager") == []


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


def test_who_is_reminded_is_found_by_an_index(world: World) -> None:
    steps = world.bot.store.read(
        lambda tx: tx.rows(f"EXPLAIN QUERY PLAN SELECT people.key {plans.REMINDED} WHERE milestone = 'm'")
    )
    assert not [step for step in steps if step["detail"] == "SCAN chats"]


def test_the_list_of_who_takes_part_says_whom_no_message_reaches(world: World) -> None:
    world.happens(Happened.BLOCKED, "n-trekker")
    world.bot.say("n-docent", "", "uitschrijven")
    world.bot.say("n-manager", "", "/mensen")
    lines = world.told("n-manager")[-1].splitlines()
    assert [one for one in lines if "komen niet aan" in one] == [
        "• Trekker N: Coördinator (mijn berichten komen niet aan)"
    ]
    assert [one for one in lines if "krijgt geen berichten" in one] != []
