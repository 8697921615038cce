"""What follows from each class of error: one table, from what kept a parcel from being shown to how it is settled.

A platform's adapter says what an error means; nothing here knows which platform it was.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from handlers import dispatch
from jobs.pace import lane
from jobs.sender import Forbidden, Gone, Moved, Refused, TooLarge, Uncertain, Unsent
from jobs.worker import fault_in
from programme.happenings import Happened, Happening
from programme.messages import Urgency
from programme.rules import Rules
from storage.chats import chats
from storage.database import Transaction
from storage.messages import blocks, parcels, queues
from storage.messages.parcels import Parcel

PAUSES = tuple(timedelta(seconds=s) for s in (1, 5, 30, 120, 600, 3600))
ATTEMPTS = 12  # of a fault of ours: by then it was tried for some hours
# What surely did not arrive is tried for a week: a platform that is down for days costs no message. Who waits for an
# answer is there when the platform is again, and answers are few then, so their pauses stay short.
OUTAGE = 7 * 24
ANSWERS = 4  # of the pauses
ANSWERED = 7 * 24 * 30
MOVES = 3  # at once; after that it is followed as slowly as what does not arrive
REPEATS = 1
log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of a parcel at ``now``. ``harmless``: handed over twice, it is still shown once."""

    parcel: Parcel
    error: Exception
    now: datetime
    rules: Callable[[str], Rules]
    harmless: bool

    @property
    def fault(self) -> str:
        """The name of the class of error."""
        return type(self.error).__name__


def shown(
    tx: Transaction, parcel: Parcel, receipt: str, now: datetime, rules: Callable[[str], Rules]
) -> None:
    """Write down that a parcel was shown; a group in which nothing could be said is heard in again."""
    parcels.sent(tx, parcel.key, parcel.revision, receipt, now)
    if not parcel.personal and parcel.urgency is not Urgency.TOAST and chats.silenced(tx, parcel.chat):
        where = parcel.platform, lane(parcel.address)  # what holds for a topic holds for its whole group
        heard = Happening(kind=Happened.HEARD)
        _tell(tx, parcel.key, lambda: dispatch.happened(tx, *where, heard, now, rules))


def settle(tx: Transaction, fate: Fate) -> None:
    """Write down what follows from an error."""
    known = next(each for each in type(fate.error).__mro__ if each in OUTCOMES)
    OUTCOMES[known](tx, fate)


def _unsent(tx: Transaction, fate: Fate) -> None:
    """It goes again: when the platform says so, or after a pause that grows."""
    parcel, wait = fate.parcel, fate.error.wait if isinstance(fate.error, Unsent) else None
    if not wait:
        _again_for_long(tx, fate, "failed")
        parcels.keep_order(tx, parcel.key)
    elif parcel.urgency is Urgency.TOAST:  # no lane holds it
        parcels.retry(tx, parcel.key, fate.now + wait, fate.fault)
    else:
        parcels.put_back(tx, parcel.key, fate.fault)
        blocks.keep(tx, parcel.platform, lane(parcel.address), fate.now + wait, fate.now)


def _again_for_long(tx: Transaction, fate: Fate, state: str) -> None:
    """Try again for a week."""
    if fate.parcel.urgency <= Urgency.REPLY:
        _again(tx, fate, ANSWERED, state, PAUSES[:ANSWERS])
    else:
        _again(tx, fate, OUTAGE, state)


def _again(
    tx: Transaction, fate: Fate, attempts: int, state: str, pauses: Sequence[timedelta] = PAUSES
) -> None:
    """Try again after a pause that grows, so many times in all; then settle it for good."""
    parcel = fate.parcel
    if parcel.attempts >= attempts:
        parcels.failed(tx, parcel.key, fate.now, fate.fault, state)
        return
    pause = pauses[min(max(parcel.attempts, 1), len(pauses)) - 1]
    parcels.retry(tx, parcel.key, fate.now + pause, fate.fault)


def _uncertain(tx: Transaction, fate: Fate) -> None:
    if fate.harmless:
        _again_for_long(tx, fate, "uncertain")
        return
    perhaps_shown(tx, fate.parcel.key, fate.fault, fate.now, fate.rules)


def perhaps_shown(
    tx: Transaction, key: int, fault: str, now: datetime, rules: Callable[[str], Rules]
) -> None:
    """Settle what may have arrived: once more to a person, marked; of news for a channel a person decides."""
    standing = parcels.standing(tx, key)
    news = not standing.personal and standing.urgency >= Urgency.REMINDER
    if not news and standing.repeats < REPEATS:
        parcels.repeat(tx, key, now + PAUSES[0], fault)
        parcels.keep_order(tx, key)
        return
    parcels.failed(tx, key, now, fault, "uncertain")
    if news:
        _tell(tx, key, lambda: dispatch.in_doubt(tx, key, now, rules))


def _gone(tx: Transaction, fate: Fate) -> None:
    parcel, why = fate.parcel, fate.error.happened if isinstance(fate.error, Gone) else None
    if why is not None:
        _happened(tx, fate, Happening(kind=why))
    if parcel.receipt is not None and parcel.aloud:
        parcels.say_anew(tx, parcel.key, fate.now, fate.fault)
    elif why is not None:
        _elsewhere(tx, fate)
    elif parcel.receipt is None:
        parcels.failed(tx, parcel.key, fate.now, fate.fault)
    else:
        parcels.sent(tx, parcel.key, parcel.revision, parcel.receipt, fate.now)


def _moved(tx: Transaction, fate: Fate) -> None:
    to = fate.error.to if isinstance(fate.error, Moved) else ""
    _happened(tx, fate, Happening(kind=Happened.MOVED, to=to))
    _elsewhere(tx, fate)


def _elsewhere(tx: Transaction, fate: Fate) -> None:
    """Send it where its reader is found from now on: at another address, in another chat; or nowhere."""
    parcel = fate.parcel
    place = queues.place(tx, parcel.key)
    stays = (
        place is None or place.gone or (place.platform, place.address) == (parcel.platform, parcel.address)
    )
    if stays:
        parcels.failed(tx, parcel.key, fate.now, fate.fault)
    elif parcel.attempts > MOVES:
        _again(tx, fate, OUTAGE, "failed")
    else:
        parcels.retry(tx, parcel.key, fate.now, fate.fault)


def _forbidden(tx: Transaction, fate: Fate) -> None:
    if _without_its_file(tx, fate):
        return
    if not fate.parcel.personal:
        _happened(tx, fate, Happening(kind=Happened.SILENCED))
    parcels.failed(tx, fate.parcel.key, fate.now, fate.fault)


def _happened(tx: Transaction, fate: Fate, happening: Happening) -> None:
    where = fate.parcel.platform, fate.parcel.address
    _tell(tx, fate.parcel.key, lambda: dispatch.happened(tx, *where, happening, fate.now, fate.rules))


def _tell(tx: Transaction, key: int, telling: Callable[[], None]) -> None:
    """Let people know; a fault of ours in that keeps no message from being settled."""
    fault = fault_in(tx, telling)
    if fault:
        log.error("delivery.untold", message=key, fault=type(fault).__name__, exc_info=fault)


def _too_large(tx: Transaction, fate: Fate) -> None:
    if not _without_its_file(tx, fate):
        parcels.failed(tx, fate.parcel.key, fate.now, fate.fault)


def _without_its_file(tx: Transaction, fate: Fate) -> bool:
    """Try the words alone, if that is something else: in some groups a bot may write, but send no pictures."""
    has = bool(fate.parcel.drawing or fate.parcel.picture)
    if has:
        parcels.leave_out_the_file(tx, fate.parcel.key, fate.now, fate.fault)
    return has


def _refused(tx: Transaction, fate: Fate) -> None:
    parcels.failed(tx, fate.parcel.key, fate.now, fate.fault)


def _fault(tx: Transaction, fate: Fate) -> None:
    """A fault of ours may have shown it or not; it settles its row like any other, or the chat would wait."""
    _again(tx, fate, ATTEMPTS if fate.harmless else 0, "uncertain")


OUTCOMES: Mapping[type[BaseException], Callable[[Transaction, Fate], None]] = {
    Unsent: _unsent,
    Uncertain: _uncertain,
    Gone: _gone,
    Moved: _moved,
    Forbidden: _forbidden,
    TooLarge: _too_large,
    Refused: _refused,
    Exception: _fault,
}
