"""A clock time that was read, and the times of the day that it stands for."""

from dataclasses import dataclass
from datetime import time

Hours = tuple[time, time | None]  # from when and, where that is told, to when


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A time or, with ``until``, a stretch of time, in minutes since midnight."""

    minutes: int
    until: int | None = None
    start: int = 0
    end: int = 0


def hours(clock: Clock) -> Hours:
    """Return a clock time as times of the day; one that ends at midnight or later does so on the next day."""
    first, last = clock.minutes, clock.until
    return _of_day(first), None if last is None else _of_day(last)


def _of_day(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
