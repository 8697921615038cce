"""What somebody puts right in a report: which field, which value. The same before it is saved and after.

A correction is read by a table of fields (``correctable``). Where none of them knows, or two might, whoever typed it
is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.dialogue.fields import Shortcut, Unclear
from handlers.reporting.correctable import NAMES, ROWS, Row, Values, day_of, following, last_day, rows_of
from handlers.reporting.figures_meant import alone, changed
from handlers.reporting.past_days import impossible
from handlers.reporting.places import called, others, unknown
from handlers.reporting.reports import DATED, FIGURES, Report
from handlers.turns import Desk
from language.conversation.beside import Spot, beside, denies, run_on
from language.conversation.corrections import LONGEST, Correction, correction, ours, place_of, worded
from language.conversation.replies import day_alone
from programme.kept import found, keep
from programme.messages import Draft
from programme.text import Text, _, shortened

NAMING = 3  # words: what may be all of a name that is put in the place of another
TELLING = 6  # words: what is longer tells a story rather than puts right


@dataclass(frozen=True, kw_only=True)
class Amended:
    """What a correction changes in a report, what there is to ask about it, and what it tells ``besides``."""

    values: Mapping[str, Any] = field(default_factory=dict)
    unclear: Unclear | None = None
    besides: tuple[str, ...] = ()


def amended(draft: Report, text: str, desk: Desk) -> Amended | None:
    """Return what ``text`` puts right in a report; None where it puts nothing right, but tells."""
    pieces = beside(text)
    if len(pieces) > 1 and len(text) <= LONGEST and draft.kind is not None:
        each = _each(draft, text, pieces, desk)
        if each is not None:
            return each
    return _amended(draft, text, desk)


def _each(draft: Report, text: str, pieces: Sequence[Spot], desk: Desk) -> Amended | None:
    """Return what the pieces of a text put right, each by itself; None where one of them takes all of it."""
    spots = _with_denied(draft, text, pieces, desk)
    if len(spots) == len(pieces) and not any(worded(text[slice(*piece)]) for piece in pieces):
        return None
    values: Values = {}
    asked: list[Unclear] = []
    besides: list[Spot] = []
    for spot in spots:
        piece = text[slice(*spot)].strip()
        one = None if _tells(piece) else _amended(draft, piece, desk)
        if one and one.values:
            values |= one.values
        elif one and one.unclear:
            asked.append(one.unclear)
        else:
            besides.append(spot)
    if not values:
        return None
    left = next((one for one in asked if not _settled(one, values)), None)
    return Amended(values=values, unclear=left, besides=run_on(text, besides))


def _with_denied(draft: Report, text: str, pieces: Sequence[Spot], desk: Desk) -> list[Spot]:
    """Return the pieces, those with the wrong words of a field together with the right ones before them."""
    found: list[Spot] = []
    for start, end in pieces:
        before = found[-1] if found else None
        if before and before in pieces and _turned(draft, text, (before[0], start, end), desk):
            found[-1] = (before[0], end)
        else:
            found.append((start, end))
    return found


def _tells(piece: str) -> bool:
    """Whether a piece is too long to only put right, and does not say that it does."""
    said = correction(piece) if len(piece.split()) > TELLING else None
    return said is not None and not said.sure


def _turned(draft: Report, text: str, at: tuple[int, int, int], desk: Desk) -> bool:
    """Whether a piece and the one behind it are the right words and the wrong ones of one field."""
    start, behind, end = at
    said = correction(text[start:end]) if denies(text[behind:end]) else None
    if said is None or not said.wrong:
        return False
    rows = rows_of(draft)
    return _same(said.wrong, _values(replace(said, wrong=""), draft, desk, rows), draft, desk, rows)


def _settled(unclear: Unclear, values: Values) -> bool:
    """Whether what was to be asked stands among the values that another piece gives."""
    names = {name for row in ROWS if row.name in unclear.fields for name in (row.name, *row.empties)}
    return not unclear.fields or bool(names & values.keys())


def _amended(draft: Report, text: str, desk: Desk) -> Amended | None:
    said = correction(text)
    if said is None or draft.kind is None:
        return _day_alone(text, draft, desk)
    if said.undone:
        return _undone(draft)
    if said.taken_back or said.vague:
        return Amended(unclear=_nothing_said(said, draft))
    if said.changes:
        return _either(changed(said.changes, draft))
    if said.field:
        return _of_field(said, draft, desk, rows_of(draft))
    return _of_value(said, draft, desk, rows_of(draft)) if said.value else _day_alone(said.rest, draft, desk)


def _of_value(said: Correction, draft: Report, desk: Desk, rows: Sequence[Row]) -> Amended | None:
    """Return what a value changes that tells by itself of which field it is."""
    values = _where(said, draft, desk) or _values(said, draft, desk, rows)
    if not values and said.sure:
        values = _values(replace(said, value=said.rest, wrong=""), draft, desk, rows)
    if values:
        return Amended(values=values)
    known = _never_was(said, draft, desk) or _either(_number(said, draft, rows))
    return known or (_asked(said, draft, rows) if said.sure else None)


def _day_alone(words: str, draft: Report, desk: Desk) -> Amended | None:
    """Return the day that is all there is in ``words`` as the one on which it was; what else they tell is heard."""
    alone = day_alone(words, desk.local, desk.breaks) if draft.kind in DATED else None
    values = day_of(words, draft, desk) if alone else {}
    return Amended(values=values) if values else None


def _number(said: Correction, draft: Report, rows: Sequence[Row]) -> Values | Unclear | None:
    return alone(said.value, said.wrong, draft) if any(row.figures for row in rows) else None


def _where(said: Correction, draft: Report, desk: Desk) -> Values:
    """Return where it was: an organisation of the region, or else the words for a place that takes no part."""
    instead = said.value if said.wrong and ours(place_of(said.wrong)) else ""
    words = place_of(instead) if instead else said.place
    if not words or draft.kind not in DATED:
        return {}
    known = called(words, desk)
    if known:
        return {"organisation": known.key, "elsewhere": ""}
    other = _values(replace(said, value=words, wrong=""), draft, desk, rows_of(draft))
    named = instead or unknown(words, desk)
    return {"organisation": "", "elsewhere": words} if named and not other.keys() & _NO_PLACE else {}


_NO_PLACE = {"day", "activity", *FIGURES}  # "op donderdag", "bij robotica", "met 12"


def _nothing_said(said: Correction, draft: Report) -> Unclear:
    """Ask what is wrong, or whether all of it is to go."""
    if said.taken_back:
        return Unclear(question=_("Shall I drop this report?"), cancels=True)
    return Unclear(question=_("What is not right?"), fields=_names(draft, ROWS)[:6], cancels=True)


def _never_was(said: Correction, draft: Report, desk: Desk) -> Amended | None:
    """Return what is wrong with a day on which something is said to have been, or None."""
    wrong = impossible(said.rest, desk) if draft.kind in DATED and draft.delivered else None
    return Amended(unclear=Unclear(fields=("day",), remark=wrong)) if wrong else None


def _either(known: Values | Unclear | None) -> Amended | None:
    if known is None:
        return None
    return Amended(unclear=known) if isinstance(known, Unclear) else Amended(values=known)


def corrected(draft: Report, text: str, change: Amended) -> Report | None:
    """Return a report as ``text`` changes it, all else as it was; None where it puts nothing right.

    What says more than a field holds is added to the text of the report too.
    """
    if not change.values:
        before = found(Draft, draft.before[0]) if draft.before and not change.unclear else None
        return before if isinstance(before, Report) else None
    long = len(text.split()) > TELLING or bool(change.besides or change.values.get("elsewhere"))
    more = long and text not in draft.said.splitlines()
    said = f"{draft.said}\n{text.strip()}".strip() if more else draft.said
    return replace(draft, said=said, before=(), **change.values)


def remembering(draft: Report, right: Report) -> Report:
    """Return what a report became, with what it was before, so that this can be taken back."""
    return replace(right, before=(keep(replace(draft, before=())), keep(right)))


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
        if row.told and not (row.name in NAMES and (read or _long(said))):
            read |= row.read(said.value, draft, desk)
    if not said.wrong or not read:
        return read
    back: Values = {}
    for row in rows:
        back |= row.backs(said.wrong, draft, desk)
    doubted = not said.sure and not back and not _same(said.wrong, read, draft, desk, rows)
    return {} if doubted else {**back, **read}


def _long(said: Correction) -> bool:
    """Whether it says too much to be a name, and not that it corrects: "er was ook een docent bij"."""
    return not (said.sure or said.wrong) and len(said.value.split()) > NAMING


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
