"""Contributions count once a programme manager has confirmed them; what school and company both report counts once."""

from dataclasses import dataclass, replace

from handlers.reporting.report_card import facts, figures_of, headline, substance
from handlers.turns import Desk, Turn
from language.messages.discretion import for_others
from programme.doubles import likeliest, same_event, same_gift
from programme.events import Confirmed, Merged, Parted
from programme.messages import Action, Address, Button, Outgoing, View
from programme.permissions import Deed, may
from programme.records import Person, UpdateKind
from programme.text import Text, _, lines
from programme.updates import Update, retold
from programme.wording import role_of

_ALONE = _("The other report is gone; this one counts by itself.")
_WITHDRAWN = _(
    "This report was withdrawn; only the other one counts. Should it count after all? Tap Undo first."
)


@dataclass(frozen=True, kw_only=True)
class Confirmation(View):
    """A delivered contribution, as a programme manager sees it; ``doubted``: the name of who could not confirm it."""

    update: str
    doubted: str = ""

    @property
    def items(self) -> tuple[str, ...]:
        """The contribution."""
        return (self.update,)


@dataclass(frozen=True, kw_only=True)
class Confirm(Action):
    """The contribution is right, or it is not."""

    update: str
    right: bool = True


@dataclass(frozen=True, kw_only=True)
class Merge(Action):
    """Two updates say the same: ``update`` counts no more beside ``into``."""

    update: str
    into: str


@dataclass(frozen=True, kw_only=True)
class KeepApart(Action):
    """Two updates that look the same are not."""

    update: str


def to_confirm(update: Update, desk: Desk, doubted: str = "") -> tuple[Outgoing, ...]:
    """Ask every programme manager to confirm a contribution, in private; what is only ``doubted`` says so silently."""
    if not update.details.delivered:
        return ()
    asked = replace(compose(update, desk, doubted), subject=f"confirm:{update.key}", aloud=not doubted)
    return tuple(replace(asked, to=Address(person=manager.key)) for manager in desk.managers())


def confirmation(view: Confirmation, desk: Desk) -> Outgoing:
    """Compose the message anew as the contribution stands now."""
    update = desk.update(view.update)
    gone = Outgoing(text=_("This contribution was withdrawn."), view=view)
    return gone if update is None or update.withdrawn else compose(update, desk, view.doubted)


def compose(update: Update, desk: Desk, doubted: str = "") -> Outgoing:
    """Say who contributed what, and ask whether it is right until somebody has said so."""
    who = desk.somebody(update.person)
    confirmed = desk.somebody(update.confirmed_by)
    twin = _twin(update, desk)
    open_still = update.details.delivered and not confirmed and not update.merged_into
    return Outgoing(
        text=lines(
            _reporter(who, desk) if who else None,
            *facts(_discreet(update), desk),
            _("Confirmed by {name}; it counts.", name=confirmed.name) if confirmed else None,
            _("Not confirmed by {name}. The reporter has been told.", name=doubted)
            if doubted and open_still
            else None,
            _("Counts as part of the other report.") if update.merged_into else None,
            _double(twin, desk) if twin and open_still else None,
        ),
        buttons=_choices(update, twin, doubted) if open_still else (),
        view=Confirmation(update=update.key, doubted=doubted),
    )


def _reporter(who: Person, desk: Desk) -> Text:
    role = role_of(who.roles_in(desk.region.key))
    return _("{name} ({role}) reported a contribution.", name=who.name, role=role)


def _double(twin: Update, desk: Desk) -> Text:
    who = desk.somebody(twin.person)
    name: Text = who.name if who else ""
    return _("Note: {name} probably reported the same: {what}.", name=name, what=_what(_discreet(twin), desk))


def _what(update: Update, desk: Desk) -> Text:
    return substance(update, desk) or headline(update, desk)


def _choices(update: Update, twin: Update | None, doubted: str) -> tuple[Button, ...]:
    same = (
        Button(label=_("Same as the other"), press=Merge(update=update.key, into=twin.key)) if twin else None
    )
    return (
        Button(label=_("Confirm"), press=Confirm(update=update.key)),
        *((same,) if same else ()),
        *(() if doubted else (Button(label=_("Not right"), press=Confirm(update=update.key, right=False)),)),
    )


def _twin(update: Update, desk: Desk) -> Update | None:
    return likeliest(update, (one for one in desk.updates_like(update) if same_gift(one, update)))


def _discreet(update: Update) -> Update:
    """Return an update as somebody else may read it."""
    return replace(update, details=retold(update.details, for_others))


def confirm(press: Confirm, desk: Desk) -> Turn:
    """Keep a programme manager's word on a contribution; the one who reported it hears of a doubt."""
    update = desk.update(press.update)
    if not may(desk.person, Deed.CONFIRM, desk.region.key):
        return Turn(toast=_("Only the programme manager can do that."))
    if update is None or update.withdrawn or update.kind is not UpdateKind.CONTRIBUTION:
        return Turn(toast=_("This contribution was withdrawn."))
    event = Confirmed(
        region=desk.region.key, person=desk.person.key, update=update.key, confirmed=press.right
    )
    if press.right:
        return Turn(events=(event,), toast=_("Confirmed. It counts."))
    doubt = _("The programme manager could not confirm your contribution ({what}). Look at it with /mijn.",
              what=_what(update, desk))  # fmt: skip
    says = Outgoing(text=doubt, to=Address(person=update.person))
    asked = to_confirm(update, desk, desk.person.name)
    return Turn(says=(says, *asked), events=(event,), toast=_("I have let the reporter know."))


def perhaps_double(update: Update, desk: Desk) -> tuple[Outgoing, ...]:
    """Offer to merge an outcome with one that somebody reported before; no more is shown of that than is needed."""
    other = likeliest(update, (one for one in desk.updates_like(update) if same_event(one, update)))
    if update.kind is not UpdateKind.OUTCOME or other is None:
        return ()
    figures = figures_of(other.details)
    known: Text = _(": {figures}", figures=figures) if figures else ""
    text = _("There is an outcome of this activity already, of about the same day{known}. Is it the same one?",
             known=known)  # fmt: skip
    buttons = (
        Button(label=_("Yes, the same"), press=Merge(update=update.key, into=other.key)),
        Button(label=_("No, another one"), press=KeepApart(update=update.key)),
    )
    return (Outgoing(text=text, buttons=buttons, subject=f"double:{update.key}"),)


def merge(press: Merge, desk: Desk) -> Turn:
    """Let two reports of one thing count once."""
    update, into = desk.update(press.update), desk.update(press.into)
    if update is None or not _theirs(update, desk):
        return Turn(toast=_("That is not yours to change."))
    if update.withdrawn:
        return Turn(toast=_WITHDRAWN)
    if into is None or into.withdrawn or into.merged_into:
        return Turn(toast=_ALONE)
    event = Merged(region=desk.region.key, person=desk.person.key, update=update.key, into=into.key)
    apart = Button(label=_("Keep them apart after all"), press=KeepApart(update=update.key))
    says = Outgoing(text=_("Merged: it counts once."), buttons=(apart,), subject=f"double:{update.key}")
    return Turn(says=(says,), events=(event,))


def keep_apart(press: KeepApart, desk: Desk) -> Turn:
    """Let two reports count each by itself."""
    update = desk.update(press.update)
    if update is None or not _theirs(update, desk):
        return Turn(toast=_("That is not yours to change."))
    if update.withdrawn:
        return Turn(toast=_WITHDRAWN)
    into = desk.update(update.merged_into) if update.merged_into else None
    gone = into is not None and into.withdrawn
    event = Parted(region=desk.region.key, person=desk.person.key, update=update.key)
    says = Outgoing(text=_ALONE if gone else _("Good, they both count."), subject=f"double:{update.key}")
    return Turn(says=(says,), events=(event,) if update.merged_into else ())


def _theirs(update: Update, desk: Desk) -> bool:
    return update.person == desk.person.key or may(desk.person, Deed.CONFIRM, desk.region.key)
