"""Reporting: what took place, where a milestone stands, what a company gave, what the meeting or the manager must know.

One form for all five kinds. Only kind, activity and result are ever asked; everything else waits on the card.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.dialogue import forms
from handlers.dialogue.asking import which
from handlers.dialogue.fields import Form
from handlers.dialogue.steps import CARD
from handlers.reporting import signals
from handlers.reporting.adding import amending
from handlers.reporting.confirmations import perhaps_double, to_confirm
from handlers.reporting.gifts import AlsoGiven, asked, gift_of, perhaps_given
from handlers.reporting.hearing import another, hear, unclear
from handlers.reporting.mine import Amend, Withdraw
from handlers.reporting.parting import later, parted
from handlers.reporting.picture_fields import dropped
from handlers.reporting.report_card import card, headline, shortcuts
from handlers.reporting.report_fields import FIELDS
from handlers.reporting.reports import Report, report_of, update_of
from handlers.reporting.several import begun, following, heading, waiting
from handlers.turns import Desk, Turn, reply
from language.conversation.wishes import kind_named
from programme.dialogue import Dialogue
from programme.events import Answered, Event, Reported
from programme.messages import Action, Button, Draft, Outgoing, View
from programme.records import Stand, UpdateKind
from programme.text import Text, _, lines
from programme.updates import Update


@dataclass(frozen=True, kw_only=True)
class Already(Action):
    """What seemed to be still to come has been."""

    text: str


def report(text: str, desk: Desk, pictures: tuple[str, ...] = ()) -> Turn:
    """Begin a report with what was typed or sent; of what is still to come nothing is counted."""
    named = kind_named(text)
    if named:
        return _begin(Report(kind=UpdateKind(named)), desk, pictures)
    texts = parted(text, desk)
    heard = begun(texts, desk) or Report()
    if _lies_ahead(heard) and len(texts) == 1 and not pictures:
        return _to_come(text)
    return _begin(heard, desk, pictures)


def _lies_ahead(heard: Report) -> bool:
    return heard.kind is UpdateKind.OUTCOME and heard.next_step == heard.said and not heard.result


def _to_come(text: str) -> Turn:
    says = Outgoing(
        text=_("That is still to come, so I save nothing yet. Tell me afterwards how it went, in a line."),
        buttons=(Button(label=_("No, it has been"), press=Already(text=text)),),
    )
    return Turn(says=(says,))


def already(press: Already, desk: Desk) -> Turn:
    """Begin a report that names a day ahead."""
    heard = hear(Report(), press.text, desk) or Report(said=press.text)
    return _begin(replace(heard, next_step="", next_day=None), desk)


def _begin(heard: Report, desk: Desk, pictures: tuple[str, ...] = ()) -> Turn:
    return forms.begin(REPORT, replace(heard, waiting=pictures, begun=desk.today), desk)


@dataclass(frozen=True, kw_only=True)
class Saved(View):
    """What was reported, with the way back; ``changed``: it had been saved before."""

    update: str
    changed: bool = False

    @property
    def items(self) -> tuple[str, ...]:
        """The report."""
        return (self.update,)


def saved(view: Saved, desk: Desk) -> Outgoing:
    """Compose the thanks anew as the report stands now: one that was withdrawn can be changed no more."""
    update = desk.update(view.update)
    if update is None or update.withdrawn:
        return Outgoing(text=_gone(update, desk), view=view)
    return _thanks(update, desk, changed=view.changed)


def _gone(update: Update | None, desk: Desk) -> Text:
    return lines(_("You have withdrawn this report:"), headline(update, desk) if update else None)


def change(press: Amend, desk: Desk) -> Turn:
    """Put right what was typed to correct a saved update; where it is not clear what, open its card."""
    update = desk.update(press.update)
    if update is None or update.person != desk.person.key:
        return Turn(toast=_("That is not yours to change."))
    if update.withdrawn:
        return Turn(toast=_("You have withdrawn that already."))
    known, then = report_of(update), desk.as_of(press.typed or desk.today)
    asked = unclear(known, press.text, then)
    right = amending(known, press.text, then) if press.text and not asked else None
    if right is not None:
        return _ends(right, desk)
    turn = forms.begin(REPORT, known, desk, asking=CARD)
    opened = turn.dialogue
    return which(REPORT, opened, asked, desk) if asked and isinstance(opened, Dialogue) else turn


def _ends(draft: Report, desk: Desk) -> Turn:
    before = desk.update(draft.editing) if draft.editing else None
    if before and before.withdrawn:
        return Turn(says=(Outgoing(text=_gone(before, desk)),))
    others = waiting(draft, desk) if draft.together else ()
    turns = [
        _kept(one, update_of(one, desk, _key(desk, place)), desk)
        for place, one in enumerate((draft, *others))
    ]
    return Turn(
        says=tuple(say for turn in turns for say in turn.says),
        events=tuple(event for turn in turns for event in turn.events),
    )


def _key(desk: Desk, place: int) -> str:
    """Return a key for one of several reports that are saved in a turn."""
    return f"{desk.fresh}.{place}" if place else desk.fresh


def _kept(draft: Report, update: Update, desk: Desk) -> Turn:
    event = Reported(region=desk.region.key, person=desk.person.key, update=update)
    return Turn(
        says=(
            _thanks(update, desk, changed=bool(draft.editing)),
            *_FOLLOWS.get(update.kind, _nothing)(update, desk),
        ),
        events=(event, *_answer(update, desk)),
    )


def _thanks(update: Update, desk: Desk, *, changed: bool) -> Outgoing:
    """Thank, say what was saved in a line, and leave the way back open."""
    return Outgoing(
        text=lines(
            _("Changed, thank you!") if changed else _("Saved, thank you!"),
            headline(update, desk),
            _more(update),
        ),
        buttons=(
            Button(label=_("Change"), press=Amend(update=update.key)),
            Button(label=_("Withdraw"), press=Withdraw(update=update.key)),
        ),
        view=Saved(update=update.key, changed=changed),
    )


def _more(update: Update) -> Text | None:
    """Return what there is to know of what was saved, beside its headline."""
    if update.kind is UpdateKind.SIGNAL:
        return _("Only the programme manager reads this.")
    if update.kind is UpdateKind.CONTRIBUTION:
        return _CONFIRMED if update.confirmed_by else _COUNTS_WHEN[update.details.delivered]
    if update.result != Stand.DELAYED:
        return None
    if update.details.forecast:
        return _("New date: {day}", day=update.details.forecast)
    if update.details.obstacle:
        return None
    return _("Do you know why, or when it will be done? Tap Change and type it.")


_CONFIRMED = _("Confirmed. It counts.")
_COUNTS_WHEN: Mapping[bool, Text] = {
    True: _("It counts once the programme manager has confirmed it."),
    False: _("A promise does not count yet. Delivered? Tap Change."),
}


def _answer(update: Update, desk: Desk) -> tuple[Event, ...]:
    """Progress told by somebody who answers for the milestone is their answer; another's report stands beside it."""
    position = desk.position(update.milestone) if update.milestone and update.result else None
    if update.milestone is None or position is None:
        return ()
    return (
        Answered(
            region=desk.region.key,
            person=desk.person.key,
            milestone=update.milestone,
            position=position,
            stand=Stand(update.result),
            forecast=update.details.forecast,
            reason=update.details.obstacle,
            catch_up=update.details.catch_up,
        ),
    )


def _nothing(update: Update, desk: Desk) -> tuple[Outgoing, ...]:
    return ()


def _after_outcome(update: Update, desk: Desk) -> tuple[Outgoing, ...]:
    return (*perhaps_double(update, desk), *perhaps_given(update, desk))


def also_given(press: AlsoGiven, desk: Desk) -> Turn:
    """Save what an outcome holds as a contribution as well, once."""
    update = desk.update(press.update)
    if update is None or update.person != desk.person.key:
        return Turn(toast=_("That is not yours to change."))
    gift = gift_of(update)
    if update.withdrawn or desk.update(gift.key):
        return Turn(
            toast=_("You have withdrawn that already.") if update.withdrawn else _("I have that already.")
        )
    turn = _kept(Report(), gift, desk)
    thanks, *others = turn.says
    return replace(turn, says=(replace(thanks, subject=asked(update)), *others))


_FOLLOWS = {
    UpdateKind.OUTCOME: _after_outcome,
    UpdateKind.CONTRIBUTION: to_confirm,
    UpdateKind.SIGNAL: signals.told,
}


def _takes(draft: Report, pictures: tuple[str, ...], desk: Desk) -> Draft:
    return replace(draft, waiting=(*draft.waiting, *pictures))


def _cancelled(draft: Report) -> Text:
    return _("Nothing was changed.") if draft.editing else _("Cancelled. Nothing was saved.")


def nothing_heard(desk: Desk) -> Turn:
    """Answer a message without text: a sticker, a voice note, an empty line."""
    return reply(_("I can read text and pictures only. Just type what happened, in your own words."))


REPORT = Form(
    draft=Report,
    fields=FIELDS,
    card=card,
    ends=_ends,
    hears=hear,
    another=another,
    later=later,
    unclear=unclear,
    following=following,
    heading=heading,
    takes=_takes,
    ready=lambda draft: draft.ready,
    shortcuts=shortcuts,
    leaves=dropped,
    cancelled=_cancelled,
    numbered=False,  # "8" puts a count right, and is not the eighth button
)
