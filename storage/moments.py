"""How moments and days are kept: seconds since 1970 in UTC, and ISO days."""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


def seconds(moment: datetime) -> int:
    """Return an aware moment as whole seconds since 1970, UTC."""
    return int(moment.timestamp())


def moment(kept: int) -> datetime:
    """Return what ``seconds`` kept, aware, in UTC."""
    return datetime.fromtimestamp(kept, UTC)


def maybe_moment(kept: int | None) -> datetime | None:
    """Return ``moment(kept)``, or None for what never was."""
    return None if kept is None else moment(kept)


@lru_cache(maxsize=4096)
def local_day(kept: int, zone: str) -> date:
    """Return the local day of what ``seconds`` kept; worked out once, for many things are said at one moment."""
    return moment(kept).astimezone(ZoneInfo(zone)).date()


def maybe_day(kept: str | None) -> date | None:
    """Return an ISO day as a date, or None for no day."""
    return date.fromisoformat(kept) if kept else None
