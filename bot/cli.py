"""The command line."""

import asyncio
import signal
from pathlib import Path

import typer
from rich.console import Console

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
console = Console()


def main() -> None:
    """Run the command line."""
    app()


@app.callback()
def aanjager() -> None:
    """A chat bot with a scheduler for the regions of Sterk Techniekonderwijs."""


@app.command()
def demo(data: Path = Path("data/demo"), port: int = 8765, fresh: bool = False) -> None:
    """Show the whole job on a chat page in the browser, without any account. --fresh begins anew."""
    asyncio.run(_demo(data, port, fresh))


async def _demo(data: Path, port: int, fresh: bool) -> None:
    from bot.app import page_app, serving
    from bot.demo import demo_clock, open_demo
    from storage.files import FileStore

    store = open_demo(data, fresh=fresh)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    async with serving(page_app(store, FileStore(data / "files"), demo_clock(store)), port) as address:
        console.print(f"Aanjager: {address}")
        await stop.wait()
    store.close()
