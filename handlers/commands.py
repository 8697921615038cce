"""Every command, in one table: its name, what it does in a line, who may use it, and the function behind it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.dialogue import forms
from handlers.people import channels, inviting, leaving, participants, parts, settings, teams, welcome
from handlers.plan import milestones, plan_changes
from handlers.reporting import agenda, mine, updates
from handlers.tables import FORMS
from handlers.turns import Desk, Turn, reply
from handlers.week import figures, meetings, weeks
from programme.dialogue import Dialogue
from programme.messages import Outgoing
from programme.permissions import Deed, may
from programme.records import Person
from programme.text import Text, _, lines

ASKS_HELP = ("help", "help!", "hulp")
NAME = "@aanjager"
CALLED = ("aanjager,", "aanjager:")  # without the sign it may as well be spoken of: "Aanjager is handig"


@dataclass(frozen=True, kw_only=True)
class Command:
    """``run`` gets what stands behind the name. ``deed``: what one must be allowed to do, None for everybody.

    ``regional``: it is about one region, so that somebody in several is asked which. ``personal``: it shows or asks
    what is not for a channel, and goes on in private. ``hidden``: not worth a line in the help. ``strangers``: for who
    takes part nowhere, too. ``shown``: the same with pictures, for what has use for them.
    """

    help: Text
    run: Callable[[str, Desk], Turn]
    deed: Deed | None = None
    regional: bool = True
    personal: bool = False
    hidden: bool = False
    strangers: bool = False
    shown: Callable[[str, Desk, tuple[str, ...]], Turn] | None = None


def addressed(text: str, meant: bool = False) -> str | None:
    """Return what somebody says to the bot in a channel, without its name; None for what they say to each other.

    ``meant``: the platform knows that it is for the bot, which may have another name there.
    """
    said = text.strip()
    if said.startswith("/"):
        return said
    name, _space, rest = said.partition(" ")
    if name.casefold().rstrip(":,") == NAME or name.casefold() in CALLED or (meant and name.startswith("@")):
        return rest.strip() or "/help"
    return said if meant else None


def personal(text: str) -> bool:
    """Whether ``text`` is for a private chat only: not a command, or a personal one."""
    known = named(text)
    return known.personal if known else not text.startswith("/")


def regional(text: str) -> bool:
    """Whether ``text`` is about one region: all that people say, and most commands."""
    known = named(text)
    return known is None or known.regional


def command(text: str, desk: Desk, pictures: tuple[str, ...] = ()) -> Turn | None:
    """Carry out a command, with the pictures that came with it; None when ``text`` is not one."""
    known = named(text)
    if known is None and not text.startswith("/"):
        return None
    if known is None or not _allowed(known, desk):
        return reply(_("I don't know that command. /help shows what I can do."))
    _name, _space, rest = text.partition(" ")
    if pictures and known.shown:
        return known.shown(rest.strip(), desk, pictures)
    turn = known.run(rest.strip(), desk)
    return turn if rest.strip() else _untouched(turn, desk)


def _untouched(turn: Turn, desk: Desk) -> Turn:
    """Mark a dialogue that a mere command began: nothing would be lost if another took its place."""
    if not isinstance(turn.dialogue, Dialogue) or turn.dialogue.key != desk.fresh:
        return turn
    return replace(turn, dialogue=replace(turn.dialogue, untouched=True))


def named(text: str) -> Command | None:
    """Return the command that ``text`` begins with; None when there is no such command."""
    return COMMANDS.get(name_in(text))


def name_in(text: str) -> str:
    """Return the name of the command that ``text`` begins with, whether there is one or not; "" for any other text."""
    if text.strip().casefold() in ASKS_HELP:
        return "help"
    return text.split(maxsplit=1)[0].partition("@")[0][1:].casefold() if text.startswith("/") else ""


def begun(text: str) -> str:
    """Return the command with which somebody comes from a group: "/start melden" is "/melden"."""
    name = _sought(text.partition(" ")[2]) if name_in(text) == "start" else ""
    return f"/{name}" if name else text


def _sought(rest: str) -> str:
    name = rest.strip().casefold()
    return name if name in COMMANDS and COMMANDS[name].personal else ""


def start(rest: str, desk: Desk) -> Turn:
    """Welcome whoever opens the private chat; what a newcomer came for is kept until they take part."""
    if not (rest or desk.chat.private):
        return show_help(rest, desk)
    name = _sought(rest)
    if not name or desk.person.regions:
        return welcome.start(rest, desk)
    if desk.dialogue is None:
        return welcome.came_for(name, desk)
    return forms.repeated(desk.dialogue, desk, FORMS, welcome.first_this(name))


def refused(text: str, desk: Desk) -> bool:
    """Whether ``text`` is a command that somebody of this region may not use in it."""
    known = named(text)
    here = desk.region.key in desk.person.regions
    return known is not None and here and not _allowed(known, desk)


def open_to(name: str, desk: Desk) -> bool:
    """Whether somebody may use a command where they are now."""
    known = COMMANDS[name]
    somewhere = desk.region.key or (desk.person.regions and not known.regional)
    return bool(somewhere or known.strangers) and _allowed(known, desk)


def show_help(rest: str, desk: Desk) -> Turn:
    """List the commands that this person may use; in a group those that are answered there, whoever asks."""
    if not desk.chat.private:
        return _help_in_a_group()
    mine = (f"/{name}" for name, known in COMMANDS.items() if _offered(known, desk))
    return reply(
        lines(
            _("Just type what happened, for example: “Pilot with 26 pupils, went well.” Or choose:"),
            *(_("{command} – {help}", command=name, help=COMMANDS[name[1:]].help) for name in mine),
        )
    )


def _help_in_a_group() -> Turn:
    text = lines(
        _("In a group you can choose:"),
        *(_("{command} – {help}", command=f"/{name}", help=COMMANDS[name].help) for name in for_groups()),
        _("All else goes in our private chat."),
    )
    return Turn(says=(Outgoing(text=text, private=True),))


def for_groups() -> Sequence[str]:
    """Return the names of the commands that are answered in a group."""
    return [name for name, known in COMMANDS.items() if not (known.personal or known.strangers)]


def _offered(known: Command, desk: Desk) -> bool:
    """Whether help shows a command; to somebody who has not said which region, what they may do in any."""
    return _allowed(known, desk) and not known.hidden


def _allowed(known: Command, desk: Desk) -> bool:
    regions = (desk.region.key,) if desk.region.key else desk.person.regions
    return may_use(known, desk.person, regions)


def may_use(known: Command, person: Person, regions: Sequence[str]) -> bool:
    """Whether somebody may use a command in one of these regions."""
    return known.deed is None or any(may(person, known.deed, region) for region in regions)


COMMANDS: Mapping[str, Command] = {
    "melden": Command(
        help=_("report something"), run=updates.report, deed=Deed.REPORT, personal=True, shown=updates.report
    ),
    "mijn": Command(help=_("see, change or withdraw what you reported"), run=mine.mine, personal=True),
    "mijlpalen": Command(
        help=_("your open milestones"), run=milestones.mine, deed=Deed.ANSWER, regional=False, personal=True
    ),
    "week": Command(help=_("where the region stands"), run=weeks.week, deed=Deed.READ),
    "wie": Command(help=_("whom to turn to"), run=teams.who, deed=Deed.READ, personal=True),
    "uitnodigen": Command(help=_("invite somebody"), run=inviting.invite, deed=Deed.INVITE, personal=True),
    "team": Command(
        help=_("say who coordinates a team"), run=teams.arrange, deed=Deed.ARRANGE_TEAMS, personal=True
    ),
    "agenda": Command(help=_("the agenda points"), run=agenda.agenda, deed=Deed.MANAGE, personal=True),
    "overleg": Command(help=_("put a day to a meeting"), run=meetings.plan, deed=Deed.MANAGE, personal=True),
    "cijfers": Command(
        help=_("enter a figure of an indicator"), run=figures.enter, deed=Deed.MANAGE, personal=True
    ),
    "plan": Command(
        help=_("what the newest plan no longer has"), run=plan_changes.show, deed=Deed.MANAGE, personal=True
    ),
    "regio": Command(
        help=_("subregions, teams and organisations"),
        run=parts.region,
        deed=Deed.ARRANGE_TEAMS,
        personal=True,
    ),
    "mensen": Command(
        help=_("who takes part, and who stops"), run=participants.people, deed=Deed.INVITE, personal=True
    ),
    "kanaal": Command(
        help=_("make a group chat a channel"), run=channels.channel, regional=False, hidden=True
    ),
    "instellingen": Command(
        help=_("your name, days, hour, language and when you are away"),
        run=settings.settings,
        regional=False,
        personal=True,
    ),
    "start": Command(help=_("begin with a code"), run=start, regional=False, hidden=True, strangers=True),
    "annuleren": Command(
        help=_("drop what you are in the middle of"),
        run=lambda rest, desk: leaving.cancel(desk, FORMS),
        regional=False,
        personal=True,
        hidden=True,
        strangers=True,
    ),
    "uitschrijven": Command(help=_("get no more messages"), run=leaving.leave, regional=False, personal=True),
    "help": Command(help=_("what I can do"), run=show_help, regional=False),
}
