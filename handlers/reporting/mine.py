"""What I reported: see it, change it, withdraw it, and take that back."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.reporting import signals
from handlers.reporting.report_card import facts, headline, quoted
from handlers.turns import Desk, Turn, reply
from programme.events import Restored, Withdrawn
from programme.messages import Action, Button, Outgoing
from programme.text import _, lines

MOST, PAGE = 60, 6


@dataclass(frozen=True, kw_only=True)
class Browse(Action):
    """Show a page of what I reported; ``at`` names the message in which it stands."""

    page: int
    at: str


@dataclass(frozen=True, kw_only=True)
class Look(Action):
    """Show one of my updates."""

    update: str
    page: int
    at: str


@dataclass(frozen=True, kw_only=True)
class Amend(Action):
    """Change an update of mine; ``text`` is what was typed to correct it, ``typed`` on that day."""

    update: str
    text: str = ""
    typed: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportThis(Action):
    """What was typed is a report of its own."""

    text: str


@dataclass(frozen=True, kw_only=True)
class LeaveIt(Action):
    """What was reported is right as it stands."""


@dataclass(frozen=True, kw_only=True)
class Withdraw(Action):
    """Take an update of mine back."""

    update: str


@dataclass(frozen=True, kw_only=True)
class Restore(Action):
    """Take the taking back back."""

    update: str


def mine(rest: str, desk: Desk) -> Turn:
    """List what I reported, the newest first."""
    return browse(Browse(page=0, at=desk.fresh), desk)


def browse(press: Browse, desk: Desk) -> Turn:
    """Show a page of the list in its message."""
    updates = desk.my_updates(MOST)
    if not updates:
        return reply(_("You have reported nothing yet. Just type what happened."))
    pages = -(-len(updates) // PAGE)
    page = press.page % pages
    shown = updates[page * PAGE :][:PAGE]
    following = Button(label=_("Older…"), press=replace(press, page=page + 1))
    buttons = tuple(
        Button(label=headline(one, desk), press=Look(update=one.key, page=page, at=press.at)) for one in shown
    )
    says = Outgoing(
        text=_("What you reported. Which one do you want to see?"),
        buttons=(*buttons, *((following,) if pages > 1 else ())),
        subject=f"mine:{press.at}",
    )
    return Turn(says=(says,))


def look(press: Look, desk: Desk) -> Turn:
    """Show one update with what can be done with it."""
    update = desk.update(press.update)
    if update is None or update.person != desk.person.key or update.withdrawn:
        return Turn(toast=_("This report is no longer there."))
    text = lines(
        *facts(update, desk),
        quoted(update.details),
        _("Merged with another report: it counts once.") if update.merged_into else None,
    )
    buttons = (
        Button(label=_("Change"), press=Amend(update=update.key)),
        Button(label=_("Withdraw"), press=Withdraw(update=update.key)),
        Button(label=_("Back"), press=Browse(page=press.page, at=press.at)),
    )
    return Turn(says=(Outgoing(text=text, buttons=buttons, subject=f"mine:{press.at}"),))


def withdraw(press: Withdraw, desk: Desk) -> Turn:
    """Take an update back; a tap undoes it."""
    update = desk.update(press.update)
    if update is None or update.person != desk.person.key:
        return Turn(toast=_("That is not yours to change."))
    if update.withdrawn:
        return Turn(toast=_("You have withdrawn that already."))
    event = Withdrawn(region=desk.region.key, person=desk.person.key, update=update.key)
    text = lines(_("Withdrawn, it no longer counts:"), headline(update, desk))
    undo = Button(label=_("Undo"), press=Restore(update=update.key))
    return Turn(
        says=(Outgoing(text=text, buttons=(undo,)), *signals.taken_back(update, desk)), events=(event,)
    )


def leave_it(press: LeaveIt, desk: Desk) -> Turn:
    """Leave a report as it is."""
    return reply(_("Fine, I leave your report as it is."))


def restore(press: Restore, desk: Desk) -> Turn:
    """Let a withdrawn update count again."""
    update = desk.update(press.update)
    if update is None or update.person != desk.person.key:
        return Turn(toast=_("That is not yours to change."))
    if not update.withdrawn:
        return Turn(toast=_("It counts already."))
    event = Restored(region=desk.region.key, person=desk.person.key, update=update.key)
    again = Outgoing(text=_("It counts again."))
    return Turn(says=(again, *signals.told(update, desk, aloud=False)), events=(event,))
