"""``aanjager demo``: the whole job on the chat page, with a clock that can be turned."""

import os
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import stop_asked
from bot.voice import Voice
from programme.text import _


def demo(
    data: Annotated[Path, typer.Option(help=_("The folder that the demo keeps its data in.").id)] = Path(
        "data/demo"
    ),
    port: Annotated[int, typer.Option(help=_("The port of the page; 0 takes a free one.").id)] = 8765,
    fresh: Annotated[
        bool, typer.Option("--fresh", help=_("Begin anew: forget what was done in it.").id)
    ] = False,
) -> None:
    """Serve the demo until it is stopped."""
    from bot import logs, loop

    logs.configure("warning")
    loop.run(_demo(data, port, fresh, Voice(os.environ)))


async def _demo(data: Path, port: int, fresh: bool, voice: Voice) -> None:
    from bot.app import page_app, serving
    from bot.demo.region import demo_clock, open_demo
    from storage.files import FileStore

    stop = stop_asked()
    store = open_demo(data, fresh=fresh)
    try:
        app = page_app(store, FileStore(data / "files"), demo_clock(store), port=port)
        async with serving(app) as (address,):
            voice.say(_("Aanjager: {address}", address=address))
            await stop.wait()
    finally:
        store.close()
