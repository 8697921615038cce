"""Updates: what people reported, changed and withdrew."""

from datetime import date, datetime

import msgspec

from programme.records import UpdateKind
from programme.updates import Details, Update
from storage.database import Row, Transaction
from storage.moments import maybe_day, maybe_moment, seconds


def save(tx: Transaction, update: Update, now: datetime) -> None:
    """Keep an update, or the changed form of the one with its key."""
    tx.run(
        """INSERT INTO updates (key, region, person, kind, activity, milestone, result, day, data, shared, saved_at)
           VALUES (:key, :region, :person, :kind, :activity, :milestone, :result, :day, :data, :shared, :now)
           ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, activity = excluded.activity,
               milestone = excluded.milestone, result = excluded.result, day = excluded.day, data = excluded.data,
               shared = excluded.shared, changed_at = excluded.saved_at""",
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
    """Return what somebody reported and did not withdraw, the newest first."""
    rows = tx.rows(
        """SELECT * FROM updates WHERE region = :region AND person = :person AND withdrawn_at IS NULL
           AND merged_into IS NULL ORDER BY saved_at DESC, rowid DESC LIMIT :limit""",
        region=region,
        person=person,
        limit=limit,
    )
    return [_update(row) for row in rows]


def since(tx: Transaction, region: str, first: datetime, last: datetime) -> list[Update]:
    """Return what counts of a span of time (``first`` included, ``last`` not): not withdrawn, not merged."""
    rows = tx.rows(
        """SELECT * FROM updates WHERE region = :region AND saved_at >= :first AND saved_at < :last
           AND withdrawn_at IS NULL AND merged_into IS NULL ORDER BY saved_at, rowid""",
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
    )


def around(tx: Transaction, region: str, activity: str, first: date, last: date) -> list[Update]:
    """Return the outcomes of an activity that took place from ``first`` to ``last``."""
    rows = tx.rows(
        """SELECT * FROM updates WHERE region = :region AND activity = :activity AND kind = 'outcome'
           AND day BETWEEN :first AND :last AND withdrawn_at IS NULL AND merged_into IS NULL ORDER BY saved_at""",
        region=region,
        activity=activity,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return [_update(row) for row in rows]
