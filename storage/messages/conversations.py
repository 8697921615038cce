"""Dialogues that wait for an answer, one for each chat and person; a restart changes nothing about them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec

from programme.dialogue import Dialogue
from programme.kept import found, keep
from programme.messages import Draft
from storage.database import Transaction
from storage.moments import maybe_moment, seconds

PATIENCE = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A dialogue as JSON; the draft under the name of its class."""

    key: str
    region: str
    draft: str
    asking: str
    trail: tuple[str, ...]
    step: int
    page: int


def current(tx: Transaction, chat: str, person: str) -> tuple[Dialogue | None, str | None]:
    """Return the dialogue of a person in a chat, None without one; and what was typed in one that no longer fits."""
    text = tx.value(
        "SELECT state FROM conversations WHERE chat = :chat AND person = :person", chat=chat, person=person
    )
    dialogue = _dialogue(text) if text else None
    return dialogue, _typed(text) if text and dialogue is None else None


def _typed(text: str) -> str:
    """Return the texts of a draft, whatever its fields are called now."""
    try:
        draft: dict[str, Any] = msgspec.json.decode(msgspec.json.decode(text)["draft"])["has"]
        values = [value for value in draft.values() if isinstance(value, str)]
    except (msgspec.MsgspecError, KeyError, TypeError, AttributeError):
        return ""
    return draft["said"] if draft.get("said") else "\n".join(value for value in values if " " in value)


def end_all(tx: Transaction, person: str) -> None:
    """Forget every dialogue of a person."""
    tx.run("DELETE FROM conversations WHERE person = :person", person=person)


def keep_on(tx: Transaction, chat: str, person: str, dialogue: Dialogue, now: datetime) -> None:
    """Keep where a dialogue stands; it waits three days from now."""
    tx.run(
        """INSERT INTO conversations (chat, person, region, state, touched_at, expires_at)
           VALUES (:chat, :person, :region, :state, :now, :expires)
           ON CONFLICT (chat, person) DO UPDATE SET region = excluded.region, state = excluded.state,
               touched_at = excluded.touched_at, expires_at = excluded.expires_at""",
        chat=chat,
        person=person,
        region=dialogue.region,
        state=_state(dialogue),
        now=seconds(now),
        expires=seconds(now + PATIENCE),
    )


def end(tx: Transaction, chat: str, person: str) -> None:
    """Forget a dialogue that is over."""
    tx.run("DELETE FROM conversations WHERE chat = :chat AND person = :person", chat=chat, person=person)


def expired(tx: Transaction, now: datetime) -> list[tuple[str, str, str, Dialogue | None]]:
    """Return (chat, person, region, dialogue) of every dialogue that has waited long enough."""
    rows = tx.rows(
        "SELECT chat, person, region, state FROM conversations WHERE expires_at <= :now ORDER BY expires_at",
        now=seconds(now),
    )
    return [(row["chat"], row["person"], row["region"] or "", _dialogue(row["state"])) for row in rows]


def put_off(tx: Transaction, chat: str, person: str, at: datetime) -> None:
    """Let a dialogue wait until a moment."""
    tx.run(
        "UPDATE conversations SET expires_at = :at WHERE chat = :chat AND person = :person",
        chat=chat,
        person=person,
        at=seconds(at),
    )


def next_expiry(tx: Transaction) -> datetime | None:
    """Return when the next dialogue expires, or None when none is open."""
    return maybe_moment(tx.value("SELECT MIN(expires_at) FROM conversations"))


def _state(dialogue: Dialogue) -> str:
    fields = {name: getattr(dialogue, name) for name in Kept.__dataclass_fields__}
    return msgspec.json.encode({**fields, "draft": keep(dialogue.draft)}).decode()


def _dialogue(text: str) -> Dialogue | None:
    try:
        kept = msgspec.json.decode(text, type=Kept)
    except msgspec.MsgspecError:
        return None
    draft = found(Draft, kept.draft)
    if draft is None:
        return None
    return Dialogue(
        key=kept.key,
        region=kept.region,
        draft=draft,
        asking=kept.asking,
        trail=kept.trail,
        step=kept.step,
        page=kept.page,
    )
