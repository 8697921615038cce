"""Which arrivals with attachments are brought in next: the oldest of each chat, as far as there is room.

There are few places, and one chat never has two of them. What was tried in vain takes some of them and never all, so
that what hangs, in however many chats, does not hold back what comes at once. What need not be fetched takes none, nor
does what was tried and has waited for too long: it is answered without.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from msgspec.structs import replace

from documents.attachments import IN_A_GROUP
from handlers import commands
from storage.chats import chats
from storage.database import Transaction
from storage.messages import inbox
from storage.messages.inbox import Arrival
from storage.people import people

PHOTO = "photo"
AT_ONCE = 4  # arrivals; each holds one file of at most 20 MB
AGAIN = 2  # of those, at most, that were tried in vain before
AT_LAST = timedelta(minutes=3)  # after it came, what was tried in vain is tried no more
LOOKED_AT = 64  # arrivals, for those among them that need no place


class Place(Enum):
    """What an arrival takes while it is brought in: one of few places, to be fetched at first or again; or none,
    and it is not fetched.
    """

    NONE = auto()
    FIRST = auto()
    AGAIN = auto()


def due(
    tx: Transaction, now: datetime, flying: Mapping[int, Place], last: int | None
) -> list[tuple[Arrival, Place]]:
    """Return what to begin with beside what is being brought in: as much as there is room for, or needs none."""
    taken = Counter(flying.values())
    found: list[tuple[Arrival, Place]] = []
    for place, most in ((Place.AGAIN, AGAIN), (Place.FIRST, AT_ONCE)):
        for one in inbox.to_fetch(tx, now, LOOKED_AT, last, again=place is Place.AGAIN):
            if one.key in flying:
                continue
            late = place is Place.AGAIN and inbox.received_at(tx, one.key) + AT_LAST < now
            takes = place if not late and _fetches(tx, one) else Place.NONE
            full = taken[place] >= most or taken[Place.FIRST] + taken[Place.AGAIN] >= AT_ONCE
            if takes is Place.NONE or not full:
                taken[takes] += 1
                found.append((one, takes))
    return found


def _fetches(tx: Transaction, first: Arrival) -> bool:
    """Whether anything of an arrival is fetched at all: of what is no photo it is known what to say."""
    return any(one.kind == PHOTO for one in _wanted(tx, _joined(inbox.parts(tx, first))).attachments)


def begun(tx: Transaction, first: Arrival, now: datetime) -> Arrival:
    """Make one arrival of an album, which its first part stands for; return what is to be fetched of it."""
    parts = inbox.parts(tx, first)
    wanted = _wanted(tx, _joined(parts))
    inbox.keep_instead(tx, wanted)
    for part in parts[1:]:
        inbox.done(tx, part.key, now)
    return wanted


def _joined(parts: Sequence[Arrival]) -> Arrival:
    return replace(
        parts[0],
        album="",
        text="\n".join(part.text for part in parts if part.text),
        attachments=tuple(attachment for part in parts for attachment in part.attachments),
        addressed=any(part.addressed for part in parts),
    )


def _wanted(tx: Transaction, arrival: Arrival) -> Arrival:
    """Return an arrival with what of its attachments is to be looked at.

    In a group that is what is meant for the bot, and no photo: who is on it is asked in private. Nor is one taken of
    somebody who takes part nowhere.
    """
    chat = chats.chat(tx, arrival.chat)
    others = tuple(one for one in arrival.attachments if one.kind != PHOTO)
    if chat is not None and chat.private:
        person = people.behind(tx, arrival.platform, arrival.account)
        return arrival if person and person.regions else replace(arrival, attachments=others)
    if commands.addressed(arrival.text, arrival.addressed) is None:
        return replace(arrival, attachments=())
    seen = (IN_A_GROUP,) if others != arrival.attachments else ()
    return replace(arrival, attachments=others, declined=(*arrival.declined, *seen))
