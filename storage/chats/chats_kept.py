"""What is kept of each event about chats, and what must be derived again after it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from programme import chat_events as happened
from programme.events import Event
from storage import occurrences
from storage.chats import chat_changes
from storage.database import Transaction
from storage.people import people, people_kept


def _lost(tx: Transaction, event: happened.ChatLost, now: datetime) -> None:
    chat_changes.lose(tx, event.chat, event.why, now)


def _found(tx: Transaction, event: happened.ChatFound, now: datetime) -> None:
    chat_changes.find(tx, event.chat)


def _moved(tx: Transaction, event: happened.ChatMoved, now: datetime) -> None:
    chat_changes.move(tx, event.chat, event.to)


def _titled(tx: Transaction, event: happened.ChatTitled, now: datetime) -> None:
    chat_changes.title(tx, event.chat, event.title)


def _topic_lost(tx: Transaction, event: happened.TopicLost, now: datetime) -> None:
    chat_changes.close_topic(tx, event.chat, event.why, now)


def _reach_lost(tx: Transaction, event: happened.ReachLost, now: datetime) -> None:
    chat_changes.lose(tx, event.chat, event.why, now)
    if not people.reached(tx, event.person):
        occurrences.withdraw(tx, event.person)
        people_kept.derive_all_again(tx, event.person)


def _reach_found(tx: Transaction, event: happened.ReachFound, now: datetime) -> None:
    chat_changes.find(tx, event.chat)
    people_kept.derive_all_again(tx, event.person)


KEPT: Mapping[type[Event], Callable[[Transaction, Any, datetime], None]] = {
    happened.ChatLost: _lost,
    happened.ChatFound: _found,
    happened.ChatMoved: _moved,
    happened.ChatTitled: _titled,
    happened.TopicLost: _topic_lost,
    happened.ReachLost: _reach_lost,
    happened.ReachFound: _reach_found,
}
