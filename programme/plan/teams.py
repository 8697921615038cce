"""Which names in a plan are one owner: plans write the same team with other capitals, in the plural, or mistyped.

Only what cannot be another team is taken together: no word may be replaced, and numbers must agree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from programme.plan.keys import normal

LONG_ENOUGH = 6  # letters a word needs before one letter more in it is a slip, not another word
PLURALS = ("s", "n", "en")


def one_spelling(known: Iterable[str], names: Sequence[str]) -> Mapping[str, str]:
    """Return the spelling to keep of each of ``names``: that of a ``known`` team, else the one used most."""
    counted = Counter(names)
    spellings = list(dict.fromkeys((*known, *sorted(counted, key=lambda name: (-counted[name], name)))))
    return {
        name: next(kept for kept in spellings if kept == name or same_owner(kept, name)) for name in counted
    }


def same_owner(one: str, other: str) -> bool:
    """Whether two names can only be the same owner: capitals, a plural, or a letter too many set them apart."""
    ours, theirs = normal(one).split(), normal(other).split()
    return len(ours) == len(theirs) and all(map(_same_word, ours, theirs)) and bool(ours)


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(short) < LONG_ENOUGH or any(letter.isdigit() for letter in long):
        return False
    if long.removeprefix(short) in PLURALS:
        return True
    return len(long) == len(short) + 1 and any(
        _doubled(long, at) and long[:at] + long[at + 1 :] == short for at in range(1, len(long))
    )


def _doubled(word: str, at: int) -> bool:
    return word[at] == word[at - 1]
