"""``aanjager run``: the bot itself, on the machine's clock, on the platforms that the settings name."""

import asyncio
import os
from typing import TYPE_CHECKING

from bot.commands.common import DataOption, SettingsOption, settings_for, stop_asked
from bot.voice import Voice
from programme.errors import AanjagerError
from programme.text import _

if TYPE_CHECKING:
    from bot.settings import Settings


class NoPlatform(AanjagerError):
    """Nobody could talk with the bot: the settings name no platform."""


def run(settings: SettingsOption = None, data: DataOption = None) -> None:
    """Run the bot until it is stopped."""
    from bot import logs

    chosen = settings_for(settings, data)
    if not chosen.page.enabled:
        raise NoPlatform(
            _("The settings name no platform on which people can reach the bot."),
            _("Write under [page] in settings.toml: enabled = true. docs/going-live.md tells the rest."),
        )
    logs.configure(chosen.logs.level, chosen.logs.format)
    asyncio.run(_run(chosen, Voice(os.environ)))


async def _run(settings: "Settings", voice: Voice) -> None:
    from bot.app import page_app, serving
    from bot.begin import begin
    from bot.clock import SystemClock
    from storage.backups import refuse_half_restored
    from storage.database import Database
    from storage.files import FileStore

    stop = stop_asked()
    refuse_half_restored(settings.data.folder)
    store = Database(settings.data.database)
    try:
        begin(store, settings)
        app = page_app(store, FileStore(settings.data.files), SystemClock(), settings.rules)
        async with serving(app, settings.page.port) as address:
            voice.say(_("Aanjager is running. The chat page: {address}", address=address))
            await stop.wait()
    finally:
        store.close()
