"""The bot's queue of updates, with the offsets, limits and kinds of ``getUpdates`` as the Bot API keeps them.

An update stays until an offset beyond it is asked for (that confirms it), or for a day.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
)
ONLY_NAMED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KEPT = 24 * 3600
MOST = 100
REMEMBERED = 1_000  # updates that can be delivered a second time
AHEAD = 10  # how far beyond the last update an offset may point and still be believed


@dataclass(frozen=True, kw_only=True)
class Update:
    """One update; ``moment``: seconds of the world's clock when it came."""

    id: int
    kind: str
    body: dict[str, Any]
    moment: float

    def shown(self) -> dict[str, Any]:
        """Return it as the bot gets it."""
        return {"update_id": self.id, **self.body}


@dataclass
class UpdateQueue:
    """What waits for the bot. ``woken`` is called after each update that came in."""

    clock: Callable[[], float]
    woken: Callable[[], None]
    next: int = 100_001
    allowed: tuple[str, ...] = ()
    waiting: list[Update] = field(default_factory=list)
    recent: deque[Update] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    confirmed: int = 0
    dropped: int = 0

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which kinds the bot wants: None keeps what was named before, none named is the default."""
        if kinds is not None:
            self.allowed = tuple(k for k in (kind.lower() for kind in kinds) if k in KINDS)

    def wants(self, kind: str) -> bool:
        """Tell whether an update of this kind comes in; a kind that nobody knows always does."""
        if kind not in KINDS:
            return True
        return kind in self.allowed if self.allowed else kind not in ONLY_NAMED

    def add(self, kind: str, body: dict[str, Any]) -> Update | None:
        """Take in what happened, None where the bot does not want such updates."""
        if not self.wants(kind):
            self.dropped += 1
            return None
        update = Update(id=self.next, kind=kind, body=body, moment=self.clock())
        self.next += 1
        self.waiting.append(update)
        self.recent.append(update)
        self.woken()
        return update

    def again(self, update: Update) -> None:
        """Put an update in its old place once more, though it was confirmed: it is delivered twice."""
        if all(known.id != update.id for known in self.waiting):
            self.waiting = sorted([*self.waiting, update], key=lambda known: known.id)
        self.woken()

    def fetch(self, offset: int, limit: int) -> list[Update]:
        """Confirm what lies before ``offset`` and return what follows, at most ``limit`` (1 to 100).

        A negative offset keeps only that many at the end; one far beyond the last update confirms nothing.
        """
        self._expire()
        if offset < 0:
            self._confirm(len(self.waiting) + offset)
        elif 0 < offset <= self.next + AHEAD:
            self._confirm(bisect_left(self.waiting, offset, key=lambda update: update.id))
        return self.waiting[: min(max(limit, 1), MOST)]

    def drop(self) -> None:
        """Forget all that waits."""
        self._confirm(len(self.waiting))

    def done(self, update: Update) -> None:
        """Take one update off the queue: a webhook confirmed it."""
        if update in self.waiting:
            self.waiting.remove(update)
            self.confirmed += 1

    def _confirm(self, count: int) -> None:
        if count > 0:
            self.confirmed += count
            del self.waiting[:count]

    def _expire(self) -> None:
        oldest = self.clock() - KEPT
        if self.waiting and self.waiting[0].moment < oldest:
            self.waiting = [update for update in self.waiting if update.moment >= oldest]
