"""The weights that were learned (``make language-weights``): read once, when the first message is judged."""

from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).parent / "weights_nl.json"
SCALE = 100  # of the whole numbers in which weights are kept


class Judge(msgspec.Struct, frozen=True):
    """One question with its possible answers: the weight of each answer by itself, and what every feature adds.

    ``weights``: feature → (place of the answer, weight, place, weight, ...), in hundredths.
    """

    answers: tuple[str, ...]
    start: tuple[int, ...]
    weights: dict[str, list[int]]


class Weights(msgspec.Struct, frozen=True):
    """All that was learned, and the fingerprint of the corpus from which it was."""

    corpus: str
    acts: Judge
    questions: dict[str, Judge]


@cache
def weights() -> Weights:
    """Return the weights that come with the package."""
    return msgspec.json.decode(FILE.read_bytes(), type=Weights)
