"""What needs no form: a greeting, a word of thanks, a question how this works, a yes that belongs to nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from handlers.reporting import updates
from handlers.reporting.correcting import amended, corrected
from handlers.reporting.mine import Amend, Withdraw
from handlers.reporting.report_card import facts, headline
from handlers.reporting.reports import Report, report_of, update_of
from handlers.turns import Desk, Turn, reply
from language.conversation.corrections import correction
from language.conversation.courtesies import Courtesy, courtesy, looks_up
from language.conversation.wishes import away, greets, never_mind, yes_no
from programme.messages import Action, Button, Incoming, Outgoing
from programme.text import Text, _, lines
from programme.updates import Update

RECENT = timedelta(days=1)
_UNKNOWN = _("I can't look that up for you. /week shows where the region stands, /wie whom you can ask.")
_HOW = _(
    "Just type what happened, in your own words: “Pilot with 26 pupils, went well.” /help shows the rest."
)
_HELLO = _("Hello! Just type what happened and I'll write it down. /help shows what else I can do.")
_FINE = _("Fine. You'll know where to find me.")
_ANSWERS: Mapping[Courtesy, Text] = {
    "looked_up": _UNKNOWN,
    "asked": _HOW,
    "thanks": _("You're welcome!"),
    "fine": _FINE,
    "hello": _HELLO,
}


@dataclass(frozen=True, kw_only=True)
class ReportThis(Action):
    """It was a report after all."""

    text: str


def small_talk(text: str, desk: Desk) -> Turn:
    """Answer kindly and briefly."""
    return reply(_ANSWERS[courtesy(text)])


def how() -> Turn:
    """Say how to report, to whoever asks what can be done here."""
    return reply(_HOW)


def not_to_look_up(text: str) -> Text | None:
    """Return what to say to a question after a fact that is not known here; None for any other text."""
    return _UNKNOWN if looks_up(text) else None


def stray_answer(text: str, desk: Desk) -> Turn:
    """Answer an answer to a question that is not open here; what says more than yes or no may be a report."""
    report = Button(label=_("I want to report this"), press=ReportThis(text=text))
    says = Outgoing(
        text=_("I'm not sure what that belongs to. Is there something to report? Just type what happened."),
        buttons=(report,) if yes_no(text) is None else (),
    )
    return Turn(says=(says,))


def amends(text: str, desk: Desk) -> Turn | None:
    """Offer to change what somebody reported just before; None when they did not, or put nothing in it right."""
    said = correction(text)
    last = next(iter(desk.my_updates(1)), None) if said else None
    if said is None or last is None or last.saved_at is None or desk.now - last.saved_at > RECENT:
        return None
    if said.undone:
        take_back = Button(label=_("Withdraw"), press=Withdraw(update=last.key))
        alter = Button(label=_("Change"), press=Amend(update=last.key))
        return _offered(_("Shall I withdraw your last report?"), headline(last, desk), take_back, alter)
    known = report_of(last)
    choices = (
        Button(label=_("Change"), press=Amend(update=last.key, text=text)),
        Button(label=_("No, I want to report this"), press=ReportThis(text=text)),
    )
    right = corrected(known, text, desk)
    if right is not None:
        return _offered(_("Shall I change your last report so?"), _changed(last, right, desk), *choices)
    if amended(known, text, desk) is None:
        return None
    return _offered(_("Shall I change your last report by that?"), headline(last, desk), *choices)


def _changed(last: Update, right: Report, desk: Desk) -> Text:
    """Return the report's headline, and the lines of it that are new."""
    before = [*facts(last, desk)]
    new = [line for line in facts(update_of(right, desk), desk) if line not in before]
    return lines(headline(last, desk), *(_("→ {line}", line=line) for line in new))


def _offered(question: Text, about: Text, *buttons: Button) -> Turn:
    return Turn(says=(Outgoing(text=lines(question, about), buttons=buttons),))


def report_this(press: ReportThis, desk: Desk) -> Turn:
    """Begin a report with what was said."""
    return updates.report(press.text, desk)


def greeted(incoming: Incoming) -> Turn | None:
    """Return a greeting for whoever greets and says nothing else; nothing has to be read for that."""
    return None if incoming.pictures or not greets(incoming.text) else reply(_HELLO)


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
    return amends(incoming.text, desk) or (answer(incoming.text, desk) if answer else None)


_WISHES: tuple[tuple[Callable[[str], bool], Text], ...] = (
    (never_mind, _FINE),
    (away, _("Away for a while, or other days? Tell me in /instellingen, and I leave you in peace then.")),
)
_ANSWER_TO: Mapping[str, Callable[[str, Desk], Turn]] = {"smalltalk": small_talk, "rsvp": stray_answer}
