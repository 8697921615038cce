"""Mistakes in typing a command, told in our own words instead of the library's."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from typer.exceptions import TyperException

from programme.errors import AanjagerError
from programme.text import Phrase, _


def usage_error(error: TyperException) -> AanjagerError:
    """Return what was wrong with the command as it was typed, and how to see what is right."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "aanjager"
    return AanjagerError(_what(error), _right(error) or _("See: {command} --help", command=path))


def _what(error: Any) -> Phrase:
    """Return what was wrong, by the class of the library's error; its text is not used."""
    known = KINDS.get(type(error).__name__)
    if known:
        return known(error)
    if error.ctx is not None and hasattr(error.ctx.command, "commands"):
        return _(
            "There is no such command. Choose from: {commands}.",
            commands=", ".join(error.ctx.command.commands),
        )
    return _("There is more behind the command than it can use.")


def _unusable(error: Any) -> Phrase:
    name, wanted = _name(error.param), _wanted(error)
    if wanted is datetime:
        return _("What is given for {name} is not a date.", name=name)
    if wanted is int:
        return _("What is given for {name} is not a number.", name=name)
    return _("What is given for {name} cannot be used.", name=name)


def _right(error: Any) -> Phrase | None:
    """Return the form of what should have been given, where it is one that can be shown."""
    if _wanted(error) is not datetime:
        return None
    return _("Write year, month and day like this: {name} 2026-12-31", name=_name(error.param))


def _wanted(error: Any) -> object:
    """Return the type that a parameter takes; None where the mistake is not in a value."""
    if type(error).__name__ != "BadParameter" or error.param is None:
        return None
    return error.param.type_descriptor.annotation


def _no_option(error: Any) -> Phrase:
    near = ", ".join(error.possibilities or ())
    if not near:
        return _("There is no option {option}.", option=error.option_name)
    return _("There is no option {option}. Did you mean {near}?", option=error.option_name, near=near)


def _name(parameter: Any) -> str:
    if parameter is None:
        return "?"
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.name.upper())


KINDS: Mapping[str, Callable[[Any], Phrase]] = {
    "NoSuchOption": _no_option,
    "MissingParameter": lambda error: _("{name} is missing.", name=_name(error.param)),
    "BadParameter": _unusable,
    "BadOptionUsage": lambda error: _(
        "The option {option} is not given as it should be.", option=error.option_name
    ),
}
