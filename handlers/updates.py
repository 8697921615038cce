"""Reporting: what took place, where a milestone stands, what a company gave, what the meeting or the manager must know.

One form for all five kinds. Only kind, activity and result are ever asked; everything else waits on the card.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import forms
from handlers.fields import Field, Form, Option, always, ask, choice, words
from handlers.turns import Desk, Turn
from programme.events import Reported
from programme.messages import Draft, Outgoing
from programme.records import Result, UpdateKind
from programme.text import Text, _, lines
from programme.updates import Details, Update
from programme.wording import RESULTS


@dataclass(frozen=True, kw_only=True)
class Report(Draft):
    """A report as far as it is known."""

    said: str = ""
    activity: str = ""
    result: Result | None = None
    obstacle: str = ""


def report(text: str, desk: Desk) -> Turn:
    """Begin a report with what was typed."""
    return forms.begin(REPORT, Report(said=text), desk)


def _activities(draft: Report, desk: Desk) -> Sequence[Option]:
    return [Option(label=f"{one.number}. {one.title}", value=one.key) for one in desk.activities()]


def _results(draft: Report, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=result.value) for result, label in RESULTS.items()]


def _card(draft: Report, desk: Desk) -> Text:
    activity = desk.activity(draft.activity)
    return lines(
        _("Shall I save this?"),
        "",
        _("Activity: {title}", title=activity.title) if activity else None,
        _("Result: {result}", result=RESULTS[draft.result]) if draft.result else None,
        _("Obstacle: {obstacle}", obstacle=draft.obstacle) if draft.obstacle else None,
        _("“{said}”", said=draft.said) if draft.said else None,
    )


def _ends(draft: Report, desk: Desk) -> Turn:
    update = Update(
        key=desk.fresh,
        region=desk.region.key,
        person=desk.person.key,
        kind=UpdateKind.OUTCOME,
        activity=draft.activity or None,
        result=draft.result or "",
        day=desk.today,
        details=Details(said=draft.said, obstacle=draft.obstacle),
    )
    event = Reported(region=desk.region.key, person=desk.person.key, update=update)
    return Turn(says=(Outgoing(text=_("Saved, thank you!")),), events=(event,))


REPORT = Form(
    draft=Report,
    fields=(
        Field(
            name="activity",
            label=_("Activity"),
            question=ask(_("Which activity is it about?")),
            options=_activities,
            read=lambda text, draft, desk: choice(text, _activities(draft, desk)),
            asked=always,
        ),
        Field(
            name="result",
            label=_("Result"),
            question=ask(_("How did it go?")),
            options=_results,
            read=lambda text, draft, desk: choice(text, _results(draft, desk)),
            asked=always,
        ),
        Field(
            name="obstacle",
            label=_("Obstacle"),
            question=ask(_("What was in the way?")),
            read=words,
            numbered=False,
        ),
    ),
    card=_card,
    ends=_ends,
)
