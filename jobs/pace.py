"""When a platform takes the next message: its limits, kept in windows that slide, in all and for each chat.

Pure: it is told the moment, in seconds of a clock that only goes forward, and does nothing by itself. A lane is a chat
as the platform counts it: the topics of a group share one. A message *sets out* when it is handed over and *lands*
when its fate is known. It is counted from landing: a server that counts for itself then never counts more, however
unevenly messages arrive. In a lane, where one is on its way at a time, that is so however long it takes; in all, one
that takes longer than ``SLOW`` counts as if it had landed by then, or a few that hang would hold up all others.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from jobs.sender import Limits

MARGIN = 1.001  # of the window that all chats share: clocks do not run evenly
SLOW = 0.25  # seconds
MINUTE = 60.0
PLENTY = 128  # where a platform has no limits: what is worth claiming at a time
ROUNDING = 1e-6


def lane(address: str) -> str:
    """Return the lane of a platform's address: what stands before the topic."""
    return address.partition("/")[0]


@dataclass(kw_only=True)
class _Lane:
    """What was lately sent in one lane: ``landed`` in the window that counts, ``until``: nothing before that moment."""

    private: bool = True
    on_its_way: bool = False
    set_out: bool = False
    until: float = 0.0
    landed: deque[float] = field(default_factory=deque)


class Pace:
    """Keeps to one platform's limits; None has none but one message on its way in a lane at a time."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._lanes: dict[str, _Lane] = {}
        self._flying: dict[str, float] = {}
        self._sent: list[float] = []
        self._claimed = 0

    def room(self, at: float) -> int:
        """Return how many messages, in different lanes, may set out at ``at``."""
        if self._limits is None:
            return PLENTY
        self._sent = [landed for landed in self._sent if landed + MARGIN > at]
        counted = sum(moment > at for moment in self._counted())
        return max(self._limits.overall - counted - self._claimed, 0)

    def opens(self, at: float) -> float | None:
        """Return from when there is room, if nothing lands before; None: when what was claimed sets out or lands."""
        if self.room(at):
            return at
        return min((moment for moment in self._counted() if moment > at), default=None)

    def closed(self, at: float) -> frozenset[str]:
        """Return the lanes in which nothing may set out at ``at``; where nothing counts any more is forgotten."""
        for name in [name for name, one in self._lanes.items() if self._over(one, at)]:
            del self._lanes[name]
        return frozenset(name for name, one in self._lanes.items() if one.on_its_way or self._free(one) > at)

    def reserved(self, at: float) -> frozenset[str]:
        """Return the groups in which only a reply may set out at ``at``: all else has had what a minute takes of it."""
        return frozenset(name for name, one in self._lanes.items() if self._free(one, reply=False) > at)

    def free(self, name: str, at: float, *, reply: bool = True) -> float | None:
        """Return from when a reply, or all else, may set out in a lane; None: when what is on its way has landed."""
        one = self._lanes.get(name)
        if one is None:
            return at
        return None if one.on_its_way else max(self._free(one, reply=reply), at)

    def claim(self, name: str, *, private: bool) -> None:
        """Take a place for one message in a free lane, of a person's own chat or of a group."""
        one = self._lanes.setdefault(name, _Lane())
        one.private, one.on_its_way, one.set_out = private, True, False
        self._claimed += 1

    def set_out(self, name: str, at: float) -> None:
        """The message that was claimed in a lane is handed over now."""
        one = self._lanes[name]
        if not one.set_out:
            one.set_out = True
            self._claimed -= 1
        if self._limits is not None:
            self._flying[name] = at

    def land(self, name: str, at: float) -> None:
        """What was claimed in a lane is on its way no more; if it never set out, nothing counts."""
        one = self._lanes[name]
        one.on_its_way = False
        if name in self._flying:
            self._sent.append(min(at, self._flying.pop(name) + SLOW))
        if not one.set_out:
            self._claimed -= 1
        elif self._limits is not None and one.private:
            one.until = max(one.until, at + self._limits.private + ROUNDING)
        elif self._limits is not None:
            one.landed.append(at)

    def recall(self, name: str, at: float, *, private: bool) -> None:
        """Count a message that landed at ``at``, before this pace began; they are told in order."""
        self.claim(name, private=private)
        self.set_out(name, at)
        self.land(name, at)

    def block(self, name: str, seconds: float, at: float) -> None:
        """Let nothing set out in a lane for some seconds; the others go on."""
        one = self._lanes.setdefault(name, _Lane())
        one.until = max(one.until, at + seconds)

    def _counted(self) -> Iterator[float]:
        """Yield until when each message counts in all."""
        yield from (landed + MARGIN for landed in self._sent)
        yield from (set_out + SLOW + MARGIN for set_out in self._flying.values())

    def _free(self, one: _Lane, *, reply: bool = True) -> float:
        """Return from when a lane is free, once nothing is on its way in it."""
        if self._limits is None:
            return one.until
        most = self._limits.group - (0 if reply else self._limits.reserve)
        if len(one.landed) < most:
            return one.until
        return max(one.until, one.landed[-most] + MINUTE + ROUNDING)

    def _over(self, one: _Lane, at: float) -> bool:
        """Whether nothing counts in a lane any more."""
        while one.landed and one.landed[0] + MINUTE + ROUNDING <= at:
            one.landed.popleft()
        return not one.on_its_way and not one.landed and one.until <= at
