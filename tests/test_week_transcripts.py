"""The weekly summary and what belongs to it, on a region of the tests' own."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from handlers.week.weeks import described
from language.catalogue import catalogue
from programme.summary import Summary
from programme.updates import Details
from programme.week import PlanCounts, WeekPicture
from storage.database import Transaction
from tests.platforms import Direct
from tests.talk import FOLDER, play, read
from tests.week_region import START, report, seed

TRANSCRIPTS = sorted((FOLDER / "week").glob("*.txt"))


def reported(tx: Transaction) -> None:
    """A school in Zuid and a company in Noord report on the first Monday."""
    seed(tx)
    shared = Details(
        pupils=26,
        teachers=2,
        companies=1,
        success="De leerlingen bouwden zelf een slimme lamp.",
        obstacle="Te weinig soldeerbouten.",
    )
    report(tx, "u1", START + timedelta(seconds=1), shared=True, details=shared)
    kept_private = Details(pupils=12, success="Dit deel ik niet.")
    report(tx, "u2", START + timedelta(seconds=2), person="colleague", details=kept_private)


@pytest.mark.parametrize("bare", [False, True], ids=["buttons", "bare"])
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_week_is_told_as_the_transcript_says(path: Path, bare: bool) -> None:
    play(Direct(reported, START + timedelta(minutes=1), bare=bare), read(path))


def test_what_companies_gave_is_told_as_a_total_of_the_year() -> None:
    summary = Summary(
        week=WeekPicture(
            region="Regio",
            since=date(2021, 11, 25),
            day=date(2021, 12, 2),
            plan=PlanCounts(done=1, on_track=1, late_with_date=0, late_without_date=0),
        ),
        given=Details(hours=12.5, euros=1500),
    )
    told = catalogue("nl").render(described(summary))
    assert "Bevestigde bijdragen van bedrijven dit jaar: 12,5 uur, 1.500 euro." in told
