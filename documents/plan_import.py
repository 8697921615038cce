"""A file becomes a plan as read: activities, milestones, figures, meetings, what was skipped or is doubted.

Nothing here knows one region's plan. Tables are told apart by headings and content, activities by headings,
columns or the names of sheets; what is no table of the plan stays as the vocabulary of its activity.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from documents.plan import indicators as plan_indicators
from documents.plan import meetings as plan_meetings
from documents.plan.columns import SAMPLE, Columns, recognised
from documents.plan.contents import is_period
from documents.plan.files import Format, PlanUnreadable, checked
from documents.plan.headings import NO_MILESTONES, Role, TableKind
from documents.plan.milestones import read_milestone
from documents.plan.outline import ACTIVITY, LINE, Outline
from documents.plan.tables import Document, Paragraph, Row, Table
from documents.plan.tables_csv import read_csv
from documents.plan.tables_docx import read_docx
from documents.plan.tables_xlsx import read_xlsx
from documents.plan.titles import titled
from documents.plan.unheaded import WithoutHeadings, by_content, says_how
from documents.plan.years import Years
from programme.plan.keys import with_keys
from programme.plan.reading import IndicatorRead, MeetingRead, MilestoneRead, Note, PlanReading
from programme.text import Phrase, _

READERS: Mapping[Format, Callable[[Path], Document]] = {
    Format.DOCX: read_docx,
    Format.XLSX: read_xlsx,
    Format.CSV: read_csv,
}
LABELS_OF_LINES = ("lijn", "programmalijn", "actielijn")
LABELS_OF_TITLES = ("titel", "onderwerp", "naam", "activiteit", "naam activiteit")

__all__ = ["PlanUnreadable", "read_document", "read_plan"]


def read_plan(path: Path) -> PlanReading:
    """Read the plan in a .docx, .xlsx or .csv file.

    Raise ``PlanUnreadable``, which says what to do, for a file that is damaged, locked, too large, of another
    type than its name says, with macros or formulas, or without a table of milestones.
    """
    document = READERS[checked(path)](path)
    reading = read_document(document, path.stem)
    if not reading.milestones:
        raise PlanUnreadable(
            _("The file {file} has no table with milestones.", file=path.name),
            _("Give it a table with headings such as “Wat”, “Wanneer” and “Wie”, a row for each milestone."),
        )
    return titled(reading, document, path.stem)


def read_document(document: Document, name: str = "") -> PlanReading:
    """Read a plan from paragraphs and tables of a file of that ``name``; without milestones when there are none."""
    reader = _read(document, _Reader(Years(document, name)))
    if reader.unheaded:
        headed = frozenset(milestone.activity for milestone in reader.milestones)
        plain = WithoutHeadings(headed=headed, named=reader.outline.numbers())
        reader = _read(document, _Reader(Years(document, name), plain))
    return reader.finished()


def _read(document: Document, reader: "_Reader") -> "_Reader":
    for block in document.blocks:
        if isinstance(block, Table):
            reader.table(block)
        else:
            reader.paragraph(block)
    return reader


class _Reader:
    def __init__(self, years: Years, plain: WithoutHeadings | None = None) -> None:
        self.outline = Outline()
        self.years = years
        self.plain = plain
        self.unheaded = False
        self.milestones: list[MilestoneRead] = []
        self.indicators: list[IndicatorRead] = []
        self.indicator_places: list[Phrase] = []
        self.meetings: dict[str, MeetingRead] = {}
        self.skipped: list[Note] = []
        self.doubts: list[Note] = []
        self.columns: Columns | None = None
        self.width = 0
        self.last: int | None = None
        self.over = ""
        self.of_activity = ""

    def paragraph(self, paragraph: Paragraph) -> None:
        self.over = paragraph.text
        self.outline.read(paragraph)
        self.years.heading(paragraph, activity=bool(ACTIVITY.match(paragraph.text)))
        told = plan_meetings.meetings_in(paragraph.text)
        self._meet(*(one for one in told if self.outline.current is None or plan_meetings.of_the_plan(one)))

    def table(self, table: Table) -> None:
        self.years.table(table.rows)
        columns = self._continued(table)
        claimed = columns is not None
        if columns is not None and self.outline.current != self.last:
            says = _("The columns have no headings; they are read as those of the table before it.")
            self.doubts.append(Note(place=table.place, says=says))
        before: list[Row] = []
        below = 0
        for at, row in enumerate(table.rows):
            if row.is_empty() or at < below:
                continue
            if found := recognised(table.rows[at : at + SAMPLE], first=columns is None):
                columns, claimed, below = found, True, at + found.deep
                self._start(table, found)
                self._above(before)
                before = []
            elif columns is None:
                before.append(row)
            else:
                self._row(row, columns)
        if not claimed and not self._by_content(table, before):
            self._other(table, before)
        elif claimed and before:
            self._above(before)
        self.last = self.outline.current

    def _by_content(self, table: Table, rows: list[Row]) -> bool:
        """Read a table without headings by what stands in it, where there may be milestones in such a one."""
        columns = by_content(rows, self.over)
        self.unheaded |= columns is not None
        if columns is None or self.plain is None or not self.plain.may_be_of(self.outline.named):
            return False
        first = next(at for at, row in enumerate(rows) if len(row.own()) > 1)
        self._above(rows[:first])
        self.of_activity = ""
        for row in rows[first:]:
            self._milestone(row, columns)
        self.doubts.append(Note(place=table.place, says=says_how(columns)))
        return True

    def _start(self, table: Table, columns: Columns) -> None:
        if columns.kind is TableKind.MILESTONES:
            self.columns, self.width = columns, len(table.rows[0].cells)
            self.of_activity = ""

    def _continued(self, table: Table) -> Columns | None:
        """A table without a heading after one of the same width goes on with it, as over a page break."""
        if not table.rows or self.columns is None or len(table.rows[0].cells) != self.width:
            return None
        if any(recognised(table.rows[at:]) for at in range(min(5, len(table.rows)))):
            return None
        dated = [row for row in table.rows if any(map(is_period, self.columns.times(row)))]
        return self.columns if len(dated) * 2 > len(table.rows) else None

    def _above(self, rows: list[Row]) -> None:
        for row in rows:
            if self._label(row):
                self.outline.add(self.outline.current, *row.own())
            else:
                self.outline.stands_over(row)
            self.years.title(" ".join(row.own()))

    def _row(self, row: Row, columns: Columns) -> None:
        if columns.kind is TableKind.MILESTONES:
            self._milestone(row, columns)
        elif columns.kind is TableKind.INDICATORS:
            self._indicator(row, columns)
        else:
            self._meeting(row, columns)

    def _milestone(self, row: Row, columns: Columns) -> None:
        if _is_title(row, columns):
            self.outline.read(Paragraph(text=row.own()[0], place=row.place))
            self.years.title(row.own()[0])
            return
        activity = self._activity(row, columns)
        reading = read_milestone(row, columns, activity, self.years.of(row, columns))
        self.doubts += reading.doubts
        self.outline.add(activity, *row.own())
        if reading.milestone:
            self.milestones.append(reading.milestone)
        if reading.skipped:
            self.skipped.append(reading.skipped)

    def _activity(self, row: Row, columns: Columns) -> int:
        """The activity of a row; an empty cell in its column means that of the row above."""
        cell, title = columns.text(row, Role.ACTIVITY), columns.text(row, Role.TITLE)
        self.of_activity = cell or title or self.of_activity
        if not self.of_activity:
            return self.outline.activity_here(row.place)
        activity = self.outline.activity_of(self.of_activity, " ".join(title.split()), row.place)
        self.outline.stands_in(activity, columns.text(row, Role.LINE))
        return activity

    def _indicator(self, row: Row, columns: Columns) -> None:
        indicator = plan_indicators.read_indicator(row, columns, self.outline.goal)
        if indicator is None or NO_MILESTONES.search(self.outline.heading):
            self.skipped.append(Note(place=row.place, says=_("There are no target figures in this row.")))
            return
        self.indicators.append(indicator)
        self.indicator_places.append(row.place)

    def _meeting(self, row: Row, columns: Columns) -> None:
        meeting = plan_meetings.meeting_of(columns.text(row, Role.NAME), columns.text(row, Role.FREQUENCY))
        if meeting:
            self._meet(meeting)
        else:
            says = _(
                "“{name}” has no number of times a year.", name=" ".join(columns.text(row, Role.NAME).split())
            )
            self.skipped.append(Note(place=row.place, says=says))

    def _meet(self, *meetings: MeetingRead) -> None:
        for meeting in meetings:
            self.meetings.setdefault(meeting.name.casefold(), meeting)

    def _other(self, table: Table, rows: list[Row]) -> None:
        for row in rows:
            self._label(row)
            self.outline.add(self.outline.current, *row.own())
        current = self.outline.current
        says = _("This is no table of milestones, target figures or meetings.")
        if current is not None:
            says = _(
                "This is no table of milestones; its words are kept with activity {number}.", number=current
            )
        if rows:
            self.skipped.append(Note(place=table.place, says=says))

    def _label(self, row: Row) -> bool:
        """A row with a name beside "Lijn" or "Titel" says so of the activity that is being read."""
        own = row.own()
        label = own[0].strip(" :").casefold() if len(own) == 2 else ""
        if label == "activiteit" and re.match(r"\d", own[1]):
            self.outline.read(Paragraph(text=f"{own[0]} {own[1]}", place=row.place))
        if self.outline.current is not None and label in LABELS_OF_LINES:
            self.outline.stands_in(self.outline.current, own[1])
        elif label in LABELS_OF_TITLES:
            self.outline.name(own[1])
        return label in LABELS_OF_LINES or label in LABELS_OF_TITLES

    def finished(self) -> PlanReading:
        milestones = with_keys(self.milestones)
        sessions, session_doubts = plan_meetings.sessions_of(milestones)
        indicators = plan_indicators.dated(self.indicators, milestones)
        activities = self.outline.activities({milestone.activity for milestone in milestones})
        doubts = [*self.outline.doubts, *self.doubts, *session_doubts, *self._year_doubts(indicators)]
        doubts += [
            Note(
                place=_("activity {number}", number=activity.number),
                says=_("It stands in several lines; the first is taken as its line."),
            )
            for activity in activities
            if len(activity.lines) > 1
        ]
        return PlanReading(
            region=self.outline.region,
            region_title=self.outline.region_title,
            lines=self.outline.lines(),
            activities=activities,
            milestones=milestones,
            indicators=indicators,
            meetings=tuple(self.meetings.values()),
            sessions=tuple(sessions),
            skipped=tuple(self.skipped),
            doubts=tuple(doubts),
        )

    def _year_doubts(self, indicators: tuple[IndicatorRead, ...]) -> list[Note]:
        """Years that were only numbered are guessed: say so once for each guess, where it is first made."""
        guesses: dict[tuple[int, int], Note] = {}
        for before, after, place in zip(self.indicators, indicators, self.indicator_places, strict=True):
            if not plan_indicators.is_dated(before):
                order, year = before.years[0], after.years[0]
                says = _("Year {order} of the target figures is read as {year}.", order=order, year=str(year))
                guesses.setdefault((order, year), Note(place=place, says=says))
        return list(guesses.values())


def _is_title(row: Row, columns: Columns) -> bool:
    """A row with one text only, over the whole width or naming an activity or line, is a title."""
    own = row.own()
    if len(own) != 1:
        return False
    wide = sum(cell.across for cell in row.cells) >= max(1, len(row.cells) - 2)
    return wide or bool(ACTIVITY.match(own[0]) or LINE.match(own[0]))
