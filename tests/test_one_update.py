"""Messages that were typed up as one update each, of three plans: hardly any is taken for several."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.desk import OpenDesk
from handlers.reporting.parting import parted
from programme.records import NO_CHAT, Activity, Membership, Milestone, Person, Region, Role
from storage.database import MemoryStore, Transaction
from storage.people import people
from storage.plan import plans

CASES = Path(__file__).parent / "language" / "cases"
PLANS: dict[str, dict[str, Any]] = json.loads((CASES / "plans.json").read_text(encoding="utf-8"))
LINES = [
    line for file in sorted((CASES / "seen").glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
]
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
REGION = Region(key="KUST", name="Regio Kust")
TEACHER = Person(key="docent", name="Docent", memberships=(Membership(region=REGION.key, role=Role.TEACHER),))


def _seed(tx: Transaction, plan: dict[str, Any]) -> None:
    people.add_region(tx, REGION)
    people.add_person(tx, TEACHER, NOW)
    plans.add_plan(tx, "p", REGION.key, "Activiteitenplan")
    for one in plan["activities"]:
        key, told = f"a{one['number']}", one["milestones"]
        activity = Activity(key=key, region=REGION.key, number=one["number"], title=one["title"])
        plans.add_activity(tx, "p", activity, " ".join(f"{each['title']} {each['text']}" for each in told))
        for place, each in enumerate(told):
            due = date(2027, 3, 1)
            mile = Milestone(
                key=f"{key}.{place}", region=REGION.key, activity=key, title=each["title"], due=due
            )
            plans.add_milestone(tx, "p", mile)


def _several(tx: Transaction, texts: list[str]) -> list[tuple[str, ...]]:
    desk = OpenDesk(tx=tx, now=NOW, fresh="f", person=TEACHER, region=REGION, chat=NO_CHAT)
    return [parts for parts in (parted(text, desk) for text in texts) if len(parts) > 1]


@pytest.mark.parametrize("plan", PLANS)
def test_what_was_typed_up_as_one_update_is_seldom_taken_for_several(plan: str) -> None:
    texts = [case["text"] for case in map(json.loads, filter(None, LINES)) if case["plan"] == plan]
    texts = texts[::2]  # enough to see it by, and quick
    store = MemoryStore()
    store.write(lambda tx: _seed(tx, PLANS[plan])).result()
    found = store.read(lambda tx: _several(tx, texts))
    assert len(found) <= 0.03 * len(texts), found
