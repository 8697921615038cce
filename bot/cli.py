"""The command line."""

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.clock import SystemClock
from language.catalogue import catalogue
from programme.errors import AanjagerError
from programme.text import Text, lines

if TYPE_CHECKING:
    from storage.database import Store

DATA = Path("data")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
console = Console()


def main() -> None:
    """Run the command line."""
    app()


@app.callback()
def aanjager() -> None:
    """A chat bot with a scheduler for the regions of Sterk Techniekonderwijs."""


@app.command()
def demo(data: Path = Path("data/demo"), port: int = 8765) -> None:
    """Show the whole job on a chat page in the browser, without any account."""
    asyncio.run(_demo(data, port))


@app.command()
def invite(
    region: str = typer.Option(), role: str = typer.Option(), team: str = "", data: Path = DATA
) -> None:
    """Make a code that lets one person into a region."""
    from bot.people_commands import invite

    _do(data, lambda store: invite(store, region, role, team or None, SystemClock().now()))


@app.command()
def calendar(file: Path, region: str = typer.Option(), organisation: str = "", data: Path = DATA) -> None:
    """Read school holidays from an .ics file, for a region or for one of its organisations."""
    from bot.people_commands import read_calendar

    _do(data, lambda store: read_calendar(store, file, region, organisation or None))


def _do(data: Path, work: Callable[["Store"], Text]) -> None:
    """Carry out a short transaction, beside a running bot too, and print what came of it."""
    from storage.database import Database

    store = Database(data / "aanjager.db", alone=False)
    words = catalogue("nl")
    try:
        console.print(words.render(work(store)), markup=False, highlight=False, soft_wrap=True)
    except AanjagerError as error:
        console.print(
            words.render(lines(error.what, error.next)), markup=False, highlight=False, soft_wrap=True
        )
        raise typer.Exit(2) from error
    finally:
        store.close()


async def _demo(data: Path, port: int) -> None:
    from bot.app import page_app, serving
    from bot.demo import demo_clock, seed
    from storage.database import Database
    from storage.files import FileStore

    store = Database(data / "aanjager.db")
    store.write(seed).result()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    async with serving(page_app(store, FileStore(data / "files"), demo_clock(store)), port) as address:
        console.print(f"Aanjager: {address}")
        await stop.wait()
    store.close()
