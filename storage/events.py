"""From what happened to what is kept: each event has one function here, and every event a row of history."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from programme import events
from programme.kept import keep
from programme.records import OwnerAnswer
from storage import pictures, updates
from storage.chats import chats_kept
from storage.database import Transaction
from storage.messages import doubts
from storage.moments import seconds
from storage.people import people_kept
from storage.plan import indicators, meetings, progress, vanished


def apply(tx: Transaction, happened: Iterable[events.Event], now: datetime) -> None:
    """Keep what happened, in order, with its history."""
    for event in happened:
        tx.insert(
            "history",
            region=event.region,
            person=event.person or None,
            at=seconds(now),
            item=event.item,
            what=type(event).__name__,
            record=keep(event),
        )
        KEPT[type(event)](tx, event, now)


def _reported(tx: Transaction, event: events.Reported, now: datetime) -> None:
    updates.save(tx, event.update, now)
    pictures.attach(tx, event.update.key, event.person, event.update.details.pictures, now)


def _answered(tx: Transaction, event: events.Answered, now: datetime) -> None:
    answer = OwnerAnswer(
        position=event.position, owner="", stand=event.stand, forecast=event.forecast, by=event.person, at=now
    )
    progress.answer(tx, event.milestone, event.position, answer, event.reason, event.catch_up)


def _postponed(tx: Transaction, event: events.Postponed, now: datetime) -> None:
    progress.put_off(tx, event.milestone, event.person, event.until)


def _offered(tx: Transaction, event: events.HandoverOffered, now: datetime) -> None:
    progress.offer(tx, event.key, event.region, event.milestone, event.person, event.taker, now)


def _settled(tx: Transaction, event: events.HandoverSettled, now: datetime) -> None:
    progress.settle_offer(tx, event.key, event.position, event.accepted, now)


def _entered(tx: Transaction, event: events.IndicatorEntered, now: datetime) -> None:
    indicators.enter(tx, event.region, event.indicator, event.person, now)


def _planned(tx: Transaction, event: events.MeetingPlanned, now: datetime) -> None:
    meetings.plan(tx, event.meeting)


def _dropped(tx: Transaction, event: events.MeetingDropped, now: datetime) -> None:
    meetings.drop(tx, event.region, event.meeting)


def _withdrawn(tx: Transaction, event: events.Withdrawn, now: datetime) -> None:
    updates.withdraw(tx, event.region, event.update, now)


def _restored(tx: Transaction, event: events.Restored, now: datetime) -> None:
    updates.restore(tx, event.region, event.update)


def _merged(tx: Transaction, event: events.Merged, now: datetime) -> None:
    updates.merge(tx, event.region, event.update, event.into)


def _parted(tx: Transaction, event: events.Parted, now: datetime) -> None:
    updates.merge(tx, event.region, event.update, None)


def _confirmed(tx: Transaction, event: events.Confirmed, now: datetime) -> None:
    updates.confirm(tx, event.region, event.update, event.person if event.confirmed else None, now)


def _picture_cleared(tx: Transaction, event: events.PictureCleared, now: datetime) -> None:
    pictures.clear(tx, event.person, event.picture, now)


def _picture_dropped(tx: Transaction, event: events.PictureDropped, now: datetime) -> None:
    pictures.drop(tx, event.person, event.picture, now)


def _settled_vanished(tx: Transaction, event: events.VanishedSettled, now: datetime) -> None:
    vanished.settle(tx, event.region, event.vanished, event.stays, now)


def _settled_doubt(tx: Transaction, event: events.DoubtSettled, now: datetime) -> None:
    doubts.settle(tx, event.region, event.message, now, again=event.again)


KEPT: Mapping[type[events.Event], Callable[[Transaction, Any, datetime], None]] = {
    events.Reported: _reported,
    events.Answered: _answered,
    events.IndicatorEntered: _entered,
    events.MeetingPlanned: _planned,
    events.MeetingDropped: _dropped,
    events.Withdrawn: _withdrawn,
    events.Restored: _restored,
    events.Merged: _merged,
    events.Parted: _parted,
    events.Confirmed: _confirmed,
    events.PictureCleared: _picture_cleared,
    events.PictureDropped: _picture_dropped,
    events.Postponed: _postponed,
    events.HandoverOffered: _offered,
    events.HandoverSettled: _settled,
    events.VanishedSettled: _settled_vanished,
    events.DoubtSettled: _settled_doubt,
    **people_kept.KEPT,
    **chats_kept.KEPT,
}
