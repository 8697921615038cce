"""What comes from a Bot API server, or from what stands in between: a firewall, a proxy, a portal that wants a login.

Nothing of it is taken for what it should be, and nothing is quoted that may hold the token.
"""

import json
import math
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec

TOKEN = re.compile(r"bot\d+(:|%3A)[\w-]+", re.IGNORECASE | re.ASCII)
LONGEST_WAIT = 86400.0  # seconds; no wait that is asked for is longer, so what is longer is a mistake
USUAL_WAIT = 5.0  # where it is not said how long


def decoded(payload: bytes) -> object:
    """Return what JSON says, half characters as some names have them left out or not; None for what is no JSON."""
    try:
        return msgspec.json.decode(payload)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What was said with a refusal. ``wait``: after it one may ask again, if that is the reason.

    ``of_telegram``: Telegram itself refused it; ``parameters`` are what it said besides.
    """

    of_telegram: bool
    description: str
    parameters: dict[str, Any]

    @classmethod
    def read(cls, payload: bytes) -> "Refusal":
        """Return what a body says; a page for people says nothing."""
        said = decoded(payload)
        if not isinstance(said, dict):
            said = {}
        description, parameters = said.get("description"), said.get("parameters")
        return cls(
            of_telegram=said.get("ok") is False,
            description=TOKEN.sub("bot", description) if isinstance(description, str) else "",
            parameters=parameters if isinstance(parameters, dict) else {},
        )

    @property
    def wait(self) -> timedelta:
        """How long to wait: what was asked for, where that is a length of time."""
        try:
            seconds = float(self.parameters.get("retry_after", 0))
        except (TypeError, ValueError, OverflowError):
            seconds = 0.0
        asked = seconds > 0 and not math.isnan(seconds)
        return timedelta(seconds=min(seconds, LONGEST_WAIT) if asked else USUAL_WAIT)

    @property
    def body(self) -> bytes:
        """The refusal as the library reads it, with what can be relied on."""
        to = self.parameters.get("migrate_to_chat_id")
        moved = {"parameters": {"migrate_to_chat_id": to}} if type(to) is int else {}
        return msgspec.json.encode({"ok": False, "description": self.description, **moved})
