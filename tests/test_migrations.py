"""The schema: whatever an older version made, today's opens, and nothing in it is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlite_utils

from storage.database import Database
from storage.driver import schema_of, sound
from storage.schema import schema
from tests.region import seed

MIGRATIONS = [each.name for each in schema().pending(sqlite_utils.Database(memory=True))]
Shape = dict[str, list[tuple[object, ...]]]


@contextmanager
def opened(path: Path) -> Iterator[sqlite_utils.Database]:
    database = sqlite_utils.Database(str(path))
    try:
        yield database
    finally:
        database.conn.close()


def made_by(last: str, path: Path) -> None:
    """Make a database as the version did whose newest migration was ``last``, with a row in every table."""
    later = [*MIGRATIONS, None][MIGRATIONS.index(last) + 1]
    with opened(path) as database:
        schema().apply(database, **({"stop_before": later} if later else {}))
        with database.conn:
            for table in tables(database):
                fill(database, table)


def tables(database: sqlite_utils.Database) -> list[str]:
    return [name for name in database.table_names() if not name.startswith(("sqlite_", "_sqlite"))]


def fill(database: sqlite_utils.Database, table: str) -> None:
    """Add a row in which every text is "2021-11-29" and every number 1, so that every reference finds its row."""
    columns = database[table].columns
    values = {column.name: "2021-11-29" if column.type == "TEXT" else 1 for column in columns}
    names = ", ".join(f'"{name}"' for name in values)
    database.conn.execute(
        f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values())
    )


def shape(path: Path) -> Shape:
    """Return what a database consists of: the columns of each table, its references, and what is indexed."""
    with opened(path) as database:
        return {
            table: [
                *database.execute(f"SELECT * FROM pragma_table_info('{table}')"),
                *database.execute(f"SELECT * FROM pragma_foreign_key_list('{table}')"),
                *sorted(
                    database.execute(
                        f"SELECT name, sql FROM sqlite_master WHERE tbl_name = '{table}' AND type = 'index'"
                    )
                ),
            ]
            for table in tables(database)
        }


def migrate(path: Path) -> None:
    Database(path).close()


@pytest.fixture
def fresh(tmp_path: Path) -> Shape:
    migrate(tmp_path / "fresh.db")
    return shape(tmp_path / "fresh.db")


@pytest.mark.parametrize("last", MIGRATIONS)
def test_a_database_of_every_older_version_becomes_like_a_fresh_one(
    last: str, tmp_path: Path, fresh: Shape
) -> None:
    path = tmp_path / "old.db"
    made_by(last, path)
    migrate(path)
    assert shape(path) == fresh
    assert schema_of(path) == ([], [])


@pytest.mark.parametrize("last", MIGRATIONS)
def test_no_row_is_lost_and_every_reference_still_leads_somewhere(last: str, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    made_by(last, path)
    migrate(path)
    with opened(path) as database:
        counts = {table: database[table].count for table in tables(database)}
    assert {table for table, count in counts.items() if count == 0} == set()
    assert sound(path)


def test_the_numbers_of_the_migrations_go_up_one_by_one() -> None:
    assert [name.split("_")[0] for name in MIGRATIONS] == [f"m{n:03}" for n in range(1, len(MIGRATIONS) + 1)]


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "aanjager.db"
    store = Database(path)
    store.write(seed).result()
    store.close()
    before = shape(path)
    migrate(path)
    assert shape(path) == before
