"""How long the language package takes to import: every command waits for it, and so does the bot at its start."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from tests.figures import Figure
from tests.served import ROOT

TIMES = 9
# All that reads; the packages that it stands on are loaded by whoever starts first, so they count too.
CODE = """
import time
begun = time.perf_counter()
import language
from importlib import import_module
from pkgutil import iter_modules
for one in iter_modules(language.__path__):
    import_module(f"language.{one.name}")
print((time.perf_counter() - begun) * 1000)
"""


def imports() -> Iterator[Figure]:
    """Yield the milliseconds that importing every module of the language package takes, in processes of their own."""
    taken = median(_fresh() for _ in range(TIMES))
    yield Figure(
        what="importing the whole language package, in a process of its own",
        measured=f"{taken:.0f} ms",
        promised="100 ms",
    )


def _fresh() -> float:
    shown = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(shown.stdout)
