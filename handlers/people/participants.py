"""Who takes part in a region, and what changes for them: the programme manager takes a role back, or all of them, or
notes that somebody works at one more school.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Option
from handlers.people import workplaces
from handlers.people.joining import read_name
from handlers.people.teams import named
from handlers.turns import Desk, Turn, reply
from programme.messages import Address, Draft, Outgoing
from programme.people_events import RoleEnded
from programme.permissions import Deed, may
from programme.records import Person, Role
from programme.text import Text, _, lines, n_
from programme.wording import ROLES

ALL = "all"
MOST_LINES = 30


@dataclass(frozen=True, kw_only=True)
class Ending(Draft):
    """The end of a role, or (``ALL``) of everything that somebody is in the region.

    Or (``workplaces``) an organisation, by its name, that they take part for too, or one that they do no longer.
    """

    who: str = ""
    role: str = ""
    organisation: str = ""


def people(rest: str, desk: Desk) -> Turn:
    """Show who takes part, and ask whose role ends."""
    return forms.begin(ENDING, Ending(), desk)


def _overview(draft: Ending, desk: Desk) -> Text:
    everybody, away = desk.people(), desk.out_of_reach()
    more = len(everybody) - MOST_LINES
    return lines(
        _("Who takes part in {region}:", region=desk.region.name),
        *(_line(one, desk.region.key, lost=one.key in away) for one in everybody[:MOST_LINES]),
        n_("• and {n} more", "• and {n} more", more) if more > 0 else None,
        "",
        _(
            "Does somebody stop, or work at another school too? Tap or type who. To add somebody, choose /uitnodigen."
        ),
    )


def _line(person: Person, region: str, *, lost: bool) -> Text:
    first, *others = _roles(person, region)
    roles: Text = ROLES[first]
    for role in others:
        roles = _("{one}, {two}", one=roles, two=ROLES[role])
    if person.stopped:
        return _("• {name}: {roles} (gets no messages)", name=person.name, roles=roles)
    if lost:
        return _("• {name}: {roles} (my messages do not arrive)", name=person.name, roles=roles)
    return _("• {name}: {roles}", name=person.name, roles=roles)


def _roles(person: Person, region: str) -> list[Role]:
    return [role for role in ROLES if role in person.roles_in(region)]


def _people(draft: Ending, desk: Desk) -> Sequence[Option]:
    return [Option(label=one.name, value=one.key) for one in desk.people()]


def _who(draft: Ending, desk: Desk) -> Person | None:
    return next((one for one in desk.people() if one.key == draft.who), None)


def _question(draft: Ending, desk: Desk) -> Text:
    person = _who(draft, desk)
    return _("What changes for {name}?", name=person.name if person else "")


def _endings(draft: Ending, desk: Desk) -> Sequence[Option]:
    person = _who(draft, desk)
    roles = _roles(person, desk.region.key) if person else []
    return [
        *(Option(label=_("No longer: {role}", role=ROLES[role]), value=role.value) for role in roles),
        *(workplaces.changes(person, desk) if person else ()),
        Option(label=_("Takes no part at all any more"), value=ALL),
    ]


def _organisations(draft: Ending, desk: Desk) -> Sequence[Option]:
    person = _who(draft, desk)
    return workplaces.others(person, desk) if person else ()


def _which_organisation(draft: Ending, desk: Desk) -> Text:
    person = _who(draft, desk)
    return _(
        "For which school or company does {name} take part too? Tap or type it.",
        name=person.name if person else "",
    )


def _ends(draft: Any, desk: Desk) -> Turn:
    region, person = desk.region.key, _who(draft, desk)
    if not may(desk.person, Deed.INVITE, region):
        return reply(_("Only the programme manager can do that."))
    if person and (turn := workplaces.changed(person, draft.role, draft.organisation, desk)):
        return turn
    roles = _roles(person, region) if person else []
    ended = roles if draft.role == ALL else [role for role in roles if role.value == draft.role]
    if person is None or not ended:
        return reply(_("Nothing has changed."))
    if Role.MANAGER in ended and all(one.key == person.key for one in desk.managers()):
        return reply(_("Somebody has to be programme manager. Invite a successor first, with /uitnodigen."))
    role = None if len(ended) == len(roles) else ended[0]
    event = RoleEnded(region=region, person=desk.person.key, ended=person.key, role=role)
    return Turn(says=_told(person, role, desk), events=(event,))


def _told(person: Person, role: Role | None, desk: Desk) -> tuple[Outgoing, ...]:
    """Tell the programme manager, and in private whom it is about."""
    names = {"name": person.name, "region": desk.region.name}
    if role is None:
        noted = _("Noted: {name} takes no part in {region} any more.", **names)
        theirs = _(
            "You take no part in {region} any more. Is that wrong? Ask your programme manager.", **names
        )
    else:
        noted = _("Noted. {name} no longer has this role: {role}.", name=person.name, role=ROLES[role])
        theirs = _(
            "In {region} you no longer have this role: {role}. Is that wrong? Ask your programme manager.",
            region=desk.region.name,
            role=ROLES[role],
        )
    if person.key == desk.person.key:
        return (Outgoing(text=noted),)
    return (Outgoing(text=noted), Outgoing(text=theirs, to=Address(person=person.key)))


ENDING = Form(
    draft=Ending,
    fields=(
        Field(
            name="who",
            label=_("Person"),
            question=_overview,
            options=_people,
            read=lambda text, draft, desk: named(text, _people(draft, desk)),
            skippable=False,
        ),
        Field(
            name="role",
            label=_("Role"),
            question=_question,
            options=_endings,
            skippable=False,
        ),
        Field(
            name="organisation",
            label=_("Organisation"),
            question=_which_organisation,
            options=_organisations,
            read=read_name,
            applies=lambda draft: draft.role == workplaces.TOO,
            skippable=False,
        ),
    ),
    ends=_ends,
)
