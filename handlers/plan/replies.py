"""What is typed while a reminder waits is read in its light: a tap says the rest, or that it was read right.

What says too little to keep ("ja hoor", "half maart") is asked; what tells how milestones stand is offered to be
noted; whatever reads as a report of something else is one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.plan.left_open import WHICH_DAY, again, of_a_card, unanswered
from handlers.plan.milestone_lines import Card, Placed, dated, wanting
from handlers.plan.milestones import Delay, Say, short, something_else
from handlers.plan.noting import told
from handlers.plan.remarks import in_its_light
from handlers.plan.reminder_lines import Reminder, placed
from handlers.turns import Desk, Turn
from language.conversation.answers import not_before
from language.conversation.corrections import correction
from language.conversation.picking import picked
from language.conversation.questions import asks_who
from language.conversation.replies import day_alone, of_everything, vague
from language.conversation.wishes import away, kind_named, never_mind
from programme.messages import MOST_OPTIONS, Button, Incoming, Outgoing, View
from programme.records import Stand
from programme.text import Text, _, lines

RECENT = timedelta(days=7)
FEW = 2  # words: one alone says too little to keep


def asked(incoming: Incoming, desk: Desk) -> Turn | None:
    """Say who is asking what, to whoever wonders at the reminder that was said last; None for anything else."""
    if incoming.pictures or not desk.chat.private or not asks_who(incoming.text):
        return None
    newest = _reminder(next(iter(desk.said(desk.now - RECENT)), None))
    if newest is None or not unanswered(newest, desk).parts:
        return None
    who = _("I am Aanjager, and I keep track of how the activity plan stands.")
    why = _(
        "This stands in it under your name or your team's, so I ask you. Tap it, or type it in your own words:"
    )
    return again(newest, desk, lines(who, why))


def heard(incoming: Incoming, desk: Desk) -> Turn | None:
    """Return the answer to a word or a day that is meant for a reminder; None where none waits, or for more."""
    if incoming.pictures or not desk.chat.private:
        return None
    view = _waiting(incoming.text, desk)
    chosen = picked(incoming.text, view.near, desk.local) if view else None
    day = day_alone(incoming.text, desk.local, desk.breaks)
    due = chosen or (day.due if day and not not_before(incoming.text, desk.local, desk.breaks) else None)
    if view and due:
        return _on(view, due, desk) or _told(incoming.text, desk) or again(view, desk)
    if view and day and day.wrong:
        return again(view, desk, lines(day.wrong, WHICH_DAY), day.near)
    if view and vague(incoming.text):
        return again(view, desk)
    return _told(incoming.text, desk) or _unplaced(incoming.text, desk)


def _told(text: str, desk: Desk) -> Turn | None:
    """Offer what a reply tells of the milestones in the newest reminder; what puts a report right is not for it."""
    said = desk.said(desk.now - RECENT)
    newest = next((one for one in said if one is not None), None)
    if correction(text) is not None and not isinstance(newest, Reminder | Card):
        return None
    card = of_a_card(newest) if isinstance(newest, Card) else None
    view = next((one for one in said if isinstance(one, Reminder)), None)
    return (
        (told(text, card, desk) if card else None)
        or (told(text, view, desk) if view else None)
        or (in_its_light(text, view, desk) if view and view is newest and _says(text) else None)
    )


def _unplaced(text: str, desk: Desk) -> Turn | None:
    """Show the buttons of the reminder that was said last below a yes or a no that goes with none of them."""
    newest = _reminder(next(iter(desk.said(desk.now - RECENT)), None))
    if newest is None or never_mind(text) or desk.read(text).kind != "rsvp":
        return None
    return again(newest, desk) if unanswered(newest, desk).parts else None


def _reminder(view: View | None) -> Reminder | None:
    return of_a_card(view) if isinstance(view, Card) else view if isinstance(view, Reminder) else None


def _says(text: str) -> bool:
    """Whether a text says something of its own: no question, no wish, no kind of report by its name."""
    return not ("?" in text or never_mind(text) or away(text) or kind_named(text) or len(text.split()) < FEW)


def _offer(place: Placed, text: Text, answer: Button) -> Turn:
    """Ask whether an answer is meant for a milestone; if not, its card holds the others."""
    return Turn(says=(Outgoing(text=text, buttons=(answer, something_else(place))),))


def _waiting(text: str, desk: Desk) -> Reminder | None:
    """Return what is left unanswered of the newest reminder that waits.

    A courtesy ("prima", "ok") is for what was said last, whatever that was.
    """
    said = desk.said(desk.now - RECENT)
    if not any(map(_reminder, said)):
        return None
    courtesy = desk.read(text).kind == "smalltalk" and not of_everything(text)
    near = said[:1] if courtesy else said
    left = (unanswered(one, desk) for view in near if (one := _reminder(view)))
    return next((view for view in left if view.parts), None)


def _on(view: Reminder, day: date, desk: Desk) -> Turn | None:
    """Offer a day as the one on which it is done: as planned, where it is one milestone, or late."""
    waiting = [one for one in placed(view, desk) if wanting(one, view.mark)]
    late = [one for one in waiting if day > desk.today and (one[1].due is None or one[1].due < day)]
    if late and len(late) == len(view.items) < MOST_OPTIONS:
        return _delays(late, day, desk)
    if len(waiting) != 1 or day < desk.today or late:
        return None
    [(there, one)] = waiting
    text = _("{title}: done on {day}, so on track? Tap, then I note it.", title=one.title, day=day)
    said = Say(region=there.region.key, milestone=one.key, stand=Stand.ON_TRACK)
    return _offer((there, one), text, Button(label=_("On track"), press=said))


def _delays(late: Sequence[Placed], day: date, desk: Desk) -> Turn:
    """Offer the day as the new date of the one milestone, or of one of several."""
    new_date = _("Delayed, new date {day}", day=dated(day, desk.today))
    if len(late) == 1:
        [(there, one)] = late
        text = _("{title}: is {day} the new date? Tap, then I note it.", title=one.title, day=day)
        delayed = Delay(region=there.region.key, milestone=one.key, until=day)
        return _offer((there, one), text, Button(label=new_date, press=delayed))
    text = _("{delayed}. Which milestone is it about? Tap, then I note it.", delayed=new_date)
    return Turn(says=(Outgoing(text=text, buttons=tuple(_delaying(one, day) for one in late)),))


def _delaying(late: Placed, day: date) -> Button:
    desk, one = late
    return Button(label=short(one.title), press=Delay(region=desk.region.key, milestone=one.key, until=day))
