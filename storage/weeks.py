"""A region's week: the figures that a channel is told, gathered from what was planned and reported.

Spans are half open (``since`` included, ``until`` not), so that what is saved in the second of one summary is in
the next one and never in both.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from language.messages.discretion import for_everyone
from programme.events import Answered
from programme.kept import found
from programme.naming import Names
from programme.records import Activity, Milestone, Region, Stand, UpdateKind
from programme.summary import Summary, ahead, given, outcome_counts, plan_counts, quotation
from programme.updates import Update
from programme.week import IndicatorStand, WeekPicture
from storage import silence, updates
from storage.database import Transaction
from storage.moments import maybe_day, maybe_moment, moment, seconds
from storage.plan import indicators, meetings, plans, progress


def summary(
    tx: Transaction, region: Region, subregion: str | None, since: datetime, until: datetime
) -> Summary:
    """Return the week of a region, or of a subregion: its own outcomes beside the shared milestones."""
    zone = ZoneInfo(region.zone)
    today = until.astimezone(zone).date()
    milestones = plans.milestones(tx, region.key)
    names = _names(tx, region, plans.activities(tx, region.key), milestones)
    outcomes = _outcomes(tx, region.key, subregion, since, until)
    done = _done(tx, region.key, milestones, since, until)
    shared = [outcome.details for outcome in outcomes if outcome.shared]
    planned = meetings.coming(tx, region.key, today)
    week = WeekPicture(
        region=_name(tx, region, subregion),
        since=since.astimezone(zone).date(),
        day=today,
        plan=plan_counts(milestones, today, len(done), _heard(tx, region, milestones)),
        reported=outcome_counts(outcomes),
        coming=ahead(milestones, planned, names, today),
        indicators=tuple(
            IndicatorStand(name=one.name, value=one.value, target=one.target)
            for one in indicators.indicators(tx, region, today.year, until)
            if not names.named_in(one.name)
        ),
    )
    return Summary(
        week=week,
        done=tuple(one.title for one in done if not names.named_in(one.title)),
        success=quotation((details.success for details in shared), names, for_everyone),
        obstacle=quotation((details.obstacle for details in shared), names, for_everyone),
        given=given(updates.confirmed(tx, region.key, date(today.year, 1, 1), today)),
    )


def last_said(tx: Transaction, region: str, chat: str | None) -> datetime | None:
    """Return when the last summary was said in a channel (None: in any of the region), or None."""
    return maybe_moment(
        tx.value(
            """SELECT MAX(settled_at) FROM occurrences WHERE region = :region AND rule = 'summary'
               AND state = 'said' AND (:chat IS NULL OR chat = :chat)""",
            region=region,
            chat=chat,
        )
    )


def first_due(tx: Transaction, region: str, chat: str) -> date | None:
    """Return the day of the first summary that was to be said in a channel, or None."""
    return maybe_day(
        tx.value(
            "SELECT MIN(day) FROM occurrences WHERE region = :region AND rule = 'summary' AND chat = :chat",
            region=region,
            chat=chat,
        )
    )


def _outcomes(
    tx: Transaction, region: str, subregion: str | None, since: datetime, until: datetime
) -> list[Update]:
    """Return the outcomes of a span that were not told before under a report that was merged into them."""
    told = _told(tx, region, since)
    here = _people_of(tx, region, subregion) if subregion else None
    return [
        update
        for update in updates.since(tx, region, since, until)
        if update.kind is UpdateKind.OUTCOME
        and update.key not in told
        and (here is None or update.person in here)
    ]


def _told(tx: Transaction, region: str, since: datetime) -> set[str]:
    rows = tx.rows(
        """SELECT merged_into FROM updates
           WHERE region = :region AND merged_into IS NOT NULL AND saved_at < :since""",
        region=region,
        since=seconds(since),
    )
    return {row["merged_into"] for row in rows}


def _people_of(tx: Transaction, region: str, subregion: str) -> set[str]:
    """Return the people whose organisation or team is in a subregion."""
    rows = tx.rows(
        """SELECT DISTINCT person FROM memberships
           LEFT JOIN organisations ON organisations.key = memberships.organisation
           LEFT JOIN teams ON teams.key = memberships.team
           WHERE memberships.region = :region
               AND :subregion IN (organisations.subregion, teams.subregion)""",
        region=region,
        subregion=subregion,
    )
    return {row["person"] for row in rows}


def _heard(tx: Transaction, region: Region, milestones: list[Milestone]) -> set[str]:
    """Return the milestones of which somebody said something after they were due."""
    return {
        one.key
        for one in milestones
        if one.due and any(day > one.due for day in silence.reported_on(tx, one.key, region.zone))
    }


def _done(
    tx: Transaction, region: str, milestones: list[Milestone], since: datetime, until: datetime
) -> list[Milestone]:
    """Return the milestones that were done in a span and still are."""
    first = _done_since(tx, region)
    return [
        one
        for one in milestones
        if one.stand is Stand.DONE and one.key in first and since <= first[one.key] < until
    ]


def _done_since(tx: Transaction, region: str) -> dict[str, datetime]:
    """Return since when each milestone is done: its lead's "done", unless an answer that opens it came after."""
    rows = tx.rows(
        "SELECT at, record FROM history WHERE region = :region AND what = 'Answered' ORDER BY at, key",
        region=region,
    )
    since: dict[str, datetime] = {}
    for row in rows:
        answer = found(Answered, row["record"])
        if answer is None:
            continue
        if answer.stand in progress.OPENS:
            since.pop(answer.milestone, None)
        elif answer.stand is Stand.DONE and answer.position == progress.LEAD:
            since.setdefault(answer.milestone, moment(row["at"]))
    return since


def _name(tx: Transaction, region: Region, subregion: str | None) -> str:
    name = tx.value(
        "SELECT name FROM subregions WHERE key = :key AND region = :region", key=subregion, region=region.key
    )
    return f"{region.name}, {name}" if name else region.name


def _names(tx: Transaction, region: Region, activities: list[Activity], milestones: list[Milestone]) -> Names:
    """Return the names of everybody who takes or took part in a region, its organisations and its teams."""
    people = tx.rows(
        """SELECT DISTINCT name FROM people JOIN memberships ON memberships.person = people.key
           WHERE region = :region""",
        region=region.key,
    )
    organisations = tx.rows("SELECT name FROM organisations WHERE region = :region", region=region.key)
    teams = tx.rows("SELECT name FROM teams WHERE region = :region", region=region.key)
    return Names(
        personal=frozenset(row["name"] for row in (*people, *organisations)),
        others=frozenset(row["name"] for row in teams),
        vocabulary=(region.name, *(one.title for one in activities), *(one.title for one in milestones)),
    )
