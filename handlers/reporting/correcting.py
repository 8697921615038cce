"""What somebody puts right in a report: which field, which value. The same before it is saved and after.

A correction is read by a table of fields: each says what of it is its value, and what it takes back. Where none of
them knows, or two might, whoever typed it is asked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from handlers.dialogue.fields import Shortcut, Unclear
from handlers.reporting.past_days import impossible
from handlers.reporting.places import named_in, others
from handlers.reporting.reports import DATED, FIGURES, Report
from handlers.reporting.subjects import meant
from handlers.turns import Desk
from language.conversation.corrections import Correction, correction
from language.conversation.wishes import kind_named
from language.dates.reading import DayReading, find_days
from language.messages.counts import possible, read_counts
from language.messages.index import clear_winner
from language.messages.reading import read_result
from language.numbers import find_numbers
from language.words import fold
from programme.kept import found, keep
from programme.messages import Draft
from programme.records import Stand, UpdateKind
from programme.text import Text, _, n_, shortened

Values = dict[str, Any]
TELLING = 6  # words: what is longer tells a story rather than puts right
_HOURS = re.compile(r"\d+(?:[.,]\d+)? ?(?:uur|uren|u|hours?|h)?")
_JUST = re.compile(
    r"(?:\W|\b(?:maar|nog|wel|om|er|het|waren|was|en|dus|stuks|in totaal|only|just|there|were|about)\b)*"
)


@dataclass(frozen=True, kw_only=True)
class Amended:
    """What a correction changes in a report, or what there is to ask about it."""

    values: Mapping[str, Any] = field(default_factory=dict)
    unclear: Unclear | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """How a field is put right. ``read``: the values that words give it, none where they give none.

    ``told``: its value tells by itself that it is this field; else the field must be named. ``backs``: what words that
    are taken back take away. ``applies``: the kinds of report that have it, none for every kind.
    """

    name: str
    read: Callable[[str, Report, Desk], Values]
    told: bool = True
    applies: tuple[UpdateKind, ...] = ()
    backs: Callable[[str, Report, Desk], Values] = lambda words, draft, desk: {}


def amended(draft: Report, text: str, desk: Desk) -> Amended | None:
    """Return what ``text`` puts right in a report; None where it puts nothing right, but tells."""
    said = correction(text)
    if said is None or draft.kind is None:
        return None
    if said.undone:
        return _undone(draft)
    rows = [row for row in ROWS if not row.applies or draft.kind in row.applies]
    if said.field:
        return _of_field(said, draft, desk, rows)
    values = _values(said, draft, desk, rows)
    if not values and said.sure:
        values = _values(replace(said, value=said.rest, wrong=""), draft, desk, rows)
    if values:
        return Amended(values=values)
    if draft.kind in DATED and draft.delivered and (wrong := impossible(said.rest, desk)):
        return Amended(unclear=Unclear(fields=("day",), remark=wrong))
    return _number(said, draft) or (_asked(said, draft, rows) if said.sure else None)


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
    values = row.read(said.value, draft, desk) if said.value else {}
    if said.other and row.name == "organisation":
        only = others(draft.organisation, desk)
        values = {"organisation": only[0].key} if len(only) == 1 else {}
        if not only:
            return None
    if values:
        return Amended(values=values)
    return Amended(unclear=Unclear(fields=(row.name,))) if said.other or not said.value else None


def _values(said: Correction, draft: Report, desk: Desk, rows: Sequence[Row]) -> Values:
    """Return what all fields read of the right words, and what the wrong ones take away."""
    read: Values = {}
    for row in rows:
        if row.told and not (row.name in _NAMES and read):
            read |= row.read(said.value, draft, desk)
    if not said.wrong or not read:
        return read
    back: Values = {}
    for row in rows:
        back |= row.backs(said.wrong, draft, desk)
    doubted = not said.sure and not back and not _same(said.wrong, read, draft, desk, rows)
    return {} if doubted else {**back, **read}


def _same(wrong: str, values: Values, draft: Report, desk: Desk, rows: Sequence[Row]) -> bool:
    """Whether the words that are taken back are of the same field as those that take their place."""
    taken: Values = {}
    for row in rows:
        taken |= row.read(wrong, draft, desk)
    return bool(taken.keys() & values.keys())


def _number(said: Correction, draft: Report) -> Amended | None:
    """Read a number by itself: it is the one figure that is known, or it is asked which."""
    number, wrong = _bare(said.value), _bare(said.wrong) if said.wrong else None
    if number is None:
        return None
    names = [name for name in FIGURES if getattr(draft, name) is not None]
    meant_one = [name for name in names if getattr(draft, name) == wrong] or names
    fits = [name for name in meant_one or _figures_of(draft) if possible(name, number)]
    if len(fits) == 1:
        return Amended(values={fits[0]: _whole(fits[0], number)})
    choices = tuple(
        Shortcut(label=_counted(name, number), name=name, value=_whole(name, number)) for name in fits
    )
    return Amended(unclear=Unclear(question=_("What is it that you count?"), choices=choices))


def _figures_of(draft: Report) -> Sequence[str]:
    return FIGURES[4:] if draft.kind is UpdateKind.CONTRIBUTION else FIGURES[:4]


def _whole(name: str, number: float) -> float:
    return number if name in FIGURES[4:] else int(number)


def _counted(name: str, number: float) -> Text:
    texts: Mapping[str, Text] = {
        "pupils": n_("{n} pupil", "{n} pupils", int(number)),
        "teachers": n_("{n} teacher", "{n} teachers", int(number)),
        "companies": n_("{n} company", "{n} companies", int(number)),
        "schools": n_("{n} school", "{n} schools", int(number)),
        "hours": _("{hours} hours", hours=number),
        "euros": _("{euros} euros", euros=number),
    }
    return texts[name]


def _bare(words: str) -> float | None:
    """Return the number that is all there is in ``words``; None for anything else."""
    numbers = find_numbers(words)
    if len(numbers) != 1:
        return None
    around = f"{words[: numbers[0].start]} {words[numbers[0].end :]}"
    return numbers[0].value if _JUST.fullmatch(fold(around)) else None


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


def _names(draft: Report, rows: Sequence[Row]) -> tuple[str, ...]:
    fit = (row.name for row in rows if not row.applies or draft.kind in row.applies)
    return tuple(name for name in fit if name in _ASKED)


def _figures(words: str, draft: Report, desk: Desk) -> Values:
    counts = read_counts(words, [day.at for day in _days(words, desk, back=False)])
    return {name: value for name in FIGURES if (value := getattr(counts, name)) is not None}


def _no_figures(words: str, draft: Report, desk: Desk) -> Values:
    """Take away what is counted in "geen leerlingen"."""
    counts = read_counts(words if find_numbers(words) else f"2 {words}")
    return {name: None for name in FIGURES if getattr(counts, name) is not None}


def _day(words: str, draft: Report, desk: Desk) -> Values:
    day = _last_day(words, desk, back=draft.delivered)
    been = not draft.delivered or (day and day <= desk.today and not impossible(words, desk))
    return {"day": day} if day and been else {}


def _forecast(words: str, draft: Report, desk: Desk) -> Values:
    day = _last_day(words, desk, back=False)
    return {"forecast": day, "result": Stand.DELAYED.value} if day and draft.result == Stand.DELAYED else {}


def _last_day(words: str, desk: Desk, *, back: bool) -> date | None:
    return next((day.due for day in reversed(_days(words, desk, back=back)) if day.due), None)


def _days(words: str, desk: Desk, *, back: bool) -> Sequence[DayReading]:
    """Return the days in ``words``; "14 uur" by itself is how much, not when."""
    days = find_days(words, desk.local, back=back, breaks=desk.breaks)
    return [day for day in days if not _HOURS.fullmatch(words[slice(*day.at)].strip().lower())]


def _result(words: str, draft: Report, desk: Desk) -> Values:
    result = read_result(draft.kind.value, words) if draft.kind else None
    return {"result": result} if result else {}


def _activity(words: str, draft: Report, desk: Desk) -> Values:
    return {"activity": key} if (key := clear_winner(desk.read(words).candidates)) else {}


def _milestone(words: str, draft: Report, desk: Desk) -> Values:
    return {"milestone": key} if (key := meant(words, desk.milestones())) else {}


def _organisation(words: str, draft: Report, desk: Desk) -> Values:
    return {"organisation": one.key} if (one := named_in(words, desk)) else {}


def _kind(words: str, draft: Report, desk: Desk) -> Values:
    kind = kind_named(words)
    return {"kind": UpdateKind(kind), "result": ""} if kind else {}


def _words(name: str) -> Callable[[str, Report, Desk], Values]:
    return lambda words, draft, desk: {name: words}


_NAMES = ("activity", "milestone")  # read by name, of words that say nothing else
_ASKED = ("activity", "milestone", "result", "counts", "amount", "day", "forecast", "obstacle", "next_step")
_CONTRIBUTION, _OUTCOME, _PROGRESS = UpdateKind.CONTRIBUTION, UpdateKind.OUTCOME, UpdateKind.PROGRESS
_HINDERED = (_OUTCOME, _PROGRESS, _CONTRIBUTION)
# The first that reads something of a correction wins over the names of activities and milestones, which stand last.
ROWS: tuple[Row, ...] = (
    Row(name="kind", read=_kind),
    Row(name="result", read=_result, applies=(_OUTCOME, _PROGRESS)),
    Row(name="counts", read=_figures, applies=(_OUTCOME,), backs=_no_figures),
    Row(name="amount", read=_figures, applies=(_CONTRIBUTION,), backs=_no_figures),
    Row(name="day", read=_day, applies=DATED),
    Row(name="forecast", read=_forecast, applies=(_PROGRESS,)),
    Row(name="organisation", read=_organisation, applies=DATED),
    Row(name="material", read=_words("material"), told=False, applies=(_CONTRIBUTION,)),
    Row(name="obstacle", read=_words("obstacle"), told=False, applies=_HINDERED),
    Row(name="success", read=_words("success"), told=False, applies=(_OUTCOME,)),
    Row(name="next_step", read=_words("next_step"), told=False, applies=(_OUTCOME,)),
    Row(name="milestone", read=_milestone, applies=(_PROGRESS,)),
    Row(name="activity", read=_activity, applies=(_OUTCOME, _CONTRIBUTION)),
)
