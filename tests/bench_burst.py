"""A burst: everybody is reminded at once, and people go on typing all the while, against a server that counts.

The real path, from the outbox to the server and from the server to the outbox, on one clock for both: it stands still
while anything is on its way, and then jumps to the next moment at which anything can happen.
"""

import asyncio
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, House, assembled
from bot.settings import Telegram
from bot.telegram import PLATFORM
from bot.telegram.edge import TelegramEdge
from jobs.worker import Worker, settle
from programme.messages import Address, Outgoing, Urgency
from programme.records import Membership, Person, Role
from storage.chats import chats
from storage.database import Database, Transaction
from storage.files import FileStore
from storage.messages import outbox
from storage.people import people
from tests.bot_api import BotApi
from tests.figures import Figure
from tests.region import REGION, START, seed

TEN = START + timedelta(hours=2)
FIRST = 1001  # the account of the first person
REMINDER = "Herinnering: hoe staat het met je mijlpaal?"
TYPED = "/help"
EVERY = 2.0  # seconds between two people who type
A_SECOND = 30
EVERYBODY = 20_000


@dataclass(frozen=True, kw_only=True)
class Burst:
    """What a burst came to; all but ``took`` in seconds of its own clock.

    ``least``: what the limits allow for as many messages. ``waits``: of each reply, from arrival to shown.
    """

    reminders: int
    messages: int
    lasted: float
    refused: int
    waits: Sequence[float]
    took: float

    @property
    def least(self) -> float:
        return self.messages / A_SECOND

    @property
    def waited(self) -> float:
        """The 95th percentile of what people waited for."""
        return statistics.quantiles(self.waits, n=20)[-1]


class Jumping:
    """A clock that stands still until it is set forward."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - TEN).total_seconds()

    def epoch(self) -> float:
        return TEN.astimezone(UTC).timestamp() + self.monotonic()


def bursts(folder: Path) -> Iterator[Figure]:
    """Everybody of a large programme at once."""
    found = burst(folder / "burst", EVERYBODY)
    replies = found.messages - found.reminders
    yield Figure(
        what=f"{found.reminders:,} reminders and {replies} replies on Telegram, on a clock that jumps",
        measured=f"{found.lasted / 60:.2f} min",
        promised=f"{found.least / 60:.2f} min + 3 %",
    )
    yield Figure(what="  refused by the server, which counts", measured=str(found.refused), promised="0")
    yield Figure(
        what="  a reply meanwhile, 95th percentile", measured=f"{found.waited:.2f} s", promised="2 s"
    )
    yield Figure(what="  which took, by the clock on the wall", measured=f"{found.took:.0f} s")


def burst(folder: Path, reminders: int) -> Burst:
    """Remind so many people at once, and let some of them type until everybody is reminded."""
    clock = Jumping(TEN)
    with BotApi(clock=clock.epoch) as api:
        limits = api.enforce_limits(clock.monotonic)
        for number in range(reminders):
            api.person(f"Docent {number}", id=FIRST + number, started=True)
        store = Database(folder / "aanjager.db")
        store.write(partial(crowd, count=reminders)).result()
        store.write(partial(remind, count=reminders, now=TEN)).result()
        begun = time.perf_counter()
        typed = asyncio.run(_Played(api, clock, store, folder, reminders).play())
        took = time.perf_counter() - begun
        store.close()
        return _measured(api, typed, reminders, limits.broken, took)


def crowd(tx: Transaction, count: int) -> None:
    """Let so many teachers have a private chat on Telegram."""
    seed(tx)
    membership = Membership(region=REGION.key, role=Role.TEACHER)
    for number in range(count):
        account = str(FIRST + number)
        people.add_person(tx, Person(key=account, name=f"Docent {number}", memberships=(membership,)), START)
        chats.open_account(tx, PLATFORM, account, account)
        chats.belongs_to(tx, chats.arrive(tx, PLATFORM, account, "private", "", START).key, account)


def remind(tx: Transaction, count: int, now: datetime) -> None:
    """Have something to tell everybody."""
    message = Outgoing(text=REMINDER, urgency=Urgency.REMINDER)
    for number in range(count):
        to = Address(person=str(FIRST + number))
        outbox.say(tx, replace(message, to=to), asked_in=None, region=REGION.key, now=now)


class _Played:
    """The bot, and who types to it."""

    def __init__(self, api: BotApi, clock: Jumping, store: Database, folder: Path, count: int) -> None:
        self._api = api
        self._clock = clock
        self._store = store
        self._count = count
        self._house = House(store=store, files=FileStore(folder / "files"), clock=clock)
        self._typed: dict[int, datetime] = {}
        self._writers = random.Random(7)

    async def play(self) -> dict[int, float]:
        """Let everything happen; return who typed, and when."""
        edge = TelegramEdge(self._house, Telegram(base_url=self._api.address), SecretStr(self._api.token))
        app = assembled(self._house, [edge])
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(edge.serving(app.scheduler))
            await self._run(self._workers(app))
        return {who: (at - TEN).total_seconds() for who, at in self._typed.items()}

    def _workers(self, app: App) -> list[Worker]:
        """All that answer and deliver; menus and the nightly tidying have no part in a burst."""
        return [app.workers[name] for name in ("inbox", "occurrences", "delivery")]

    async def _run(self, workers: list[Worker]) -> None:
        types = TEN
        while True:
            following = await settle(workers, self._clock.at)
            waits = self._store.read(_waits)
            if not waits:
                return
            self._clock.at = min(types, following) if following else types
            if self._clock.at == types:
                await self._somebody_types()
                types += timedelta(seconds=EVERY)

    async def _somebody_types(self) -> None:
        who = FIRST + self._writers.randrange(self._count)
        if who in self._typed:
            return
        self._typed[who] = self._clock.at
        self._api.type(who, TYPED)
        while self._api.pending:
            await asyncio.sleep(0.001)


def _waits(tx: Transaction) -> bool:
    """Whether any reminder waits."""
    found = tx.value(
        "SELECT 1 FROM outbox WHERE state = 'ready' AND urgency = :reminder LIMIT 1",
        reminder=int(Urgency.REMINDER),
    )
    return bool(found)


def _measured(api: BotApi, typed: dict[int, float], reminders: int, refused: int, took: float) -> Burst:
    """Read off the server what it saw; RuntimeError when it did not see everything."""
    sent = [one for one in api.requests("sendMessage") if one.code == 200]
    moments = {(int(one.params["chat_id"]), one.params["text"] == REMINDER): one.moment for one in sent}
    told = sum(1 for _who, reminder in moments if reminder)
    begun = TEN.timestamp()
    waits = [moments[who, False] - begun - at for who, at in typed.items() if (who, False) in moments]
    if told < reminders or len(waits) < len(typed):
        raise RuntimeError(f"{told} of {reminders} reminders and {len(waits)} of {len(typed)} replies came")
    return Burst(
        reminders=reminders,
        messages=len(sent),
        lasted=max(one.moment for one in sent) - begun,
        refused=refused + sum(1 for one in api.requests() if one.code == 429),
        waits=waits,
        took=took,
    )
