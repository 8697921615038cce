"""``aanjager doctor``: what is in order, what is not, and what to do about it."""

import os

import typer

from bot.commands.common import DataOption, JsonOption, SettingsOption
from bot.voice import Voice
from programme.text import Text, _, n_

MARKS = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "problem": ("✗", "bold red")}


def doctor(settings: SettingsOption = None, data: DataOption = None, json: JsonOption = False) -> None:
    """Say what every check found; status 1 when one of them found a problem."""
    from bot import logs
    from bot.clock import SystemClock
    from bot.doctor import examine
    from bot.doctor.findings import Level

    logs.configure("error")
    voice = Voice(os.environ)
    findings = list(examine(os.environ, settings, data, SystemClock().now()))
    problems = sum(each.level is Level.PROBLEM for each in findings)
    if json:
        voice.say_json(
            [
                {
                    "level": each.level.value,
                    "check": each.check,
                    "what": voice.render(each.what),
                    "next": voice.render(each.next),
                }
                for each in findings
            ]
        )
    else:
        for each in findings:
            mark, style = MARKS[each.level]
            voice.say(f"{mark} {voice.render(each.what)}", style=style)
            if each.next:
                voice.say(f"  {voice.render(each.next)}")
        voice.say(_closing(problems, sum(each.level is Level.WARNING for each in findings)))
    raise typer.Exit(1 if problems else 0)


def _closing(problems: int, warnings: int) -> Text:
    if problems:
        return n_("{n} problem.", "{n} problems.", problems)
    if warnings:
        return n_("It works; {n} point to look at.", "It works; {n} points to look at.", warnings)
    return _("No problems.")
