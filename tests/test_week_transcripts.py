"""The weekly summary and what belongs to it, on a region of the tests' own."""

from datetime import timedelta
from pathlib import Path

import pytest

from programme.updates import Details
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
