"""A Bot API server of the tests' own: over real HTTP, as strict as Telegram, with people to act and faults to order.

``with BotApi() as api`` serves in a thread; ``python -m tests.bot_api`` serves as a process of its own.
"""

from tests.bot_api.faults import broken, cut, flood, garbage, moved, shut_out, slow
from tests.bot_api.handle import TOKEN, BotApi
from tests.bot_api.looks import Seen, SeenButton
from tests.bot_api.refusals import Refusal

__all__ = [
    "TOKEN",
    "BotApi",
    "Refusal",
    "Seen",
    "SeenButton",
    "broken",
    "cut",
    "flood",
    "garbage",
    "moved",
    "shut_out",
    "slow",
]
