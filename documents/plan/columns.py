"""Which column of a table holds what, by its heading and by what stands under it; never by its position."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from documents.plan.contents import ANY_YEAR, in_units, is_time, length, portion
from documents.plan.headings import HEADINGS, NO_MILESTONES, YEAR, Role, TableKind, scores
from documents.plan.tables import Cell, Row
from language.plan.frequencies import read_frequency
from language.plan.owners import owner_like
from language.plan.periods import Sure, read_period

LONGEST_HEADING = 60
LONGEST_NEW_HEADING = 25
SAMPLE = 40
TIMES = (Role.WHEN, Role.START, Role.END)
UNITS = re.compile(r"\b(week|kwartaal)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Columns:
    """The columns of each role, of a table with rows of one kind, under ``deep`` rows of headings.

    ``years`` are the columns of target figures, each with a calendar year, or with the order of the year in
    the plan when it is below 100; ``units`` what a bare number in a column of time counts, and ``over_times``
    what stands over those columns.
    """

    kind: TableKind
    of: Mapping[Role, tuple[int, ...]]
    years: tuple[tuple[int, int], ...] = ()
    units: Mapping[int, str] = field(default_factory=dict)
    over_times: str = ""
    deep: int = 1

    def text(self, row: Row, role: Role) -> str:
        """Return what ``row`` has in the columns of ``role``, under each other where there are several."""
        columns = (at for at in self.of.get(role, ()) if at < len(row.cells))
        return "\n".join(filter(None, (self._in_words(row.cells[at].text, at) for at in columns)))

    def times(self, row: Row) -> tuple[str, ...]:
        """Return what the row has in each column of time that is not empty."""
        return tuple(filter(None, (self.text(row, role) for role in TIMES)))

    def _in_words(self, text: str, at: int) -> str:
        return in_units(text, self.units.get(at, ""))

    def repeated(self, row: Row, role: Role) -> bool:
        """Return whether what the row has for ``role`` is that of the row above, in one merged cell."""
        return any(row.cells[at].down for at in self.of.get(role, ()) if at < len(row.cells))


def recognised(rows: Sequence[Row], *, first: bool = True) -> Columns | None:
    """Return the columns when the first of ``rows`` is a heading over the others, else None.

    The ``first`` heading of a table may use words of its own; another one below it must be plain to see.
    """
    heading, deep = rows[0], 1
    if len(rows) > 2 and _goes_on(heading, rows[1]):
        heading, deep = _stacked(heading, rows[1]), 2
    below, own = rows[deep : deep + SAMPLE], heading.own()
    if len(own) < 2 or not below or any(len(text) > LONGEST_HEADING for text in own):
        return None
    found = _indicators(heading, below) or _milestones(heading, below, first) or _meetings(heading, below)
    return replace(found, deep=deep) if found else None


def _goes_on(heading: Row, under: Row) -> bool:
    """A second row of headings: parts of one that spans several columns, such as "Start" and "Eind"."""
    spans = len(heading.own()) > 1 and any(cell.across for cell in heading.cells)
    return spans and bool(under.own()) and all(scores(text) or YEAR.match(text) for text in under.own())


def _stacked(heading: Row, under: Row) -> Row:
    pairs = zip(heading.cells, under.cells, strict=True)
    texts = (over.text if cell.down else f"{over.text} {cell.text}".strip() for over, cell in pairs)
    return Row(cells=tuple(Cell(text=text) for text in texts), place=heading.place)


def _indicators(heading: Row, below: Sequence[Row]) -> Columns | None:
    years = []
    for at, text in enumerate(heading.texts()):
        if match := YEAR.match(text):
            years.append((at, int(match["year"] or match["order"])))
    figures = [
        row for row in below if sum(bool(re.search(r"\d", row.cells[at].text)) for at, _year in years) >= 2
    ]
    money = any("€" in text for row in (heading, *below) for text in row.texts())
    if len(years) < 2 or not figures or money or any(map(NO_MILESTONES.search, heading.texts())):
        return None
    rest = [at for at in range(len(heading.cells)) if at not in dict(years)]
    of = {role: _best(heading, rest, role) for role in (Role.INDICATOR, Role.BASELINE, Role.GOAL)}
    if not of[Role.INDICATOR]:
        free = [at for at in rest if (at,) not in of.values() and any(row.cells[at].text for row in below)]
        of[Role.INDICATOR] = (max(free, key=lambda at: length(below, at)),) if free else of.pop(Role.GOAL)
    if not of[Role.INDICATOR]:
        return None
    return Columns(kind=TableKind.INDICATORS, of=of, years=tuple(years))


def _meetings(heading: Row, below: Sequence[Row]) -> Columns | None:
    width = range(len(heading.cells))
    named = _best(heading, width, Role.FREQUENCY) or _best(heading, width, Role.WHEN)
    if not named and not _best(heading, width, Role.NAME):
        return None
    often = {at: portion(below, at, _yearly) for at in width}
    best = named[0] if named else max(width, key=lambda at: often[at])
    name = _best(heading, [at for at in width if at != best], Role.NAME)
    if often[best] < 0.5 or not (named or name) or any(map(_yearly, heading.texts())):
        return None
    if not name and best == 0:
        return None
    return Columns(kind=TableKind.MEETINGS, of={Role.NAME: name or (0,), Role.FREQUENCY: (best,)})


def _yearly(text: str) -> bool:
    frequency = read_frequency(text)
    return frequency is not None and frequency.yearly and len(text) < 60


def _milestones(heading: Row, below: Sequence[Row], first: bool) -> Columns | None:
    texts = heading.texts()
    if any(NO_MILESTONES.search(text) for text in texts):
        return None
    width = [at for at in range(len(texts)) if not heading.cells[at].across]
    named = {at: scores(texts[at]) for at in width}
    if not _is_heading(heading, below, named, first):
        return None
    units = {at: match[1] for at in width if (match := UNITS.search(texts[at]))}
    of = _times(named, below, units)
    taken = {at for columns in of.values() for at in columns}
    for role in (Role.LINE, Role.GOAL, Role.TITLE, Role.WHO, Role.ACTIVITY):
        at = _named(named, role, taken, below)
        of[role] = at
        taken |= set(at)
    of |= _what_and_how(named, below, taken)
    of[Role.WHO] = of[Role.WHO] or _owner_column(named, below, taken | set(of[Role.WHAT] + of[Role.HOW]))
    timed = of[Role.WHEN] or of[Role.START] or of[Role.END]
    owned = of[Role.WHO] and Role.WHO in named[of[Role.WHO][0]]
    if not of[Role.WHAT] or not (timed or (owned and named[of[Role.WHAT][0]])):
        return None
    over_times = " ".join(texts[at] for role in TIMES for at in of[role])
    return Columns(
        kind=TableKind.MILESTONES,
        of={role: at for role, at in of.items() if at},
        units={at: unit for at, unit in units.items() if at in of[Role.WHEN]},
        over_times=over_times,
    )


def _is_heading(
    heading: Row, below: Sequence[Row], named: Mapping[int, dict[Role, int]], first: bool
) -> bool:
    """Most cells name a role; in a first row one may do, when every column has a heading, and a short one."""
    known = sum(bool(found) for found in named.values())
    wanted = len(heading.own()) if first else 2 * len(heading.own()) - 1
    if _holds_a_period(heading, first):
        return False
    if known * 2 >= wanted and known >= 2:
        return True
    used = [at for at in named if length(below, at)]
    short = all(0 < len(heading.cells[at].text) <= LONGEST_NEW_HEADING for at in used)
    return first and known >= 1 and short


def _holds_a_period(row: Row, first: bool) -> bool:
    """``week 12`` is what a milestone has; several parts of a year side by side may be the heads of a timetable."""
    readings = [read_period(text, ANY_YEAR) for text in row.own()]
    plain = [reading for reading in readings if reading.periods and reading.sure is Sure.YES]
    yearless = [reading for reading in plain if reading.yearless]
    return len(plain) > len(yearless) or (len(yearless) == 1 if first else bool(yearless))


def _times(
    named: Mapping[int, dict[Role, int]], below: Sequence[Row], units: Mapping[int, str]
) -> dict[Role, tuple[int, ...]]:
    """The columns of time: by their heading, unless they hold none; else the one that reads as periods."""
    share = {at: portion(below, at, partial(is_time, unit=units.get(at, ""))) for at in named}
    found: dict[Role, tuple[int, ...]] = {}
    for role in (Role.START, Role.END, Role.WHEN):
        taken = {at for columns in found.values() for at in columns}
        wanted = [
            at for at in named if named[at].get(role) and Role.OTHER not in named[at] and at not in taken
        ]
        if role is not Role.WHEN:
            wanted = wanted[:1]
        found[role] = tuple(at for at in wanted if share[at] >= 0.25 or _parts_of_time(named, wanted, share))
    if not any(found.values()):
        best = max(share, key=lambda at: share[at], default=-1)
        if best >= 0 and share[best] >= 0.6 and Role.ACTIVITY not in named[best]:
            found[Role.WHEN] = (best,)
    return found


def _parts_of_time(
    named: Mapping[int, dict[Role, int]], wanted: Sequence[int], share: Mapping[int, float]
) -> bool:
    """A column of weeks beside one of years reads as nothing by itself; nor does a column left empty."""
    return len(wanted) > 1 or max(share.values(), default=0) < 0.25


def _named(
    named: Mapping[int, dict[Role, int]], role: Role, taken: set[int], below: Sequence[Row]
) -> tuple[int, ...]:
    free = [at for at in named if at not in taken and named[at].get(role)]
    if role is Role.ACTIVITY:
        free = [at for at in free if not _only_what(named, taken, at)]
        free = [at for at in free if _groups(below, at) or _beside_milestones(named, taken, at)]
    strongest = max(free, key=lambda at: (named[at][role], -at), default=None)
    return () if strongest is None else (strongest,)


def _groups(below: Sequence[Row], at: int) -> bool:
    """An activity stands over several rows, or is numbered; what differs in every row is a result."""
    texts = [row.cells[at].text for row in below if row.cells[at].text]
    numbered = sum(bool(re.match(r"(?:activiteit\s*)?\d{1,2}\b", text, re.IGNORECASE)) for text in texts)
    return bool(texts) and (numbered * 2 > len(texts) or len(set(texts)) < 0.8 * len(below))


def _only_what(named: Mapping[int, dict[Role, int]], taken: set[int], at: int) -> bool:
    return not any(
        found.get(Role.WHAT) for other, found in named.items() if other != at and other not in taken
    )


def _beside_milestones(named: Mapping[int, dict[Role, int]], taken: set[int], at: int) -> bool:
    """Where another column is called "wat", "activiteit" is no second name for it, be there one row of each."""
    says = HEADINGS[Role.WHAT]
    return any(
        found.get(Role.WHAT, 0) >= says["wat"]
        for other, found in named.items()
        if other != at and other not in taken
    )


def _what_and_how(
    named: Mapping[int, dict[Role, int]], below: Sequence[Row], taken: set[int]
) -> dict[Role, tuple[int, ...]]:
    """What comes from the column that says so most; a second one of that kind, or "hoe", says how."""
    free = [at for at in named if at not in taken and Role.OTHER not in named[at]]
    what = max(free, key=lambda at: _whatness(named[at], -at), default=None)
    if what is None or not (named[what].get(Role.WHAT) or named[what].get(Role.HOW)):
        prose = [at for at in free if not named[at] and length(below, at) > 0]
        what = max(prose, key=lambda at: length(below, at), default=None)
    if what is None:
        return {Role.WHAT: (), Role.HOW: ()}
    how = [at for at in free if at != what and (named[at].get(Role.HOW) or named[at].get(Role.WHAT))]
    return {Role.WHAT: (what,), Role.HOW: tuple(how)}


def _whatness(found: Mapping[Role, int], order: int) -> tuple[int, int]:
    pure = found.get(Role.WHAT, 0) - (3 if Role.HOW in found else 0)
    return pure, order


def _owner_column(
    named: Mapping[int, dict[Role, int]], below: Sequence[Row], taken: set[int]
) -> tuple[int, ...]:
    free = [at for at in named if at not in taken and not named[at]]
    best = max(free, key=lambda at: portion(below, at, owner_like), default=None)
    return (best,) if best is not None and portion(below, best, owner_like) >= 0.6 else ()


def _best(heading: Row, columns: Sequence[int] | range, role: Role) -> tuple[int, ...]:
    found = {at: scores(heading.cells[at].text).get(role, 0) for at in columns}
    best = max(found, key=lambda at: (found[at], -at), default=None)
    return (best,) if best is not None and found[best] else ()
