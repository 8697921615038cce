"""From one arrival to its turn, and the turn into the transaction: the only handler that writes.

Everything that follows from an arrival (events, messages, dialogue, the inbox row's completion) is in the one
savepoint that this function runs in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from handlers import choices, commands, menus, reception
from handlers.answers import answer
from handlers.desk import OpenDesk
from handlers.people import doubts, happenings, teams
from handlers.people.private_chats import ONCE_IN, way, way_in
from handlers.reception import Met
from handlers.reporting import goodbye
from handlers.tables import VIEWS
from handlers.turns import Desk, Ended, Turn
from programme.chat_events import ReachLost
from programme.dialogue import Dialogue
from programme.happenings import Happening
from programme.messages import Address, Outgoing, Urgency
from programme.people_events import Changed, Departure
from programme.permissions import Deed
from programme.records import Milestone, Person
from programme.rules import Rules
from storage import calendars, events, occurrences
from storage.chats import chats
from storage.chats import menus as kept_menus
from storage.database import Transaction
from storage.messages import conversations, inbox, outbox
from storage.messages import doubts as kept_doubts
from storage.messages.inbox import Arrival
from storage.people import people
from storage.plan import plans


def dispatch(
    tx: Transaction,
    arrival: Arrival,
    now: datetime,
    rules: Callable[[str], Rules] = lambda region: Rules(),
) -> None:
    """Answer one arrival that waits for it.

    ``rules`` are those of a region by its key: they say when others may hear of it.
    """
    if arrival.happening:
        _befall(tx, arrival.chat, arrival.happening, now, rules, account=arrival.account)
    else:
        _hear(tx, arrival, rules, now)
    inbox.done(tx, arrival.key, now)


def happened(
    tx: Transaction,
    platform: str,
    address: str,
    happening: Happening,
    now: datetime,
    rules: Callable[[str], Rules] = lambda region: Rules(),
) -> None:
    """Do what follows from a happening to the chat at a platform's address; nothing where there is no such chat.

    The same happening may be told any number of times: what is known already changes nothing.
    """
    chat = chats.at(tx, platform, address)
    if chat is not None:
        _befall(tx, chat.key, happening, now, rules)


def in_doubt(tx: Transaction, message: int, now: datetime, rules: Callable[[str], Rules]) -> None:
    """Ask the programme managers what becomes of a message that perhaps reached its channel."""
    region, chat = kept_doubts.of(tx, message)
    for desk in reception.beside(tx, chat or "", "", rules, now):
        if desk.region.key == region:
            carry_out(tx, Turn(says=doubts.ask(message, desk)), desk)


def _befall(
    tx: Transaction,
    key: str,
    happening: Happening,
    now: datetime,
    rules: Callable[[str], Rules],
    account: str = "",
) -> None:
    """Take a happening at a desk of each region that the group is a channel of, or of none; it is answered once."""
    at_hand = reception.beside(tx, key, account, rules, now)
    for number, desk in enumerate(at_hand):
        turn = happenings.take(happening, desk)
        says = turn.says if number == 0 else tuple(one for one in turn.says if one.to)
        carry_out(tx, replace(turn, says=says), desk)


def _hear(tx: Transaction, arrival: Arrival, rules: Callable[[str], Rules], now: datetime) -> None:
    """Answer what a person did."""
    met = reception.meet(tx, arrival, rules, now)
    if met is None:
        _answer_a_stranger(tx, arrival, now)
        return
    if met.desk.chat.lost and (
        met.desk.chat.private or not arrival.press
    ):  # buttons outlive the bot in a group
        carry_out(tx, happenings.back(met.desk), met.desk)
    _say_what_was_lost(tx, met)
    _answer(tx, met, arrival)


def _answer_a_stranger(tx: Transaction, arrival: Arrival, now: datetime) -> None:
    """Answer a press of who may not speak here; and show who turns to the bot in a group how to begin.

    What they said was of no use, so it is not kept: they take part in nothing, and nobody told them that it would be.
    """
    inbox.forget(tx, arrival.key)
    chat = chats.chat(tx, arrival.chat)
    group = chat is not None and not chat.private
    text = commands.addressed(arrival.text, arrival.addressed)
    who = f"unknown:{arrival.chat}:{arrival.account}"
    if arrival.press:
        outbox.say(
            tx, choices.to_a_stranger(arrival, group, now), asked_in=arrival.chat, region=None, now=now
        )
    elif group and text is not None and not outbox.said_since(tx, who, now - ONCE_IN):
        shown = way_in(text, f"{who}:{arrival.key}")
        outbox.say(tx, shown, asked_in=arrival.chat, region=None, now=now)


def _say_what_was_lost(tx: Transaction, met: Met) -> None:
    """End a dialogue of which the record no longer fits, and give back what was typed in it."""
    desk = met.desk
    if met.lost is not None:
        outbox.say(tx, goodbye.lost(met.lost), asked_in=desk.chat.key, region=desk.region.key, now=desk.now)
        conversations.end(tx, desk.chat.key, desk.person.key)


def _answer(tx: Transaction, met: Met, arrival: Arrival) -> None:
    """Answer in private; in a channel only what is meant for the bot, and nothing that is personal."""
    desk, incoming = met.desk, met.incoming
    if desk.chat.private or incoming.press is not None:
        turn = answer(incoming, desk)
        carry_out(tx, turn, desk, arrival)
        choices.show(tx, met.pressed, incoming.press, turn, desk)
        return
    text = commands.addressed(incoming.text, arrival.addressed)
    if text is not None:
        asked = replace(incoming, text=text)
        elsewhere = commands.personal(text) and not commands.refused(text, desk)
        turn = Turn(says=(way(text),)) if elsewhere else answer(asked, desk)
        carry_out(tx, turn, desk, arrival)


def carry_out(tx: Transaction, turn: Turn, desk: OpenDesk, arrival: Arrival | None = None) -> None:
    """Write all that follows from a turn; ``arrival`` is what it answers, if it answers anything."""
    region, chat, person = desk.region.key, desk.chat.key, desk.person.key
    attended = _leaving(tx, turn)
    events.apply(tx, turn.events, desk.now)
    for where, item in _items(turn):
        occurrences.mark_stale(tx, where, item)
        show_anew(tx, where, item, desk)
    _tell_managers(tx, turn, attended, desk)
    for message in (*turn.says, *(_brief(turn, arrival, desk) if arrival else ())):
        _say(tx, message, region, desk)
    if isinstance(turn.dialogue, Dialogue):
        conversations.keep_on(tx, chat, person, turn.dialogue, desk.now)
    elif isinstance(turn.dialogue, Ended):
        conversations.end(tx, chat, person)
    _keep_menus(tx, turn, desk)


def _keep_menus(tx: Transaction, turn: Turn, desk: Desk) -> None:
    """Keep what the menus of whoever speaks here in private should list, and of whom the turn changed."""
    changed = {event.who: people.person(tx, event.who) for event in turn.events if isinstance(event, Changed)}
    if desk.chat.private and desk.chat.menu != menus.wanted(desk.person):
        changed.setdefault(desk.person.key, desk.person)
    for one in filter(None, changed.values()):
        kept_menus.want(tx, one.key, menus.wanted(one))


def _say(tx: Transaction, message: Outgoing, region: str, desk: OpenDesk) -> None:
    """Say a message; what somebody else did is no reason to disturb a person out of hours, so there it waits."""
    reader = _unasked(tx, message.to, desk)
    here = people.region(tx, region) if reader else None
    ready = calendars.suits(tx, here, reader, desk.rules(region).hours, desk.now) if here and reader else None
    if reader:
        message = replace(message, urgency=max(message.urgency, Urgency.REMINDER))
    outbox.say(tx, message, asked_in=desk.chat.key, region=region, now=desk.now, ready=ready)


def _unasked(tx: Transaction, to: Address | None, desk: Desk) -> Person | None:
    """Return who is told of what somebody else did; None where a message answers whoever is speaking."""
    return people.person(tx, to.person) if to and to.person and to.person != desk.person.key else None


def _items(turn: Turn) -> Iterable[tuple[str, str]]:
    return dict.fromkeys((event.region, event.item) for event in turn.events if event.item)


def _leaving(tx: Transaction, turn: Turn) -> dict[str, list[Milestone]]:
    """Return, for every region that somebody is about to be reminded less in, what nobody is reminded of before."""
    leaving = (people.person(tx, event.who) for event in turn.events if isinstance(event, Departure))
    return {region: plans.unattended(tx, region) for one in leaving if one for region in one.regions}


def _tell_managers(
    tx: Transaction, turn: Turn, before: Mapping[str, list[Milestone]], desk: OpenDesk
) -> None:
    lost = next((event for event in turn.events if isinstance(event, ReachLost)), None)
    if lost and (desk.person.stopped or people.reached(tx, desk.person.key)):
        lost = None  # nobody was to be reached there, or somebody still is, elsewhere
    for region, known in before.items():
        alone = [one for one in plans.unattended(tx, region) if one not in known]
        if not alone and lost is None:
            continue
        text = happenings.out_of_reach(lost, desk.person.name, alone) if lost else teams.abandoned(alone)
        for manager in people.who_may(tx, Deed.MANAGE, region):
            _say(tx, Outgoing(text=text, to=Address(person=manager)), region, desk)


def _brief(turn: Turn, arrival: Arrival, desk: Desk) -> tuple[Outgoing, ...]:
    """A press gets exactly one answer; an empty one where the message itself shows what happened.

    Who typed the words of an option pressed nothing, so that there is nothing to answer but in a message.
    """
    if arrival.press:
        return (choices.toast(turn.toast, arrival, desk.now),)
    return (Outgoing(text=turn.toast),) if turn.toast else ()


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
    if region not in (who.regions if where.private else (where.region,)):
        return None  # who has left the region since keeps what they had, and sees nothing newer; so does a channel
    return OpenDesk(tx=tx, now=desk.now, fresh=desk.fresh, person=who, region=here, chat=where)
