"""How long it takes to read what people type: warm, one at a time, the median over whole tables.

And how long the language package takes to import: every command waits for it, and so does the bot at its start.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import language
from language.dates.reading import find_days, read_day
from tests.figures import Figure
from tests.language.moment import BREAKS, NOW
from tests.served import ROOT

TABLE = Path(__file__).parent / "language" / "dates_nl.tsv"
ROUNDS = 30
MESSAGE = (
    "Pilot gamedesign gedraaid vorige week dinsdag met 22 leerlingen, ging top, wel te weinig laptops in het lokaal, "
    "we doen een vervolg eind september met klas drie"
)
PROCESSES = 9
# ``plan`` is for whoever puts in a plan, ``completeness`` for whoever writes the wording.
ASIDE = ("language.plan", "language.completeness")


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


def imports() -> Iterator[Figure]:
    """Yield the milliseconds that importing the language package takes, all but plans, in processes of their own.

    As it is installed, that is with bytecode, which the first process writes. The packages that it stands on are loaded
    by whoever starts first, so they count too.
    """
    with TemporaryDirectory() as bytecode:
        _fresh(bytecode)
        taken = statistics.median(_fresh(bytecode) for _ in range(PROCESSES))
    yield Figure(
        what="importing the language package, but for plans, in a process of its own",
        measured=f"{taken:.0f} ms",
        promised="100 ms",
    )


def _fresh(bytecode: str) -> float:
    modules = [
        one.name for one in walk_packages(language.__path__, "language.") if not one.name.startswith(ASIDE)
    ]
    told = "import time; begun = time.perf_counter(); import {}; print((time.perf_counter() - begun) * 1000)"
    shown = subprocess.run(
        [sys.executable, "-c", told.format(", ".join(modules))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(shown.stdout)
