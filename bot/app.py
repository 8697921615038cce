"""The wiring: the one place where store, workers and clock are put together with whichever platforms there are."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from bot.clock import Clock
from jobs.attachments import AttachmentWorker
from jobs.delivery import DeliveryWorker
from jobs.housekeeping import HousekeepingWorker
from jobs.inbox import InboxWorker
from jobs.menus import MenuWorker
from jobs.occurrences import OccurrenceWorker
from jobs.scheduler import Scheduler
from jobs.sender import Fetcher, MenuBoard, Sender
from jobs.sweeping import sweep
from jobs.worker import Worker
from programme.rules import Rules
from programme.text import Phrase
from storage.database import Store
from storage.files import FileStore

IN_CONVERSATION = frozenset({"inbox", "delivery"})  # the workers that answer words: people wait for them
Unshow = Callable[[Sequence[str]], Awaitable[None]]


class Bell:
    """Rings the scheduler that is made after those who want to ring."""

    scheduler: Scheduler | None = None

    def ring(self) -> None:
        """Wake every worker, once there is a scheduler."""
        if self.scheduler:
            self.scheduler.ring()


@dataclass(frozen=True, kw_only=True)
class House:
    """What every part stands on."""

    store: Store
    files: FileStore
    clock: Clock
    rules: Callable[[str], Rules] = lambda region: Rules()
    bell: Bell = field(default_factory=Bell)


class Edge(Protocol):
    """A platform as the house has it: what delivers to it, and what takes in from it.

    ``unshow`` takes files off a platform of our own; None where what was sent is out of our hands.
    """

    unshow: Unshow | None

    @property
    def board(self) -> MenuBoard | None:
        """What lists commands in each chat; None where there are no menus."""

    @property
    def fetcher(self) -> Fetcher | None:
        """What fetches the files that people send there; None where they come with the message."""

    @property
    def sender(self) -> Sender:
        """What delivers to it."""

    def serving(self, scheduler: Scheduler) -> AbstractAsyncContextManager[str]:
        """Take in what people do for as long as it is entered; the address at which they reach the bot."""

    def reached(self, address: str) -> Phrase:
        """Say that people reach the bot at an address."""


@dataclass(frozen=True, kw_only=True)
class App:
    """The bot with its platforms."""

    house: House
    edges: Sequence[Edge]
    workers: Mapping[str, Worker]
    scheduler: Scheduler


def assembled(house: House, edges: Sequence[Edge]) -> App:
    """Put the parts together; nothing runs yet."""
    workers = _workers(house, edges)
    scheduler = Scheduler(workers, house.clock.now, unhurried=workers.keys() - IN_CONVERSATION)
    house.bell.scheduler = scheduler
    return App(house=house, edges=edges, workers=workers, scheduler=scheduler)


def _workers(house: House, edges: Sequence[Edge]) -> Mapping[str, Worker]:
    """Return every worker by its name. Those that fetch or show something on a platform get it from its edge."""
    store, rules, ring = house.store, house.rules, house.bell.ring
    senders = {edge.sender.platform: edge.sender for edge in edges}
    fetchers = {edge.fetcher.platform: edge.fetcher for edge in edges if edge.fetcher}
    boards = [edge.board for edge in edges if edge.board]
    unshow = next((edge.unshow for edge in edges if edge.unshow), None)
    return {
        "attachments": AttachmentWorker(store, house.files, fetchers, ring),
        "inbox": InboxWorker(store, rules),
        "occurrences": OccurrenceWorker(store, rules),
        "housekeeping": HousekeepingWorker(store, house.files, rules, unshow),
        "delivery": DeliveryWorker(store, senders, ring, rules=rules, monotonic=house.clock.monotonic),
        **{f"menus_{board.platform}": MenuWorker(store, board) for board in boards},
    }


def page_app(
    store: Store,
    files: FileStore,
    clock: Clock,
    rules: Callable[[str], Rules] = lambda region: Rules(),
    port: int = 0,
) -> App:
    """Put the bot together with the chat page alone."""
    from bot.page.edge import PageEdge

    house = House(store=store, files=files, clock=clock, rules=rules)
    return assembled(house, [PageEdge(house, port)])


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[Sequence[str]]:
    """Run the workers and every platform; yield the addresses at which people reach the bot."""
    await sweep(app.house.store, app.house.files)
    async with AsyncExitStack() as stack:
        entered = [stack.enter_async_context(edge.serving(app.scheduler)) for edge in app.edges]
        addresses = [await each for each in entered]
        app.scheduler.start()
        try:
            yield addresses
        finally:
            await app.scheduler.stop()  # before the platforms: what is on its way still arrives
