"""What has vanished from the plan: the programme manager is asked, one thing after another, what becomes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.turns import Desk, Turn
from programme.events import VanishedSettled
from programme.messages import Action, Address, Button, Outgoing, Urgency, View
from programme.plan.content import Kind
from programme.text import Phrase, Text, _, lines, n_
from programme.vanished import Vanished

KINDS: Mapping[Kind, Phrase] = {
    Kind.MILESTONE: _("Milestone"),
    Kind.INDICATOR: _("Indicator"),
    Kind.MEETING: _("Meeting"),
    Kind.SESSION: _("Session that is owed"),
}


@dataclass(frozen=True, kw_only=True)
class Decide(Action):
    """These things that the plan no longer has stay, or are dropped."""

    region: str
    items: tuple[str, ...]
    stays: bool


@dataclass(frozen=True, kw_only=True)
class Asked(View):
    """The question about one thing that has vanished; gone with the answer, whoever gave it."""

    region: str
    item: str
    title: str

    @property
    def items(self) -> tuple[str, ...]:
        """What has vanished."""
        return (self.item,)


def show(rest: str, desk: Desk) -> Turn:
    """Ask about the first thing that has vanished, if there is any."""
    open_ones = desk.vanished()
    if not open_ones:
        to = Address(person=desk.person.key)
        return Turn(says=(Outgoing(text=_("Nothing has vanished from the plan without an answer."), to=to),))
    return Turn(says=(question(open_ones, desk),))


def decide(press: Decide, desk: Desk) -> Turn:
    """Keep what was decided, and ask about the next."""
    there = desk.elsewhere(press.region)
    settled = [one for one in there.vanished() if one.key in press.items] if there else []
    if there is None or not settled:
        return Turn(toast=_("That was settled already."))
    rest = [one for one in there.vanished() if one.key not in press.items]
    told = _told(settled, press.stays)
    to = Address(person=desk.person.key)
    last = Outgoing(text=lines(told, _("That was all. Thank you!")), to=to)
    return Turn(
        says=(question(rest, there, told) if rest else last,),
        events=tuple(_event(one, press, desk) for one in settled),
    )


def question(open_ones: Sequence[Vanished], desk: Desk, told: Text | None = None) -> Outgoing:
    """Ask about the first of these in private, after what there is to tell."""
    first = open_ones[0]
    view = Asked(region=desk.region.key, item=first.key, title=first.title)
    return Outgoing(
        text=lines(*([told, ""] if told else []), _text(first, len(open_ones))),
        buttons=_buttons(open_ones, desk.region.key),
        to=Address(person=desk.person.key),
        urgency=Urgency.REPLY if told else Urgency.REMINDER,
        view=view,
    )


def asked(view: Asked, desk: Desk) -> Outgoing:
    """Compose the question as things stand now; without buttons once somebody has answered it."""
    there = desk.elsewhere(view.region)
    open_ones = there.vanished() if there else ()
    first = [one for one in open_ones if one.key == view.item]
    if there is None or not first:
        return Outgoing(text=_decided(view, there), view=view)
    rest = [one for one in open_ones if one.key != view.item]
    return question([*first, *rest], there)


def _decided(view: Asked, desk: Desk | None) -> Text:
    """Say what was decided, and by whom: every programme manager was asked."""
    event = desk.decided(view.item) if desk else None
    who = desk.somebody(event.person) if desk and event else None
    if event is None or who is None:
        return _("“{title}”: this was decided.", title=view.title)
    if event.stays:
        return _("“{title}” stays ({name}).", title=view.title, name=who.name)
    return _("“{title}” is dropped ({name}).", title=view.title, name=who.name)


def _text(one: Vanished, count: int) -> Text:
    where = _("activity {number}", number=one.activity) if one.activity is not None else None
    return lines(
        _("The newest plan no longer has this:")
        if count == 1
        else n_(
            "The newest plan no longer has {n} thing. The first:",
            "The newest plan no longer has {n} things. The first:",
            count,
        ),
        _("{kind} “{title}” ({where})", kind=KINDS[one.kind], title=one.title, where=where)
        if where
        else _("{kind} “{title}”", kind=KINDS[one.kind], title=one.title),
        _("Does it stay, or is it dropped? What was reported on it is kept either way."),
    )


def _buttons(open_ones: Sequence[Vanished], region: str) -> tuple[Button, ...]:
    every = tuple(one.key for one in open_ones)
    first = every[:1]
    choices = [(_("Keep"), first, True), (_("Drop"), first, False)]
    if len(open_ones) > 1:
        choices += [(_("Keep all"), every, True), (_("Drop all"), every, False)]
    return tuple(
        Button(label=label, press=Decide(region=region, items=items, stays=stays))
        for label, items, stays in choices
    )


def _told(settled: Sequence[Vanished], stays: bool) -> Text:
    if len(settled) > 1:
        count = len(settled)
        return (
            n_("{n} thing stays.", "{n} things stay.", count)
            if stays
            else n_("{n} thing is dropped.", "{n} things are dropped.", count)
        )
    title = settled[0].title
    return _("“{title}” stays.", title=title) if stays else _("“{title}” is dropped.", title=title)


def _event(one: Vanished, press: Decide, desk: Desk) -> VanishedSettled:
    return VanishedSettled(
        region=press.region, person=desk.person.key, vanished=one.key, title=one.title, stays=press.stays
    )
