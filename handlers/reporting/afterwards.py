"""What is typed after a report was saved and puts it right, adds to it or takes it back: offered, one tap does it."""

from datetime import timedelta

from handlers.reporting.adding import adds, amending
from handlers.reporting.hearing import unclear
from handlers.reporting.mine import Amend, LeaveIt, ReportThis, Withdraw
from handlers.reporting.report_card import facts, headline
from handlers.reporting.reports import Report, report_of, update_of
from handlers.turns import Desk, Turn
from language.conversation.corrections import Correction, correction
from programme.messages import Button, Outgoing
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
    if of_all is not None:
        return of_all
    asked = unclear(known, text, desk) if said else None
    if asked is not None:
        return _offered(_("Shall I change your last report by that?"), headline(last, desk), text, last)
    worth = said is not None or (desk.now - last.saved_at <= JUST_NOW and adds(known, text, desk))
    right = amending(known, text, desk) if worth else None
    if right is None:
        return None
    if said and not said.more and not said.sure and right == known:
        return None
    return _offered(_("Shall I change your last report so?"), _changed(last, right, desk), text, last)


def _of_all(said: Correction, last: Update, desk: Desk) -> Turn | None:
    """Answer who takes all of it back, or says that something in it is wrong and not what."""
    withdraw = Button(label=_("Withdraw"), press=Withdraw(update=last.key))
    alter = Button(label=_("Change"), press=Amend(update=last.key))
    if said.undone or said.taken_back:
        return _asked(_("Shall I withdraw your last report?"), headline(last, desk), withdraw, alter)
    if said.vague:
        return _asked(_("What shall I do with your last report?"), headline(last, desk), alter, withdraw)
    return None


def _changed(last: Update, right: Report, desk: Desk) -> Text:
    """Return the report's headline, and the lines of it that are new; or what is added to its text."""
    before = [*facts(last, desk)]
    new = [line for line in facts(update_of(right, desk), desk) if line not in before]
    more = right.said.removeprefix(last.details.said).strip()
    told: Text | None = _("→ In the text: “{words}”", words=more) if more and not new else None
    return lines(headline(last, desk), *(_("→ {line}", line=line) for line in new), told)


def _offered(question: Text, about: Text, text: str, last: Update) -> Turn:
    yes = Button(label=_("Yes, change it"), press=Amend(update=last.key, text=text))
    no = Button(label=_("No, leave it so"), press=LeaveIt())
    new = Button(label=_("This is something new"), press=ReportThis(text=text))
    return _asked(question, about, yes, no, new)


def _asked(question: Text, about: Text, *buttons: Button) -> Turn:
    return Turn(says=(Outgoing(text=lines(question, about), buttons=buttons),))
