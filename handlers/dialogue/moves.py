"""Where a dialogue goes when something was answered: to the next question, to its card, or to its end."""

from dataclasses import replace
from typing import Any, get_type_hints

import msgspec

from handlers.dialogue.asking import show
from handlers.dialogue.fields import Field, Form
from handlers.dialogue.steps import CARD
from handlers.turns import ENDED, Desk, Turn
from programme.dialogue import Dialogue
from programme.messages import Draft, Outgoing
from programme.text import Text


def answered(form: Form, draft: Draft, field: Field, value: Any, desk: Desk) -> Draft:
    """Return the draft with the value that a field was given."""
    if field.put is not None:
        return field.put(draft, value, desk)
    return put(form, draft, field.name, value)


def put(form: Form, draft: Draft, name: str, value: Any) -> Draft:
    """Return the draft with a value under a name, of the type that it has there."""
    kind = get_type_hints(form.draft)[name]
    return replace(draft, **{name: msgspec.convert(value, kind, strict=False)})  # type: ignore[type-var]


def move(
    form: Form, dialogue: Dialogue, desk: Desk, asking: str | None = None, remark: Text | None = None
) -> Turn:
    """Go to the next field that must be asked, else to the card, below a remark, else to the end."""
    draft, been = dialogue.draft, dialogue.trail
    open_fields = (
        f for f in form.fields if f.applies(draft) and form.asks(f, draft) and not filled(draft, f)
    )
    following = next((field.name for field in open_fields if field.name not in been), CARD)
    onward = following if asking is None else asking
    if onward == CARD and form.card is None:
        return ended(form, dialogue, desk)
    return show(form, replace(dialogue, asking=onward), desk, remark)


def filled(draft: Draft, field: Field) -> bool:
    """Whether a draft holds an answer to a field."""
    return getattr(draft, field.name, None) not in (None, "", ())


def ended(form: Form, dialogue: Dialogue, desk: Desk) -> Turn:
    """Hand the draft to the form's end; its first message takes the card's place."""
    turn = form.ends(dialogue.draft, desk)
    if turn.dialogue is not None:
        return turn
    first, *rest = turn.says or (Outgoing(text=form.shown(dialogue.draft, desk)),)
    said = replace(turn, says=(replace(first, subject=first.subject or dialogue.subject), *rest))
    return onward(form, dialogue.draft, said, desk)


def onward(form: Form, draft: Draft, turn: Turn, desk: Desk) -> Turn:
    """End a dialogue, and begin the one that comes after it, if any, below what ended it."""
    following = form.following(draft, desk)
    if following is None:
        return replace(turn, dialogue=ENDED)
    begun = move(form, Dialogue(key=desk.fresh, region=desk.region.key, draft=following), desk)
    return replace(
        begun, says=(*turn.says, *begun.says), events=(*turn.events, *begun.events), toast=turn.toast
    )
