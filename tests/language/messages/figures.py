"""What is counted in a whole message, beside the days and the times of day that are in it."""

from dataclasses import asdict
from typing import Any

import pytest

from language.messages.counts import COUNTABLE, Counts
from language.messages.told import told
from tests.language.moment import NOW


def counted(text: str) -> Counts:
    """Return what a teacher's message counts."""
    return told(text, NOW, (), "teacher").counts


def figures(counts: Counts) -> dict[str, Any]:
    """Return the figures that there are, by name; not how they were come by."""
    return {
        name: pytest.approx(value)
        for name, value in asdict(counts).items()
        if name in COUNTABLE and value is not None
    }
