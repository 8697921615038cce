"""The demo's plan: imported like any region's plan, with the figures and meetings that its one table cannot say."""

from collections.abc import Iterator
from dataclasses import replace

from bot.demo.rows import FOLDER, REGION, START, rows
from documents.plan_import import read_plan
from programme.plan.reading import IndicatorRead, MeetingRead
from storage.database import Transaction
from storage.plan import imports, plan_owners
from storage.seeding import fill

YEARS = (2020, 2021, 2022, 2023)


def put_in_plan(tx: Transaction) -> None:
    """Import the plan, say who speaks for its coordinators, and enter the days of meetings and the figures so far."""
    reading = replace(
        read_plan(FOLDER / "plan.csv"),
        indicators=tuple(map(_indicator, rows("indicators"))),
        meetings=tuple(_meetings()),
    )
    plan = imports.keep(tx, REGION.key, reading, START).matched.content
    for row in rows("owners"):
        plan_owners.give(tx, REGION.key, row["name"], row["person"])
    days = [row for row in rows("meetings") if row["day"]]
    fill(
        tx,
        "meetings",
        [
            {"key": f"{plan.key}-d{n}", "region": REGION.key, **row, "per_year": ""}
            for n, row in enumerate(days, 1)
        ],
    )
    for kept, row in zip(plan.indicators, rows("indicators"), strict=True):
        entered = [(year, row.get(f"in_{year}")) for year in YEARS]
        fill(
            tx,
            "indicator_values",
            [{"indicator": kept.key, "year": year, "value": value} for year, value in entered if value],
        )


def _indicator(row: dict[str, str]) -> IndicatorRead:
    return IndicatorRead(
        name=row["name"],
        goal="",
        baseline=float(row["baseline"]) if row["baseline"] else None,
        years=YEARS,
        targets=tuple(float(row[str(year)]) if row[str(year)] else None for year in YEARS),
    )


def _meetings() -> Iterator[MeetingRead]:
    for row in rows("meetings"):
        if row["per_year"]:
            yield MeetingRead(name=row["name"], per_year=int(row["per_year"]))
