"""Where the transcripts take place: for each folder of tests/transcripts, the region that it plays in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from storage.database import Transaction
from tests import (
    new_region,
    region,
    reminders_region,
    replanned_region,
    reports_region,
    two_regions,
    two_schools,
    week_region,
)
from tests.talk import FOLDER

Seed = Callable[[Transaction], None]


@dataclass(frozen=True, kw_only=True)
class World:
    """What fills an empty database for a story, by the transcript's name, and the moment at which it begins."""

    seed: Callable[[str], Seed]
    start: datetime


def _always(seed: Seed, start: datetime) -> World:
    return World(seed=lambda _story: seed, start=start)


WORLDS = {
    "": _always(region.seed, region.START),
    "new_region": _always(new_region.seed, new_region.START),
    "people": _always(two_regions.seed, two_regions.START),
    "plan": _always(replanned_region.seed, replanned_region.START),
    "reminders": World(seed=reminders_region.seed, start=reminders_region.START),
    "reports": _always(reports_region.seed, reports_region.START),
    "schools": _always(two_schools.seed, reports_region.START),
    "week": _always(week_region.reported, week_region.START + timedelta(minutes=1)),
}


@dataclass(frozen=True, kw_only=True)
class Story:
    """One transcript, and the world that it plays in."""

    path: Path
    seed: Seed
    start: datetime

    def __str__(self) -> str:
        return self.path.relative_to(FOLDER).with_suffix("").as_posix()


def stories() -> Iterator[Story]:
    """Yield every transcript; one in a folder without a world is a KeyError."""
    for path in sorted(FOLDER.rglob("*.txt")):
        folder = path.parent.relative_to(FOLDER).as_posix()
        world = WORLDS["" if folder == "." else folder]
        yield Story(path=path, seed=world.seed(path.stem), start=world.start)
