"""Updates of Telegram as they come, and what they bring."""

from datetime import UTC, datetime
from typing import Any

from telegram import Update

from bot.telegram.arrivals import Came, came
from bot.telegram.line import Me
from programme.happenings import Happening
from storage.messages.inbox import Arrival
from tests.bot_api.world import BOT_ID

ME = Me(account=str(BOT_ID), name="aanjager_bot")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "de Wit", "language_code": "nl"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Anna"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Team <één>", "is_forum": True}
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Aanjager", "username": "aanjager_bot"}


def read(update: dict[str, Any], number: int = 1) -> Came | None:
    return came(Update.de_json({"update_id": number, **update}, None), ME)


def message(**more: Any) -> Came | None:
    said = {"message_id": 3, "date": 1, "from": ANNA, "chat": PRIVATE}
    return read({"message": {name: value for name, value in (said | more).items() if value is not None}})


def in_group(text: str = "", **more: Any) -> Arrival | None:
    one = message(chat=GROUP, text=text or None, **more)
    return one.arrival if one else None


def happened(one: Came | None) -> Happening | None:
    return one.arrival.happening if one else None
