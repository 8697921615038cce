"""The outbox as delivery sees it: parcels are claimed when they are ready, and settled when their fate is known."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from programme.kept import found
from programme.messages import Drawing, Urgency
from storage import chats
from storage.database import Transaction
from storage.moments import maybe_moment, moment, seconds
from storage.outbox import Body, language


@dataclass(frozen=True, kw_only=True)
class Label:
    """A button as a platform sees it: its key, its number in the message, its label."""

    key: str
    number: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One revision of one message, claimed for delivery to a platform's address.

    ``receipt``: what the platform called the message when it was sent; None when it never was. ``private``: it comes
    with a link to a private chat with the bot, ``begin`` the command to carry out there. ``repeat``: it may stand
    there already.
    """

    key: int
    revision: int
    platform: str
    chat: str
    address: str
    urgency: Urgency
    language: str
    text: str
    buttons: tuple[Label, ...] = ()
    drawing: Drawing | None = None
    picture: str = ""
    answers: str = ""
    receipt: str | None = None
    attempts: int = 0
    aloud: bool = True
    private: bool = False
    begin: str = ""
    repeat: bool = False


@dataclass(frozen=True, kw_only=True)
class Unshown:
    """A message that nobody asked for, said at a moment that has gone by, and never shown."""

    key: int
    region: str
    person: str | None
    said_at: datetime


def unshown(tx: Transaction, now: datetime) -> list[Unshown]:
    """Return what was said unasked before ``now`` and would be delivered now."""
    rows = tx.rows(
        """SELECT key, region, person, said_at FROM outbox WHERE state = 'ready' AND urgency >= :unasked
           AND shown_revision = 0 AND region IS NOT NULL AND said_at < :now AND ready_at <= :now""",
        unasked=int(Urgency.REMINDER),
        now=seconds(now),
    )
    return [Unshown(**row | {"said_at": moment(row["said_at"])}) for row in rows]


def take_back(tx: Transaction, one: Unshown, now: datetime) -> bool:
    """Let a message that was never shown expire; what was due when it was said is due again.

    False for a message that nothing due brought about: taken back it would be lost.
    """
    row = tx.rows("SELECT person, chat, said_at FROM outbox WHERE key = :key", key=one.key)[0]
    due = tx.run(
        """UPDATE occurrences SET state = 'pending', settled_at = NULL, due_at = :now
           WHERE state = 'said' AND settled_at = :said_at AND person IS :person AND chat IS :chat""",
        now=seconds(now),
        **row,
    )
    if due:
        tx.run(
            "UPDATE outbox SET state = 'expired', settled_at = :now WHERE key = :key",
            key=one.key,
            now=seconds(now),
        )
    return due > 0


def hold(tx: Transaction, one: Unshown, at: datetime) -> None:
    """Let a message that was never shown wait until a moment."""
    tx.run("UPDATE outbox SET ready_at = :at WHERE key = :key", key=one.key, at=seconds(at))


def claim(tx: Transaction, now: datetime, limit: int) -> list[Parcel]:
    """Take what is ready, the most urgent first, at most one for each chat; what lost its point expires."""
    tx.run(
        """UPDATE outbox SET state = 'expired', settled_at = :now
           WHERE state = 'ready' AND shown_revision = 0 AND expires_at <= :now""",
        now=seconds(now),
    )
    rows = tx.rows(
        """SELECT key, chat, person FROM outbox WHERE state = 'ready' AND ready_at <= :now
           ORDER BY urgency, key LIMIT :limit""",
        now=seconds(now),
        limit=limit * 4,
    )
    busy = {row["sent_to"] for row in tx.rows("SELECT sent_to FROM outbox WHERE state = 'sending'")}
    parcels: list[Parcel] = []
    for row in rows:
        chat = row["chat"] or chats.private_chat(tx, row["person"])
        if chat is None:
            failed(tx, row["key"], now, "NoChat")
        elif chat not in busy and len(parcels) < limit:
            busy.add(chat)
            parcels.append(_claimed(tx, row["key"], chat))
    return parcels


def _claimed(tx: Transaction, key: int, chat: str) -> Parcel:
    row = tx.rows(
        """UPDATE outbox SET state = 'sending', sent_to = :chat, attempts = attempts + 1 WHERE key = :key
           RETURNING revision, urgency, body, receipt, attempts, repeats""",
        key=key,
        chat=chat,
    )[0]
    platform, address = chats.address(tx, chat)
    body = msgspec.json.decode(row["body"], type=Body)
    return Parcel(
        key=key,
        revision=row["revision"],
        platform=platform,
        chat=chat,
        address=address,
        urgency=Urgency(row["urgency"]),
        language=language(tx, chat),
        text=body.text,
        buttons=_buttons(tx, key, row["revision"]),
        drawing=found(Drawing, body.drawing),
        picture=body.picture,
        answers=body.answers,
        receipt=row["receipt"],
        attempts=row["attempts"],
        aloud=body.aloud,
        private=body.private,
        begin=body.begin,
        repeat=row["repeats"] > 0,
    )


def _buttons(tx: Transaction, key: int, revision: int) -> tuple[Label, ...]:
    rows = tx.rows(
        "SELECT key, number, label FROM buttons WHERE message = :key AND revision = :revision ORDER BY number",
        key=key,
        revision=revision,
    )
    return tuple(Label(**row) for row in rows)


def sent(tx: Transaction, key: int, revision: int, receipt: str, now: datetime) -> None:
    """Settle a revision as shown; a newer one that came meanwhile is ready to go."""
    tx.run(
        """UPDATE outbox SET shown_revision = :revision, receipt = :receipt, attempts = 0, settled_at = :now,
               state = CASE WHEN revision > :revision THEN 'ready' ELSE 'sent' END WHERE key = :key""",
        key=key,
        revision=revision,
        receipt=receipt,
        now=seconds(now),
    )


def retry(tx: Transaction, key: int, at: datetime, fault: str) -> None:
    """Settle as surely unsent: ready again at ``at``."""
    tx.run(
        "UPDATE outbox SET state = 'ready', ready_at = :at, fault = :fault WHERE key = :key",
        key=key,
        at=seconds(at),
        fault=fault,
    )


def failed(tx: Transaction, key: int, now: datetime, fault: str, state: str = "failed") -> None:
    """Settle as never to be said (``failed``) or as perhaps said (``uncertain``)."""
    tx.run(
        "UPDATE outbox SET state = :state, fault = :fault, settled_at = :now WHERE key = :key",
        key=key,
        state=state,
        fault=fault,
        now=seconds(now),
    )


def unsettled(tx: Transaction) -> list[tuple[int, str]]:
    """Return (row, platform) of what was being sent when the bot stopped."""
    rows = tx.rows(
        """SELECT outbox.key, chats.platform FROM outbox JOIN chats ON chats.key = outbox.sent_to
           WHERE state = 'sending' ORDER BY outbox.key"""
    )
    return [(row["key"], row["platform"]) for row in rows]


def next_ready(tx: Transaction, now: datetime) -> datetime | None:
    """Return when the next row becomes ready after ``now``, or None when nothing waits for a moment."""
    return maybe_moment(
        tx.value(
            "SELECT MIN(ready_at) FROM outbox WHERE state = 'ready' AND ready_at > :now", now=seconds(now)
        )
    )
