"""What a region is made of: the programme manager adds subregions, teams and organisations, and puts them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, ask
from handlers.people.joining import read_name
from handlers.turns import Desk, Turn, reply
from programme.messages import Draft, Outgoing
from programme.people_events import OrganisationPut, SubregionMade, TeamPut
from programme.permissions import Deed, may
from programme.text import Phrase, Text, _, lines, n_

WHOLE = "whole"


class Kind(StrEnum):
    """What can be added to a region."""

    SUBREGION = "subregion"
    TEAM = "team"
    ORGANISATION = "organisation"


KINDS = {Kind.SUBREGION: _("Subregion"), Kind.TEAM: _("Team"), Kind.ORGANISATION: _("Organisation")}
WHICH = {
    Kind.SUBREGION: _("What is the subregion called?"),
    Kind.TEAM: _("Which team? Tap it, or type the name of a new one."),
    Kind.ORGANISATION: _("Which organisation? Tap it, or type the name of a new one."),
}


@dataclass(frozen=True, kw_only=True)
class Part(Draft):
    """A part of the region in the making. ``subregion``: its key, or ``WHOLE``; ``divided``: there are subregions."""

    kind: Kind | None = None
    name: str = ""
    subregion: str = ""
    divided: bool = False


def region(rest: str, desk: Desk) -> Turn:
    """Show what the region is made of, and begin to add to it."""
    return forms.begin(PART, Part(divided=bool(desk.subregions())), desk)


def _overview(draft: Part, desk: Desk) -> Text:
    teams, organisations = len(desk.teams()), len(desk.organisations())
    parts = ", ".join(one.name for one in desk.subregions())
    return lines(
        desk.region.name,
        _("Subregions: {names}", names=parts) if parts else _("No subregions."),
        n_("{n} team", "{n} teams", teams),
        n_("{n} organisation", "{n} organisations", organisations),
        "",
        _("What do you want to add, or put in a subregion?"),
    )


def _kinds(draft: Part, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=kind.value) for kind, label in KINDS.items()]


def _names(draft: Part, desk: Desk) -> Sequence[Option]:
    return [Option(label=name, value=name) for name in _known(draft, desk)]


def _known(draft: Part, desk: Desk) -> list[str]:
    if draft.kind is Kind.TEAM:
        return [one.name for one in desk.teams()]
    return [one.name for one in desk.organisations()] if draft.kind is Kind.ORGANISATION else []


def _name(text: str, draft: Part, desk: Desk) -> str:
    """Take a name; one that is known but for its capitals is that one."""
    said = read_name(text, draft, desk)
    names = [*_known(draft, desk), *(one.name for one in desk.subregions() if draft.kind is Kind.SUBREGION)]
    return next((name for name in names if name.casefold() == said.casefold()), said)


def _subregions(draft: Part, desk: Desk) -> Sequence[Option]:
    parts = [Option(label=one.name, value=one.key) for one in desk.subregions()]
    return [Option(label=_("The whole region"), value=WHOLE), *parts]


def _ends(draft: Any, desk: Desk) -> Turn:
    if not may(desk.person, Deed.ARRANGE_TEAMS, desk.region.key):
        return reply(_("Only the programme manager can do that."))
    here = {"region": desk.region.key, "person": desk.person.key, "name": draft.name}
    if draft.kind is Kind.SUBREGION:
        return Turn(says=(Outgoing(text=_divided(draft)),), events=(SubregionMade(**here),))
    part = next((one for one in desk.subregions() if one.key == draft.subregion), None)
    if draft.subregion not in ("", WHOLE) and part is None:
        return reply(_("This part of the region is no longer there."))
    event = (TeamPut if draft.kind is Kind.TEAM else OrganisationPut)(
        **here, subregion=part.key if part else None
    )
    where = part.name if part else desk.region.name
    hint = _("With /team you say who coordinates it.") if draft.kind is Kind.TEAM else None
    text = lines(_("Noted: {name} is in {where}.", name=draft.name, where=where), hint)
    return Turn(says=(Outgoing(text=text),), events=(event,))


def _divided(draft: Part) -> Text:
    return lines(
        _("Noted: {name} is a subregion.", name=draft.name),
        _("With /regio you say what belongs to it, with /kanaal (in a group chat) it gets a channel."),
    )


def _which(draft: Part, desk: Desk) -> Phrase:
    return WHICH[draft.kind or Kind.SUBREGION]


PART = Form(
    draft=Part,
    fields=(
        Field(
            name="kind",
            label=_("Kind"),
            question=_overview,
            options=_kinds,
            skippable=False,
        ),
        Field(
            name="name",
            label=_("Name"),
            question=_which,
            options=_names,
            read=_name,
            skippable=False,
        ),
        Field(
            name="subregion",
            label=_("Subregion"),
            question=ask(_("In which subregion?")),
            options=_subregions,
            applies=lambda draft: draft.divided and draft.kind is not Kind.SUBREGION,
            skippable=False,
        ),
    ),
    ends=_ends,
)
