"""``make language-fuzz``: a million random texts through every reader; none may fail, none may take long.

The time is the processor's, since a machine that does other work says nothing about a reader. A reader that has not
answered in ``HANGING`` seconds is broken off, so that one bad pattern cannot stop the search for others.
"""

import argparse
import gc
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest
from itertools import chain
from multiprocessing import Pool
from random import Random

from rich.console import Console

from language.conversation.answers import read_answers
from language.conversation.beside import beside
from language.conversation.corrections import correction
from language.dates.reading import find_days, read_day
from language.messages.contributions import given_and_promised
from language.messages.counts import read_counts
from language.messages.reading import read_message
from language.messages.several import pieces
from tests.language.fuzz_texts import texts
from tests.language.moment import BREAKS, HOME
from tests.language.report.messages import plan

CHUNK = 1000
SLOWEST = 10
LIMIT = 50.0  # milliseconds
HANGING = 5.0  # seconds
FIRST = datetime(2022, 1, 1, tzinfo=HOME)
ROLES = ("teacher", "company", "owner", "coordinator", "manager", "")


class TooLong(BaseException):
    """A reader was broken off; no reader may catch this."""


@dataclass(frozen=True, kw_only=True, order=True)
class Timed:
    """How long one reader took for one text, in milliseconds, and what it raised if it did."""

    milliseconds: float
    reader: str
    text: str
    fault: str = ""

    def __str__(self) -> str:
        shown = ascii(self.text if len(self.text) <= 160 else f"{self.text[:110]} … {self.text[-40:]}")
        return f"{self.milliseconds:8.1f} ms  {self.reader:12}  {len(self.text):4}  {shown}  {self.fault}"


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a number of texts brought to light: the slowest, and every fault."""

    count: int
    slowest: Sequence[Timed]
    faults: Sequence[Timed]


def main() -> None:
    """Read as many texts as asked for; exit with 1 when one fails or takes too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.language.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0, help="another seed, other texts")
    asked = parser.parse_args()
    console = Console(soft_wrap=True, markup=False, highlight=False)
    begun = time.perf_counter()
    found = fuzzed(asked.count, asked.seed)
    seconds = time.perf_counter() - begun
    console.print(f"{found.count:,} texts, seed {asked.seed}, {seconds:,.0f} s; {len(found.faults)} faults")
    for title, timed in (("The slowest:", found.slowest), ("Faults:", found.faults)):
        console.print(title)
        for one in timed:
            console.print(str(one))
    sys.exit(bool(found.faults or found.slowest[0].milliseconds > LIMIT))


def fuzzed(count: int, seed: int) -> Found:
    """Read ``count`` texts on all cores there are."""
    chunks = [(seed * count + start, min(CHUNK, count - start)) for start in range(0, count, CHUNK)]
    with Pool(initializer=_warm) as pool:
        return joined(list(pool.imap_unordered(_chunk, chunks)))


def joined(parts: Sequence[Found]) -> Found:
    """Join what several runs found."""
    return Found(
        count=sum(part.count for part in parts),
        slowest=slowest(chain.from_iterable(part.slowest for part in parts)),
        faults=[fault for part in parts for fault in part.faults],
    )


def slowest(timed: Iterable[Timed]) -> Sequence[Timed]:
    """Return the slowest that begin differently, figures apart: one bad pattern shows itself in a hundred texts."""
    worst: dict[tuple[str, str], Timed] = {}
    for one in sorted(timed):
        worst[one.reader, re.sub(r"\d+", "0", one.text[:24])] = one
    return nlargest(SLOWEST, worst.values())


def _warm() -> None:
    """Compile the patterns and import what is imported late, which is nobody's reading."""
    for text in (
        "December 3, 2026",
        "3 novembberr",
        "koningsdag",
        "pilot gamedesign gedraaid op 3 december met 20 leerlingen",
    ):
        for read in readers(Random(0)).values():
            read(text)
    gc.freeze()


def _chunk(chunk: tuple[int, int]) -> Found:
    return read_all(*chunk)


def read_all(seed: int, count: int) -> Found:
    """Read ``count`` texts made from ``seed`` by every reader."""
    timed = list(chain.from_iterable(_timed(text, Random(seed)) for text in texts(seed, count)))
    return Found(count=count, slowest=slowest(timed), faults=[one for one in timed if one.fault])


def readers(random: Random) -> Mapping[str, Callable[[str], object]]:
    """Return the readers, each at some moment of fifteen years and for some role."""
    now = FIRST + timedelta(minutes=random.randrange(15 * 365 * 24 * 60))
    back, role = random.random() < 0.5, random.choice(ROLES)
    return {
        "read_day": lambda text: read_day(text, now, back=back, breaks=BREAKS),
        "find_days": lambda text: find_days(text, now, back=back, breaks=BREAKS),
        "read_counts": read_counts,
        "given_and_promised": given_and_promised,
        "pieces": pieces,
        "beside": beside,
        "correction": correction,
        "read_answers": lambda text: read_answers(text, now, BREAKS),
        "read_message": lambda text: read_message(
            text, now=now, role=role, activities=plan(""), breaks=BREAKS
        ),
    }


def _timed(text: str, random: Random) -> Iterator[Timed]:
    for name, read in readers(random).items():
        begun = time.thread_time()
        fault = fault_of(read, text)
        taken = (time.thread_time() - begun) * 1000
        yield Timed(milliseconds=taken, reader=name, text=text, fault=fault)


def fault_of(read: Callable[[str], object], text: str) -> str:
    """Return what a reader raises for a text, or ""; one that is busy for ``HANGING`` seconds is broken off."""
    signal.signal(signal.SIGVTALRM, _break_off)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGING)
    try:
        read(text)
    except (Exception, TooLong) as fault:
        return repr(fault)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _break_off(_number: int, _frame: object) -> None:
    raise TooLong(f"not in {HANGING:g} s")


if __name__ == "__main__":
    os.nice(5)
    main()
