"""How moments and days are kept: seconds since 1970 in UTC, and ISO days."""

from datetime import UTC, date, datetime


def seconds(moment: datetime) -> int:
    """Return an aware moment as whole seconds since 1970, UTC."""
    return int(moment.timestamp())


def moment(kept: int) -> datetime:
    """Return what ``seconds`` kept, aware, in UTC."""
    return datetime.fromtimestamp(kept, UTC)


def maybe_moment(kept: int | None) -> datetime | None:
    """Return ``moment(kept)``, or None for what never was."""
    return None if kept is None else moment(kept)


def maybe_day(kept: str | None) -> date | None:
    """Return an ISO day as a date, or None for no day."""
    return date.fromisoformat(kept) if kept else None
