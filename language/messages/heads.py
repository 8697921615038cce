"""Who took part: the pupils, teachers, companies, schools and people that the figures of a message count."""

from collections.abc import Iterator
from dataclasses import dataclass

from language.messages.figures import Figures
from language.vocabulary.tongues import joints


@dataclass(frozen=True, kw_only=True)
class Head:
    """One figure of a kind: how many, where it stands, and how it goes with those before it.

    ``total``: all of them together. ``added``: others than those before it, not a part of them.
    """

    kind: str
    value: float
    start: int
    end: int
    total: bool = False
    added: bool = False


def heads(figures: Figures) -> list[Head]:
    """Return who is counted, in order."""
    return list(_Heads(figures).found())


def together(found: list[Head]) -> dict[str, int]:
    """Add up those that are told apart, and take the largest sum: it holds the others ("14 van de 20")."""
    sums: dict[str, list[int]] = {}
    for head in found:
        of_kind = sums.setdefault(head.kind, [0])
        of_kind[-1:] = [of_kind[-1] + int(head.value)] if head.added else [of_kind[-1], int(head.value)]
    return {kind: max(values) for kind, values in sums.items()} | {
        head.kind: int(head.value) for head in found if head.total
    }


@dataclass(frozen=True)
class _Named:
    """What a number counts, the word for it, and where that word ends."""

    kind: str
    noun: str
    end: int


class _Heads:
    """One text; first what each number counts, then how many that are."""

    def __init__(self, figures: Figures) -> None:
        self.figures, self.numbers = figures, figures.numbers
        self.signs = figures.patterns.signs
        self.named = [_Named(*figures.noun(place)) for place in range(len(self.numbers))]
        self.listed: set[int] = set()  # places that have their noun from another
        self._share_nouns()
        self._lend_attendance()
        self.parts_of_a_whole = {place for place in range(1, len(self.numbers)) if self._only_some(place)}

    def _share_nouns(self) -> None:
        """Give the noun of "29 + 31 kinderen" to both, and that of "11 leerlingen in 3a en 8 in 3b"."""
        for place in reversed(range(len(self.numbers) - 1)):
            if not self.named[place].kind and self._shares(place):
                self._lend(place, self.named[place + 1].kind)
        for place in range(1, len(self.numbers)):
            if not self.named[place].kind and (self._goes_on(place) or self._two_classes(place - 1)):
                self._lend(place, self.named[place - 1].kind)

    def _lend(self, place: int, kind: str) -> None:
        self.named[place] = _Named(kind, "", self.numbers[place].end)
        self.listed.add(place)

    def _lend_attendance(self) -> None:
        """Take for pupils who came, where no other people are spoken of: "28 van de 30 waren er", "22 gekomen"."""
        if self.figures.anywhere("others"):
            return
        expected = self.figures.anywhere("expected_behind")
        for place, number in enumerate(self.numbers):
            named = any(one.kind for one in self.named[max(0, place - 1) : place + 1])
            came = expected and self.figures.behind("came", number.end)
            if not named and (came or (place and self._only_some(place))):
                self.named[place] = _Named("pupils", "", number.end)

    def _two_classes(self, place: int) -> bool:
        """Whether the two classes before a figure are told one by one: "2 klassen van 28 en 26"."""
        if not place or not self.signs["classes"].fullmatch(self.figures.between(place)):
            return False
        joined = joints("and_").split("|")
        both = place + 1 < len(self.numbers) and self.figures.between(place + 1).strip() in joined
        return both and self.numbers[place - 1].value == 2 and self.named[place + 1].kind in ("", "pupils")

    def _shares(self, place: int) -> bool:
        between = self.figures.between(place + 1)
        if self.signs["next_class"].fullmatch(between) and self.named[place + 1].kind == "pupils":
            return self.figures.before("group_before", self.numbers[place].start) is not None
        joined = between.strip() in ("en", "and", "+", "&", "plus") or (
            between.strip() == "," and place + 1 in self.listed
        )
        return bool(
            joined and self.named[place + 1].kind and self.figures.before("opens", self.numbers[place].start)
        )

    def _goes_on(self, place: int) -> bool:
        joined = self.figures.before("joins", self.numbers[place].start)
        before = self.figures.between(place)
        inside = self.named[place - 1].kind and not any(sign in before for sign in ".;!?\n")
        return bool(joined and inside and self.figures.behind("group", self.numbers[place].end))

    def _only_some(self, place: int) -> bool:
        """Whether of this number no more took part than the one before it: "14 van de 20 kwamen"."""
        if not self.signs["out_of"].fullmatch(self.figures.between(place)):
            return False
        came = self.figures.behind("came", self.named[place].end)
        return bool(came or self.figures.before("came_before", self.numbers[place - 1].start))

    def found(self) -> Iterator[Head]:
        half = ""  # of boys and girls, who are told apart and are one group
        last: dict[str, int] = {}  # kind → the place that counted it before
        for place in range(len(self.numbers)):
            if place in self.parts_of_a_whole:
                continue
            named = self.named[place + (place + 1 in self.parts_of_a_whole)]
            value = self._value(place, named.kind) if named.kind else None
            if value is None or self.figures.behind("absent", named.end):
                continue
            told = named.noun if self.signs["parts"].fullmatch(named.noun) else ""
            added = bool(half and told and told != half) or self._apart(last.get(named.kind), place)
            yield self._head(place, named, value, added=added)
            half, last[named.kind] = told or half, place
            if told:
                yield from self._one_more(named)

    def _one_more(self, named: _Named) -> Iterator[Head]:
        """Yield the one girl of "zes jongens, een meisje": without an accent "een" is no number."""
        one = self.signs["one_more"].match(self.figures.plain, named.end)
        if one and not any(one.start() <= number.start < one.end() for number in self.numbers):
            yield Head(kind=named.kind, value=1, start=one.start(), end=one.end(), added=True)

    def _head(self, place: int, named: _Named, value: float, *, added: bool) -> Head:
        number = self.numbers[place]
        total = self.figures.before("in_all", number.start) or self.figures.behind(
            "in_all_behind", number.end
        )
        return Head(
            kind=named.kind, value=value, start=number.start, end=number.end, total=bool(total), added=added
        )  # fmt: skip

    def _value(self, place: int, kind: str) -> float | None:
        """Return how many a figure counts: "twee klassen van 24" are 48; None where nobody can tell."""
        figures, number = self.figures, self.numbers[place]
        between = figures.between(place)
        if self._two_classes(place):
            return number.value
        if place and kind == "pupils" and self.signs["classes"].fullmatch(between):
            return number.value * self.numbers[place - 1].value
        each = figures.before("repeated", number.start) or figures.behind("per", self.named[place].end)
        if each:
            times = figures.times_of(each["what"], place)
        else:
            times = figures.nearest(place) if figures.before("every", number.start) else 1.0
        return number.value * times if times else None

    def _apart(self, before: int | None, place: int) -> bool:
        """Whether those of a figure are others than those counted before: joined by "en", or of another class."""
        if before is None or self.figures.before("of_these", self.numbers[place].start):
            return False
        start = self.numbers[place].start
        nameless = not (self.named[before].noun or self.named[place].noun)  # "klas van 20, klas van 18"
        if self.figures.before("joins", start) or before in self.listed or nameless:
            return True
        here, there = self._group(place), self._group(before)
        return bool(here and there and here != there)

    def _group(self, place: int) -> str:
        """Return of which part of the whole a figure tells, or nothing."""
        number, end = self.numbers[place], self.named[place].end
        if behind := self.signs["group"].match(self.figures.plain, end):
            return self.figures.plain[end : behind.end() + 3]
        before = self.figures.before("group_before", number.start)
        return before[0] if before else ""
