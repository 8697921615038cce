"""What is left of a part that was cut from a message when it is shown under a label of its own.

The label says already that it is a success or a next step; the day, the figures and the activity have lines too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from language.late import Late, compiled
from language.messages.counts import COUNTABLE
from language.messages.reading import Reading
from language.vocabulary.tongues import language_of, tongue
from language.vocabulary.verdicts import AROUND, BEGUN, FELT, FURTHER, IN_COMPANY, NEXT, WELL, WENT, WITH
from language.words import fold

_WORD = Late(r"[\w&'-]+")
_COUNTED = Late(r" [a-z'&-]+")


def unlabelled(step: str) -> str:
    """Return a next step without the words that only call it one, unless there is nothing else."""
    label = compiled(NEXT).match(fold(step))
    return (step[label.end() :] if label else step) or step


@dataclass(frozen=True, kw_only=True)
class _Word:
    """A word of the praise: folded, and from where to where it stands there.

    ``told``: a line of its own says it. ``counted``: one of the day, or of the figures. ``little``: it says nothing of
    its own.
    """

    plain: str
    start: int
    end: int
    told: bool
    counted: bool
    little: bool

    @property
    def known(self) -> bool:
        """Whether it is no praise of its own."""
        return self.told or self.little


def praised(reading: Reading[Any]) -> str:
    """Return what a message says as praise: "" where it says no more than that it went well, of what, and with whom."""
    words = _without_trail(_without_run_up(list(_words(reading)), reading))
    if all(word.known or word.plain in WELL for word in words):
        return ""
    return reading.praise[words[_beyond(words)].start : _closed(reading.praise, words[-1].end)]


def _closed(praise: str, end: int) -> int:
    """Return where the praise ends, a sign or a smile behind its last word too."""
    return end if _WORD.search(praise, end) else len(praise)


def _without_run_up(words: list[_Word], reading: Reading[Any]) -> list[_Word]:
    """Leave out what only begins the report: when it was, of what, with whom ("robotica met 12 lln ging super")."""
    first = next((word for word in words if not word.little or word.plain in BEGUN), None)
    good = tongue(language_of(fold(reading.text))).good.search(fold(reading.praise))
    verdict = next((n for n, word in enumerate(words) if good and word.end > good.start()), 0)
    begun = next((n for n in range(verdict - 1, -1, -1) if words[n].told or words[n].plain in BEGUN), -1)
    if begun < 0 or first is None or not (first.told or first.plain in BEGUN):
        return words
    rest = words[_subject(words, begun + 1) :]
    if rest[0].plain in WITH:  # "met 3b verliep soepel"
        went = (n for n, word in enumerate(words[: verdict + 1]) if n > begun and word.plain in WENT)
        rest = words[next(went, verdict) :]
    return rest[1:] if len(rest) > 1 and rest[0].plain in FURTHER else rest


def _subject(words: list[_Word], verb: int) -> int:
    """Return where the sentence of a verb begins: "18 leerlingen waren blij" tells of them, "met 18 was leuk" not."""
    begin = verb
    if words[verb].plain in FELT and not words[verb - 1].counted:
        begin = verb - 1
        return begin - 1 if begin and words[begin - 1].plain in AROUND - BEGUN else begin
    while begin > 0 and words[begin - 1].counted:
        begin -= 1
    numbered = any(word.plain.isdigit() for word in words[begin:verb]) and words[verb].plain in WENT
    return begin if numbered and (begin == 0 or words[begin - 1].plain not in WITH) else verb


def _without_trail(words: list[_Word]) -> list[_Word]:
    """Leave out a day and figures that stand behind the praise, unless they belong to its sentence."""
    last = len(words)
    while last > 1 and (words[last - 1].counted or words[last - 1].plain in IN_COMPANY):
        last -= 1
    return words if words[last - 1].plain in (*WITH, *AROUND) else words[:last]


def _beyond(words: list[_Word]) -> int:
    """Return the place behind a bare verdict to which more is joined: "robotica gelukt en de ouders waren trots"."""
    place = 0
    while place < len(words) - 1 and words[place].known:
        place += 1
    verdict = place
    while place < len(words) - 1 and words[place].plain in WELL:
        place += 1
    joined = verdict < place < len(words) - 1 and words[place].plain in FURTHER
    return place + 1 if joined else 0


def _words(reading: Reading[Any]) -> Iterator[_Word]:
    begin = reading.at["praise"][0] if "praise" in reading.at else reading.text.find(reading.praise)
    plain = fold(reading.text)
    figures = [reading.at[name] for name in COUNTABLE if name in reading.at]
    nouns = [noun.span() for _start, end in figures if (noun := _COUNTED.match(plain, end))]
    spots = [*figures, *nouns, *([reading.at["date"]] if "date" in reading.at else [])]
    for word in _WORD.finditer(fold(reading.praise)):
        at = begin + word.start()
        counted = any(start <= at < end for start, end in spots)
        yield _Word(
            plain=word[0],
            start=word.start(),
            end=word.end(),
            told=counted or any(start <= at < end for start, end in reading.named),
            counted=counted,
            little=word[0].isdigit() or word[0] in AROUND,
        )
