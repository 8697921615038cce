"""What needs no form: a greeting, a word of thanks, a question how this works, a yes that belongs to nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from handlers.reporting import updates
from handlers.reporting.mine import Amend
from handlers.reporting.report_card import headline
from handlers.turns import Desk, Turn, reply
from language.wishes import away, corrects, never_mind, yes_no
from language.words import fold
from programme.messages import Action, Button, Incoming, Outgoing
from programme.text import Text, _, lines

RECENT = timedelta(days=1)
_UNKNOWN = _("I can't look that up for you. /week shows where the region stands, /wie whom you can ask.")
_HOW = _(
    "Just type what happened, in your own words: “Pilot with 26 pupils, went well.” /help shows the rest."
)
_LOOKED_UP = r"^(?:wanneer|wie|waar|welke?|hoeveel|hoe laat)\b.*\?"
# The first that fits a folded message answers it.
_FINE = _("Fine. You'll know where to find me.")
_ANSWERS: tuple[tuple[str, Text], ...] = (
    (_LOOKED_UP, _UNKNOWN),
    (r"\?", _HOW),
    (r"\b(?:bedankt|dank|thanks|thx|merci)", _("You're welcome!")),
    (
        r"\b(?:geen|niets?|niks|oke?|prima|top|mooi|doei|succes)\b|^👍",
        _FINE,
    ),
    (r"", _("Hello! Just type what happened and I'll write it down. /help shows what else I can do.")),
)


@dataclass(frozen=True, kw_only=True)
class ReportThis(Action):
    """It was a report after all."""

    text: str


def small_talk(text: str, desk: Desk) -> Turn:
    """Answer kindly and briefly."""
    plain = fold(text)
    return reply(next(answer for sign, answer in _ANSWERS if re.search(sign, plain)))


def how() -> Turn:
    """Say how to report, to whoever asks what can be done here."""
    return reply(_HOW)


def not_to_look_up(text: str) -> Text | None:
    """Return what to say to a question after a fact that is not known here; None for any other text."""
    return _UNKNOWN if re.search(_LOOKED_UP, fold(text)) else None


def stray_answer(text: str, desk: Desk) -> Turn:
    """Answer an answer to a question that is not open here; what says more than yes or no may be a report."""
    report = Button(label=_("I want to report this"), press=ReportThis(text=text))
    says = Outgoing(
        text=_("No question of mine is open now. Is there something to report? Just type what happened."),
        buttons=(report,) if yes_no(text) is None else (),
    )
    return Turn(says=(says,))


def correction(text: str, desk: Desk) -> Turn | None:
    """Offer to change what somebody reported just before; None when they did not, or correct nothing."""
    last = next(iter(desk.my_updates(1)), None) if corrects(text) else None
    if last is None or last.saved_at is None or desk.now - last.saved_at > RECENT:
        return None
    says = Outgoing(
        text=lines(_("Shall I change your last report by that?"), headline(last, desk)),
        buttons=(
            Button(label=_("Change it"), press=Amend(update=last.key, text=text)),
            Button(label=_("No, I want to report this"), press=ReportThis(text=text)),
        ),
    )
    return Turn(says=(says,))


def report_this(press: ReportThis, desk: Desk) -> Turn:
    """Begin a report with what was said."""
    return updates.report(press.text, desk)


def heard(incoming: Incoming, desk: Desk) -> Turn | None:
    """Return the answer to what needs no form; None for a report."""
    if incoming.pictures:
        return None
    if not incoming.text.strip():
        return updates.nothing_heard(desk)
    kindly = next((answer for wish, answer in _WISHES if wish(incoming.text)), None)
    if kindly is not None:
        return reply(kindly)
    if not any(sign.isalnum() for sign in incoming.text):
        return small_talk(incoming.text, desk)
    answer = _ANSWER_TO.get(desk.read(incoming.text).kind or "")
    return correction(incoming.text, desk) or (answer(incoming.text, desk) if answer else None)


_WISHES: tuple[tuple[Callable[[str], bool], Text], ...] = (
    (never_mind, _FINE),
    (away, _("Away for a while, or other days? Tell me in /instellingen, and I leave you in peace then.")),
)
_ANSWER_TO: Mapping[str, Callable[[str, Desk], Turn]] = {"smalltalk": small_talk, "rsvp": stray_answer}
