"""Answers a second on Telegram, beside two libraries' own bots that say back what they hear and keep nothing.

Each bot is a process of its own, one after another against the same server, which is one more: over real HTTP, with
people of whom exactly ``UNANSWERED`` wait at any moment. Ours is the whole bot as ``aanjager run`` puts it together:
what arrives is kept, answered in a dialogue that is kept, said and settled, each durable before the next is told. Only
Telegram's own limits are off, which would hold every bot to 30 a second.

``python -m tests.bench_telegram ROLE ...`` is one of the processes.
"""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bot_api import TOKEN
from tests.bot_api.acting import Acting
from tests.bot_api.calls import Call
from tests.bot_api.server import Server
from tests.bot_api.world import World
from tests.figures import Figure
from tests.served import ROOT

UNANSWERED = 32
PEOPLE = 200
FIRST = 5_000  # account of the first
WARM, COUNTED = 500, 2_500  # answers
ROUNDS = 2  # of each the better, for whatever else the machine does only takes away
PATIENCE = 120.0
ECHOED = ("Pilot robotica",)
SAYS = frozenset({"sendmessage", "editmessagetext"})
# What each person types in turn. A dialogue costs a call more for every second text: what is answered by typing loses
# its buttons.
TALKS = {
    "a command": ("/help",),
    "a greeting": ("hallo",),
    "a dialogue": ("/instellingen", "annuleren"),
    "a report in free words, and cancelling it": (
        "Pilot robotica met 26 leerlingen, ging goed.",
        "annuleren",
    ),
}


def answers(folder: Path) -> Iterator[Figure]:
    """Measure each bot in turn, again and again, so that each has the same moments of the machine."""
    runs = {**{(OURS, what): talk for what, talk in TALKS.items()}, **{(echo, ""): ECHOED for echo in ECHOES}}
    best = dict.fromkeys(runs, 0.0)
    for number in range(ROUNDS):
        for (role, what), talk in runs.items():
            measured = rate(role, talk, folder / f"{number}{role}{what}")
            best[role, what] = max(best[role, what], measured)
    for what in TALKS:
        ours = best[OURS, what]
        beside = ", ".join(f"{ours / best[echo, '']:.2f} times {echo}" for echo in ECHOES)
        yield Figure(
            what=f"Telegram, {UNANSWERED} unanswered: durable answers a second to {what}",
            measured=f"{ours:,.0f} ({beside})",
            promised="2 times, and ahead",
        )
    for echo in ECHOES:
        yield Figure(what=f"  {echo}'s echo, which keeps nothing", measured=f"{best[echo, '']:,.0f}")


def rate(role: str, talk: Sequence[str], folder: Path) -> float:
    """Run the server and a bot; return the answers a second once it is warm."""
    with process("server", json.dumps(talk)) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        with process(role, address, str(folder)):
            said, _errors = server.communicate(timeout=PATIENCE)
    return float(said)


@contextlib.contextmanager
def process(*words: str) -> Iterator["subprocess.Popen[str]"]:
    """Run one of the roles as a process, until left."""
    line = [sys.executable, "-m", "tests.bench_telegram", *words]
    with subprocess.Popen(
        line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as one:
        try:
            yield one
        finally:
            one.terminate()
            one.wait(PATIENCE)


class Crowd(Server):
    """The Bot API, with people who type the next thing when they are answered, one in the place of another."""

    def __init__(self, talk: Sequence[str]) -> None:
        super().__init__(World(), TOKEN, lenient=True)
        self.done = asyncio.Event()
        self.seconds = 0.0
        self._talk = talk
        self._acting = Acting(self.world)
        self._typed = dict.fromkeys(range(FIRST, FIRST + PEOPLE), 0)
        self._resting = deque(self._acting.person("Docent", id=id, started=True) for id in self._typed)
        self._answered: set[int] = set(self._typed)
        self._count = 0
        self._begun = 0.0

    def begin(self) -> None:
        """Let the first people type."""
        for _one in range(UNANSWERED):
            self._type()

    def _type(self) -> None:
        person = self._resting.popleft()
        self._answered.discard(person)
        text = self._talk[self._typed[person] % len(self._talk)]
        self._typed[person] += 1
        self._acting.type(person, text)

    def _done(self, call: Call) -> Any:
        done = super()._done(call)
        if call.method in SAYS:
            self.loop.call_soon(self._hear, int(call.params["chat_id"]))
        return done

    def _hear(self, person: int) -> None:
        if person in self._answered:
            return
        self._answered.add(person)
        self._resting.append(person)
        self._count += 1
        if self._count == WARM:
            self._begun = time.perf_counter()
        if self._count == WARM + COUNTED:
            self.seconds = time.perf_counter() - self._begun
            self.done.set()
        self._type()


async def serve(talk: str) -> None:
    """Serve until enough was answered; print the address, then the answers a second."""
    crowd = Crowd(json.loads(talk))
    await crowd.start()
    crowd.begin()
    _print(crowd.address)
    await crowd.done.wait()
    await crowd.close()
    _print(str(COUNTED / crowd.seconds))


def python_telegram_bot(address: str, folder: str) -> None:
    """Say back what people say, as the library does it when nothing is set."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    bot = Application.builder().token(TOKEN).base_url(f"{address}/bot").build()
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.run_polling()


def aiogram(address: str, folder: str) -> None:
    """Say back what people say, as the library does it when nothing is set."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    asyncio.run(dispatcher.start_polling(bot))


def aanjager(address: str, folder: str) -> None:
    """Run our bot, with people whom it knows."""
    from pydantic import SecretStr

    from bot import logs, loop
    from bot.app import House, assembled, serving
    from bot.clock import SystemClock
    from bot.collector import settle_in
    from bot.settings import Settings, Telegram
    from bot.telegram.edge import TelegramEdge
    from storage.database import Database
    from storage.files import FileStore

    async def run() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        async with serving(app):
            settle_in()
            await stop.wait()

    usual = Settings().logs
    logs.configure(usual.level, usual.format)
    store = Database(Path(folder) / "aanjager.db")
    store.write(known).result()
    house = House(store=store, files=FileStore(Path(folder) / "files"), clock=SystemClock())
    edge = TelegramEdge(house, Telegram(base_url=address), SecretStr(TOKEN))
    edge.sender.abilities = replace(edge.sender.abilities, limits=None)
    app = assembled(house, [edge])
    loop.run(run())
    store.close()


def known(tx: Any) -> None:
    """A region with everybody who will type as a teacher of it."""
    from programme.records import Membership, Person, Role
    from storage.chats import chats
    from storage.people import people
    from tests.region import REGION, seed

    seed(tx)
    teacher = Membership(region=REGION.key, role=Role.TEACHER, team="t1")
    for account in range(FIRST, FIRST + PEOPLE):
        key = f"p{account}"
        people.add_person(tx, Person(key=key, name="Docent", memberships=(teacher,)), datetime.now(UTC))
        chats.open_account(tx, "telegram", str(account), key)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


OURS = "aanjager"
ECHOES = {"python-telegram-bot": python_telegram_bot, "aiogram": aiogram}
ROLES: dict[str, Callable[..., None]] = {
    "server": lambda talk: asyncio.run(serve(talk)),
    OURS: aanjager,
    **ECHOES,
}


if __name__ == "__main__":
    role, *words = sys.argv[1:]
    ROLES[role](*words)
