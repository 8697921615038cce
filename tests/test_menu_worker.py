"""The worker of command menus closes every gap in its own time, and neither failures nor messages are in its way."""

import asyncio
from datetime import timedelta

import pytest

from handlers.menus import FOR_GROUPS, FOR_STRANGERS, edition, in_words
from jobs.menus import CROWD, HANDFUL, PAUSES, MenuWorker
from jobs.sender import Forbidden, Gone, Refused, SendError, Uncertain, Unsent
from jobs.worker import settle
from programme.happenings import Happened
from programme.messages import Address, Outgoing
from programme.records import Person
from storage import marks
from storage.chats import chat_changes, chats, menus
from storage.database import MemoryStore, Transaction
from storage.messages import outbox
from storage.people import people
from tests.test_menus import Menu, names
from tests.two_regions import START

SECOND = timedelta(seconds=1)


class Board:
    """A platform that shows menus, where each call can be made to fail."""

    platform = "local"

    def __init__(self) -> None:
        self.shown: dict[str, Menu] = {}
        self.defaults: dict[tuple[str, str], Menu] = {}
        self.calls: list[str] = []
        self.faults: dict[str, list[SendError | Exception]] = {}

    async def show_menu(self, address: str, commands: Menu) -> None:
        self.calls.append(address)
        self._fail(address)
        self.shown[address] = tuple(commands)

    async def show_defaults(self, kind: str, language: str, commands: Menu) -> None:
        self._fail("defaults")
        self.defaults[kind, language] = tuple(commands)

    def _fail(self, where: str) -> None:
        faults = self.faults.get(where)
        if faults:
            raise faults.pop(0)


def wanting(*keys: str) -> MemoryStore:
    """Return a store in which these people's private chats want a menu."""
    store = MemoryStore()

    def fill(tx: Transaction) -> None:
        for key in keys:
            people.add_person(tx, Person(key=key, name=key), START)
            chat = chats.arrive(tx, Board.platform, f"a{key}", "private", "", START)
            chats.belongs_to(tx, chat.key, key)
            menus.want(tx, key, "nl:help")

    store.write(fill).result()
    return store


def work(worker: MenuWorker, seconds: float = 0, times: int = 1) -> float | None:
    """Let the worker work so many times, each when it asks for; return when it wants to be woken next."""

    async def working() -> float | None:
        at: float | None = seconds
        for _time in range(times):
            if at is None:
                return None
            following = await settle([worker], START + timedelta(seconds=at))
            at = (following - START).total_seconds() if following else None
        return at

    return asyncio.run(working())


def test_every_gap_is_closed_a_handful_a_second() -> None:
    store, board = wanting(*(f"p{n:02}" for n in range(12))), Board()
    worker = MenuWorker(store, board)
    assert work(worker) == 1
    assert len(board.calls) == HANDFUL
    assert work(worker, 0.5) == 1
    assert len(board.calls) == HANDFUL
    assert work(worker, 1, times=3) is None
    assert board.shown == {f"ap{n:02}": in_words(("help",), "nl") for n in range(12)}
    assert work(worker, 60) is None
    assert len(board.calls) == 12


def test_an_empty_menu_takes_the_old_one_away() -> None:
    store, board = wanting("p"), Board()
    worker = MenuWorker(store, board)
    work(worker, times=2)
    store.write(lambda tx: menus.want(tx, "p", "")).result()
    work(worker, 5)
    assert board.shown == {"ap": ()}


def test_chats_without_a_menu_of_their_own_list_the_defaults() -> None:
    board = Board()
    work(MenuWorker(MemoryStore(), board))
    assert {key: names(shown) for key, shown in board.defaults.items()} == {
        ("private", ""): list(FOR_STRANGERS),
        ("private", "nl"): list(FOR_STRANGERS),
        ("channel", ""): list(FOR_GROUPS),
        ("channel", "nl"): list(FOR_GROUPS),
    }
    assert FOR_GROUPS == ("week", "kanaal", "help")
    assert dict(board.defaults["channel", ""])["week"] == "where the region stands"
    assert dict(board.defaults["channel", "nl"])["week"] == "hoe de regio ervoor staat"


@pytest.mark.parametrize("refusal", [Gone(Happened.BLOCKED), Forbidden(), Refused()])
def test_a_chat_that_refuses_is_left_alone_until_something_else_is_wanted(refusal: SendError) -> None:
    store, board = wanting("p", "q"), Board()
    board.faults["ap"] = [refusal]
    worker = MenuWorker(store, board)
    assert work(worker, times=3) is None
    assert (sorted(board.calls), set(board.shown)) == (["ap", "aq"], {"aq"})
    store.write(lambda tx: menus.want(tx, "p", "nl:week,help")).result()
    work(worker, 60)
    assert names(board.shown["ap"]) == ["week", "help"]


@pytest.mark.parametrize("fault", [Unsent, Uncertain])
def test_menus_wait_longer_after_every_failure_and_then_go_on(fault: type[SendError]) -> None:
    store, board = wanting("p"), Board()
    board.faults["ap"] = [fault() for _time in range(7)]
    worker, at, pauses = MenuWorker(store, board), 0.0, []
    for _time in range(7):
        following = work(worker, at)
        work(worker, at + 1)
        assert following == at + 1
        following = work(worker, at + 1)
        assert following is not None
        pauses.append(following - at)
        at = following
    assert pauses == [pause.total_seconds() for pause in (*PAUSES, *PAUSES[-1:] * 2)]
    work(worker, at)
    assert set(board.shown) == {"ap"}


def test_a_platform_that_names_its_own_pause_gets_it() -> None:
    store, board = wanting("p"), Board()
    board.faults["ap"] = [Unsent(timedelta(seconds=77))]
    worker = MenuWorker(store, board)
    work(worker)
    assert work(worker, 2) == 77
    work(worker, 77)
    assert set(board.shown) == {"ap"}


def test_one_chat_that_keeps_failing_holds_up_no_other() -> None:
    keys = [f"p{n}" for n in range(7)]
    store, board = wanting(*keys), Board()
    first = store.read(lambda tx: menus.gaps(tx, Board.platform, "", 1))[0].address
    board.faults[first] = [Unsent() for _time in range(3)]
    work(MenuWorker(store, board), times=12)
    assert set(board.shown) == {f"a{key}" for key in keys}


def test_a_fault_of_ours_waits_an_hour_and_stops_nothing_else() -> None:
    store, board = wanting("p"), Board()
    board.faults["ap"] = [KeyError("ours")]
    worker = MenuWorker(store, board)
    work(worker)
    assert work(worker, 2) == 3600
    work(worker, 3600)
    assert set(board.shown) == {"ap"}


def test_the_defaults_are_shown_later_where_the_platform_cannot_be_reached() -> None:
    store, board = wanting("p"), Board()
    board.faults["defaults"] = [Unsent()]
    worker = MenuWorker(store, board)
    work(worker)
    assert (board.defaults, board.shown) == ({}, {})
    work(worker, 5)
    assert (len(board.defaults), len(board.shown)) == (4, 1)


def test_menus_wait_while_messages_do() -> None:
    store, board = wanting("p"), Board()

    def crowd(tx: Transaction) -> None:
        chat = chats.private_chat(tx, "p")
        for _message in range(CROWD):
            outbox.say(tx, Outgoing(text="…", to=Address(chat=chat)), asked_in=None, region=None, now=START)

    store.write(crowd).result()
    worker = MenuWorker(store, board)
    assert work(worker) == 10
    assert board.calls == []
    store.write(lambda tx: tx.run("UPDATE outbox SET state = 'sent' WHERE key = 1")).result()
    work(worker, 10)
    assert board.calls == ["ap"]


def test_a_chat_that_is_gone_gets_its_menu_when_it_is_back() -> None:
    store, board = wanting("p"), Board()
    chat = store.read(lambda tx: chats.private_chat(tx, "p")) or ""
    store.write(lambda tx: chat_changes.lose(tx, chat, Happened.BLOCKED, START)).result()
    worker = MenuWorker(store, board)
    work(worker, times=2)
    assert board.calls == []
    store.write(lambda tx: chat_changes.find(tx, chat)).result()
    work(worker, 60)
    assert board.calls == ["ap"]


@pytest.mark.parametrize("change", ["another wording", "another bot", "nothing"])
def test_what_an_older_edition_or_another_bot_showed_is_shown_anew(
    change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, board = wanting("p", "q"), Board()
    store.write(lambda tx: menus.want(tx, "q", "")).result()
    work(MenuWorker(store, board), times=3)
    if change == "another wording":
        monkeypatch.setattr("jobs.menus.edition", lambda: f"{edition()}!")
    if change == "another bot":
        store.write(lambda tx: marks.set_mark(tx, "local.name", "ander_bot")).result()
    work(MenuWorker(store, board), times=3)
    assert board.calls == (["ap"] if change == "nothing" else ["ap", "ap"])


def test_what_is_wanted_meanwhile_is_shown_next() -> None:
    store, board = wanting("p"), Board()
    shown = board.show_menu

    async def show_late(address: str, commands: Menu) -> None:
        store.write(lambda tx: menus.want(tx, "p", "nl:week")).result()
        await shown(address, commands)

    board.show_menu = show_late  # type: ignore[method-assign]
    worker = MenuWorker(store, board)
    work(worker)
    work(worker, 5)
    assert names(board.shown["ap"]) == ["week"]
