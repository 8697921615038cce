"""The weights that were learned (``make language-weights``): read once, when the first message is judged."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).parent / "weights_nl.json"
SCALE = 20  # of the whole numbers in which weights are kept
ZERO = 128  # the byte of a weight that is nothing


class Judge(msgspec.Struct, frozen=True):
    """One question with its possible answers: the weight of each answer by itself, and what every feature adds.

    ``weights``: feature → a byte for the place of an answer and one for its weight, and so on: tens of thousands of
    features are kept in memory. A weight is told in twentieths, ``ZERO`` and above being for the answer.
    """

    answers: tuple[str, ...]
    start: tuple[int, ...]
    weights: dict[str, bytes]


def packed(weights: Iterable[tuple[int, int]]) -> bytes:
    """Return the bytes of (place of an answer, weight in twentieths); what is beyond them is as far as they go."""
    return bytes(
        one for place, weight in weights for one in (place, ZERO + max(-ZERO, min(weight, ZERO - 1)))
    )


class Weights(msgspec.Struct, frozen=True):
    """All that was learned, and the fingerprint of the corpus from which it was."""

    corpus: str
    acts: Judge
    questions: dict[str, Judge]


@cache
def weights() -> Weights:
    """Return the weights that come with the package."""
    return msgspec.json.decode(FILE.read_bytes(), type=Weights)
