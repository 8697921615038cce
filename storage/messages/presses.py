"""From what a person did (a button's key, a number, the words of an option) to the action on the server."""

from dataclasses import dataclass, replace
from datetime import datetime

from programme.kept import found
from programme.messages import Action, Urgency
from storage.database import Row, Transaction
from storage.messages import bodies
from storage.moments import seconds


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """The action behind a button, and the message that it stood under.

    ``chat``: where that message is; ``owner``: whose private chat that is, if anybody's. ``revision``: the message's
    newest; whether that offers the action (``offered``), and whether it offers anything (``others``). ``choice``: what
    was chosen under it before, by ``chooser`` ("" where only one person reads along).
    """

    action: Action | None
    message: int
    region: str | None
    expired: bool
    owner: str | None
    label: str
    chat: str
    revision: int
    offered: bool = True
    others: bool = True
    choice: str = ""
    chooser: str = ""


def pressed(tx: Transaction, key: str, now: datetime) -> Pressed | None:
    """Return what waits behind a button's key, or None for a key that never was (or is long gone)."""
    row = tx.row(
        """SELECT action, message, label, buttons.region, buttons.expires_at, buttons.revision AS stood,
               outbox.revision, body, COALESCE(outbox.chat, sent_to, '') AS chat,
               COALESCE(outbox.person, chats.person) AS owner
           FROM buttons JOIN outbox ON outbox.key = message LEFT JOIN chats ON chats.key = outbox.chat
           WHERE buttons.key = :key""",
        key=key,
    )
    if row is None:
        return None
    known = _pressed(row, now)
    return known if row["stood"] == row["revision"] else _since(tx, known, row)


def stands_in(tx: Transaction, key: str) -> str | None:
    """Return the key of the chat to which the message was said that a button stands under; None for a person's own."""
    chat = tx.value(
        "SELECT chat FROM outbox WHERE key = (SELECT message FROM buttons WHERE key = :key)", key=key
    )
    return None if chat is None else str(chat)


def _pressed(row: Row, now: datetime) -> Pressed:
    return Pressed(
        action=found(Action, row["action"]),
        message=row["message"],
        region=row["region"],
        expired=row["expires_at"] <= seconds(now),
        owner=row["owner"],
        label=row["label"],
        chat=row["chat"],
        revision=row["revision"],
    )


def _since(tx: Transaction, known: Pressed, row: Row) -> Pressed:
    """Say of a button that stood under an older revision what became of the message."""
    now_there = tx.rows(
        "SELECT action FROM buttons WHERE message = :message AND revision = :revision",
        message=known.message,
        revision=known.revision,
    )
    body = bodies.found(row["body"])
    return replace(
        known,
        offered=row["action"] in [one["action"] for one in now_there],
        others=bool(now_there),
        choice=body.choice,
        chooser=body.chooser,
    )


def chosen(
    tx: Transaction,
    chat: str,
    text: str,
    now: datetime,
    *,
    person: str | None,
) -> Pressed | None:
    """Return the action of the option that ``text`` names (number or label) in the newest open question of a chat.

    ``person``: whose private chat it is, None for a channel; what was said to them stands there too.
    """
    said = text.strip().casefold()
    for option in _options(tx, chat, person) if said else ():
        if said in (str(option["number"] or ""), option["label"].casefold()):
            return _pressed(option, now)
    return None


def offered(tx: Transaction, chat: str, person: str, now: datetime, since: datetime) -> list[Pressed]:
    """Return the options of what somebody read last in their private chat, in their order.

    None where it asks nothing, or was said before ``since``: what was asked before is for whoever names an option.
    """
    last = tx.value(
        f"SELECT MAX({_READ.format(where='chat = :chat')}, {_READ.format(where='person = :person')})",
        chat=chat,
        person=person,
        since=seconds(since),
        toast=int(Urgency.TOAST),
    )
    options = _options(tx, chat, person)
    return [_pressed(option, now) for option in options if option["message"] == last]


def _options(tx: Transaction, chat: str, person: str | None) -> list[Row]:
    return tx.rows(
        f"""SELECT number, label, action, message, buttons.region, buttons.expires_at, NULL AS owner, :chat AS chat,
                buttons.revision
            FROM outbox JOIN buttons ON message = outbox.key AND buttons.revision = outbox.revision
            WHERE outbox.key = MAX({_ASKED.format(where="chat = :chat")}, {_ASKED.format(where="person = :person")})
            ORDER BY buttons.rowid""",
        chat=chat,
        person=person,
    )


# The newest message with options, 0 where there is none.
_ASKED = """COALESCE((SELECT key FROM outbox WHERE {where} AND asks AND state IN ('sent', 'ready')
    ORDER BY key DESC LIMIT 1), 0)"""

# The newest message that arrived there since a moment, 0 where there is none; a toast passes by.
_READ = """COALESCE((SELECT key FROM outbox WHERE {where} AND shown_revision > 0 AND urgency <> :toast
    AND said_at >= :since ORDER BY key DESC LIMIT 1), 0)"""
