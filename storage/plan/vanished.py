"""What stood in a plan and no longer does: noted here, and kept as it is until somebody says what becomes of it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from programme.events import VanishedSettled
from programme.kept import found
from programme.plan.changes import Change, name_of
from programme.plan.content import KeptMilestone, KeptSession, Kind
from programme.records import Stand
from programme.vanished import Vanished
from storage import occurrences
from storage.database import Transaction
from storage.moments import seconds


def note(tx: Transaction, region: str, plan: str, change: Change) -> None:
    """Note that something is no longer in its plan, once."""
    item = change.item
    tx.run(
        """INSERT INTO vanished (item, region, plan, kind, title, activity)
           VALUES (:item, :region, :plan, :kind, :title, :activity) ON CONFLICT (item) DO NOTHING""",
        item=item.key,
        region=region,
        plan=plan,
        kind=change.kind.value,
        title=name_of(change),
        activity=item.activity if isinstance(item, KeptMilestone | KeptSession) else None,
    )


def found_again(tx: Transaction, item: str) -> None:
    """Forget that something had vanished: a plan has it again."""
    tx.run("DELETE FROM vanished WHERE item = :item", item=item)


def questions(tx: Transaction, region: str) -> list[Vanished]:
    """Return what has vanished and nobody has decided on, in the order of the plan; an activity follows its own."""
    rows = tx.rows(
        """SELECT item AS key, kind, vanished.title, activities.number AS activity FROM vanished
           LEFT JOIN activities ON activities.key = vanished.activity
           WHERE vanished.region = :region AND stays = 0 AND kind <> :activity
           ORDER BY activities.number IS NULL, activities.number, vanished.rowid""",
        region=region,
        activity=Kind.ACTIVITY.value,
    )
    return [Vanished(**{**row, "kind": Kind(row["kind"])}) for row in rows]


def staying(tx: Transaction, plan: str) -> frozenset[str]:
    """Return the keys of what may stay although its plan no longer has it."""
    rows = tx.rows("SELECT item FROM vanished WHERE plan = :plan AND stays = 1", plan=plan)
    return frozenset(row["item"] for row in rows)


def settle(tx: Transaction, region: str, item: str, stays: bool, now: datetime) -> None:
    """Keep what was decided on something that had vanished; nothing happens when that was done already."""
    kind = tx.value(
        "SELECT kind FROM vanished WHERE item = :item AND region = :region AND stays = 0",
        item=item,
        region=region,
    )
    if kind is None:
        return
    if stays:
        tx.run("UPDATE vanished SET stays = 1 WHERE item = :item", item=item)
        return
    tx.run("DELETE FROM vanished WHERE item = :item", item=item)
    DROPPED[Kind(kind)](tx, region, item, now)
    close_empty_activities(tx, region, now)


def decided(tx: Transaction, region: str, item: str) -> VanishedSettled | None:
    """Return who decided last on something that had vanished, and what; None where nobody has."""
    record = tx.value(
        """SELECT record FROM history WHERE item = :item AND region = :region AND what = 'VanishedSettled'
           ORDER BY key DESC LIMIT 1""",
        item=item,
        region=region,
    )
    return found(VanishedSettled, record)


def close_empty_activities(tx: Transaction, region: str, now: datetime) -> None:
    """Let activities go that no plan has any more and of which no milestone stands; what was reported on them stays."""
    tx.run(
        """UPDATE activities SET vanished_at = :now WHERE region = :region AND vanished_at IS NULL
           AND key IN (SELECT item FROM vanished WHERE kind = :kind)
           AND NOT EXISTS (SELECT 1 FROM milestones WHERE activity = activities.key AND vanished_at IS NULL)""",
        region=region,
        kind=Kind.ACTIVITY.value,
        now=seconds(now),
    )
    tx.run(
        """DELETE FROM vanished WHERE region = :region
           AND item IN (SELECT key FROM activities WHERE vanished_at IS NOT NULL)""",
        region=region,
    )


def revive(tx: Transaction, milestone: str) -> None:
    """Let a milestone that had been dropped stand again, as its owners last said."""
    tx.run(
        """UPDATE milestones SET vanished_at = NULL, stand = (SELECT stand FROM answers WHERE milestone = :key
               AND (position = 0 OR stand IN ('on_track', 'delayed')) ORDER BY entry DESC LIMIT 1)
           WHERE key = :key AND vanished_at IS NOT NULL""",
        key=milestone,
    )


def _drop_milestone(tx: Transaction, region: str, item: str, now: datetime) -> None:
    """Close it too, so that its messages ask nothing any more; answers and reports on it stay."""
    tx.run(
        "UPDATE milestones SET vanished_at = :now, stand = :stand WHERE key = :item AND region = :region",
        item=item,
        region=region,
        stand=Stand.CANCELLED.value,
        now=seconds(now),
    )
    occurrences.mark_stale(tx, region, item)


def _drop_indicator(tx: Transaction, region: str, item: str, now: datetime) -> None:
    tx.run(
        "UPDATE indicators SET vanished_at = :now WHERE key = :item AND region = :region",
        item=item,
        region=region,
        now=seconds(now),
    )


def _drop_meeting(tx: Transaction, region: str, item: str, now: datetime) -> None:
    tx.run("DELETE FROM meetings WHERE key = :item AND region = :region", item=item, region=region)


def _drop_session(tx: Transaction, region: str, item: str, now: datetime) -> None:
    tx.run("DELETE FROM owed_sessions WHERE key = :item AND region = :region", item=item, region=region)


DROPPED: Mapping[Kind, Callable[[Transaction, str, str, datetime], None]] = {
    Kind.MILESTONE: _drop_milestone,
    Kind.INDICATOR: _drop_indicator,
    Kind.MEETING: _drop_meeting,
    Kind.SESSION: _drop_session,
}
