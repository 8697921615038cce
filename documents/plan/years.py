"""The year of a period that names none: the one that a heading, rows beside it or the document names plainly.

In a plan for one year nobody writes that year in every row. It is taken from what stands nearest, and always
doubted; where two places could give it and do not agree, the period stays without days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from documents.plan.columns import Columns
from documents.plan.tables import Document, Paragraph, Row
from documents.plan.titles import in_words
from language.plan.periods import PeriodReading, read_period
from language.plan.spans import Span, months
from programme.text import Phrase, _
from programme.wording import span_of_years

LONGEST_MONTH, LONGEST_YEAR = 31, 366
LONGEST_CAPTION = 80
CAPTION = 10  # deeper than any heading


@dataclass(frozen=True, kw_only=True)
class NamedYear:
    """The days of a year or school year, and what names it."""

    within: Span
    source: Phrase

    def label(self) -> str:
        """Return it as people write it: ``2027``, or ``2026–2027`` for a school year."""
        first, last = self.within.start, self.within.due
        return span_of_years(first.year, last.year) if first and last else ""


def years_in(text: str) -> set[Span]:
    """Return the years that a title names, or runs of years; a month or a day in it only dates the document."""
    spans = read_period(text).periods
    return {_whole(span) for span in spans if _length(span) > LONGEST_MONTH}


def year_named(text: str) -> Span | None:
    """Return the one year or school year that a title names, or None for none, several or a run of years."""
    return _plain(years_in(text))


def _plain(years: set[Span]) -> Span | None:
    return (
        next(iter(years)) if len(years) == 1 and all(_length(one) <= LONGEST_YEAR for one in years) else None
    )


def _length(span: Span) -> int:
    return (span.due - span.start).days + 1 if span.start and span.due else 0


def _whole(span: Span) -> Span:
    if span.start and span.due and span.start.year == span.due.year:
        return months(span.start.year, 1, 12)
    return span


class Years:
    """Hears the headings and tables of a document in order, and knows the year of a row that names none."""

    def __init__(self, document: Document, name: str) -> None:
        within = _plain(_years_of(document, name))
        self._document = NamedYear(within=within, source=_("the title of the document")) if within else None
        self._over: dict[int, str] = {}
        self._title = ""
        self._rows: Sequence[Row] = ()
        self._beside: _Beside | None = None

    def heading(self, paragraph: Paragraph, *, activity: bool) -> None:
        """Take in a paragraph: a heading ends those under it, and a short text is a caption of what follows."""
        level = paragraph.level or (CAPTION - 1 if activity else CAPTION)
        self._over = {other: text for other, text in self._over.items() if other < level}
        if paragraph.level or len(paragraph.text) <= LONGEST_CAPTION:
            self._over[level] = paragraph.text

    def table(self, rows: Sequence[Row]) -> None:
        """Take in the rows of a table before they are read."""
        self._title, self._rows, self._beside = "", rows, None

    def title(self, text: str) -> None:
        """Take in a row that is a title over other rows."""
        self._title = text if years_in(text) else self._title

    def of(self, row: Row, columns: Columns) -> NamedYear | None:
        """Return the year of a row with a period that names none; None where it needs none or none is plain."""
        if not any(read_period(text).yearless for text in columns.times(row)):
            return None
        return self._above(columns) or self._of_neighbours(row, columns) or self._document

    def _above(self, columns: Columns) -> NamedYear | None:
        """The nearest title that names any year says it, or leaves it open."""
        for text in (
            columns.over_times,
            self._title,
            *(self._over[at] for at in sorted(self._over, reverse=True)),
        ):
            if years_in(text):
                within = year_named(text)
                return (
                    NamedYear(within=within, source=_("the heading “{heading}”", heading=text))
                    if within
                    else None
                )
        return None

    def _of_neighbours(self, row: Row, columns: Columns) -> NamedYear | None:
        if self._beside is None or self._beside.columns is not columns:
            self._beside = _Beside(self._rows, columns)
        within = self._beside.year(row)
        return NamedYear(within=within, source=_("the rows beside it")) if within else None


class _Beside:
    """The periods of the nearest rows above and below that name one year, for each row of a table."""

    def __init__(self, rows: Sequence[Row], columns: Columns) -> None:
        self.columns = columns
        found = [_in_one_year(columns.times(row)) for row in rows]
        self._at = {id(row): at for at, row in enumerate(rows)}
        self._above = tuple(_last(found))
        self._below = tuple(reversed(tuple(_last(reversed(found)))))

    def year(self, row: Row) -> Span | None:
        """Return the year on which both agree, or that of the only one where the order of time holds."""
        at = self._at[id(row)]
        above, below = self._above[at], self._below[at]
        if above and below:
            return _whole(above) if _whole(above) == _whole(below) else None
        beside = above or below
        if beside is None:
            return None
        reading = read_period("\n".join(self.columns.times(row)), _whole(beside))
        return _whole(beside) if _in_order(above, reading, below) else None


def _in_order(above: Span | None, reading: PeriodReading, below: Span | None) -> bool:
    late = above is None or (
        reading.due is not None and above.start is not None and reading.due >= above.start
    )
    first = reading.start or reading.due
    early = below is None or (first is not None and below.due is not None and first <= below.due)
    return late and early


def _in_one_year(texts: Sequence[str]) -> Span | None:
    reading = read_period("\n".join(texts))
    start, due = reading.start or reading.due, reading.due
    return (
        Span(start=start, due=due)
        if start and due and start.year == due.year and not reading.yearless
        else None
    )


def _last(found: Iterable[Span | None]) -> Iterator[Span | None]:
    last: Span | None = None
    for span in found:
        last = span or last
        yield last


def _years_of(document: Document, name: str) -> set[Span]:
    """Return every year that the headings, the first lines and the name of the file speak of."""
    years = years_in(in_words(PurePath(name).name))
    first = True
    for block in document.blocks:
        first = first and isinstance(block, Paragraph)
        if isinstance(block, Paragraph) and (block.level or (first and len(block.text) <= LONGEST_CAPTION)):
            years |= years_in(block.text)
    return years
