"""Pictures are fetched beside all else: again where that may help, nothing lost, doubled or left behind."""

import asyncio
import errno
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.local import open_private_chat
from documents.photos import Photo, clean_photo
from jobs.attachments import PATIENCE, AttachmentWorker
from jobs.places import AT_ONCE
from jobs.sender import Forbidden, Gone, Refused, TooLarge, Uncertain, Unsent
from jobs.sweeping import sweep
from jobs.worker import settle
from programme.records import Membership, Person, Role
from programme.text import _
from storage import pictures
from storage.database import Transaction
from storage.driver import NoRoom
from storage.people import people
from tests.attached import MOMENT, PHOTO, Attached, begins, quick
from tests.test_attachments import ASKED, UNFETCHED, WEEK


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Attached]:
    bot = Attached(tmp_path)
    yield bot
    bot.close()


@pytest.mark.parametrize("error", [Gone(), Refused(), Forbidden()])
def test_what_the_platform_will_never_give_is_declined_at_once(bot: Attached, error: Exception) -> None:
    bot.shelf.errors = {"f1": [error]}
    assert bot.send("photo", text="/week") == [UNFETCHED, *bot.send(text="/week")]


def test_what_the_platform_finds_too_large_is_declined_at_once(bot: Attached) -> None:
    bot.shelf.errors = {"f1": [TooLarge()]}
    assert begins(bot.send("photo"), "Deze foto is groter dan 20 MB.")


@pytest.mark.parametrize("error", [Unsent(), Uncertain(), Unsent(timedelta(seconds=7))])
def test_a_platform_that_does_not_answer_is_asked_again(bot: Attached, error: Exception) -> None:
    bot.shelf.errors = {"f1": [error]}
    assert bot.send("photo") == []
    bot.run(timedelta(seconds=8))
    assert begins(bot.said(), ASKED)
    assert bot.shelf.asked == ["f1", "f1"]


def test_a_platform_that_asks_to_be_left_alone_is(bot: Attached) -> None:
    bot.shelf.errors = {"f1": [Unsent(timedelta(seconds=7))]}
    bot.send("photo")
    bot.run(timedelta(seconds=6))
    assert bot.shelf.asked == ["f1"]
    bot.run(timedelta(seconds=1))
    assert bot.shelf.asked == ["f1", "f1"]


def test_after_two_minutes_in_vain_the_message_is_answered_without_its_picture(bot: Attached) -> None:
    bot.shelf.errors = {"f1": [Unsent() for _ in range(99)]}
    assert bot.send("photo", text="/week") == []
    bot.run(PATIENCE - timedelta(seconds=1))
    assert bot.said() == []
    bot.run(timedelta(seconds=1))
    assert begins(bot.said(), UNFETCHED, WEEK)
    assert (PATIENCE, len(bot.shelf.asked)) == (timedelta(minutes=2), 6)


def test_a_platform_that_wants_a_longer_pause_than_people_have_patience_is_not_waited_for(
    bot: Attached,
) -> None:
    bot.shelf.errors = {"f1": [Unsent(timedelta(hours=1))]}
    assert bot.send("photo") == [UNFETCHED]


def test_what_came_in_vain_leaves_no_file_behind(bot: Attached) -> None:
    bot.shelf.errors = {"f2": [Unsent()]}
    bot.send("photo", "photo")
    assert (bot.on_disk(), bot.kept()) == (set(), [])
    bot.run(MOMENT)
    assert len(bot.on_disk()) == len(bot.kept()) == 2


def test_of_several_pictures_the_ones_that_came_are_kept(bot: Attached) -> None:
    bot.shelf.errors = {"f2": [Gone()]}
    assert begins(bot.send("photo", "photo", "photo"), UNFETCHED, ASKED)
    assert len(bot.kept()) == 2


def test_a_platform_that_is_no_longer_there_holds_nothing_up(bot: Attached) -> None:
    bot.workers[0] = AttachmentWorker(bot.store, bot.files, {})
    assert begins(bot.send("photo", text="/week"), UNFETCHED, WEEK)


def test_a_fault_of_ours_is_apologised_for_and_holds_nothing_up(bot: Attached) -> None:
    bot.shelf.errors = {"f1": [KeyError("a fault of ours")]}
    bot.bring(bot.came("photo"), bot.came(text="/week"))
    bot.run()
    assert begins(bot.said(), "Er ging iets mis aan mijn kant", WEEK)
    assert bot.on_disk() == set()


def test_what_follows_in_the_same_chat_waits_and_other_chats_do_not(bot: Attached) -> None:
    bot.shelf.errors = {"f1": [Unsent()]}
    bot.bring(
        bot.came("photo", text="/help"), bot.came(text="/week"), bot.came(text="/week", person="manager")
    )
    bot.run()
    assert (bot.said(), begins(bot.said("manager"), WEEK)) == ([], True)
    bot.run(MOMENT)
    assert begins(bot.said(), "Typ gewoon", WEEK)  # in this order


def test_what_came_before_it_is_answered_before_a_photo_is_fetched(bot: Attached) -> None:
    """It may say who is speaking: an invitation, and a photo in the same breath."""
    states: list[list[str]] = []

    async def watch(file: str) -> None:
        states.append(bot.states())

    bot.shelf.watch = watch
    bot.bring(bot.came(text="/week"), bot.came("photo"))
    bot.run()
    assert states == [["done", "received"]]


def test_a_stranger_is_told_who_the_bot_is_for_and_nothing_is_fetched(bot: Attached) -> None:
    bot.bring(bot.came("photo", person="docent"))
    bot.store.write(lambda tx: tx.run("UPDATE memberships SET ended_at = 1")).result()
    bot.run()
    assert (bot.shelf.asked, len(bot.said())) == ([], 1)


def test_several_chats_are_fetched_at_once_but_not_too_many_and_one_is_decoded_at_a_time(
    bot: Attached,
) -> None:
    fetching, decoding = Gauge(), Gauge()

    async def watch(file: str) -> None:
        with fetching:
            await asyncio.sleep(0.01)

    def clean(data: bytes) -> Photo:
        with decoding:
            return clean_photo(data)

    people = [f"p{number}" for number in range(2 * AT_ONCE)]
    for person in people:
        join(bot, person)
    bot.shelf.watch = watch
    bot.workers[0] = AttachmentWorker(bot.store, bot.files, {"local": bot.shelf}, clean=clean)
    bot.bring(*(bot.came("photo", person=person) for person in people for _twice in range(2)))
    bot.run()
    assert (fetching.most, decoding.most) == (AT_ONCE, 1)
    assert {one["person"] for one in bot.kept()} == set(people)
    assert len(bot.kept()) == 2 * len(people)


def test_a_restart_while_it_is_fetched_loses_and_doubles_nothing(bot: Attached) -> None:
    bot.bring(bot.came("photo", text="Pilot gedraaid"), bot.came(text="nee"))
    asyncio.run(killed_while_fetching(bot))
    assert bot.states() == ["received", "ready"]
    bot.restart()
    asyncio.run(sweep(bot.store, bot.files))
    bot.run()
    assert (bot.states(), len(bot.kept()), len(bot.on_disk())) == (["done", "done"], 1, 1)
    assert begins(bot.said(), ASKED, "Over welke activiteit")


def test_a_crash_between_the_file_and_the_commit_leaves_a_file_that_is_swept(bot: Attached) -> None:
    bot.send("photo")
    bot.files.put(PHOTO, "image/jpeg")
    bot.restart()
    asyncio.run(sweep(bot.store, bot.files))
    assert bot.on_disk() == {one["kept_as"] for one in bot.kept()}


def test_a_database_that_cannot_keep_it_now_gets_it_later(
    bot: Attached, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(pictures, "come_with", full)
        assert bot.send("photo") == []
    assert (bot.states(), bot.on_disk()) == (["received"], set())
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED)


def test_a_full_disk_is_no_reason_to_decline(bot: Attached, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(bot.files, "put", no_room)
        assert bot.send("photo") == []
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED)


def test_what_came_after_the_clock_began_to_turn_waits(bot: Attached) -> None:
    bot.bring(bot.came("photo"))
    bounded = [worker.bounded() for worker in bot.workers]
    bot.bring(bot.came("photo", person="manager"))
    asyncio.run(settle(bounded, bot.now))
    assert bot.shelf.asked == ["f1"]
    bot.run()
    assert bot.shelf.asked == ["f1", "f2"]


class Gauge:
    """How many are at something at one moment, and how many were at most."""

    now = most = 0

    def __enter__(self) -> None:
        self.now += 1
        self.most = max(self.most, self.now)

    def __exit__(self, *_fault: object) -> None:
        self.now -= 1


async def killed_while_fetching(bot: Attached) -> None:
    """Begin to fetch, and end while the platform has still to answer."""

    asked = asyncio.Event()

    async def watch(file: str) -> None:
        asked.set()
        await asyncio.Event().wait()

    bot.shelf.watch = watch
    await bot.workers[0].work(bot.now)
    await asked.wait()
    bot.shelf.watch = quick


def join(bot: Attached, person: str) -> None:
    """Let somebody take part as a teacher."""
    teacher = Membership(region="DEMO", role=Role.TEACHER)

    def come_in(tx: Transaction) -> None:
        people.add_person(tx, Person(key=person, name=person, memberships=(teacher,)), bot.now)
        open_private_chat(tx, person, person, bot.now)

    bot.store.write(come_in).result()


def full(*_args: object) -> None:
    raise NoRoom(_("Text"), _("Text"))


def no_room(*_args: object) -> str:
    raise OSError(errno.ENOSPC, "no room")
