"""A row under the headings of a milestone table becomes a milestone, with the doubts that it leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from documents.plan.columns import Columns
from documents.plan.headings import Role
from documents.plan.tables import Row
from documents.plan.years import NamedYear
from language.plan.owners import OwnersReading, read_owners, unbulleted
from language.plan.periods import PeriodReading, Sure, read_period
from language.plan.spans import months
from programme.plan.reading import MilestoneRead, Note
from programme.text import Phrase, _

NO_RESULT = re.compile(r"^(?:\*|n\.?b\.?\b|toelichting:|bron:|totaal\b|legenda\b)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class RowReading:
    """What a row gave: a milestone (still without a key) or the reason why not, and its doubts."""

    milestone: MilestoneRead | None = None
    skipped: Note | None = None
    doubts: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Time:
    when: str
    start: date | None
    due: date | None
    doubts: tuple[Phrase, ...]


def read_milestone(row: Row, columns: Columns, activity: int, year: NamedYear | None = None) -> RowReading:
    """Read one row of a milestone table; a period in it that names no year is of ``year``."""
    what = lines_of(columns.text(row, Role.WHAT))
    how = lines_of(columns.text(row, Role.HOW))
    if not what and not how:
        return RowReading(skipped=Note(place=row.place, says=_("There is no result in this row.")))
    if len(row.own()) == 1 and NO_RESULT.match(row.own()[0]):
        return RowReading(skipped=Note(place=row.place, says=_("This row is a note, not a milestone.")))
    time = _time(row, columns, year)
    owner = "\n".join(lines_of(columns.text(row, Role.WHO)))
    owners = read_owners(owner)
    milestone = MilestoneRead(
        key="",
        activity=activity,
        title=(what or how)[0],
        when=time.when,
        start=time.start,
        due=time.due,
        owner=owner,
        owners=owners.owners,
        partners=owners.partners,
        what=what,
        how=how,
        place=row.place,
    )
    says = [*time.doubts, *_owner_doubts(owners, merged=columns.repeated(row, Role.WHO))]
    if not what:
        says.append(_("There is no result here; the title is taken from how it is done."))
    return RowReading(
        milestone=milestone, doubts=tuple(Note(place=row.place, says=phrase) for phrase in says)
    )


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a cell that are not empty, without their bullets."""
    return tuple(line for line in map(unbulleted, text.splitlines()) if line)


def _time(row: Row, columns: Columns, year: NamedYear | None) -> _Time:
    first, last = columns.text(row, Role.START), columns.text(row, Role.END)
    spoken = lines_of(columns.text(row, Role.WHEN))
    if not spoken and (first or last):
        return _between(first, last, year)
    reading = read_period("\n".join(spoken))
    together = read_period(" ".join(spoken))
    if reading.sure is not Sure.YES and together.sure is Sure.YES and together.periods:
        reading, spoken = together, (" ".join(spoken),)
    when = "\n".join(spoken)
    reading = _placed(when, reading, year)
    if last and not first:
        reading = _ending(reading, _placed(last, read_period(last), year))
        when = "\n".join(filter(None, (when, last)))
    merged = columns.repeated(row, Role.WHEN)
    doubts = tuple(_time_doubts(when, reading, merged, year))
    return _Time(when=when, start=reading.start, due=reading.due, doubts=doubts)


def _placed(text: str, reading: PeriodReading, year: NamedYear | None) -> PeriodReading:
    return read_period(text, year.within) if reading.yearless and year else reading


def _between(first: str, last: str, year: NamedYear | None) -> _Time:
    """A column for the first day and one for the last; each may hold a whole period."""
    start, due = read_period(first), read_period(last)
    start_year, due_year = _year_of(due) or year, _year_of(start) or year
    start, due = _placed(first, start, start_year), _placed(last, due, due_year)
    both = [(text, r, of) for text, r, of in ((first, start, start_year), (last, due, due_year)) if text]
    doubts = [doubt for text, r, of in both for doubt in _time_doubts(text, r, False, of)]
    begins = start.start if first else (due.start if due.start != due.due else None)
    ends = due.due
    if begins and ends and begins > ends:
        doubts.append(_("The first day is after the last day; the first day is left out."))
        begins = None
    if not any(reading.periods for _text, reading, _year in both) and not doubts:
        doubts.append(_("There is no period: no due date."))
    return _Time(when=" - ".join(filter(None, (first, last))), start=begins, due=ends, doubts=tuple(doubts))


def _year_of(other: PeriodReading) -> NamedYear | None:
    """The year of the other end of a span of time, where that is in one year."""
    days = {day.year for day in (other.start or other.due, other.due or other.start) if day}
    within = {months(year, 1, 12) for year in days}
    if other.yearless or len(within) != 1:
        return None
    return NamedYear(within=within.pop(), source=_("the other end of it"))


def _ending(period: PeriodReading, last: PeriodReading) -> PeriodReading:
    return last if last.due and not period.due else period


def _time_doubts(when: str, reading: PeriodReading, merged: bool, year: NamedYear | None) -> Iterator[Phrase]:
    if not when:
        yield _("There is no period: no due date.")
    elif reading.yearless and reading.periods and year:
        yield _(
            "“{when}” names no year; {year} is taken from {source}.",
            when=when,
            year=year.label(),
            source=year.source,
        )
    elif reading.yearless:
        yield _("“{when}” names no year: no due date.", when=when)
    elif reading.sure is Sure.NO:
        yield _("The period “{when}” was not understood: no due date.", when=when)
    if reading.sure is Sure.PARTLY:
        yield _("The period “{when}” was understood in part.", when=when)
    if reading.either:
        yield _("“{when}” may be of another year too; check its days.", when=when)
    if len(reading.periods) > 1:
        yield _("Two periods stand in one cell; read as one milestone over both.")
    if merged and reading.periods:
        yield _("The period is shared with the row above, in one merged cell.")


def _owner_doubts(reading: OwnersReading, *, merged: bool) -> Iterator[Phrase]:
    if not reading.owners:
        yield _("There is no owner.")
    for name in reading.doubted:
        yield _("“{owner}” may be two owners; read as one.", owner=name)
    for name in () if merged else reading.partners:
        yield _("“{name}” is read as helping the owner, not as one.", name=name)
