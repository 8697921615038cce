"""Which handler an arrival is for: a press, a code, a command, an answer in a dialogue, or something new."""

from dataclasses import replace

from handlers import commands, questions
from handlers.dialogue import forms, steps
from handlers.people import leaving, regions, welcome
from handlers.plan import replies
from handlers.reporting import smalltalk, updates
from handlers.reporting.declining import declining
from handlers.tables import ANYBODY, DEEDS, FORMS, PRESSES
from handlers.turns import Desk, Turn, reply
from programme.invitations import read_code
from programme.messages import Action, Incoming
from programme.permissions import Deed, may
from programme.text import _


def answer(incoming: Incoming, desk: Desk) -> Turn:
    """Find the handler that this is for and return its turn, below what there is to say of what is not taken.

    What brings nothing else leaves everything as it was: an open question stays open.
    """
    if not incoming.declined:
        return _answered(incoming, desk)
    declined = reply(declining(incoming.declined))
    if not (incoming.text.strip() or incoming.pictures or incoming.press):
        return declined
    turn = _answered(replace(incoming, declined=()), desk)
    return replace(turn, says=(*declined.says, *turn.says))


def _answered(incoming: Incoming, desk: Desk) -> Turn:
    return forms.giving_way(_heard(incoming, desk), desk, FORMS)


def _heard(incoming: Incoming, desk: Desk) -> Turn:
    if incoming.press is not None:
        return _press(incoming.press, desk, typed_out=bool(incoming.text.strip()))
    if desk.chat.private:
        return _in_private(incoming, desk)
    if desk.region.key in desk.person.regions:
        return _said(incoming, desk)
    return _in_a_foreign_channel(incoming, desk)


def _press(press: Action, desk: Desk, *, typed_out: bool) -> Turn:
    """Take a press from whoever may press it: anybody sees the buttons in a channel, or can type a number there."""
    about = desk.region.key
    free = isinstance(press, ANYBODY) or (
        not about and isinstance(press, regions.OtherRegions | steps.Instead)
    )
    if not free and not may(desk.person, DEEDS.get(type(press), Deed.READ), about):
        return Turn(toast=_("That is not yours to press."))
    if isinstance(press, regions.Meant):
        return regions.meant(press, desk, answer)
    if typed_out and isinstance(press, forms.OWN):
        return forms.pressed(press, desk, FORMS, typed_out=True)
    return PRESSES[type(press)](press, desk)


def _in_private(incoming: Incoming, desk: Desk) -> Turn:
    code = read_code(incoming.text)
    if code:
        return welcome.enter(code, desk)
    if desk.person.regions:
        incoming = replace(incoming, text=commands.begun(incoming.text))
    at_home = desk.person.regions or desk.dialogue
    leaving_or_back = leaving.heard(incoming.text, desk, FORMS) if at_home else None
    if leaving_or_back is not None:
        return leaving_or_back
    command = commands.named(incoming.text)
    answers = desk.dialogue is not None and not incoming.text.startswith("/")
    if not desk.person.regions and not answers and not (command and command.strangers):
        return welcome.stranger(desk)
    regional = command.regional if command else not incoming.text.startswith("/")
    if regional and not answers and not desk.region.key:
        return _of_no_region(incoming, desk)
    return _said(incoming, desk)


def _of_no_region(incoming: Incoming, desk: Desk) -> Turn:
    """Answer what is the same in every region; for all else, ask which region is meant."""
    if incoming.text.startswith("/") or questions.needs_region(incoming.text):
        return regions.which(incoming, desk)
    return (
        smalltalk.greeted(incoming)
        or replies.asked(incoming, desk)
        or questions.heard(incoming, desk)
        or replies.heard(incoming, desk)
        or smalltalk.heard(incoming, desk)
        or regions.which(incoming, desk)
    )


def _said(incoming: Incoming, desk: Desk) -> Turn:
    dialogue = desk.dialogue
    if dialogue is not None and not incoming.text.startswith("/"):
        asked = questions.aside(incoming, desk, dialogue, FORMS)
        return asked or forms.typed(incoming, desk, dialogue, FORMS)
    return (
        commands.command(incoming.text, desk, incoming.pictures)
        or smalltalk.greeted(incoming)
        or replies.asked(incoming, desk)
        or questions.heard(incoming, desk)
        or replies.heard(incoming, desk)
        or smalltalk.heard(incoming, desk)
        or updates.report(incoming.text, desk, incoming.pictures)
    )


def _in_a_foreign_channel(incoming: Incoming, desk: Desk) -> Turn:
    """In a group chat that is no channel yet, or one of another region, only what is about no region is answered."""
    command = commands.named(incoming.text)
    if command and not command.regional:
        return commands.command(incoming.text, desk) or Turn()
    if desk.chat.region is None:
        return reply(_("This chat is no channel yet. The programme manager makes it one with /kanaal."))
    return reply(_("This channel belongs to a region in which you take no part."))
