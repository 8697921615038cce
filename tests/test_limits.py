"""Limits are kept without a refusal, the most urgent first; what must wait is in nobody's way, and wakes nobody."""

import asyncio
from datetime import timedelta

import pytest

from jobs.delivery import DeliveryWorker
from jobs.sender import Unsent
from programme.messages import Urgency
from storage.chats import chats
from storage.database import Transaction
from tests.paced import MORNING, Paced


def test_a_burst_with_replies_mixed_in_is_never_refused_and_as_fast_as_the_limits_allow() -> None:
    world = Paced(people=600)
    for number in range(1, 601):
        world.say(f"p{number}")
    for second in range(21):
        world.say(f"p{second + 1}", f"antwoord {second}", Urgency.REPLY)
        world.run(1.0)
    assert (world.screen.refused, len(world.screen.shown)) == (0, 621)
    answered = {one.text: one.at for one in world.screen.shown if one.text != "Hoi"}
    assert all(answered[f"antwoord {second}"] - second < 2.0 for second in range(21))
    assert max(one.at for one in world.screen.shown) <= 621 / 30 * 1.01


@pytest.mark.parametrize("address", ["-1", "p1"])
def test_what_is_said_to_one_chat_comes_in_order_and_within_its_limit(address: str) -> None:
    world = Paced()
    for number in range(45):
        world.say(address, str(number), Urgency.REPLY)
    world.run(180)
    assert world.texts() == [str(number) for number in range(45)]
    assert world.screen.refused == 0
    assert world.works < 3 * 45 + 10, "it is not woken where nothing can be done"


def test_the_most_urgent_goes_first() -> None:
    world = Paced(people=60)
    for number in range(1, 41):
        world.say(f"p{number}", "herinnering")
    world.say("-1", "weekbericht", Urgency.BROADCAST)
    world.say("p50", "antwoord", Urgency.REPLY)
    world.run(5)
    texts = world.texts()
    assert (texts[0], texts[-1]) == ("antwoord", "weekbericht")


def test_a_refused_chat_waits_alone_to_the_second_and_burns_no_attempt() -> None:
    world = Paced()
    world.screen.moods["1"] = [Unsent(timedelta(seconds=17))]
    rows = [world.say("p1", "een"), world.say("p1", "twee")]
    world.say("p2", "ander")
    world.run(16.999)
    assert world.texts() == ["ander"]
    assert [world.row(key)[2] for key in rows] == [0, 0]
    works = world.works
    world.run(10)
    assert [(one.text, int(one.at)) for one in world.screen.shown[1:]] == [("een", 17), ("twee", 18)]
    assert world.works - works < 12


def test_a_block_outlives_a_restart() -> None:
    world = Paced()
    world.screen.moods["-1"] = [Unsent(timedelta(seconds=90))]
    world.say("-1/7", "weekbericht", Urgency.BROADCAST)
    world.run(30)
    world.restart()
    world.say("-1/8", "ander onderwerp", Urgency.BROADCAST)
    world.run(59)
    assert world.texts() == []
    world.run(2)
    assert [one.at for one in world.screen.shown] == [pytest.approx(90, abs=0.01)] * 2


@pytest.mark.parametrize("to", ["-1", "p1"])
def test_limits_are_kept_over_a_restart(to: str) -> None:
    world = Paced()
    for number in range(25):
        world.say(to, str(number), Urgency.REPLY)
    for _time in range(40):
        world.run(4.5)
        world.restart()
    assert world.texts() == [str(number) for number in range(25)]
    assert world.screen.refused == 0


def test_topics_of_a_group_are_one_lane() -> None:
    world = Paced()
    for number in range(30):
        world.say(("-1", "-1/7", "-1/8")[number % 3], str(number), Urgency.BROADCAST)
    world.run(59)
    assert (len(world.screen.shown), world.screen.refused) == (16, 0)
    world.run(60)
    assert (len(world.screen.shown), world.screen.refused) == (30, 0)


@pytest.mark.parametrize(("lane", "to"), [("1", "1"), ("1", "p1"), ("-1", "-1/7")])
def test_many_messages_for_a_chat_that_must_wait_are_in_nobodys_way(lane: str, to: str) -> None:
    world = Paced()
    world.screen.moods[lane] = [Unsent(timedelta(hours=1))]
    world.say(lane, "eerst", Urgency.REPLY)
    for number in range(700):
        world.say(to, str(number), Urgency.REPLY)
    world.say("p2", "erachter", Urgency.BROADCAST)
    world.run(1)
    assert world.texts() == ["erachter"]
    assert world.works < 10


def test_an_answer_to_a_press_is_held_back_by_nothing() -> None:
    world = Paced(people=40)
    for number in range(1, 41):
        world.say(f"p{number}")
    world.screen.moods["-1"] = [Unsent(timedelta(minutes=5))]
    world.say("-1", "weekbericht", Urgency.BROADCAST)
    world.run(1.5)
    for number in range(3):
        world.say("-1", f"tik {number}", Urgency.TOAST, answers=str(number))
    world.run()
    toasts = [(one.text, one.at) for one in world.screen.shown if one.way == "toast"]
    assert toasts == [(f"tik {number}", 1.5) for number in range(3)]


def test_a_press_is_answered_while_a_message_is_on_its_way_to_the_same_chat() -> None:
    world = Paced()
    world.screen.gates["1"] = asyncio.Event()

    async def go() -> None:
        world.say("p1", "langzaam")
        await world.worker.work(world.clock.at)
        world.say("p1", "tik", Urgency.TOAST, answers="1")
        world.say("p1", "erna", Urgency.REPLY)
        while not world.screen.shown:
            await world.worker.work(world.clock.at)
            await asyncio.sleep(0)
        world.screen.gates["1"].set()
        await world.worker.idle()

    asyncio.run(go())
    world.run(5)
    assert world.texts() == ["tik", "langzaam", "erna"]


def test_changes_of_a_message_count_and_only_the_newest_is_shown() -> None:
    world = Paced()
    for stand in range(50):
        world.say("-1", f"stand {stand}", Urgency.REPLY, subject="stand")
        world.run(0.1 if stand else 0)
    world.run(70)
    assert world.screen.refused == 0
    assert len(world.screen.shown) < 30
    assert world.texts()[-1] == "stand 49"


def test_a_platform_that_is_full_does_not_hold_up_another() -> None:
    world = Paced(people=90)
    for number in range(1, 91):
        world.say(f"p{number}")
    world.say(to="p90", text="x")
    world.write(lambda tx: chats.belongs_to(tx, _on_the_page(tx), "p90"))
    world.run()
    assert [one.text for one in world.page.shown] == ["Hoi"]


def _on_the_page(tx: Transaction, person: str = "p90") -> str:
    return chats.arrive(tx, "local", person, "private", "", MORNING).key


def test_what_waits_for_somebody_finds_them_in_the_chat_that_they_use_by_then() -> None:
    world = Paced(people=90)
    for number in range(1, 91):
        world.say(f"p{number}", str(number))
    world.run()
    world.write(lambda tx: chats.belongs_to(tx, _on_the_page(tx), "p90"))
    world.run(5)
    assert (world.page.shown[0].text, len(world.screen.shown)) == ("90", 89)


def test_somebody_who_is_found_on_another_platform_is_held_up_by_what_that_one_takes() -> None:
    world = Paced(people=40)
    for number in range(1, 41):
        world.say(f"p{number}", str(number))
    world.page.moods["p40"] = [Unsent(timedelta(seconds=20))]
    world.run()
    world.write(lambda tx: chats.belongs_to(tx, _on_the_page(tx, "p40"), "p40"))
    world.run(60)
    assert [round(at) for _name, at in world.page.tried] == [1, 21]


@pytest.mark.parametrize("waits", ["for everybody", "for tomorrow", "for a chat that must wait"])
def test_a_work_stays_cheap_however_much_waits(waits: str) -> None:
    few, many = (_steps(waits, count) for count in (60, 3000))
    passed_over = 3000 * 40 * 10 if waits == "for a chat that must wait" else 0
    assert many < few * 1.5 + passed_over


def _for_tomorrow(world: Paced, count: int) -> None:
    for number in range(count):
        world.say(f"p{1 + number % 3}")
    later = int((world.clock.now() + timedelta(days=1)).timestamp())
    world.write(lambda tx: tx.run("UPDATE outbox SET ready_at = :later", later=later))


def _fill(world: Paced, waits: str, count: int) -> None:
    if waits == "for tomorrow":
        _for_tomorrow(world, count)
        return
    world.screen.moods["1"] = [Unsent(timedelta(hours=1))]
    for number in range(count):
        world.say("p1" if waits == "for a chat that must wait" else f"p{3 + number}")


def _steps(waits: str, count: int) -> int:
    """Return the steps that the database takes for a second's works, once everything stands in its queue."""
    world = Paced(people=count + 2)
    _fill(world, waits, count)
    world.run()
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 100
        return 0

    world.store._connection.set_progress_handler(step, 100)
    for number in range(10):
        world.say("p2", f"antwoord {number}", Urgency.REPLY)
        world.run(0.1)
    return steps


def test_what_is_for_a_platform_that_does_not_run_waits_until_it_does() -> None:
    world = Paced()
    away = world.screen
    world.worker = DeliveryWorker(world.store, {"local": world.page}, monotonic=world.clock.monotonic)
    row = world.say("p1", urgency=Urgency.REPLY)
    before = world.works
    world.run(60)
    assert (world.row(row)[0], world.works - before) == ("ready", 1)
    world.restart()
    world.run(5)
    assert [one.text for one in away.shown] == ["Hoi"]


def test_a_refusal_that_is_over_is_not_kept() -> None:
    world = Paced()
    for name in ("1", "2"):
        world.screen.moods[name] = [Unsent(timedelta(seconds=5))]
        world.say(f"p{name}")
        world.run(20)
    kept = world.store.read(lambda tx: tx.rows("SELECT name FROM marks WHERE name LIKE 'blocked:%'"))
    assert [row["name"] for row in kept] == ["blocked:telegram:2"]
