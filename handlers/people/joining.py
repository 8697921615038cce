"""The welcome of at most four taps, at the end of which somebody takes part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from handlers.dialogue.fields import Field, Form, Option, Problem
from handlers.people import rhythm
from handlers.turns import Desk, Turn, reply
from language.conversation.wishes import yes_no
from programme.events import Event
from programme.groups import as_known
from programme.invitations import HOURS, LASTS, Invitation, Standing
from programme.messages import Draft, Outgoing, View
from programme.people_events import Joined, Settled
from programme.records import Role
from programme.text import Text, _, lines, visible
from programme.wording import ROLES

LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class Welcome(Draft):
    """What a newcomer said so far. What is known of somebody who takes part elsewhere is filled in and not asked.

    ``here``: they take part in this very region, so the invitation may be for somebody else; ``mine``: it is not.
    ``more``: it is for one more organisation, in a role that they have.
    """

    invitation: str
    name: str = ""
    organisation: str = ""
    rhythm: str = ""
    notice: str = ""
    known: bool = False
    here: bool = False
    mine: bool | None = None
    more: bool = False


@dataclass(frozen=True, kw_only=True)
class Sought(View):
    """What a newcomer came for, by the name of a command: it waits until they take part."""

    command: str


def draft_of(invitation: Invitation, desk: Desk) -> Welcome:
    """Return what there is to begin with: nothing of a stranger, nearly all of somebody known."""
    person = desk.person
    if not person.regions:
        return Welcome(invitation=invitation.key)
    here = [one for one in person.memberships if one.region == invitation.region]
    names = {one.key: one.name for one in invitation.organisations}
    return Welcome(
        invitation=invitation.key,
        name=person.name,
        organisation=next((names[one.organisation] for one in here if one.organisation in names), ""),
        rhythm=rhythm.written(person.workdays, person.hour),
        notice="known",
        known=True,
        here=bool(here),
    )


def _invited(draft: Welcome, desk: Desk) -> Invitation | None:
    return desk.invited(draft.invitation)


def _greeting(draft: Welcome, desk: Desk) -> Text:
    invitation = _invited(draft, desk)
    return lines(_invited_as(invitation) if invitation else None, _("What may I call you?"))


def _invited_as(invitation: Invitation) -> Text:
    role = ROLES[invitation.role]
    if invitation.team_name:
        return _(
            "Welcome to {region}! Your role: {role}, in {team}.",
            region=invitation.region_name,
            role=role,
            team=invitation.team_name,
        )
    return _("Welcome to {region}! Your role: {role}.", region=invitation.region_name, role=role)


def _names(draft: Welcome, desk: Desk) -> Sequence[Option]:
    name = visible(desk.person.name).strip()[:LONGEST_NAME]
    return [Option(label=name, value=name)] if name else []


def read_name(text: str, draft: Draft, desk: Desk) -> str:
    """Take a name: one line, with a letter in it, not too long; a question is none."""
    name = " ".join(visible(text).split())
    if "?" in name or not any(sign.isalpha() for sign in name):
        raise Problem(_("I didn't see a name in that. Type it in letters."))
    if len(name) > LONGEST_NAME:
        raise Problem(
            _("That is too long for a name. Can you keep it under {most} signs?", most=LONGEST_NAME)
        )
    return name


def _organisations(draft: Welcome, desk: Desk) -> Sequence[Option]:
    invitation = _invited(draft, desk)
    known = _own(invitation, desk) if invitation and draft.more else ()
    return [
        Option(label=one.name, value=one.name)
        for one in (invitation.organisations if invitation else ())
        if one.name not in known
    ]


def _own(invitation: Invitation, desk: Desk) -> Sequence[str]:
    """Return the names of the organisations for which somebody takes part already in what an invitation is for."""
    names = {one.key: one.name for one in invitation.organisations}
    return [
        names[one.organisation]
        for one in desk.person.memberships
        if (one.region, one.role) == (invitation.region, invitation.role)
        and one.organisation in names
        and invitation.team in (None, one.team)
    ]


def _read_organisation(text: str, draft: Welcome, desk: Desk) -> str:
    name, invitation = read_name(text, draft, desk), _invited(draft, desk)
    known = _own(invitation, desk) if invitation and draft.more else ()
    if as_known(name) in map(as_known, known):
        raise Problem(
            _("For {organisation} you take part already. Which other one is it?", organisation=name)
        )
    return name


def _usual_hour(draft: Welcome, desk: Desk) -> time:
    invitation = _invited(draft, desk)
    return HOURS[invitation.role] if invitation else desk.person.hour


def _notice(draft: Welcome, desk: Desk) -> Text:
    return lines(
        _("The last thing, about your privacy."),
        _(
            "I keep your name, organisation, role, working days and hour, and what you report here. "
            "Your region uses it for its plan; other regions never see it."
        ),
        _("Never name pupils, and send no picture in which they can be recognised."),
        _(
            "To stop, type “uitschrijven” at any moment. Your programme manager can tell you what is kept of you, "
            "and have all of it erased."
        ),
    )


def _agreed(text: str, draft: Welcome, desk: Desk) -> str:
    raise Problem(_("Tap “Clear, I take part” when you have read this, or Cancel."))


def _for_whom(draft: Welcome, desk: Desk) -> Text:
    invitation = _invited(draft, desk)
    if invitation is None:
        return _("Is this invitation for you?")
    role: Text = ROLES[invitation.role]
    return _(
        "You take part in {region} already. Is this invitation for you too? It works once, and adds the role: {role}.",
        region=invitation.region_name,
        role=_("{role}, in {team}", role=role, team=invitation.team_name) if invitation.team_name else role,
    )


def _for_me(text: str, draft: Welcome, desk: Desk) -> bool:
    if yes_no(text) or text.strip() == "1":
        return True
    raise Problem(_("Tap “Yes, for me”, or Cancel when it is for somebody else."))


def _given_up(draft: Welcome) -> Text:
    if draft.here:
        return _("All right. The code still works: hand it on to whoever it is for.")
    return _("Cancelled. Nothing was saved.")


def _joined(draft: Any, desk: Desk) -> Turn:
    invitation = _invited(draft, desk)
    if invitation is None or invitation.standing is not Standing.OPEN:
        return reply(_("This code was used meanwhile, or is no longer valid. Ask for a new one."))
    if draft.more and not draft.organisation:
        return reply(_given_up(draft))
    here = {"region": invitation.region, "person": desk.person.key}
    workdays, hour = rhythm.parted(draft.rhythm)
    settled: tuple[Event, ...] = (
        Settled(
            name=draft.name,
            language=desk.person.language,
            hour=hour,
            workdays=tuple(sorted(workdays)),
            **here,
        ),
    )
    joined = Joined(invitation=draft.invitation, organisation=draft.organisation, **here)
    return Turn(
        says=(Outgoing(text=lines(_in(draft, invitation), _next(desk))),),
        events=(*(() if draft.known else settled), joined),
    )


def _next(desk: Desk) -> Text | None:
    """Remind a newcomer of what they came for."""
    views = (view for view in desk.said(desk.now - LASTS) if isinstance(view, Sought))
    view = next(views, None)
    return _("You came for {command}: type it, and we begin.", command=f"/{view.command}") if view else None


def _in(draft: Welcome, invitation: Invitation) -> Text:
    if draft.more:
        return _("Noted: you take part for {organisation} too.", organisation=draft.organisation)
    if draft.known:
        return _(
            "You take part in {region} from now on. Your role: {role}.",
            region=invitation.region_name,
            role=ROLES[invitation.role],
        )
    return lines(
        _("Good to have you, {name}!", name=draft.name),
        _(
            "Just type what happened, for example: “Pilot with 26 pupils, went well.” With /help I say what I can do."
        ),
        _("Change anything of this later with /instellingen."),
        _(
            "Is your region new? Arrange it with /regio, /uitnodigen and /team, and type /kanaal in a group chat "
            "that is to hear of the week."
        )
        if invitation.role is Role.MANAGER
        else None,
    )


WELCOME = Form(
    draft=Welcome,
    fields=(
        Field(
            name="mine",
            label=_("Invitation"),
            question=_for_whom,
            options=lambda draft, desk: [Option(label=_("Yes, for me"), value=True)],
            read=_for_me,
            applies=lambda draft: draft.here,
            skippable=False,
        ),
        Field(
            name="name",
            label=_("Name"),
            question=_greeting,
            options=_names,
            read=read_name,
            skippable=False,
        ),
        Field(
            name="organisation",
            label=_("Organisation"),
            question=lambda draft, desk: _(
                "For which school, company or other organisation? Tap or type it."
            ),
            options=_organisations,
            read=_read_organisation,
            applies=lambda draft: draft.more or not draft.here,
        ),
        rhythm.field(_usual_hour),
        Field(
            name="notice",
            label=_("Privacy"),
            question=_notice,
            options=lambda draft, desk: [Option(label=_("Clear, I take part"), value="read")],
            read=_agreed,
            skippable=False,
        ),
    ),
    ends=_joined,
    cancelled=_given_up,
)
