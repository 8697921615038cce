"""The fields of a report as somebody puts them right: what of some words is the value of each, and what empties it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from handlers.reporting.figures_meant import counted, uncounted
from handlers.reporting.past_days import impossible
from handlers.reporting.places import named
from handlers.reporting.reports import DATED, FIGURES, Report
from handlers.reporting.subjects import meant
from handlers.turns import Desk
from language.conversation.corrections import hours_alone
from language.conversation.wishes import kind_named
from language.dates.reading import DayReading, find_days
from language.messages.index import clear_winner
from language.messages.reading import read_result
from programme.records import Stand, UpdateKind

Values = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Row:
    """How a field is put right. ``read``: the values that words give it, none where they give none.

    ``figures``: a number by itself may be one. ``told``: its value tells by itself that it is this field; else the
    field must be named. ``backs``: what words that are taken back take away. ``empties``: what it is when it is taken
    out, none where it cannot be. ``applies``: the kinds of report that have it, none for every kind.
    """

    name: str
    read: Callable[[str, Report, Desk], Values]
    told: bool = True
    figures: bool = False
    applies: tuple[UpdateKind, ...] = ()
    backs: Callable[[str, Report, Desk], Values] = lambda words, draft, desk: {}
    empties: Mapping[str, Any] = field(default_factory=dict)


def rows_of(draft: Report) -> Sequence[Row]:
    """Return the rows of the fields that a report of this kind has."""
    return [row for row in ROWS if not row.applies or draft.kind in row.applies]


def last_day(words: str, desk: Desk, *, back: bool) -> date | None:
    """Return the last day that is named in ``words``; None where none is."""
    return next((day.due for day in reversed(days(words, desk, back=back)) if day.due), None)


def days(words: str, desk: Desk, *, back: bool) -> Sequence[DayReading]:
    """Return the days in ``words``; "14 uur" by itself is how much, not when."""
    found = find_days(words, desk.local, back=back, breaks=desk.breaks)
    return [day for day in found if not hours_alone(words[slice(*day.at)])]


def following(words: str, draft: Report, desk: Desk) -> Values:
    """Return the next step in these words, with the day that they name for it."""
    return {"next_step": words, "next_day": last_day(words, desk, back=False)}


def _figures(words: str, draft: Report, desk: Desk) -> Values:
    return counted(words, draft, [day.at for day in days(words, desk, back=False)])


def _no_figures(words: str, draft: Report, desk: Desk) -> Values:
    return uncounted(words)


def day_of(words: str, draft: Report, desk: Desk) -> Values:
    """Return the day in ``words`` on which something was; nothing where it cannot have been then."""
    day = last_day(words, desk, back=draft.delivered)
    been = not draft.delivered or (day and day <= desk.today and not impossible(words, desk))
    return {"day": day} if day and been else {}


def _forecast(words: str, draft: Report, desk: Desk) -> Values:
    day = last_day(words, desk, back=False)
    return {"forecast": day, "result": Stand.DELAYED.value} if day and draft.result == Stand.DELAYED else {}


def _result(words: str, draft: Report, desk: Desk) -> Values:
    result = read_result(draft.kind.value, words) if draft.kind else None
    return {"result": result} if result else {}


def _activity(words: str, draft: Report, desk: Desk) -> Values:
    key = clear_winner(desk.read(words).candidates)
    return {"activity": key} if key else {}


def _milestone(words: str, draft: Report, desk: Desk) -> Values:
    key = meant(words, desk.milestones())
    return {"milestone": key} if key else {}


def _organisation(words: str, draft: Report, desk: Desk) -> Values:
    one = named(desk.read(words, draft.kind).organisation, desk)
    return {"organisation": one.key} if one else {}


def _kind(words: str, draft: Report, desk: Desk) -> Values:
    kind = kind_named(words)
    return {"kind": UpdateKind(kind), "result": ""} if kind else {}


def _words(name: str) -> Callable[[str, Report, Desk], Values]:
    return lambda words, draft, desk: {name: words}


NAMES = ("activity", "milestone")  # read by name, of words that say nothing else
_CONTRIBUTION, _OUTCOME, _PROGRESS = UpdateKind.CONTRIBUTION, UpdateKind.OUTCOME, UpdateKind.PROGRESS
_HINDERED = (_OUTCOME, _PROGRESS, _CONTRIBUTION)
# The first that reads something of a correction wins over the names of activities and milestones, which stand last.
ROWS: tuple[Row, ...] = (
    Row(name="kind", read=_kind),
    Row(name="result", read=_result, applies=(_OUTCOME, _PROGRESS)),
    Row(name="counts", figures=True, read=_figures, applies=(_OUTCOME,), backs=_no_figures,
        empties=dict.fromkeys(FIGURES[:4])),
    Row(name="amount", figures=True, read=_figures, applies=(_CONTRIBUTION,), backs=_no_figures,
        empties=dict.fromkeys(FIGURES[4:])),
    Row(name="day", read=day_of, applies=DATED),
    Row(name="forecast", read=_forecast, applies=(_PROGRESS,), empties={"forecast": None}),
    Row(name="organisation", read=_organisation, applies=DATED, empties={"organisation": ""}),
    Row(name="material", read=_words("material"), told=False, applies=(_CONTRIBUTION,), empties={"material": ""}),
    Row(name="obstacle", read=_words("obstacle"), told=False, applies=_HINDERED, empties={"obstacle": ""}),
    Row(name="success", read=_words("success"), told=False, applies=(_OUTCOME,), empties={"success": ""}),
    Row(name="next_step", read=following, told=False, applies=(_OUTCOME,),
        empties={"next_step": "", "next_day": None}),
    Row(name="milestone", read=_milestone, applies=(_PROGRESS,)),
    Row(name="activity", read=_activity, applies=(_OUTCOME, _CONTRIBUTION)),
)  # fmt: skip
