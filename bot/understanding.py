"""What was read in a message, for the command line: its fields, and the message marked in colour with a legend."""

from collections.abc import Callable, Mapping
from datetime import date

from rich.console import Group
from rich.table import Table
from rich.text import Text as Marked

from handlers.desk.updates import Numbered
from language.messages.counts import COUNTABLE
from language.messages.reading import Reading
from programme.text import Phrase, Text, _
from programme.wording import KINDS, RESULTS, STANDS

Render = Callable[[Text], str]
# Field → what people call it, and its colour.
FIELDS: Mapping[str, tuple[Phrase, str]] = {
    "kind": (_("Kind"), "bold"),
    "activity": (_("Activity"), "bold"),
    "candidates": (_("Perhaps about"), "bold"),
    "result": (_("Result"), "bold"),
    "rsvp": (_("Comes"), "bold"),
    "date": (_("Day"), "black on bright_cyan"),
    "pupils": (_("Number of pupils"), "black on bright_green"),
    "teachers": (_("Number of teachers"), "black on bright_green"),
    "companies": (_("Number of companies"), "black on bright_green"),
    "schools": (_("Number of schools"), "black on bright_green"),
    "people": (_("Number of people"), "black on bright_green"),
    "hours": (_("Number of hours"), "black on bright_yellow"),
    "euros": (_("Amount in euros"), "black on bright_yellow"),
    "organisation": (_("Organisation"), "black on bright_blue"),
    "barrier": (_("Obstacle"), "white on red"),
    "praise": (_("Success"), "white on green"),
    "next": (_("Next step"), "black on bright_magenta"),
    "next_date": (_("Day of the next step"), "black on cyan"),
    "topic": (_("Subject"), "white on blue"),
}
_WORDS: Mapping[str, Phrase] = {
    **{kind.value: label for kind, label in KINDS.items()},
    **{result.value: label for result, label in RESULTS.items()},
    **{stand.value: label for stand, label in STANDS.items()},
    "rsvp": _("Answer to an invitation"),
    "smalltalk": _("Nothing to record"),
    "yes": _("Yes"),
    "no": _("No"),
    "maybe": _("Maybe"),
}


def told(reading: Reading[Numbered]) -> dict[str, object]:
    """Return the fields that a message fills in, under the names that ``docs/commands.md`` gives."""
    result = "rsvp" if reading.kind == "rsvp" else "result"
    unsure = [one.number for one, _score in reading.candidates] if reading.activity is None else []
    found = {
        "kind": reading.kind,
        "activity": reading.activity.number if reading.activity else None,
        "candidates": unsure,
        result: reading.result,
        **{name: getattr(reading.counts, name) for name in COUNTABLE},
        **{name: getattr(reading, name) for name in ("date", "next", "next_date")},
        **{name: getattr(reading, name) for name in ("barrier", "praise", "topic", "organisation")},
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def as_json(reading: Reading[Numbered], render: Render) -> dict[str, object]:
    """Return what a program reads: the fields, ``wrong`` for a date that cannot be, ``confidence`` for each field."""
    fields = {name: _plain(value) for name, value in told(reading).items()}
    sure = _sure(reading)
    wrong = {"wrong": render(reading.wrong)} if reading.wrong else {}
    return {**fields, **wrong, "confidence": {name: sure[name] for name in fields if name in sure}}


def _sure(reading: Reading[Numbered]) -> dict[str, float]:
    return {_named(reading, name): value for name, value in reading.confidence.items()}


def _named(reading: Reading[Numbered], name: str) -> str:
    if name == "activity" and reading.activity is None:
        return "candidates"
    return "rsvp" if name == "result" and reading.kind == "rsvp" else name


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value == int(value) else value


def marked(reading: Reading[Numbered], render: Render) -> Group:
    """Return the message with what was read of it in colour, and under it each field with its value."""
    message = Marked(reading.text)
    for name, (start, end) in sorted(reading.at.items(), key=lambda item: item[1][0] - item[1][1]):
        message.stylize(FIELDS[name][1], start, end)
    legend = Table.grid(padding=(0, 2))
    sure = _sure(reading)
    for name, value in told(reading).items():
        label, style = FIELDS[name]
        known = sure.get(name)
        legend.add_row(
            Marked(render(label), style=style),
            Marked(_said(value, render)),
            f"{known:.0%}" if known else "",
        )
    wrong = [Marked(render(reading.wrong), style="red")] if reading.wrong else []
    return Group(message, "", *wrong, legend)


def _said(value: object, render: Render) -> str:
    """Return a value as a reader says it, a day with its weekday."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, date):
        return render(_("{day}", day=value))
    plain = str(_plain(value))
    return render(_WORDS[plain]) if plain in _WORDS else plain
