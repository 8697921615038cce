"""School holidays from an .ics file: whole days of events, nothing guessed, a slip named where it stands.

A slip here silences the bot for weeks or lets it speak in a holiday, and nobody would see why: what is not
surely understood is refused, with the event's number and first day (not its title: errors end up in logs).
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, vDDDTypes

from programme.calendar import AMSTERDAM, DAY, Break
from programme.errors import AanjagerError
from programme.text import Phrase, _

LARGEST = 500_000
MOST = 500
LONGEST = 70
TITLE = 80
MINUTE = timedelta(minutes=1)
MEND = _("Mend or remove it in the calendar, save the file anew and try again.")


class CalendarFileError(AanjagerError):
    """A calendar file from which no school holidays can be read with certainty."""


def read_breaks(file: Path, zone: str = AMSTERDAM) -> tuple[Break, ...]:
    """Return the school holidays in an .ics file, in order; CalendarFileError says what is wrong with it."""
    try:
        with file.open("rb") as opened:
            return breaks_in(opened.read(LARGEST + 1), zone)
    except OSError as error:
        raise CalendarFileError(
            _("The calendar file cannot be opened."), _("Check where it is, and whether you may read it.")
        ) from error


def breaks_in(content: bytes, zone: str = AMSTERDAM) -> tuple[Break, ...]:
    """Return the school holidays in the content of an .ics file (RFC 5545); of times only the whole days."""
    if len(content) > LARGEST:
        raise CalendarFileError(
            _("The calendar file is larger than {size} kB.", size=LARGEST // 1000),
            _("Choose a file that holds school holidays only."),
        )
    found = {
        each for number, event in enumerate(_events(content), 1) for each in _breaks(event, number, zone)
    }
    if not found:
        raise CalendarFileError(
            _("There is no holiday in the calendar file."),
            _("Enter each holiday as an event of whole days, save the file anew and try again."),
        )
    return tuple(sorted(found, key=lambda each: (each.first, each.last, each.name)))


def _events(content: bytes) -> list[Component]:
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, KeyError, IndexError) as error:
        raise _foreign() from error
    if not any(each.name == "VCALENDAR" for each in calendars):
        raise _foreign()
    events = [event for each in calendars for event in each.subcomponents if event.name == "VEVENT"]
    if len(events) > MOST:
        raise CalendarFileError(
            _("The calendar file holds more than {most} events.", most=MOST),
            _("Choose a file that holds school holidays only."),
        )
    return events


def _foreign() -> CalendarFileError:
    return CalendarFileError(
        _("This is no calendar file (.ics), or it is damaged."),
        _("Save the school holidays from your calendar as .ics and try again."),
    )


def _breaks(event: Component, number: int, zone: str) -> Iterator[Break]:
    """Yield the whole days of an event; none where it has none (a parents' evening) or was cancelled."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    try:
        first, last = _whole_days(event, number, ZoneInfo(zone))
    except OverflowError as error:  # A length of ten thousand years.
        raise _unreadable(number) from error
    if last < first:
        return
    length = (last - first).days + 1
    if "RRULE" in event or "RDATE" in event:
        raise _slip(
            _("Event {number}, from {first}, repeats.", number=number, first=first),
            _("Enter each holiday with its own dates, save the file anew and try again."),
        )
    if length > LONGEST:
        raise _slip(
            _("Event {number}, from {first}, lasts {days} days.", number=number, first=first, days=length),
            _("A school holiday of more than {most} days is a mistake: mend or remove it.", most=LONGEST),
        )
    yield Break(name=_title(event), first=first, last=last)


def _whole_days(event: Component, number: int, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and last whole day; the last lies before the first where there is none."""
    start, end = _start_and_end(event, number)
    begins, ends = _local(start, zone), _local(end, zone)
    if ends < begins:
        raise _slip(
            _("Event {number}, from {first}, ends before it begins.", number=number, first=begins.date())
        )
    # Until 23:59 is until midnight to whoever typed it.
    return (begins + DAY - timedelta(microseconds=1)).date(), (ends + MINUTE).date() - DAY


def _start_and_end(event: Component, number: int) -> tuple[date, date]:
    """Return both ends as the event has them, a date or a moment; the end is the first that is free again."""
    start, end, length = (_value(event, name, number) for name in ("DTSTART", "DTEND", "DURATION"))
    if not isinstance(start, date):
        raise _unreadable(number)
    whole = not isinstance(start, datetime)
    if isinstance(end, date) and not (whole and end == start):
        return start, end
    if isinstance(length, timedelta):
        return start, start + length
    return start, start + DAY if whole else start


def _value(event: Component, name: str, number: int) -> object:
    value = event.get(name)
    if value is None:
        return None
    if not isinstance(value, vDDDTypes):
        raise _unreadable(number)
    return value.dt


def _local(moment: date, zone: ZoneInfo) -> datetime:
    """Return the local time without its zone: a date begins at midnight, a time without a zone is local."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return (moment.astimezone(zone) if moment.tzinfo else moment).replace(tzinfo=None)


def _title(event: Component) -> str:
    title = event.get("SUMMARY", "")
    return " ".join(str(title[0] if isinstance(title, list) else title).split())[:TITLE]


def _unreadable(number: int) -> CalendarFileError:
    return _slip(_("Event {number} in the calendar file has no dates that can be read.", number=number))


def _slip(what: Phrase, next: Phrase = MEND) -> CalendarFileError:
    return CalendarFileError(what, next)
