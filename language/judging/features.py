"""What of a clause counts when it is judged: its words, which stand beside each other, their letters, what is denied.

Groups of letters carry what words alone do not: inflections, compounds and slips of the keys.
"""

import re
from itertools import pairwise

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[!?€%👍👎🎉💪🔥👏😅😊🙁😂🤷✅❌]")
_DENIES = frozenset(
    "niet geen nooit niks niets zonder nauwelijks niemand nergens amper not no never nothing without".split()  # noqa: SIM905
)
_REACH = 3  # words behind a denial that are denied
_LETTERS = 4


def features(plain: str) -> set[str]:
    """Return what counts of a folded text; the first letter says which kind of feature each is."""
    words = ["0" if word.isdigit() else word for word in _TOKEN.findall(plain)]
    bordered = ["^", *words, "$"]
    found = {f"w {word}" for word in words}
    found.update(f"p {one} {other}" for one, other in pairwise(bordered))
    found.update(f"d {word}" for word in _denied(words))
    for word in words:
        spaced = f" {word} "
        found.update(
            f"l{spaced[start : start + _LETTERS]}" for start in range(max(1, len(spaced) - _LETTERS + 1))
        )
    return found


def _denied(words: list[str]) -> set[str]:
    places = [place for place, word in enumerate(words) if word in _DENIES]
    return {word for place in places for word in words[place + 1 : place + 1 + _REACH]}
