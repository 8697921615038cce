"""The story of a milestone of several owners, for tests of what is kept of it, and whether all of it is called."""

import re
from datetime import UTC, date, datetime
from inspect import getmembers, isfunction
from types import ModuleType

from programme.events import Answered
from programme.records import Milestone, Stand
from storage import events
from storage.database import Transaction
from storage.plan import plans

NOW = datetime(2021, 12, 7, 7, 30, tzinfo=UTC)


def uncalled(module: ModuleType, tests: str) -> list[str]:
    """Return the public functions of a module that the text of its tests does not call."""
    public = [n for n, f in getmembers(module, isfunction) if f.__module__ == module.__name__ and n[0] != "_"]
    name = module.__name__.rpartition(".")[2]
    return [one for one in public if not re.search(rf"\b{name}\.{one}\(", tests)]


def answer(tx: Transaction, stand: Stand, position: int, by: str, forecast: date | None = None) -> None:
    event = Answered(
        region="R",
        person=by,
        milestone="m1",
        position=position,
        stand=stand,
        forecast=forecast,
        reason="De machines",
        catch_up=False,
    )
    events.apply(tx, [event], NOW)


def the_milestone(tx: Transaction) -> Milestone:
    found = plans.milestone(tx, "R", "m1")
    assert found is not None
    return found
