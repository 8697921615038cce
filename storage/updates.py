"""Updates: what people reported, changed and withdrew."""

from datetime import date, datetime

import msgspec

from programme.records import UpdateKind
from programme.updates import Details, Update
from storage.database import Row, Transaction
from storage.moments import maybe_day, maybe_moment, seconds

COUNTS = """withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM updates AS first
    WHERE first.key = updates.merged_into AND first.withdrawn_at IS NULL)"""
_COUNTED_ON = "COALESCE(day, date(saved_at, 'unixepoch'))"


def save(tx: Transaction, update: Update, now: datetime) -> None:
    """Keep an update, or the changed form of the one with its key: what was confirmed or merged was the old one."""
    tx.run(
        """INSERT INTO updates (key, region, person, kind, activity, milestone, result, day, data, shared, saved_at)
           VALUES (:key, :region, :person, :kind, :activity, :milestone, :result, :day, :data, :shared, :now)
           ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, activity = excluded.activity,
               milestone = excluded.milestone, result = excluded.result, day = excluded.day, data = excluded.data,
               shared = excluded.shared, changed_at = excluded.saved_at, confirmed_by = NULL, confirmed_at = NULL,
               merged_into = NULL, withdrawn_at = NULL""",
        key=update.key,
        region=update.region,
        person=update.person,
        kind=update.kind.value,
        activity=update.activity,
        milestone=update.milestone,
        result=update.result,
        day=update.day.isoformat() if update.day else None,
        data=msgspec.json.encode(update.details).decode(),
        shared=int(update.shared),
        now=seconds(now),
    )


def update(tx: Transaction, region: str, key: str) -> Update | None:
    """Return one update of a region, withdrawn or not."""
    row = tx.row("SELECT * FROM updates WHERE key = :key AND region = :region", key=key, region=region)
    return _update(row) if row else None


def by_person(tx: Transaction, region: str, person: str, limit: int) -> list[Update]:
    """Return what somebody reported and did not withdraw, merged or not, the newest first."""
    rows = tx.rows(
        """SELECT * FROM updates WHERE region = :region AND person = :person AND withdrawn_at IS NULL
           ORDER BY saved_at DESC, rowid DESC LIMIT :limit""",
        region=region,
        person=person,
        limit=limit,
    )
    return [_update(row) for row in rows]


def since(tx: Transaction, region: str, first: datetime, last: datetime) -> list[Update]:
    """Return what counts of a span of time (``first`` included, ``last`` not): not withdrawn, not merged."""
    rows = tx.rows(
        f"""SELECT * FROM updates WHERE region = :region AND saved_at >= :first AND saved_at < :last
           AND {COUNTS} ORDER BY saved_at, rowid""",
        region=region,
        first=seconds(first),
        last=seconds(last),
    )
    return [_update(row) for row in rows]


def withdraw(tx: Transaction, region: str, key: str, now: datetime) -> None:
    """Take an update back: it stays on record but counts no more."""
    tx.run(
        "UPDATE updates SET withdrawn_at = :now WHERE key = :key AND region = :region AND withdrawn_at IS NULL",
        key=key,
        region=region,
        now=seconds(now),
    )


def restore(tx: Transaction, region: str, key: str) -> None:
    """Undo ``withdraw``."""
    tx.run(
        "UPDATE updates SET withdrawn_at = NULL WHERE key = :key AND region = :region", key=key, region=region
    )


def merge(tx: Transaction, region: str, key: str, into: str | None) -> None:
    """Make an update count no more by itself because ``into`` says the same, or (None) by itself again."""
    tx.run(
        "UPDATE updates SET merged_into = :into WHERE key = :key AND region = :region",
        key=key,
        region=region,
        into=into,
    )


def confirm(tx: Transaction, region: str, key: str, person: str | None, now: datetime) -> None:
    """Keep which programme manager confirmed a contribution, or (None) that nobody did."""
    tx.run(
        """UPDATE updates SET confirmed_by = :person, confirmed_at = CASE WHEN :person IS NULL THEN NULL ELSE :now END
           WHERE key = :key AND region = :region AND kind = 'contribution'""",
        key=key,
        region=region,
        person=person,
        now=seconds(now),
    )


def _update(row: Row) -> Update:
    return Update(
        key=row["key"],
        region=row["region"],
        person=row["person"],
        kind=UpdateKind(row["kind"]),
        activity=row["activity"],
        milestone=row["milestone"],
        result=row["result"] or "",
        day=maybe_day(row["day"]),
        details=msgspec.json.decode(row["data"], type=Details),
        shared=bool(row["shared"]),
        saved_at=maybe_moment(row["saved_at"]),
        withdrawn=row["withdrawn_at"] is not None,
        merged_into=row["merged_into"] or "",
        confirmed_by=row["confirmed_by"] or "",
    )


def of_kind(tx: Transaction, region: str, kind: UpdateKind, since: datetime) -> list[Update]:
    """Return what was reported of one kind since a moment and counts, the newest first."""
    rows = tx.rows(
        f"""SELECT * FROM updates WHERE region = :region AND kind = :kind AND saved_at >= :since AND {COUNTS}
            ORDER BY saved_at DESC, rowid DESC""",
        region=region,
        kind=kind.value,
        since=seconds(since),
    )
    return [_update(row) for row in rows]


def confirmed(tx: Transaction, region: str, first: date, last: date) -> list[Update]:
    """Return the contributions of the days from ``first`` to ``last`` that count and that a manager confirmed.

    One of which the day is not known counts on the day on which it was told.
    """
    rows = tx.rows(
        f"""SELECT * FROM updates WHERE region = :region AND kind = 'contribution' AND confirmed_by IS NOT NULL
            AND {_COUNTED_ON} BETWEEN :first AND :last AND {COUNTS} ORDER BY {_COUNTED_ON}, rowid""",
        region=region,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [_update(row) for row in rows]


def around(
    tx: Transaction, region: str, kind: UpdateKind, activity: str, first: date, last: date
) -> list[Update]:
    """Return what counts of one kind about an activity, of the days from ``first`` to ``last``."""
    rows = tx.rows(
        f"""SELECT * FROM updates WHERE region = :region AND activity = :activity AND kind = :kind
            AND day BETWEEN :first AND :last AND {COUNTS} ORDER BY saved_at""",
        region=region,
        activity=activity,
        kind=kind.value,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [_update(row) for row in rows]
