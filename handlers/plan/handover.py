"""Handing over: one owner gives a milestone to another, who must accept; the history goes along."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, Problem, ask, by_name
from handlers.plan.milestone_lines import Card
from handlers.plan.milestones import HandOver, card
from handlers.turns import Desk, Turn
from programme.events import HandoverOffered, HandoverSettled
from programme.messages import Action, Address, Button, Draft, Outgoing
from programme.text import _, lines


@dataclass(frozen=True, kw_only=True)
class Handover(Draft):
    """Who should take a milestone over."""

    milestone: str
    taker: str = ""


@dataclass(frozen=True, kw_only=True)
class Settle(Action):
    """Accept or decline a milestone that was offered."""

    offer: str
    accept: bool


def hand_over(press: HandOver, desk: Desk) -> Turn:
    """Ask who should take it over."""
    there = desk.elsewhere(press.region)
    if there is None or there.position(press.milestone) is None:
        return Turn(toast=_("This milestone has another owner, so you can't hand it over."))
    if not there.takers(press.milestone):
        return Turn(toast=_("There is nobody yet who could take it over. Ask the programme manager."))
    return forms.begin(HANDOVER, Handover(milestone=press.milestone), there)


def settle(press: Settle, desk: Desk) -> Turn:
    """Keep what the other decided, and tell who offered."""
    offer = desk.offer(press.offer)
    milestone = desk.milestone(offer.milestone) if offer else None
    if offer is None or milestone is None or offer.taker != desk.person.key:
        return Turn(toast=_("That was settled already."))
    event = HandoverSettled(
        region=desk.region.key,
        person=desk.person.key,
        key=press.offer,
        milestone=milestone.key,
        position=desk.position_of(milestone.key, offer.giver) or 0,
        accepted=press.accept,
    )
    words = {"name": desk.person.name, "title": milestone.title}
    told = (
        _("{name} has taken over “{title}”.", **words)
        if press.accept
        else _("{name} can't take over “{title}”. It stays with you.", **words)
    )
    answer = (
        _("“{title}” is yours now. Thank you!", title=milestone.title)
        if press.accept
        else _("All right, it stays where it was.")
    )
    says = (
        Outgoing(text=answer, subject=f"handover:{press.offer}", to=Address(person=desk.person.key)),
        Outgoing(text=told, to=Address(person=offer.giver)),
    )
    return Turn(says=says, events=(event,))


def _takers(draft: Handover, desk: Desk) -> Sequence[Option]:
    return [Option(label=one.name, value=one.key) for one in desk.takers(draft.milestone)]


def _read(text: str, draft: Handover, desk: Desk) -> Any:
    found = by_name(text, _takers(draft, desk))
    if len(found) != 1:
        raise Problem(_("I don't know exactly one person by that name here. Tap a name, or type it in full."))
    return found[0].value


def _ends(draft: Handover, desk: Desk) -> Turn:
    milestone = desk.milestone(draft.milestone)
    taker = next((one for one in desk.takers(draft.milestone) if one.key == draft.taker), None)
    if milestone is None or taker is None:
        return Turn(says=(Outgoing(text=_("Handing over did not work out. It stays with you.")),))
    key = desk.fresh
    event = HandoverOffered(
        region=desk.region.key, person=desk.person.key, key=key, milestone=milestone.key, taker=taker.key
    )
    view = Card(region=desk.region.key, milestone=milestone.key, mark=desk.mark, subject="")
    question = Outgoing(
        text=lines(
            _("{name} asks you to take over this milestone:", name=desk.person.name), card(view, desk).text
        ),
        buttons=(
            Button(label=_("I'll take it"), press=Settle(offer=key, accept=True)),
            Button(label=_("I can't"), press=Settle(offer=key, accept=False)),
        ),
        to=Address(person=taker.key),
        subject=f"handover:{key}",
    )
    asked = Outgoing(text=_("I have asked {name}. It stays yours until the answer is yes.", name=taker.name))
    return Turn(says=(asked, question), events=(event,))


HANDOVER = Form(
    draft=Handover,
    fields=(
        Field(
            name="taker",
            label=_("To whom"),
            question=ask(_("Who takes it over? Tap a name, or type it.")),
            options=_takers,
            read=_read,
            skippable=False,
            numbered=False,
        ),
    ),
    ends=_ends,
)
