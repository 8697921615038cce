"""An album, of which every part arrives by itself, is answered once; order in a chat is kept, whatever is attached."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.attachments import PICTURES_AT_MOST
from jobs.sender import Gone, Unsent
from storage.database import Store
from storage.messages import inbox
from tests.attached import MOMENT, Attached, begins

ASKED = "Zijn er leerlingen herkenbaar"
FILM = "Filmpjes kan ik niet aannemen."
SECOND = timedelta(seconds=1)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Attached]:
    bot = Attached(tmp_path)
    yield bot
    bot.close()


def test_an_album_is_one_message_with_its_caption(bot: Attached) -> None:
    bot.bring(
        bot.came("photo", album="A"), bot.came("photo", album="A", text="Pilot"), bot.came("photo", album="A")
    )
    bot.run()
    assert (bot.said(), bot.shelf.asked) == ([], [])
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED)
    assert bot.shelf.asked == ["f1", "f2", "f3"]
    assert (len(bot.kept()), bot.states()) == (3, ["done"] * 3)
    assert waiting_pictures(bot) == 3


def test_the_parts_may_come_one_by_one(bot: Attached) -> None:
    for _part in range(4):
        bot.bring(bot.came("photo", album="A"))
        bot.run(SECOND)
    assert bot.shelf.asked == []
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED)
    assert waiting_pictures(bot) == 4


def test_the_parts_may_come_before_and_after_a_restart(bot: Attached) -> None:
    bot.bring(bot.came("photo", album="A"))
    bot.restart()
    bot.run(SECOND)
    bot.bring(bot.came("photo", album="A", text="Pilot"))
    bot.run(SECOND)
    bot.restart()
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED)
    assert waiting_pictures(bot) == 2


def test_an_album_that_came_before_a_restart_is_whole_after_it(bot: Attached) -> None:
    bot.bring(bot.came("photo", album="A"), bot.came("photo", album="A"))
    bot.shelf.errors = {"f2": [Unsent()]}
    bot.run(MOMENT - SECOND - SECOND - SECOND)
    assert bot.states() == ["received", "done"]
    bot.restart()
    bot.run(MOMENT)
    assert (bot.states(), waiting_pictures(bot), len(bot.on_disk())) == (["done", "done"], 2, 2)


def test_what_is_said_in_between_is_answered_below_the_album(bot: Attached) -> None:
    bot.bring(bot.came("photo", album="A"), bot.came(text="/week"), bot.came("photo", album="A"))
    bot.run(MOMENT)
    assert begins(bot.said(), ASKED, "De week van")
    assert waiting_pictures(bot) == 2


def test_two_albums_and_those_of_two_people_stay_apart(bot: Attached) -> None:
    bot.bring(
        bot.came("photo", album="A"),
        bot.came("photo", album="A", person="manager"),
        bot.came("photo", album="B"),
        bot.came("photo", album="B"),
    )
    bot.run(MOMENT)
    assert [len(pictures(bot, key)) for key in (1, 2, 3, 4)] == [1, 1, 2, 0]


def test_of_an_album_with_films_the_pictures_are_taken_and_the_films_declined_once(bot: Attached) -> None:
    bot.bring(*(bot.came(kind, album="A") for kind in ("film", "photo", "film", "photo")))
    bot.run(MOMENT)
    assert begins(bot.said(), FILM, ASKED)
    assert waiting_pictures(bot) == 2


def test_papers_that_come_together_are_declined_once(bot: Attached) -> None:
    bot.bring(*(bot.came("paper", album="A") for _part in range(3)))
    bot.run(MOMENT)
    assert begins(bot.said(), "Documenten kan ik niet lezen.")


def test_of_an_album_that_cannot_be_fetched_as_a_whole_the_rest_is_kept(bot: Attached) -> None:
    bot.shelf.errors = {"f2": [Gone()]}
    bot.bring(*(bot.came("photo", album="A") for _part in range(3)))
    bot.run(MOMENT)
    assert begins(bot.said(), "Het is me niet gelukt om de foto op te halen.", ASKED)
    assert waiting_pictures(bot) == 2


def test_a_part_that_comes_much_too_late_is_a_message_of_its_own(bot: Attached) -> None:
    bot.bring(bot.came("photo", album="A"))
    bot.run(MOMENT)
    bot.bring(bot.came("photo", album="A"))
    bot.run(MOMENT)
    assert [len(pictures(bot, key)) for key in (1, 2)] == [1, 1]
    assert len(bot.kept()) == 2


def test_more_pictures_than_a_message_holds_are_declined(bot: Attached) -> None:
    bot.bring(*(bot.came("photo", album="A") for _part in range(PICTURES_AT_MOST + 3)))
    bot.run(MOMENT)
    assert begins(bot.said(), "Ik neem hoogstens 10 foto's tegelijk aan.", ASKED)
    assert waiting_pictures(bot) == PICTURES_AT_MOST


def test_an_album_of_which_one_part_is_meant_for_the_bot_is_meant_as_a_whole(bot: Attached) -> None:
    bot.bring(
        bot.came("film", album="A", where="Team"), bot.came("paper", album="A", where="Team", text="/week")
    )
    bot.run(MOMENT)
    (declined, _week) = bot.said("docent", "Team")
    assert FILM in declined and "Documenten" in declined


ONE = st.tuples(
    st.sampled_from(("docent", "coordinator", "manager")),
    st.sampled_from(("", "photo", "film", "voice")),
    st.sampled_from(("", "", "A", "B")),
    st.integers(0, 3),
)


class Answering:
    """A worker that answers like the inbox's, and only notes what and in which order."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.answered: list[tuple[str, str]] = []

    async def work(self, now: datetime) -> datetime | None:
        found = self.store.read(lambda tx: inbox.waiting(tx, 2))
        for arrival in found:
            assert not arrival.attachments
            self.answered.append((arrival.account, arrival.text))
            self.store.write(partial(inbox.done, key=arrival.key, now=now)).result()
        return now if found else None

    async def idle(self) -> None:
        """Nothing is ever in flight."""

    def bounded(self) -> "Answering":
        return self


@settings(max_examples=25)
@given(
    came=st.lists(ONE, max_size=12),
    errors=st.lists(st.integers(1, 12), max_size=6),
    restarts=st.sets(st.integers(0, 12)),
)
def test_everything_is_answered_once_and_in_the_order_of_its_chat(
    came: list[tuple[str, str, str, int]], errors: list[int], restarts: set[int]
) -> None:
    with TemporaryDirectory() as folder:
        answered = _answered(Attached(Path(folder)), came, errors, restarts)
    for person in ("docent", "coordinator", "manager"):
        mine = [text.split("\n") for who, text in answered if who == person]
        said = [str(place) for place, one in enumerate(came) if one[0] == person]
        assert sorted(one for part in mine for one in part) == sorted(said)
        assert [int(part[0]) for part in mine] == sorted(int(part[0]) for part in mine)


def _answered(
    bot: Attached, came: list[tuple[str, str, str, int]], errors: list[int], restarts: set[int]
) -> list[tuple[str, str]]:
    answering = Answering(bot.store)
    bot.workers[1:] = [answering]
    for number in errors:
        bot.shelf.errors.setdefault(f"f{number}", []).append(Unsent())
    for place, (person, kind, album, seconds) in enumerate(came):
        kinds = (kind,) if kind else ()
        bot.bring(bot.came(*kinds, text=str(place), album=album if kinds else "", person=person))
        bot.run(timedelta(seconds=seconds))
        if place in restarts:
            bot.restart()
            answering.store = bot.store
            bot.workers[1:] = [answering]
    bot.run(timedelta(minutes=5))
    bot.close()
    return answering.answered


def pictures(bot: Attached, key: int) -> list[str]:
    """Return what pictures an arrival brought."""
    body = bot.store.read(lambda tx: tx.value("SELECT body FROM inbox WHERE key = :key", key=key))
    return list(json.loads(body).get("pictures", ()))


def waiting_pictures(bot: Attached) -> int:
    """How many pictures the open report has."""
    state = bot.store.read(lambda tx: tx.value("SELECT state FROM conversations"))
    return str(state).count(".jpg")
