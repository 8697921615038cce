"""Which milestone is a text about? By the words of its title, among those that stand in the plan."""

from collections.abc import Sequence
from functools import lru_cache

from language.messages.index import ActivityIndex, Vocabulary, clear_winner
from programme.records import Milestone

CONVINCING = 0.45  # the least part of what the title itself would score


def meant(text: str, milestones: Sequence[Milestone]) -> str | None:
    """Return the open milestone that ``text`` is clearly about: not by one word that it happens to share with a title.

    Where the words fit one that is closed better, it may be about that one, and somebody is asked.
    """
    whole, ranked = index(tuple((one.key, one.title) for one in milestones)), rank(text, milestones)
    best = clear_winner(ranked)
    fits = next((one for one in milestones if one.key == whole.best(text)), None)
    if best is None or (fits and fits.closed):
        return None
    title = next(one.title for one in milestones if one.key == best)
    return best if ranked[0][1] >= CONVINCING * dict(rank(title, milestones))[best] else None


def likeliest(text: str, milestones: Sequence[Milestone]) -> tuple[str, int]:
    """Return the open milestone that ``text`` names best, however little, and where it begins to; "" for none."""
    found = index(tuple((one.key, one.title) for one in milestones if not one.closed)).meant(text)
    return (found.candidates[0][0], found.at[0][0]) if found.candidates and found.at else ("", 0)


def rank(text: str, milestones: Sequence[Milestone]) -> list[tuple[str, float]]:
    """Return (milestone, score) of those that ``text`` may be about, the best first."""
    return index(tuple((one.key, one.title) for one in milestones if not one.closed)).rank(text)


@lru_cache(maxsize=32)
def index(titles: tuple[tuple[str, str], ...]) -> ActivityIndex[str]:
    """Return the index of milestones by (key, title); of the same ones it is built once."""
    return ActivityIndex([Vocabulary(number=key, title=title) for key, title in titles])
