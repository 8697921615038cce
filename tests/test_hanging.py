"""What hangs in one chat holds back no photos of others, and no press behind it for long."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from jobs import attachments
from jobs.attachments import PATIENCE, PAUSES
from jobs.places import AGAIN, AT_LAST, AT_ONCE
from jobs.sender import Unsent
from storage.messages.inbox import Arrival
from tests.attached import Attached, begins, quick
from tests.test_attachments import ASKED, UNFETCHED, VOICE, WEEK
from tests.test_fetching import join

TRY = timedelta(seconds=0.05)
OTHERS = [f"p{number}" for number in range(3 * AT_ONCE)]


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Attached]:
    monkeypatch.setattr(attachments, "FIRST_TRY", TRY)
    monkeypatch.setattr(attachments, "LATER_TRY", TRY)
    bot = Attached(tmp_path)
    for person in OTHERS:
        join(bot, person)
    yield bot
    bot.close()


def hanging(*files: str) -> Callable[[str], Awaitable[None]]:
    """Let a messenger never give these away."""

    async def watch(file: str) -> None:
        if file in files:
            await asyncio.Event().wait()

    return watch


def hang(bot: Attached, count: int) -> list[str]:
    """Let so many people send a photo that hangs; return the files."""
    arrivals = [bot.came("photo", person=person) for person in OTHERS[:count]]
    files = [one.attachments[0].file for one in arrivals]
    bot.shelf.watch = hanging(*files)
    bot.bring(*arrivals)
    return files


def test_a_photo_that_hangs_is_given_up_in_time_and_the_message_answered_without(bot: Attached) -> None:
    bot.shelf.watch = hanging("f1")
    bot.bring(bot.came("photo", text="/week"))
    bot.run(PATIENCE + timedelta(seconds=1))
    assert begins(bot.said(), UNFETCHED, WEEK)
    assert len(bot.shelf.asked) == len(PAUSES) + 1


def test_of_an_album_that_hangs_every_photo_is_not_waited_for(bot: Attached) -> None:
    files = [f"f{number}" for number in range(1, 6)]
    bot.shelf.watch = hanging(*files)
    bot.bring(bot.came(*["photo"] * 5, "voice"))
    bot.run(PATIENCE + timedelta(seconds=1))
    assert bot.shelf.asked == ["f1"] * (len(PAUSES) + 1)
    assert begins(bot.said(), f"{UNFETCHED}\n\n{VOICE}")


@pytest.mark.parametrize("count", [AT_ONCE, len(OTHERS)])
def test_what_hung_before_leaves_room_for_what_comes(count: int, bot: Attached) -> None:
    hung = hang(bot, count)
    bot.run()
    assert set(bot.shelf.asked) == set(hung)
    bot.now += timedelta(minutes=1)  # all of it is to be tried again by now
    fresh = [bot.came("photo", person="docent"), bot.came("photo", person="manager")]
    bot.bring(*fresh)
    bot.shelf.asked.clear()

    async def begin() -> None:
        await bot.workers[0].work(bot.now)
        await asyncio.sleep(0)
        assert len(bot.shelf.asked) == AGAIN + len(fresh)
        await bot.workers[0].idle()

    asyncio.run(begin())
    assert {one.attachments[0].file for one in fresh} <= set(bot.shelf.asked)
    bot.run()
    assert begins(bot.said(), ASKED) and begins(bot.said("manager"), ASKED)


def test_what_hangs_for_the_first_time_holds_a_place_for_one_try_and_no_longer(bot: Attached) -> None:
    hung = hang(bot, AT_ONCE)
    bot.bring(bot.came("photo"))
    bot.now += timedelta(seconds=1)
    bot.run()
    assert bot.shelf.asked.index(f"f{AT_ONCE + 1}") <= AT_ONCE + AGAIN
    assert begins(bot.said(), ASKED)
    assert "received" in bot.states(), hung


def test_however_many_hang_nobody_waits_for_a_place_to_hear_that_it_was_in_vain(bot: Attached) -> None:
    hang(bot, len(OTHERS))
    bot.run()
    assert set(bot.states()) == {"received"}
    bot.shelf.asked.clear()
    bot.now += AT_LAST + timedelta(seconds=1)
    bot.run()
    assert (bot.shelf.asked, set(bot.states())) == ([], {"done"})
    assert [bot.said(person) for person in OTHERS] == [[UNFETCHED]] * len(OTHERS)


def test_a_chat_holds_one_place_however_much_is_sent_in_it(bot: Attached) -> None:
    arrivals = [bot.came("photo") for _time in range(3 * AT_ONCE)]
    bot.shelf.watch = hanging(*(one.attachments[0].file for one in arrivals))
    bot.bring(*arrivals, bot.came("photo", person="manager"))

    async def begin() -> None:
        await bot.workers[0].work(bot.now)
        await asyncio.sleep(0)
        assert len(bot.shelf.asked) == 2
        await bot.workers[0].idle()

    asyncio.run(begin())


def test_what_need_not_be_fetched_needs_no_place(bot: Attached) -> None:
    hang(bot, AT_ONCE)
    declined = [
        bot.came("voice", text="/week"),
        bot.came("photo", text="/week", where="Team Rivierenland", addressed=True),
    ]

    async def begin() -> None:
        await bot.workers[0].work(bot.now)
        bot.bring(*declined)
        await bot.workers[0].work(bot.now)
        while bot.states()[AT_ONCE:] != ["ready"] * len(declined):
            await asyncio.sleep(0)
        assert bot.states()[:AT_ONCE] == ["received"] * AT_ONCE
        await bot.workers[0].idle()

    asyncio.run(asyncio.wait_for(begin(), 5))


def press(bot: Attached) -> Arrival:
    """Return a press of a button that was shown before."""
    shown = bot.screen.shown[bot._chat("docent", "")][-1]
    return replace(bot.came(), press=shown.buttons[0].key)


@pytest.fixture
def asked(bot: Attached) -> Attached:
    """Somebody who has a message with buttons before them."""
    bot.send("photo")
    assert bot.screen.shown[bot._chat("docent", "")][-1].buttons
    bot.said()
    return bot


def test_a_press_behind_a_photo_that_does_not_come_at_once_goes_first(asked: Attached) -> None:
    asked.shelf.errors = {"f2": [Unsent()]}
    asked.bring(asked.came("photo"), press(asked), replace(asked.came(), text="/week"))
    asked.run()
    assert asked.states()[1:] == ["received", "done", "ready"]
    asked.run(timedelta(seconds=2))
    assert asked.states()[1:] == ["done"] * 3


def test_a_press_waits_for_a_photo_that_comes_at_once(asked: Attached) -> None:
    states: list[list[str]] = []

    async def watch(file: str) -> None:
        await asked.workers[1].work(asked.now)
        states.append(asked.states()[1:])

    asked.shelf.watch = watch
    asked.bring(asked.came("photo"), press(asked))
    asked.run()
    asked.shelf.watch = quick
    assert states == [["received", "ready"]]
    assert asked.states()[1:] == ["done", "done"]


def test_a_press_never_goes_before_words_that_came_before_it(asked: Attached) -> None:
    """They may be the answer to the question that it is about."""
    asked.shelf.errors = {"f2": [Unsent()]}
    asked.bring(asked.came("photo"), replace(asked.came(), text="24"), press(asked))
    asked.run()
    assert asked.states()[1:] == ["received", "ready", "ready"]
    asked.run(timedelta(seconds=2))
    assert asked.states()[1:] == ["done"] * 3
