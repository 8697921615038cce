"""When a person may be spoken to unasked: working days, school and public holidays, pauses, never at night.

Days are local dates; only ``instant`` turns a day and an hour into a moment, so that a clock change can go
wrong in one place only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property
from itertools import islice
from zoneinfo import ZoneInfo

AMSTERDAM = "Europe/Amsterdam"
MORNING = time(7)
EVENING = time(21)
MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Period:
    """The days from ``first`` to ``last``, both included; up to ``date.max`` is: until further notice."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends ({self.last}) before it begins ({self.first})")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Break(Period):
    """A school holiday; at most a year, or a slip in a calendar silences the bot for good."""

    name: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.last - self.first).days > 365:
            raise ValueError(f"a school holiday of more than a year, from {self.first} to {self.last}")


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The part of a day in which people may be spoken to unasked: from 07:00 to 21:00 at the most."""

    first: time = MORNING
    end: time = EVENING

    def __post_init__(self) -> None:
        if not MORNING <= self.first < self.end <= EVENING:
            raise ValueError(f"from {self.first} to {self.end} is not by day")

    def nearest(self, at: time) -> time:
        """Return the hour itself, or the nearest on that day which is in these hours."""
        hour, minute = divmod(self.end.hour * 60 + self.end.minute - 1, 60)
        return min(max(at, self.first), time(hour, minute))


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """A person's working days (ISO: Monday is 1), their hour in their own zone, and when they are away.

    ``hours`` are the region's: their own hour gives way where it is not in them.
    """

    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    at: time = time(8, 30)
    pauses: tuple[Period, ...] = ()
    zone: str = AMSTERDAM
    hours: Hours = Hours()

    def __post_init__(self) -> None:
        if not self.workdays & MONDAY_TO_FRIDAY or not self.workdays <= set(range(1, 8)):
            raise ValueError(f"working days {sorted(self.workdays)} hold none from Monday (1) to Friday (5)")

    def pause(self, day: date) -> Period | None:
        """Return the pause that ``day`` falls in."""
        return next((pause for pause in self.pauses if day in pause), None)

    def moment(self, day: date) -> datetime:
        """Return the person's hour on ``day`` in UTC; outside ``hours`` the nearest in them."""
        return instant(day, self.hours.nearest(self.at), self.zone)


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The school holidays of a region or an organisation, and the public holidays of its country."""

    breaks: tuple[Break, ...] = ()
    country: str = "NL"

    @cached_property
    def _known(self) -> dict[date, bool]:
        return {}

    def quiet(self, day: date) -> bool:
        """Tell whether nobody is spoken to: a weekend, a public holiday or a school holiday."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = day.isoweekday() > 5 or self.holiday(day)
        return known

    def holiday(self, day: date) -> bool:
        """Tell whether ``day`` is a public or a school holiday."""
        return day in public_holidays(self.country, day.year) or any(day in each for each in self.breaks)

    def covers(self, school_year: int) -> bool:
        """Tell whether a school holiday begins in the school year that starts in August of this year.

        Where it begins counts: a summer holiday that reaches into August says nothing about the next year.
        """
        return any(school_year_of(each.first) == school_year for each in self.breaks)

    def uncovered(self, first: date, last: date) -> tuple[int, ...]:
        """Return the school years between two days that have no school holiday, each by its first year."""
        years = range(school_year_of(first), school_year_of(last) + 1)
        return tuple(year for year in years if not self.covers(year))

    def working_day(self, day: date, rhythm: Rhythm) -> bool:
        """Tell whether this person works on ``day``."""
        return not self.quiet(day) and day.isoweekday() in rhythm.workdays and rhythm.pause(day) is None

    def next_working_day(self, day: date, rhythm: Rhythm) -> date | None:
        """Return the person's first working day after ``day``; None after a final pause."""
        return next(self._working_days(day, rhythm, DAY), None)

    def previous_working_day(self, day: date, rhythm: Rhythm) -> date | None:
        """Return the person's last working day before ``day``."""
        return next(self._working_days(day, rhythm, -DAY), None)

    def nth_working_day(self, day: date, n: int, rhythm: Rhythm) -> date | None:
        """Return the person's ``n``-th working day after ``day``, ``n`` from 1; None after a final pause."""
        return next(islice(self._working_days(day, rhythm, DAY), n - 1, None), None)

    def apart(self, earlier: date, later: date, working_days: int) -> bool:
        """Tell whether ``later`` is at least so many working days after ``earlier``.

        Everybody's, not one person's: five days of somebody who works on Mondays only would be five weeks.
        """
        day = earlier
        while working_days > 0 and day < later:
            day += DAY
            working_days -= not self.quiet(day)
        return working_days <= 0

    def _working_days(self, day: date, rhythm: Rhythm, step: timedelta) -> Iterator[date]:
        edge = date.max if step > timedelta() else date.min
        while day != edge:
            day += step
            pause = rhythm.pause(day)
            if pause is not None:  # Crossed in one step: it may last for ever.
                day = pause.last if edge == date.max else pause.first
            elif self.working_day(day, rhythm):
                yield day


def instant(day: date, at: time, zone: str) -> datetime:
    """Return a local hour on a day in UTC: the first of two, or as long after the gap as it stood into it."""
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def daytime(at: time) -> time:
    """Return the hour itself, or the nearest on that day which is not between 21:00 and 07:00."""
    return Hours().nearest(at)


def earliest(now: datetime, calendar: Calendar, rhythm: Rhythm) -> datetime | None:
    """Return the first moment from ``now`` on for what fell due before; None after a final pause."""
    local = now.astimezone(ZoneInfo(rhythm.zone))
    day = local.date()
    if calendar.working_day(day, rhythm) and local.time() < rhythm.hours.end:
        return max(now, rhythm.moment(day))
    following = calendar.next_working_day(day, rhythm)
    return rhythm.moment(following) if following else None


def disturbing(now: datetime, calendar: Calendar, rhythm: Rhythm) -> bool:
    """Tell whether ``now`` is a moment at which nothing is said unasked: at night, on a quiet day, or in a pause."""
    local = now.astimezone(ZoneInfo(rhythm.zone))
    by_day = rhythm.hours.first <= local.time() < rhythm.hours.end
    return not (by_day and calendar.working_day(local.date(), rhythm))


def undisturbed(now: datetime, calendar: Calendar, rhythm: Rhythm) -> datetime:
    """Return the first moment from ``now`` on at which a person may be told, unasked, what concerns them.

    Who is away until further notice is told by day all the same: it would be lost.
    """
    if not disturbing(now, calendar, rhythm):
        return now
    following = earliest(now, calendar, rhythm) or earliest(now, calendar, replace(rhythm, pauses=()))
    return following or now


def school_year_of(day: date) -> int:
    """Return the year in which the school year of ``day`` began: in August."""
    return day.year if day.month >= 8 else day.year - 1


def later_by_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (day.day - 1) * DAY, following - DAY)


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return the public holidays of a country in a year, from the library of that name."""
    from holidays import country_holidays

    return frozenset(country_holidays(country, years=year))
