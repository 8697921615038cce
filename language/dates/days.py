"""The days in a text, written out and in order; the clock time beside them is for ``reading`` to add."""

from functools import cache

from language.dates.far import FAR
from language.dates.feasts import FEASTS_AND_BREAKS
from language.dates.joined import in_its_week, joined
from language.dates.longer import LONGER
from language.dates.named import NAMED
from language.dates.of_month import OF_MONTH
from language.dates.pieces import DATE, FIGURE, Rule, rule
from language.dates.placed import Placed, placed
from language.dates.relative import RELATIVE
from language.dates.sided import sided
from language.dates.spans import Frame
from language.dates.spelled import Spelled
from language.late import Late

DIGIT = Late(r"\d")


@cache
def _grammar() -> tuple[Rule, ...]:
    """Compile the rules at first use."""
    return tuple(rule(*line) for line in (*FAR, *FEASTS_AND_BREAKS, *LONGER, *OF_MONTH, *NAMED, *RELATIVE))


def days(written: Spelled, frame: Frame) -> tuple[str, list[Placed]]:
    """Find the days; return the text with each of them struck out by ``DATE``, and the days in order."""
    text = plain = written.text
    sorts = written.sorts | (FIGURE if DIGIT.search(text) else 0)
    found: list[Placed] = []
    for line in _grammar():
        if line.needs & sorts != line.needs:
            continue
        start = 0
        while match := line.pattern.search(plain, start):
            start = max(match.end(), start + 1)
            one = placed(match, line.build, frame)
            if one is not None:
                found.append(one)
                plain = plain[: one.start] + DATE * (one.end - one.start) + plain[one.end :]
    found.sort(key=lambda one: one.start)
    whole = joined(text, found, frame) if found else found
    whole = [sided(text, plain, one, frame) for one in whole]
    return plain, in_its_week(text, whole) if len(whole) > 1 else whole
