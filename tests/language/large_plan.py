"""A plan as large as plans get: a hundred activities with ten milestones each, their words made up from syllables."""

import random

from language.messages.index import ActivityIndex, Vocabulary
from tests.language.plan import TITLES_AND_TEXTS

_ONSETS, _NUCLEI, _CODAS = (
    ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z"],
    ["a", "e", "i", "o", "u", "aa", "ee", "oo", "ie", "oe"],
    ["k", "l", "m", "n", "r", "s", "t", "ng"],
)


def _word(random_: random.Random) -> str:
    pick = random_.choice
    return "".join(pick(_ONSETS) + pick(_NUCLEI) + pick(_CODAS) for _ in range(random_.randint(2, 4)))


def large_plan(activities: int = 100, milestones: int = 10) -> list[Vocabulary[int]]:
    """Return the small plan's activities, and others of which each milestone has eight words of its own or shared."""
    random_ = random.Random(4)
    shared = [_word(random_) for _ in range(2000)]
    known = [
        Vocabulary(number=number, title=title, text=text)
        for number, (title, text) in enumerate(TITLES_AND_TEXTS, start=1)
    ]
    made = [
        Vocabulary(
            number=number,
            title=" ".join(random_.sample(shared, 4)),
            text=". ".join(" ".join(random_.sample(shared, 8)) for _ in range(milestones)),
        )
        for number in range(len(known) + 1, activities + 1)
    ]
    return known + made


def large_index() -> ActivityIndex[int]:
    """Index the large plan."""
    return ActivityIndex(large_plan())


def milestones_index() -> ActivityIndex[int]:
    """Index its thousand milestones, each by a title of its own."""
    titles = [title for one in large_plan() for title in one.text.split(". ")]
    return ActivityIndex([Vocabulary(number=place, title=title) for place, title in enumerate(titles)])
