"""The outbox as delivery sees it: parcels are claimed when they are ready, and settled when their fate is known."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from programme.kept import found
from programme.messages import Address, Drawing, Urgency
from storage.chats.chats import Place
from storage.database import Transaction
from storage.messages import bodies
from storage.messages.readers import language
from storage.moments import moment, seconds


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
    there already. ``personal``: it goes to one person's own chat.
    """

    key: int
    revision: int
    platform: str
    chat: str
    address: str
    urgency: Urgency
    language: str
    text: str
    personal: bool = True
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
class Standing:
    """How a message stands of which nobody knows whether it arrived. ``personal``: it was for one person."""

    platform: str
    chat: str
    personal: bool
    urgency: Urgency
    shown: bool
    repeats: int


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A message that was shown, to the second."""

    platform: str
    address: str
    personal: bool
    at: datetime


def take_back(tx: Transaction, key: int, now: datetime) -> bool:
    """Let a message that was never shown expire; what was due when it was said is due again.

    False for a message that nothing due brought about: taken back it would be lost.
    """
    row = tx.rows("SELECT person, chat, said_at FROM outbox WHERE key = :key", key=key)[0]
    due = tx.run(
        """UPDATE occurrences SET state = 'pending', settled_at = NULL, due_at = :now
           WHERE state = 'said' AND settled_at = :said_at AND person IS :person AND chat IS :chat""",
        now=seconds(now),
        **row,
    )
    if due:
        tx.run(
            "UPDATE outbox SET state = 'expired', settled_at = :now WHERE key = :key",
            key=key,
            now=seconds(now),
        )
    return due > 0


def hold(tx: Transaction, key: int, at: datetime) -> None:
    """Let a message wait until a moment."""
    tx.run("UPDATE outbox SET ready_at = :at, queue = '' WHERE key = :key", key=key, at=seconds(at))


def claim(tx: Transaction, key: int, place: Place) -> Parcel:
    """Take a message on its way to a chat; it is settled when its fate is known."""
    row = tx.rows(
        """UPDATE outbox SET state = 'sending', queue = '', sent_to = :chat, attempts = attempts + 1
           WHERE key = :key RETURNING revision, urgency, body, asks, receipt, attempts, repeats""",
        key=key,
        chat=place.chat,
    )[0]
    body = bodies.found(row["body"])
    return Parcel(
        key=key,
        revision=row["revision"],
        platform=place.platform,
        chat=place.chat,
        address=place.address,
        personal=place.private,
        urgency=Urgency(row["urgency"]),
        language=body.language or language(tx, Address(chat=place.chat)),
        text=body.text,
        buttons=_buttons(tx, key, row["revision"]) if row["asks"] else (),
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


def keep_order(tx: Transaction, key: int) -> None:
    """Let what was said with a message that is tried again later, and comes below it, wait for it."""
    row = tx.row(
        "SELECT chat, person, urgency, said_at, ready_at FROM outbox WHERE key = :key AND state = 'ready'",
        key=key,
    )
    if row:
        tx.run(
            """UPDATE outbox SET ready_at = :ready_at, queue = '' WHERE chat IS :chat AND key > :key
               AND state = 'ready' AND shown_revision = 0 AND person IS :person AND urgency = :urgency
               AND said_at = :said_at AND ready_at < :ready_at""",
            key=key,
            **row,
        )


def put_back(tx: Transaction, key: int, fault: str) -> None:
    """Settle as not tried: it stands where it stood, as soon as its chat is free."""
    tx.run(
        "UPDATE outbox SET state = 'ready', attempts = attempts - 1, fault = :fault WHERE key = :key",
        key=key,
        fault=fault,
    )


def repeat(tx: Transaction, key: int, at: datetime, fault: str) -> None:
    """Settle as perhaps shown, and to be sent once more, marked as a repeat, at ``at``."""
    tx.run("UPDATE outbox SET repeats = repeats + 1 WHERE key = :key", key=key)
    retry(tx, key, at, fault)


def say_anew(tx: Transaction, key: int, now: datetime, fault: str) -> None:
    """Settle an edit of a message that is no more: what it says becomes a new one."""
    tx.run("UPDATE outbox SET receipt = NULL WHERE key = :key", key=key)
    retry(tx, key, now, fault)


def leave_out_the_file(tx: Transaction, key: int, now: datetime, fault: str) -> None:
    """Settle as too large, or not allowed: the words go without the picture or paper."""
    body = bodies.found(tx.value("SELECT body FROM outbox WHERE key = :key", key=key))
    bare = bodies.kept(replace(body, drawing="", picture=""))
    tx.run("UPDATE outbox SET body = :body WHERE key = :key", key=key, body=bare)
    retry(tx, key, now, fault)


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


def lately(tx: Transaction, since: datetime) -> list[Sent]:
    """Return what was shown since a moment, in order, toasts left out; it reads everything, once at the start."""
    rows = tx.rows(
        """SELECT platform, address, kind = 'private' AS personal, settled_at FROM outbox
           JOIN chats ON chats.key = sent_to WHERE settled_at > :since AND receipt IS NOT NULL
           AND urgency > :toast ORDER BY settled_at""",
        since=seconds(since),
        toast=int(Urgency.TOAST),
    )
    return [
        Sent(
            platform=row["platform"],
            address=row["address"],
            personal=bool(row["personal"]),
            at=moment(row["settled_at"]),
        )
        for row in rows
    ]


def standing(tx: Transaction, key: int) -> Standing:
    """Return how a message stands that was on its way to a chat."""
    row = tx.rows(
        """SELECT platform, chats.key AS chat, kind = 'private' AS personal, urgency, receipt IS NOT NULL AS shown,
               repeats FROM outbox JOIN chats ON chats.key = sent_to WHERE outbox.key = :key""",
        key=key,
    )[0]
    flags = {name: bool(row[name]) for name in ("personal", "shown")}
    return Standing(**row | flags | {"urgency": Urgency(row["urgency"])})
