"""From an arrival to whoever is speaking and the region that it is about: the Desk at which it is answered.

Who takes part nowhere, or in several regions without having said which, stands at a desk of no region: there
nothing of any region can be read. A stranger in a private chat is a person who takes part nowhere.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import choices
from handlers.desk import OpenDesk
from handlers.dialogue import forms, steps
from handlers.plan.noting import yes_fits
from language.conversation.wishes import agrees, yes_no
from programme.dialogue import Dialogue
from programme.messages import Action, Incoming
from programme.records import Chat, Person, Region
from programme.rules import Rules
from storage.chats import chats
from storage.database import Transaction
from storage.messages import conversations, presses
from storage.messages.inbox import Arrival
from storage.messages.presses import Pressed
from storage.people import people

NOWHERE = Region(key="", name="")
RECENT = timedelta(days=3)  # over a weekend
OWN = (*forms.STEPS, steps.Resume)
# How the label begins of the option that a typed yes or no means ("Ja, wijzigen"), in every language.
_BEGINS: Mapping[bool | None, tuple[str, ...]] = {True: ("ja, ", "yes, "), False: ("nee, ", "no, ")}


@dataclass(frozen=True, kw_only=True)
class Met:
    """Somebody at a desk: what came in, and the button that they pressed or named, if they did.

    ``lost``: what they typed in a dialogue whose record no longer fits, None where there is no such dialogue.
    """

    desk: OpenDesk
    incoming: Incoming
    pressed: Pressed | None = None
    lost: str | None = None


def meet(tx: Transaction, arrival: Arrival, rules: Callable[[str], Rules], now: datetime) -> Met | None:
    """Return who came with what, and where they stand; None for who may not speak in this chat."""
    chat = _chat(tx, arrival)
    person = _person(tx, arrival, chat, now) if chat else None
    if chat is None or person is None:
        return None
    dialogue, lost = open_dialogue(tx, chat, person)
    pressed = _pressed(tx, arrival, chat, person, now)
    action = choices.action(pressed, chat, person) if arrival.press or pressed else None
    where = _region(arrival, chat, person, dialogue, pressed, action)
    desk = OpenDesk(
        tx=tx,
        now=now,
        fresh=f"a{arrival.key}",
        person=person,
        region=(people.region(tx, where) if where else None) or NOWHERE,
        chat=chat,
        dialogue=dialogue,
        rules=rules,
    )
    incoming = Incoming(text=arrival.text, press=action, pictures=arrival.pictures, declined=arrival.declined)
    return Met(desk=desk, incoming=incoming, pressed=pressed, lost=lost)


def beside(
    tx: Transaction, key: str, account: str, rules: Callable[[str], Rules], now: datetime
) -> list[OpenDesk]:
    """Return a desk for what happened to a chat: one of each region that its group is tied to, or of none.

    At it is whose private chat it is, else who did it (by their account there), else nobody.
    """
    chat = chats.chat(tx, key)
    if chat is None:
        return []
    who = chat.person if chat.private else chats.account_of(tx, chat.platform, account)
    person = (people.person(tx, who) if who else None) or Person(key="", name="")
    ties = [] if chat.private else chats.group_of(tx, key, tied=True)
    own = [one for one in ties if key == one.key or not chat.group]  # of a topic only what it is itself
    regions = dict.fromkeys(one.region for one in own if one.region)
    return [
        OpenDesk(
            tx=tx,
            now=now,
            fresh=f"h{secrets.token_hex(8)}",
            person=person,
            region=people.region(tx, region) or NOWHERE,
            chat=chat,
            rules=rules,
        )
        for region in regions or ("",)
    ]


def _chat(tx: Transaction, arrival: Arrival) -> Chat | None:
    """Return where something came in. Of an old message a platform may say the group, and not in which topic it is."""
    stands_in = presses.stands_in(tx, arrival.press) if arrival.press else None
    topic = chats.chat(tx, stands_in) if stands_in else None
    return topic if topic and topic.group == arrival.chat else chats.chat(tx, arrival.chat)


def _person(tx: Transaction, arrival: Arrival, chat: Chat, now: datetime) -> Person | None:
    """Return who is speaking: a stranger in a private chat gets a record, in a channel they are passed over."""
    person = people.behind(tx, arrival.platform, arrival.account)
    if person is None and chat.private:
        person = Person(key=secrets.token_hex(8), name=arrival.name)
        people.add_person(tx, person, now)
        chats.open_account(tx, arrival.platform, arrival.account, person.key)
    if person is None or (chat.private and chat.person not in (None, person.key)):
        return None
    if chat.private and chat.person is None:
        chats.belongs_to(tx, chat.key, person.key)
    return person


def open_dialogue(tx: Transaction, chat: Chat, person: Person) -> tuple[Dialogue | None, str | None]:
    """Return the open dialogue, but not one about a region that this person has left; and what a lost one held."""
    dialogue, lost = conversations.current(tx, chat.key, person.key)
    return dialogue if dialogue and dialogue.region in ("", *person.regions) else None, lost


def _pressed(tx: Transaction, arrival: Arrival, chat: Chat, person: Person, now: datetime) -> Pressed | None:
    if arrival.press:
        return presses.pressed(tx, arrival.press, now)
    if not arrival.text or arrival.pictures or arrival.text.startswith("/"):
        return None  # a command is no answer; and whoever sends a picture with a word says more than an option does
    # What was asked in private is answered there: in a channel everybody would read the answer.
    asked = person.key if chat.private else None
    named = presses.chosen(tx, chat.key, arrival.text, now, person=asked)
    if named is None and chat.private:
        named = _meant(tx, arrival.text, chat, person, now)
    return named if named and named.action is not None and not named.expired else None


def _meant(tx: Transaction, text: str, chat: Chat, person: Person, now: datetime) -> Pressed | None:
    """Return the option that a yes or a no in other words means: only of what was just asked, never of more before."""
    begins = _BEGINS.get(yes_no(text))
    options = presses.offered(tx, chat.key, person.key, now, now - RECENT) if begins else []
    likely = [one for one in options if begins and one.label.casefold().startswith(begins)]
    if not likely and agrees(text) and yes_fits([one.action for one in options]):
        likely = options[:1]
    return likely[0] if len(likely) == 1 else None


def _region(
    arrival: Arrival,
    chat: Chat,
    person: Person,
    dialogue: Dialogue | None,
    pressed: Pressed | None,
    action: Action | None,
) -> str:
    """Return the key of the region that this is about, "" for none.

    A dialogue keeps its region; an action that names one is answered there, any other where its message was said.
    A command is not an answer to an open question, so it is asked about like any other message.
    """
    if dialogue and (isinstance(action, OWN) or (action is None and not arrival.text.startswith("/"))):
        return dialogue.region or anywhere(person)
    if action is not None:
        said_in = pressed.region if pressed else ""
        return getattr(action, "region", "") or said_in or anywhere(person)
    return anywhere(person) if chat.private else chat.region or ""


def anywhere(person: Person) -> str:
    """Return the key of the one region that a person takes part in, "" for somebody of none or several."""
    return person.regions[0] if len(person.regions) == 1 else ""
