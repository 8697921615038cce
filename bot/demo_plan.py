"""The demo's plan: read like any region's plan, with its figures and meetings beside it."""

from collections.abc import Iterator

from bot.demo_rows import FOLDER, REGION, rows
from documents.plan_import import read_plan
from programme.plan import MilestoneRead, PlanReading
from programme.records import Activity, Milestone
from storage import plans
from storage.database import Transaction
from storage.seeding import fill

PLAN = f"{REGION.key}-2020"
YEARS = (2020, 2021, 2022, 2023)


def put_in_plan(tx: Transaction) -> None:
    """Import the plan, then enter what a plan in one table cannot say: indicators, meetings, figures of past years."""
    _keep(tx, read_plan(FOLDER / "plan.csv"))
    for number, row in enumerate(rows("indicators"), 1):
        _indicator(tx, f"{PLAN}-i{number}", row)
    meetings = enumerate(rows("meetings"), 1)
    fill(tx, "meetings", [{"key": f"{PLAN}-o{n}", "region": REGION.key, **row} for n, row in meetings])


def _keep(tx: Transaction, plan: PlanReading) -> None:
    plans.add_plan(tx, PLAN, REGION.key, "Activiteitenplan 2020–2023")
    lines = {line.number: line.title for line in plan.lines}
    for read in plan.activities:
        activity = Activity(
            key=f"{PLAN}-{read.number}",
            region=REGION.key,
            number=read.number,
            title=read.title,
            line=lines.get(read.line or 0, ""),
        )
        plans.add_activity(tx, PLAN, activity, words=read.text)
    for milestone in plan.milestones:
        _keep_milestone(tx, milestone)


def _keep_milestone(tx: Transaction, read: MilestoneRead) -> None:
    milestone = Milestone(
        key=f"{PLAN}-{read.key}",
        region=REGION.key,
        activity=f"{PLAN}-{read.activity}",
        title=read.title,
        start=read.start,
        due=read.due,
    )
    plans.add_milestone(tx, PLAN, milestone, written=read.when, words="\n".join((*read.what, *read.how)))
    fill(tx, "owners", _owners(milestone.key, read.owners))


def _owners(milestone: str, names: tuple[str, ...]) -> Iterator[dict[str, object]]:
    """Tie the names in the plan to teams, roles and people; who has no account is a name only."""
    known = {row["name"]: {"team": row["key"]} for row in rows("teams")}
    known |= {row.pop("name"): row for row in rows("owners")}
    for position, name in enumerate(names):
        yield {"milestone": milestone, "position": position, "name": name, **known.get(name, {})}


def _indicator(tx: Transaction, key: str, row: dict[str, str]) -> None:
    kept = {"key": key, "region": REGION.key, "plan": PLAN, "name": row["name"], "baseline": row["baseline"]}
    fill(tx, "indicators", [kept])
    fill(
        tx,
        "indicator_targets",
        [{"indicator": key, "year": year, "target": row[str(year)]} for year in YEARS],
    )
    entered = [(year, row.get(f"in_{year}")) for year in YEARS]
    fill(
        tx,
        "indicator_values",
        [{"indicator": key, "year": year, "value": value} for year, value in entered if value],
    )
