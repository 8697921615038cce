"""What is typed while a reminder waits is read in its light: a tap says the rest, or that it was read right.

What says too little to keep ("komt goed", "half maart") is asked; what tells how milestones stand is offered to be
noted; whatever reads as a report of something else is one.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.plan.milestone_lines import Card, Placed, dated, wanting
from handlers.plan.milestones import Delay, Open, Say, card, reminder, short
from handlers.plan.noting import told
from handlers.plan.remarks import in_its_light
from handlers.plan.reminder_lines import Part, Reminder, placed
from handlers.turns import Desk, Turn
from language.conversation.corrections import correction
from language.conversation.replies import day_alone, of_everything, stand_alone, vague
from language.conversation.wishes import away, kind_named, never_mind
from programme.cadence import Rule
from programme.messages import MOST_OPTIONS, Button, Incoming, Outgoing
from programme.records import Milestone, Stand
from programme.text import Text, _, lines
from programme.wording import STANDS

RECENT = timedelta(days=7)
FEW = 2  # words: one alone says too little to keep


def heard(incoming: Incoming, desk: Desk) -> Turn | None:
    """Return the answer to a word or a day that is meant for a reminder; None where none waits, or for more."""
    if incoming.pictures or not desk.chat.private:
        return None
    day, stand = day_alone(incoming.text, desk.local, desk.breaks), stand_alone(incoming.text)
    if day is None and stand is None and not vague(incoming.text):
        return _told(incoming.text, desk)
    view = _waiting(incoming.text, desk)
    if view is None:
        return None
    if stand:
        return _stands(view, stand, desk) or _told(incoming.text, desk)
    late = _late(view, day.due, desk) if day and day.due else ()
    if day and day.due and late and len(late) == len(view.items) < MOST_OPTIONS:
        return _delays(late, day.due, desk)
    return _again(view, desk, day.wrong if day else None)


def _told(text: str, desk: Desk) -> Turn | None:
    """Offer what a reply tells of the milestones in the newest reminder; what puts a report right is not for it."""
    said = desk.said(desk.now - RECENT)
    newest = next((one for one in said if one is not None), None)
    if correction(text) is not None and not isinstance(newest, Reminder | Card):
        return None
    view = next((one for one in said if isinstance(one, Reminder)), None)
    if view is None:
        return None
    return told(text, view, desk) or (
        in_its_light(text, view, desk) if view is newest and _says(text) else None
    )


def _says(text: str) -> bool:
    """Whether a text says something of its own: no question, no wish, no kind of report by its name."""
    return not ("?" in text or never_mind(text) or away(text) or kind_named(text) or len(text.split()) < FEW)


def _stands(view: Reminder, stand: Stand, desk: Desk) -> Turn | None:
    """Offer a stand as the answer for the one milestone that waits; None where there are several."""
    if len(view.items) > 1:
        return None
    [(there, one)] = placed(view, desk)
    text = _("{title}: {stand}? Tap, then I note it.", title=one.title, stand=STANDS[stand])
    said = Say(region=there.region.key, milestone=one.key, stand=stand)
    return _offer(there, one, text, Button(label=STANDS[stand], press=said))


def _offer(desk: Desk, milestone: Milestone, text: Text, answer: Button) -> Turn:
    """Ask whether an answer is meant for a milestone; if not, its card holds the others."""
    card_of = Open(region=desk.region.key, milestone=milestone.key)
    buttons = (answer, Button(label=_("Something else"), press=card_of))
    return Turn(says=(Outgoing(text=text, buttons=buttons),))


def _waiting(text: str, desk: Desk) -> Reminder | None:
    """Return what is left unanswered of the newest reminder that waits.

    A courtesy ("prima", "ok") is for what was said last, whatever that was.
    """
    said = desk.said(desk.now - RECENT)
    courtesy = desk.read(text).kind == "smalltalk" and not of_everything(text)
    near = said[:1] if courtesy else said
    left = (_left(view, desk) for view in near if isinstance(view, Reminder))
    return next((view for view in left if view.parts), None)


def _left(view: Reminder, desk: Desk) -> Reminder:
    """Return a reminder of those that this person can answer and nobody has."""
    parts = ((part, desk.elsewhere(part.region)) for part in view.parts)
    kept = tuple(_unanswered(part, there, view.mark) for part, there in parts if there)
    return replace(
        view,
        parts=tuple(part for part in kept if part.items),
        asked=True,
        page=0,
        subject=f"reply:{desk.fresh}",
    )


def _unanswered(part: Part, desk: Desk, mark: int) -> Part:
    rules = {**dict.fromkeys(part.silent, Rule.ASK.value), **dict(part.items)}
    found = ((key, rule, desk.milestone(key)) for key, rule in rules.items())
    return Part(
        region=part.region,
        items=tuple((key, rule) for key, rule, one in found if one and wanting((desk, one), mark)),
    )


def _late(view: Reminder, day: date, desk: Desk) -> Sequence[Placed]:
    """Return those on the first page for which a day would be a delay."""
    if day <= desk.today:
        return ()
    return [(there, one) for there, one in placed(view, desk) if one.due is None or one.due < day]


def _delays(late: Sequence[Placed], day: date, desk: Desk) -> Turn:
    """Offer the day as the new date of the one milestone, or of one of several."""
    new_date = _("Delayed, new date {day}", day=dated(day, desk.today))
    if len(late) == 1:
        [(there, one)] = late
        text = _("{title}: is {day} the new date? Tap, then I note it.", title=one.title, day=day)
        delayed = Delay(region=there.region.key, milestone=one.key, until=day)
        return _offer(there, one, text, Button(label=new_date, press=delayed))
    text = _("{delayed}. Which milestone is it about? Tap, then I note it.", delayed=new_date)
    return Turn(says=(Outgoing(text=text, buttons=tuple(_delaying(one, day) for one in late)),))


def _delaying(late: Placed, day: date) -> Button:
    desk, one = late
    return Button(label=short(one.title), press=Delay(region=desk.region.key, milestone=one.key, until=day))


def _again(view: Reminder, desk: Desk, wrong: Text | None) -> Turn:
    """Show the buttons again of what is left."""
    shown = reminder(view, desk)
    if len(view.items) == 1:
        [part] = view.parts
        only = Card(region=part.region, milestone=view.items[0], mark=view.mark, subject=view.subject)
        shown = card(only, desk)
    text = lines(wrong, _("Tap how it stands, then I note it:"), "", shown.text)
    return Turn(says=(replace(shown, text=text),))
