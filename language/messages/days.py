"""Which of the days in a message it is about: when it took place, or when it will be done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from language.dates.reading import DayReading
from language.late import Late
from language.vocabulary.days import DAYS
from language.vocabulary.tongues import Language, language_of

LONG_AGO = timedelta(days=60)
_LONGEST = timedelta(days=92)  # what took place is not told by a longer period: "vorig jaar"
_NEAR = 80  # letters before a day that say what it is
# "1-2 of 3-4 keer" are figures; "op 1-2 of 3-4" are days.
_RANGES = Late(r"(?<![\w-])(?<!op )\d{1,2}-\d{1,2} (?:of|tot|or|to) \d{1,2}-\d{1,2} (?=[a-z]{2})")


@dataclass(frozen=True, kw_only=True)
class _Signs:
    given_up: tuple[re.Pattern[str], re.Pattern[str]]
    was: re.Pattern[str]
    missed: tuple[re.Pattern[str], re.Pattern[str]]
    to_come: re.Pattern[str]
    beside: re.Pattern[str]
    cause: re.Pattern[str]


@cache
def _signs(language: Language) -> _Signs:
    days = DAYS[language]
    return _Signs(
        given_up=(re.compile(days.given_up[0]), re.compile(days.given_up[1])),
        was=re.compile(days.was),
        missed=(re.compile(days.missed[0]), re.compile(days.missed[1])),
        to_come=re.compile(days.to_come),
        beside=re.compile(days.beside),
        cause=re.compile(days.cause),
    )


def without_ranges(plain: str, days: Sequence[DayReading]) -> list[DayReading]:
    """Leave out what only looks like a day."""
    ranges = [match.span() for match in _RANGES.finditer(plain)]
    return [day for day in days if not any(start <= day.at[0] < end for start, end in ranges)]


def rather_to_come(day: DayReading, ahead: Sequence[DayReading], today: date) -> date | None:
    """Return the day soon to come that a bare ``day``, read as long gone, rather is; None where it has been.

    ``ahead`` are the days of the same text, read ahead.
    """
    later = next((one.due for one in ahead if one.at == day.at), None)
    if day.due is None or later is None:
        return None
    return later if today - day.due > LONG_AGO >= later - today > timedelta(0) else None


@dataclass(frozen=True, kw_only=True)
class DaysTold:
    """The days of a folded text, read ``ahead`` and ``behind`` today, apart from those of what follows."""

    plain: str
    today: date
    ahead: Sequence[DayReading]
    behind: Sequence[DayReading]

    def took_place(self) -> DayReading | None:
        """Return the day on which something took place: the latest one that has been.

        Where none has been it is one that can only be still to come ("morgen"), so that somebody may say so.
        """
        real = [day for day in self.behind if day.kind != "period" or _length(day) <= _LONGEST]
        kept = [day for day in self._kept(real) if not self._is_to_come(day)]
        been = [day for day in kept if day.due and day.due <= self.today]
        return self._latest(been) or (kept[-1] if kept else None)

    def given(self, *, done: bool = False) -> DayReading | None:
        """Return the day of something that may still have to come: the latest one that has been, or else the last.

        ``done`` is what a milestone is told to be: a day long gone tells that it is still to be done.
        """
        kept = self._kept(self.behind)
        if not done:
            kept = [day for day in kept if not rather_to_come(day, self.ahead, self.today)]
        been = [day for day in kept if day.due and day.due <= self.today]
        return self._latest(been) or (kept[-1] if kept else None)

    def will_be(self) -> DayReading | None:
        """Return the day on which something will be done: the last one, and rather none that is told as a cause."""
        kept = self._kept(self.ahead)
        for sign in (self._signs.was, self._signs.cause):
            kept = [day for day in kept if not sign.search(self._before(day))] or kept
        return kept[-1] if kept else None

    def nearest(self) -> DayReading | None:
        """Return the day of what nobody knows to have been or to come: one that just was, or else the one ahead."""
        ahead = self.will_be()
        if ahead is None or ahead.due is None:
            return None
        been = next((day for day in self.behind if day.at == ahead.at and day.due), None)
        if been is None or been.due is None:
            return ahead
        ago, until = self.today - been.due, ahead.due - self.today
        return been if timedelta(0) <= ago <= LONG_AGO < until else ahead

    @cached_property
    def _signs(self) -> _Signs:
        return _signs(language_of(self.plain))

    def _before(self, day: DayReading) -> str:
        return self.plain[max(0, day.at[0] - _NEAR) : day.at[0]]

    def _latest(self, been: Sequence[DayReading]) -> DayReading | None:
        """Return the latest day, of those that can only have been where there are any; of equals the last."""
        plainly = [day for day in been if any(day.at == one.at and day.due == one.due for one in self.ahead)]
        return max(reversed(plainly or been), key=lambda day: day.due or self.today, default=None)

    def _kept(self, days: Sequence[DayReading]) -> list[DayReading]:
        """Leave out the days that are given up, where others are left."""
        dated = [day for day in days if day.due]
        return [day for day in dated if not self._given_up(day)] or dated

    def _given_up(self, day: DayReading) -> bool:
        before, after, signs = self._before(day), self.plain[day.at[1] :], self._signs
        old, cannot = signs.given_up
        missed, denied = signs.missed
        told = old.search(before) or cannot.match(after) or signs.beside.search(before)
        return bool(told or (missed.search(before) and denied.match(after)))

    def _is_to_come(self, day: DayReading) -> bool:
        """Whether a day that may have been is rather still to come: told so, or long ago and soon again."""
        later = next((one for one in self.ahead if one.at == day.at), None)
        if not (day.due and later and later.due and later.due > self.today):
            return False
        ago, until = self.today - day.due, later.due - self.today
        told = self._signs.to_come.search(self._before(day))
        return LONG_AGO < ago > until or bool(told and (ago > LONG_AGO or until <= LONG_AGO))


def _length(day: DayReading) -> timedelta:
    first, last = day.start, day.end
    return last - first if isinstance(first, date) and isinstance(last, date) else timedelta(0)
