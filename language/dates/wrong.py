"""What cannot be a date or a time: named, with what may have been meant, and never read as something else."""

from datetime import date, timedelta

from language.dates.spans import ONE_DAY, Frame, Wrong, month
from language.dates.words import WEEKDAYS
from programme.text import _

_MONDAY = date(2024, 1, 1)
REACH = 20  # years; nobody reports or promises what is further away


def too_far(year: int, frame: Frame) -> bool:
    """Whether a year is further away than anything that is told here."""
    return abs(year - frame.today.year) > REACH


def far(year: int) -> Wrong:
    """Say that a year cannot be."""
    return Wrong(why=_("The year {year} can't be right.", year=f"{year:04}"))


def no_day(d: int, number: int, year: int) -> Wrong:
    """Say that a month has no such day, and which days lie beside it."""
    whole = month(year, number)
    before, after = (whole.start - ONE_DAY, whole.start) if d < 1 else (whole.end, whole.end + ONE_DAY)
    return Wrong(
        why=_(
            "{day} {month:name} does not exist; do you mean {before:plain} or {after:plain}?",
            day=d,
            month=whole.start,
            before=before,
            after=after,
        )
    )


def no_month(d: int, number: int, year: int) -> Wrong:
    """Say that there is no such month; day and month may have changed places."""
    if 1 <= d <= 12 and 1 <= number <= month(year, d).end.day:
        turned = date(year, d, number)
        return Wrong(
            why=_("There is no month {number}; do you mean {turned:plain}?", number=number, turned=turned)
        )
    return Wrong(why=_("There are only twelve months in a year."))


def other_weekday(on: date, weekday: str) -> Wrong:
    """Say that a date is another day of the week, and which dates may be meant."""
    off = (WEEKDAYS[weekday] - on.weekday() + 3) % 7 - 3
    first, second = sorted((on, on + timedelta(days=off)))
    return Wrong(
        why=_(
            "{on:plain} is a {on:weekday}; do you mean {first:day} or {second:day}?",
            on=on,
            first=first,
            second=second,
        )
    )


def no_week(number: int, last: int) -> Wrong:
    """Say that no year, or not the year that is named, has such a week."""
    return Wrong(why=_("There is no week {number}; weeks run from 1 to {last}.", number=number, last=last))


def no_school_year(first: int) -> Wrong:
    """Say that a school year runs into the next year only."""
    return Wrong(
        why=_(
            "A school year is {first}-{last}, from August through July.",
            first=f"{first}",
            last=f"{first + 1}",
        )
    )


def no_nth(nth: int, weekday: int) -> Wrong:
    """Say that a month has fewer of a weekday."""
    return Wrong(
        why=_(
            "There is no {day:weekday} number {nth} in that month.", day=_MONDAY + weekday * ONE_DAY, nth=nth
        )
    )


def no_time(hour: int, minute: int) -> Wrong:
    """Say that there is no such time, and which may be meant."""
    said = f"{hour}:{minute:02}"
    if hour < 24 and minute < 120 <= 60 + minute:
        later = f"{(hour + 1) % 24}:{minute - 60:02}"
        return Wrong(why=_("There is no time {time}; do you mean {first}?", time=said, first=later))
    if 24 <= hour < 30 and minute < 60:
        near = {"first": f"{hour - 24}:{minute:02}", "second": f"{hour - 10}:{minute:02}"}
        return Wrong(why=_("There is no time {time}; do you mean {first} or {second}?", time=said, **near))
    return Wrong(why=_("There is no time {time}; a day runs from 0:00 to 24:00.", time=said))
