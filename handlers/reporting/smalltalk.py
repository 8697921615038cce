"""What needs no form: a greeting, a word of thanks, a question how this works, a yes that belongs to nothing."""

from collections.abc import Callable, Mapping

from handlers.reporting import afterwards, updates
from handlers.reporting.mine import ReportThis
from handlers.turns import Desk, Turn, reply
from language.conversation.courtesies import Courtesy, courtesy, looks_up
from language.conversation.wishes import away, greets, never_mind, yes_no
from programme.messages import Button, Incoming, Outgoing
from programme.text import Text, _

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
    if any(sign.isalnum() for sign in incoming.text):
        put_right = afterwards.heard(incoming.text, desk)
        if put_right is not None:
            return put_right
    kindly = next((answer for wish, answer in _WISHES if wish(incoming.text)), None)
    if kindly is not None:
        return reply(kindly)
    if not any(sign.isalnum() for sign in incoming.text):
        return small_talk(incoming.text, desk)
    answer = _ANSWER_TO.get(desk.read(incoming.text).kind or "")
    return answer(incoming.text, desk) if answer else None


_WISHES: tuple[tuple[Callable[[str], bool], Text], ...] = (
    (never_mind, _FINE),
    (away, _("Away for a while, or other days? Tell me in /instellingen, and I leave you in peace then.")),
)
_ANSWER_TO: Mapping[str, Callable[[str, Desk], Turn]] = {"smalltalk": small_talk, "rsvp": stray_answer}
