"""What arrived, kept before it is acknowledged: once for each event of a platform, in order for each chat.

What brings attachments is ``received`` until these are fetched, all else is ``ready`` to be answered at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from programme.happenings import Happening
from programme.messages import Declined
from storage.database import Row, Transaction
from storage.moments import maybe_moment, seconds

ALBUM_SETTLES = timedelta(
    seconds=2
)  # the parts of an album come one by one; moments are kept in whole seconds


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that a platform keeps for us. ``kind``: photo, voice, film, paper, or other for what nobody can read.

    A picture that is sent as a file is a photo too. ``file``: the platform's name for it. ``size`` in bytes, 0 where
    the platform does not say.
    """

    kind: str
    file: str = ""
    size: int = 0


class Arrival(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that a person did on a platform, or that happened to a chat there.

    ``event``: the platform's own id of it. ``press``: key of a button; ``query``: what the platform wants to hear when
    it is answered, if not the event. ``pictures``: keys of kept pictures. ``attachments`` are still to be fetched;
    those with one ``album`` belong together. ``declined``: what of them is not taken. ``name``: what the platform calls
    the person. ``addressed``: in a group, it is meant for the bot though it does not say so (a reply, a mention).
    ``language``: of the person's device.
    """

    platform: str
    event: str
    chat: str
    account: str
    text: str = ""
    press: str = ""
    pictures: tuple[str, ...] = ()
    query: str = ""
    attachments: tuple[Attachment, ...] = ()
    declined: tuple[Declined, ...] = ()
    album: str = ""
    name: str = ""
    language: str = ""
    addressed: bool = False
    happening: Happening | None = None
    key: int = 0


def receive(tx: Transaction, arrivals: Sequence[Arrival], now: datetime) -> list[int]:
    """Keep what arrived; return the keys of what is new. An event that is known is passed over."""
    keys = (_receive(tx, arrival, now) for arrival in arrivals)
    return [key for key in keys if key is not None]


def _receive(tx: Transaction, arrival: Arrival, now: datetime) -> int | None:
    key = tx.value(
        """INSERT INTO inbox (platform, event, chat, account, body, state, album, ready_at, received_at)
           VALUES (:platform, :event, :chat, :account, :body, :state, :album, :ready_at, :now)
           ON CONFLICT (platform, event) DO NOTHING RETURNING key""",
        platform=arrival.platform,
        event=arrival.event,
        chat=arrival.chat,
        account=arrival.account,
        body=_body(arrival),
        state="received" if arrival.attachments else "ready",
        album=arrival.album,
        ready_at=seconds(now + ALBUM_SETTLES if arrival.album else now),
        now=seconds(now),
    )
    return None if key is None else int(key)


def waiting(tx: Transaction, limit: int, last: int | None = None) -> list[Arrival]:
    """Return what is ready to be answered, oldest first, at most ``limit``, and nothing that came after ``last``.

    What came in a chat after something that is still to be fetched there waits for it.
    """
    rows = tx.rows(
        f"""SELECT key, chat, body FROM inbox WHERE state = 'ready' AND key <= COALESCE(:last, key) AND NOT {_HELD_BACK}
            ORDER BY key LIMIT :limit""",
        limit=limit,
        last=last,
    )
    return [_arrival(row) for row in rows]


def to_fetch(tx: Transaction, now: datetime, limit: int, last: int | None = None) -> list[Arrival]:
    """Return what is to be fetched now, at most ``limit``, and nothing that came after ``last``.

    Of each chat the oldest, once all that came before it is answered: that may say who is speaking. Of an album the
    first part, once the last has come.
    """
    rows = tx.rows(
        f"""SELECT key, chat, body FROM inbox WHERE state = 'received' AND NOT {_HELD_BACK} AND NOT {_UNANSWERED}
            AND {_SETTLED} <= :now AND key <= COALESCE(:last, key) ORDER BY ready_at, key LIMIT :limit""",
        now=seconds(now),
        limit=limit,
        last=last,
    )
    return [_arrival(row) for row in rows]


def next_fetch(tx: Transaction, now: datetime) -> datetime | None:
    """Return the next moment after ``now`` at which something is to be fetched, or None."""
    return maybe_moment(
        tx.value(
            f"""SELECT MIN(at) FROM (SELECT {_SETTLED} AS at FROM inbox WHERE state = 'received'
                AND NOT {_HELD_BACK}) WHERE at > :now""",
            now=seconds(now),
        )
    )


def parts(tx: Transaction, first: Arrival) -> list[Arrival]:
    """Return the parts of an album that wait to be fetched, in their order; all else is its only part."""
    rows = tx.rows(
        """SELECT key, chat, body FROM inbox WHERE state = 'received' AND chat = :chat AND album = :album
           AND album <> '' ORDER BY key""",
        chat=first.chat,
        album=first.album,
    )
    return [_arrival(row) for row in rows] or [first]


def keep_instead(tx: Transaction, arrival: Arrival) -> None:
    """Let an arrival that is still to be fetched be this one from now on; without attachments it is ready."""
    tx.run(
        """UPDATE inbox SET body = :body, album = :album, state = :state
           WHERE key = :key AND state = 'received'""",
        key=arrival.key,
        body=_body(arrival),
        album=arrival.album,
        state="received" if arrival.attachments else "ready",
    )


def fetch_again(tx: Transaction, key: int, at: datetime) -> None:
    """Let an arrival be fetched once more at a moment."""
    tx.run(
        "UPDATE inbox SET ready_at = :at, attempts = attempts + 1 WHERE key = :key AND state = 'received'",
        key=key,
        at=seconds(at),
    )


def fetched_before(tx: Transaction, key: int) -> int:
    """Return how often an arrival was fetched in vain."""
    return int(tx.value("SELECT attempts FROM inbox WHERE key = :key", key=key))


def forget(tx: Transaction, key: int) -> None:
    """Keep of an arrival no more than that it came, by which account: neither what was said nor by what name."""
    row = tx.row("SELECT key, chat, body FROM inbox WHERE key = :key", key=key)
    if row is not None:
        bare = replace(_arrival(row), text="", name="", language="", attachments=(), pictures=())
        tx.run("UPDATE inbox SET body = :body WHERE key = :key", key=key, body=_body(bare))


def newest(tx: Transaction) -> int:
    """Return the key of what arrived last, 0 where nothing ever did."""
    return int(tx.value("SELECT COALESCE(MAX(key), 0) FROM inbox"))


def account(tx: Transaction, platform: str, event: str) -> str | None:
    """Return whose event this was, or None for one that is not known."""
    found = tx.value(
        "SELECT account FROM inbox WHERE platform = :platform AND event = :event",
        platform=platform,
        event=event,
    )
    return None if found is None else str(found)


def done(tx: Transaction, key: int, now: datetime, fault: str = "") -> None:
    """Complete an arrival; ``fault`` is the class of the error that kept it from being answered."""
    tx.run(
        "UPDATE inbox SET state = 'done', done_at = :now, fault = NULLIF(:fault, '') WHERE key = :key",
        key=key,
        now=seconds(now),
        fault=fault,
    )


_HELD_BACK = """EXISTS (SELECT 1 FROM inbox AS earlier WHERE earlier.state = 'received'
    AND earlier.chat = inbox.chat AND earlier.key < inbox.key)"""
# When the last part of an album has been there for long enough; of all else, when it is to be fetched (again).
_SETTLED = """(SELECT MAX(part.ready_at) FROM inbox AS part WHERE part.state = 'received' AND part.chat = inbox.chat
    AND (part.key = inbox.key OR part.album = inbox.album AND part.album <> ''))"""


_UNANSWERED = """EXISTS (SELECT 1 FROM inbox AS earlier WHERE earlier.state = 'ready'
    AND earlier.chat = inbox.chat AND earlier.key < inbox.key)"""


def _body(arrival: Arrival) -> str:
    return msgspec.json.encode(arrival).decode()


def _arrival(row: Row) -> Arrival:
    """Return a kept arrival, in the chat that it is in by now: one may have become one with another."""
    return replace(msgspec.json.decode(row["body"], type=Arrival), key=row["key"], chat=row["chat"])
