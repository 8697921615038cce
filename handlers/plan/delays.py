"""What follows on "delayed" and "later": why, whether it can be made up for, until when."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, ask, yes_or_no
from handlers.plan import delay_told
from handlers.plan.milestones import Delay, Later, answered
from handlers.turns import Desk, Turn
from language.conversation.picking import picked
from language.dates.reading import read_day
from language.messages.discretion import nameless
from programme.events import Answered, Event, Postponed
from programme.messages import Draft, Outgoing
from programme.records import Stand
from programme.text import Text, _


@dataclass(frozen=True, kw_only=True)
class Delayed(Draft):
    """Why a milestone is late and what is done about it."""

    milestone: str
    reason: str = ""
    catch_up: bool | None = None
    until: date | None = None
    near: tuple[date, ...] = ()  # of which was asked which is meant


@dataclass(frozen=True, kw_only=True)
class PutOff(Draft):
    """When to ask again."""

    milestone: str
    until: date | None = None
    near: tuple[date, ...] = ()


def delay(press: Delay, desk: Desk) -> Turn:
    """Note at once that it is delayed, then ask for the rest: nothing is lost when the rest never comes."""
    event = answered(desk, press.region, press.milestone, Stand.DELAYED)
    there = desk.elsewhere(press.region)
    if isinstance(event, Turn) or there is None:
        return event if isinstance(event, Turn) else Turn()
    known = Delayed(
        milestone=press.milestone, until=press.until, reason=press.reason, catch_up=press.catch_up
    )
    turn = forms.begin(DELAY, known, there)
    event = replace(event, forecast=press.until, reason=nameless(press.reason), catch_up=press.catch_up)
    return Turn(says=turn.says, dialogue=turn.dialogue, events=(event, *turn.events))


def later(press: Later, desk: Desk) -> Turn:
    """Ask until when, where that is not known."""
    there = desk.elsewhere(press.region)
    if there is None or there.milestone(press.milestone) is None:
        return Turn(toast=_("This milestone is no longer in the plan."))
    draft = PutOff(milestone=press.milestone, until=press.until)
    return _later_ends(draft, there) if press.until else forms.begin(LATER, draft, there)


def future_day(text: str, draft: Delayed | PutOff, desk: Desk) -> date:
    """Read the day that somebody typed, or which of those that were named before; it must lie ahead."""
    chosen = picked(text, draft.near, desk.local)
    reading = read_day(text, desk.local, breaks=desk.breaks)
    if reading.wrong is not None:
        raise Problem(reading.wrong, draft=replace(draft, near=reading.near))
    day = chosen or reading.due
    if day is None:
        raise Problem(_("I don't see a date in that. Try “14 February”, “Friday” or “end of March”."))
    if day == desk.today:
        raise Problem(_("That is today. Which day ahead do you mean?"))
    if day < desk.today:
        raise Problem(_("{day} has gone by already. Which day ahead do you mean?", day=day))
    return day


def _delay_ends(draft: Delayed, desk: Desk) -> Turn:
    milestone = desk.milestone(draft.milestone)
    events = _kept(draft, desk)
    if milestone is None or not events:
        return Turn(says=(Outgoing(text=_("This milestone is no longer in the plan.")),))
    return Turn(says=(Outgoing(text=_noted(milestone.title, draft)),), events=events)


def _given_up_but_told(draft: Delayed, desk: Desk) -> tuple[Event, ...]:
    """Keep what was told before somebody left it at that."""
    return _kept(draft, desk) if draft != Delayed(milestone=draft.milestone) else ()


def _kept(draft: Delayed, desk: Desk) -> tuple[Event, ...]:
    position = desk.position(draft.milestone)
    milestone = desk.milestone(draft.milestone)
    if position is None or milestone is None:
        return ()
    event = Answered(
        region=desk.region.key,
        person=desk.person.key,
        milestone=milestone.key,
        position=position,
        stand=Stand.DELAYED,
        forecast=draft.until,
        reason=nameless(draft.reason),
        catch_up=draft.catch_up,
    )
    return (event,)


def _noted(title: str, draft: Delayed) -> Text:
    if draft.until is None:
        return _("Noted: {title} is delayed.", title=title)
    return _(
        "Noted: {title} is now expected on {until}. The planned date stays beside it.",
        title=title,
        until=draft.until,
    )


def _given_up(draft: Delayed) -> Text:
    if draft.until:
        return _("All right. I have noted that it is delayed, and its new date.")
    return _("All right. I have noted that it is delayed.")


def _later_ends(draft: PutOff, desk: Desk) -> Turn:
    if draft.until is None:
        return Turn(says=(Outgoing(text=_("All right, I leave it as it is.")),))
    event = Postponed(
        region=desk.region.key, person=desk.person.key, milestone=draft.milestone, until=draft.until
    )
    return Turn(
        says=(Outgoing(text=_("I will ask you again on {until}.", until=draft.until)),), events=(event,)
    )


def _delays(draft: PutOff, desk: Desk) -> tuple[Option, ...]:
    return tuple(
        Option(label=label, value=(desk.today + timedelta(days=days)).isoformat())
        for label, days in ((_("In a day"), 1), (_("In 3 days"), 3), (_("In a week"), 7))
    )


DELAY = Form(
    draft=Delayed,
    fields=(
        Field(
            name="reason",
            label=_("Reason"),
            question=ask(_("What is holding it up?")),
            read=delay_told.reason,
            put=delay_told.put,
            remark=delay_told.repeated,
            free=True,
            numbered=False,
        ),
        Field(
            name="catch_up",
            label=_("Make up"),
            question=ask(_("Can extra effort make up for it?")),
            options=yes_or_no,
            read=delay_told.made_up,
            put=delay_told.put,
            remark=delay_told.repeated,
        ),
        Field(
            name="until",
            label=_("New date"),
            question=ask(_("When do you expect it to be done? Type a date, or “end of March”.")),
            read=delay_told.new_date(future_day),
            put=delay_told.put,
            numbered=False,
        ),
    ),
    ends=_delay_ends,
    turns=delay_told.turns,
    leaves=_given_up_but_told,
    cancelled=_given_up,
)

LATER = Form(
    draft=PutOff,
    fields=(
        Field(
            name="until",
            label=_("Until"),
            question=ask(_("When shall I ask again? Tap, or type a date.")),
            options=_delays,
            read=future_day,
            numbered=False,
        ),
    ),
    ends=_later_ends,
)
