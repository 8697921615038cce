"""Small facts that a worker must remember over a restart, by name."""

from datetime import date

from storage.database import Transaction


def text(tx: Transaction, name: str) -> str:
    """Return what was noted under a name, or nothing."""
    return str(tx.value("SELECT value FROM marks WHERE name = :name", name=name) or "")


def note(tx: Transaction, name: str, value: str) -> None:
    """Note something under a name."""
    tx.run(
        """INSERT INTO marks (name, value) VALUES (:name, :value)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
        name=name,
        value=value,
    )


def day(tx: Transaction, name: str) -> date | None:
    """Return the day that was noted under a name."""
    noted = text(tx, name)
    return date.fromisoformat(noted) if noted else None


def set_day(tx: Transaction, name: str, value: date) -> None:
    """Note a day under a name."""
    note(tx, name, value.isoformat())
