"""How long it takes to read what people type: warm, one at a time, the median over whole tables."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from language.dates import find_days, read_day
from tests.figures import Figure
from tests.language.test_dates import BREAKS, NOW

TABLE = Path(__file__).parent / "language" / "dates_nl.tsv"
ROUNDS = 30
MESSAGE = (
    "Pilot gamedesign gedraaid vorige week dinsdag met 22 leerlingen, ging top, wel te weinig laptops in het lokaal, "
    "we doen een vervolg eind september met klas drie"
)


def dates() -> Iterator[Figure]:
    """A date by itself, and the dates in a message of 25 words."""
    cases = [line.split("\t")[0] for line in TABLE.read_text("utf-8").splitlines() if line[0] != "#"]
    alone = median(lambda text: read_day(text, NOW, breaks=BREAKS), cases)
    inside = median(lambda text: find_days(text, NOW, breaks=BREAKS), [MESSAGE])
    yield Figure(what=f"reading a date, median of {len(cases)}", measured=f"{alone:.0f} µs", promised="50 µs")
    yield Figure(
        what=f"  the dates in a message of {len(MESSAGE.split())} words", measured=f"{inside:.0f} µs"
    )


def median(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the median in microseconds, after every text was read once."""
    taken = []
    for number in range(ROUNDS + 1):
        for text in texts:
            begun = time.perf_counter_ns()
            read(text)
            if number:
                taken.append(time.perf_counter_ns() - begun)
    return statistics.median(taken) / 1000
