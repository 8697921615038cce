"""What time it is: the system's, or a clock that can be turned forward and then goes on."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """``now`` for what is agreed with people, ``monotonic`` for limits and pauses."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only go forward."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()


class TurnedClock:
    """A clock that starts at a moment of our choosing, goes at the usual pace, and can be turned forward."""

    def __init__(self, start: datetime) -> None:
        self._at = start
        self._since = time.monotonic()

    def now(self) -> datetime:
        """This moment on the turned clock."""
        return self._at + timedelta(seconds=time.monotonic() - self._since)

    def monotonic(self) -> float:
        """Seconds that only go forward, never turned."""
        return time.monotonic()

    def turn(self, to: datetime) -> None:
        """Set the clock forward; a moment that has gone by changes nothing."""
        if to > self.now():
            self._at, self._since = to, time.monotonic()
