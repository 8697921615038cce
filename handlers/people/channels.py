"""A programme manager ties a group chat to the region, or to a subregion: from then on it is a channel.

In a topic of a group it is asked, too, which news is told there: each kind has one topic, the rest goes where all is
told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.turns import Desk, Turn, reply
from programme.messages import Action, Button, News, Outgoing, page_of
from programme.people_events import ChannelTied
from programme.permissions import Deed, may
from programme.text import Phrase, Text, _

# What a topic can be chosen for; a kind of news that is told in channels has its line here.
HEARS: Mapping[str, Phrase] = {
    "": _("Everything"),
    News.SUMMARY: _("The weekly summary"),
    News.OTHER: _("Everything else"),
}


@dataclass(frozen=True, kw_only=True)
class Tie(Action):
    """Make the chat in which this is pressed the channel of a region, or of one of its subregions.

    ``hears``: for which news, a key of ``HEARS``; None where that has not been said. ``asked``: the subject of the
    message under which it is pressed.
    """

    region: str
    subregion: str | None = None
    hears: str | None = None
    asked: str = ""


@dataclass(frozen=True, kw_only=True)
class OtherParts(Action):
    """Show other regions and subregions whose channel it can be; ``asked`` as above."""

    page: int
    asked: str = ""


def channel(rest: str, desk: Desk) -> Turn:
    """Offer the regions and subregions of which this person is the programme manager; one is tied at once."""
    if desk.chat.private:
        return reply(_("Type /kanaal in the group chat that you want to make a channel."))
    if desk.chat.region not in (None, *desk.person.regions):
        return reply(_("This channel belongs to a region in which you take no part."))
    offers = _offers(desk, _subject(desk))
    if not offers:
        return reply(_("Only the programme manager can do that."))
    turn = tie(offers[0][0], desk) if len(offers) == 1 else others(_first(desk), desk)
    return reply(turn.toast) if turn.toast else turn


def asked(desk: Desk) -> Turn | None:
    """Ask whose channel this is to be; None where this person has none to give."""
    return others(_first(desk), desk) if _offers(desk, "") else None


def others(press: OtherParts, desk: Desk) -> Turn:
    """Show a page of what this person could tie the chat to."""
    offers, following = page_of(_offers(desk, press.asked), press.page)
    shown = [Button(label=label, press=tied) for tied, label in offers]
    more = [] if following is None else [Button(label=_("More…"), press=replace(press, page=following))]
    text = _("Whose channel is this?")
    return Turn(says=(Outgoing(text=text, buttons=(*shown, *more), subject=press.asked),))


def _first(desk: Desk) -> OtherParts:
    return OtherParts(page=0, asked=_subject(desk))


def _subject(desk: Desk) -> str:
    return f"channel:{desk.fresh}"


def _offers(desk: Desk, subject: str) -> list[tuple[Tie, Text]]:
    offers: list[tuple[Tie, Text]] = []
    for key in desk.person.regions:
        there = desk.elsewhere(key)
        if there is None or not may(desk.person, Deed.TIE_CHANNEL, key):
            continue
        whole = Tie(region=key, asked=subject)
        offers.append((whole, there.region.name))
        offers += [(replace(whole, subregion=one.key), one.name) for one in there.subregions()]
    return offers


def tie(press: Tie, desk: Desk) -> Turn:
    """Tie the chat in which it was pressed; a channel that has a region is let go by its own programme manager only."""
    if desk.chat.region and not may(desk.person, Deed.TIE_CHANNEL, desk.chat.region):
        return Turn(toast=_("Only the programme manager can do that."))
    there = desk.elsewhere(press.region)
    part = next((one for one in there.subregions() if one.key == press.subregion), None) if there else None
    if there is None or not may(desk.person, Deed.TIE_CHANNEL, press.region) or desk.chat.private:
        return Turn(toast=_("Only the programme manager can do that."))
    if press.subregion and part is None:
        return Turn(toast=_("This part of the region is no longer there."))
    name = part.name if part else there.region.name
    if desk.chat.group and press.hears is None:
        return _which_news(press, name)
    return _tied(press, press.hears or "", name, desk)


def _which_news(press: Tie, name: str) -> Turn:
    """Ask what is told in this topic, in the place of the question before."""
    buttons = tuple(Button(label=label, press=replace(press, hears=hears)) for hears, label in HEARS.items())
    text = _("What shall I tell here about {region}?", region=name)
    return Turn(says=(Outgoing(text=text, buttons=buttons, subject=press.asked),))


def _tied(press: Tie, hears: str, name: str, desk: Desk) -> Turn:
    event = ChannelTied(
        region=press.region,
        person=desk.person.key,
        chat=desk.chat.key,
        subregion=press.subregion,
        hears=hears,
    )
    text = (
        _("From now on this is where I tell about {region}: “{news}”.", region=name, news=HEARS[hears])
        if desk.chat.group
        else _(
            "This is the channel of {region} from now on. Every week I say here where the plan stands.",
            region=name,
        )
    )
    return Turn(says=(Outgoing(text=text),), events=(event,))
