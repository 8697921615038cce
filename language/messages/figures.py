"""The figures of a message and what stands around them: what both heads and amounts are read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from language.late import Late
from language.numbers import Number
from language.vocabulary.tables import Counted
from language.vocabulary.tongues import Language, counted_of
from language.words import stem

_SHORT = 4  # letters of an abbreviation
_LEADS_UP = 100  # letters before a figure that may say what it is
_TELLING = 60  # letters at the end of a word, more than any noun has: the rest of a long one decides nothing
_WORDS = 4  # between a figure and what it counts, the last of them included
_WORD = Late(r"[a-z&'-]*[a-z]")
_END = Late(r"[,;.!?(:)\n+]")
_COLON = Late(r"([a-z&'-]+) ?[:=(] ?$")
_LINED_UP = Late(r"(?:^|[,;.\n] ?|\baantal )([a-z&'-]+) $")
_THING = Late(r" ?[a-z][\w-]*(?: [a-z][\w-]*)?")
UNITS = ("hours", "minutes", "quarters", "euros")
_STOPS = Late(r" ?(?:$|[,;.)\n])| [-–] ")


@dataclass(frozen=True, kw_only=True)
class Patterns:
    """How a language counts, compiled: ``signs`` under their names in ``Counted``."""

    nouns: tuple[tuple[str, re.Pattern[str]], ...]
    named_hours: re.Pattern[str]
    with_us: re.Pattern[str]
    signs: dict[str, re.Pattern[str]]


@cache
def patterns_of(language: Language) -> Patterns:
    """Compile how a language counts, at first use."""
    counted = counted_of(language)
    signs = {one.name: getattr(counted, one.name) for one in fields(Counted) if one.name != "with_us"}
    return Patterns(
        nouns=tuple((kind, re.compile(_noun(nouns.split()))) for kind, nouns in counted.nouns.items()),
        named_hours=re.compile(rf"\b({'|'.join(sorted(counted.an_hour, key=len, reverse=True))})\b"),
        with_us=re.compile(counted.with_us.format(numbers="|".join(counted.together))),
        signs={name: re.compile(sign) for name, sign in signs.items() if isinstance(sign, str)},
    )


def _noun(nouns: Sequence[str]) -> str:
    """Return what ends in one of these; a short one only behind a hyphen, or "bestellen" would end in "llen"."""
    long, short = ("|".join(n for n in nouns if (len(n) > _SHORT) is wanted) for wanted in (True, False))
    return rf"(?:(?:[\w&'-]*[\w-])?(?:{long})|(?:[\w&'-]*-)?(?:{short or long}))$"


@dataclass(frozen=True, kw_only=True)
class Figures:
    """A folded text with the numbers in it that count something."""

    plain: str
    numbers: Sequence[Number]
    counted: Counted
    patterns: Patterns

    @classmethod
    def of(cls, plain: str, numbers: Sequence[Number], language: Language) -> "Figures":
        """Take the numbers of a text in a language."""
        return cls(plain=plain, numbers=numbers, counted=counted_of(language), patterns=patterns_of(language))

    def before(self, sign: str, start: int) -> re.Match[str] | None:
        """Find a sign that leads up to a place; what stands further back says nothing of it."""
        return self.patterns.signs[sign].search(self.plain[max(0, start - _LEADS_UP) : start])

    def behind(self, sign: str, end: int) -> re.Match[str] | None:
        """Match a sign that follows on a place."""
        return self.patterns.signs[sign].match(self.plain, end)

    def anywhere(self, sign: str) -> bool:
        """Whether a sign stands in the text at all."""
        return self.patterns.signs[sign].search(self.plain) is not None

    def finditer(self, sign: str) -> Iterator[re.Match[str]]:
        """Find every place where a sign stands."""
        return self.patterns.signs[sign].finditer(self.plain)

    def between(self, place: int) -> str:
        """Return what stands between a number and the one before it; nothing before the first."""
        return self.plain[self.numbers[place - 1].end : self.numbers[place].start] if place else ""

    def stops(self, place: int) -> bool:
        """Whether a clause ends with the number."""
        return _STOPS.match(self.plain, self.numbers[place].end) is not None

    def kind_of(self, word: str) -> str:
        """Return the field of Counts that a word is counted in, or nothing."""
        end = word[-_TELLING:]
        return next((kind for kind, pattern in self.patterns.nouns if pattern.fullmatch(end)), "")

    def noun(self, place: int) -> tuple[str, str, int]:
        """Return what the number counts, the word for it, and where that ends; nothing where none tells."""
        number = self.numbers[place]
        end = self.numbers[place + 1].start if place + 1 < len(self.numbers) else len(self.plain)
        after = _END.split(self.plain[number.end : end], maxsplit=1)[0]
        own = self.patterns.signs["own"].match(after)
        skipped = own.end() if own else 0
        return self._following(after[skipped:], number.end + skipped) or self._leading(number)

    def nearest(self, place: int, *, but: str = "") -> float | None:
        """Return how many there are of what was counted last before a place, or of whom is counted behind it.

        ``but``: a kind that is passed over.
        """
        for other in reversed(range(place)):
            before = self.numbers[other]
            unit = any(self.behind(sign, before.end) for sign in UNITS)
            if not unit and _THING.match(self.plain, before.end) and not (but and self.noun(other)[0] == but):
                return before.value
        behind = range(place + 1, len(self.numbers))
        return next(
            (self.numbers[other].value for other in behind if self.noun(other)[0] not in ("", but)), None
        )

    def times_of(self, what: str, place: int) -> float | None:
        """Return how many there are of a thing by its word in the singular, wherever that is told."""
        kind = self.kind_of(what)
        for other, number in enumerate(self.numbers):
            if other != place and self._counts(other, number, what, kind):
                return number.value
        return None

    def _counts(self, place: int, number: Number, what: str, kind: str) -> bool:
        if kind:
            return self.noun(place)[0] == kind
        words = _THING.match(self.plain, number.end)
        return bool(words and any(stem(word).endswith(stem(what)) for word in words[0].split()))

    def _following(self, after: str, start: int) -> tuple[str, str, int] | None:
        """Return the noun among the words behind a figure: behind "school" may come the "teachers" of it."""
        found: tuple[str, str, int] | None = None
        for match in list(_WORD.finditer(after))[:_WORDS]:
            kind = self.kind_of(match[0])
            if kind:
                found = kind, match[0], start + match.end()
            elif found or self._passes(match[0]):
                break
        return found

    def _passes(self, word: str) -> bool:
        signs = self.patterns.signs
        return bool(signs["turn"].fullmatch(word) or signs["thing"].fullmatch(word))

    def _leading(self, number: Number) -> tuple[str, str, int]:
        """Return the noun that stands before a figure: "leerlingen: 24", "een man of 10", "klas van 24"."""
        before, end = self.plain[max(0, number.start - _LEADS_UP) : number.start], number.end
        lined = _LINED_UP.search(before) if _STOPS.match(self.plain, end) else None
        for match in (_COLON.search(before), lined):
            if match and self.kind_of(match[1]):
                return self.kind_of(match[1]), match[1], end
        if about := self.before("or_so", number.start):
            return self.kind_of(about["noun"]), "", end
        if self.before("class_of", number.start):
            return "pupils", "", end
        return ("people" if self.before("coming_with", number.start) else ""), "", end
