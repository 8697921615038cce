"""What was asked and not answered: the days on which somebody was reminded, and who else may hear of it."""

from datetime import date, datetime

from storage.database import Transaction
from storage.moments import local_day, maybe_moment, moment

REMINDERS = "('start', 'ask', 'before', 'today', 'late', 'undated')"


def asked_on(tx: Transaction, milestone: str, person: str, zone: str) -> tuple[date, ...]:
    """Return the local days on which somebody was reminded of a milestone."""
    rows = tx.rows(
        f"""SELECT settled_at AS at FROM occurrences
            WHERE item = :milestone AND person = :person AND state = 'said' AND rule IN {REMINDERS}
            ORDER BY at""",
        milestone=milestone,
        person=person,
    )
    return tuple(local_day(row["at"], zone) for row in rows)


def reported_on(tx: Transaction, milestone: str, zone: str) -> tuple[date, ...]:
    """Return the local days on which anybody reported on a milestone."""
    rows = tx.rows(
        "SELECT at FROM history WHERE item = :milestone AND what IN ('Answered', 'Reported') ORDER BY at",
        milestone=milestone,
    )
    return tuple(local_day(row["at"], zone) for row in rows)


def colleagues(tx: Transaction, milestone: str, person: str) -> list[str]:
    """Return who hears when a milestone's lead team is silent: its deputies and coordinators but the one asked."""
    rows = tx.rows(
        """SELECT DISTINCT people.key, memberships.place FROM owners
           JOIN memberships ON memberships.team = owners.team AND memberships.ended_at IS NULL
           JOIN people ON people.key = memberships.person AND people.stopped_at IS NULL
           WHERE owners.milestone = :milestone AND owners.position = 0 AND people.key <> :person
               AND memberships.place IN ('deputy', 'coordinator') ORDER BY memberships.place DESC, people.key""",
        milestone=milestone,
        person=person,
    )
    return [row["key"] for row in rows]


def late_said(tx: Transaction, person: str) -> datetime | None:
    """Return when somebody heard last of something late."""
    return maybe_moment(
        tx.value(
            """SELECT MAX(settled_at) FROM occurrences
               WHERE person = :person AND rule = 'late' AND state = 'said'""",
            person=person,
        )
    )


def reminder_said(tx: Transaction, person: str, subject: str) -> datetime | None:
    """Return when somebody's reminder of a day was said, or None when it was not, or was taken back."""
    at = tx.value(
        """SELECT MAX(said_at) FROM outbox WHERE subject = :subject AND subject <> '' AND person = :person
           AND state <> 'expired'""",
        person=person,
        subject=subject,
    )
    return None if at is None else moment(at)
