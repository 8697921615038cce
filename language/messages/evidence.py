"""What speaks for one reading of a message or another: what its clauses do, its signs, its figures, its sender."""

import re
from math import sqrt

from language.judging.features import features
from language.judging.judge import acts
from language.messages.counts import Counts
from language.messages.told import Told

_OF = re.compile(r"\b(\d{1,3}) (?:van|v) ?(?:de|d|onze|mijn)? ?(\d{1,3})\b|\b(\d{1,3})/(\d{1,3})\b")
_FEW = 0.4  # of all: fewer than these are hardly any
_OF_WORDS = 2.0  # what words themselves count beside what their clause does
_OF_ALL = ("most ", "both", "outcome ", "progress ")  # of the whole message, what counts for one clause
_SIGNS = ("bad", "good", "turn", "cause", "following", "put_off")  # fields of a tongue
_ROLES = ("teacher", "company", "owner", "coordinator", "manager")
Evidence = dict[str, float]


def of_message(told: Told) -> Evidence:
    """Return what speaks for a kind or a result of the whole message: name → how much (mostly 0 to 1)."""
    each = [acts(piece.plain) for piece in told.pieces] or [acts(told.plain)]
    found = {f"most {act}": max(one[act] for one in each) for act in each[0]}
    found |= {f"mean {act}": sum(one[act] for one in each) / len(each) for act in each[0]}
    found |= {f"whole {act}": likely for act, likely in acts(told.plain).items()}
    found["both"] = found["most good"] * max(found["most obstacle"], found["most bad"])
    found |= _signs(told) | _figures(told.plain, told.counts) | _wording(told.plain)
    return found | {f"role {role}": 1.0 for role in _ROLES if role in told.role}


def _wording(plain: str) -> Evidence:
    """Return the words themselves: beside what they do, a little of what they are."""
    found = features(plain)
    return dict.fromkeys(found, _OF_WORDS / sqrt(len(found) or 1))


def _signs(told: Told) -> Evidence:
    """Return what the tables of signs say."""
    tongue, plain = told.tongue, told.plain
    found = {f"weight {kind}": worth for kind, worth in told.weights.items()}
    found |= {f"{kind} {result}": 1.0 for kind, result in told.results.items()}
    found["good"] = float(tongue.good.search(plain) is not None)
    found["bad"] = float(tongue.bad.search(plain) is not None)
    found["turn"] = float(any(tongue.turn.search(piece.plain) for piece in told.pieces))
    return found


def _figures(plain: str, counts: Counts) -> Evidence:
    """Return what was counted, and how many of all it was for: "6 van de 6", "3 van de 20"."""
    shares = [int(one) / int(other) for one, other in _shares(plain) if int(other)]
    people = counts.pupils or counts.teachers or counts.people or counts.schools or counts.companies
    found = {"people": people, "hours": counts.hours, "euros": counts.euros}
    found |= {"all": any(share >= 1 for share in shares), "some": any(_FEW <= share < 1 for share in shares)}
    found["few"] = any(share < _FEW for share in shares)
    return {name: 1.0 for name, there in found.items() if there}


def _shares(plain: str) -> list[tuple[str, str]]:
    return [(one or third, other or fourth) for one, other, third, fourth in _OF.findall(plain)]


def of_clause(told: Told, place: int, *, among: Evidence) -> Evidence:
    """Return what speaks for it that one clause tells an obstacle, a success or the next step.

    ``among``: what speaks for readings of the whole message.
    """
    piece = told.pieces[place]
    found = {f"act {act}": likely for act, likely in acts(piece.plain).items()}
    for name, there in (("before", place - 1), ("after", place + 1)):
        if 0 <= there < len(told.pieces):
            found |= {f"{name} {act}": likely for act, likely in acts(told.pieces[there].plain).items()}
    found |= {f"all {name}": worth for name, worth in among.items() if name.startswith(_OF_ALL)}
    found |= {f"sign {name}": 1.0 for name in _SIGNS if getattr(told.tongue, name).search(piece.plain)}
    stands = {"first": place == 0, "last": place == len(told.pieces) - 1, "ahead": told.to_come(piece)}
    return found | {name: 1.0 for name, there in stands.items() if there} | _wording(piece.plain)
