"""Chats and accounts: the only records that know a platform."""

import secrets
from datetime import datetime

from programme.records import Chat
from storage import occurrences
from storage.database import Row, Transaction
from storage.moments import seconds

FIELDS = "key, platform, kind, title, person, region, subregion"


def chat(tx: Transaction, key: str) -> Chat | None:
    """Return a chat by its key."""
    row = tx.row(f"SELECT {FIELDS} FROM chats WHERE key = :key", key=key)
    return Chat(**row) if row else None


def at(tx: Transaction, platform: str, address: str) -> Chat | None:
    """Return the chat at a platform's address, if it is known."""
    row = tx.row(
        f"SELECT {FIELDS} FROM chats WHERE platform = :platform AND address = :address",
        platform=platform,
        address=address,
    )
    return Chat(**row) if row else None


def arrive(tx: Transaction, platform: str, address: str, kind: str, title: str, now: datetime) -> Chat:
    """Return the chat at a platform's address, made when it is new, and note that it was used."""
    row = tx.row(
        f"""INSERT INTO chats (key, platform, address, kind, title, seen_at)
            VALUES (:key, :platform, :address, :kind, :title, :now)
            ON CONFLICT (platform, address) DO UPDATE SET seen_at = :now, title = :title, gone_at = NULL
            RETURNING {FIELDS}""",
        key=secrets.token_hex(8),
        platform=platform,
        address=address,
        kind=kind,
        title=title,
        now=seconds(now),
    )
    return Chat(**_present(row))


def address(tx: Transaction, key: str) -> tuple[str, str]:
    """Return the platform and the platform's own address of a chat."""
    row = _present(tx.row("SELECT platform, address FROM chats WHERE key = :key", key=key))
    return row["platform"], row["address"]


def private_chat(tx: Transaction, person: str) -> str | None:
    """Return the key of the private chat that a person used last, or None when there is none left."""
    key = tx.value(
        """SELECT key FROM chats WHERE person = :person AND kind = 'private' AND gone_at IS NULL
           ORDER BY seen_at DESC, key LIMIT 1""",
        person=person,
    )
    return None if key is None else str(key)


def belongs_to(tx: Transaction, key: str, person: str) -> None:
    """Tie a private chat to its person."""
    tx.run("UPDATE chats SET person = :person WHERE key = :key AND kind = 'private'", key=key, person=person)


def tie(tx: Transaction, key: str, region: str, subregion: str | None) -> None:
    """Make a group chat the channel of a region or subregion; what it is told is derived anew."""
    tx.run(
        "UPDATE chats SET region = :region, subregion = :subregion WHERE key = :key AND kind = 'channel'",
        key=key,
        region=region,
        subregion=subregion,
    )
    occurrences.mark_stale(tx, region, key)


def channels(tx: Transaction, region: str) -> list[Chat]:
    """Return the channels of a region and its subregions."""
    rows = tx.rows(
        f"SELECT {FIELDS} FROM chats WHERE region = :region AND kind = 'channel' AND gone_at IS NULL ORDER BY key",
        region=region,
    )
    return [Chat(**row) for row in rows]


def account_of(tx: Transaction, platform: str, account: str) -> str | None:
    """Return the key of the person behind an account, or None for a stranger."""
    key = tx.value(
        "SELECT person FROM accounts WHERE platform = :platform AND account = :account",
        platform=platform,
        account=account,
    )
    return None if key is None else str(key)


def open_account(tx: Transaction, platform: str, account: str, person: str) -> None:
    """Tie an account to a person; an account moves with whoever uses the newer invitation."""
    tx.run(
        """INSERT INTO accounts (platform, account, person) VALUES (:platform, :account, :person)
           ON CONFLICT (platform, account) DO UPDATE SET person = :person""",
        platform=platform,
        account=account,
        person=person,
    )


def _present(row: Row | None) -> Row:
    if row is None:
        raise LookupError("no such chat")
    return row
