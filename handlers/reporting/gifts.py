"""What a company gave within an outcome: it counts as a contribution only when its contact says that it does.

A lesson has its hours, whoever reports it; that they were a gift is for nobody else to guess.
"""

from dataclasses import dataclass, replace

from handlers.reporting.report_card import figures_of
from handlers.turns import Desk
from programme.messages import Action, Button, Outgoing
from programme.records import Role, UpdateKind
from programme.text import _
from programme.updates import Details, Update


@dataclass(frozen=True, kw_only=True)
class AlsoGiven(Action):
    """The hours and euros of an outcome are a contribution of the company that reported it."""

    update: str


def asked(update: Update) -> str:
    """Return what the question is about, so that its answer stands in its place."""
    return f"given:{update.key}"


def perhaps_given(update: Update, desk: Desk) -> tuple[Outgoing, ...]:
    """Ask a company contact whether what their outcome names was given; nothing where it was noted already."""
    gift = gift_of(update)
    figures = figures_of(gift.details)
    theirs = Role.COMPANY in desk.person.roles_in(desk.region.key)
    if not theirs or figures is None or desk.update(gift.key):
        return ()
    text = _("Did your company give that ({figures})? Then I note it as a contribution too.", figures=figures)
    yes = Button(label=_("Yes, note it"), press=AlsoGiven(update=update.key))
    return (Outgoing(text=text, buttons=(yes,), subject=asked(update)),)


def gift_of(update: Update) -> Update:
    """Return the contribution that an outcome holds: its hours and euros, on the same day at the same place."""
    told = update.details
    details = Details(hours=told.hours, euros=told.euros, said=told.said, organisation=told.organisation)
    return replace(update, key=f"{update.key}.gift", kind=UpdateKind.CONTRIBUTION, result="", shared=False,
                   details=details)  # fmt: skip
