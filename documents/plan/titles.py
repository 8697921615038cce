"""What an activity is called where the plan gives it no name: people choose it from a list, so it needs one.

A plan without headings or a column of activities is one activity, and goes by the document's own name.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.plan.outline import LONGEST_TITLE, NO_ACTIVITY, REGION
from documents.plan.tables import Document, Paragraph
from programme.plan.reading import ActivityRead, Note, PlanReading
from programme.text import _

# What is in the names of files and says which copy this is: it differs when the plan comes in again.
COPY = re.compile(
    r"\((?:\d+|[^()]*(?:def|kopie|copy)[^()]*)\)|\b(?:v(?:ersie)?[ .]*\d[\d.]*|def(?:initief)?|concept|kopie|copy|"
    r"final|\d{1,2} \d{1,2} \d{4}|\d{4} \d{1,2} \d{1,2}|\d{6,8})\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"\b20\d\d\b|[–-]")
WORD = re.compile(r"[^\W\d_]{3}")
NUMBERED = "Activiteit {number}"  # what a plan in Dutch would have said


def titled(reading: PlanReading, document: Document, file: str) -> PlanReading:
    """Give each activity without a title one, and say so; ``file`` is the file's name without its ending."""
    named = tuple(_named(activity, reading, document, file) for activity in reading.activities)
    doubts = tuple(
        Note(
            place=_("activity {number}", number=new.number),
            says=_(
                "There is no title; without one it is called “{title}”. A heading or column “Activiteit” gives one.",
                title=new.title,
            ),
        )
        for new in named
        if new.made_up
    )
    return replace(reading, activities=named, doubts=(*reading.doubts, *doubts))


def _named(activity: ActivityRead, reading: PlanReading, document: Document, file: str) -> ActivityRead:
    if activity.title:
        return activity
    alone = len(reading.activities) == 1
    title = next(_titles(document, file), "") if alone else ""
    return replace(activity, title=title or NUMBERED.format(number=activity.number), made_up=True)


def _titles(document: Document, file: str) -> Iterator[str]:
    """Yield what a document calls itself, where that says more than that it is a plan of some years."""
    headings = (block.text for block in document.blocks if isinstance(block, Paragraph) and block.level)
    for name in (next(headings, ""), in_words(file)):
        undated = YEARS.sub("", name).strip()
        if len(name) <= LONGEST_TITLE and WORD.search(undated) and not NO_ACTIVITY.match(undated):
            yield name


def in_words(file: str) -> str:
    """Return a file's name as a title: ``Techniekdag_v2 (def)`` is "Techniekdag"."""
    spaced = re.sub(r"[\s_+-]+", " ", file)
    words = " ".join(COPY.sub("", REGION.sub("", spaced)).split()).strip(" .,()")
    return words[:1].upper() + words[1:]
