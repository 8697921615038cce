"""One fault among many: what was done with it is kept, what it wrote is not."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from jobs.worker import faults_in
from storage.database import MemoryStore, Transaction
from tests.region import seed


def marked(tx: Transaction, number: int, *, fails: bool) -> None:
    tx.insert("marks", name=f"one:{number}", value="here")
    if fails:
        raise ArithmeticError(number)


@given(st.lists(st.booleans(), max_size=12))
def test_only_what_a_fault_wrote_is_taken_back_and_each_is_told_in_its_turn(fails: list[bool]) -> None:
    store = MemoryStore()
    store.write(seed).result()
    seen: list[int] = []

    def work(tx: Transaction) -> list[str]:
        def one(number: int) -> Callable[[], None]:
            return lambda: marked(tx, number, fails=fails[number])

        for number, fault in enumerate(faults_in(tx, [one(number) for number in range(len(fails))])):
            assert bool(fault) == fails[number]
            later = tx.value("SELECT COUNT(*) FROM marks WHERE name = :name", name=f"one:{number + 1}")
            assert not (any(fails) and later), "what follows is not begun before this one is told"
            seen.append(number)
        return [
            row["name"] for row in tx.rows("SELECT name FROM marks WHERE name LIKE 'one:%' ORDER BY rowid")
        ]

    kept = store.write(work).result()
    assert kept == [f"one:{number}" for number, fault in enumerate(fails) if not fault]
    assert seen == list(range(len(fails)))
