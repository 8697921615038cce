"""Chats in which a platform wants nothing for a while: kept, for a restart makes it no shorter."""

import math
from datetime import datetime, timedelta

from storage import marks
from storage.database import Transaction
from storage.moments import moment, seconds

NAME, AFTER = "blocked:", "blocked;"


def keep(tx: Transaction, platform: str, lane: str, until: datetime, now: datetime) -> None:
    """Note until when nothing may be sent in a lane of a platform, at its earliest; forget those that are over."""
    _forget_over(tx, now)
    marks.set_moment(tx, f"{NAME}{platform}:{lane}", moment(math.ceil(until.timestamp())))


def standing(tx: Transaction, now: datetime) -> list[tuple[str, str, timedelta]]:
    """Return (platform, lane, how much longer) of each that is not over; those that are, are forgotten."""
    _forget_over(tx, now)
    rows = tx.rows(
        "SELECT name, value FROM marks WHERE name >= :name AND name < :after",
        name=NAME,
        after=AFTER,
    )
    return [_block(row["name"], int(row["value"]), now) for row in rows]


def forget(tx: Transaction) -> None:
    """Let nothing be held back any more."""
    tx.run("DELETE FROM marks WHERE name >= :name AND name < :after", name=NAME, after=AFTER)


def _forget_over(tx: Transaction, now: datetime) -> None:
    tx.run(
        "DELETE FROM marks WHERE name >= :name AND name < :after AND CAST(value AS INTEGER) <= :now",
        name=NAME,
        after=AFTER,
        now=seconds(now),
    )


def _block(name: str, until: int, now: datetime) -> tuple[str, str, timedelta]:
    platform, _colon, lane = name.removeprefix(NAME).partition(":")
    return platform, lane, moment(until) - now
