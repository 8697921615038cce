"""How sure is each field of a reading? A figure from 0 to 1: of what is said to be 0.9, nine in ten are right.

The figures of kind and activity follow from how far the first choice is ahead of the second. Those of the other fields
are about how often such a field is right in messages that nobody wrote rules by, lowered where the kind that it hangs
on is in doubt; ``tests/language/messages/test_confidence.py`` holds them against such messages.
"""

from collections.abc import Collection, Mapping
from math import exp

from language.messages.counts import COUNTABLE

# How often right, when filled in and the kind is right.
USUALLY: Mapping[str, float] = {
    "result": 0.85, "pupils": 0.98, "teachers": 0.98, "companies": 0.98, "schools": 0.98, "people": 0.95,
    "hours": 0.97, "euros": 0.98, "date": 0.95, "next": 0.85, "next_date": 0.95, "barrier": 0.75, "praise": 0.8,
    "topic": 0.93, "organisation": 0.8,
}  # fmt: skip
WORKED_OUT = 0.97  # of a figure that is a sum, a product or a part: how much less it is sure
# What is counted is counted whatever the kind.
_ALONE = frozenset((*COUNTABLE, "organisation"))


def of_kind(score: float, ahead: float) -> float:
    """Return how likely a kind is right whose signs weigh ``score``, ``ahead`` of the next kind's."""
    return 1 / (1 + exp(0.2 - 0.35 * min(score, 6.0) - 0.6 * min(ahead, 4.0)))


def of_fields(
    filled: Mapping[str, object], kind: float, judged: Mapping[str, float], worked_out: Collection[str] = ()
) -> dict[str, float]:
    """Return the confidence of each field that is filled in, given that of the kind.

    ``judged``: of fields that were judged, how likely each is what it was judged to be. ``worked_out``: fields whose
    figure does not stand in the message as it is.
    """
    counted = {name: usual * (WORKED_OUT if name in worked_out else 1.0) for name, usual in USUALLY.items()}
    return {
        name: round(counted[name] if name in _ALONE else min(usual, judged.get(name, 1.0)) * kind, 2)
        for name, usual in USUALLY.items()
        if filled.get(name) not in (None, "")
    }
