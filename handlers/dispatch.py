"""From one arrival to its turn, and the turn into the transaction: the only handler that writes.

Everything that follows from an arrival (events, messages, dialogue, the inbox row's completion) is in the one
savepoint that this function runs in.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from handlers import commands, delays, figures, forms, handover, meetings, milestones, steps, updates
from handlers.desk import OpenDesk
from handlers.fields import Form
from handlers.milestone_lines import Card, Reminder
from handlers.turns import Desk, Ended, Turn
from programme.dialogue import Dialogue
from programme.messages import Action, Draft, Incoming, Outgoing, Urgency, View
from programme.records import Chat, Person
from storage import chats, conversations, events, inbox, occurrences, outbox, people, presses
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
)
FORMS: Mapping[type[Draft], Form] = {form.draft: form for form in FORM_TABLE}

PRESSES: Mapping[type[Action], Callable[[Any, Desk], Turn]] = {
    **dict.fromkeys(forms.STEPS, lambda press, desk: forms.pressed(press, desk, FORMS)),
    steps.Instead: lambda press, desk: forms.instead(press, desk, FORMS),
    steps.Resume: lambda press, desk: forms.resume(press, desk, FORMS),
    milestones.Open: milestones.open_card,
    milestones.Say: milestones.say,
    meetings.DropMeeting: meetings.drop,
    milestones.AllOnTrack: milestones.all_on_track,
    milestones.Mine: lambda press, desk: milestones.mine("", desk),
    milestones.Turned: milestones.turn_page,
    milestones.Delay: delays.delay,
    milestones.Later: delays.later,
    milestones.HandOver: handover.hand_over,
    handover.Settle: handover.settle,
}

VIEWS: Mapping[type[View], Callable[[Any, Desk], Outgoing]] = {
    Reminder: milestones.reminder,
    Card: milestones.card,
}


def dispatch(tx: Transaction, arrival: Arrival, now: datetime) -> None:
    """Answer one arrival, once; an arrival that was answered meanwhile is passed over."""
    if not inbox.still_waiting(tx, arrival.key):
        return
    desk, incoming = _meet(tx, arrival, now)
    if desk is not None:
        carry_out(tx, answer(incoming, desk), desk, arrival)
    inbox.done(tx, arrival.key, now)


def answer(incoming: Incoming, desk: Desk) -> Turn:
    """Find the handler that this is for and return its turn."""
    if incoming.press is not None:
        return PRESSES[type(incoming.press)](incoming.press, desk)
    commanded = commands.command(incoming.text, desk)
    if commanded is not None:
        return commanded
    if desk.dialogue is not None:
        return forms.typed(incoming, desk, desk.dialogue, FORMS)
    return updates.report(incoming.text, desk)


def carry_out(tx: Transaction, turn: Turn, desk: Desk, arrival: Arrival) -> None:
    """Write all that follows from a turn."""
    region, chat, person = desk.region.key, desk.chat.key, desk.person.key
    events.apply(tx, turn.events, desk.now)
    for where, item in dict.fromkeys((event.region, event.item) for event in turn.events if event.item):
        occurrences.mark_stale(tx, where, item)
        show_anew(tx, where, item, desk)
    for message in (*turn.says, *_toast(turn, arrival, desk)):
        outbox.say(tx, message, asked_in=chat, region=region, now=desk.now)
    if isinstance(turn.dialogue, Dialogue):
        conversations.keep_on(tx, chat, person, turn.dialogue, desk.now)
    elif isinstance(turn.dialogue, Ended):
        conversations.end(tx, chat, person)


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
    return OpenDesk(tx=tx, now=desk.now, fresh=desk.fresh, person=who, region=here, chat=where)


def _meet(tx: Transaction, arrival: Arrival, now: datetime) -> tuple[Desk | None, Incoming]:
    chat = chats.chat(tx, arrival.chat)
    key = chats.account_of(tx, arrival.platform, arrival.account)
    person = people.person(tx, key) if key else None
    if chat is None or person is None or not person.regions:
        return None, Incoming()
    dialogue = conversations.current(tx, chat.key, person.key)
    pressed = _pressed(tx, arrival, chat, person, now)
    where = (pressed and pressed.region) or (dialogue and dialogue.region) or chat.region or person.regions[0]
    region = people.region(tx, where)
    if region is None:
        return None, Incoming()
    desk = OpenDesk(
        tx=tx, now=now, fresh=f"a{arrival.key}", person=person, region=region, chat=chat, dialogue=dialogue
    )
    press = pressed.action if pressed and not pressed.expired else None
    return desk, Incoming(text=arrival.text, press=press, pictures=arrival.pictures)


def _pressed(
    tx: Transaction, arrival: Arrival, chat: Chat, person: Person, now: datetime
) -> presses.Pressed | None:
    if arrival.press:
        return presses.pressed(tx, arrival.press, now)
    return presses.chosen(tx, chat.key, person.key, arrival.text, now) if arrival.text else None
