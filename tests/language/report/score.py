"""Right, wrong or not found: one rule for everybody's readings.

A reader gives every meaning that its answer may generously be taken for; it is right when the case's is among them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from language.dates.reading import read_day
from tests.language.moment import BREAKS
from tests.language.report.cases import DateCase, Meaning, sorted_rule

# ``partly``: wrong, but with the right day, or a day inside the period that was meant.
Verdict = Literal["right", "partly", "wrong", "nothing"]
Readings = frozenset[Meaning]
Reader = Callable[[Sequence[DateCase]], Iterable[Readings]]
Judge = Callable[[DateCase, Readings], Verdict]
Scores = Mapping[str, Counter[Verdict]]

NOTHING: Meaning = ("none", "", "", "")
KINDS = ("day", "period", "moment", "span", "rule", "none", "error")
_PARTS = {("06:00", "12:00"), ("12:00", "18:00"), ("18:00", "00:00")}
_CALENDAR = re.compile(r"vakan|schooljaar", re.IGNORECASE)


def ours(cases: Sequence[DateCase]) -> Iterable[Readings]:
    """Read each case as the bot does."""
    for case in cases:
        found = read_day(case.text, case.now, breaks=BREAKS)
        yield frozenset({(found.kind, iso(found.start), iso(found.end), sorted_rule(found.rule))})


def iso(value: date | datetime | None) -> str:
    """Write a day or moment as the tables do."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else ""


def verdict(case: DateCase, readings: Readings) -> Verdict:
    """Judge what somebody read in a case; no readings is nothing found."""
    nothing = not readings or readings == {NOTHING}
    if case.meaning in readings or (nothing and case.meaning[0] == "none"):
        return "right"
    if nothing:
        return "nothing"
    return "partly" if any(_touches(case.meaning, one) for one in readings) else "wrong"


def _touches(meant: Meaning, read: Meaning) -> bool:
    first, last, day = meant[1][:10], (meant[2] or meant[1])[:10], read[1][:10]
    return bool(first and day) and first <= day <= last


def rival_verdict(case: DateCase, readings: Readings) -> Verdict:
    """Judge as ``verdict``, and forgive what is a matter of convention or beyond what a library can say.

    Refusing what cannot be is right without a word about it, and of a part of a day any hour will do.
    """
    if case.meaning[0] == "error" and not readings:
        return "right"
    if _part_of_day(case.meaning) and any(_in_part(case.meaning, one) for one in readings):
        return "right"
    return verdict(case, readings)


def _part_of_day(meaning: Meaning) -> bool:
    kind, start, end, _rule = meaning
    return kind == "span" and (start[11:16], end[11:16]) in _PARTS


def _in_part(meant: Meaning, read: Meaning) -> bool:
    kind, start, end, _rule = read
    return kind in ("moment", "span") and start < meant[2] and (end or start) >= meant[1]


def needs_calendar(case: DateCase) -> bool:
    """Tell whether only the region's own school calendar can answer."""
    return bool(_CALENDAR.search(case.text)) and case.meaning[0] != "none"


def tally(cases: Sequence[DateCase], verdicts: Iterable[Verdict]) -> Scores:
    """Count the verdicts by the kind of the case."""
    scores: dict[str, Counter[Verdict]] = {kind: Counter() for kind in KINDS}
    for case, one in zip(cases, verdicts, strict=True):
        scores[case.meaning[0]][one] += 1
    return scores
