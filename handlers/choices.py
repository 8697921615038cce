"""The answer to a press: a brief one at once, and a message that shows what was chosen, so that it is chosen once.

Every press has exactly one toast, an empty one where the message itself says enough: a platform shows that it is busy
until it has that answer.
"""

from datetime import datetime, timedelta

from handlers.dialogue.steps import Copied, Gone, Taken
from handlers.turns import Desk, Turn
from programme.fitting import ReadOn
from programme.messages import Action, Outgoing, Urgency
from programme.records import Chat, Person
from programme.text import Text, _
from storage.database import Transaction
from storage.messages import outbox
from storage.messages.inbox import Arrival
from storage.messages.presses import Pressed

TOAST_LIVES = timedelta(seconds=10)


def toast(text: Text, arrival: Arrival, now: datetime) -> Outgoing:
    """Return the one answer to a press."""
    return Outgoing(
        text=text,
        urgency=Urgency.TOAST,
        answers=arrival.query or arrival.event,
        expires=now + TOAST_LIVES,
    )


def to_a_stranger(arrival: Arrival, group: bool, now: datetime) -> Outgoing:
    """Return the answer to a press of who may not speak in a chat; in somebody's private chat it says nothing."""
    told = _("I don't know you yet. Ask your programme manager for an invitation.")
    return toast(told if group else "", arrival, now)


def apology(arrival: Arrival, now: datetime) -> Outgoing:
    """Return what is said where a fault of ours kept something from being answered."""
    if arrival.press:
        return toast(_("Something went wrong on my side. Please try it once more."), arrival, now)
    return Outgoing(
        text=_(
            "Something went wrong on my side. Your message is kept; please send it once more, or try /help."
        )
    )


def action(pressed: Pressed | None, chat: Chat, person: Person) -> Action:
    """Return what a press on a button means: its action, or why it has none (any more)."""
    if pressed is None or pressed.action is None or pressed.expired:
        return Gone()
    if not _stands_here(pressed, chat, person):
        return Copied()
    if pressed.choice and not pressed.offered and not (pressed.others and chat.private):
        return Taken(choice=pressed.choice, chooser=pressed.chooser)
    return pressed.action


def _stands_here(pressed: Pressed, chat: Chat, person: Person) -> bool:
    """Whether a button stood here: what was said to one person is theirs alone, in private."""
    if pressed.owner:
        return chat.private and pressed.owner == person.key
    return pressed.chat == chat.key


def show(tx: Transaction, pressed: Pressed | None, press: Action | None, turn: Turn, desk: Desk) -> None:
    """Let the message under which something was chosen show that; what was refused changes nothing.

    A message that this turn has changed already shows it, and so does one that is composed anew from its records. Who
    reads on has chosen nothing yet.
    """
    followed = turn.says or turn.events or turn.dialogue
    if pressed is None or press != pressed.action or not followed or isinstance(press, ReadOn):
        return
    chooser = "" if desk.chat.private else desk.person.name
    line = (
        _("✓ {choice} ({name})", choice=pressed.label, name=chooser)
        if chooser
        else _("✓ {choice}", choice=pressed.label)
    )
    outbox.choose(tx, pressed.message, pressed.revision, line, pressed.label, chooser, desk.now)
