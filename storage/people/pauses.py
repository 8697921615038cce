"""Pauses: the days on which somebody wants to hear nothing unasked."""

from datetime import date

from programme.calendar import DAY, Period
from storage.database import Transaction


def of(tx: Transaction, person: str) -> list[Period]:
    """Return every pause of a person, the earliest first."""
    rows = tx.rows("SELECT first, last FROM pauses WHERE person = :person ORDER BY first", person=person)
    day = date.fromisoformat
    return [Period(first=day(row["first"]), last=day(row["last"])) for row in rows]


def add(tx: Transaction, person: str, first: date, last: date) -> None:
    """Keep a pause: nothing unasked on these days."""
    tx.run(
        "INSERT INTO pauses (person, first, last) VALUES (:person, :first, :last)",
        person=person,
        first=first.isoformat(),
        last=last.isoformat(),
    )


def end(tx: Transaction, person: str, today: date) -> None:
    """Let a pause end yesterday and forget those to come: on days gone by nobody was silent, they were away."""
    days = {"today": today.isoformat(), "yesterday": (today - DAY).isoformat()}
    tx.run(
        "DELETE FROM pauses WHERE person = :person AND first >= :today", person=person, today=days["today"]
    )
    tx.run(
        "UPDATE pauses SET last = :yesterday WHERE person = :person AND last >= :today", person=person, **days
    )
