"""What people ask the bot, with or without an open dialogue: answered at once, and what was asked of them stays open.

Where words of their own are wanted, a question may well be the answer ("What should be on the agenda?"): there only
who plainly asks how this works is helped.
"""

from collections.abc import Mapping

from handlers import commands
from handlers.dialogue import forms
from handlers.dialogue.fields import Field, Form, Forms, Problem
from handlers.dialogue.steps import CARD
from handlers.reporting import smalltalk
from handlers.reporting.reports import Report
from handlers.turns import Desk, Turn, reply
from language.conversation.courtesies import courtesy
from language.conversation.questions import Topic, asks_about, asks_how
from programme.dialogue import Dialogue
from programme.messages import Incoming
from programme.text import _, lines

SHOWN_BY: Mapping[Topic, str] = {  # of the topics that a command shows
    "people": "wie",
    "week": "week",
    "milestones": "mijlpalen",
    "reports": "mijn",
    "change": "mijn",
}
PRIVACY = lines(
    _(
        "I keep your name, account, role, team, organisation, working days, hour and when you are away, what you "
        "report and answer, and the messages between us. Other regions never see it."
    ),
    _("/mijn shows what you reported; there you can withdraw it too. /uitschrijven stops all messages."),
    _("Do you want to see all that is kept of you, or have it erased? Ask your programme manager."),
)
HOW = _(
    "Tap what fits, or just type it in your own words. “annuleren” drops this, and /help shows what else I can do."
)


def needs_region(text: str) -> bool:
    """Whether this asks for what each region has its own answer to."""
    topic = asks_about(text)
    return topic is not None and topic in SHOWN_BY and commands.COMMANDS[SHOWN_BY[topic]].regional


def heard(incoming: Incoming, desk: Desk) -> Turn | None:
    """Return the answer to a question that stands by itself; None for anything else."""
    if incoming.pictures:
        return None
    if asks_how(incoming.text):
        return smalltalk.how()
    return _shown(incoming.text, desk)


def aside(incoming: Incoming, desk: Desk, dialogue: Dialogue, known: Forms) -> Turn | None:
    """Return the answer to a question in the middle of a dialogue, which then asks once more; None for an answer."""
    form = known[type(dialogue.draft)]
    field = None if dialogue.asking == CARD else form.field_named(dialogue.asking)
    answer = None if incoming.pictures else _answer(incoming.text, desk, form, field, dialogue)
    return forms.repeated(dialogue, desk, known, answer) if answer else None


def _answer(text: str, desk: Desk, form: Form, field: Field | None, dialogue: Dialogue) -> Turn | None:
    if asks_how(text):
        return reply(HOW)
    if field and field.free:
        return None
    if isinstance(dialogue.draft, Report) and asks_about(text) == "change":
        return reply(HOW)  # the report that is open is the one that is meant
    return _shown(text, desk) or _small(text, desk, field, dialogue)


def _shown(text: str, desk: Desk) -> Turn | None:
    """Return what is kept of people, or what a command shows to whoever asks for it in words, and may use it."""
    topic = asks_about(text)
    if topic == "privacy":
        return reply(PRIVACY)
    name = SHOWN_BY[topic] if topic else ""
    return commands.command(f"/{name}", desk) if name and commands.open_to(name, desk) else None


def _small(text: str, desk: Desk, field: Field | None, dialogue: Dialogue) -> Turn | None:
    """Answer any other question that is neither news nor an answer, and a word of thanks."""
    if (
        courtesy(text) == "thanks"
        and desk.read(text).kind == "smalltalk"
        and not _fits(text, desk, field, dialogue)
    ):
        return smalltalk.small_talk(text, desk)
    if (
        not text.strip().endswith("?")
        or desk.read(text).kind != "smalltalk"
        or _fits(text, desk, field, dialogue)
    ):
        return None
    unknown = smalltalk.not_to_look_up(text) if desk.person.regions else None
    return reply(unknown or HOW)


def _fits(text: str, desk: Desk, field: Field | None, dialogue: Dialogue) -> bool:
    if field is None:
        return False
    try:
        field.value(text, dialogue.draft, desk)
    except Problem:
        return False
    return True
