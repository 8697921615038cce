"""From one arrival to its turn, and the turn into the transaction: the only handler that writes.

Everything that follows from an arrival (events, messages, dialogue, the inbox row's completion) is in the one
savepoint that this function runs in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from handlers import (
    channels,
    commands,
    confirmations,
    delays,
    figures,
    forms,
    handover,
    inviting,
    leaving,
    meetings,
    milestones,
    mine,
    reception,
    regions,
    settings,
    smalltalk,
    steps,
    teams,
    updates,
    welcome,
)
from handlers.desk import OpenDesk
from handlers.fields import Form
from handlers.milestone_lines import Card, Reminder
from handlers.turns import Desk, Ended, Turn, reply
from programme.dialogue import Dialogue
from programme.invitations import read_code
from programme.messages import Action, Draft, Incoming, Outgoing, Urgency, View
from programme.people_events import Departure
from programme.permissions import Deed, may
from programme.records import Milestone, Person
from programme.text import _
from storage import chats, conversations, events, inbox, occurrences, outbox, people, plans
from storage.database import Transaction
from storage.inbox import Arrival

TOAST_LIVES = timedelta(seconds=10)

FORM_TABLE = (
    updates.REPORT,
    delays.DELAY,
    delays.LATER,
    handover.HANDOVER,
    figures.FIGURE,
    meetings.MEETING,
    welcome.WELCOME,
    inviting.INVITE,
    teams.ARRANGE,
    settings.SETTINGS,
)
FORMS: Mapping[type[Draft], Form] = {form.draft: form for form in FORM_TABLE}

PRESSES: Mapping[type[Action], Callable[[Any, Desk], Turn]] = {
    **dict.fromkeys(forms.STEPS, lambda press, desk: forms.pressed(press, desk, FORMS)),
    steps.Instead: lambda press, desk: forms.instead(press, desk, FORMS),
    steps.Resume: lambda press, desk: forms.resume(press, desk, FORMS),
    steps.Again: lambda press, desk: forms.again(press, desk, FORMS),
    leaving.StartAgain: lambda press, desk: leaving.start_again(press, desk, FORMS),
    mine.Browse: mine.browse,
    mine.Look: mine.look,
    mine.Open: updates.change,
    mine.Withdraw: mine.withdraw,
    mine.Restore: mine.restore,
    confirmations.Confirm: confirmations.confirm,
    confirmations.Merge: confirmations.merge,
    confirmations.KeepApart: confirmations.keep_apart,
    smalltalk.ReportThis: smalltalk.report_this,
    milestones.Open: milestones.open_card,
    milestones.Say: milestones.say,
    meetings.DropMeeting: meetings.drop,
    milestones.AllOnTrack: milestones.all_on_track,
    milestones.Turned: milestones.turn_page,
    milestones.Delay: delays.delay,
    milestones.Later: delays.later,
    milestones.HandOver: handover.hand_over,
    handover.Settle: handover.settle,
    steps.Gone: lambda press, desk: Turn(toast=_("That is too old to be pressed. Just type what you want.")),
    channels.Tie: channels.tie,
    regions.OtherRegions: regions.others,
    regions.Meant: lambda press, desk: regions.meant(press, desk, answer),
}

# What one must be allowed to do to press something, in the region that it is about; to take part, where nothing
# stands here. The steps of a dialogue are its own: they are for whoever is in it.
DEEDS: Mapping[type[Action], Deed] = {
    milestones.Say: Deed.ANSWER,
    milestones.AllOnTrack: Deed.ANSWER,
    milestones.Delay: Deed.ANSWER,
    milestones.Later: Deed.ANSWER,
    milestones.HandOver: Deed.ANSWER,
    meetings.DropMeeting: Deed.MANAGE,
    channels.Tie: Deed.TIE_CHANNEL,
    confirmations.Confirm: Deed.CONFIRM,
    smalltalk.ReportThis: Deed.REPORT,
}
ANYBODY = (*reception.OWN, steps.Gone, leaving.StartAgain)

VIEWS: Mapping[type[View], Callable[[Any, Desk], Outgoing]] = {
    Reminder: milestones.reminder,
    Card: milestones.card,
    confirmations.Confirmation: confirmations.confirmation,
}


def dispatch(tx: Transaction, arrival: Arrival, now: datetime) -> None:
    """Answer one arrival, once; an arrival that was answered meanwhile is passed over."""
    if not inbox.still_waiting(tx, arrival.key):
        return
    desk, incoming = reception.meet(tx, arrival, now)
    if desk is not None:
        reception.give_back(tx, desk)
        _answer(tx, incoming, desk, arrival)
    inbox.done(tx, arrival.key, now)


def _answer(tx: Transaction, incoming: Incoming, desk: OpenDesk, arrival: Arrival) -> None:
    """Answer where it was asked; what is personal goes on in private when it is asked in a channel."""
    private = None
    if _to_the_bot(incoming, desk):
        said = commands.addressed(incoming.text) or incoming.text
        incoming = replace(incoming, text=said)
        private = reception.in_private(tx, desk) if commands.personal(said) else None
    if private is None:
        carry_out(tx, answer(incoming, desk), desk, arrival)
        return
    carry_out(tx, answer(incoming, private), private, arrival)
    carry_out(tx, reply(_("I'll go on with you in your private chat.")), desk, arrival)


def _to_the_bot(incoming: Incoming, desk: OpenDesk) -> bool:
    """Whether somebody turns to the bot in a channel of theirs, other than to answer what it asked there."""
    here = not desk.chat.private and desk.region.key in desk.person.regions and incoming.press is None
    return here and desk.dialogue is None and commands.addressed(incoming.text) is not None


def answer(incoming: Incoming, desk: Desk) -> Turn:
    """Find the handler that this is for and return its turn."""
    if incoming.press is not None:
        return _press(incoming.press, desk)
    if desk.chat.private:
        return _in_private(incoming, desk)
    if desk.region.key not in desk.person.regions:
        return _in_a_foreign_channel(incoming, desk)
    if desk.dialogue is None and not incoming.text.startswith("/"):
        return Turn()  # people talk to each other there
    return _said(incoming, desk)


def _press(press: Action, desk: Desk) -> Turn:
    """Take a press from whoever may press it: anybody sees the buttons in a channel, or can type a number there."""
    about = desk.region.key
    free = isinstance(press, ANYBODY) or (
        not about and isinstance(press, regions.OtherRegions | steps.Instead)
    )
    if not free and not may(desk.person, DEEDS.get(type(press), Deed.READ), about):
        return Turn(toast=_("That is not yours to press."))
    return PRESSES[type(press)](press, desk)


def _in_private(incoming: Incoming, desk: Desk) -> Turn:
    code = read_code(incoming.text)
    if code:
        return welcome.enter(code, desk)
    left = leaving.heard(incoming.text, desk, FORMS)
    if left:
        return left
    command = commands.named(incoming.text)
    answers = desk.dialogue is not None and not incoming.text.startswith("/")
    if not desk.person.regions and not answers and not (command and command.strangers):
        return welcome.stranger(desk)
    regional = command.regional if command else not incoming.text.startswith("/")
    if regional and not answers and not desk.region.key:
        return smalltalk.heard(incoming, desk) or regions.which(incoming, desk)
    return _said(incoming, desk)


def _said(incoming: Incoming, desk: Desk) -> Turn:
    commanded = commands.command(incoming.text, desk)
    if commanded is not None:
        return commanded
    if desk.dialogue is not None:
        return forms.typed(incoming, desk, desk.dialogue, FORMS)
    return smalltalk.heard(incoming, desk) or updates.report(incoming.text, desk, incoming.pictures)


def _in_a_foreign_channel(incoming: Incoming, desk: Desk) -> Turn:
    """In a group chat that is no channel yet, or one of another region, only what is about no region is answered."""
    command = commands.named(incoming.text)
    if command and not command.regional:
        return commands.command(incoming.text, desk) or Turn()
    if not incoming.text.startswith("/"):
        return Turn()
    if desk.chat.region is None:
        return reply(_("This chat is no channel yet. The programme manager makes it one with /kanaal."))
    return reply(_("This channel belongs to a region in which you take no part."))


def carry_out(tx: Transaction, turn: Turn, desk: Desk, arrival: Arrival) -> None:
    """Write all that follows from a turn."""
    region, chat, person = desk.region.key, desk.chat.key, desk.person.key
    attended = _leaving(tx, turn)
    events.apply(tx, turn.events, desk.now)
    for where, item in _items(turn):
        occurrences.mark_stale(tx, where, item)
        show_anew(tx, where, item, desk)
    _tell_managers(tx, attended, desk.now)
    for message in (*turn.says, *_toast(turn, arrival, desk)):
        outbox.say(tx, message, asked_in=chat, region=region, now=desk.now)
    if isinstance(turn.dialogue, Dialogue):
        conversations.keep_on(tx, chat, person, turn.dialogue, desk.now)
    elif isinstance(turn.dialogue, Ended):
        conversations.end(tx, chat, person)


def _items(turn: Turn) -> Iterable[tuple[str, str]]:
    return dict.fromkeys((event.region, event.item) for event in turn.events if event.item)


def _leaving(tx: Transaction, turn: Turn) -> dict[str, list[Milestone]]:
    """Return, for every region that somebody is about to be reminded less in, what nobody is reminded of before."""
    leaving = (people.person(tx, event.who) for event in turn.events if isinstance(event, Departure))
    return {region: plans.unattended(tx, region) for one in leaving if one for region in one.regions}


def _tell_managers(tx: Transaction, before: Mapping[str, list[Milestone]], now: datetime) -> None:
    for region, known in before.items():
        alone = [one for one in plans.unattended(tx, region) if one not in known]
        managers = people.who_may(tx, Deed.MANAGE, region)
        for message in teams.abandoned(alone, managers) if alone else ():
            outbox.say(tx, message, asked_in=None, region=region, now=now)


def _toast(turn: Turn, arrival: Arrival, desk: Desk) -> tuple[Outgoing, ...]:
    """A press gets exactly one answer; an empty one where the message itself shows what happened."""
    if not turn.toast and not arrival.press:
        return ()
    expires = desk.now + TOAST_LIVES
    return (Outgoing(text=turn.toast, urgency=Urgency.TOAST, answers=arrival.event, expires=expires),)


def show_anew(tx: Transaction, region: str, item: str, desk: Desk) -> None:
    """Compose every live message again that shows ``item``, each for whoever reads it."""
    for key, view, chat, person in outbox.showing(tx, item):
        reader = _reader(tx, region, chat, person, desk)
        if reader is not None:
            outbox.revise(tx, key, replace(VIEWS[type(view)](view, reader), aloud=False), desk.now)


def _reader(tx: Transaction, region: str, chat: str | None, person: str | None, desk: Desk) -> Desk | None:
    """Return a desk for whoever reads a message that was said to a chat or a person."""
    where = chats.chat(tx, chat) if chat else desk.chat
    here = people.region(tx, region)
    if where is None or here is None:
        return None
    who = people.person(tx, person or where.person or "") or Person(key="", name="")
    if where.private and region not in who.regions:
        return None  # somebody who has left the region since keeps what they had, and sees nothing newer
    return OpenDesk(tx=tx, now=desk.now, fresh=desk.fresh, person=who, region=here, chat=where)
