"""What somebody can set for themselves: name, days and hour, being away, language, and reminders of their teams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, ask
from handlers.people import rhythm
from handlers.people.joining import read_name
from handlers.turns import Desk, Turn
from language.dates.reading import find_days
from programme.events import Event
from programme.messages import Draft, Outgoing
from programme.people_events import Paused, RemindersChosen, Settled
from programme.records import Place
from programme.text import Text, _, lines

NO_PAUSE = "none"
LONGEST_PAUSE = timedelta(days=366)
LANGUAGES = {"nl": "Nederlands", "en": "English"}  # each in its own words, whoever reads them
YES, NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Settings(Draft):
    """Somebody's settings. ``pause``: "first/last" as ISO days, "none", "" for unchanged.

    ``reminded``: yes, no, or "" for somebody who is an ordinary member of no team.
    """

    name: str
    rhythm: str
    language: str
    pause: str = ""
    reminded: str = ""


def settings(rest: str, desk: Desk) -> Turn:
    """Show the card with what is set now."""
    person = desk.person
    optional = _optional(desk)
    now = Settings(
        name=person.name,
        rhythm=rhythm.written(person.workdays, person.hour),
        language=person.language,
        reminded=_yes_or_no(any(optional.values())) if optional else "",
    )
    return forms.begin(SETTINGS, now, desk)


def _optional(desk: Desk) -> dict[str, bool]:
    """Return the regions in which this person is an ordinary member of a team, and whether they are reminded there."""
    found: dict[str, bool] = {}
    for one in desk.person.memberships:
        if one.team and one.place is Place.MEMBER:
            found[one.region] = found.get(one.region, False) or one.reminded
    return found


def _yes_or_no(answer: bool) -> str:
    return YES if answer else NO


def _card(draft: Settings, desk: Desk) -> Text:
    return lines(_("Your settings"), "", _stands(draft, desk))


def _stands(draft: Settings, desk: Desk) -> Text:
    return lines(
        _("Name: {name}", name=draft.name),
        _("I may ask you something: {rhythm}", rhythm=rhythm.in_words(draft.rhythm)),
        _away(draft, desk),
        _("Language: {language}", language=LANGUAGES[draft.language]),
        REMINDED[draft.reminded] if draft.reminded else None,
    )


REMINDED = {YES: _("Reminders of my team: yes"), NO: _("Reminders of my team: only to the coordinator")}


def _away(draft: Settings, desk: Desk) -> Text:
    coming = [(one.first, one.last) for one in desk.pauses() if one.last >= desk.today]
    if draft.pause:
        coming = [] if draft.pause == NO_PAUSE else [_span(draft.pause)]
    if not coming:
        return _("Away: no")
    first, last = coming[0]
    return _("Away: {first:day} to {last:day}", first=first, last=last)


def _span(pause: str) -> tuple[date, date]:
    first, _slash, last = pause.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def _pauses(draft: Settings, desk: Desk) -> Sequence[Option]:
    today = desk.today
    sunday = today + timedelta(days=7 - today.isoweekday())
    spans = (
        (_("The rest of this week"), today, sunday),
        (_("Next week"), sunday + timedelta(days=1), sunday + timedelta(days=7)),
        (_("The next two weeks"), today, today + timedelta(days=13)),
    )
    return [
        *(Option(label=label, value=f"{first}/{last}") for label, first, last in spans),
        Option(label=_("Not away"), value=NO_PAUSE),
    ]


def _read_pause(text: str, draft: Settings, desk: Desk) -> str:
    """Read "20 december t/m 3 januari", "tot 10 december" (from today), a school holiday, or one day."""
    found = find_days(text, desk.local, breaks=desk.breaks)
    days = [day for one in found for day in (one.start, one.end or one.start)]
    known = sorted(day for day in days if type(day) is date)
    wrong = next((one.wrong for one in found if one.wrong), None)
    if wrong or not known:
        raise Problem(wrong or _("I see no dates in that. Type for example: 20 December to 3 January"))
    first, last = known[0], known[-1]
    if first == last and text.casefold().strip().startswith(("tot", "t/m", "until", "till", "to ")):
        first = min(desk.today, last)
    if last < desk.today or last - first > LONGEST_PAUSE:
        raise Problem(_("That is in the past, or longer than a year. From which day to which are you away?"))
    return f"{first}/{last}"


def _ends(draft: Any, desk: Desk) -> Turn:
    """Keep what changed, and nothing else."""
    workdays, hour = rhythm.parted(draft.rhythm)
    who = {"region": desk.region.key, "person": desk.person.key}
    settled = Settled(
        name=draft.name, language=draft.language, hour=hour, workdays=tuple(sorted(workdays)), **who
    )
    events: list[Event] = [settled] if _changed(settled, desk) else []
    if draft.pause:
        first, last = (None, None) if draft.pause == NO_PAUSE else _span(draft.pause)
        events.append(Paused(first=first, last=last, **who))
    for region, reminded in _optional(desk).items():
        if draft.reminded and _yes_or_no(reminded) != draft.reminded:
            events.append(
                RemindersChosen(region=region, person=desk.person.key, reminded=draft.reminded == YES)
            )
    noted = lines(_("Noted."), "", _stands(draft, desk))
    says = Outgoing(text=noted if events else _("Nothing has changed."))
    return Turn(says=(says,), events=tuple(events))


def _changed(settled: Settled, desk: Desk) -> bool:
    person = desk.person
    before = (person.name, person.language, person.hour, tuple(sorted(person.workdays)))
    return (settled.name, settled.language, settled.hour, settled.workdays) != before


def _languages(draft: Settings, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=code) for code, label in LANGUAGES.items()]


def _reminders(draft: Settings, desk: Desk) -> Sequence[Option]:
    return [
        Option(label=_("Yes, remind me too"), value=YES),
        Option(label=_("No, only the coordinator"), value=NO),
    ]


SETTINGS = Form(
    draft=Settings,
    fields=(
        Field(
            name="name",
            label=_("Name"),
            question=ask(_("What may I call you?")),
            read=read_name,
            skippable=False,
        ),
        rhythm.field(lambda draft, desk: desk.person.hour),
        Field(
            name="pause",
            label=_("Away"),
            question=ask(_("From which day to which are you away? I say nothing unasked then.")),
            options=_pauses,
            read=_read_pause,
            skippable=False,
        ),
        Field(
            name="language",
            label=_("Language"),
            question=ask(_("In which language shall I speak?")),
            options=_languages,
            skippable=False,
        ),
        Field(
            name="reminded",
            label=_("Reminders"),
            question=ask(_("Do you want to be reminded too of what your team has agreed?")),
            options=_reminders,
            applies=lambda draft: bool(draft.reminded),
            skippable=False,
        ),
    ),
    card=_card,
    ends=_ends,
)
