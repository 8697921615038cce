"""Somebody of several regions is asked which one is meant; what they typed waits behind the buttons."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers.turns import Desk, Turn
from programme.messages import Action, Button, Incoming, Outgoing, page_of
from programme.text import _

Answer = Callable[[Incoming, Desk], Turn]


@dataclass(frozen=True, kw_only=True)
class Meant(Action):
    """What was typed is about this region. ``asked``: the subject of the message that asked."""

    region: str
    asked: str
    text: str
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OtherRegions(Action):
    """Show the other regions of somebody who is in many."""

    asked: str
    text: str
    pictures: tuple[str, ...] = ()
    page: int = 0


def which(incoming: Incoming, desk: Desk) -> Turn:
    """Ask which region is meant."""
    asked = OtherRegions(asked=f"region:{desk.fresh}", text=incoming.text, pictures=incoming.pictures)
    return others(asked, desk)


def others(press: OtherRegions, desk: Desk) -> Turn:
    """Show a page of the regions of this person."""
    known = [there.region for key in desk.person.regions if (there := desk.elsewhere(key))]
    shown, following = page_of(known, press.page)
    buttons = [
        Button(
            label=one.name,
            press=Meant(region=one.key, asked=press.asked, text=press.text, pictures=press.pictures),
        )
        for one in shown
    ]
    if following is not None:
        buttons.append(Button(label=_("More…"), press=replace(press, page=following)))
    return Turn(
        says=(Outgoing(text=_("Which region is this about?"), buttons=tuple(buttons), subject=press.asked),)
    )


def meant(press: Meant, desk: Desk, answer: Answer) -> Turn:
    """Answer what was typed, in the region that was meant; the question makes way for the choice."""
    turn = answer(Incoming(text=press.text, pictures=press.pictures), desk)
    chosen = Outgoing(text=_("About {region}.", region=desk.region.name), subject=press.asked, aloud=False)
    return replace(turn, says=(chosen, *turn.says))
