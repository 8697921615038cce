"""The command line: every command in one table, help and errors in the administrator's language.

To add a command ``rehearse``:

1. Write ``bot/commands/rehearse.py`` with a function ``rehearse`` whose parameters are Typer's (the shared ones stand
   in ``bot/commands/common.py``); the wording of an option is ``help=_("…").id``. It imports what it needs inside, so
   that ``--help`` is there at once; it speaks through ``Voice(os.environ)`` and raises ``AanjagerError`` for whatever
   the reader can mend. ``settings_for`` reads the settings; ``with_store`` opens the database, beside a running bot
   too.
2. Import it below and give it an entry in ``COMMANDS``: the function, a sentence of help, examples as typed.
3. Describe it in ``docs/commands.md``; a test fails until it stands there, with every option.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import typer
from typer.exceptions import TyperException

from bot.commands.backup import backup, restore
from bot.commands.calendar import calendar
from bot.commands.date import date
from bot.commands.demo import demo
from bot.commands.doctor import doctor
from bot.commands.invite import invite
from bot.commands.plan import import_
from bot.commands.rehearse import rehearse
from bot.commands.run import run
from bot.commands.understand import understand
from bot.usage import usage_error
from bot.voice import Voice
from programme.errors import AanjagerError
from programme.text import Phrase, _

WRONG = 2
BROKEN = 70  # a fault of ours, as sysexits.h has it
INTERRUPTED = 130


@dataclass(frozen=True, kw_only=True)
class Command:
    """``run`` is the function behind a command; ``examples`` are shown under its help, as one would type them."""

    run: Callable[..., None]
    help: Phrase
    examples: tuple[str, ...]


COMMANDS = {
    "demo": Command(
        run=demo,
        help=_("Show the whole job on a chat page in the browser, without any account."),
        examples=("aanjager demo", "aanjager demo --port 9000", "aanjager demo --fresh"),
    ),
    "run": Command(
        run=run,
        help=_("Run the bot until you stop it."),
        examples=("aanjager run", "aanjager run --settings /etc/aanjager/settings.toml"),
    ),
    "import": Command(
        run=import_,
        help=_("Read a region's activity plan, say what changes, and keep it."),
        examples=(
            "aanjager import plan.docx --region STO26001 --dry-run",
            "aanjager import plan.xlsx --region STO26001",
            "aanjager import plan.xlsx --region STO26001 --yes",
        ),
    ),
    "invite": Command(
        run=invite,
        help=_("Make a code that lets one person into a region."),
        examples=(
            "aanjager invite --region STO00000 --role manager",
            'aanjager invite --region STO00000 --role owner --team "Team keuzevakken"',
            "aanjager invite --region STO00000 --role teacher --qr invitation.png",
        ),
    ),
    "calendar": Command(
        run=calendar,
        help=_("Read school holidays from an .ics file, for a region or for one of its organisations."),
        examples=(
            "aanjager calendar holidays.ics --region STO00000",
            'aanjager calendar holidays.ics --region STO00000 --organisation "Het Lyceum"',
        ),
    ),
    "date": Command(
        run=date,
        help=_("Say which date the bot reads in a text."),
        examples=(
            'aanjager date "volgende week dinsdag om half 3"',
            'aanjager date "na de kerstvakantie" --region STO00000 --now 2026-11-18T10:00 --json',
        ),
    ),
    "rehearse": Command(
        run=rehearse,
        help=_("Show what would be said to whom in a span of days, on a copy and with nobody answering."),
        examples=(
            "aanjager rehearse --region STO00000 --from 2026-08-01 --until 2026-12-31",
            "aanjager rehearse --region STO00000 --from 2026-08-01 --until 2026-12-31 --json",
        ),
    ),
    "understand": Command(
        run=understand,
        help=_("Show what the bot reads in a message, without keeping anything."),
        examples=(
            'aanjager understand "Pilot gedraaid vorige week dinsdag, 22 lln, top, vervolg eind september"',
            'aanjager understand "Twee gastlessen van 3 uur gegeven" --from company --region STO00000 --json',
        ),
    ),
    "doctor": Command(
        run=doctor,
        help=_("Check settings, database, Telegram, calendars, clock, fonts and people, and say what to do."),
        examples=("aanjager doctor", "aanjager doctor --json"),
    ),
    "backup": Command(
        run=backup,
        help=_("Write everything to one file and check it; the bot may be running."),
        examples=("aanjager backup aanjager-2026-01-31.zip",),
    ),
    "restore": Command(
        run=restore,
        help=_("Put a backup back, with the bot stopped; the data that was there is kept."),
        examples=("aanjager restore aanjager-2026-01-31.zip",),
    ),
}


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 when all is well, 1 when a check found a problem, 2 for a mistake to mend."""
    sys.exit(_status(sys.argv[1:] if args is None else args))


def _status(args: Sequence[str]) -> int:
    voice = Voice(os.environ)
    typed = list(args) or ["--help"]
    try:
        return int(_command_line(voice).main(typed, prog_name="aanjager", standalone_mode=False) or 0)
    except AanjagerError as error:
        voice.complain(error)
        return WRONG
    except TyperException as error:
        voice.complain(usage_error(error))
        return WRONG
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # the end of the line: no trace on the screen, but where it went wrong
        voice.complain(_fault(error))
        return BROKEN


def _fault(error: Exception) -> AanjagerError:
    from bot.logs import places

    return AanjagerError(
        _(
            "Something went wrong inside Aanjager itself: {fault} at {place}.",
            fault=type(error).__name__,
            place=list(places(error))[-1],
        ),
        _(
            "Nothing more was done. Report this line to whoever maintains Aanjager; it holds no data of yours."
        ),
    )


def _command_line(voice: Voice) -> Any:
    """Return the commands as Typer runs them, their help in the reader's language."""
    app = typer.Typer(
        no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich"
    )
    app.callback(help=_("A chat bot with a scheduler for the regions of Sterk Techniekonderwijs.").id)(
        _nothing
    )
    for name, command in COMMANDS.items():
        app.command(name, help=_help(voice, command))(command.run)
    group = typer.main.get_command(app)
    for command in (group, *group.commands.values()):  # type: ignore[attr-defined]
        _put_into_words(voice, command)
    return group


def _nothing() -> None:
    """Do nothing before a command."""


def _help(voice: Voice, command: Command) -> str:
    examples = "\n".join(f"  {example}" for example in command.examples)
    heading = _("For example:")
    return f"{voice.render(command.help)}\n\n{voice.render(heading)}\n\n\b\n{examples}"


def _put_into_words(voice: Voice, command: Any) -> None:
    """Translate the help of a command's options; its own is in words already, the group's is still an id."""
    command.help = voice.render(Phrase(command.help))
    command.rich_help_panel = voice.render(_("Commands"))
    command.get_help_option(typer.Context(command)).help = voice.render(_("Show this help."))
    for parameter in command.get_params(typer.Context(command)):
        parameter.rich_help_panel = voice.render(
            _("Options") if parameter.param_type_name == "option" else _("Arguments")
        )
        if parameter.help:
            parameter.help = voice.render(Phrase(parameter.help))
