"""A reading of a date, said back with weekday and date, so that whoever typed it sees what was understood."""

from datetime import date, datetime

from language.dates.reading import DayReading
from language.dates.rule_said import at_hours, rule_said
from programme.text import Phrase, _


def said(reading: DayReading) -> Phrase:
    """Return what was read, in full; of what cannot be a date what is wrong with it."""
    if reading.wrong:
        return reading.wrong
    if reading.rule:
        return rule_said(reading.rule, since=reading.start, hours=reading.hours)
    start, end = reading.start, reading.end
    if isinstance(start, datetime):
        return _hours(start, end)
    if start is None:
        return _("There is no date in this.")
    if end in (None, start):
        return _("{day}", day=start)
    return at_hours(_("{first} through {last}", first=start, last=end), reading.hours)


def _hours(start: datetime, end: date | datetime | None) -> Phrase:
    day = start.date()
    if not isinstance(end, datetime):
        return _("{day}, {start:time}", day=day, start=start)
    if end.date() == day or (end - start).days == 0:
        return _("{day}, {start:time} to {end:time}", day=day, start=start, end=end)
    return _("{day}, {start:time} to {last}, {end:time}", day=day, start=start, last=end.date(), end=end)
