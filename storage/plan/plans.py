"""The plan: activities, milestones and who owns them."""

from datetime import date

import msgspec

from programme.records import Activity, Milestone, Place, Stand
from storage.database import Row, Transaction
from storage.moments import maybe_day
from storage.people.people import REACHED

ACTIVITY = "key, region, number, title, line"
MILESTONE = """milestones.*, (SELECT json_group_array(name) FROM (SELECT name FROM owners
    WHERE milestone = milestones.key ORDER BY position)) AS names"""
REMINDED = f"""FROM owners JOIN milestones ON milestones.key = owners.milestone
    JOIN memberships ON memberships.region = milestones.region AND memberships.ended_at IS NULL
        AND (memberships.person = owners.person OR (owners.person IS NULL AND (memberships.role = owners.role
            OR (memberships.team = owners.team
                AND (memberships.place <> '{Place.MEMBER.value}' OR memberships.reminded = 1)))))
    JOIN people ON people.key = memberships.person AND {REACHED}"""


def activities(tx: Transaction, region: str) -> list[Activity]:
    """Return the activities of a region that still stand in the plan, by number."""
    rows = tx.rows(
        f"SELECT {ACTIVITY} FROM activities WHERE region = :region AND vanished_at IS NULL ORDER BY number, key",
        region=region,
    )
    return [Activity(**row) for row in rows]


def vocabularies(tx: Transaction, region: str, day: date) -> list[tuple[Activity, str]]:
    """Return each activity that stands in a plan of this day with its whole text there, by number."""
    rows = tx.rows(
        f"""SELECT {ACTIVITY}, words, plan FROM activities WHERE region = :region AND vanished_at IS NULL
            ORDER BY number, key""",
        region=region,
    )
    plans = _running(tx, region, day)
    standing = [row for row in rows if row.pop("plan") in plans]
    return [(Activity(**row), words) for row in standing for words in [row.pop("words")]]


def _running(tx: Transaction, region: str, day: date) -> frozenset[str]:
    """Return the keys of the plans that run on a day; where none does, of the one that did last or will first."""
    rows = tx.rows(
        """SELECT key, first, COALESCE(first <= :day, 1) AS begun, COALESCE(last >= :day, 1) AS open FROM plans
           WHERE region = :region ORDER BY first""",
        region=region,
        day=day.isoformat(),
    )
    now = [row["key"] for row in rows if row["begun"] and row["open"]]
    before = [row["key"] for row in rows if row["begun"]]
    return frozenset(now or before[-1:] or [row["key"] for row in rows][:1])


def activity(tx: Transaction, region: str, key: str) -> Activity | None:
    """Return one activity of a region."""
    row = tx.row(
        f"SELECT {ACTIVITY} FROM activities WHERE key = :key AND region = :region", key=key, region=region
    )
    return Activity(**row) if row else None


def milestone(tx: Transaction, region: str, key: str) -> Milestone | None:
    """Return one milestone of a region, with the names of its owners (the first is the lead)."""
    row = tx.row(
        f"SELECT {MILESTONE} FROM milestones WHERE key = :key AND region = :region", key=key, region=region
    )
    return _milestone(row) if row else None


def milestones(tx: Transaction, region: str) -> list[Milestone]:
    """Return the milestones of a region that still stand in the plan, in the order of the plan."""
    rows = tx.rows(
        f"""SELECT {MILESTONE} FROM milestones JOIN activities ON activities.key = milestones.activity
           WHERE milestones.region = :region AND milestones.vanished_at IS NULL
           ORDER BY activities.number, milestones.rowid""",
        region=region,
    )
    return [_milestone(row) for row in rows]


def _milestone(row: Row) -> Milestone:
    return Milestone(
        key=row["key"],
        region=row["region"],
        activity=row["activity"],
        title=row["title"],
        start=maybe_day(row["start"]),
        due=maybe_day(row["due"]),
        forecast=maybe_day(row["forecast"]),
        stand=Stand(row["stand"]) if row["stand"] else None,
        owners=tuple(msgspec.json.decode(row["names"])),
        vanished=row["vanished_at"] is not None,
    )


def position(tx: Transaction, region: str, milestone: str, person: str) -> int | None:
    """Return for which owner of a milestone somebody speaks (the lead is 0), or None when for none of them."""
    found = tx.value(
        """SELECT MIN(owners.position) FROM owners JOIN milestones ON milestones.key = owners.milestone
               AND milestones.region = :region
           JOIN memberships ON memberships.person = :person AND memberships.region = milestones.region
               AND memberships.ended_at IS NULL
           WHERE owners.milestone = :milestone AND (owners.person = :person OR (owners.person IS NULL
               AND (owners.team = memberships.team OR owners.role = memberships.role)))""",
        region=region,
        milestone=milestone,
        person=person,
    )
    return None if found is None else int(found)


def owned_by(tx: Transaction, region: str, person: str) -> list[Milestone]:
    """Return the open milestones that a person answers for: in person, by role, or through a team."""
    return [
        one
        for one in milestones(tx, region)
        if not one.closed and position(tx, region, one.key, person) is not None
    ]


def takers(tx: Transaction, region: str, milestone: str) -> list[str]:
    """Return the people of a region who want messages, those of a milestone's own teams first."""
    rows = tx.rows(
        f"""SELECT people.key, MAX(memberships.team IN (SELECT team FROM owners WHERE milestone = :milestone)) AS near
           FROM memberships JOIN people ON people.key = memberships.person
           WHERE memberships.region = :region AND memberships.ended_at IS NULL AND {REACHED}
           GROUP BY people.key ORDER BY near DESC, people.name""",
        region=region,
        milestone=milestone,
    )
    return [row["key"] for row in rows]


def reminded_for(tx: Transaction, milestone: str) -> list[str]:
    """Return the people who are reminded of a milestone: its own persons, the coordinators and deputies of its teams,
    the members who asked for it, and who holds a role that owns it. Nobody twice, nobody who has stopped or left.
    """
    rows = tx.rows(
        f"SELECT DISTINCT people.key {REMINDED} WHERE owners.milestone = :milestone ORDER BY people.key",
        milestone=milestone,
    )
    return [row["key"] for row in rows]


def lead_person(tx: Transaction, milestone: str) -> str | None:
    """Return who is asked first for a milestone's lead: who took it over, else its coordinator, its deputy, others."""
    found = tx.value(
        f"""SELECT people.key {REMINDED} WHERE owners.milestone = :milestone AND owners.position = 0
            ORDER BY CASE memberships.place WHEN 'coordinator' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, people.key""",
        milestone=milestone,
    )
    return None if found is None else str(found)


def unattended(tx: Transaction, region: str) -> list[Milestone]:
    """Return the milestones that are still open and of which nobody is reminded, in the order of the plan."""
    rows = tx.rows(
        f"""SELECT milestones.key FROM milestones WHERE region = :region
            AND milestones.key NOT IN (SELECT owners.milestone {REMINDED} WHERE milestones.region = :region)""",
        region=region,
    )
    alone = {row["key"] for row in rows}
    return [one for one in milestones(tx, region) if one.key in alone and not one.closed]


def hand_back(tx: Transaction, region: str, person: str) -> None:
    """Let a team or role own again what somebody of it had taken over in person."""
    tx.run(
        """UPDATE owners SET person = NULL WHERE person = :person AND (team IS NOT NULL OR role IS NOT NULL)
           AND milestone IN (SELECT key FROM milestones WHERE region = :region)""",
        person=person,
        region=region,
    )


def owned_by_team(tx: Transaction, region: str, team: str) -> set[str]:
    """Return the keys of the milestones that a team owns, alone or with others."""
    rows = tx.rows(
        """SELECT milestone FROM owners JOIN milestones ON milestones.key = milestone
           WHERE owners.team = :team AND milestones.region = :region""",
        team=team,
        region=region,
    )
    return {row["milestone"] for row in rows}


def add_plan(tx: Transaction, key: str, region: str, title: str) -> None:
    """Make a plan period of a region."""
    tx.run(
        """INSERT INTO plans (key, region, title) VALUES (:key, :region, :title)
           ON CONFLICT (key) DO UPDATE SET title = excluded.title""",
        key=key,
        region=region,
        title=title,
    )


def add_activity(tx: Transaction, plan: str, activity: Activity, words: str = "") -> None:
    """Add an activity, or bring the one with its key up to date; ``words`` is its whole text in the plan."""
    tx.run(
        """INSERT INTO activities (key, region, plan, number, title, line, words)
           VALUES (:key, :region, :plan, :number, :title, :line, :words)
           ON CONFLICT (key) DO UPDATE SET number = excluded.number, title = excluded.title, line = excluded.line,
               words = excluded.words, vanished_at = NULL""",
        key=activity.key,
        region=activity.region,
        plan=plan,
        number=activity.number,
        title=activity.title,
        line=activity.line,
        words=words,
    )


def add_milestone(
    tx: Transaction, plan: str, milestone: Milestone, written: str = "", words: str = ""
) -> None:
    """Add a milestone, or bring the one with its key up to date; what was reported on it stays."""
    tx.run(
        """INSERT INTO milestones (key, region, plan, activity, title, written, words, start, due)
           VALUES (:key, :region, :plan, :activity, :title, :written, :words, :start, :due)
           ON CONFLICT (key) DO UPDATE SET activity = excluded.activity, title = excluded.title,
               written = excluded.written, words = excluded.words, start = excluded.start, due = excluded.due,
               vanished_at = NULL""",
        key=milestone.key,
        region=milestone.region,
        plan=plan,
        activity=milestone.activity,
        title=milestone.title,
        written=written,
        words=words,
        start=milestone.start.isoformat() if milestone.start else None,
        due=milestone.due.isoformat() if milestone.due else None,
    )
