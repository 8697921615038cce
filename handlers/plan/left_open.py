"""What an answer leaves open is asked: what it does say decides the question, and one tap says the rest."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from handlers.plan.milestone_lines import Card, Placed, wanting
from handlers.plan.milestones import Delay, HandOver, Later, Say, card, reminder, something_else
from handlers.plan.reminder_lines import Part, Reminder
from handlers.turns import Desk, Turn
from language.vocabulary.stands import Hint
from programme.cadence import Rule
from programme.messages import Button, Outgoing
from programme.records import Stand
from programme.text import Phrase, Text, _, lines
from programme.wording import STANDS

WEEKEND = 5
TAP = _("Thank you! I only don't know yet how it stands. Tap it, then I note it:")
TAP_ONE = _("Thank you! I only don't know yet how each of them stands. Tap one, then I note it:")
WHICH_DAY = _("Type which day it is, or tap how it stands:")
_OF_ONE: Mapping[Hint, str] = {
    Hint.NEARLY: _("Good, {title} is well on its way. Is it on track, or will it be later?").id,
    Hint.UNFINISHED: _("So {title} is not done yet. Is it on track, or will it be later?").id,
    Hint.STALLED: _("That can happen. Is {title} still on track, or will it be later?").id,
    Hint.BUSY: _("Good to hear. Is {title} on track, or will it be later?").id,
}
_OF_SEVERAL: Mapping[Hint, Text] = {
    Hint.NO_NEWS: _("That's fine, I note nothing yet. Do you know it of one of them? Tap it:"),
    Hint.ELSEWHERE: _(
        "Good that you tell me. Which does somebody else do? Tap it, then you can hand it over:"
    ),
}


def of_one(hint: Hint, place: Placed, until: date | None, reason: str, out: tuple[Button, ...] = ()) -> Turn:
    """Ask what an answer about one milestone leaves open; ``until``: when there will be news of it."""
    text, *answers = _asked(hint, place, until, reason)
    return Turn(says=(Outgoing(text=text, buttons=(*answers, something_else(place), *out)),))


def _asked(hint: Hint, place: Placed, until: date | None, reason: str) -> tuple[Text, *tuple[Button, ...]]:
    desk, one = place
    where = {"region": desk.region.key, "milestone": one.key}
    if hint is Hint.ELSEWHERE:
        text = _("Good that you tell me. Shall I ask somebody else to take over {title}?", title=one.title)
        return text, Button(label=_("Hand over"), press=HandOver(**where))
    if hint is Hint.NO_NEWS:
        return _then(place, _working_day(until, desk.today))
    return (
        Phrase(_OF_ONE[hint], {"title": one.title}),
        Button(label=STANDS[Stand.ON_TRACK], press=Say(**where, stand=Stand.ON_TRACK)),
        Button(
            label=STANDS[Stand.DELAYED], press=Delay(region=desk.region.key, milestone=one.key, reason=reason)
        ),
    )


def _then(place: Placed, day: date | None) -> tuple[Text, Button]:
    desk, one = place
    if day is None:
        text = _("That's fine, I note nothing yet. Shall I ask about {title} again later?", title=one.title)
        return text, Button(label=_("Later"), press=Later(region=desk.region.key, milestone=one.key))
    text = _(
        "That's fine, I note nothing yet. Shall I ask about {title} again on {day}?", title=one.title, day=day
    )
    later = Later(region=desk.region.key, milestone=one.key, until=day)
    return text, Button(label=_("Yes, ask me then"), press=later)


def _working_day(day: date | None, today: date) -> date | None:
    """Return the first working day from a day on, None where that has gone by."""
    while day and day.weekday() >= WEEKEND:
        day += timedelta(days=1)
    return day if day and day > today else None


def of_several(hint: Hint, view: Reminder, desk: Desk) -> Turn:
    """Ask of which milestones something is told, where it may be of each."""
    return again(view, desk, _OF_SEVERAL.get(hint, TAP_ONE))


def again(view: Reminder, desk: Desk, lead: Text | None = None, near: tuple[date, ...] = ()) -> Turn:
    """Show the buttons again of what is left unanswered, below what there is to say.

    ``near``: the days that it names, one of which may be the answer.
    """
    left = unanswered(view, desk)
    if len(left.items) == 1:
        [part] = left.parts
        only = Card(
            region=part.region, milestone=left.items[0], mark=left.mark, subject=left.subject, near=near
        )
        shown = card(only, desk)
    else:
        shown = reminder(replace(left, near=near), desk)
    text = lines(lead or (TAP if len(left.items) == 1 else TAP_ONE), "", shown.text)
    return Turn(says=(replace(shown, text=text),))


def unanswered(view: Reminder, desk: Desk) -> Reminder:
    """Return a reminder of those that this person can answer and nobody has."""
    parts = ((part, desk.elsewhere(part.region)) for part in view.parts)
    kept = tuple(_left(part, there, view.mark) for part, there in parts if there)
    return replace(
        view,
        parts=tuple(part for part in kept if part.items),
        asked=True,
        page=0,
        subject=f"reply:{desk.fresh}",
    )


def _left(part: Part, desk: Desk, mark: int) -> Part:
    rules = {**dict.fromkeys(part.silent, Rule.ASK.value), **dict(part.items)}
    found = ((key, rule, desk.milestone(key)) for key, rule in rules.items())
    return Part(
        region=part.region,
        items=tuple((key, rule) for key, rule, one in found if one and wanting((desk, one), mark)),
    )


def of_a_card(view: Card) -> Reminder:
    """Return the reminder of the one milestone of a card."""
    part = Part(region=view.region, items=((view.milestone, Rule.ASK.value),))
    return Reminder(parts=(part,), mark=view.mark, subject=view.subject, asked=True, near=view.near)
