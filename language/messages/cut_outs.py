"""What is left of a part that was cut from a message when it is shown under a label of its own.

The label says already that it is a success or a next step; the day, the figures and the activity have lines too.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from language.late import Late
from language.messages.reading import Reading
from language.vocabulary.verdicts import AROUND, FURTHER, NEXT, WELL
from language.words import fold

_WORD = Late(r"[\w&'-]+")
_COUNTED = Late(r" [a-z'&-]+")
_FIGURES = ("date", "pupils", "teachers", "companies", "schools", "people", "hours", "euros")


def unlabelled(step: str) -> str:
    """Return a next step without the words that only call it one, unless there is nothing else."""
    label = _label().match(fold(step))
    return (step[label.end() :] if label else step) or step


def praised(reading: Reading[Any]) -> str:
    """Return what a message says as praise: "" where it says no more than that it went well, of what, and with whom."""
    words = list(_words(reading))
    if all(known or plain in WELL for plain, _start, known in words):
        return ""
    return reading.praise[words[_beyond(words)][1] :]


def _beyond(words: list[tuple[str, int, bool]]) -> int:
    """Return the place behind a bare verdict to which more is joined: "robotica gelukt en de ouders waren trots"."""
    place = 0
    while place < len(words) - 1 and words[place][2]:
        place += 1
    verdict = place
    while place < len(words) - 1 and words[place][0] in WELL:
        place += 1
    joined = verdict < place < len(words) - 1 and words[place][0] in FURTHER
    return place + 1 if joined else 0


def _words(reading: Reading[Any]) -> Iterator[tuple[str, int, bool]]:
    """Yield the words of the praise, where each begins in it, and whether it is told elsewhere, or says nothing."""
    begin = reading.at["praise"][0] if "praise" in reading.at else reading.text.find(reading.praise)
    plain = fold(reading.text)
    spots = [reading.at[name] for name in _FIGURES if name in reading.at]
    nouns = [noun.span() for _start, end in spots if (noun := _COUNTED.match(plain, end))]
    spots += [*nouns, *reading.named]
    for word in _WORD.finditer(fold(reading.praise)):
        at = begin + word.start()
        told = word[0].isdigit() or word[0] in AROUND or any(start <= at < end for start, end in spots)
        yield word[0], word.start(), told


@cache
def _label() -> re.Pattern[str]:
    return re.compile(NEXT)
