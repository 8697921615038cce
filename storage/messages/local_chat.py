"""The chat page's own messages: what a messenger's servers would keep. The rest of the bot never reads them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from programme.records import Chat, Person
from storage.chats.chats import FIELDS
from storage.database import Row, Transaction
from storage.messages.parcels import Label
from storage.moments import moment, seconds
from storage.people import people as people_storage

BOT = "bot"


@dataclass(frozen=True, kw_only=True)
class LocalFile:
    """A file under a message: its name (for a picture its text alternative), media type and address."""

    name: str
    type: str
    url: str


@dataclass(frozen=True, kw_only=True)
class LocalMessage:
    """A message on the chat page as it stands now."""

    key: int
    chat: str
    sender: str
    text: str
    buttons: tuple[Label, ...]
    files: tuple[LocalFile, ...]
    at: datetime


def post(
    tx: Transaction,
    message: LocalMessage,
    *,
    sent_as: str | None = None,
) -> int:
    """Show a new message and return its key; one that was shown already (``sent_as``) keeps its key."""
    key = tx.value(
        """INSERT INTO local_messages (chat, sender, text, buttons, files, at, sent_as)
           VALUES (:chat, :sender, :text, :buttons, :files, :at, :sent_as)
           ON CONFLICT (sent_as) DO UPDATE SET sent_as = excluded.sent_as RETURNING key""",
        chat=message.chat,
        sender=message.sender,
        text=message.text,
        buttons=_json(message.buttons),
        files=_json(message.files),
        at=seconds(message.at),
        sent_as=sent_as,
    )
    return int(key)


def edit(tx: Transaction, message: LocalMessage) -> None:
    """Make the message with this key show another text, other buttons, other files."""
    tx.run(
        "UPDATE local_messages SET text = :text, buttons = :buttons, files = :files WHERE key = :key",
        key=message.key,
        text=message.text,
        buttons=_json(message.buttons),
        files=_json(message.files),
    )


def take_off(tx: Transaction, files: Iterable[str], instead: str) -> list[int]:
    """Take files off every message that shows them; return the keys of these messages.

    ``files``: by their keys in the file store. ``instead``: what a message says that would say nothing any more.
    """
    gone = {f"/files/{key}" for key in files}
    rows = tx.rows(
        """SELECT * FROM local_messages WHERE EXISTS (SELECT 1 FROM json_each(files) AS file
           WHERE json_extract(file.value, '$.url') IN (SELECT value FROM json_each(:gone)))""",
        gone=msgspec.json.encode(sorted(gone)).decode(),
    )
    for shown in map(_message, rows):
        left = tuple(file for file in shown.files if file.url not in gone)
        edit(tx, replace(shown, files=left, text=shown.text if left else shown.text or instead))
    return [row["key"] for row in rows]


def message(tx: Transaction, key: int) -> LocalMessage | None:
    """Return one message as it stands."""
    row = tx.row("SELECT * FROM local_messages WHERE key = :key", key=key)
    return _message(row) if row else None


def messages(tx: Transaction, chat: str, after: int) -> list[LocalMessage]:
    """Return the messages of a chat with a key above ``after``, oldest first."""
    rows = tx.rows(
        "SELECT * FROM local_messages WHERE chat = :chat AND key > :after ORDER BY key",
        chat=chat,
        after=after,
    )
    return [_message(row) for row in rows]


def latest(tx: Transaction, chat: str, limit: int) -> list[LocalMessage]:
    """Return the newest messages of a chat, at most ``limit``, oldest first."""
    rows = tx.rows(
        "SELECT * FROM local_messages WHERE chat = :chat ORDER BY key DESC LIMIT :limit",
        chat=chat,
        limit=limit,
    )
    return [_message(row) for row in reversed(rows)]


def files(tx: Transaction) -> frozenset[str]:
    """Return the key in the file store of every file that a message shows."""
    rows = tx.rows(
        "SELECT json_extract(file.value, '$.url') AS url FROM local_messages, json_each(files) AS file"
    )
    return frozenset(row["url"].rpartition("/")[2] for row in rows)


def newest(tx: Transaction) -> int:
    """Return the key of the newest message of all chats, or 0: whatever is posted from now on has a higher one."""
    return int(tx.value("SELECT MAX(key) FROM local_messages") or 0)


def last_said(tx: Transaction) -> int:
    """Return the key of the newest message that the bot sent, or 0; an edit does not count."""
    return int(tx.value("SELECT MAX(key) FROM local_messages WHERE sender = :bot", bot=BOT) or 0)


def people(tx: Transaction) -> list[Person]:
    """Return everybody who can act on the chat page, in the order in which they came."""
    rows = tx.rows("SELECT person FROM accounts WHERE platform = 'local' ORDER BY rowid")
    return [found for row in rows if (found := people_storage.person(tx, row["person"]))]


def faces(tx: Transaction) -> tuple[tuple[str, str | None], ...]:
    """Return (name, role) of everybody on the chat page, once for each role: what a change of shows."""
    rows = tx.rows(
        """SELECT people.name, memberships.role FROM accounts JOIN people ON people.key = accounts.person
           LEFT JOIN memberships ON memberships.person = people.key AND memberships.ended_at IS NULL
           WHERE accounts.platform = 'local' GROUP BY people.key, memberships.role
           ORDER BY people.key, memberships.role"""
    )
    return tuple((row["name"], row["role"]) for row in rows)


def chats(tx: Transaction) -> list[Chat]:
    """Return every chat on the page, channels last."""
    rows = tx.rows(f"SELECT {FIELDS} FROM chats WHERE platform = 'local' ORDER BY kind DESC, rowid")
    return [Chat(**row) for row in rows]


def members(tx: Transaction) -> dict[str, list[str]]:
    """Return who is in each chat on the page, in the order in which they came.

    A subregion's channel is for those whose team or organisation is in it, and for those who belong to no subregion
    because they serve the whole region. A group chat that is no channel yet is for everybody.
    """
    rows = tx.rows(
        """SELECT DISTINCT chats.key AS chat, accounts.person, accounts.rowid FROM accounts
           JOIN chats ON chats.platform = accounts.platform
           LEFT JOIN memberships ON memberships.person = accounts.person AND memberships.ended_at IS NULL
               AND memberships.region = chats.region
           LEFT JOIN teams ON teams.key = memberships.team
           LEFT JOIN organisations ON organisations.key = memberships.organisation
           WHERE accounts.platform = 'local' AND (
               (chats.kind = 'private' AND chats.person = accounts.person)
               OR (chats.kind = 'channel' AND chats.region IS NULL)
               OR (chats.kind = 'channel' AND memberships.key IS NOT NULL
                   AND (chats.subregion IS NULL OR chats.subregion
                       = COALESCE(teams.subregion, organisations.subregion, chats.subregion))))
           ORDER BY accounts.rowid"""
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["chat"], []).append(row["person"])
    return found


def _json(records: tuple[object, ...]) -> str:
    return msgspec.json.encode(records).decode()


def _message(row: Row) -> LocalMessage:
    return LocalMessage(
        key=row["key"],
        chat=row["chat"],
        sender=row["sender"],
        text=row["text"],
        buttons=msgspec.json.decode(row["buttons"], type=tuple[Label, ...]),
        files=msgspec.json.decode(row["files"], type=tuple[LocalFile, ...]),
        at=moment(row["at"]),
    )
