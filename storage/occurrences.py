"""Occurrences: what is to be said to one person or channel at one moment, once. The clock asks what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import msgspec

from storage.database import Row, Transaction
from storage.moments import maybe_moment, moment, seconds


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One thing to be said. ``key`` is unique for rule, item, recipient and local day."""

    region: str
    rule: str
    item: str
    day: date
    at: datetime
    person: str | None = None
    chat: str | None = None

    @cached_property
    def key(self) -> str:
        """The same for the same rule, item, recipient and day."""
        return "|".join((self.rule, self.item, self.person or self.chat or "", self.day.isoformat()))


def derive(tx: Transaction, item: str, wanted: Iterable[Occurrence], *, rule: str | None = None) -> None:
    """Make the pending occurrences of an item (by one rule, or all) what the rules want now.

    What is missing is inserted, what is pending and no longer wanted is deleted, what was said is never touched.
    """
    keep = {occurrence.key: occurrence for occurrence in wanted}
    rows = tx.rows(
        """SELECT key, region, due_at FROM occurrences WHERE item = :item AND state = 'pending'
           AND (:rule IS NULL OR rule = :rule)""",
        item=item,
        rule=rule,
    )
    stands = {row["key"]: (row["region"], row["due_at"]) for row in rows}
    gone = stands.keys() - keep.keys()
    tx.run_all("DELETE FROM occurrences WHERE key = :key", [{"key": key} for key in gone])
    tx.run_all(
        """INSERT INTO occurrences (key, region, rule, item, person, chat, day, due_at)
           VALUES (:key, :region, :rule, :item, :person, :chat, :day, :due_at)
           ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, region = excluded.region
               WHERE state = 'pending'""",
        [_row(key, one) for key, one in keep.items() if stands.get(key) != (one.region, seconds(one.at))],
    )


def due(tx: Transaction, now: datetime) -> list[Occurrence]:
    """Return every pending occurrence whose moment has come, oldest first."""
    rows = tx.rows(
        "SELECT * FROM occurrences WHERE state = 'pending' AND due_at <= :now ORDER BY due_at, key",
        now=seconds(now),
    )
    return [_occurrence(row) for row in rows]


def pending(tx: Transaction, item: str) -> list[Occurrence]:
    """Return what is still to be said of an item."""
    rows = tx.rows(
        "SELECT * FROM occurrences WHERE item = :item AND state = 'pending' ORDER BY due_at, key", item=item
    )
    return [_occurrence(row) for row in rows]


def claim_all(tx: Transaction, batch: Sequence[Occurrence], now: datetime) -> list[Occurrence]:
    """Settle pending occurrences as said; return those of which that had not happened already, in their order."""
    rows = tx.rows(
        """UPDATE occurrences SET state = 'said', settled_at = :now
           WHERE state = 'pending' AND key IN (SELECT value FROM json_each(:keys)) RETURNING key""",
        keys=msgspec.json.encode([one.key for one in batch]).decode(),
        now=seconds(now),
    )
    claimed = {row["key"] for row in rows}
    return [one for one in batch if one.key in claimed]


def claim(tx: Transaction, occurrence: Occurrence, now: datetime, state: str = "said") -> bool:
    """Settle a pending occurrence as ``said`` (or ``expired``); False when that has happened already."""
    return bool(
        tx.run(
            "UPDATE occurrences SET state = :state, settled_at = :now WHERE key = :key AND state = 'pending'",
            key=occurrence.key,
            state=state,
            now=seconds(now),
        )
    )


def withdraw(tx: Transaction, person: str) -> None:
    """Delete what is pending for a person who wants to hear nothing any more."""
    tx.run("DELETE FROM occurrences WHERE person = :person AND state = 'pending'", person=person)


def put_off(tx: Transaction, occurrence: Occurrence, at: datetime | None) -> None:
    """Say a pending occurrence at another moment; without one it has lost its point."""
    if at is None:
        tx.run(
            "UPDATE occurrences SET state = 'expired' WHERE key = :key AND state = 'pending'",
            key=occurrence.key,
        )
    else:
        tx.run(
            "UPDATE occurrences SET due_at = :at WHERE key = :key AND state = 'pending'",
            key=occurrence.key,
            at=seconds(at),
        )


def coming(tx: Transaction, person: str, after: datetime, before: datetime) -> dict[str, datetime]:
    """Return when somebody hears next of items, between two moments, but not because they are late."""
    rows = tx.rows(
        """SELECT item, MIN(due_at) AS at FROM occurrences WHERE person = :person AND settled_at IS NULL
           AND state = 'pending' AND rule <> 'late' AND due_at > :after AND due_at < :before GROUP BY item""",
        person=person,
        after=seconds(after),
        before=seconds(before),
    )
    return {row["item"]: moment(row["at"]) for row in rows}


def next_due(tx: Transaction) -> datetime | None:
    """Return when the next occurrence is due, or None when none is pending."""
    return maybe_moment(tx.value("SELECT MIN(due_at) FROM occurrences WHERE state = 'pending'"))


def mark_stale(tx: Transaction, region: str, item: str) -> None:
    """Note that an item changed, so that its occurrences are derived again."""
    tx.run(
        """INSERT INTO stale (item, region) VALUES (:item, :region)
           ON CONFLICT (item) DO UPDATE SET region = excluded.region""",
        item=item,
        region=region,
    )


def any_stale(tx: Transaction, region: str) -> bool:
    """Whether anything of a region is to be derived again."""
    return bool(tx.value("SELECT 1 FROM stale WHERE region = :region LIMIT 1", region=region))


def take_stale(tx: Transaction, region: str) -> list[str]:
    """Return what changed in a region since the last time, and forget it."""
    rows = tx.rows("DELETE FROM stale WHERE region = :region RETURNING item", region=region)
    return sorted(row["item"] for row in rows)


def _row(key: str, occurrence: Occurrence) -> Row:
    return {
        "key": key,
        "region": occurrence.region,
        "rule": occurrence.rule,
        "item": occurrence.item,
        "person": occurrence.person,
        "chat": occurrence.chat,
        "day": occurrence.day.isoformat(),
        "due_at": seconds(occurrence.at),
    }


def _occurrence(row: Row) -> Occurrence:
    return Occurrence(
        region=row["region"],
        rule=row["rule"],
        item=row["item"],
        day=date.fromisoformat(row["day"]),
        at=moment(row["due_at"]),
        person=row["person"],
        chat=row["chat"],
    )
