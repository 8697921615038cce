"""Pictures that people sent: whose they are, and where they are kept. The pixels stand in the file store."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from storage.chats import chats
from storage.database import Transaction
from storage.messages.inbox import Arrival
from storage.moments import maybe_moment, seconds
from storage.people import people

PATIENCE = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A kept picture; its key is also the file store's. ``width`` and ``height`` in pixels."""

    key: str
    type: str
    width: int
    height: int
    region: str | None = None
    person: str | None = None


def receive(tx: Transaction, picture: Picture, now: datetime) -> None:
    """Keep whose picture this is."""
    tx.insert(
        "pictures",
        key=picture.key,
        region=picture.region,
        person=picture.person,
        kept_as=picture.key,
        type=picture.type,
        width=picture.width,
        height=picture.height,
        received_at=seconds(now),
    )


def come_with(tx: Transaction, arrival: Arrival, sent: Iterable[Picture], now: datetime) -> None:
    """Keep the pictures that came with an arrival: its sender's, of the region of the chat or else of theirs."""
    person = people.behind(tx, arrival.platform, arrival.account)
    chat = chats.chat(tx, arrival.chat)
    region = (chat and chat.region) or (person.regions[0] if person and person.regions else None)
    for picture in sent:
        receive(tx, replace(picture, region=region, person=person.key if person else None), now)


def there(tx: Transaction, person: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``keys`` that this person sent and that have not been dropped, in their order."""
    rows = tx.rows(
        """SELECT key FROM pictures WHERE dropped_at IS NULL AND person = :person
           AND key IN (SELECT value FROM json_each(:keys))""",
        person=person,
        keys=_json(keys),
    )
    known = {row["key"] for row in rows}
    return tuple(key for key in keys if key in known)


def clear(tx: Transaction, person: str, key: str, now: datetime) -> None:
    """Keep that no pupil can be recognised in a picture, as the one who sent it says."""
    tx.run(
        "UPDATE pictures SET cleared_at = :now WHERE key = :key AND person = :person",
        key=key,
        person=person,
        now=seconds(now),
    )


def drop(tx: Transaction, person: str, key: str, now: datetime) -> None:
    """Mark a picture of this person that no update holds: housekeeping deletes its file, then its row."""
    tx.run(
        """UPDATE pictures SET dropped_at = :now WHERE key = :key AND person = :person AND "update" IS NULL
           AND dropped_at IS NULL""",
        key=key,
        person=person,
        now=seconds(now),
    )


def attach(tx: Transaction, update: str, person: str, keys: Iterable[str], now: datetime) -> None:
    """Make these the pictures of an update; one that it had and has no more is dropped."""
    kept = _json(keys)
    tx.run(
        """UPDATE pictures SET "update" = NULL, dropped_at = :now
           WHERE "update" = :update AND key NOT IN (SELECT value FROM json_each(:keys))""",
        update=update,
        keys=kept,
        now=seconds(now),
    )
    tx.run(
        """UPDATE pictures SET "update" = :update WHERE person = :person AND dropped_at IS NULL
           AND cleared_at IS NOT NULL AND key IN (SELECT value FROM json_each(:keys))""",
        update=update,
        person=person,
        keys=kept,
    )


def drop_forgotten(tx: Transaction, now: datetime) -> None:
    """Mark what nobody took a decision about for three days, and what was cleared but never became part of a report."""
    tx.run(
        f"""UPDATE pictures SET dropped_at = :now WHERE {_LOOSE} <= :before""",
        now=seconds(now),
        before=seconds(now - PATIENCE),
    )


def next_forgotten(tx: Transaction) -> datetime | None:
    """Return when the next picture will have been forgotten for three days, or None."""
    first = maybe_moment(
        tx.value(f"SELECT MIN(COALESCE(cleared_at, received_at)) FROM pictures WHERE {_LOOSE} > 0")
    )
    return first + PATIENCE if first else None


def dropped(tx: Transaction) -> list[tuple[str, str]]:
    """Return (key, key in the file store) of every picture of which the file is still to be deleted."""
    rows = tx.rows("SELECT key, kept_as FROM pictures WHERE dropped_at IS NOT NULL ORDER BY key")
    return [(row["key"], row["kept_as"]) for row in rows]


def files(tx: Transaction) -> frozenset[str]:
    """Return the key in the file store of every picture, also of one of which the file is still to be deleted."""
    return frozenset(row["kept_as"] for row in tx.rows("SELECT kept_as FROM pictures"))


def forget(tx: Transaction, keys: Iterable[str]) -> None:
    """Delete the rows of pictures of which the files are gone."""
    tx.run(
        """DELETE FROM pictures WHERE dropped_at IS NOT NULL AND key IN (SELECT value FROM json_each(:keys))""",
        keys=_json(keys),
    )


_LOOSE = """dropped_at IS NULL AND "update" IS NULL AND COALESCE(cleared_at, received_at)"""


def _json(keys: Iterable[str]) -> str:
    return msgspec.json.encode(list(keys)).decode()
