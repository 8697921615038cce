"""Which words of a plan may be meant by a word of a message: the same, a synonym, a compound, or one typed wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from language.words import synonyms

SHARED = 5  # letters that two words share before they can be one compound or one inflection
HOLDS = 0.6  # the least closeness of a compound to the word that it holds
SYNONYM = 0.8
TYPO = (0.8, 0.7)  # how close a word is with one letter wrong, and with two
ONE_WRONG, TWO_WRONG = 6, 9  # letters a word needs before so much in it is a slip, and not another word


class Lexicon:
    """The stems of a plan, to look others up in."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = frozenset(stems)
        self._heads, self._tails, self._first = (defaultdict[str, list[str]](list) for _ in range(3))
        for stem in self._stems:
            if len(stem) >= SHARED:
                self._heads[stem[:SHARED]].append(stem)
            if len(stem) >= ONE_WRONG - 1 and "&" not in stem:
                self._first[stem[0]].append(stem)
            for start in range(1, len(stem) - SHARED + 1):
                self._tails[stem[start:]].append(stem)
        self.close = lru_cache(maxsize=4096)(self._close)

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def _close(self, word: str, stem: str) -> tuple[tuple[str, float], ...]:
        """Return the stems of the plan that a word with its ``stem`` may be, each with how close it is (0 to 1)."""
        other = synonyms().get(word, "")
        same = tuple((known, near) for known, near in ((stem, 1.0), (other, SYNONYM)) if known in self._stems)
        if same or len(stem) < SHARED:
            return same
        best: dict[str, float] = {}
        for known, near in (*self._relatives(stem), *self._typed_wrong(stem)):
            best[known] = max(near, best.get(known, 0.0))
        return tuple(best.items())

    def _relatives(self, stem: str) -> Iterator[tuple[str, float]]:
        """Yield words that share a head, or of which one holds the other as its head or tail."""
        for known in self._heads.get(stem[:SHARED], ()):
            common = shared(stem, known)
            closeness = common / max(len(stem), len(known))
            if closeness >= HOLDS or common == min(len(stem), len(known)):
                yield known, max(HOLDS, closeness)
        for known in self._tails.get(stem, ()):
            yield known, max(HOLDS, len(stem) / len(known))
        for start in range(3, len(stem) - SHARED + 1):
            if stem[start:] in self._stems:
                yield stem[start:], max(HOLDS, 1 - start / len(stem))

    def _typed_wrong(self, stem: str) -> Iterator[tuple[str, float]]:
        allowed = (len(stem) >= ONE_WRONG) + (len(stem) >= TWO_WRONG)
        if not allowed:
            return
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(
            stem, self._first.get(stem[0], ()), scorer=OSA.distance, score_cutoff=allowed, limit=5
        )
        for known, distance, _place in near:
            yield known, TYPO[int(distance) - 1]


def shared(one: str, other: str) -> int:
    """Return with how many letters two words begin alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
