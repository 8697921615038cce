"""A region's plans as kept: read as one record each, and brought up to date with a new reading.

What people reported stands beside the plan and is not touched. What a reading no longer has is noted as vanished and
stays until a programme manager has said what should become of it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from programme.kept import keep
from programme.plan.changes import How, PlanChanges, imported
from programme.plan.content import (
    KeptActivity,
    KeptIndicator,
    KeptMeeting,
    KeptMilestone,
    KeptSession,
    Kind,
    PlanContent,
)
from programme.records import Activity, Milestone
from storage import occurrences
from storage.database import Row, Transaction
from storage.moments import maybe_day, seconds
from storage.plan import plans, vanished
from storage.plan.plan_owners import name_owners


def plans_of(tx: Transaction, region: str) -> list[PlanContent]:
    """Return every plan period of a region with all that stands in it, the earliest first."""
    rows = tx.rows(
        "SELECT key, first, last FROM plans WHERE region = :region ORDER BY first, key", region=region
    )
    return [_content(tx, row) for row in rows]


def keep_plan(tx: Transaction, region: str, content: PlanContent, found: PlanChanges, now: datetime) -> None:
    """Bring a plan up to date with a reading of it, ``content``, and with what that changes, ``found``.

    Only what is new or changed is written; the reminders of such milestones are derived again.
    """
    plans.add_plan(tx, content.key, region, content.years)
    tx.run(
        "UPDATE plans SET first = :first, last = :last WHERE key = :key",
        key=content.key,
        first=date(content.first, 1, 1).isoformat() if content.first else None,
        last=date(content.last, 12, 31).isoformat() if content.last else None,
    )
    for change in found.that_are(How.NEW, How.CHANGED):
        KEPT[change.kind](tx, region, content.key, change.item)
    for change in found.that_are(How.NEW, How.CHANGED, How.SAME):
        vanished.found_again(tx, change.item.key)
    for change in found.that_are(How.VANISHED):
        vanished.note(tx, region, content.key, change)
    vanished.close_empty_activities(tx, region, now)
    tx.insert(
        "history",
        region=region,
        at=seconds(now),
        item=content.key,
        what="PlanImported",
        record=keep(imported(content.key, found)),
    )


def _activity(tx: Transaction, region: str, plan: str, item: KeptActivity) -> None:
    activity = Activity(key=item.key, region=region, number=item.number, title=item.title, line=item.line)
    plans.add_activity(tx, plan, activity, words=item.words)


def _milestone(tx: Transaction, region: str, plan: str, item: KeptMilestone) -> None:
    milestone = Milestone(
        key=item.key,
        region=region,
        activity=item.activity,
        title=item.title,
        start=item.start,
        due=item.due,
    )
    vanished.revive(tx, item.key)
    plans.add_milestone(tx, plan, milestone, written=item.written, words=item.words)
    name_owners(tx, region, item.key, item.owners)
    occurrences.mark_stale(tx, region, item.key)


def _indicator(tx: Transaction, region: str, plan: str, item: KeptIndicator) -> None:
    tx.run(
        """INSERT INTO indicators (key, region, plan, name, baseline)
           VALUES (:key, :region, :plan, :name, :baseline)
           ON CONFLICT (key) DO UPDATE SET name = excluded.name, baseline = excluded.baseline, vanished_at = NULL""",
        key=item.key,
        region=region,
        plan=plan,
        name=item.name,
        baseline=item.baseline,
    )
    tx.run("DELETE FROM indicator_targets WHERE indicator = :key", key=item.key)
    for year, target in item.targets:
        tx.insert("indicator_targets", indicator=item.key, year=year, target=target)


def _meeting(tx: Transaction, region: str, plan: str, item: KeptMeeting) -> None:
    """Keep how often a meeting is held; the days that were put to it go along with a new name."""
    tx.run(
        """UPDATE meetings SET name = :name WHERE region = :region AND day IS NOT NULL
           AND name = (SELECT name FROM meetings WHERE key = :key)""",
        key=item.key,
        region=region,
        name=item.name,
    )
    tx.run(
        """INSERT INTO meetings (key, region, plan, name, per_year) VALUES (:key, :region, :plan, :name, :times)
           ON CONFLICT (key) DO UPDATE SET name = excluded.name, per_year = excluded.per_year""",
        key=item.key,
        region=region,
        plan=plan,
        name=item.name,
        times=item.per_year,
    )


def _session(tx: Transaction, region: str, plan: str, item: KeptSession) -> None:
    tx.run(
        """INSERT INTO owed_sessions (key, region, activity, name, per_year)
           VALUES (:key, :region, :activity, :name, :times)
           ON CONFLICT (key) DO UPDATE SET name = excluded.name, per_year = excluded.per_year""",
        key=item.key,
        region=region,
        activity=item.activity,
        name=item.name,
        times=item.per_year,
    )


KEPT: Mapping[Kind, Callable[[Transaction, str, str, Any], None]] = {
    Kind.ACTIVITY: _activity,
    Kind.MILESTONE: _milestone,
    Kind.INDICATOR: _indicator,
    Kind.MEETING: _meeting,
    Kind.SESSION: _session,
}


def _content(tx: Transaction, row: Row) -> PlanContent:
    plan = row["key"]
    first, last = maybe_day(row["first"]), maybe_day(row["last"])
    return PlanContent(
        key=plan,
        first=first.year if first else None,
        last=last.year if last else None,
        activities=_activities(tx, plan),
        milestones=_milestones(tx, plan),
        indicators=_indicators(tx, plan),
        meetings=_meetings(tx, plan),
        sessions=_sessions(tx, plan),
    )


def _activities(tx: Transaction, plan: str) -> tuple[KeptActivity, ...]:
    rows = tx.rows(
        """SELECT key, number, title, line, words FROM activities
           WHERE plan = :plan AND vanished_at IS NULL ORDER BY number, key""",
        plan=plan,
    )
    return tuple(KeptActivity(**row) for row in rows)


def _milestones(tx: Transaction, plan: str) -> tuple[KeptMilestone, ...]:
    rows = tx.rows(
        """SELECT milestones.key, activity, milestones.title, written, milestones.words, start, due FROM milestones
           JOIN activities ON activities.key = activity
           WHERE milestones.plan = :plan AND milestones.vanished_at IS NULL
           ORDER BY activities.number, milestones.rowid""",
        plan=plan,
    )
    owners: dict[str, list[str]] = {}
    for owner in tx.rows(
        """SELECT milestone, name FROM owners JOIN milestones ON milestones.key = milestone AND plan = :plan
           ORDER BY position""",
        plan=plan,
    ):
        owners.setdefault(owner["milestone"], []).append(owner["name"])
    return tuple(KeptMilestone(**_days(row), owners=tuple(owners.get(row["key"], ()))) for row in rows)


def _days(row: Row) -> dict[str, Any]:
    return {**row, "start": maybe_day(row["start"]), "due": maybe_day(row["due"])}


def _indicators(tx: Transaction, plan: str) -> tuple[KeptIndicator, ...]:
    rows = tx.rows(
        "SELECT key, name, baseline FROM indicators WHERE plan = :plan AND vanished_at IS NULL ORDER BY rowid",
        plan=plan,
    )
    targets: dict[str, list[tuple[int, float]]] = {}
    for one in tx.rows(
        """SELECT indicator, year, target FROM indicator_targets
           JOIN indicators ON indicators.key = indicator AND plan = :plan ORDER BY year""",
        plan=plan,
    ):
        targets.setdefault(one["indicator"], []).append((one["year"], one["target"]))
    return tuple(KeptIndicator(**row, targets=tuple(targets.get(row["key"], ()))) for row in rows)


def _meetings(tx: Transaction, plan: str) -> tuple[KeptMeeting, ...]:
    rows = tx.rows("SELECT key, name, per_year FROM meetings WHERE plan = :plan ORDER BY rowid", plan=plan)
    return tuple(KeptMeeting(**row) for row in rows)


def _sessions(tx: Transaction, plan: str) -> tuple[KeptSession, ...]:
    rows = tx.rows(
        """SELECT owed_sessions.key, activity, name, per_year FROM owed_sessions
           JOIN activities ON activities.key = activity WHERE activities.plan = :plan ORDER BY owed_sessions.rowid""",
        plan=plan,
    )
    return tuple(KeptSession(**row) for row in rows)
