"""The one dialogue engine: a form is a table of fields, and asking, back, skip, change and the card exist once.

A dialogue asks the fields that must be asked, then shows a card on which every field can be changed before it is
saved. A press edits the message that asked; typed text is answered below it. Whatever is typed is taken as the
answer to the open question, and where it is none, as more of the story.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from handlers.dialogue.asking import closing, show, which
from handlers.dialogue.fields import Field, Form, Forms, Problem
from handlers.dialogue.moves import answered, ended, filled, move, onward, put
from handlers.dialogue.steps import (
    CARD,
    Add,
    AfterThis,
    Again,
    Answered,
    Back,
    Cancel,
    Change,
    Instead,
    Page,
    Put,
    Resume,
    Save,
    Skip,
)
from handlers.turns import Desk, Turn
from language.conversation.wishes import goes_back, yes_no
from programme.dialogue import Dialogue
from programme.kept import found, keep
from programme.messages import Action, Button, Draft, Incoming, Outgoing
from programme.text import _


def begin(form: Form, draft: Draft, desk: Desk, *, asking: str | None = None) -> Turn:
    """Start a dialogue; when something was told in an open one, ask which of the two to go on with."""
    if desk.dialogue is not None and not desk.dialogue.untouched:
        return _which(draft)
    dialogue = Dialogue(key=desk.fresh, region=desk.region.key, draft=draft)
    return move(form, dialogue, desk, asking)


def _which(draft: Draft) -> Turn:
    says = Outgoing(
        text=_("You were still in the middle of something else. What shall we do?"),
        buttons=(
            Button(label=_("Go on with that"), press=Resume()),
            Button(label=_("Drop it, start the new one"), press=Instead(draft=keep(draft))),
        ),
    )
    return Turn(says=(says,))


def instead(press: Instead, desk: Desk, forms: Forms) -> Turn:
    """Begin the new dialogue in the place of the open one."""
    draft = found(Draft, press.draft)
    if draft is None:
        return Turn(toast=_("That is too long ago. Just type your message once more."))
    dialogue = Dialogue(key=desk.fresh, region=desk.region.key, draft=draft)
    turn = move(forms[type(draft)], dialogue, desk)
    given_up = desk.dialogue.draft if desk.dialogue else None
    left = forms[type(given_up)].leaves(given_up, desk) if given_up else ()
    return replace(turn, events=(*left, *turn.events))


def giving_way(turn: Turn, desk: Desk, forms: Forms) -> Turn:
    """Take the buttons off the open question where ``turn`` begins another dialogue in its place."""
    before, after = desk.dialogue, turn.dialogue
    if before is None or not isinstance(after, Dialogue) or after.key == before.key:
        return turn
    if any(say.subject == before.subject for say in turn.says):
        return turn
    return closing(before, forms[type(before.draft)], desk, turn)


def again(press: Again, desk: Desk, forms: Forms) -> Turn:
    """Go on with what was typed in a dialogue that has ended."""
    draft = found(Draft, press.draft)
    if draft is None:
        return Turn(toast=_("That is too long ago. Just type your message once more."))
    return begin(forms[type(draft)], draft, desk)


def resume(press: Resume, desk: Desk, forms: Forms) -> Turn:
    """Show the open question once more."""
    dialogue = desk.dialogue
    if dialogue is None:
        return Turn(toast=_("That was finished already."))
    form = forms[type(dialogue.draft)]
    return closing(dialogue, form, desk, show(form, replace(dialogue, step=dialogue.step + 1), desk))


def pressed(press: Action, desk: Desk, forms: Forms, *, typed_out: bool = False) -> Turn:
    """Take a press on one of the engine's own buttons; one that belongs to an older dialogue explains itself.

    ``typed_out``: the option was named in words or by its number, so the answer belongs below what was typed.
    """
    dialogue = desk.dialogue
    if dialogue is None or getattr(press, "dialogue", None) != dialogue.key:
        return Turn(toast=_("That was finished already. Type a message or choose /melden to start again."))
    form = forms[type(dialogue.draft)]
    field = getattr(press, "field", dialogue.asking)
    if field != dialogue.asking and not isinstance(press, Change):
        return Turn(toast=_("You have answered that already. You can still change it in the newest message."))
    if not typed_out or isinstance(press, Add | AfterThis):  # which goes on below what was typed in any case
        return STEPS[type(press)](form, dialogue, press, desk)
    below = replace(dialogue, step=dialogue.step + 1)
    return closing(dialogue, form, desk, STEPS[type(press)](form, below, press, desk))


def typed(incoming: Incoming, desk: Desk, dialogue: Dialogue, forms: Forms) -> Turn:
    """Take typed text or a picture as the answer to the open question, below which a new message goes on."""
    form = forms[type(dialogue.draft)]
    below = replace(dialogue, step=dialogue.step + 1)
    return closing(dialogue, form, desk, _onward(form, below, incoming, desk))


def repeated(dialogue: Dialogue, desk: Desk, forms: Forms, answer: Turn) -> Turn:
    """Say the answer to something else, and ask the open question once more below it."""
    form = forms[type(dialogue.draft)]
    asked = show(form, replace(dialogue, step=dialogue.step + 1), desk)
    return closing(dialogue, form, desk, replace(asked, says=(*answer.says, *asked.says)))


def _onward(form: Form, below: Dialogue, incoming: Incoming, desk: Desk) -> Turn:
    field = None if below.asking == CARD else form.field_named(below.asking)
    if incoming.pictures and not (field and field.takes_pictures):
        return _pictured(form, below, incoming, desk)
    if not incoming.text.strip() and not incoming.pictures:
        return show(form, below, desk, _("I can read text and pictures only. Type it in your own words."))
    return (
        _at_card(form, below, incoming, desk) if field is None else _for(form, field, below, incoming, desk)
    )


def _pictured(form: Form, below: Dialogue, incoming: Incoming, desk: Desk) -> Turn:
    if form.takes is None:
        return _useless(form, below, incoming, desk)
    draft = form.takes(below.draft, incoming.pictures, desk)
    heard = form.hears(draft, incoming.text, desk) if incoming.text.strip() else None
    return move(form, replace(below, draft=heard or draft), desk)


def _useless(form: Form, below: Dialogue, incoming: Incoming, desk: Desk) -> Turn:
    """Say that a picture has no place here; the words that came with it are the answer."""
    no_use = _("I have no use for a picture here.")
    if not incoming.text.strip():
        return show(form, below, desk, no_use)
    turn = _onward(form, below, replace(incoming, pictures=()), desk)
    return replace(turn, says=(Outgoing(text=no_use), *turn.says))


def _at_card(form: Form, below: Dialogue, incoming: Incoming, desk: Desk) -> Turn:
    if yes_no(incoming.text) and form.ready(below.draft):
        return ended(form, below, desk)
    if below.trail and goes_back(incoming.text):
        return _to_last(form, below, desk)
    unclear = form.unclear(below.draft, incoming.text, desk)
    if unclear is not None:
        return which(form, below, unclear, desk)
    other = form.another(below.draft, incoming.text, desk)
    if other is not None:
        return _apart(below, incoming.text, other)
    heard = None if yes_no(incoming.text) is False else form.hears(below.draft, incoming.text, desk)
    if heard is None:
        return show(form, below, desk, _("Tap Save when it is right, or the field that you want to change."))
    return move(form, replace(below, draft=heard, page=0), desk)


def _for(form: Form, field: Field, below: Dialogue, incoming: Incoming, desk: Desk) -> Turn:
    """Take the answer to a question; what does not answer one that is always asked may still tell more."""
    besides = None if field.free or incoming.pictures else form.another(below.draft, incoming.text, desk)
    if besides is not None:
        return _apart(below, incoming.text, besides)
    turned = form.turns(below.draft, incoming.text, field, desk)
    if turned is not None:
        return onward(form, below.draft, turned, desk)
    try:
        value = incoming.pictures or field.value(incoming.text, below.draft, desk)
    except Problem as problem:
        more = (form.asks(field, below.draft) or CARD not in below.trail) and not problem.answers
        heard = form.hears(below.draft, incoming.text, desk) if more else None
        if heard is None or heard == below.draft:
            return show(form, replace(below, draft=problem.draft or below.draft), desk, problem.text)
        more_known = replace(below, draft=heard)
        if form.asks(field, heard) and not filled(heard, field):
            return show(form, more_known, desk, _("I have added that. This I would still like to know:"))
        return move(form, more_known, desk)
    return _taken(form, below, field, value, desk)


def _apart(dialogue: Dialogue, text: str, other: Draft) -> Turn:
    """Ask whether what was typed belongs to the open dialogue: what is private must not end up in what is shared."""
    says = Outgoing(
        text=_("Does this belong to what you are reporting, or is it something new?"),
        buttons=(
            Button(label=_("It belongs to it"), press=Add(dialogue=dialogue.key, text=text)),
            Button(label=_("Finish the other first"), press=AfterThis(dialogue=dialogue.key, text=text)),
            Button(label=_("Drop the other, report this"), press=Instead(draft=keep(other))),
        ),
    )
    return Turn(says=(says,))


def _add(form: Form, dialogue: Dialogue, press: Add, desk: Desk) -> Turn:
    below = replace(dialogue, step=dialogue.step + 1)
    heard = form.hears(dialogue.draft, press.text, desk)
    return closing(dialogue, form, desk, move(form, replace(below, draft=heard or dialogue.draft), desk))


def _after_this(form: Form, dialogue: Dialogue, press: AfterThis, desk: Desk) -> Turn:
    """Keep what was typed for when the open dialogue is done, and show its question once more."""
    waiting = replace(dialogue, draft=form.later(dialogue.draft, press.text, desk), step=dialogue.step + 1)
    return closing(dialogue, form, desk, show(form, waiting, desk))


def _answered(form: Form, dialogue: Dialogue, press: Answered, desk: Desk) -> Turn:
    return _taken(form, dialogue, form.field_named(press.field), press.value, desk)


def _taken(form: Form, dialogue: Dialogue, field: Field, value: Any, desk: Desk) -> Turn:
    draft = answered(form, dialogue.draft, field, value, desk)
    trail = dialogue.trail if field.once else (*dialogue.trail, field.name)
    onward = replace(dialogue, draft=draft, trail=trail, page=0)
    turn = move(form, onward, desk, remark=field.remark(dialogue.draft, value, desk))
    return replace(turn, events=(*field.happens(dialogue.draft, value, desk), *turn.events))


def _change(form: Form, dialogue: Dialogue, press: Change, desk: Desk) -> Turn:
    return show(form, replace(dialogue, asking=press.field, trail=(*dialogue.trail, CARD), page=0), desk)


def _page(form: Form, dialogue: Dialogue, press: Page, desk: Desk) -> Turn:
    return show(form, replace(dialogue, page=press.page), desk)


def _back(form: Form, dialogue: Dialogue, press: Back, desk: Desk) -> Turn:
    return _to_last(form, dialogue, desk)


def _to_last(form: Form, dialogue: Dialogue, desk: Desk) -> Turn:
    *trail, last = dialogue.trail or (dialogue.asking,)
    return show(form, replace(dialogue, asking=last, trail=tuple(trail), page=0), desk)


def _skip(form: Form, dialogue: Dialogue, press: Skip, desk: Desk) -> Turn:
    return move(form, replace(dialogue, trail=(*dialogue.trail, press.field), page=0), desk)


def _cancel(form: Form, dialogue: Dialogue, press: Cancel, desk: Desk) -> Turn:
    return _given_up(form, dialogue, desk)


def _given_up(form: Form, dialogue: Dialogue, desk: Desk) -> Turn:
    gone = Outgoing(text=form.cancelled(dialogue.draft), subject=dialogue.subject)
    left = Turn(says=(gone,), events=form.leaves(dialogue.draft, desk))
    return onward(form, dialogue.draft, left, desk)


def _save(form: Form, dialogue: Dialogue, press: Save, desk: Desk) -> Turn:
    return ended(form, dialogue, desk)


def _put(form: Form, dialogue: Dialogue, press: Put, desk: Desk) -> Turn:
    draft = put(form, dialogue.draft, press.name, press.value)
    onward = replace(dialogue, draft=draft)
    return ended(form, onward, desk) if press.saves else show(form, onward, desk)


STEPS: Mapping[type[Action], Callable[[Form, Dialogue, Any, Desk], Turn]] = {
    Add: _add,
    AfterThis: _after_this,
    Answered: _answered,
    Change: _change,
    Page: _page,
    Back: _back,
    Skip: _skip,
    Cancel: _cancel,
    Save: _save,
    Put: _put,
}


OWN = tuple(STEPS)


def cancel(dialogue: Dialogue, desk: Desk, forms: Forms) -> Turn:
    """End an open dialogue for somebody who typed that they want to stop."""
    form = forms[type(dialogue.draft)]
    return closing(dialogue, form, desk, _given_up(form, replace(dialogue, step=dialogue.step + 1), desk))
