"""What waits to be delivered: every message whose moment has come stands in the queue of its platform.

The most urgent stands first, and what was said first. Which chat a message goes to is found when it is claimed; the
platform is found when its moment comes, so that what cannot go on one platform is never in the way of another.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from programme.messages import Urgency
from storage.chats import chats
from storage.chats.chats import Place
from storage.database import Transaction
from storage.moments import maybe_moment, moment, seconds

NOWHERE = "-"  # the queue of what is for somebody who has no chat left
STANDS = "state = 'ready' AND queue <> ''"
# What was shown is changed where it stands; all else goes where it is to, or else to where its reader was seen last.
TO = "CASE WHEN receipt IS NULL THEN chat ELSE sent_to END"
LAST_CHAT = """(SELECT {what} FROM chats WHERE person = {person} AND kind = 'private' AND gone_at IS NULL
    ORDER BY seen_at DESC, key LIMIT 1)"""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A message whose moment has come. ``unsaid``: nothing of it was ever shown; ``region``: None for no region's.

    ``place``: where the chat is found that it goes to, None where a person is sought.
    """

    key: int
    urgency: Urgency
    chat: str | None
    person: str | None
    region: str | None
    said_at: datetime
    unsaid: bool
    place: Place | None


@dataclass(frozen=True, kw_only=True)
class Closed:
    """Chats, by their keys, in which nothing may be sent now, and the people who read in them."""

    chats: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def and_also(self, other: "Closed") -> "Closed":
        """Both together."""
        return replace(self, chats=self.chats | other.chats, people=self.people | other.people)


def come_forward(tx: Transaction, now: datetime) -> None:
    """Put everything whose moment has come into its queue; what lost its point expires."""
    at = seconds(now)
    tx.run(
        """UPDATE outbox SET state = 'expired', settled_at = :at
           WHERE state = 'ready' AND shown_revision = 0 AND expires_at IS NOT NULL AND expires_at <= :at""",
        at=at,
    )
    platform = LAST_CHAT.format(what="platform", person="outbox.person")
    tx.run(
        f"""UPDATE outbox
            SET queue = COALESCE((SELECT platform FROM chats WHERE key = {TO}), {platform}, :nowhere)
            WHERE state = 'ready' AND queue = '' AND ready_at <= :at""",
        at=at,
        nowhere=NOWHERE,
    )


def queues(tx: Transaction) -> list[str]:
    """Return the platforms for which anything waits, ``NOWHERE`` for what has no chat left."""
    found: list[str] = []
    while (after := _queue_after(tx, found[-1] if found else "")) is not None:
        found.append(after)
    return found


def _queue_after(tx: Transaction, queue: str) -> str | None:
    first = tx.value(f"SELECT MIN(queue) FROM outbox WHERE {STANDS} AND queue > :queue", queue=queue)
    return None if first is None else str(first)


def toasts(tx: Transaction, queue: str, limit: int) -> list[Waiting]:
    """Return the answers to presses that wait: nothing holds them back."""
    return _waiting(tx, "urgency = :toast ORDER BY outbox.key LIMIT :limit", queue=queue, limit=limit)


def waiting(tx: Transaction, queue: str, closed: Closed, after: Waiting | None, limit: int) -> list[Waiting]:
    """Return what waits in a queue for a chat that is not closed, behind ``after``, toasts left out."""
    return _waiting(
        tx,
        """(urgency, outbox.key) > (:urgency, :key)
           AND (chat IS NULL OR chat NOT IN (SELECT value FROM json_each(:chats)))
           AND (outbox.person IS NULL OR outbox.person NOT IN (SELECT value FROM json_each(:people)))
           ORDER BY urgency, outbox.key LIMIT :limit""",
        queue=queue,
        urgency=int(after.urgency if after else Urgency.REPLY),
        key=after.key if after else 0,
        chats=json.dumps(sorted(closed.chats)),
        people=json.dumps(sorted(closed.people)),
        limit=limit,
    )


def _waiting(tx: Transaction, which: str, **values: object) -> list[Waiting]:
    rows = tx.rows(
        f"""SELECT outbox.key, urgency, {TO} AS chat, outbox.person, outbox.region, said_at,
                shown_revision = 0 AS unsaid, platform, address, kind, gone_at
            FROM outbox LEFT JOIN chats ON chats.key = {TO} WHERE {STANDS} AND queue = :queue AND {which}""",
        toast=int(Urgency.TOAST),
        **values,
    )
    return [
        Waiting(
            key=row["key"],
            urgency=Urgency(row["urgency"]),
            chat=row["chat"],
            person=row["person"],
            region=row["region"],
            said_at=moment(row["said_at"]),
            unsaid=bool(row["unsaid"]),
            place=chats.found_at(row) if row["chat"] else None,
        )
        for row in rows
    ]


def closed(tx: Transaction, platform: str, lanes: Iterable[str]) -> Closed:
    """Return the chats whose address is in these lanes (the same, or a topic of it), and whose last chat they are."""
    last = LAST_CHAT.format(what="key", person="one.person")
    rows = tx.rows(
        f"""SELECT one.key, CASE WHEN one.key = {last} THEN one.person END AS person
            FROM json_each(:lanes) AS lane CROSS JOIN chats AS one
            WHERE one.platform = :platform AND one.address >= lane.value AND one.address < lane.value || '0'
                AND (one.address = lane.value OR one.address LIKE lane.value || '/%')""",
        lanes=json.dumps(sorted(lanes)),
        platform=platform,
    )
    return Closed(
        chats=frozenset(row["key"] for row in rows),
        people=frozenset(row["person"] for row in rows if row["person"]),
    )


def addresses(tx: Transaction, queue: str) -> set[str]:
    """Return where on its platform everything goes that waits in a queue, toasts left out."""
    rows = tx.rows(
        f"""SELECT DISTINCT {TO} AS chat, person FROM outbox
           WHERE {STANDS} AND queue = :queue AND urgency >= :reply""",
        queue=queue,
        reply=int(Urgency.REPLY),
    )
    places = (place_of(tx, **row) for row in rows)
    return {place.address for place in places if place}


def anything(tx: Transaction, queue: str) -> bool:
    """Whether anything waits in a queue, toasts left out."""
    return bool(
        tx.value(
            f"SELECT 1 FROM outbox WHERE {STANDS} AND queue = :queue AND urgency >= :reply LIMIT 1",
            queue=queue,
            reply=int(Urgency.REPLY),
        )
    )


def place(tx: Transaction, key: int) -> Place | None:
    """Return where a message goes as things stand now; None when its reader has no chat left."""
    return place_of(tx, **tx.rows(f"SELECT {TO} AS chat, person FROM outbox WHERE key = :key", key=key)[0])


def place_of(tx: Transaction, chat: str | None, person: str | None) -> Place | None:
    """Return where a chat is found, or the last one of a person; None when there is none left."""
    found = chat or chats.private_chat(tx, person or "")
    return chats.place(tx, found) if found else None


def move(tx: Transaction, key: int, queue: str) -> None:
    """Put a message into another queue: its reader was seen elsewhere since."""
    tx.run("UPDATE outbox SET queue = :queue WHERE key = :key", key=key, queue=queue)


def next_moment(tx: Transaction, now: datetime) -> datetime | None:
    """Return when the next message's moment comes after ``now``, or None when nothing waits for a moment."""
    return maybe_moment(
        tx.value(
            "SELECT MIN(ready_at) FROM outbox WHERE state = 'ready' AND queue = '' AND ready_at > :now",
            now=seconds(now),
        )
    )
