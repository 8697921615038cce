"""A row under the years of a table of target figures becomes an indicator."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from documents.plan.columns import Columns
from documents.plan.headings import Role
from documents.plan.tables import Row
from programme.plan.reading import IndicatorRead, MilestoneRead

FIGURE = re.compile(r"(?<![\w,.])\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+(?:,\d+)?")
FIRST_CALENDAR_YEAR = 100


def read_indicator(row: Row, columns: Columns, goal: str) -> IndicatorRead | None:
    """Read a row of target figures; years are still those of the heading. None when it has no figures."""
    name = " ".join(columns.text(row, Role.INDICATOR).split())
    written = [row.cells[at].text for at, _year in columns.years]
    targets = tuple(target(text) for text in written)
    if not name or name.startswith("*") or not any(figure is not None for figure in targets):
        return None
    return IndicatorRead(
        name=name,
        goal=re.sub(r"^\d+[\s.:)]+", "", " ".join(columns.text(row, Role.GOAL).split())) or goal,
        baseline=target(columns.text(row, Role.BASELINE))
        if columns.text(row, Role.BASELINE)
        else _base(written),
        years=tuple(year for _at, year in columns.years),
        targets=targets,
    )


def target(text: str) -> float | None:
    """Return the figure in a cell: a sum where it has a plus sign, an int when whole, None without one."""
    figures = [_number(match[0]) for match in FIGURE.finditer(text)]
    if not figures:
        return None
    return sum(figures) if "+" in text else figures[0]


def dated(
    indicators: Iterable[IndicatorRead], milestones: Sequence[MilestoneRead]
) -> tuple[IndicatorRead, ...]:
    """Give ``jaar 1`` its calendar year: the last year of the table is the last of the plan."""
    last = max((milestone.due.year for milestone in milestones if milestone.due), default=None)
    return tuple(_in_years(indicator, last) for indicator in indicators)


def is_dated(indicator: IndicatorRead) -> bool:
    """Return whether the years of an indicator are calendar years."""
    return all(year >= FIRST_CALENDAR_YEAR for year in indicator.years)


def _in_years(indicator: IndicatorRead, last: int | None) -> IndicatorRead:
    if is_dated(indicator) or last is None:
        return indicator
    highest = max(indicator.years)
    return replace(indicator, years=tuple(date(last - highest + year, 1, 1).year for year in indicator.years))


def _base(written: Sequence[str]) -> float | None:
    """``401 + 10``, ``401 + 20``: what is the same in every year, with a growth, is the baseline."""
    firsts = {target(text.split("+")[0]) for text in written}
    return firsts.pop() if len(firsts) == 1 and all("+" in text for text in written) else None


def _number(text: str) -> float:
    plain = re.sub(r"[. ](?=\d{3})", "", text).replace(",", ".")
    return float(plain) if "." in plain else int(plain)
