"""A code lets somebody in: what a stranger hears, and what a code, typed or in a link, leads to."""

from dataclasses import dataclass, replace

from handlers.dialogue import forms
from handlers.dialogue.steps import Resume
from handlers.people.joining import WELCOME, Sought, Welcome, draft_of
from handlers.turns import Desk, Turn, reply
from programme.invitations import MOST_WRONG, Invitation, Standing, read_code
from programme.messages import Action, Button, Outgoing
from programme.people_events import WrongCodeTried
from programme.text import Text, _, lines
from programme.wording import ROLES


@dataclass(frozen=True, kw_only=True)
class Elsewhere(Action):
    """A code is for another organisation, for which its reader takes part too."""

    invitation: str


def stranger(desk: Desk) -> Turn:
    """Say how to get in; to who is getting in already, ask again what was asked."""
    return _going_on(desk) or reply(_HELLO)


def came_for(command: str, desk: Desk) -> Turn:
    """Say how to get in to who came for something, and keep in mind what it was."""
    return Turn(says=(sought(Sought(command=command), desk),))


def sought(view: Sought, desk: Desk) -> Outgoing:
    """Compose what a newcomer is told who came for something."""
    return Outgoing(text=_HELLO, view=view)


def first_this(command: str) -> Turn:
    """Tell somebody in the middle of the welcome that what they came for is next."""
    text = _("First this, then {command}.", command=f"/{command}")
    return Turn(says=(Outgoing(text=text, view=Sought(command=command)),))


_HELLO = lines(
    _("Hello! I am Aanjager: I help the regions of Sterk Techniekonderwijs to keep their plan going."),
    _(
        "I don't know you yet. Do you have an invitation? Type its code, it looks like this: CDFH-2345. "
        "No code? Ask the programme manager of your region for one."
    ),
)


def start(rest: str, desk: Desk) -> Turn:
    """Answer /start, with or without a code behind it."""
    if rest:
        code = read_code(rest)
        return enter(code, desk) if code else reply(_unreadable())
    if not desk.person.regions:
        return stranger(desk)
    return reply(_("Good to see you. Just type what happened, or see with /help what I can do."))


def _unreadable() -> Text:
    return _("That is not a code. It looks like this: CDFH-2345. Look at it once more and type it again.")


def enter(code: str, desk: Desk) -> Turn:
    """Let somebody in with a code (as ``read_code`` gives it), or say what is wrong with it."""
    if not desk.chat.private:
        return reply(_("A code is for you alone: send it to me in a private chat."))
    if desk.wrong_codes() >= MOST_WRONG:
        return reply(_("Too many codes were wrong. Try again in an hour, or ask for a new invitation."))
    invitation = desk.invitation(code)
    if invitation is None:
        return _wrong(desk)
    if invitation.standing is not Standing.OPEN:
        return reply(_closed(invitation, desk))
    going_on = _going_on(desk, invitation.key)
    return going_on or _already(invitation, desk) or forms.begin(WELCOME, draft_of(invitation, desk), desk)


def _going_on(desk: Desk, invitation: str | None = None) -> Turn | None:
    """Ask once more where a welcome is open, for this invitation or any: a link is easily opened twice."""
    draft = desk.dialogue.draft if desk.dialogue else None
    if not isinstance(draft, Welcome) or invitation not in (None, draft.invitation):
        return None
    return forms.resume(Resume(), desk, {Welcome: WELCOME})


def _already(invitation: Invitation, desk: Desk) -> Turn | None:
    """Spare the code of whoever is already what it would make them: they opened it by mistake, or to try it."""
    same = (
        one.region == invitation.region
        and one.role is invitation.role
        and invitation.team in (None, one.team)
        for one in desk.person.memberships
    )
    if desk.person.stopped or not any(same):
        return None
    text = _(
        "You take part in {region} already (role: {role}). The code still works: hand it on to whoever it is for.",
        region=invitation.region_name,
        role=ROLES[invitation.role],
    )
    button = Button(
        label=_("For another school or company of mine"), press=Elsewhere(invitation=invitation.key)
    )
    return Turn(says=(Outgoing(text=text, buttons=(button,)),))


def elsewhere(press: Elsewhere, desk: Desk) -> Turn:
    """Let somebody take part for one more organisation with a code for what they are already."""
    invitation = desk.invited(press.invitation)
    if invitation is None or invitation.standing is not Standing.OPEN:
        return reply(_closed(invitation, desk) if invitation else _unreadable())
    draft = replace(draft_of(invitation, desk), organisation="", mine=True, more=True)
    return forms.begin(WELCOME, draft, desk)


def _wrong(desk: Desk) -> Turn:
    tried = WrongCodeTried(region=desk.region.key, person=desk.person.key)
    text = _("I don't know this code. Look at it once more, or ask your programme manager for a new one.")
    return Turn(says=(Outgoing(text=text),), events=(tried,))


def _closed(invitation: Invitation, desk: Desk) -> Text:
    if invitation.standing is Standing.EXPIRED:
        return _(
            "This code is no longer valid: it lasts fourteen days. Ask your programme manager for a new one."
        )
    if invitation.used_by == desk.person.key and invitation.region in desk.person.regions:
        return _("You have used this code already: you take part in {region}.", region=invitation.region_name)
    return _("This code was used already; each works once. Ask your programme manager for one of your own.")
