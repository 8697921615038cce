"""Meetings get a day: ``/overleg`` for the programme manager, so that the weeks ahead show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, ask
from handlers.turns import Desk, Turn, reply
from language.dates.reading import read_day
from language.numbers import typed_number
from programme.events import MeetingDropped, MeetingPlanned
from programme.meetings import Meeting, MeetingFile
from programme.messages import Action, Button, Draft, Outgoing
from programme.permissions import Deed, may
from programme.text import Phrase, Text, _, lines

LONGEST_NAME = 60
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class MeetingEntry(Draft):
    """A meeting as far as it is known; ``when``: an ISO day, or day and hour in the region's zone."""

    name: str = ""
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class DropMeeting(Action):
    """A meeting will not take place on its day."""

    meeting: str


def plan(rest: str, desk: Desk) -> Turn:
    """Begin to put a day to a meeting."""
    return forms.begin(MEETING, MeetingEntry(), desk)


def drop(press: DropMeeting, desk: Desk) -> Turn:
    """Take a meeting out of the weeks ahead."""
    if not may(desk.person, Deed.MANAGE, desk.region.key):
        return Turn(toast=_("Only the programme manager can do that."))
    if desk.meeting(press.meeting) is None:
        return Turn(toast=_("This meeting was taken out already."))
    event = MeetingDropped(region=desk.region.key, person=desk.person.key, meeting=press.meeting)
    return Turn(events=(event,), toast=_("Taken out. Choose /overleg for another day."))


def _question(draft: MeetingEntry, desk: Desk) -> Text:
    planned = [Phrase("• {meeting}", {"meeting": _line(one)}) for one in desk.meetings()[:SHOWN]]
    ask_for = _("Which meeting gets a day? Tap one, or type its name.")
    return lines(_("Planned already:"), *planned, "", ask_for) if planned else ask_for


def _names(draft: MeetingEntry, desk: Desk) -> Sequence[Option]:
    return [Option(label=name, value=name) for name in desk.meeting_names()]


def _name(text: str, draft: MeetingEntry, desk: Desk) -> str:
    known, said = desk.meeting_names(), " ".join(text.split())
    number = typed_number(said)
    if number is not None and 1 <= number <= len(known):
        return known[number - 1]
    if "?" in said or not 2 <= len(said) <= LONGEST_NAME:
        raise Problem(_("Type the name of the meeting in at most {most} characters.", most=LONGEST_NAME))
    return next((name for name in known if name.casefold() == said.casefold()), said)


def _when(text: str, draft: MeetingEntry, desk: Desk) -> str:
    found = read_day(text, desk.local, breaks=desk.breaks)
    if found.wrong is not None:
        raise Problem(found.wrong)
    if found.start is None or found.kind not in ("day", "moment", "span"):
        raise Problem(_("I don't see a day in that. Type it like this: 9 December 15:00."))
    if _day(found.start) < desk.today:
        raise Problem(_("That day has gone by. Which day will it be?"))
    return found.start.isoformat()


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _meeting(draft: MeetingEntry, desk: Desk) -> Meeting:
    when = datetime.fromisoformat(draft.when)
    at = when.time() if "T" in draft.when else None
    return Meeting(key=desk.fresh, region=desk.region.key, name=draft.name, day=when.date(), at=at)


def _line(meeting: Meeting) -> Phrase:
    values = {"name": meeting.name, "day": meeting.day}
    if meeting.at is None:
        return Phrase("{name}, {day:day}", values)
    return Phrase("{name}, {day:day} {at}", {**values, "at": meeting.at.isoformat("minutes")})


def _ends(draft: MeetingEntry, desk: Desk) -> Turn:
    if not may(desk.person, Deed.MANAGE, desk.region.key):
        return reply(_("Only the programme manager can do that."))
    meeting = _meeting(draft, desk)
    kept = next((m for m in desk.meetings() if (m.name, m.day) == (meeting.name, meeting.day)), meeting)
    event = MeetingPlanned(region=desk.region.key, person=desk.person.key, meeting=meeting)
    drops = Button(label=_("Does not take place"), press=DropMeeting(meeting=kept.key))
    file = MeetingFile(meeting=kept, region=desk.region.name, zone=desk.region.zone, planned=desk.now)
    says = Outgoing(text=_("Planned: {meeting}.", meeting=_line(meeting)), buttons=(drops,), drawing=file)
    return Turn(says=(says,), events=(event,))


MEETING = Form(
    draft=MeetingEntry,
    fields=(
        Field(
            name="name",
            label=_("Meeting"),
            question=_question,
            options=_names,
            read=_name,
            skippable=False,
        ),
        Field(
            name="when",
            label=_("Day"),
            question=ask(_("On which day? You may add the hour, for example: 9 December 15:00.")),
            read=_when,
            skippable=False,
            numbered=False,
        ),
    ),
    ends=_ends,
)
