"""The demo: a region with a plan, people and a past, and a clock that starts on Monday 29 November 2021.

Its facts are those of a real plan (activities, periods, teams, figures), its words and names are our own. What the
region holds stands in ``tables``; here it is put into the database the way a real region's would be.
"""

from datetime import timedelta
from pathlib import Path

from bot.clock import TurnedClock
from bot.demo.history import answer_milestones, report, talk
from bot.demo.people import settle
from bot.demo.plan import put_in_plan
from bot.demo.rows import REGION, START
from bot.demo.time import MARK
from programme.errors import AanjagerError
from programme.text import _
from storage import marks
from storage.database import Database, Store, Transaction
from storage.driver import DatabaseBroken
from storage.people import people

__all__ = ["REGION", "START", "NotADemo", "demo_clock", "open_demo", "seed"]

DATABASE = "aanjager.db"


class NotADemo(AanjagerError):
    """The folder holds a region of real people: it was never a demo, whose clock is marked in it."""


def open_demo(data: Path, *, fresh: bool = False) -> Database:
    """Open the demo in a data folder, made when it is new; ``fresh`` throws away what was done in it.

    Raises:
        NotADemo: the folder holds another region; nothing was changed.
        DatabaseBusy: a demo is running on it.
    """
    if fresh:
        _clear(data)
    database = Database(data / DATABASE)
    try:
        _check(database)
    except NotADemo:
        database.close()
        raise
    database.write(seed).result()
    return database


def seed(tx: Transaction) -> None:
    """Fill an empty database with the demo region; a filled one stays as it is."""
    if people.regions(tx):
        return
    marks.set_moment(tx, MARK, START)
    settle(tx)
    put_in_plan(tx)
    answer_milestones(tx)
    report(tx)
    talk(tx)


def demo_clock(store: Store) -> TurnedClock:
    """Return the demo's clock where it was left, or at the start."""
    last = store.read(lambda tx: marks.latest_moment(tx, MARK))
    return TurnedClock(max(START, last + timedelta(seconds=1)) if last else START)


def _check(database: Database) -> None:
    if database.read(people.regions) and not database.read(lambda tx: marks.mark(tx, MARK)):
        raise NotADemo(
            _("The folder {folder} holds a region of real people.", folder=database.path.parent.name),
            _("Give the demo a folder of its own, with: aanjager demo --data FOLDER"),
        )


def _clear(data: Path) -> None:
    """Delete the demo's files, and only those; a database that cannot be opened holds nothing to keep."""
    if not (data / DATABASE).exists():
        return
    try:
        database = Database(data / DATABASE)
    except DatabaseBroken:
        pass
    else:
        try:
            _check(database)
        finally:
            database.close()
    for file in (*data.glob(f"{DATABASE}*"), *(data / "files").glob("*")):
        file.unlink()
