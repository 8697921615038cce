"""Meetings: the steering group and its like, as far as they have a day."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting on a local day; ``at`` None: the hour is not known."""

    key: str
    region: str
    name: str
    day: date
    at: time | None = None
