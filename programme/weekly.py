"""The weekly moments of a region: the same local hour, silent in holidays, and nothing lost by that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from programme.calendar import AMSTERDAM, DAY, Calendar, Period, daytime, instant

WEEK = timedelta(weeks=1)
FAR = 60


@dataclass(frozen=True, kw_only=True)
class Weekly:
    """A day of the week (ISO: Thursday is 4) and a local hour; one at night becomes the nearest by day."""

    weekday: int = 4
    at: time = time(15, 30)
    zone: str = AMSTERDAM

    def __post_init__(self) -> None:
        if self.weekday not in range(1, 6):
            raise ValueError(
                f"day {self.weekday} is none from Monday (1) to Friday (5): it would never be said"
            )

    def moment(self, day: date) -> datetime:
        """Return the hour on ``day`` in UTC."""
        return instant(day, daytime(self.at), self.zone)


@dataclass(frozen=True, kw_only=True)
class Week:
    """One weekly moment: said on ``day``, ``at`` in UTC, about everything from ``since`` on up to ``at``."""

    day: date
    since: datetime
    at: datetime


def weekly_moments(weekly: Weekly, calendar: Calendar, days: Period) -> tuple[Week, ...]:
    """Return the weekly moments on ``days``; a quiet day has none, and the next one covers its week."""
    said = _previous(weekly, calendar, days.first)
    weeks: list[Week] = []
    for day in _weekdays(weekly, days):
        if not calendar.quiet(day):
            weeks.append(Week(day=day, since=weekly.moment(said), at=weekly.moment(day)))
            said = day
    return tuple(weeks)


def _weekdays(weekly: Weekly, days: Period) -> Iterator[date]:
    day = days.first + ((weekly.weekday - days.first.isoweekday()) % 7) * DAY
    while day <= days.last:
        yield day
        day += WEEK


def _previous(weekly: Weekly, calendar: Calendar, first: date) -> date:
    """Return the last day before ``first`` on which it was said; a year back where there was none."""
    day = first - ((first.isoweekday() - weekly.weekday - 1) % 7 + 1) * DAY
    for _week in range(FAR):
        if not calendar.quiet(day):
            break
        day -= WEEK
    return day
