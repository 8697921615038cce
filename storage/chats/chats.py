"""Chats and accounts: the only records that know a platform.

A topic of a group is a chat of its own, with an address below the group's: "GROUP/TOPIC". The group itself, and what
is said outside its topics, has "GROUP".
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from programme.happenings import Happened
from programme.messages import News
from programme.records import Chat
from storage import occurrences
from storage.database import Row, Transaction
from storage.moments import seconds

FIELDS = """key, platform, kind, title, person, region, subregion, region IS NOT NULL AS tied, hears, lost,
    menu_wanted AS menu, (SELECT main.key FROM chats AS main WHERE main.platform = chats.platform
        AND main.address = substr(chats.address, 1, instr(chats.address, '/') - 1)) AS "group\""""
# "0" is the sign after "/": a range, so that the topics of a group are found by the index on addresses.
OF_GROUP = (
    "platform = :platform AND (address = :group OR (address > :group || '/' AND address < :group || '0'))"
)
APART = " › "  # between the titles of a group and a topic of it


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a chat is found: the platform, and the platform's own address. ``gone``: nothing arrives there."""

    chat: str
    platform: str
    address: str
    private: bool
    gone: bool


def chat(tx: Transaction, key: str) -> Chat | None:
    """Return a chat by its key. One that is not tied itself belongs where the rest of its group does."""
    row = tx.row(f"SELECT {FIELDS} FROM chats WHERE key = :key", key=key)
    return _with_its_group(tx, row) if row else None


def at(tx: Transaction, platform: str, address: str) -> Chat | None:
    """Return the chat at a platform's address."""
    row = tx.row(
        f"SELECT {FIELDS} FROM chats WHERE platform = :platform AND address = :address",
        platform=platform,
        address=address,
    )
    return _with_its_group(tx, row) if row else None


def arrive(tx: Transaction, platform: str, address: str, kind: str, title: str, now: datetime) -> Chat:
    """Return the chat at a platform's address, made when it is new, and note that it was used.

    Of a topic ``title`` is its group's, with its own behind it where that is known: "Group › Topic".
    """
    group, _slash, topic = address.partition("/")
    if kind == "channel" and topic:
        _arrive(tx, platform, group, kind, title.partition(APART)[0], now)
        title = title if APART in title else ""
    return _with_its_group(tx, _arrive(tx, platform, address, kind, title, now))


def _arrive(tx: Transaction, platform: str, address: str, kind: str, title: str, now: datetime) -> Row:
    row = tx.row(
        f"""INSERT INTO chats (key, platform, address, kind, title, seen_at)
            VALUES (:key, :platform, :address, :kind, :title, :now)
            ON CONFLICT (platform, address) DO UPDATE SET seen_at = :now,
                title = COALESCE(NULLIF(:title, ''), title)
            RETURNING {FIELDS}""",
        key=secrets.token_hex(8),
        platform=platform,
        address=address,
        kind=kind,
        title=title,
        now=seconds(now),
    )
    return _present(row)


def _with_its_group(tx: Transaction, row: Row) -> Chat:
    found = _chat(row)
    if found.tied or found.private:
        return found
    ties = group_of(tx, found.key, tied=True)
    main = [one for one in ties if one.group is None] or ties
    regions, parts = {one.region for one in main}, {one.subregion for one in main}
    return _chat(
        row
        | {
            "region": regions.pop() if len(regions) == 1 else None,
            "subregion": parts.pop() if len(parts) == 1 else None,
        }
    )


def _chat(row: Row) -> Chat:
    return Chat(**row | {"tied": bool(row["tied"])})


def group_of(tx: Transaction, key: str, *, tied: bool = False) -> list[Chat]:
    """Return every chat of a chat's group (itself too), the group first; those that are ``tied`` only."""
    platform, its_address = address(tx, key)
    rows = tx.rows(
        f"SELECT {FIELDS} FROM chats WHERE {OF_GROUP} AND (:tied = 0 OR region IS NOT NULL) ORDER BY address",
        platform=platform,
        group=its_address.partition("/")[0],
        tied=int(tied),
    )
    return [_chat(row) for row in rows]


def address(tx: Transaction, key: str) -> tuple[str, str]:
    """Return the platform and the platform's own address of a chat."""
    row = _present(tx.row("SELECT platform, address FROM chats WHERE key = :key", key=key))
    return row["platform"], row["address"]


def place(tx: Transaction, key: str) -> Place:
    """Return where a chat is found."""
    fields = "key AS chat, platform, address, kind, gone_at"
    return found_at(_present(tx.row(f"SELECT {fields} FROM chats WHERE key = :key", key=key)))


def found_at(row: Row) -> Place:
    """Return the place of which a row has ``chat`` (its key), ``platform``, ``address``, ``kind`` and ``gone_at``."""
    return Place(
        chat=row["chat"],
        platform=row["platform"],
        address=row["address"],
        private=row["kind"] == "private",
        gone=row["gone_at"] is not None,
    )


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


def tie(tx: Transaction, key: str, region: str, subregion: str | None, hears: str = "") -> None:
    """Make a group chat the channel of a region or subregion; what it is told is derived anew.

    ``hears``: the kind of news that is told here, "" for all. It is told in one place of a group: what was tied to
    the same (sub)region there for the same news is let go, and for "" all else.
    """
    for other in group_of(tx, key, tied=True):
        same = (other.region, other.subregion) == (region, subregion)
        if same and hears in ("", other.hears):
            untie(tx, other.key)
    tx.run(
        """UPDATE chats SET region = :region, subregion = :subregion, hears = :hears
           WHERE key = :key AND kind = 'channel'""",
        key=key,
        region=region,
        subregion=subregion,
        hears=hears,
    )
    occurrences.mark_stale(tx, region, key)


def untie(tx: Transaction, key: str) -> None:
    """Let a channel be a group chat again."""
    tx.run("UPDATE chats SET region = NULL, subregion = NULL, hears = '' WHERE key = :key", key=key)


def channels(tx: Transaction, region: str) -> list[Chat]:
    """Return the chats tied to a region and its subregions in which the bot can be read."""
    rows = tx.rows(
        f"""SELECT {FIELDS} FROM chats WHERE region = :region AND kind = 'channel' AND gone_at IS NULL
            AND lost = '' ORDER BY key""",
        region=region,
    )
    return [_chat(row) for row in rows]


def hearing(tx: Transaction, region: str, news: News) -> list[Chat]:
    """Return where a kind of news is told to the channels of a region: once for each group and (sub)region.

    That is the topic chosen for it, else where everything is told.
    """
    told: dict[tuple[str, str | None], Chat] = {}
    for one in channels(tx, region):
        place = (one.group or one.key, one.subregion)
        if one.hears == news or (one.hears == "" and place not in told):
            told[place] = one
    return list(told.values())


def silenced(tx: Transaction, key: str) -> bool:
    """Whether a chat was lost because nothing could be written there."""
    return bool(
        tx.value("SELECT 1 FROM chats WHERE key = :key AND lost = :why", key=key, why=Happened.SILENCED.value)
    )


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
