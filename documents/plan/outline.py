"""The outline of a plan while it is read: which line and activity what comes next belongs to."""

import re
from dataclasses import dataclass, field

from documents.plan.tables import Paragraph, Row
from language.numbers import typed_number
from language.plan.owners import numbers_in
from programme.plan.reading import ActivityRead, LineRead, Note
from programme.text import Text, _

ACTIVITY = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+)?(?:activiteit|actie|act\.?|deelproject|project|werkpakket)\s*(?:nr\.?\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\b(?:\s*[:.)\-–—|]+\s*|\s+|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
UNNUMBERED = re.compile(
    r"^(?:activiteit|deelproject|project|werkpakket)\s*[:\-–—]\s*(?P<title>\S.*)$", re.IGNORECASE
)
REFERENCE = re.compile(
    r"^[\W]*activiteit(?:en)?\s+(?P<list>\d+(?:\s*(?:,|&|en|t/m|tot en met|-)\s*\d+)*)\s*(?:\([^)]*\))?\W*$",
    re.I,
)
LINE = re.compile(
    r"^(?:programma|actie|deel)?lijn\s*(?P<number>\d{1,2})?\s*[:.)\-–—]*\s*(?P<title>[^:]{3,160})$",
    re.IGNORECASE,
)
GOAL = re.compile(r"^doel(?:stelling)?\s*\d*\s*[:.\-–—]\s*(?P<title>\S.*)$", re.IGNORECASE)
NUMBERED = re.compile(r"^(?P<number>\d{1,2})(?:\s*[:.)\-–—]+\s*|\s+|$)(?P<title>.*)$", re.DOTALL)
REGION = re.compile(r"\bSTO[\s-]?(?P<code>\d{2,5}[A-Z]?)\b")
REGION_NAME = re.compile(r"\bregio\s+(?P<name>[^()\n]{3,80}?)\s*\(\s*STO", re.IGNORECASE)
NO_ACTIVITY = re.compile(
    r"^(?:blad|sheet|tabblad|werkblad)\s*\d*$|^(?:\d+(?:\.\d+)*\s+)?(?:mijlpalen|planning|activiteiten|activiteitenplan|plan|"
    r"overzicht|tijdpad|inleiding|voorwoord|samenvatting|inhoud(?:sopgave)?|voorblad|meerjarenplan(?:ning)?)\s*\d*$",
    re.IGNORECASE,
)
SECTION = re.compile(r"^\d+(?:\.\d+)+\.?\s+")
LONGEST_TITLE = 200


@dataclass
class _Activity:
    number: int
    title: str
    lines: list[int] = field(default_factory=list)
    texts: dict[str, None] = field(default_factory=dict)


class Outline:
    """Collects lines, activities and their words; knows which activity is being read."""

    def __init__(self) -> None:
        self.region = ""
        self.region_title = ""
        self.goal = ""
        self.doubts: list[Note] = []
        self._lines: dict[int, str] = {}
        self._activities: dict[int, _Activity] = {}
        self._current: _Activity | None = None
        self._level = 0
        self._line: int | None = None
        self._line_lists = False
        self._heading: Paragraph | None = None
        self._under_heading: list[str] = []
        self._caption = ""

    @property
    def current(self) -> int | None:
        """Return the number of the activity that is being read, or None outside all of them."""
        return self._current.number if self._current else None

    @property
    def named(self) -> int | None:
        """Return the activity that is named here: the one being read, or that of a sheet ``2. Stages``."""
        if self._current or not (self._heading and self._heading.sheet):
            return self.current
        match = NUMBERED.match(self._heading.text)
        title = match["title"].strip() if match else ""
        free = match is not None and int(match["number"]) not in self._activities
        return int(match["number"]) if match and free and title and not NO_ACTIVITY.match(title) else None

    @property
    def heading(self) -> str:
        """Return the last heading that names no line or activity, or an empty text."""
        return self._heading.text if self._heading else ""

    def name(self, title: str) -> None:
        """Give the activity that is being read its title, where its heading gave none."""
        if self._current:
            self._current.title = self._current.title or title

    def stands_over(self, row: Row) -> None:
        """Take in a row over the headings of a table: its title, in one cell or as a name and a value."""
        text = " ".join(dict.fromkeys(row.own()))
        if len(row.own()) == 1 and len(text) <= LONGEST_TITLE:
            self._caption = self._caption or text
        self.read(Paragraph(text=text, place=row.place))

    def read(self, paragraph: Paragraph) -> None:
        """Take in a paragraph, a heading, the title of a sheet or a row that is a title."""
        self._find_region(paragraph.text)
        if goal := GOAL.match(paragraph.text):
            self.goal = goal["title"].strip()
        if self._is_line(paragraph) or self._is_reference(paragraph) or self._is_activity(paragraph):
            return
        self._under_heading.append(paragraph.text)
        if paragraph.level:
            self._heading = paragraph
            self._under_heading = [paragraph.text]
            self._caption = ""
            if self._current and paragraph.level <= (self._level or 9):
                self._current = None
        elif self._current and not self._current.title and len(paragraph.text) <= LONGEST_TITLE:
            self._current.title = paragraph.text
        self.add(self.current, paragraph.text)

    def add(self, activity: int | None, *texts: str) -> None:
        """Add words to the vocabulary of an activity; the same text counts once."""
        if activity is not None:
            self._activities[activity].texts |= dict.fromkeys(text for text in texts if text)

    def activity_of(self, cell: str, title: str, place: Text) -> int:
        """Return the activity that a cell (and a cell with its title) names, made when it is new."""
        match = ACTIVITY.match(cell) or NUMBERED.match(cell)
        number = typed_number(match["number"]) if match else None
        if match and number is not None:
            return self._open(number, title or match["title"].strip()).number
        named = (title or cell).strip()
        known = [a.number for a in self._activities.values() if a.title.casefold() == named.casefold()]
        return known[0] if known else self._open(self._next(), named).number

    def activity_here(self, place: Text) -> int:
        """Return the activity being read; where no heading named one, the last heading does."""
        if self._current is None:
            named, text = self.named, SECTION.sub("", self.heading)
            match = NUMBERED.match(text)
            title = (match["title"] if match else text).strip()
            title = next(
                (each for each in (title, self._caption) if each and not NO_ACTIVITY.match(each)), ""
            )
            number = (
                int(match["number"])
                if match and int(match["number"]) not in self._activities
                else self._next()
            )
            self._current = self._open(number, title)
            self._level = self._heading.level if self._heading else 0
            self.add(number, *self._under_heading)
            if named is None:
                says = _("No activity is named here; read as activity {number}.", number=number)
                self.doubts.append(Note(place=place, says=says))
        return self._current.number

    def numbers(self) -> frozenset[int]:
        """Return the numbers of all activities so far."""
        return frozenset(self._activities)

    def stands_in(self, activity: int, cell: str) -> None:
        """Note the lines that a cell names for an activity, one a line of text."""
        for text in filter(None, (part.strip() for part in cell.splitlines())):
            plain = re.sub(r"\s*\([^()]*\)\s*$", "", text)
            match = LINE.match(plain) or NUMBERED.match(plain)
            number = int(match["number"]) if match and match["number"] else None
            self._attach(activity, self._line_number(number, match["title"] if match else plain))

    def lines(self) -> tuple[LineRead, ...]:
        """Return the lines, by number."""
        return tuple(LineRead(number=number, title=title) for number, title in sorted(self._lines.items()))

    def activities(self, used: set[int]) -> tuple[ActivityRead, ...]:
        """Return the activities that have milestones (``used``) or words, by number."""
        kept = (a for a in self._activities.values() if a.number in used or a.texts)
        return tuple(
            ActivityRead(number=a.number, title=a.title, lines=tuple(a.lines), text="\n".join(a.texts))
            for a in sorted(kept, key=lambda a: a.number)
        )

    def _find_region(self, text: str) -> None:
        if not self.region and (match := REGION.search(text)):
            self.region = f"STO{match['code']}"
            name = REGION_NAME.search(text)
            self.region_title = name["name"].strip() if name else ""

    def _is_line(self, paragraph: Paragraph) -> bool:
        match = LINE.match(paragraph.text)
        if (
            not match
            or (not match["number"] and ":" not in paragraph.text)
            or len(paragraph.text) > LONGEST_TITLE
        ):
            return False
        number = int(match["number"]) if match["number"] else None
        self._line = self._line_number(number, match["title"])
        self._line_lists = False
        if self._current and paragraph.level:
            self._current = None
        return True

    def _is_reference(self, paragraph: Paragraph) -> bool:
        """``Activiteit 1,2,3 en 5`` under the name of a line says what stands in it."""
        match = None if paragraph.level else REFERENCE.match(paragraph.text)
        if not match or self._line is None:
            return False
        self._line_lists = True
        for number in numbers_in(match["list"]):
            self._attach(self._open(number, "").number, self._line)
        return True

    def _is_activity(self, paragraph: Paragraph) -> bool:
        match = ACTIVITY.match(paragraph.text)
        loose = None if match else UNNUMBERED.match(paragraph.text)
        title = (match or loose or {"title": ""})["title"].strip()
        if not (match or loose) or len(title) > LONGEST_TITLE:
            return False
        if not paragraph.level and (not title or not title[0].isupper() or ". " in title):
            return False
        typed = typed_number(match["number"]) if match else None
        number = self._next() if typed is None else typed
        self._current = self._open(number, title)
        self._level = paragraph.level
        if self._line is not None and not self._line_lists and not self._current.lines:
            self._attach(number, self._line)
        self.add(number, title)
        return True

    def _open(self, number: int, title: str) -> _Activity:
        activity = self._activities.setdefault(number, _Activity(number=number, title=""))
        activity.title = activity.title or title
        return activity

    def _next(self) -> int:
        return max(self._activities, default=0) + 1

    def _line_number(self, number: int | None, title: str) -> int:
        title = title.strip()
        if number is None:
            known = [n for n, t in self._lines.items() if t.casefold() == title.casefold()]
            number = known[0] if known else max(self._lines, default=0) + 1
        self._lines[number] = self._lines.get(number) or title
        return number

    def _attach(self, activity: int, line: int) -> None:
        lines = self._activities[activity].lines
        if line not in lines:
            lines.append(line)
