"""The demo's data as it stands in ``tables``: tables of text, one row a line."""

import csv
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from programme.records import Region

START = datetime(2021, 11, 29, 7, 0, tzinfo=UTC)
REGION = Region(key="DEMO", name="Regio Tweestromen")
FOLDER = Path(__file__).parent / "tables"


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of their columns; an empty cell is empty text."""
    with (FOLDER / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def moment(day: str, at: str = "16:00") -> datetime:
    """Return a local day and hour of the region as a moment in UTC."""
    local = datetime.combine(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(REGION.zone))
    return local.astimezone(UTC)
