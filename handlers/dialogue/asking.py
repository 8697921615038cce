"""How a dialogue looks: the message that asks a field, and the card, each with its buttons."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogue.fields import Field, Form, Option, Unclear
from handlers.dialogue.steps import CARD, Answered, Back, Cancel, Change, Page, Put, Resume, Save, Skip
from handlers.turns import Desk, Turn
from programme.dialogue import Dialogue
from programme.messages import MOST_OPTIONS, Button, Outgoing, page_of
from programme.text import Text, _, lines


def show(form: Form, dialogue: Dialogue, desk: Desk, problem: Text | None = None) -> Turn:
    """Ask the open field, or show the card; ``problem`` stands above it."""
    buttons = (
        _card_buttons(form, dialogue, desk) if dialogue.asking == CARD else _buttons(form, dialogue, desk)
    )
    at = form if dialogue.asking == CARD else form.field_named(dialogue.asking)
    text = said(form, dialogue, desk)
    says = Outgoing(
        text=lines(problem, "", text) if problem else text,
        buttons=buttons,
        subject=dialogue.subject,
        numbered=at.numbered,
    )
    return Turn(says=(says,), dialogue=replace(dialogue, untouched=False))


def which(form: Form, dialogue: Dialogue, unclear: Unclear, desk: Desk) -> Turn:
    """Ask what is to be put right at the card: the field itself, where it is known, else which of several."""
    if unclear.known is not None:
        dialogue = replace(dialogue, draft=unclear.known)
    if not unclear.question:
        asking = replace(dialogue, asking=unclear.fields[0], trail=(*dialogue.trail, CARD), page=0)
        return show(form, asking, desk, unclear.remark)
    key = dialogue.key
    choices = (
        Button(label=one.label, press=Put(dialogue=key, name=one.name, value=one.value))
        for one in unclear.choices
    )
    fields = (
        Button(label=form.field_named(name).label, press=Change(dialogue=key, field=name))
        for name in unclear.fields
    )
    cancel = (Button(label=_("Don't save"), press=Cancel(dialogue=key)),) if unclear.cancels else ()
    leave = Button(label=_("Leave it so"), press=Resume())
    buttons = (*choices, *cancel, *fields)[: MOST_OPTIONS - 1]
    says = Outgoing(text=unclear.question, buttons=(*buttons, leave), subject=dialogue.subject)
    return Turn(says=(says,), dialogue=dialogue)


def closing(before: Dialogue, form: Form, desk: Desk, turn: Turn) -> Turn:
    """Take the buttons off the message that was answered by typing."""
    if not any(say.subject for say in turn.says):
        return turn
    closed = Outgoing(text=said(form, before, desk), subject=before.subject, aloud=False)
    return replace(turn, says=(closed, *turn.says))


def said(form: Form, dialogue: Dialogue, desk: Desk) -> Text:
    """Return the question, or the card as text, below what there is to say of both."""
    heading = form.heading(dialogue.draft, dialogue.asking == CARD)
    text = (
        form.shown(dialogue.draft, desk)
        if dialogue.asking == CARD
        else form.field_named(dialogue.asking).question(dialogue.draft, desk)
    )
    return lines(heading, "", text) if heading else text


def _buttons(form: Form, dialogue: Dialogue, desk: Desk) -> tuple[Button, ...]:
    field = form.field_named(dialogue.asking)
    ways = _ways(field, dialogue)
    options = [_option(dialogue.key, field, option) for option in field.options(dialogue.draft, desk)]
    return (*_paged(options, MOST_OPTIONS - len(ways), dialogue), *ways)


def _ways(field: Field, dialogue: Dialogue) -> tuple[Button, ...]:
    """Back, skip and cancel: there is always a way out of a question."""
    here = {"dialogue": dialogue.key, "field": field.name}
    back = Button(label=_("Back"), press=Back(**here))
    skip = Button(label=_("Skip"), press=Skip(**here))
    cancel = Button(label=field.cancel, press=Cancel(dialogue=dialogue.key))
    return (*((back,) if dialogue.trail else ()), *((skip,) if field.skippable else ()), cancel)


def _paged(options: Sequence[Button], room: int, dialogue: Dialogue) -> tuple[Button, ...]:
    """Return the options of this page, and a button for the next page where they do not fit."""
    shown, following = page_of(options, dialogue.page, room)
    if following is None:
        return tuple(shown)
    more = Page(dialogue=dialogue.key, field=dialogue.asking, page=following)
    return (*shown, Button(label=_("More…"), press=more))


def _option(key: str, field: Field, option: Option) -> Button:
    return Button(label=option.label, press=Answered(dialogue=key, field=field.name, value=option.value))


def _card_buttons(form: Form, dialogue: Dialogue, desk: Desk) -> tuple[Button, ...]:
    key, draft = dialogue.key, dialogue.draft
    save = (Button(label=form.save, press=Save(dialogue=key)),) if form.ready(draft) else ()
    shortcuts = tuple(
        Button(label=one.label, press=Put(dialogue=key, name=one.name, value=one.value, saves=one.saves))
        for one in form.shortcuts(draft, desk)
    )
    first = (*save, *(one for one in shortcuts if _saves(one)))
    changes = [
        Button(label=field.label, press=Change(dialogue=key, field=field.name))
        for field in form.fields
        if field.on_card and field.applies(draft)
    ]
    later = [*(one for one in shortcuts if not _saves(one)), *changes]
    cancel = Button(label=_("Cancel"), press=Cancel(dialogue=key))
    return (*first, *_paged(later, MOST_OPTIONS - len(first) - 1, dialogue), cancel)


def _saves(button: Button) -> bool:
    return isinstance(button.press, Put) and button.press.saves
