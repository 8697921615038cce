"""Telegram's limits on sending, against a clock given: 30 a second in all, 1 a second in a private chat, 20 a minute
in a group. Messages and edits count, each picture of an album for itself; toasts and questions do not."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bot_api.calls import Call
from tests.bot_api.refusals import too_many

OVERALL = (30, 1.0)
PRIVATE = (1, 1.0)
GROUP = (20, 60.0)
COUNTED = ("send", "edit", "copy", "forward")
FINEST = 1e-6  # seconds: what is lost in the arithmetic of clocks is no breach
FREE = frozenset({"sendchataction"})


@dataclass
class Window:
    """At most ``most`` moments within ``seconds``; a moment exactly ``seconds`` old has left."""

    most: int
    seconds: float
    moments: deque[float] = field(default_factory=deque)
    blocked: float = -math.inf

    def wait(self, now: float) -> float:
        """Return the seconds until there is room, 0 where there is."""
        while self.moments and now - self.moments[0] >= self.seconds - FINEST:
            self.moments.popleft()
        full = len(self.moments) >= self.most
        room = self.moments[len(self.moments) - self.most] + self.seconds - now if full else 0.0
        return max(room, self.blocked - now, 0.0)


class Limits:
    """``slack``: seconds by which a message may be early, for real clocks on a busy machine."""

    def __init__(self, clock: Callable[[], float], *, slack: float = 0.0) -> None:
        self.clock = clock
        self.slack = slack
        self.broken = 0
        self.overall = Window(*OVERALL)
        self.chats: dict[int, Window] = {}

    def check(self, call: Call) -> None:
        """Count a request. Raises Refusal (429) where it breaks a limit; that is counted and not what it asked."""
        weight = weight_of(call)
        if not weight:
            return
        chat = call.number("chat_id")
        own = self.chats.setdefault(chat, Window(*(PRIVATE if chat > 0 else GROUP)))
        now = self.clock()
        wait = max(own.wait(now + self.slack), self.overall.wait(now + self.slack))
        if wait > 0:
            self.broken += 1
            seconds = math.ceil(wait)
            own.blocked = max(own.blocked, now + seconds)
            raise too_many(seconds)
        for window in (own, self.overall):
            window.moments.extend([now] * weight)


def weight_of(call: Call) -> int:
    """Return how many messages a request counts for."""
    if call.method in FREE or not call.method.startswith(COUNTED):
        return 0
    media = call.params.get("media")
    return len(media) if isinstance(media, list) and media else 1
