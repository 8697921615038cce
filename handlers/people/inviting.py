"""A programme manager invites somebody: for which role, in which team, and then a code to hand on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option, ask
from handlers.turns import Desk, Turn, reply
from programme.invitations import LASTS, Code, QrCode, read_code, sealed
from programme.messages import Draft, Outgoing
from programme.people_events import Invited
from programme.permissions import Deed, may
from programme.records import Role
from programme.text import Text, _, lines
from programme.wording import ROLES


@dataclass(frozen=True, kw_only=True)
class Invite(Draft):
    """An invitation in the making. ``teams``: whether the region has any to choose from."""

    role: Role | None = None
    team: str = ""
    teams: bool = False


def invite(rest: str, desk: Desk) -> Turn:
    """Begin an invitation."""
    return forms.begin(INVITE, Invite(teams=bool(desk.teams())), desk)


def seals(code: Code) -> tuple[str, str]:
    """Return what is kept of both forms of a code."""
    return sealed(read_code(code.link)), sealed(read_code(code.typed))


def _roles(draft: Invite, desk: Desk) -> Sequence[Option]:
    return [Option(label=label, value=role.value) for role, label in ROLES.items()]


def _teams(draft: Invite, desk: Desk) -> Sequence[Option]:
    return [Option(label=one.name, value=one.key) for one in desk.teams()]


def _ends(draft: Any, desk: Desk) -> Turn:
    """Make the code. The second message is the one to hand on, so it has nothing else in it."""
    if draft.role is None or not may(desk.person, Deed.INVITE, desk.region.key):
        return reply(_("Only the programme manager can do that."))
    code = desk.new_code()
    event = Invited(
        region=desk.region.key,
        person=desk.person.key,
        role=draft.role,
        team=draft.team or None,
        seals=seals(code),
    )
    told = _(
        "Hand on the message below. It is for one person (role: {role}), works once, and lasts {days} days.",
        role=ROLES[draft.role],
        days=LASTS.days,
    )
    return Turn(says=(Outgoing(text=told), _to_hand_on(code, desk)), events=(event,))


def _to_hand_on(code: Code, desk: Desk) -> Outgoing:
    """Return the letter, with its link as a picture too where there is one: for a screen, a slide, or paper."""
    link, region = desk.link(code.link), desk.region.name
    picture = QrCode(link=link, region=region) if link else None
    return Outgoing(text=letter(code, region, link), drawing=picture)


def letter(code: Code, region: str, link: str | None) -> Text:
    """Return the message that is handed on to whoever is invited."""
    invited = _("You are invited to Aanjager, the chat bot of {region}.", region=region)
    if link:
        return lines(
            invited,
            _("Open this link and tap Start: {link}", link=link),
            _("Or send Aanjager this code in a private chat: {code}", code=code.typed),
        )
    return lines(invited, _("Send it this code in a private chat: {code}", code=code.typed))


INVITE = Form(
    draft=Invite,
    fields=(
        Field(
            name="role",
            label=_("Role"),
            question=ask(_("Whom do you want to invite?")),
            options=_roles,
            skippable=False,
        ),
        Field(
            name="team",
            label=_("Team"),
            question=ask(_("In which team? Skip it when they join none.")),
            options=_teams,
            applies=lambda draft: draft.teams,
        ),
    ),
    ends=_ends,
)
