"""The plan as ``import --json`` prints it."""

import json
from pathlib import Path

from documents.plan_import import read_plan
from documents.plan_json import to_json
from language.catalogue import catalogue
from tests.plan_documents import ROWS, word

MILESTONES = [
    ROWS[0],
    ("Lesbrief schrijven", "Q3 en Q4 2026", "2 x kennisdelingssessie docenten", "Team A\nTeam B"),
]
FIGURES = [("", "2026", "2027"), ("Leerlingen", "10 + 5", "10 + 7,5")]


def test_the_shape_is_plain_values_with_dates_as_iso_or_null(tmp_path: Path) -> None:
    meeting = "De stuurgroep komt 6x per jaar bijeen."
    path = word(
        tmp_path / "plan.docx", meeting, FIGURES, (1, "Activiteit 1 Dag"), [("a",), ("b",)], MILESTONES
    )

    read = json.loads(json.dumps(to_json(read_plan(path), catalogue("nl"), region="STO26002")))

    assert read == {
        "region": "STO26002",
        "activities": [{"number": 1, "title": "Dag", "line": None}],
        "milestones": [
            {
                "activity": 1,
                "title": "Lesbrief schrijven",
                "when": "Q3 en Q4 2026",
                "start": "2026-07-01",
                "due": "2026-12-31",
                "owner": "Team A\nTeam B",
                "owners": ["Team A", "Team B"],
            }
        ],
        "indicators": [{"name": "Leerlingen", "baseline": 10, "targets": [15, 17.5]}],
        "meetings": [{"name": "Stuurgroep", "per_year": 6}],
        "sessions": [{"activity": 1, "name": "Kennisdelingssessie docenten", "per_year": 2}],
        "skipped": [
            {
                "place": "tabel 2",
                "says": "Dit is geen tabel met mijlpalen; de woorden blijven bij activiteit 1.",
            }
        ],
        "doubts": [],
    }
