"""The one dialogue engine: a form is a table of fields, and asking, back, skip, change and the card exist once.

A dialogue asks the fields that must be asked, then shows a card on which every field can be changed before it is
saved. A press edits the message that asked; typed text is answered below it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_type_hints

import msgspec

from handlers.fields import Field, Form, Forms, Option, Problem
from handlers.steps import CARD, Answered, Back, Cancel, Change, Instead, Page, Resume, Save, Skip
from handlers.turns import ENDED, Desk, Turn
from programme.dialogue import Dialogue
from programme.kept import found, keep
from programme.messages import MOST_OPTIONS, Action, Button, Draft, Incoming, Outgoing
from programme.text import Text, _, lines


def begin(form: Form, draft: Draft, desk: Desk, *, asking: str | None = None) -> Turn:
    """Start a dialogue; when another one is open, ask which of the two to go on with, so that nothing is lost."""
    if desk.dialogue is not None:
        return _which(draft)
    dialogue = Dialogue(key=desk.fresh, region=desk.region.key, draft=draft)
    return _move(form, dialogue, desk, asking)


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
    return _move(forms[type(draft)], dialogue, desk)


def resume(press: Resume, desk: Desk, forms: Forms) -> Turn:
    """Show the open question once more."""
    dialogue = desk.dialogue
    if dialogue is None:
        return Turn(toast=_("That was finished already."))
    return _show(forms[type(dialogue.draft)], replace(dialogue, step=dialogue.step + 1), desk)


def pressed(press: Action, desk: Desk, forms: Forms) -> Turn:
    """Take a press on one of the engine's own buttons; one that belongs to an older dialogue explains itself."""
    dialogue = desk.dialogue
    if dialogue is None or getattr(press, "dialogue", None) != dialogue.key:
        return Turn(toast=_("That was finished already. Type a message or choose /melden to start again."))
    form = forms[type(dialogue.draft)]
    field = getattr(press, "field", dialogue.asking)
    if field != dialogue.asking and not isinstance(press, Change):
        return Turn(toast=_("You have answered that already. You can change it on the card."))
    return STEPS[type(press)](form, dialogue, press, desk)


def typed(incoming: Incoming, desk: Desk, dialogue: Dialogue, forms: Forms) -> Turn:
    """Take typed text or a picture as the answer to the open question, below which a new message goes on."""
    form = forms[type(dialogue.draft)]
    below = replace(dialogue, step=dialogue.step + 1)
    if dialogue.asking == CARD:
        heard = form.hears(dialogue.draft, incoming.text, desk)
        problem = None if heard else _("Tap Save when it is right, or the field that you want to change.")
        return _closing(
            dialogue, form, desk, _show(form, replace(below, draft=heard or dialogue.draft), desk, problem)
        )
    field = form.field_named(dialogue.asking)
    try:
        value = _read(field, incoming, dialogue.draft, desk)
    except Problem as problem:
        return _closing(dialogue, form, desk, _show(form, below, desk, problem.text))
    return _closing(dialogue, form, desk, _taken(form, below, field, value, desk))


def _read(field: Field, incoming: Incoming, draft: Draft, desk: Desk) -> Any:
    if incoming.pictures and field.takes_pictures:
        return incoming.pictures
    return field.read(incoming.text, draft, desk)


def _closing(before: Dialogue, form: Form, desk: Desk, turn: Turn) -> Turn:
    """Take the buttons off the message that was answered by typing."""
    if not any(say.subject for say in turn.says):
        return turn
    closed = Outgoing(text=_text(form, before, desk), subject=before.subject, aloud=False)
    return replace(turn, says=(closed, *turn.says))


def _answered(form: Form, dialogue: Dialogue, press: Answered, desk: Desk) -> Turn:
    return _taken(form, dialogue, form.field_named(press.field), press.value, desk)


def _taken(form: Form, dialogue: Dialogue, field: Field, value: Any, desk: Desk) -> Turn:
    kind = get_type_hints(form.draft)[field.name]
    draft = replace(dialogue.draft, **{field.name: msgspec.convert(value, kind, strict=False)})  # type: ignore[type-var]
    onward = replace(dialogue, draft=draft, trail=(*dialogue.trail, field.name), page=0)
    return _move(form, onward, desk)


def _move(form: Form, dialogue: Dialogue, desk: Desk, asking: str | None = None) -> Turn:
    """Go to the next field that must be asked, else to the card, else to the end."""
    draft, been = dialogue.draft, dialogue.trail
    open_fields = (f for f in form.fields if f.applies(draft) and f.asked(draft) and not _filled(draft, f))
    onward = asking or next((field.name for field in open_fields if field.name not in been), CARD)
    if onward == CARD and not form.has_card:
        return _ended(form, dialogue, desk)
    return _show(form, replace(dialogue, asking=onward), desk)


def _filled(draft: Draft, field: Field) -> bool:
    return getattr(draft, field.name) not in (None, "", ())


def _change(form: Form, dialogue: Dialogue, press: Change, desk: Desk) -> Turn:
    return _show(form, replace(dialogue, asking=press.field, trail=(*dialogue.trail, CARD), page=0), desk)


def _page(form: Form, dialogue: Dialogue, press: Page, desk: Desk) -> Turn:
    return _show(form, replace(dialogue, page=press.page), desk)


def _back(form: Form, dialogue: Dialogue, press: Back, desk: Desk) -> Turn:
    *trail, last = dialogue.trail
    return _show(form, replace(dialogue, asking=last, trail=tuple(trail), page=0), desk)


def _skip(form: Form, dialogue: Dialogue, press: Skip, desk: Desk) -> Turn:
    return _move(form, replace(dialogue, trail=(*dialogue.trail, press.field), page=0), desk)


def _cancel(form: Form, dialogue: Dialogue, press: Cancel, desk: Desk) -> Turn:
    gone = Outgoing(text=form.cancelled, subject=dialogue.subject)
    return Turn(says=(gone,), dialogue=ENDED)


def _save(form: Form, dialogue: Dialogue, press: Save, desk: Desk) -> Turn:
    return _ended(form, dialogue, desk)


def _ended(form: Form, dialogue: Dialogue, desk: Desk) -> Turn:
    """Hand the draft to the form's end; its first message takes the card's place."""
    turn = form.ends(dialogue.draft, desk)
    if turn.dialogue is not None:
        return turn
    first, *rest = turn.says or (Outgoing(text=form.card(dialogue.draft, desk)),)
    return replace(
        turn, says=(replace(first, subject=first.subject or dialogue.subject), *rest), dialogue=ENDED
    )


def _show(form: Form, dialogue: Dialogue, desk: Desk, problem: Text | None = None) -> Turn:
    buttons = _card_buttons(form, dialogue) if dialogue.asking == CARD else _buttons(form, dialogue, desk)
    numbered = dialogue.asking == CARD or form.field_named(dialogue.asking).numbered
    text = _text(form, dialogue, desk)
    says = Outgoing(
        text=lines(problem, "", text) if problem else text,
        buttons=buttons,
        subject=dialogue.subject,
        numbered=numbered,
    )
    return Turn(says=(says,), dialogue=dialogue)


def _text(form: Form, dialogue: Dialogue, desk: Desk) -> Text:
    if dialogue.asking == CARD:
        return form.card(dialogue.draft, desk)
    return form.field_named(dialogue.asking).question(dialogue.draft, desk)


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
    cancel = Button(label=_("Cancel"), press=Cancel(dialogue=dialogue.key))
    return (*((back,) if dialogue.trail else ()), *((skip,) if field.skippable else ()), cancel)


def _paged(options: Sequence[Button], room: int, dialogue: Dialogue) -> tuple[Button, ...]:
    """Return the options of this page, and a button for the next page where they do not fit."""
    if len(options) <= room:
        return tuple(options)
    size = room - 1
    pages = -(-len(options) // size)
    page = dialogue.page % pages
    more = Page(dialogue=dialogue.key, field=dialogue.asking, page=(page + 1) % pages)
    return (*options[page * size :][:size], Button(label=_("More…"), press=more))


def _option(key: str, field: Field, option: Option) -> Button:
    return Button(label=option.label, press=Answered(dialogue=key, field=field.name, value=option.value))


def _card_buttons(form: Form, dialogue: Dialogue) -> tuple[Button, ...]:
    fields = [field for field in form.fields if field.applies(dialogue.draft)]
    changes = [
        Button(label=field.label, press=Change(dialogue=dialogue.key, field=field.name)) for field in fields
    ]
    return (
        Button(label=form.save, press=Save(dialogue=dialogue.key)),
        *_paged(changes, MOST_OPTIONS - 2, dialogue),
        Button(label=_("Cancel"), press=Cancel(dialogue=dialogue.key)),
    )


STEPS: Mapping[type[Action], Callable[[Form, Dialogue, Any, Desk], Turn]] = {
    Answered: _answered,
    Change: _change,
    Page: _page,
    Back: _back,
    Skip: _skip,
    Cancel: _cancel,
    Save: _save,
}
