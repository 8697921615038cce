"""What importing a plan tells the administrator: what was read, skipped and doubted, and what it changes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from programme.plan.changes import Change, FieldChange, How, name_of
from programme.plan.content import Kind, PlanContent
from programme.plan.reading import Note, PlanReading
from programme.text import Lines, Phrase, Text, _, lines, n_
from programme.vanished import Vanished
from storage.plan.imports import Import

KINDS: Mapping[Kind, Phrase] = {
    Kind.ACTIVITY: _("Activity"),
    Kind.MILESTONE: _("Milestone"),
    Kind.INDICATOR: _("Indicator"),
    Kind.MEETING: _("Meeting"),
    Kind.SESSION: _("Session that is owed"),
}
FIELDS: Mapping[str, Phrase] = {
    "activity": _("activity"),
    "baseline": _("baseline"),
    "due": _("due date"),
    "line": _("line"),
    "name": _("name"),
    "number": _("number"),
    "owners": _("owners"),
    "per_year": _("times a year"),
    "start": _("start"),
    "targets": _("targets"),
    "title": _("title"),
    "words": _("text"),
    "written": _("period"),
}
LEFT_OUT: Mapping[Kind, Phrase] = {
    Kind.INDICATOR: _("There are no indicators in this file; those that are kept stay."),
    Kind.MEETING: _("There are no meetings in this file; those that are kept stay."),
}
NONE = "–"


def read_lines(reading: PlanReading) -> Iterator[Text]:
    """Yield what was read: each activity with its milestones, and the counts of everything."""
    milestones = Counter(milestone.activity for milestone in reading.milestones)
    for activity in reading.activities:
        yield n_(
            "  {number}. {title}: {n} milestone",
            "  {number}. {title}: {n} milestones",
            milestones[activity.number],
            number=activity.number,
            title=activity.title,
        )
    dated = sum(milestone.due is not None for milestone in reading.milestones)
    shared = sum(len(milestone.owners) > 1 for milestone in reading.milestones)
    yield _("Read: {counts}.", counts=_listed(_counts(reading)))
    yield _(
        "Of the milestones {dated} have a due date and {shared} several owners.", dated=dated, shared=shared
    )


def _counts(reading: PlanReading) -> Iterator[Text]:
    yield n_("{n} activity", "{n} activities", len(reading.activities))
    yield n_("{n} milestone", "{n} milestones", len(reading.milestones))
    yield n_("{n} indicator", "{n} indicators", len(reading.indicators))
    yield n_("{n} meeting", "{n} meetings", len(reading.meetings))
    yield n_("{n} session owed yearly", "{n} sessions owed yearly", len(reading.sessions))


def skipped_lines(reading: PlanReading) -> Iterator[Text]:
    """Yield what was skipped, where, and why."""
    if reading.skipped:
        yield _("Skipped:")
    yield from map(_note, reading.skipped)


def doubt_lines(doubts: Sequence[Note]) -> Iterator[Text]:
    """Yield what is doubted, and where."""
    if doubts:
        yield _("In doubt, please check:")
    yield from map(_note, doubts)


def doubts_of(reading: PlanReading, found: Import) -> tuple[Note, ...]:
    """Return what is doubted in the document, and what of it is doubtful beside what the region has already."""
    return (*reading.doubts, *_of_document(reading, found), *_of_spelling(reading, found))


def _of_document(reading: PlanReading, found: Import) -> Iterator[Note]:
    place = _("the document")
    if reading.region and reading.region.casefold() != found.region.key.casefold():
        says = _(
            "The document is of region {theirs}; it goes into {ours}.",
            theirs=reading.region,
            ours=found.region.key,
        )
        yield Note(place=place, says=says)
    for kind, left_out in LEFT_OUT.items():
        if not found.matched.content.of(kind) and not found.new_plan:
            yield Note(place=place, says=left_out)


def _of_spelling(reading: PlanReading, found: Import) -> Iterator[Note]:
    """A name is doubted once, where it is first written."""
    places = {
        name: milestone.place for milestone in reversed(reading.milestones) for name in milestone.owners
    }
    for name, kept in found.matched.spellings:
        yield Note(place=places[name], says=_("“{name}” is taken to be “{kept}”.", name=name, kept=kept))


def _note(note: Note) -> Phrase:
    return Phrase("• {place}: {says}", {"place": note.place, "says": note.says})


def change_lines(found: Import) -> Iterator[Text]:
    """Yield what importing changes: in one line for a plan that is new, else thing by thing."""
    content = found.matched.content
    if found.new_region:
        yield _("Region {code} is new; its name is {name}.", code=found.region.key, name=found.region.name)
    if found.new_plan:
        yield _("All of this is new: the plan {period}.", period=content.years or content.key)
        for other in found.beside:
            yield _("The plan {period} stays beside it, untouched.", period=other.years or other.key)
        return
    changed = [line for change in found.changes.changes if (line := _change(change, content))]
    same = len(found.changes.that_are(How.SAME))
    yield _("Compared with the plan {period} as it is kept:", period=content.years or content.key)
    yield from changed
    yield n_("{n} thing stays as it was.", "{n} things stay as they were.", same)


def _change(change: Change, content: PlanContent) -> Text | None:
    words = {"kind": KINDS[change.kind], "title": name_of(change)}
    if change.how is How.NEW:
        return _("+ {kind} “{title}”", **words)
    if change.how is How.VANISHED:
        return _("− {kind} “{title}” is no longer in the plan", **words)
    if change.how is How.STAYS:
        return _("= {kind} “{title}” is no longer in the plan, and stays as was decided", **words)
    if change.how is How.CHANGED:
        head = _("~ {kind} “{title}”, recognised by likeness", **words) if change.guessed else None
        return lines(
            head or _("~ {kind} “{title}”", **words), *(_field(one, content) for one in change.fields)
        )
    return None


def _field(change: FieldChange, content: PlanContent) -> Text:
    shown = SHOWN.get(change.name, _plain)
    return Phrase(
        "    {field}: {before} → {after}",
        {
            "field": FIELDS[change.name],
            "before": shown(change.before, content),
            "after": shown(change.after, content),
        },
    )


def _plain(value: Any, content: PlanContent) -> Text:
    if isinstance(value, date):
        return Phrase("{day:year}", {"day": value})
    if isinstance(value, int | float):
        return Phrase("{number}", {"number": value})
    return value or NONE


def _owners(value: Any, content: PlanContent) -> Text:
    return ", ".join(value) or NONE


def _targets(value: Any, content: PlanContent) -> Text:
    return _listed(
        Phrase("{year}: {target}", {"year": str(year), "target": target}) for year, target in value
    )


def _words(value: Any, content: PlanContent) -> Text:
    return n_("{n} word", "{n} words", len(value.split()))


def _activity(value: Any, content: PlanContent) -> Text:
    return next((str(one.number) for one in content.activities if one.key == value), NONE)


SHOWN: Mapping[str, Callable[[Any, PlanContent], Text]] = {
    "owners": _owners,
    "targets": _targets,
    "words": _words,
    "activity": _activity,
}


def question_lines(open_ones: Iterable[Vanished], managers: int) -> Iterator[Text]:
    """Yield what has vanished from the plan and nobody has decided on, and who is asked about it."""
    asked = [Phrase("• {kind} “{title}”", {"kind": KINDS[one.kind], "title": one.title}) for one in open_ones]
    if not asked:
        return
    yield _("No longer in the plan, and kept until somebody decides:")
    yield from asked
    if managers:
        yield n_(
            "Aanjager asks {n} programme manager about it.",
            "Aanjager asks {n} programme managers about it.",
            managers,
        )
    else:
        yield _("Once there is a programme manager, they decide with /plan.")


def _listed(texts: Iterable[Text]) -> Text:
    """Return texts on one line, a comma between each two."""
    joined: Text = ""
    for text in texts:
        joined = Phrase("{before}, {text}", {"before": joined, "text": text}) if joined else text
    return joined


def block(texts: Iterable[Text]) -> Lines | None:
    """Return texts under each other with a blank line before them, or None for none."""
    found = tuple(texts)
    return lines("", *found) if found else None
