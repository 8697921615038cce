"""A programme manager ties a group chat to the region, or to a subregion: from then on it is a channel."""

from dataclasses import dataclass

from handlers.turns import Desk, Turn, reply
from programme.messages import Action, Button, Outgoing, page_of
from programme.people_events import ChannelTied
from programme.permissions import Deed, may
from programme.text import Text, _


@dataclass(frozen=True, kw_only=True)
class Tie(Action):
    """Make the chat in which this is pressed the channel of a region, or of one of its subregions."""

    region: str
    subregion: str | None = None


@dataclass(frozen=True, kw_only=True)
class OtherParts(Action):
    """Show other regions and subregions whose channel it can be."""

    page: int


def channel(rest: str, desk: Desk) -> Turn:
    """Offer the regions and subregions of which this person is the programme manager; one is tied at once."""
    if desk.chat.private:
        return reply(_("Type /kanaal in the group chat that you want to make a channel."))
    if desk.chat.region not in (None, *desk.person.regions):
        return reply(_("This channel belongs to a region in which you take no part."))
    offers = _offers(desk)
    if not offers:
        return reply(_("Only the programme manager can do that."))
    if len(offers) == 1:
        return tie(offers[0][0], desk)
    return others(OtherParts(page=0), desk)


def asked(desk: Desk) -> Turn | None:
    """Ask whose channel this is to be; None where this person has none to give."""
    return others(OtherParts(page=0), desk) if _offers(desk) else None


def others(press: OtherParts, desk: Desk) -> Turn:
    """Show a page of what this person could tie the chat to."""
    offers, following = page_of(_offers(desk), press.page)
    shown = [Button(label=label, press=tied) for tied, label in offers]
    more = [] if following is None else [Button(label=_("More…"), press=OtherParts(page=following))]
    text = _("Whose channel is this?")
    return Turn(says=(Outgoing(text=text, buttons=(*shown, *more), subject=_subject(desk)),))


def _subject(desk: Desk) -> str:
    return f"channel:{desk.chat.key}"


def _offers(desk: Desk) -> list[tuple[Tie, Text]]:
    offers: list[tuple[Tie, Text]] = []
    for key in desk.person.regions:
        there = desk.elsewhere(key)
        if there is None or not may(desk.person, Deed.TIE_CHANNEL, key):
            continue
        offers.append((Tie(region=key), there.region.name))
        offers += [(Tie(region=key, subregion=one.key), one.name) for one in there.subregions()]
    return offers


def tie(press: Tie, desk: Desk) -> Turn:
    """Tie the chat in which it was pressed; a channel that has a region is let go by its own programme manager only."""
    if desk.chat.region and not may(desk.person, Deed.TIE_CHANNEL, desk.chat.region):
        return reply(_("Only the programme manager can do that."))
    there = desk.elsewhere(press.region)
    part = next((one for one in there.subregions() if one.key == press.subregion), None) if there else None
    if there is None or not may(desk.person, Deed.TIE_CHANNEL, press.region) or desk.chat.private:
        return reply(_("Only the programme manager can do that."))
    if press.subregion and part is None:
        return Turn(toast=_("This part of the region is no longer there."))
    event = ChannelTied(
        region=press.region, person=desk.person.key, chat=desk.chat.key, subregion=press.subregion
    )
    text = _(
        "This is the channel of {region} from now on. Every week I say here where the plan stands.",
        region=part.name if part else there.region.name,
    )
    return Turn(says=(Outgoing(text=text, subject=_subject(desk)),), events=(event,))
