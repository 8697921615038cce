"""Signals: the programme managers alone read them, in private, for as long as they stand."""

from handlers.turns import Desk
from language.messages.discretion import for_others
from programme.messages import Address, Outgoing
from programme.records import UpdateKind
from programme.text import Text, _, lines
from programme.updates import Update
from programme.wording import role_of


def told(update: Update, desk: Desk, *, aloud: bool = True) -> tuple[Outgoing, ...]:
    """Tell every programme manager a signal of who is speaking; nothing for any other update."""
    role = role_of(desk.person.roles_in(desk.region.key))
    text = lines(
        _("Signal from {name} ({role}):", name=desk.person.name, role=role),
        _("“{said}”", said=for_others(update.details.said)),
    )
    return _to_managers(update, desk, text, aloud=aloud)


def taken_back(update: Update, desk: Desk) -> tuple[Outgoing, ...]:
    """Take a signal off the screens of those who could read it; nothing for any other update."""
    text = _("{name} has withdrawn this signal.", name=desk.person.name)
    return _to_managers(update, desk, text, aloud=False)


def _to_managers(update: Update, desk: Desk, text: Text, *, aloud: bool) -> tuple[Outgoing, ...]:
    managers = desk.managers() if update.kind is UpdateKind.SIGNAL else ()
    return tuple(
        Outgoing(text=text, to=Address(person=one.key), subject=f"signal:{update.key}", aloud=aloud)
        for one in managers
    )
