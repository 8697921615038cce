"""``aanjager run``: the bot itself, on the machine's clock, on the platforms that the settings name."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.commands.common import DataOption, SettingsOption, settings_for, stop_asked
from bot.voice import Voice
from programme.errors import AanjagerError
from programme.text import _

if TYPE_CHECKING:
    from bot.app import Edge, House
    from bot.settings import Settings


class NoPlatform(AanjagerError):
    """Nobody could talk with the bot: the settings name no platform."""


def run(settings: SettingsOption = None, data: DataOption = None) -> None:
    """Run the bot until it is stopped."""
    from bot import logs, loop

    chosen = settings_for(settings, data)
    if not (chosen.page.enabled or chosen.telegram.secret()):
        raise NoPlatform(
            _("The settings name no platform on which people can reach the bot."),
            _(
                "Set the token of a Telegram bot, or write under [page] in settings.toml: enabled = true. "
                "docs/going-live.md tells the rest."
            ),
        )
    logs.configure(chosen.logs.level, chosen.logs.format)
    loop.run(_run(chosen, Voice(os.environ)))


async def _run(settings: "Settings", voice: Voice) -> None:
    from bot.app import House, assembled, serving
    from bot.begin import begin
    from bot.clock import SystemClock
    from bot.collector import settle_in
    from storage.backups import refuse_half_restored
    from storage.database import Database
    from storage.files import FileStore

    stop = stop_asked()
    refuse_half_restored(settings.data.folder)
    store = Database(settings.data.database)
    try:
        begin(store, settings)
        files = FileStore(settings.data.files)
        house = House(store=store, files=files, clock=SystemClock(), rules=settings.rules)
        app = assembled(house, list(_edges(house, settings)))
        async with serving(app) as addresses:
            for edge, address in zip(app.edges, addresses, strict=True):
                voice.say(edge.reached(address))
            settle_in()
            await stop.wait()
    finally:
        store.close()


def _edges(house: "House", settings: "Settings") -> "Iterator[Edge]":
    """Yield the platforms that the settings name; what carries one is imported only then."""
    if settings.page.enabled:
        from bot.page.edge import PageEdge

        yield PageEdge(house, settings.page.port)
    token = settings.telegram.secret()
    if token:
        from bot.telegram.edge import TelegramEdge
        from bot.telegram.proxies import proxy_to

        proxy = proxy_to(settings.telegram.base_url, os.environ)
        yield TelegramEdge(house, settings.telegram, token, proxy)
