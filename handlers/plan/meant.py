"""What is told, in the light of what waits: which words name one of the milestones, and which are why it is late."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.plan.milestone_lines import Placed
from handlers.reporting.subjects import index
from language.conversation.answers import Told, joined
from language.messages.index import ActivityIndex
from language.vocabulary.stands import Hint
from programme.records import Stand


def titles(waiting: Sequence[Placed]) -> ActivityIndex[str]:
    """Return the index of the milestones that wait, by their places."""
    return index(tuple((str(at), milestone.title) for at, (_desk, milestone) in enumerate(waiting)))


def of_these(found: Sequence[Told], waiting: Sequence[Placed], *, alien: bool) -> list[Told]:
    """Return what is told of those that wait: words that name none of them are why, and so is what is excepted.

    ``alien``: another milestone is named; then words stay what may name one.
    """
    known: list[Told] = []
    names = titles(waiting)
    for one in _named(found, names):
        nameless = bool(one.words) and not alien and not names.rank(one.words)
        if one.excepted and known and (nameless or not one.which):
            known[-1] = _but(known[-1])
        elif one.excepted and known and not known[-1].which:
            known[-1] = replace(known[-1], everything=True)
            known.append(one)
        elif nameless and (len(waiting) == 1 or len(found) == 1):
            why = replace(one, words="", reason=one.reason or one.said.strip(" .!"))
            known = [*known[:-1], joined(known[-1], why)] if known and not known[-1].which else [*known, why]
        elif known and not known[-1].which and not one.which:
            known[-1] = joined(known[-1], one)
        else:
            known.append(one)
    return known


def _named(found: Sequence[Told], names: ActivityIndex[str]) -> list[Told]:
    """Return what is told, of each that is only named ("leskist en pilot klaar") what is told of the next."""
    known: list[Told] = []
    for one in reversed(found):
        alone = known and known[-1].words and not (one.tells or one.which or one.excepted)
        known.append(
            replace(known[-1], words=one.said, said=one.said) if alone and names.rank(one.said) else one
        )
    return known[::-1]


def _but(told: Told) -> Told:
    """Return what is told of something that is done but for a part of it."""
    return replace(told, stand=None, hint=Hint.NEARLY) if told.stand is Stand.DONE else told
