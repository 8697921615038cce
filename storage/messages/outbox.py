"""All that the bot says, before and after it is said.

A row holds what a message should say (``revision``) and what the platform showed last (``shown_revision``,
``receipt``); delivery closes the gap. Wording is put into the reader's language here, where it is said.
"""

import secrets
from datetime import datetime, timedelta

from msgspec.structs import replace

from language.catalogue import Catalogue
from programme.fitting import in_one, in_parts
from programme.kept import found, keep
from programme.lengths import ended, room
from programme.messages import MOST_OPTIONS, Address, Button, Outgoing, Urgency, View
from programme.text import Text
from storage.database import Row, Transaction
from storage.messages import bodies
from storage.messages.readers import wording_for
from storage.moments import seconds

BUTTONS_LIVE = timedelta(days=60)
QUIETLY = Urgency.REMINDER  # a change of which nobody need hear lets every answer go first
AS_IT_STANDS = "key, chat, person, region, body, revision, view"
OVER = "('failed', 'expired', 'uncertain')"


def say(
    tx: Transaction,
    outgoing: Outgoing,
    *,
    asked_in: str | None,
    region: str | None,
    now: datetime,
    ready: datetime | None = None,
) -> int:
    """Put a message into the outbox, or a new revision of the one with its subject; return the row's key.

    What is too long for one message and will not change becomes several, in their order; the key is the last one's.
    ``ready``: it is not sent before, whatever it says by then.
    """
    to = outgoing.to or Address(chat=asked_in)
    standing = _standing(tx, to, outgoing.subject) if outgoing.subject else None
    wording = wording_for(tx, to)
    if standing is not None:
        _revise(tx, standing, outgoing, wording, now, ready)
        return int(standing["key"])
    whole = outgoing.subject or outgoing.view  # it may change, and only one message can
    said = (in_one(outgoing, wording.render),) if whole else in_parts(outgoing, wording.render)
    return [_put(tx, one, to, region, wording, now, ready) for one in said][-1]


def _put(
    tx: Transaction,
    outgoing: Outgoing,
    to: Address,
    region: str | None,
    wording: Catalogue,
    now: datetime,
    ready: datetime | None,
) -> int:
    key = tx.insert(
        "outbox",
        region=region,
        chat=to.chat,
        person=to.person,
        urgency=int(outgoing.urgency),
        subject=outgoing.subject,
        body=bodies.rendered(outgoing, wording),
        view=keep(outgoing.view) if outgoing.view else None,
        asks=bool(outgoing.buttons),
        state="expired" if to.person and _stopped(tx, to.person) else "ready",
        ready_at=seconds(ready or now),
        expires_at=seconds(outgoing.expires) if outgoing.expires else None,
        said_at=seconds(now),
    )
    _attach(tx, key, 1, outgoing, wording, region, now)
    return key


def _stopped(tx: Transaction, person: str) -> bool:
    """Whether somebody, wherever they are, wants no messages any more."""
    return bool(tx.value("SELECT 1 FROM people WHERE key = :key AND stopped_at IS NOT NULL", key=person))


def revise(
    tx: Transaction, key: int, outgoing: Outgoing, now: datetime, ready: datetime | None = None
) -> None:
    """Make a message say something else from now on; nothing happens when it says that already.

    ``ready``: not before this moment. What is there but cannot be changed, for it has no receipt, is said anew only
    aloud.
    """
    row = tx.row(f"SELECT {AS_IT_STANDS} FROM outbox WHERE key = :key", key=key)
    if row is not None:
        wording = wording_for(tx, Address(chat=row["chat"], person=row["person"]))
        _revise(tx, row, outgoing, wording, now, ready)


def _revise(
    tx: Transaction, row: Row, outgoing: Outgoing, wording: Catalogue, now: datetime, ready: datetime | None
) -> None:
    key = row["key"]
    outgoing = in_one(outgoing, wording.render)
    body, labels = bodies.rendered(outgoing, wording), _rendered(outgoing.buttons, wording)
    if bodies.same(body, row["body"]) and _labels(tx, key, row["revision"]) == labels:
        return
    tx.run(
        """UPDATE outbox SET body = :body, view = COALESCE(:view, view), asks = :asks, revision = revision + 1,
               ready_at = CASE shown_revision WHEN 0 THEN MAX(ready_at, :ready) ELSE :ready END, queue = '',
               urgency = CASE WHEN shown_revision > 0 THEN :urgency ELSE urgency END,
               state = CASE WHEN state = 'sending' OR (shown_revision > 0 AND receipt IS NULL AND NOT :aloud)
                   THEN state ELSE 'ready' END WHERE key = :key""",
        key=key,
        body=body,
        urgency=int(outgoing.urgency if outgoing.aloud else QUIETLY),
        aloud=outgoing.aloud,
        view=keep(outgoing.view) if outgoing.view else None,
        asks=bool(outgoing.buttons),
        ready=seconds(ready or now),
    )
    if row["view"]:
        tx.run("DELETE FROM shown WHERE message = :key", key=key)
    _attach(tx, key, row["revision"] + 1, outgoing, wording, row["region"], now)


def choose(
    tx: Transaction, key: int, revision: int, line: Text, choice: str, chooser: str, now: datetime
) -> None:
    """Let a message show what was chosen under it, in a line below its text, and take its buttons away.

    What has changed since ``revision``, or has a view of its own, shows it by itself: there it is only noted. So is it
    under what perhaps arrived, which nobody can change: it is not said anew.
    """
    row = tx.row(f"SELECT {AS_IT_STANDS} FROM outbox WHERE key = :key", key=key)
    if row is None:
        return
    body = replace(bodies.found(row["body"]), choice=choice, chooser=chooser)
    changed = row["revision"] == revision and row["view"] is None
    if changed:
        shown = wording_for(tx, Address(chat=row["chat"], person=row["person"])).render(line)
        most = room(attached=bool(body.drawing or body.picture))
        body = replace(body, text=ended(body.text, shown, most), aloud=False)
    tx.run(
        """UPDATE outbox SET body = :body, revision = revision + :changed, asks = asks AND NOT :changed,
               ready_at = CASE :changed WHEN 1 THEN :now ELSE ready_at END,
               urgency = CASE WHEN :changed AND shown_revision > 0 THEN :urgency ELSE urgency END,
               state = CASE WHEN :changed AND receipt IS NOT NULL AND state <> 'sending' THEN 'ready' ELSE state END
            WHERE key = :key""",
        key=key,
        body=bodies.kept(body),
        changed=changed,
        urgency=int(QUIETLY),
        now=seconds(now),
    )


def showing(tx: Transaction, item: str) -> list[tuple[int, View, str | None, str | None]]:
    """Return (row, view, chat, person) of every live message that shows ``item``, whose key is of one region."""
    rows = tx.rows(
        f"""SELECT outbox.key, view, chat, person FROM shown JOIN outbox ON outbox.key = shown.message
            WHERE item = :item AND view IS NOT NULL AND state NOT IN {OVER} ORDER BY outbox.key""",
        item=item,
    )
    views = ((row, found(View, row["view"])) for row in rows)
    return [(row["key"], view, row["chat"], row["person"]) for row, view in views if view is not None]


def said_to(tx: Transaction, person: str, since: datetime) -> list[View | None]:
    """Return the view of what a person was told in private since a moment, None without one; the newest first."""
    rows = tx.rows(
        """SELECT view FROM outbox WHERE shown_revision > 0 AND urgency <> :toast AND said_at >= :since AND (
               person = :person OR chat IN (SELECT key FROM chats WHERE person = :person AND kind = 'private'))
           ORDER BY key DESC""",
        person=person,
        since=seconds(since),
        toast=int(Urgency.TOAST),
    )
    return [found(View, row["view"]) for row in rows]


def said_since(tx: Transaction, subject: str, since: datetime) -> bool:
    """Whether anything with a subject that goes on from this one, "SUBJECT:…", was said after a moment."""
    return bool(
        tx.value(
            """SELECT 1 FROM outbox WHERE subject <> '' AND subject > :subject || ':' AND subject < :subject || ';'
               AND said_at > :since LIMIT 1""",
            subject=subject,
            since=seconds(since),
        )
    )


def withdraw(tx: Transaction, person: str, now: datetime) -> None:
    """Let what was not yet said, unasked, to a person expire: in person or in a private chat of theirs."""
    tx.run(
        """UPDATE outbox SET state = 'expired', settled_at = :now WHERE state = 'ready' AND shown_revision = 0
           AND urgency >= :unasked AND (person = :person
               OR chat IN (SELECT key FROM chats WHERE person = :person AND kind = 'private'))""",
        person=person,
        unasked=int(Urgency.REMINDER),
        now=seconds(now),
    )


def _standing(tx: Transaction, to: Address, subject: str) -> Row | None:
    return tx.row(
        f"""SELECT {AS_IT_STANDS} FROM outbox
            WHERE subject = :subject AND subject <> '' AND chat IS :chat AND person IS :person
            AND state NOT IN {OVER} AND NOT (receipt IS NOT NULL AND EXISTS (
                SELECT 1 FROM chats WHERE chats.key = sent_to AND gone_at IS NOT NULL))
            ORDER BY key DESC LIMIT 1""",
        subject=subject,
        chat=to.chat,
        person=to.person,
    )


def _attach(
    tx: Transaction,
    key: int,
    revision: int,
    outgoing: Outgoing,
    wording: Catalogue,
    region: str | None,
    now: datetime,
) -> None:
    labels = _rendered(outgoing.buttons, wording)
    tx.run_all(
        """INSERT INTO buttons (key, message, revision, number, label, action, region, expires_at)
           VALUES (:key, :message, :revision, :number, :label, :action, :region, :expires_at)""",
        [
            {
                "key": secrets.token_urlsafe(16),
                "message": key,
                "revision": revision,
                "number": max(number, 0),
                "label": label,
                "action": action,
                "region": region,
                "expires_at": seconds(now + BUTTONS_LIVE),
            }
            for number, (label, action) in enumerate(labels, 1 if outgoing.numbered else -MOST_OPTIONS)
        ],
    )
    items = dict.fromkeys(outgoing.view.items if outgoing.view else ())
    tx.run_all(
        "INSERT INTO shown (message, item) VALUES (:message, :item)",
        [{"message": key, "item": item} for item in items],
    )


def _labels(tx: Transaction, key: int, revision: int) -> list[tuple[str, str]]:
    rows = tx.rows(
        "SELECT label, action FROM buttons WHERE message = :key AND revision = :revision ORDER BY number",
        key=key,
        revision=revision,
    )
    return [(row["label"], row["action"]) for row in rows]


def _rendered(buttons: tuple[Button, ...], wording: Catalogue) -> list[tuple[str, str]]:
    """Return the label and the action of each button, as they are kept."""
    return [(wording.render(button.label), keep(button.press)) for button in buttons]
