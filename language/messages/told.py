"""A message as all of it is judged: its clauses, its days, what was counted in it, and what the tables of signs say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from language.dates.reading import DayReading, find_days
from language.messages.clauses import Clause, clauses
from language.messages.counts import Counts, read_counts
from language.messages.days import without_ranges
from language.messages.figures import patterns_of
from language.messages.kinds import RESULTS, signs_of_result, weights
from language.vocabulary.tables import Kind
from language.vocabulary.tongues import Language, Tongue, in_plain_words, language_of, tongue
from language.words import fold
from programme.calendar import Break


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message, and what is read of it whatever its kind; who learns from messages reads them in this way too.

    ``plain``: the text folded. ``role``: those of its sender. ``ahead``, ``behind``: its days, looking ahead and
    looking back from ``now``, without those that were counted as hours. ``organisations``: the names of those that
    take part.
    """

    text: str
    plain: str
    now: datetime
    role: str
    language: Language
    pieces: Sequence[Clause]
    counts: Counts
    ahead: Sequence[DayReading]
    behind: Sequence[DayReading]
    organisations: Sequence[str] = ()

    @cached_property
    def tongue(self) -> Tongue:
        """Return the signs of the language it is written in."""
        return tongue(self.language)

    @cached_property
    def plainly(self) -> "Told":
        """Return the message with its turns of phrase in plain words, to be judged by: it cannot be cut from."""
        plain = in_plain_words(self.plain, self.tongue)
        if plain == self.plain:
            return self
        pieces = [replace(piece, plain=in_plain_words(piece.plain, self.tongue)) for piece in self.pieces]
        return replace(self, plain=plain, pieces=pieces)

    @cached_property
    def results(self) -> Mapping[str, str | None]:
        """Return, for each kind that has a result, the one that signs give."""
        return {kind: signs_of_result(kind, self.plain, self.tongue) for kind in RESULTS}

    @cached_property
    def weights(self) -> Mapping[Kind, float]:
        """Return how much speaks for each kind, by its signs and figures."""
        return weights(self.plain, self.role, self.counts, self.tongue, self.results)

    def to_come(self, piece: Clause) -> bool:
        """Whether a day that is still to come stands in a clause."""
        return any(self.is_to_come(day) for day in within(self.ahead, piece))

    def is_to_come(self, day: DayReading) -> bool:
        """Whether a day is after today."""
        return day.due is not None and day.due > self.now.date()


def told(
    text: str, now: datetime, breaks: Sequence[Break], role: str, organisations: Sequence[str] = ()
) -> Told:
    """Read what everything else is judged by of ``text``, as sent at ``now`` by somebody in ``role``."""
    plain = fold(text)
    found = without_ranges(plain, find_days(text, now, breaks=breaks))
    counts = read_counts(text, [day.at for day in found if day.kind != "error"])
    rest = _without_hours(text, found, counts)
    ahead = without_ranges(plain, find_days(rest, now, breaks=breaks)) if rest != text else found
    behind = without_ranges(plain, find_days(rest, now, back=True, breaks=breaks)) if ahead else []
    return Told(
        text=text,
        plain=plain,
        now=now,
        role=role,
        language=language_of(plain),
        pieces=clauses(text),
        counts=counts,
        ahead=ahead,
        behind=behind,
        organisations=organisations,
    )


def within(days: Sequence[DayReading], piece: Clause) -> list[DayReading]:
    """Return the days that stand in a clause."""
    return [day for day in days if day.due and piece.start <= day.at[0] < piece.end]


def _without_hours(text: str, days: Sequence[DayReading], counts: Counts) -> str:
    """Return ``text`` without what looks like a time of day and was counted as hours: the day itself is still one."""
    unit = patterns_of(language_of(fold(text))).signs["hours"]
    for kind, start, end in counts.at:
        if kind == "hours" and any(day.at[0] <= start < day.at[1] for day in days):
            told = unit.match(fold(text), end)
            last = told.end() if told else end
            text = text[:start] + " " * (last - start) + text[last:]
    return text
