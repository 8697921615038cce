"""Milestones in conversation: the reminder that is answered with a tap, and what follows from the tap."""

from dataclasses import dataclass

from handlers.turns import Desk, Turn
from programme.events import Answered
from programme.messages import Action, Button, Outgoing, Urgency, View
from programme.records import Milestone, Stand
from programme.text import Text, _, lines
from programme.wording import STANDS


@dataclass(frozen=True, kw_only=True)
class Reminder(View):
    """One morning's reminder to one person: the milestones, by region."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def items(self) -> tuple[str, ...]:
        """Every milestone in it."""
        return tuple(key for _region, keys in self.parts for key in keys)


@dataclass(frozen=True, kw_only=True)
class Say(Action):
    """Where a milestone stands, with one tap."""

    milestone: str
    stand: Stand


def reminder(view: Reminder, desk: Desk) -> Outgoing:
    """Compose the reminder as things stand now."""
    milestones = [found for key in view.items if (found := desk.milestone(key))]
    return Outgoing(
        text=lines(_("How does it stand?"), *(_line(one, desk) for one in milestones)),
        buttons=tuple(button for one in milestones if not one.closed for button in _stands(one)),
        urgency=Urgency.REMINDER,
        view=view,
    )


def _line(milestone: Milestone, desk: Desk) -> Text:
    stand = _(" – {stand}", stand=STANDS[milestone.stand]) if milestone.stand else ""
    return _("• {title}{stand}", title=milestone.title, stand=stand)


def _stands(milestone: Milestone) -> tuple[Button, ...]:
    return tuple(
        Button(label=STANDS[stand], press=Say(milestone=milestone.key, stand=stand))
        for stand in (Stand.DONE, Stand.ON_TRACK)
    )


def say(press: Say, desk: Desk) -> Turn:
    """Keep an owner's answer."""
    milestone = desk.milestone(press.milestone)
    if milestone is None:
        return Turn(toast=_("This milestone is no longer in the plan."))
    event = Answered(
        region=desk.region.key, person=desk.person.key, milestone=milestone.key, stand=press.stand
    )
    return Turn(events=(event,), toast=_("Noted, thank you."))
