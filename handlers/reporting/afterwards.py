"""What is typed after a report was saved and puts it right, adds to it or takes it back: offered, one tap does it."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.reporting.adding import adds, amending
from handlers.reporting.hearing import unclear
from handlers.reporting.mine import Amend, LeaveIt, ReportThis, Withdraw
from handlers.reporting.report_card import facts, headline
from handlers.reporting.reports import Report, report_of, update_of
from handlers.turns import Desk, Turn
from language.conversation.corrections import Correction, correction
from language.conversation.replies import day_alone
from programme.messages import Button, Outgoing
from programme.records import UpdateKind
from programme.text import Text, _, lines
from programme.updates import Update

RECENT = timedelta(days=1)
JUST_NOW = timedelta(hours=1)  # in which what only tells more is still of the same conversation


def heard(text: str, desk: Desk) -> Turn | None:
    """Offer to change what somebody reported just before; None when they did not, or say nothing of it."""
    last = next(iter(desk.my_updates(1)), None)
    if last is None or last.saved_at is None or desk.now - last.saved_at > RECENT:
        return None
    said, known = correction(text), report_of(last)
    of_all = _of_all(said, last, desk) if said else None
    parts = desk.read(text).parting and known.kind is not UpdateKind.SIGNAL
    if of_all is not None or parts:
        return of_all  # who leaves is for the programme manager, never behind what is put right in another report
    asked = unclear(known, text, desk) if said else None
    if asked is not None:
        return _offered(_("Shall I change your last report by that?"), headline(last, desk), text, last, desk)
    just = desk.now - last.saved_at <= JUST_NOW
    worth = said is not None or (just and (adds(known, text, desk) or _day_alone(text, desk)))
    right = amending(known, text, desk) if worth else None
    if right is None:
        return None
    changed = _changed(last, right, desk, told=said is not None)
    if changed:
        about = lines(headline(last, desk), *changed)
        return _offered(_("Shall I change your last report so?"), about, text, last, desk)
    return _what(last, desk) if said else None


def _day_alone(text: str, desk: Desk) -> bool:
    return day_alone(text, desk.local, desk.breaks) is not None


def _of_all(said: Correction, last: Update, desk: Desk) -> Turn | None:
    """Answer who takes all of it back, or says that something in it is wrong and not what."""
    if said.undone or said.taken_back:
        alter, withdraw = _ways(last)
        return _asked(_("Shall I withdraw your last report?"), headline(last, desk), withdraw, alter)
    return _what(last, desk) if said.vague else None


def _what(last: Update, desk: Desk) -> Turn:
    """Ask what is to become of a report of which something is not right."""
    return _asked(_("What shall I do with your last report?"), headline(last, desk), *_ways(last))


def _ways(last: Update) -> tuple[Button, Button]:
    alter = Button(label=_("Change"), press=Amend(update=last.key))
    return alter, Button(label=_("Withdraw"), press=Withdraw(update=last.key))


def _changed(last: Update, right: Report, desk: Desk, *, told: bool) -> Sequence[Text]:
    """Return the lines of a report that are new; or else what is added to its text, where that was plainly ``told``."""
    before = [*facts(last, desk)]
    new = [line for line in facts(update_of(right, desk), desk) if line not in before]
    more = right.said.removeprefix(last.details.said).strip()
    added = [_("In the text: “{words}”", words=more)] if more and told else []
    return [_("→ {line}", line=line) for line in new or added]


def _offered(question: Text, about: Text, text: str, last: Update, desk: Desk) -> Turn:
    yes = Button(label=_("Yes, change it"), press=Amend(update=last.key, text=text, typed=desk.today))
    no = Button(label=_("No, leave it so"), press=LeaveIt())
    new = Button(label=_("This is something new"), press=ReportThis(text=text))
    return _asked(question, about, yes, no, new)


def _asked(question: Text, about: Text, *buttons: Button) -> Turn:
    return Turn(says=(Outgoing(text=lines(question, about), buttons=buttons),))
