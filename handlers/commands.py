"""Every command, in one table: its name, what it does in a line, who may use it, and the function behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers import milestones, updates
from handlers.turns import Desk, Turn, reply
from programme.permissions import Deed, may
from programme.text import Text, _, lines


@dataclass(frozen=True, kw_only=True)
class Command:
    """``run`` gets what stands behind the name. ``deed``: what one must be allowed to do, None for everybody."""

    help: Text
    run: Callable[[str, Desk], Turn]
    deed: Deed | None = None


def command(text: str, desk: Desk) -> Turn | None:
    """Carry out a command; None when ``text`` is not one."""
    if not text.startswith("/"):
        return None
    name, _space, rest = text[1:].partition(" ")
    known = COMMANDS.get(name.partition("@")[0].casefold())
    if known is None or not _allowed(known, desk):
        return reply(_("I don't know that command. /help shows what I can do."))
    return known.run(rest.strip(), desk)


def show_help(rest: str, desk: Desk) -> Turn:
    """List the commands that this person may use."""
    mine = (f"/{name}" for name, known in COMMANDS.items() if _allowed(known, desk))
    return reply(
        lines(
            _("Just type what happened, for example: “Pilot with 26 pupils, went well.” Or choose:"),
            *(_("{command} – {help}", command=name, help=COMMANDS[name[1:]].help) for name in mine),
        )
    )


def _allowed(known: Command, desk: Desk) -> bool:
    return known.deed is None or may(desk.person, known.deed, desk.region.key)


COMMANDS: Mapping[str, Command] = {
    "melden": Command(help=_("report something"), run=updates.report, deed=Deed.REPORT),
    "mijlpalen": Command(help=_("my open milestones"), run=milestones.mine, deed=Deed.ANSWER),
    "help": Command(help=_("what I can do"), run=show_help),
}
