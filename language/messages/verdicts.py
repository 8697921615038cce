"""What kind of message is it, and what does it say of the result? In Dutch as was learned, in English by its signs.

The signs are part of what is judged: where nothing was learned of a language, they decide alone.
"""

from collections.abc import Mapping

from language.judging.judge import answers, best
from language.messages.confidence import of_kind
from language.messages.evidence import Evidence
from language.messages.kinds import LATE, RESULTS, clear_kind, denies_delay, weighed
from language.messages.told import Told
from language.vocabulary.tables import Kind

BY_SIGNS = 0.9  # how often signs alone are right
CERTAIN = 0.93  # how likely a signal has to be that no sign tells
CLEAR = 0.5  # how likely a kind has to be: below it more of them are wrong than right
LIKELY = 0.45  # and a result that no sign tells; it stands on the card before it is kept
AT_ITS_WORD = ("signal", "agenda")  # kinds that are what their signs call them


def kind_of(told: Told, evidence: Evidence, *, about: bool) -> tuple[Kind | None, float]:
    """Return the kind of a message and how likely it is that; None where that is not clear.

    ``about``: it is sure which activity is meant.
    """
    signs = weighed(told.weights, told.role, about=about)
    signed, (_, most), (_, second) = clear_kind(signs), *signs[:2]
    if told.language == "en" or signed in AT_ITS_WORD:
        return signed, of_kind(most, most - second)
    kind, likely = best(_without_rumours(answers("kind", evidence)))
    return (signed, CLEAR) if kind == "none" or likely < CLEAR else (kind, likely)  # type: ignore[return-value]


def _without_rumours(likely: Mapping[str, float]) -> Mapping[str, float]:
    """Return the likely kinds without a signal of which no sign tells, unless it is all but certain.

    What stops, closes and leaves is mostly a machine, a lesson or a bus.
    """
    signal = likely["signal"]
    if signal >= CERTAIN:
        return likely
    return {kind: one / (1 - signal) for kind, one in likely.items() if kind != "signal"}


def result_of(kind: str | None, told: Told, evidence: Evidence) -> tuple[str | None, float]:
    """Return the result that a message gives of something of a kind, or None, and how likely it is that."""
    if kind not in RESULTS or (kind == "progress" and told.tongue.unclear.search(told.plain)):
        return None, 0.0
    signed = told.results[kind]
    if told.language == "en":
        return signed, BY_SIGNS
    result, likely = best(answers(kind, evidence))
    denied = denies_delay(told.plain, told.tongue)
    if result == "none" or (denied and (result in LATE or likely < LIKELY)):
        return signed, CLEAR
    return (result, likely) if likely >= LIKELY or result == signed else (None, 0.0)
