"""Which messages go now: the most urgent first, one in a lane, no more than each platform takes.

Claimed in one commit, on what the database says at that moment. What is closed is left out by the database itself, so
that many messages for a chat that must wait are in nobody's way. An answer to a press is held back by nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from jobs import nights, pace
from programme.rules import Rules
from storage.chats.chats import Place
from storage.database import Transaction
from storage.messages import parcels, queues
from storage.messages.parcels import Parcel
from storage.messages.queues import Waiting

ALL_AT_ONCE = 512  # looked at in one commit, so that no other waits for long
SMALL = 16  # a page at least
log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Room:
    """What a platform takes now: so many messages, in none of the ``closed`` lanes."""

    count: int = pace.PLENTY
    closed: frozenset[str] = frozenset()


@dataclass(kw_only=True)
class Claims:
    """What was claimed, and what there is to wait for.

    ``more``: there is more to do at once. ``taken_back``: something is due again. ``full``: platforms that have
    something left and no room. ``lanes``: for the others, the lanes for which something is left.
    """

    parcels: list[Parcel] = field(default_factory=list)
    more: bool = False
    taken_back: bool = False
    full: set[str] = field(default_factory=set)
    lanes: dict[str, set[str]] = field(default_factory=dict)


def claim(tx: Transaction, rooms: Mapping[str, Room], rules: Callable[[str], Rules], now: datetime) -> Claims:
    """Claim what may be sent now; ``rooms`` by the name of the platform. What is for another waits until that runs."""
    queues.come_forward(tx, now)
    claims = Claims()
    for queue in queues.queues(tx):
        room = Room() if queue == queues.NOWHERE else rooms.get(queue)
        if room is not None:
            _Queue(tx=tx, name=queue, claims=claims, rules=rules, now=now).claim(room)
    claims.more = claims.more or bool(claims.parcels)
    return claims


@dataclass(frozen=True, kw_only=True)
class _Queue:
    """One platform's queue, while it is claimed from."""

    tx: Transaction
    name: str
    claims: Claims
    rules: Callable[[str], Rules]
    now: datetime

    def claim(self, room: Room) -> None:
        for one in queues.toasts(self.tx, self.name, pace.PLENTY):
            self._take(one, set())
        if room.count:
            self._fill(room)
        elif queues.anything(self.tx, self.name):
            self.claims.full.add(self.name)

    def _fill(self, room: Room) -> None:
        """Take what stands first and may go, a page at a time, until there is no room or nothing is left."""
        taken, left, after = set(room.closed), room.count, None
        shut = queues.closed(self.tx, self.name, taken)
        size = max(room.count, SMALL)
        for _page in range(ALL_AT_ONCE // size):
            before = set(taken)
            page = queues.waiting(self.tx, self.name, shut, after, size)
            for one in page:
                left -= self._take(one, taken)
                if not left:
                    return
            if len(page) < size:
                break
            shut, after = shut.and_also(queues.closed(self.tx, self.name, taken - before)), page[-1]
        else:
            self.claims.more = True
        if left == room.count and not self.claims.more:
            self.claims.lanes[self.name] = {
                pace.lane(address) for address in queues.addresses(self.tx, self.name)
            }

    def _take(self, one: Waiting, taken: set[str]) -> bool:
        """Claim one, if it may go in a lane that is not taken yet; say whether it did."""
        place = self._place(one)
        if place is None or pace.lane(place.address) in taken or not self._by_day(one):
            return False
        if one.urgency:
            taken.add(pace.lane(place.address))
        self.claims.parcels.append(parcels.claim(self.tx, one.key, place))
        return True

    def _place(self, one: Waiting) -> Place | None:
        """Return where it goes; one that goes nowhere any more fails, one that goes elsewhere changes queues.

        The answer to a press finds whoever pressed, also under a message in a chat in which nothing arrives any more.
        """
        place = one.place or queues.place_of(self.tx, None, one.person)
        if place is None or (place.gone and one.urgency):
            fault = "Gone" if place else "NoChat"
            log.warning("delivery.nowhere", message=one.key, fault=fault)
            parcels.failed(self.tx, one.key, self.now, fault)
            return None
        if place.platform != self.name:
            queues.move(self.tx, one.key, place.platform)
            self.claims.more = True
            return None
        return place

    def _by_day(self, one: Waiting) -> bool:
        """Whether it may be said at this hour; if not it was taken back, or waits for one that suits."""
        at = nights.when(self.tx, one, self.rules, self.now)
        if at is None:
            self.claims.taken_back = self.claims.more = True
        elif at > self.now:
            parcels.hold(self.tx, one.key, at)
            self.claims.more = True
        return at == self.now
