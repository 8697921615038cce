"""Whole tables at once, for a region that comes with the program: the demo."""

from collections.abc import Iterable, Mapping

from storage.database import Transaction


def fill(tx: Transaction, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows by the names of their columns; a value that is empty text is left to the table's own default."""
    for row in rows:
        tx.insert(table, **{name: value for name, value in row.items() if value != ""})
