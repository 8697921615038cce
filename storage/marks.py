"""Marks: small facts about the bot itself, by name, that must outlive a restart."""

from datetime import date, datetime

from storage.database import Transaction
from storage.moments import maybe_moment, seconds


def mark(tx: Transaction, name: str) -> str | None:
    """Return what was marked under ``name`` last, or None."""
    value = tx.value("SELECT value FROM marks WHERE name = :name", name=name)
    return None if value is None else str(value)


def set_mark(tx: Transaction, name: str, value: str) -> None:
    """Mark ``value`` under ``name``."""
    tx.run(
        "INSERT INTO marks (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        name=name,
        value=value,
    )


def set_moment(tx: Transaction, name: str, moment: datetime) -> None:
    """Mark a moment under ``name``."""
    set_mark(tx, name, str(seconds(moment)))


def latest_moment(tx: Transaction, name: str) -> datetime | None:
    """Return the latest moment known: the one marked, or when something was last said or received."""
    return maybe_moment(
        tx.value(
            """SELECT MAX(at) FROM (
                   SELECT CAST(value AS INTEGER) AS at FROM marks WHERE name = :name
                   UNION ALL SELECT MAX(said_at) FROM outbox UNION ALL SELECT MAX(received_at) FROM inbox)""",
            name=name,
        )
    )


def day(tx: Transaction, name: str) -> date | None:
    """Return the day that was marked under a name."""
    marked = mark(tx, name)
    return date.fromisoformat(marked) if marked else None


def set_day(tx: Transaction, name: str, value: date) -> None:
    """Mark a day under a name."""
    set_mark(tx, name, value.isoformat())
