"""What was asked and not answered: the days on which somebody was reminded, and who else may hear of it."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from storage.database import Transaction
from storage.moments import local_day, seconds
from storage.people.people import REACHED
from storage.plan.plans import REMINDED

REMINDERS = "('start', 'ask', 'before', 'today', 'late', 'undated')"


def asked_on(
    tx: Transaction, milestone: str, person: str, zone: str, *, after: datetime, most: int
) -> tuple[date, ...]:
    """Return the first local days, ``most`` of them, on which somebody was reminded of a milestone from a moment on."""
    rows = tx.rows(
        f"""SELECT DISTINCT settled_at AS at FROM occurrences
            WHERE item = :milestone AND person = :person AND state = 'said' AND rule IN {REMINDERS}
                AND settled_at >= :after ORDER BY at LIMIT :most""",
        milestone=milestone,
        person=person,
        after=seconds(after),
        most=most,
    )
    return tuple(local_day(row["at"], zone) for row in rows)


def first_asked(tx: Transaction, after: Mapping[str, datetime], zone: str) -> dict[str, dict[str, date]]:
    """Return for each milestone the first local day on which each person was reminded of it from its moment on.

    Of everybody who is to be reminded of it; who was not yet, or not again, is left out.
    """
    rows = tx.rows(
        f"""SELECT milestone, person, (SELECT settled_at FROM occurrences
                WHERE item = milestone AND occurrences.person = reminded.person AND settled_at >= after
                    AND state = 'said' AND rule IN {REMINDERS} ORDER BY settled_at LIMIT 1) AS at
            FROM (SELECT DISTINCT owners.milestone, people.key AS person, wanted.value AS after
                {REMINDED} JOIN json_each(:after) AS wanted ON wanted.key = owners.milestone) AS reminded""",
        after=msgspec.json.encode({key: seconds(moment) for key, moment in after.items()}).decode(),
    )
    asked: dict[str, dict[str, date]] = {key: {} for key in after}
    for row in rows:
        if row["at"] is not None:
            asked[row["milestone"]][row["person"]] = local_day(row["at"], zone)
    return asked


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
        f"""SELECT DISTINCT people.key, memberships.place FROM owners
           JOIN memberships ON memberships.team = owners.team AND memberships.ended_at IS NULL
           JOIN people ON people.key = memberships.person AND {REACHED}
           WHERE owners.milestone = :milestone AND owners.position = 0 AND people.key <> :person
               AND memberships.place IN ('deputy', 'coordinator') ORDER BY memberships.place DESC, people.key""",
        milestone=milestone,
        person=person,
    )
    return [row["key"] for row in rows]


def heard_of(tx: Transaction, person: str, since: datetime) -> frozenset[str]:
    """Return the milestones of which somebody heard from a moment on."""
    rows = tx.rows(
        f"""SELECT DISTINCT item FROM occurrences
            WHERE person = :person AND settled_at >= :since AND state = 'said' AND rule IN {REMINDERS}""",
        person=person,
        since=seconds(since),
    )
    return frozenset(row["item"] for row in rows)


def reminded(tx: Transaction, person: str, subject: str) -> bool:
    """Tell whether a reminder with this subject was said to somebody, and not taken back."""
    return bool(
        tx.value(
            """SELECT 1 FROM outbox WHERE subject = :subject AND subject <> '' AND person = :person
               AND state <> 'expired' LIMIT 1""",
            person=person,
            subject=subject,
        )
    )
