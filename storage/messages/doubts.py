"""Messages of which nobody knows whether they arrived, and what a person decided about them."""

from datetime import datetime

from programme.doubts import Doubt, item_of
from programme.events import DoubtSettled, Event
from programme.kept import found
from storage.database import Transaction
from storage.messages import bodies
from storage.moments import seconds

ANEW = "state = 'ready', queue = '', attempts = 0, ready_at = :now, said_at = :now"
THERE = "state = 'sent', shown_revision = revision, settled_at = :now"
LONGEST = 80  # of how a message begins: enough to find it by


def doubt(tx: Transaction, region: str, message: int) -> Doubt | None:
    """Return a region's message for a channel, as it stands now; None for no such message."""
    row = tx.row(
        """SELECT outbox.body, outbox.state, chats.title FROM outbox JOIN chats ON chats.key = outbox.sent_to
           WHERE outbox.key = :message AND outbox.region = :region""",
        message=message,
        region=region,
    )
    if row is None:
        return None
    last = _last_word(tx, message)
    return Doubt(
        message=message,
        channel=row["title"],
        begins=_beginning(bodies.found(row["body"]).text),
        open=row["state"] == "uncertain",
        again=last.again if last else None,
        by=last.person if last else "",
    )


def settle(tx: Transaction, region: str, message: int, now: datetime, *, again: bool) -> None:
    """Send a message in doubt once more, as if it were said now; or take it for shown."""
    change = ANEW if again else THERE
    tx.run(
        f"UPDATE outbox SET {change} WHERE key = :message AND region = :region AND state = 'uncertain'",
        message=message,
        region=region,
        now=seconds(now),
    )


def of(tx: Transaction, message: int) -> tuple[str | None, str | None]:
    """Return the region that a message is of, and the key of the chat to which it went."""
    row = tx.rows("SELECT region, sent_to FROM outbox WHERE key = :message", message=message)[0]
    return row["region"], row["sent_to"]


def _last_word(tx: Transaction, message: int) -> DoubtSettled | None:
    record = tx.value(
        "SELECT record FROM history WHERE item = :item AND what = 'DoubtSettled' ORDER BY key DESC LIMIT 1",
        item=item_of(message),
    )
    event = found(Event, record) if record else None
    return event if isinstance(event, DoubtSettled) else None


def _beginning(text: str) -> str:
    first = text.strip().partition("\n")[0]
    return first if len(first) <= LONGEST else f"{first[: LONGEST - 1].rstrip()}…"
