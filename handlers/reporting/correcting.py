"""What somebody puts right in a report: which field, which value. The same before it is saved and after.

A correction is read by a table of fields (``correctable``). Where none of them knows, or two might, whoever typed it
is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.dialogue.fields import Shortcut, Unclear
from handlers.reporting.correctable import NAMES, ROWS, Row, Values, following, last_day, rows_of
from handlers.reporting.figures_meant import alone, changed
from handlers.reporting.past_days import impossible
from handlers.reporting.places import others
from handlers.reporting.reports import DATED, Report
from handlers.turns import Desk
from language.conversation.corrections import Correction, correction
from programme.kept import found, keep
from programme.messages import Draft
from programme.text import Text, _, shortened

TELLING = 6  # words: what is longer tells a story rather than puts right


@dataclass(frozen=True, kw_only=True)
class Amended:
    """What a correction changes in a report, or what there is to ask about it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    unclear: Unclear | None = None


def amended(draft: Report, text: str, desk: Desk) -> Amended | None:
    """Return what ``text`` puts right in a report; None where it puts nothing right, but tells."""
    said = correction(text)
    if said is None or draft.kind is None:
        return None
    if said.undone:
        return _undone(draft)
    if said.changes:
        return _either(changed(said.changes, draft))
    rows = rows_of(draft)
    if said.field:
        return _of_field(said, draft, desk, rows)
    values = _values(said, draft, desk, rows)
    if not values and said.sure:
        values = _values(replace(said, value=said.rest, wrong=""), draft, desk, rows)
    if values:
        return Amended(values=values)
    known = _never_was(said, draft, desk) or _either(alone(said.value, said.wrong, draft))
    return known or (_asked(said, draft, rows) if said.sure else None)


def _never_was(said: Correction, draft: Report, desk: Desk) -> Amended | None:
    """Return what is wrong with a day on which something is said to have been, or None."""
    wrong = impossible(said.rest, desk) if draft.kind in DATED and draft.delivered else None
    return Amended(unclear=Unclear(fields=("day",), remark=wrong)) if wrong else None


def _either(known: Values | Unclear | None) -> Amended | None:
    if known is None:
        return None
    return Amended(unclear=known) if isinstance(known, Unclear) else Amended(values=known)


def corrected(draft: Report, text: str, desk: Desk) -> Report | None:
    """Return a report as ``text`` puts it right, all else as it was; None where it puts nothing clearly right.

    What says more than a field holds is added to the text of the report too.
    """
    change = amended(draft, text, desk)
    if change is None or change.unclear:
        return None
    if not change.values:
        before = found(Draft, draft.before[0])
        return before if isinstance(before, Report) else None
    more = len(text.split()) > TELLING and text not in draft.said.splitlines()
    said = f"{draft.said}\n{text.strip()}".strip() if more else draft.said
    right = replace(draft, said=said, before=(), **change.values)
    return replace(right, before=(keep(replace(draft, before=())), keep(right)))


def unclear(draft: Report, text: str, desk: Desk) -> Unclear | None:
    """Return what there is to ask about a correction; None where it is clear, or none."""
    change = amended(draft, text, desk)
    return change.unclear if change else None


def _undone(draft: Report) -> Amended:
    if draft.before and keep(replace(draft, before=())) == draft.before[1]:
        return Amended()
    return Amended(
        unclear=Unclear(question=_("What do you mean?"), fields=_names(draft, ROWS)[:6], cancels=True)
    )


def _of_field(said: Correction, draft: Report, desk: Desk, rows: Sequence[Row]) -> Amended | None:
    row = next((row for row in rows if row.name == said.field), None)
    if row is None:
        return None
    values = _read(row, said, draft, desk) if said.value else {}
    if said.other and row.name == "organisation":
        only = others(draft.organisation, desk)
        values = {"organisation": only[0].key} if len(only) == 1 else {}
        if not only:
            return None
    if said.removed:
        values = dict(row.empties)
    if values:
        return Amended(values=values)
    return Amended(unclear=Unclear(fields=(row.name,))) if said.other or not said.value else None


def _read(row: Row, said: Correction, draft: Report, desk: Desk) -> Values:
    """Return what a field that is named reads of its value; figures may be a number by itself."""
    number = alone(said.value, said.wrong, draft) if row.figures else None
    return number if isinstance(number, dict) else row.read(said.value, draft, desk)


def _values(said: Correction, draft: Report, desk: Desk, rows: Sequence[Row]) -> Values:
    """Return what all fields read of the right words, and what the wrong ones take away."""
    if _of_what_follows(said, draft, desk):
        step = draft.next_step
        words = step.replace(said.wrong, said.value) if said.wrong in step else said.value
        return following(words, draft, desk)
    read: Values = {}
    for row in rows:
        if row.told and not (row.name in NAMES and read):
            read |= row.read(said.value, draft, desk)
    if not said.wrong or not read:
        return read
    back: Values = {}
    for row in rows:
        back |= row.backs(said.wrong, draft, desk)
    doubted = not said.sure and not back and not _same(said.wrong, read, draft, desk, rows)
    return {} if doubted else {**back, **read}


def _of_what_follows(said: Correction, draft: Report, desk: Desk) -> bool:
    """Whether the day that is taken back is that of the next step."""
    return bool(said.wrong and draft.next_day and last_day(said.wrong, desk, back=False) == draft.next_day)


def _same(wrong: str, values: Values, draft: Report, desk: Desk, rows: Sequence[Row]) -> bool:
    """Whether the words that are taken back are of the same field as those that take their place."""
    taken: Values = {}
    for row in rows:
        taken |= row.read(wrong, draft, desk)
    return bool(taken.keys() & values.keys())


def _asked(said: Correction, draft: Report, rows: Sequence[Row]) -> Amended | None:
    if len(said.rest.split()) > TELLING:
        return None
    question = _("What shall I change to “{words}”?", words=shortened(said.rest))
    choices = tuple(
        Shortcut(label=label, name=name, value=said.rest)
        for name, label in _IN_WORDS.items()
        if any(row.name == name for row in rows)
    )
    named = tuple(name for name in _names(draft, rows) if name not in _IN_WORDS)
    return Amended(unclear=Unclear(question=question, choices=choices, fields=named[: 6 - len(choices)]))


_IN_WORDS: Mapping[str, Text] = {
    "obstacle": _("Obstacle"),
    "success": _("Success"),
    "next_step": _("Next step"),
}
_ASKED = (*NAMES, "result", "counts", "amount", "day", "forecast", "obstacle", "next_step")


def _names(draft: Report, rows: Sequence[Row]) -> tuple[str, ...]:
    fit = (row.name for row in rows if not row.applies or draft.kind in row.applies)
    return tuple(name for name in fit if name in _ASKED)
