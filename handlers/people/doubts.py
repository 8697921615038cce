"""News of which nobody knows whether it reached its channel: a programme manager looks, and decides.

Sent once more by itself it might stand there twice, before everybody; left alone it might be nowhere.
"""

from dataclasses import dataclass

from handlers.turns import Desk, Turn
from programme.doubts import Doubt, item_of
from programme.events import DoubtSettled
from programme.messages import Action, Address, Button, Outgoing, Urgency, View
from programme.text import Text, _, lines


@dataclass(frozen=True, kw_only=True)
class InDoubt(View):
    """The question about a message, by its number; then who answered it, and how."""

    message: int

    @property
    def items(self) -> tuple[str, ...]:
        """The message in doubt."""
        return (item_of(self.message),)


@dataclass(frozen=True, kw_only=True)
class Resend(Action):
    """The message is not there: send it once more."""

    message: int


@dataclass(frozen=True, kw_only=True)
class Leave(Action):
    """The message is there."""

    message: int


def ask(message: int, desk: Desk) -> tuple[Outgoing, ...]:
    """Ask every programme manager of the region, in private, whether a message is there."""
    asked = in_doubt(InDoubt(message=message), desk)
    return tuple(
        Outgoing(
            text=asked.text,
            buttons=asked.buttons,
            view=asked.view,
            to=Address(person=manager.key),
            subject=item_of(message),
            urgency=Urgency.REMINDER,
        )
        for manager in desk.managers()
    )


def in_doubt(view: InDoubt, desk: Desk) -> Outgoing:
    """Compose the question as the message stands now; without buttons once somebody has decided."""
    doubt = desk.doubt(view.message)
    if doubt is None:
        return Outgoing(text=_("This message is no longer there."), view=view)
    told = _("I don't know whether this arrived in “{channel}”: “{begins}”",
             channel=doubt.channel, begins=doubt.begins)  # fmt: skip
    if not doubt.open:
        return Outgoing(text=lines(told, _decided(doubt, desk)), view=view)
    return Outgoing(
        text=lines(told, _("Would you look there? If it is missing, I send it once more.")),
        buttons=(
            Button(label=_("Send once more"), press=Resend(message=view.message)),
            Button(label=_("It is there"), press=Leave(message=view.message)),
        ),
        view=view,
    )


def _decided(doubt: Doubt, desk: Desk) -> Text:
    who = desk.somebody(doubt.by)
    name: Text = who.name if who else _("Somebody")
    if doubt.again:
        return _("{name} had it sent once more.", name=name)
    return _("{name} saw that it is there.", name=name)


def resend(press: Resend, desk: Desk) -> Turn:
    """Send a message once more."""
    return _settle(press.message, desk, again=True)


def leave(press: Leave, desk: Desk) -> Turn:
    """Leave a message where it is."""
    return _settle(press.message, desk, again=False)


def _settle(message: int, desk: Desk, *, again: bool) -> Turn:
    doubt = desk.doubt(message)
    if doubt is None or not doubt.open:
        return Turn(toast=_("That was settled already."))
    event = DoubtSettled(region=desk.region.key, person=desk.person.key, message=message, again=again)
    return Turn(events=(event,), toast=_("I send it once more.") if again else _("Good, then I leave it."))
