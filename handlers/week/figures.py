"""Figures that no chat can know, entered by the programme manager: ``/cijfers``, a few taps once a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.pictures import week_words
from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, always, ask
from handlers.turns import Desk, Turn, reply
from language.numbers import find_numbers, typed_number
from programme.events import IndicatorEntered
from programme.indicators import Indicator, figure
from programme.messages import Draft, Outgoing
from programme.permissions import Deed, may
from programme.text import Phrase, Text, _
from programme.week import IndicatorStand

EARLIEST, LATEST = 2000, 2099


@dataclass(frozen=True, kw_only=True)
class FigureEntry(Draft):
    """A figure as far as it is known; ``year`` is there from the start."""

    indicator: str = ""
    value: float | None = None
    year: int = 0


def enter(rest: str, desk: Desk) -> Turn:
    """Begin to enter a figure of this year, or of the last one where the plan is over."""
    this = desk.today.year
    year = next((year for year in (this, this - 1) if desk.indicators(year)), None)
    if year is None:
        return reply(_("The plan has no indicators for {year}.", year=str(this)))
    return forms.begin(FIGURE, FigureEntry(year=year), desk)


def _options(draft: FigureEntry, desk: Desk) -> Sequence[Option]:
    return [Option(label=_stand(one), value=one.key) for one in desk.indicators(draft.year)]


def _stand(indicator: Indicator) -> Phrase:
    stand = IndicatorStand(name=indicator.name, value=indicator.value, target=indicator.target)
    return Phrase("{name}: {stand}", {"name": indicator.name, "stand": week_words.stand(stand)})


def _value(text: str, draft: FigureEntry, desk: Desk) -> float:
    found = find_numbers(text)
    if len(found) != 1 or found[0].value < 0 or text.strip().startswith("-"):
        raise Problem(_("Type one number, for example 170."))
    return found[0].value


def _year(text: str, draft: FigureEntry, desk: Desk) -> int:
    year = typed_number(text)
    if year is None or not EARLIEST <= year <= LATEST:
        raise Problem(_("Type a year, for example {year}.", year=str(desk.today.year)))
    if not any(one.key == draft.indicator for one in desk.indicators(year)):
        raise Problem(_("The plan has no target for this indicator in {year}.", year=str(year)))
    return year


def _chosen(draft: FigureEntry, desk: Desk) -> Indicator | None:
    return next((one for one in desk.indicators(draft.year) if one.key == draft.indicator), None)


def _entered(draft: FigureEntry, desk: Desk) -> Indicator | None:
    known = _chosen(draft, desk)
    if known is None or draft.value is None:
        return None
    return Indicator(
        key=known.key, name=known.name, year=draft.year, value=figure(draft.value), target=known.target
    )


def _card(draft: FigureEntry, desk: Desk) -> Text:
    entered = _entered(draft, desk)
    if entered is None:
        return _("Something is missing still. Tap what you want to fill in.")
    return _("{year} – {stand}. Shall I save this?", year=str(draft.year), stand=_stand(entered))


def _ends(draft: FigureEntry, desk: Desk) -> Turn:
    if not may(desk.person, Deed.MANAGE, desk.region.key):
        return reply(_("Only the programme manager can do that."))
    entered = _entered(draft, desk)
    if entered is None:
        return reply(_("Nothing was saved, because something was missing. Start again with /cijfers."))
    event = IndicatorEntered(region=desk.region.key, person=desk.person.key, indicator=entered)
    saved = _(
        "Saved: {stand} in {year}. It counts from the next summary on.",
        stand=_stand(entered),
        year=str(draft.year),
    )
    return Turn(says=(Outgoing(text=saved),), events=(event,))


FIGURE = Form(
    draft=FigureEntry,
    fields=(
        Field(
            name="indicator",
            label=_("Indicator"),
            question=ask(_("Which indicator do you have a figure for?")),
            options=_options,
            asked=always,
            skippable=False,
        ),
        Field(
            name="value",
            label=_("Figure"),
            question=ask(_("What is the figure?")),
            read=_value,
            asked=always,
            skippable=False,
            numbered=False,
        ),
        Field(
            name="year",
            label=_("Year"),
            question=ask(_("Of which year is it?")),
            read=_year,
            skippable=False,
            numbered=False,
        ),
    ),
    card=_card,
    ends=_ends,
)
