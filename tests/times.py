"""Strategies for tests of time: the years 2024 to 2037, both clock changes, every kind of quiet day."""

from datetime import date, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from programme.cadence import Watched
from programme.calendar import Break, Calendar, Period, Rhythm

FIRST, LAST = date(2024, 1, 1), date(2037, 12, 31)
steady = settings(deadline=None, derandomize=True)


def days() -> st.SearchStrategy[date]:
    """Any day, with a liking for the end of the year and for the days around a clock change."""
    around = st.builds(
        lambda year, day, shift: date(year, *day) + timedelta(days=shift),
        st.integers(FIRST.year, LAST.year),
        st.sampled_from([(3, 28), (10, 28), (12, 31), (1, 1), (8, 20)]),
        st.integers(-10, 5),
    )
    return st.one_of(st.dates(FIRST, LAST), around)


def periods(longest: int = 45) -> st.SearchStrategy[Period]:
    """A pause."""
    return st.builds(
        lambda first, length: Period(first=first, last=first + timedelta(days=length)),
        days(),
        st.integers(0, longest),
    )


def calendars() -> st.SearchStrategy[Calendar]:
    """Christmas and summer holidays every year or never, and a few others."""
    every = [
        Break(name="", first=date(year, month, day), last=date(year, month, day) + timedelta(days=length))
        for year in range(FIRST.year - 1, LAST.year + 2)
        for month, day, length in ((12, 20, 15), (7, 10, 44))
    ]
    others = st.lists(periods(20), max_size=3).map(
        lambda found: tuple(Break(name="", first=each.first, last=each.last) for each in found)
    )
    return st.builds(
        lambda fixed, more: Calendar(breaks=(*fixed, *more)), st.sampled_from([(), tuple(every)]), others
    )


def rhythms() -> st.SearchStrategy[Rhythm]:
    """Any working days, any hour of the day, up to three pauses."""
    return st.builds(
        Rhythm,
        workdays=st.frozensets(st.integers(1, 7)).map(lambda found: found | {1 + len(found) % 5}),
        at=st.times().map(lambda at: time(at.hour, at.minute)),
        pauses=st.lists(periods(), max_size=3).map(tuple),
    )


@st.composite
def milestones(draw: st.DrawFn) -> Watched:
    """Short, long and undated ones, with and without a forecast, put off, reported on."""
    start = draw(days())
    near = st.integers(-60, 400).map(lambda shift: start + timedelta(days=shift))
    return Watched(
        key="m",
        since=draw(near),
        start=draw(st.none() | st.just(start)),
        planned=draw(st.none() | st.integers(0, 900).map(lambda length: start + timedelta(days=length))),
        forecast=draw(st.none() | near),
        snoozed_until=draw(st.none() | near),
        reported=draw(st.none() | near),
    )


def windows() -> st.SearchStrategy[list[int]]:
    """Lengths in days of windows that follow each other, up to some years in all."""
    return st.lists(st.integers(1, 400), min_size=2, max_size=6)


def calendar_file(summary: str, first: date, end: date) -> str:
    """Return a calendar file with one holiday of whole days; ``end`` is the first day after it."""
    days = f"DTSTART;VALUE=DATE:{first:%Y%m%d}\nDTEND;VALUE=DATE:{end:%Y%m%d}"
    event = f"BEGIN:VEVENT\nUID:1\nDTSTAMP:20210901T000000Z\n{days}\nSUMMARY:{summary}\nEND:VEVENT"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//\n{event}\nEND:VCALENDAR\n"


def working_days_between(calendar: Calendar, earlier: date, later: date) -> int:
    """Count the working days after ``earlier``, up to and with ``later``: what ``Calendar.apart`` has to agree with."""
    return sum(not calendar.quiet(earlier + timedelta(days=n)) for n in range(1, (later - earlier).days + 1))
