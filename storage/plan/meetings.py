"""Meetings: what the plan says is held, and the days that were put to it."""

from datetime import date, time

from programme.meetings import Meeting
from storage.database import Row, Transaction


def names(tx: Transaction, region: str) -> list[str]:
    """Return the names of the meetings that a region holds, as they came into its plan."""
    rows = tx.rows(
        "SELECT name FROM meetings WHERE region = :region GROUP BY name ORDER BY MIN(rowid)", region=region
    )
    return [row["name"] for row in rows]


def coming(tx: Transaction, region: str, first: date) -> list[Meeting]:
    """Return the meetings of a region from a day on, the earliest first."""
    rows = tx.rows(
        """SELECT key, region, name, day, at FROM meetings WHERE region = :region AND day >= :first
           ORDER BY day, at, name""",
        region=region,
        first=first.isoformat(),
    )
    return [_meeting(row) for row in rows]


def meeting(tx: Transaction, region: str, key: str) -> Meeting | None:
    """Return one meeting of a region that has a day."""
    row = tx.row(
        """SELECT key, region, name, day, at FROM meetings
           WHERE region = :region AND key = :key AND day IS NOT NULL""",
        region=region,
        key=key,
    )
    return _meeting(row) if row else None


def plan(tx: Transaction, meeting: Meeting) -> None:
    """Keep a meeting on its day, once for each name and day in a region; a newer hour replaces the older."""
    at = meeting.at.isoformat("minutes") if meeting.at else None
    same = {"region": meeting.region, "name": meeting.name, "day": meeting.day.isoformat()}
    if not tx.run(
        "UPDATE meetings SET at = :at WHERE region = :region AND name = :name AND day = :day", at=at, **same
    ):
        tx.insert("meetings", key=meeting.key, at=at, **same)


def drop(tx: Transaction, region: str, key: str) -> None:
    """Forget a meeting that will not take place; what the plan says of its kind stays."""
    tx.run(
        "DELETE FROM meetings WHERE region = :region AND key = :key AND day IS NOT NULL",
        region=region,
        key=key,
    )


def _meeting(row: Row) -> Meeting:
    return Meeting(
        key=row["key"],
        region=row["region"],
        name=row["name"],
        day=date.fromisoformat(row["day"]),
        at=time.fromisoformat(row["at"]) if row["at"] else None,
    )
