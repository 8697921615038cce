"""A meeting as an .ics file (RFC 5545), to put in a calendar or to hand on.

How long it lasts is not known, so it is not said; made again it is the same file, byte for byte.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from programme.meetings import MeetingFile

TYPE = "text/calendar"


def write_meeting(drawing: MeetingFile) -> bytes:
    """Return the content of a calendar file with the meeting: at its hour, or on the whole day."""
    meeting = drawing.meeting
    event = Event()
    event.add("uid", f"{meeting.key}@aanjager")
    event.add("dtstamp", drawing.planned)
    event.add("summary", f"{meeting.name} – {drawing.region}")
    if meeting.at is None:
        event.add("dtstart", meeting.day)
    else:
        local = datetime.combine(meeting.day, meeting.at, ZoneInfo(drawing.zone))
        event.add("dtstart", local.astimezone(ZoneInfo("UTC")))
    calendar = Calendar()
    calendar.add("prodid", "-//Aanjager//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def name_of(drawing: MeetingFile) -> str:
    """Return a name for the file that every system takes."""
    letters = "".join(sign if sign.isalnum() else " " for sign in drawing.meeting.name)
    return "-".join((*letters.casefold().split(), drawing.meeting.day.isoformat())) + ".ics"
