"""What messages can be about follows the plan as it is kept now."""

from datetime import date

from handlers.desk.updates import Numbered, subjects
from language.messages.index import ActivityIndex
from programme.records import Activity
from storage.database import MemoryStore, Transaction
from storage.plan import plans
from tests.reports_region import REGION, START, seed

TODAY = date(2021, 11, 29)


def test_the_index_is_built_once_for_a_plan_and_anew_when_a_word_of_it_changes() -> None:
    store = MemoryStore()
    store.write(seed).result()

    def known(tx: Transaction) -> tuple[ActivityIndex[Numbered], ...]:
        return subjects(tx, REGION.key, TODAY), subjects(tx, REGION.key, START.date())

    first, again = store.read(known)
    assert first is again
    added = Activity(key="a9", region=REGION.key, number=9, title="Waterstof")
    store.write(lambda tx: plans.add_activity(tx, "p1", added, "elektrolyse")).result()
    now, _again = store.read(known)
    assert now is not first
    meant = now.sure("les over waterstof gegeven")
    assert meant and meant.key == "a9"
