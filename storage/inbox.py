"""What arrived, kept before it is acknowledged: once for each event of a platform, in order for each chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from programme.happenings import Happening
from storage.database import Transaction
from storage.moments import seconds


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that a platform keeps for us. ``kind``: photo, voice, film, paper, or other for what nobody can read.

    ``file``: the platform's name for it. ``size`` in bytes, 0 where the platform does not say.
    """

    kind: str
    file: str = ""
    size: int = 0


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One thing that a person did on a platform, or that happened to a chat there.

    ``event``: the platform's own id of it. ``press``: key of a button; ``query``: what the platform wants to hear when
    it is answered, if not the event. ``pictures``: keys of kept pictures. ``attachments`` are still to be fetched;
    those with one ``album`` belong together. ``name``: what the platform calls the person. ``addressed``: in a group,
    it is meant for the bot though it does not say so (a reply, a mention). ``language``: of the person's device.
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
        """INSERT INTO inbox (platform, event, chat, account, body, state, received_at)
           VALUES (:platform, :event, :chat, :account, :body, 'ready', :now)
           ON CONFLICT (platform, event) DO NOTHING RETURNING key""",
        platform=arrival.platform,
        event=arrival.event,
        chat=arrival.chat,
        account=arrival.account,
        body=msgspec.json.encode(arrival).decode(),
        now=seconds(now),
    )
    return None if key is None else int(key)


def waiting(tx: Transaction, limit: int, last: int | None = None) -> list[Arrival]:
    """Return what is ready to be answered, oldest first, at most ``limit``, and nothing that came after ``last``."""
    rows = tx.rows(
        """SELECT key, body FROM inbox WHERE state = 'ready' AND key <= COALESCE(:last, key)
           ORDER BY key LIMIT :limit""",
        limit=limit,
        last=last,
    )
    return [_arrival(row["key"], row["body"]) for row in rows]


def newest(tx: Transaction) -> int:
    """Return the key of what arrived last, 0 where nothing ever did."""
    return int(tx.value("SELECT COALESCE(MAX(key), 0) FROM inbox"))


def waits_in(tx: Transaction, key: int) -> str | None:
    """Return the key of the chat in which this arrival still waits for its answer; None once it has been answered."""
    chat = tx.value("SELECT chat FROM inbox WHERE key = :key AND state = 'ready'", key=key)
    return None if chat is None else str(chat)


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


def _arrival(key: int, body: str) -> Arrival:
    return replace(msgspec.json.decode(body, type=Arrival), key=key)
