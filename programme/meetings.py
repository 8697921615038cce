"""Meetings: the steering group and its like, as far as they have a day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from programme.messages import Drawing


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting on a local day; ``at`` None: the hour is not known."""

    key: str
    region: str
    name: str
    day: date
    at: time | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingFile(Drawing):
    """A meeting as a file for anybody's calendar: planned at a moment, in a region with a name and a time zone."""

    meeting: Meeting
    region: str
    zone: str
    planned: datetime
