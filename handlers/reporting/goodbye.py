"""How a dialogue ends that nobody finished: politely, with what was typed in it and a button to go on."""

from handlers.dialogue.steps import Again
from handlers.reporting.mine import ReportThis
from programme.dialogue import Dialogue
from programme.kept import keep
from programme.messages import Button, Outgoing
from programme.text import Text, _, lines, shortened

LONG = 300


def expired(dialogue: Dialogue) -> Outgoing:
    """Say that a dialogue has waited long enough; a tap goes on with all that was in it."""
    onward = Button(label=_("Go on after all"), press=Again(draft=keep(dialogue.draft)))
    return Outgoing(
        text=lines(
            _("You were still in the middle of something. I have let it rest; nothing was saved."),
            typed(" – ".join((getattr(dialogue.draft, "said", ""), *getattr(dialogue.draft, "queue", ())))),
        ),
        buttons=(onward,),
        subject=dialogue.subject,
    )


def lost(said: str) -> Outgoing:
    """Say that a dialogue of an older version cannot go on; a tap begins again with what was typed in it."""
    onward = Button(label=_("Go on with this"), press=ReportThis(text=said))
    return Outgoing(
        text=lines(_("I was renewed meanwhile and lost the thread."), typed(said)),
        buttons=(onward,) if said else (),
    )


def typed(said: str) -> Text | None:
    """Return what somebody had typed, short enough for a message; None for nothing."""
    return _("You had typed: “{said}”", said=shortened(said, LONG)) if said else None
