"""Which column holds what, where a heading alone could mean two things."""

from pathlib import Path

import pytest

from documents.plan_import import read_plan
from tests.plan_documents import comma_separated


@pytest.mark.parametrize(
    ("heading", "activities", "milestones"),
    [
        (("Activiteit", "Wat"), ["Leerlijn", "Campagne"], ["Keuzevak maken", "Beurs houden"]),
        (("Wat", "Activiteit"), ["Keuzevak maken", "Beurs houden"], ["Leerlijn", "Campagne"]),
        (("Activiteit", "Toelichting"), ["Activiteit 1"], ["Leerlijn", "Campagne"]),
    ],
    ids=["beside what", "after what", "alone"],
)
def test_a_column_of_activities_with_one_row_each_is_no_column_of_milestones(
    tmp_path: Path, heading: tuple[str, str], activities: list[str], milestones: list[str]
) -> None:
    rows = [
        (*heading, "Wanneer", "Wie"),
        ("Leerlijn", "Keuzevak maken", "Q1 2026", "Team PIE"),
        ("Campagne", "Beurs houden", "Q2 2026", "Team BWI"),
    ]
    plan = read_plan(comma_separated(tmp_path / "plan.csv", rows, ";", "utf-8"))
    assert [one.title for one in plan.activities] == activities
    assert [one.title for one in plan.milestones] == milestones
