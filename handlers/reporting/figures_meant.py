"""Which figure of a report a number is: by what it counts, by what is known already, or somebody is asked.

A number may also be how many more or fewer there were than was said.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.dialogue.fields import Shortcut, Unclear
from handlers.reporting.reports import FIGURES, Report
from language.conversation.corrections import Change, bare_number, told_apart
from language.messages.counts import possible, read_counts
from language.numbers import find_numbers
from programme.records import UpdateKind
from programme.text import Text, _, n_

Values = dict[str, Any]
PEOPLE, AMOUNTS = FIGURES[:4], FIGURES[4:]


def counted(words: str, draft: Report, taken: Sequence[tuple[int, int]] = ()) -> Values:
    """Return what ``words`` count; a number among others that names nothing is the one figure that is left.

    ``taken``: the stretches that are dates.
    """
    known = [name for name in FIGURES if getattr(draft, name) is not None]
    parts = [(part, _read(part)) for part in told_apart(words)]
    named = {name: value for _part, found in parts for name, value in found.items()}
    bare = [number for part, found in parts if not found and (number := bare_number(part)) is not None]
    left = [name for name in known or [_first(draft)] if name not in named]
    if named and len(bare) == len(left) == 1 and possible(left[0], bare[0]):
        return {**named, left[0]: _whole(left[0], bare[0])}
    return _read(words, taken)


def uncounted(words: str) -> Values:
    """Return as unknown what is counted in "geen leerlingen"."""
    return dict.fromkeys(_read(words if find_numbers(words) else f"2 {words}"))


def alone(value: str, wrong: str, draft: Report) -> Values | Unclear | None:
    """Return the figure that a number by itself is, or what to ask; None where there is no such number."""
    number = bare_number(value)
    if number is None:
        return None
    instead = bare_number(wrong) if wrong else None
    names = [name for name in FIGURES if getattr(draft, name) is not None]
    meant_one = [name for name in names if getattr(draft, name) == instead] or names
    fits = [name for name in meant_one or _figures_of(draft) if possible(name, number)]
    return _one_of(dict.fromkeys(fits, number))


def changed(changes: Sequence[Change], draft: Report) -> Values | Unclear | None:
    """Return the figures of a report with so many more or fewer, or what to ask where that is not clear.

    None where something else is counted.
    """
    found = [_changed(change, draft) for change in changes]
    values = [one for one in found if isinstance(one, dict)]
    if len(values) == len(found):
        return {name: value for one in values for name, value in one.items()}
    if None in found:
        return None
    return found[0] if len(found) == 1 else Unclear(fields=(_field(draft),))


def _changed(change: Change, draft: Report) -> Values | Unclear | None:
    number = bare_number(change.words)
    known = {name: getattr(draft, name) for name in FIGURES if getattr(draft, name) is not None}
    steps = _read(change.words) if number is None else dict.fromkeys(known, number)
    if number is not None and not known and change.by > 0:
        return alone(change.words, "", draft) or Unclear(fields=(_field(draft),))
    if not steps:
        return None if number is None else Unclear(fields=(_field(draft),))
    sums = {name: known.get(name, 0) + change.by * step for name, step in steps.items()}
    fits = {name: value for name, value in sums.items() if value > 0 and possible(name, value)}
    if not fits or (number is None and fits.keys() != sums.keys()):
        return Unclear(fields=(_field(draft),))
    return _one_of(fits) if number is not None else {name: _whole(name, fits[name]) for name in fits}


def _one_of(numbers: Mapping[str, float]) -> Values | Unclear:
    """Return the one figure that it can be; of several, or none, ask which."""
    found = {name: _whole(name, number) for name, number in numbers.items()}
    if len(found) == 1:
        return found
    choices = tuple(
        Shortcut(label=_counted(name, number), name=name, value=number) for name, number in found.items()
    )
    return Unclear(question=_("What is it that you count?"), choices=choices)


def _read(words: str, taken: Sequence[tuple[int, int]] = ()) -> Values:
    counts = read_counts(words, taken)
    return {name: value for name in FIGURES if (value := getattr(counts, name)) is not None}


def _figures_of(draft: Report) -> Sequence[str]:
    return AMOUNTS if draft.kind is UpdateKind.CONTRIBUTION else PEOPLE


def _first(draft: Report) -> str:
    return _figures_of(draft)[0]


def _field(draft: Report) -> str:
    return "amount" if draft.kind is UpdateKind.CONTRIBUTION else "counts"


def _whole(name: str, number: float) -> float:
    return number if name in AMOUNTS else int(number)


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
