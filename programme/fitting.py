"""Messages that fit: one that stays as it is becomes several; one that may change is cut, its rest behind a button.

Every platform gets the same messages.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from programme.lengths import ended, fits, room, split
from programme.messages import MOST_OPTIONS, Action, Button, Outgoing
from programme.text import Text, _


@dataclass(frozen=True, kw_only=True)
class ReadOn(Action):
    """Say what did not fit in a message that was cut."""

    text: str


def in_parts(outgoing: Outgoing, render: Callable[[Text], str]) -> tuple[Outgoing, ...]:
    """Return the messages that say this, rendered: a picture comes with the first of them, buttons with the last."""
    said = _said(outgoing, render)
    if fits(said, _room(outgoing)):
        return (replace(outgoing, text=said),)
    first, *between, last = split(said, _room(outgoing))
    opening = replace(outgoing, buttons=(), private=False, begin="")
    closing = replace(outgoing, drawing=None, picture="")
    middle = replace(opening, drawing=None, picture="")
    return (
        replace(opening, text=first),
        *(replace(middle, text=part) for part in between),
        replace(closing, text=last),
    )


def in_one(outgoing: Outgoing, render: Callable[[Text], str]) -> Outgoing:
    """Return the one message that says this, rendered: cut where it is too long, with a button that says the rest."""
    said = _said(outgoing, render)
    if fits(said, _room(outgoing)):
        return replace(outgoing, text=said)
    line = render(_("(This is too long for one message.)"))
    text = ended(said, line, _room(outgoing))
    rest = ReadOn(text=said[len(text) - len(line) - 2 :].strip())
    more = (Button(label=_("Read on"), press=rest),) if len(outgoing.buttons) < MOST_OPTIONS else ()
    return replace(outgoing, text=text, buttons=(*outgoing.buttons, *more))


def _said(outgoing: Outgoing, render: Callable[[Text], str]) -> str:
    said = render(outgoing.text)
    return said if fits(said, _room(outgoing)) else said.strip()


def _room(outgoing: Outgoing) -> int:
    return room(attached=bool(outgoing.drawing or outgoing.picture))
