"""What is a message about? Words weighed by how few activities use them, tolerant of compounds and typos.

The index is built once for a plan; ranking a message only looks words up in it. It serves activities and
milestones alike: whatever has a title and a text.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import Generic, TypeVar

from language.late import Late
from language.messages.abbreviations import in_capitals, initials, listed, written
from language.messages.lexicon import SHARED, Lexicon, shared
from language.words import Subject, fold, generic_stems, says_little, stem, subjects, synonyms

Key = TypeVar("Key", bound=Hashable)

IN_TITLE = 1.6
GENERIC, ACRONYM = 0.4, 1.2  # how telling a word is that any activity may use, and an abbreviation
PHRASE = 0.8  # two neighbours that are neighbours in the plan too, on top of each word's own weight
MENTIONED = 100.0  # "activiteit 7" leaves nothing to guess
FADING = 0.1  # the subject comes first, circumstances follow: how fast words lose weight
ASIDE = 0.4  # what a word is worth that tells who took part, what stood in the way, what comes next
USUAL = 0.35  # what reporting on nothing else before adds, as part of what a word scores that one place has
SURE, AHEAD = 1.0, 1.12  # the least score, and how far ahead of the second, for a best match
TELLING = (
    0.6  # the least that telling words must score, as part of what a word scores that only one place has
)
CANDIDATES, WORTHWHILE = 3, 0.4  # how many are offered, and the least part of the best score that one needs
LONGEST = 2000

_MENTION = Late(
    r"\b(?:act(?:iviteit|ivity|\.)?|a) ?(\d{1,3})\b(?! ?(?:u|uur|uren|x|keer|euro|€|%|pers\w*|man|hours?)\b)"
)


@dataclass(frozen=True, kw_only=True)
class Vocabulary(Generic[Key]):
    """The words of one activity (or milestone): its number or key, its title, its text in the plan."""

    number: Key
    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Meant(Generic[Key]):
    """What a text is about: ``sure`` where there is no doubt, else at most three ``candidates`` with their scores.

    ``confidence`` (0 to 1) is how likely the first candidate is the right one; ``at`` are the words that name it.
    """

    sure: Key | None
    candidates: tuple[tuple[Key, float], ...]
    confidence: float
    at: tuple[tuple[int, int], ...] = ()


class ActivityIndex(Generic[Key]):
    """Ranks the vocabularies by how well a text fits them."""

    def __init__(self, vocabularies: Sequence[Vocabulary[Key]]) -> None:
        self.keys = tuple(vocabulary.number for vocabulary in vocabularies)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._phrases: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._joined: dict[str, set[int]] = defaultdict(set)  # "tiny house", for who types it as one word
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._little: dict[str, bool] = {}
        for place, vocabulary in enumerate(vocabularies):
            self._learn(place, vocabulary)
        short = {word for v in vocabularies for word in written(f"{v.title} {v.text}")}
        for known, places in self._weights.items():
            worth = self._rarity(len(places)) * (ACRONYM if known in short else _worth(known))
            self._weights[known] = {place: weight * worth for place, weight in places.items()}
        self._lexicon = Lexicon(self._weights)
        self._places = {key: place for place, key in enumerate(self.keys)}
        self._numbers: dict[str, list[int]] = defaultdict(list)  # two plans may number alike
        for place, key in enumerate(self.keys):
            self._numbers[str(key)].append(place)

    def rank(self, text: str, before: Mapping[Key, float] | None = None) -> list[tuple[Key, float]]:
        """Return keys with their scores, the best first; what shares no word with ``text`` is left out."""
        return self._keyed(self._scores(_Heard.of(text), telling=False, before=before or {}))

    def best(self, text: str) -> Key | None:
        """Return the key that ``text`` fits clearly better than any other, or None."""
        return clear_winner(self.rank(text))

    def sure(self, text: str) -> Key | None:
        """Return the best key where ``text`` leaves no doubt: not by words alone that people use of any of them."""
        return self.meant(text).sure

    def meant(
        self,
        text: str,
        *,
        before: Mapping[Key, float] | None = None,
        aside: Sequence[tuple[int, int]] = (),
    ) -> Meant[Key]:
        """Return what ``text`` is about.

        ``before``: how often its sender reported on what before (it settles what is in doubt, and decides nothing
        alone). ``aside``: the stretches that tell circumstances, whose words weigh less.
        """
        if not self.keys:
            return Meant(sure=None, candidates=(), confidence=0.0)
        heard = _Heard.of(text, aside)
        scores = self._scores(heard, telling=False, before=before or {})
        ranked = self._keyed(scores)
        telling = self._scores(heard, telling=True, before={})
        best = clear_winner(ranked)
        top = self._places[ranked[0][0]] if ranked else 0
        evidence = telling.get(top, 0.0) / self._rarity(1)
        enough = max(TELLING, max(telling.values(), default=0.0) / self._rarity(1))
        sure = best is not None and evidence >= enough
        likely = [one for one in ranked if one[1] >= WORTHWHILE * ranked[0][1]][:CANDIDATES]
        return Meant(
            sure=best if sure else None,
            candidates=tuple(likely),
            confidence=_confidence(ranked, evidence) if ranked else 0.0,
            at=tuple(self._naming(heard, top)) if ranked else (),
        )

    def _naming(self, heard: "_Heard", place: int) -> Iterable[tuple[int, int]]:
        """Yield where the words stand that score for a place."""
        stems = {one.stem for one, _weight in heard.words if place in self._word(one, telling=False)}
        for subject in heard.every:
            if subject.stem in stems:
                yield subject.at, subject.at + len(subject.word)

    def _rarity(self, places: int) -> float:
        return log((len(self.keys) + 1) / places)

    def _keyed(self, scores: Mapping[int, float]) -> list[tuple[Key, float]]:
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return [(self.keys[place], round(score, 3)) for place, score in ranked if score > 0]

    def _scores(self, heard: "_Heard", *, telling: bool, before: Mapping[Key, float]) -> dict[int, float]:
        """Score every place by all words of a text, or by those alone that are ``telling``."""
        scores: dict[int, float] = defaultdict(float)
        for order, (subject, weight) in enumerate(heard.words):
            worth = weight / (1 if telling else 1 + FADING * order)
            for place, score in self._word(subject, telling=telling).items():
                scores[place] += score * worth
        for first, second in pairwise(heard.words):
            for place, score in self._pair(first[0], second[0]):
                scores[place] += score * min(first[1], second[1])
        for place in (place for word in heard.capitals for place in self._initials.get(word, ())):
            scores[place] += ACRONYM * self._rarity(1)
        for place in (place for number in heard.numbers for place in self._numbers.get(number, ())):
            scores[place] += MENTIONED
        self._lean(scores, before)
        return scores

    def _lean(self, scores: dict[int, float], before: Mapping[Key, float]) -> None:
        """Lean towards what the sender reported on before, among what shares a word with the text."""
        most = sum(before.values())
        for key, often in before.items():
            place = self._places.get(key)
            if place in scores:
                scores[place] += USUAL * self._rarity(1) * often / most

    def _learn(self, place: int, vocabulary: Vocabulary[Key]) -> None:
        title, text = subjects(vocabulary.title), subjects(vocabulary.text)
        for one in (*text, *title):
            self._weights[one.stem][place] = 1.0
            self._little[one.stem] = says_little(one.word)
        for one in title:
            self._weights[one.stem][place] = IN_TITLE
        for first, second in (*pairwise(title), *pairwise(text)):
            self._phrases[first.stem, second.stem].add(place)
            self._joined[first.word + second.stem].add(place)
        for name in (*listed(f"{vocabulary.title}. {vocabulary.text}"), *initials(vocabulary.title)):
            self._initials[name].add(place)

    def _word(self, subject: Subject, *, telling: bool) -> dict[int, float]:
        """Return each place's score for one word: the best of the words of the plan that it may be."""
        best: dict[int, float] = defaultdict(float)
        if telling and says_little(subject.word):
            return best
        for place in self._joined.get(subject.stem, ()):
            best[place] = self._rarity(1)
        trust = GENERIC if says_little(subject.word) and subject.word not in synonyms() else 1.0
        for known, closeness in self._lexicon.close(subject.word, subject.stem):
            if telling and (self._little.get(known) or self._shares_little(subject.stem, known)):
                continue
            for place, weight in self._weights[known].items():
                best[place] = max(
                    best[place], weight * closeness * (1.0 if known in generic_stems() else trust)
                )
        return best

    def _shares_little(self, one: str, known: str) -> bool:
        common = shared(one, known)
        return SHARED <= common < max(len(one), len(known)) and says_little(known[:common])

    def _pair(self, first: Subject, second: Subject) -> Iterable[tuple[int, float]]:
        """Yield what two neighbours add: neighbours in the plan too, or one word of the plan typed as two."""
        places = self._phrases.get((first.stem, second.stem), ())
        worth = self._rarity(len(places)) if places else 0.0
        worth *= PHRASE * min(_worth(first.stem), _worth(second.stem))
        yield from ((place, worth) for place in places)
        whole = stem(first.word + second.word)
        if whole in self._lexicon:
            yield from self._weights[whole].items()


@dataclass(frozen=True)
class _Heard:
    """The words of a text with their weights, its abbreviations, and the activities that it calls by their numbers."""

    words: list[tuple[Subject, float]]
    every: list[Subject]
    capitals: frozenset[str]
    numbers: list[str]

    @classmethod
    def of(cls, text: str, aside: Sequence[tuple[int, int]] = ()) -> "_Heard":
        text = text[:LONGEST]
        words: dict[str, tuple[Subject, float]] = {}
        every = subjects(text)
        for subject in every:
            beside = any(start <= subject.at < end for start, end in aside)
            words.setdefault(subject.stem, (subject, ASIDE if beside else 1.0))
        numbers = [match[1] for match in _MENTION.finditer(fold(text))]
        return cls(words=list(words.values()), every=every, capitals=in_capitals(text), numbers=numbers)


def _worth(known: str) -> float:
    """Return how telling a word is in itself: a long word is a compound, which names one thing."""
    if known in generic_stems():
        return GENERIC
    return ACRONYM if "&" in known else min(1.2, 0.5 + len(known) / 14)


def clear_winner(ranked: Sequence[tuple[Key, float]], least: float = SURE) -> Key | None:
    """Return the first key of a ranking when it is clearly ahead, with the ``least`` score; or None."""
    if not ranked or ranked[0][1] < least:
        return None
    ahead = len(ranked) == 1 or ranked[0][1] >= AHEAD * ranked[1][1]
    return ranked[0][0] if ahead else None


def _confidence(ranked: Sequence[tuple[Key, float]], evidence: float) -> float:
    """Return how likely the first of a ranking is right: by how far it is ahead, and how much tells so."""
    margin = 1 - ranked[1][1] / ranked[0][1] if len(ranked) > 1 else 1.0
    return 1 / (1 + exp(1.5 - 3.0 * margin - 2.0 * min(evidence, 1.5)))
