"""Which kind of report is a message, and what does it say of the result? The weights of its signs decide."""

from collections.abc import Mapping, Sequence

from language.messages.counts import Counts
from language.vocabulary.tables import Kind
from language.vocabulary.tongues import Tongue

# What a sender of this role mostly says.
ROLES: tuple[tuple[str, Kind, float], ...] = (
    ("teacher", "outcome", 1.25),
    ("owner", "progress", 1.25),
    ("coordinator", "progress", 0.5),
    ("manager", "progress", 0.5),
)
ANSWERS: tuple[Kind, ...] = ("rsvp", "smalltalk", "agenda")
# Whoever tells how it went, or where it stands, tells which of the two it is.
TELLS_RESULT: tuple[tuple[Kind, float], ...] = (("outcome", 1.0), ("progress", 1.0))
PARTICIPANTS, HOURS, EUROS = 1.5, 2.0, 2.0
ENOUGH, MARGIN = 2.0, 0.5
LATE = ("delayed", "cancelled")
RESULTS = ("outcome", "progress", "rsvp")  # the kinds that have a result


def weights(
    plain: str, role: str, counts: Counts, tongue: Tongue, results: Mapping[str, str | None]
) -> Mapping[Kind, float]:
    """Return how much speaks for each kind of a folded message: its signs, its figures, who sends it.

    ``results``: for each kind that has one the result that signs give.
    """
    scores = {kind: sum(w for w, sign in signs if sign.search(plain)) for kind, signs in tongue.kinds}
    if not any(scores[kind] for kind in ANSWERS):
        for kind, worth in TELLS_RESULT:
            scores[kind] += worth * (results[kind] is not None)
    scores["outcome"] += PARTICIPANTS * any(
        (counts.pupils, counts.teachers, counts.companies, counts.schools)
    )
    scores["contribution"] += HOURS * bool(counts.hours) + EUROS * bool(counts.euros)
    if "company" in role and (counts.hours or counts.euros):  # what it tells about the lesson is what it gave
        scores["contribution"] += scores["outcome"]
        scores["outcome"] = 0
    if any(scores.values()):
        for name, kind, weight in ROLES:
            scores[kind] += weight * (name in role)
    return scores


def weighed(weights: Mapping[Kind, float], role: str, *, about: bool) -> list[tuple[Kind, float]]:
    """Return the kinds with their weights, the heaviest first.

    A message ``about`` an activity is once more the likelier what its sender's role mostly says.
    """
    scores = dict(weights)
    if about and any(scores.values()):
        for name, kind, weight in ROLES:
            scores[kind] += weight * (name in role)
    return sorted(scores.items(), key=lambda item: -item[1])


def clear_kind(weighed: Sequence[tuple[Kind, float]]) -> Kind | None:
    """Return the heaviest kind, or None when it is not clearly ahead."""
    (best, most), (_, second) = weighed[:2]
    return best if most >= ENOUGH and most - second >= MARGIN else None


def denies_delay(plain: str, tongue: Tongue) -> bool:
    """Whether a folded text says that something is not late or not given up, and nothing else in it says that it is."""
    return (
        tongue.not_late.search(plain) is not None
        and _named("progress", _undenied(plain, tongue), tongue) not in LATE
    )


def signs_of_result(kind: str | None, plain: str, tongue: Tongue) -> str | None:
    """Return the result that the signs of a folded text give of something of a kind, or None."""
    if kind == "progress" and tongue.unclear.search(plain):
        return None
    if kind != "progress":
        return _named(kind, plain, tongue)
    rest = _undenied(plain, tongue)
    return _named(kind, rest, tongue) or ("on_track" if rest != plain else None)


def _undenied(plain: str, tongue: Tongue) -> str:
    return tongue.not_late.sub(" ", plain)


def _named(kind: str | None, plain: str, tongue: Tongue) -> str | None:
    named = tongue.results.get(kind or "", ())
    return next((result for result, sign in named if sign.search(plain)), None)
