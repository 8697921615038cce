"""Several updates in one message, the way people type them, and what looks like several and is one."""

from pathlib import Path

import pytest

from handlers.desk import OpenDesk
from handlers.reporting.parting import parted
from programme.records import NO_CHAT
from storage.database import Transaction
from storage.people import people
from tests.platforms import Direct
from tests.reports_region import REGION, START, seed

HERE = Path(__file__).parent
MARK = "‖"
LINES = (HERE / "several_nl.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]
LEFT_OUT = 16  # letters, at most: what only leads in another ("daarnaast", "2."), or closes a sentence


def _parts(tx: Transaction) -> dict[str, tuple[str, ...]]:
    teacher = people.member(tx, REGION.key, "docent")
    assert teacher is not None
    desk = OpenDesk(tx=tx, now=START, fresh="f", person=teacher, region=REGION, chat=NO_CHAT)
    return {text: parted(text, desk) for text in (case.replace(MARK, "") for case in CASES)}


@pytest.fixture(scope="module")
def parts() -> dict[str, tuple[str, ...]]:
    """Return what each of the messages parts into for the teacher of the region."""
    return Direct(seed, START).store.read(_parts)


@pytest.mark.parametrize("case", CASES)
def test_a_message_parts_where_it_tells_of_something_else(
    case: str, parts: dict[str, tuple[str, ...]]
) -> None:
    meant, found = case.split(MARK), parts[case.replace(MARK, "")]
    assert len(found) == len(meant), found
    for part, stretch in zip(found, meant, strict=True):
        assert part in stretch
        assert len(stretch) - len(part) <= LEFT_OUT
