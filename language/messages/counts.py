"""How many? Pupils, teachers, companies, schools, people, hours and euros in a message.

The words for what is counted are data of each language (``language/vocabulary/tables.py``).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from language.numbers import Number, find_numbers
from language.vocabulary.tongues import Language, language_of, words_of
from language.words import fold

_WORD = re.compile(r"[a-z&'-]*[a-z]")
_ONE_MORE = re.compile(r", | en | and ")
_END = re.compile(r"[,;.!?(:)\n]")
_COLON = re.compile(r"([a-z&'-]+) ?[:=(] ?$")
_CURRENCY = re.compile(
    r"(?:€|eur|(?:kosten|bedrag|waarde|cost|worth)(?: van| is| was| of|:)? (?:circa |"
    r"ca\.? |ongeveer |about )?) ?$"
)
HALF_DAY = 4.0  # hours
_SHORT = 4  # letters of an abbreviation
_LEADS_UP = 60  # letters

# More than this of anything in one report is a slip of the finger.
_MOST = {
    "pupils": 50_000, "teachers": 5_000, "companies": 5_000, "schools": 1_000, "people": 50_000, "hours": 10_000,
    "euros": 10_000_000,
}  # fmt: skip
_IN_PARTS = ("hours", "euros")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What a message counts; None is not said. Hours and euros are summed, people are not counted twice.

    ``impossible``: (what would be counted, the figure as it was typed) of figures that cannot be and are left out.
    ``at``: (what is counted, start, end) of the figures in the text.
    """

    pupils: int | None = None
    teachers: int | None = None
    companies: int | None = None
    schools: int | None = None
    people: int | None = None
    hours: float | None = None
    euros: float | None = None
    impossible: tuple[tuple[str, str], ...] = ()
    at: tuple[tuple[str, int, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, kw_only=True)
class _Patterns:
    """The word lists of a language as patterns."""

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    other: re.Pattern[str]
    hours: re.Pattern[str]
    minutes: re.Pattern[str]
    half_days: re.Pattern[str]
    an_hour: re.Pattern[str]
    euros: re.Pattern[str]
    thousands: re.Pattern[str]
    each: re.Pattern[str]
    priced: re.Pattern[str]
    days_each: re.Pattern[str]
    passed: re.Pattern[str]
    listed: re.Pattern[str]
    in_all: re.Pattern[str]
    class_of: re.Pattern[str]
    classes: re.Pattern[str]
    with_us: re.Pattern[str]
    coming_with: re.Pattern[str]
    joins: re.Pattern[str]
    parts: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    """Compile the words of a language at first use."""
    words = words_of(language)
    named = (
        "other", "hours", "minutes", "half_days", "euros", "thousands", "each", "priced", "days_each",
        "passed", "listed", "in_all", "class_of", "classes", "coming_with", "joins", "parts",
    )  # fmt: skip
    return _Patterns(
        kinds=tuple((kind, re.compile(_noun(nouns.split()))) for kind, nouns in words.counted.items()),
        an_hour=re.compile(rf"\b({'|'.join(sorted(words.an_hour, key=len, reverse=True))})\b"),
        with_us=re.compile(words.with_us.format(numbers="|".join(words.together))),
        **{name: re.compile(getattr(words, name)) for name in named},
    )


def _noun(nouns: Sequence[str]) -> str:
    """Return what ends in one of these; a short one only behind a hyphen, or "bestellen" would end in "llen"."""
    long, short = ("|".join(n for n in nouns if (len(n) > _SHORT) is wanted) for wanted in (True, False))
    return rf"(?:(?:[\w&'-]*[\w-])?(?:{long})|(?:[\w&'-]*-)?(?:{short or long}))$"


def possible(kind: str, value: float) -> bool:
    """Whether there can be so many of a kind (by its field in ``Counts``) in one report."""
    return 0 <= value <= _MOST[kind] and (kind in _IN_PARTS or value == int(value))


def read_counts(text: str, taken: Iterable[tuple[int, int]] = ()) -> Counts:
    """Count in ``text``; numbers inside the stretches ``taken`` belong to dates and times."""
    plain = fold(text)
    language = language_of(plain)
    stretches = tuple(taken)
    every = [
        number
        for number in find_numbers(text, language)
        if plain[number.start : number.end] not in words_of(language).few
    ]
    numbers = [
        number
        for before, number in zip((None, *every), every, strict=False)
        if not any(start <= number.start < end for start, end in stretches)
        or _how_long(plain, before, number, _patterns(language))
    ]
    return _Counting(plain, text, numbers, language).counts()


def _how_long(plain: str, before: Number | None, number: Number, patterns: _Patterns) -> bool:
    """Is this the length of several ("2 ochtenden van 3 uur"), though by itself it could be a time of day?"""
    each = before is not None and patterns.each.fullmatch(plain[before.end : number.start])
    return bool(each and patterns.hours.match(plain, number.end))


_Amount = tuple[float, int, int]  # how much, and where it stands


class _Counting:
    """One text in one language, its numbers known."""

    def __init__(self, plain: str, text: str, numbers: Sequence[Number], language: Language) -> None:
        self.plain, self.text, self.numbers = plain, text, numbers
        self.words, self.patterns = words_of(language), _patterns(language)
        self.impossible: list[tuple[str, str]] = []
        self.at: list[tuple[str, int, int]] = []

    def _before(self, start: int) -> str:
        """Return what leads up to a figure; what stands further back says nothing of it."""
        return self.plain[max(0, start - _LEADS_UP) : start]

    def counts(self) -> Counts:
        heads = self._heads()
        if match := self.patterns.with_us.search(self.plain):
            heads.setdefault("people", self.words.together[match[1]])
        if match := self.patterns.passed.search(self.plain):
            heads.setdefault("pupils", int(match[1]))
        amounts = {"hours": self._sum("hours", self._hours()), "euros": self._sum("euros", self._euros())}
        return Counts(**heads, **amounts, impossible=tuple(self.impossible), at=tuple(self.at))  # type: ignore[arg-type]

    def _heads(self) -> dict[str, int]:
        heads: dict[str, int] = {}
        half = ""  # of boys and girls, who are told apart and are one group
        for place, number in enumerate(self.numbers):
            end = self.numbers[place + 1].start if place + 1 < len(self.numbers) else len(self.plain)
            kind, noun = self._counted(number, end)
            if kind and not possible(kind, number.value):
                self.impossible.append((kind, self.text[number.start : number.end]))
            elif kind:
                told = noun if self.patterns.parts.fullmatch(noun) else ""
                apart = bool(half and told and told != half)
                heads[kind] = self._together(
                    heads.get(kind), self._people(place, kind), number.start, apart=apart
                )
                half = told or half
                self.at.append((kind, number.start, number.end))
        return heads

    def _people(self, place: int, kind: str) -> int:
        """Return how many a figure counts: "twee klassen van 24" are 48 pupils."""
        number, before = self.numbers[place], self.numbers[place - 1] if place else None
        between = self.plain[before.end : number.start] if before and kind == "pupils" else ""
        several = before and self.patterns.classes.fullmatch(between)
        return int(number.value * before.value) if before and several else int(number.value)

    def _together(self, known: int | None, value: int, start: int, *, apart: bool) -> int:
        """Add what is joined by "en"; otherwise a second figure is a part of the first ("14 van de 20")."""
        if known is None:
            return value
        return (
            known + value if apart or self.patterns.joins.search(self._before(start)) else max(known, value)
        )

    def _counted(self, number: Number, end: int) -> tuple[str, str]:
        """Return what ``number`` counts and the word for it: one of the next four words, or the word before a colon."""
        after = _END.split(self.plain[number.end : end], maxsplit=1)[0]
        for word in _WORD.findall(after)[:4]:
            if self.patterns.other.fullmatch(word):
                return "", ""
            if kind := self._kind_of(word):
                return kind, word
        before = self._before(number.start)
        if colon := _COLON.search(before):
            return self._kind_of(colon[1]), colon[1]
        if self.patterns.class_of.search(before):
            return "pupils", ""
        return "people" if self.patterns.coming_with.search(before) else "", ""

    def _kind_of(self, word: str) -> str:
        return next((kind for kind, pattern in self.patterns.kinds if pattern.fullmatch(word)), "")

    def _sum(self, kind: str, found: Sequence[_Amount]) -> float | None:
        """Add up amounts; where one of them is the total of the others, it is the sum."""
        wrong = [(kind, self.text[at:end]) for value, at, end in found if not possible(kind, value)]
        self.impossible += wrong
        if wrong or not found:
            return None
        self.at += [(kind, start, end) for _value, start, end in found]
        totals = [value for value, start, _end in found if self.patterns.in_all.search(self._before(start))]
        return totals[-1] if totals else sum(value for value, _start, _end in found)

    def _hours(self) -> list[_Amount]:
        """Return the hours; half days (of four hours) only where no hours are told."""
        amounts: list[_Amount] = []
        for before, number in zip((None, *self.numbers), self.numbers, strict=False):
            size = self._hours_each(number)
            if size:
                amounts.append((self._times(before, number) * number.value * size, number.start, number.end))
        named = [
            (self._times_at(match.start()) * self.words.an_hour[match[1]], *match.span())
            for match in self.patterns.an_hour.finditer(self.plain)
        ]
        amounts += [
            (value, first, last)
            for value, first, last in named
            if value % HALF_DAY and not any(start < last and first < end for _n, start, end in amounts)
        ]
        days = [number for number in self.numbers if self.patterns.half_days.match(self.plain, number.end)]
        return (
            amounts
            or [(HALF_DAY * number.value, number.start, number.end) for number in days]
            or [amount for amount in named if not amount[0] % HALF_DAY]
        )

    def _hours_each(self, number: Number) -> float:
        """Return the size of the unit behind a number, in hours; 0 where it counts no time."""
        if self.patterns.hours.match(self.plain, number.end):
            return 1.0
        if self.patterns.minutes.match(self.plain, number.end):
            return 1 / 60
        return 1.0 if self.patterns.listed.search(self._before(number.start)) else 0.0

    def _times_at(self, start: int) -> float:
        """Return how often: "3 monteurs elk een dagdeel" is three times."""
        before = next((number for number in reversed(self.numbers) if number.end <= start), None)
        each = before and self.patterns.each.fullmatch(self.plain[before.end : start])
        return before.value if before and each else 1.0

    def _times(self, before: Number | None, number: Number) -> float:
        """Return how often: "2 gastlessen van 3 uur" is twice."""
        between = self.plain[before.end : number.start] if before else ""
        if before and self.patterns.each.fullmatch(between):
            return before.value
        days = self.patterns.days_each.search(self._before(number.start))
        return 1.0 + len(_ONE_MORE.findall(days[1])) if days else 1.0

    def _euros(self) -> list[_Amount]:
        amounts: list[_Amount] = []
        for before, number in zip((None, *self.numbers), self.numbers, strict=False):
            times: float = 1000 if self.patterns.thousands.match(self.plain, number.end) else 1
            marked = _CURRENCY.search(self._before(number.start))
            if marked or self.patterns.euros.match(self.plain, number.end) or times > 1:
                between = self.plain[before.end : number.start] if before else ""
                times *= before.value if before and self.patterns.priced.fullmatch(between) else 1
                amounts.append((number.value * times, number.start, number.end))
        return amounts
