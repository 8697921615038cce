"""What is a message about? Words weighed by how few activities use them, tolerant of compounds and typos.

The index is built once for a plan; ranking a message only looks words up in it. It serves activities and
milestones alike: whatever has a title and a text.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Generic, TypeVar

from language.words import GENERIC_STEMS, SYNONYM_STEMS, fold, says_little, stem, subject_stems

Key = TypeVar("Key", bound=Hashable)

IN_TITLE = 1.6
GENERIC, ACRONYM = 0.4, 1.2  # how telling a word is that any activity may use, and an abbreviation
PHRASE = 0.8  # two neighbours that are neighbours in the plan too, on top of each word's own weight
MENTIONED = 100.0  # "activiteit 7" leaves nothing to guess
SHARED = 5  # letters that two words share before they can be one compound or one inflection
TYPO = 0.75
SYNONYM = 0.8
LONG_ENOUGH = 7  # letters a word needs before one wrong letter in it is a typo, not another word
HOLDS = 0.6  # the least closeness of a compound to the word that it holds
FADING = 0.1  # the subject comes first, circumstances follow: how fast words lose weight
SURE, AHEAD = 1.0, 1.12  # the least score, and how far ahead of the second, for a best match
TELLING = (
    0.6  # the least that telling words must score, as part of what a word scores that only one place has
)
LONGEST = 2000

_ACRONYM = re.compile(r"\b[A-Z]{3,}\b|\b[A-Z]&[A-Z]\b")
_MENTION = re.compile(r"\bact(?:iviteit|\.)? ?(\d{1,3})\b")


@dataclass(frozen=True, kw_only=True)
class Vocabulary(Generic[Key]):
    """The words of one activity (or milestone): its number or key, its title, its text in the plan."""

    number: Key
    title: str
    text: str = ""


class ActivityIndex(Generic[Key]):
    """Ranks the vocabularies by how well a text fits them."""

    def __init__(self, vocabularies: Sequence[Vocabulary[Key]]) -> None:
        self._keys = [vocabulary.number for vocabulary in vocabularies]
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._phrases: dict[tuple[str, str], set[int]] = defaultdict(set)
        for place, vocabulary in enumerate(vocabularies):
            self._learn(place, vocabulary)
        acronyms = {
            stem(fold(word)) for v in vocabularies for word in _ACRONYM.findall(f"{v.title} {v.text}")
        }
        for word, places in self._weights.items():
            worth = log((len(self._keys) + 1) / len(places)) * (ACRONYM if word in acronyms else _worth(word))
            self._weights[word] = {place: weight * worth for place, weight in places.items()}
        self._heads, self._tails, self._typos = self._look_ups()

    def rank(self, text: str) -> list[tuple[Key, float]]:
        """Return keys with their scores, the best first; what shares no word with ``text`` is left out."""
        return self._ranked(text[:LONGEST], telling=False)

    def _ranked(self, text: str, *, telling: bool) -> list[tuple[Key, float]]:
        """Rank by all words of ``text``, or by those alone that are ``telling``."""
        scores: dict[int, float] = defaultdict(float)
        stems = subject_stems(text)
        for order, word in enumerate(dict.fromkeys(stems)):
            for place, score in self._word(word, telling=telling).items():
                scores[place] += score / (1 if telling else 1 + FADING * order)
        for first, second in pairwise(stems):
            for place, score in self._phrase(first, second):
                scores[place] += score
        for mention in _MENTION.finditer(fold(text)):
            for place, key in enumerate(self._keys):
                scores[place] += MENTIONED if str(key) == mention[1] else 0
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [(self._keys[place], round(score, 3)) for place, score in ranked if score > 0]

    def best(self, text: str) -> Key | None:
        """Return the key that ``text`` fits clearly better than any other, or None."""
        return clear_winner(self.rank(text))

    def sure(self, text: str) -> Key | None:
        """Return the best key where ``text`` leaves no doubt: not by words alone that people use of any of them."""
        best, telling = self.best(text), dict(self._ranked(text[:LONGEST], telling=True))
        enough = max(TELLING * log(len(self._keys) + 1), *telling.values(), 0.0)
        return best if best is not None and telling.get(best, 0.0) >= enough else None

    def _learn(self, place: int, vocabulary: Vocabulary[Key]) -> None:
        title, text = subject_stems(vocabulary.title), subject_stems(vocabulary.text)
        for word in (*text, *title):
            self._weights[word][place] = 1.0
        for word in title:
            self._weights[word][place] = IN_TITLE
        for phrase in (*pairwise(title), *pairwise(text)):
            self._phrases[phrase].add(place)

    def _look_ups(self) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
        heads, tails, typos = (defaultdict[str, list[str]](list) for _ in range(3))
        for word in self._weights:
            if len(word) >= SHARED:
                heads[word[:SHARED]].append(word)
                for mangled in _mangled(word):
                    typos[mangled].append(word)
            for start in range(1, len(word) - SHARED + 1):
                tails[word[start:]].append(word)
        return heads, tails, typos

    def _word(self, word: str, *, telling: bool) -> dict[int, float]:
        """Return each place's score for one word: the best of the words of the plan that it may be."""
        best: dict[int, float] = defaultdict(float)
        for known, closeness in self._close(word):
            if telling and any(map(says_little, (word, known, known[: _shared(word, known)]))):
                continue
            for place, weight in self._weights[known].items():
                best[place] = max(best[place], weight * closeness)
        return best

    def _close(self, word: str) -> Iterable[tuple[str, float]]:
        other = SYNONYM_STEMS.get(word, "")
        same = [(known, near) for known, near in ((word, 1.0), (other, SYNONYM)) if known in self._weights]
        if same:
            return same
        if len(word) < SHARED:
            return []
        return [*self._relatives(word), *((known, TYPO) for known in self._typos_of(word))]

    def _relatives(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield words that share a head, or of which one holds the other as its head or tail."""
        for known in self._heads.get(word[:SHARED], ()):
            shared = _shared(word, known)
            closeness = shared / max(len(word), len(known))
            if closeness >= HOLDS or shared == min(len(word), len(known)):
                yield known, max(HOLDS, closeness)
        for known in self._tails.get(word, ()):
            yield known, max(HOLDS, len(word) / len(known))
        for start in range(3, len(word) - SHARED + 1):
            if word[start:] in self._weights:
                yield word[start:], max(HOLDS, 1 - start / len(word))

    def _typos_of(self, word: str) -> set[str]:
        return {known for mangled in _mangled(word) for known in self._typos.get(mangled, ())}

    def _phrase(self, first: str, second: str) -> Iterator[tuple[int, float]]:
        places = self._phrases.get((first, second), ())
        idf = log((len(self._keys) + 1) / len(places)) if places else 0.0
        worth = PHRASE * idf * min(_worth(first), _worth(second))
        return ((place, worth) for place in places)


def _worth(word: str) -> float:
    """Return how telling a word is in itself: a long word is a compound, which names one thing."""
    if word in GENERIC_STEMS:
        return GENERIC
    return ACRONYM if "&" in word else min(1.2, 0.5 + len(word) / 14)


def clear_winner(ranked: Sequence[tuple[Key, float]]) -> Key | None:
    """Return the first key of a ranking when it is clearly ahead, or None."""
    if not ranked or ranked[0][1] < SURE:
        return None
    ahead = len(ranked) == 1 or ranked[0][1] >= AHEAD * ranked[1][1]
    return ranked[0][0] if ahead else None


def _mangled(word: str) -> Iterator[str]:
    """Yield ``word`` and it less each one letter: words one typo apart have one of these in common."""
    yield word
    if len(word) >= LONG_ENOUGH:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
