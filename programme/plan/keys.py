"""Which milestone is which, at the first reading and at every later one.

A key is made of the activity, the words of the title and the period, so that reordering rows or editing
punctuation changes nothing. Where an edit does change it, ``align`` finds the milestone that it was.
"""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Protocol

from programme.plan.reading import MilestoneRead

ALIKE = 0.72
SAME = 2.0
SMALL_WORDS = frozenset(
    ("de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "bij", "aan", "te", "tot", "door")
)


class Known(Protocol):
    """What must be known of a milestone to recognise it in a new reading."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def activity(self) -> int: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> date | None: ...  # noqa: D102
    @property
    def due(self) -> date | None: ...  # noqa: D102
    @property
    def owner(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """A new reading beside what is known: the milestones with the keys they keep, and the keys that vanished.

    ``guessed`` are the keys that were found by likeness only, to be shown before anything is changed.
    """

    milestones: tuple[MilestoneRead, ...]
    vanished: tuple[str, ...]
    guessed: tuple[str, ...]


def normal(title: str) -> str:
    """Return the words that carry a title: without case, accents, punctuation and small words."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[()\-'/]", "", plain)
    return " ".join(word for word in re.findall(r"[a-z0-9]+", words) if word not in SMALL_WORDS)


def with_keys(milestones: Sequence[MilestoneRead]) -> tuple[MilestoneRead, ...]:
    """Give every milestone its key; where title and period are the same, the owner is part of it."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, milestone in enumerate(milestones):
        alike[_base(milestone)].append(index)
    keys: dict[int, str] = {}
    for base, indexes in alike.items():
        keys |= dict(zip(indexes, _told_apart(base, [milestones[index] for index in indexes]), strict=True))
    return tuple(replace(milestone, key=keys[index]) for index, milestone in enumerate(milestones))


def _told_apart(base: str, milestones: Sequence[MilestoneRead]) -> list[str]:
    """By owner, so that one can change without the others; only twins are told apart by their order."""
    if len(milestones) == 1:
        return [base]
    seen: Counter[str] = Counter()
    order = sorted(range(len(milestones)), key=lambda i: (milestones[i].what, milestones[i].how, i))
    keys = [""] * len(milestones)
    for index in order:
        key = f"{base}-{_digest(normal(milestones[index].owner))[:4]}"
        seen[key] += 1
        keys[index] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys


def align(known: Sequence[Known], read: Sequence[MilestoneRead]) -> Alignment:
    """Give each milestone of ``read`` the key that it had, by key first, then by title, then by likeness."""
    left = {milestone.key: milestone for milestone in known}
    taken: dict[int, str] = {}
    for index, milestone in enumerate(read):
        if milestone.key in left:
            taken[index] = left.pop(milestone.key).key
    guessed = []
    for score, index, key in _candidates(left, read, taken):
        if index not in taken and key in left:
            taken[index] = left.pop(key).key
            guessed += [key] if score < SAME else []
    return Alignment(
        milestones=_unique([replace(m, key=taken.get(i, m.key)) for i, m in enumerate(read)], taken),
        vanished=tuple(left),
        guessed=tuple(guessed),
    )


def _unique(milestones: list[MilestoneRead], taken: dict[int, str]) -> tuple[MilestoneRead, ...]:
    """A new milestone must not get the key that an old one kept through an edit."""
    used = set(taken.values())
    for index, milestone in enumerate(milestones):
        if index in taken:
            continue
        key, order = milestone.key, 2
        while key in used:
            key, order = f"{milestone.key}-{order}", order + 1
        used.add(key)
        milestones[index] = replace(milestone, key=key)
    return tuple(milestones)


def _candidates(
    left: dict[str, Known], read: Sequence[MilestoneRead], taken: dict[int, str]
) -> list[tuple[float, int, str]]:
    titles = {title: normal(title) for title in {m.title for m in (*left.values(), *read)}}
    pairs = [
        (_likeness(old, new, titles), index, key)
        for index, new in enumerate(read)
        if index not in taken
        for key, old in left.items()
        if old.activity == new.activity
    ]
    return sorted((pair for pair in pairs if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1]))


def alike(one: str, other: str) -> float:
    """Return 2 for the same words, up to 1 for like ones, and 0 for what is too different to be the same."""
    if one == other:
        return SAME
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0  # most pairs by far: their letters alone tell them apart, at a tenth of the time
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def _likeness(old: Known, new: MilestoneRead, titles: Mapping[str, str]) -> float:
    """A shared day of the period decides between equally like titles, and then the owner."""
    same = alike(titles[old.title], titles[new.title])
    if not same:
        return 0.0
    owner = normal(old.owner) == normal(new.owner)
    return same + 0.1 * (old.due == new.due) + 0.05 * (old.start == new.start) + 0.02 * owner


def _base(milestone: MilestoneRead) -> str:
    period = f"{milestone.start or ''}/{milestone.due or ''}"
    return f"{milestone.activity}-{_digest(f'{normal(milestone.title)}|{period}')[:10]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
