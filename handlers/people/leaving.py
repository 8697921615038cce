"""Leaving: "uitschrijven" in any wording stops every message at once, and a word or a tap brings them back.

Cancelling is less: it drops the dialogue that is open. A plain "stop" is that in the middle of a dialogue, and leaving
where there is none; "annuleren" is never leaving.
"""

from dataclasses import dataclass

from handlers.dialogue import forms
from handlers.dialogue.fields import Forms
from handlers.reporting.goodbye import typed
from handlers.turns import ENDED, Desk, Turn, reply
from language.conversation.wishes import cancels, never_mind, wants_to_leave
from language.words import fold
from programme.kept import found, keep
from programme.messages import Action, Button, Draft, Outgoing
from programme.people_events import StartedAgain, Stopped
from programme.text import _, lines

BACK = frozenset({"/start", "start", "aanmelden", "aanmelden graag", "meld me aan", "/aanmelden"})


@dataclass(frozen=True, kw_only=True)
class StartAgain(Action):
    """Messages are welcome again; ``draft`` is what was being reported when they stopped."""

    draft: str = ""


def heard(text: str, desk: Desk, forms_known: Forms) -> Turn | None:
    """Return the turn of somebody who wants to cancel, to leave or to come back; None for everybody else.

    Who is only being welcomed takes part nowhere: leaving is cancelling that.
    """
    plain = " ".join(fold(text).split()).strip(" .!?,")
    if cancels(text) or (desk.dialogue is not None and never_mind(text)):
        return cancel(desk, forms_known)
    if desk.person.stopped and plain in BACK:
        return start_again(StartAgain(), desk, forms_known)
    if not wants_to_leave(text):
        return None
    return leave("", desk) if desk.person.regions else cancel(desk, forms_known)


def cancel(desk: Desk, forms_known: Forms) -> Turn:
    """Drop the dialogue that is open here, in the region that it is about."""
    dialogue = desk.dialogue
    if dialogue is None:
        return reply(_("There is nothing to cancel. To get no more messages at all, send “uitschrijven”."))
    return forms.cancel(dialogue, desk.elsewhere(dialogue.region) or desk, forms_known)


def leave(rest: str, desk: Desk) -> Turn:
    """Stop everything, and say so in one message."""
    draft = keep(desk.dialogue.draft) if desk.dialogue else ""
    again = Button(label=_("Send me messages again"), press=StartAgain(draft=draft))
    text = lines(
        _("Done: you get no more messages from me. Changed your mind? Tap below, or send “aanmelden”."),
        typed(getattr(desk.dialogue.draft, "said", "")) if desk.dialogue else None,
    )
    event = Stopped(region=desk.region.key, person=desk.person.key)
    return Turn(says=(Outgoing(text=text, buttons=(again,)),), events=(event,), dialogue=ENDED)


def start_again(press: StartAgain, desk: Desk, forms_known: Forms) -> Turn:
    """Welcome somebody back, and go on where they left off."""
    if not desk.person.stopped:
        return reply(_("You get my messages already."))
    event = StartedAgain(region=desk.region.key, person=desk.person.key)
    welcome = Outgoing(text=_("Good to have you back! Just type what happened, or /help for the rest."))
    draft = found(Draft, press.draft)
    onward = forms.begin(forms_known[type(draft)], draft, desk) if draft else Turn()
    return Turn(says=(welcome, *onward.says), events=(event, *onward.events), dialogue=onward.dialogue)
