"""How likely is each answer to a question, by the weights of what is known?"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import exp, sqrt

from language.judging.features import features
from language.judging.weights import SCALE, ZERO, Judge, weights


@lru_cache(maxsize=256)
def acts(plain: str) -> Mapping[str, float]:
    """Return what a folded clause may do in a message (an act of the corpus) → how likely it does (0 to 1)."""
    judge = weights().acts
    found = features(plain)
    known = [judge.weights[feature] for feature in found if feature in judge.weights]
    length = sqrt(len(found)) or 1.0
    return _likely(judge, known, [1 / length] * len(known))


def answers(question: str, evidence: Mapping[str, float]) -> Mapping[str, float]:
    """Return the possible answers to a question → how likely each is (0 to 1), by what speaks for them."""
    judge = weights().questions[question]
    found = [
        (judge.weights[name], worth) for name, worth in evidence.items() if worth and name in judge.weights
    ]
    return _likely(judge, [one for one, _ in found], [worth for _, worth in found])


def best(likely: Mapping[str, float]) -> tuple[str, float]:
    """Return the likeliest answer, and how likely it is."""
    return max(likely.items(), key=lambda item: item[1])


def _likely(judge: Judge, known: Iterable[bytes], worths: Iterable[float]) -> dict[str, float]:
    """Add up what speaks for each answer, and let the answers share the certainty (softmax)."""
    sums = [float(start) for start in judge.start]
    for one, worth in zip(known, worths, strict=True):
        for place, weight in zip(one[::2], one[1::2], strict=True):
            sums[place] += worth * (weight - ZERO)
    most = max(sums)
    powers = [exp((one - most) / SCALE) for one in sums]
    total = sum(powers)
    return {answer: power / total for answer, power in zip(judge.answers, powers, strict=True)}
