"""What is typed below a reminder and tells of no stand: read in its light, with the words kept for the answer."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.plan.left_open import TAP, WHICH_DAY
from handlers.plan.milestone_lines import Card, Placed, wanting
from handlers.plan.milestones import Open, card, short
from handlers.plan.reminder_lines import Reminder
from handlers.reporting.mine import ReportThis
from handlers.reporting.subjects import rank
from handlers.turns import Desk, Turn
from language.dates.reading import find_days
from language.messages.counts import Counts
from language.messages.index import clear_winner
from language.messages.reading import read_result
from language.messages.several import happened
from programme.messages import MOST_OPTIONS, Button, Outgoing
from programme.text import _, lines, shortened

OTHER_NEWS = ("agenda", "signal", "contribution")


def in_its_light(text: str, view: Reminder, desk: Desk) -> Turn | None:
    """Ask how the milestone stands that ``text`` tells something of, and keep the words; of several, which it is."""
    waiting = [one for one in listed(view, desk) if wanting(one, view.mark)]
    if not waiting or len(waiting) > MOST_OPTIONS or not _may_be_of(text, waiting, desk):
        return None
    if len(waiting) == 1:
        [(there, one)] = waiting
        subject = f"reply:{desk.fresh}"
        only = Card(
            region=there.region.key, milestone=one.key, mark=desk.mark, subject=subject, words=text.strip()
        )
        cannot = next((day for day in find_days(text, desk.local, breaks=desk.breaks) if day.wrong), None)
        lead = lines(cannot.wrong or "", WHICH_DAY) if cannot else TAP
        shown = card(replace(only, near=cannot.near) if cannot else only, desk)
        return Turn(says=(replace(shown, text=lines(lead, "", shown.text)),))
    buttons = (
        Button(
            label=short(one.title), press=Open(region=there.region.key, milestone=one.key, words=text.strip())
        )
        for there, one in waiting
    )
    asked = lines(_("Which milestone is it about? Tap, then I note it."), _("“{said}”", said=shortened(text)))
    return Turn(
        says=(Outgoing(text=asked, buttons=(*buttons, *or_news(text, desk, always=True))[:MOST_OPTIONS]),)
    )


def _may_be_of(text: str, waiting: Sequence[Placed], desk: Desk) -> bool:
    """Whether what tells of no stand may be said of one of these: nothing else is named, counted or done in it."""
    reading = desk.read(text)
    if reading.kind not in (None, "progress", "outcome") or reading.parting or reading.counts != Counts():
        return False
    return not took_place(text, desk) and not names_another(text, waiting, desk)


def took_place(text: str, desk: Desk) -> bool:
    """Whether something took place by these words, and so is a report of its own."""
    return desk.read(text).kind == "outcome" and bool(read_result("outcome", text) or happened(text))


def names_another(words: str, waiting: Sequence[Placed], desk: Desk) -> bool:
    """Whether words name an activity or a milestone that is none of these."""
    activity = desk.read(words).activity
    if activity and activity not in {one.activity for _desk, one in waiting}:
        return True
    best = clear_winner(rank(words, desk.milestones()))
    return best is not None and best not in {one.key for _desk, one in waiting}


def or_news(text: str, desk: Desk, *, always: bool = False) -> tuple[Button, ...]:
    """Return the way out where what reads as an answer may be news for the programme manager."""
    news = always or desk.read(text).parting or desk.read(text).kind in OTHER_NEWS
    return (Button(label=_("I want to report this"), press=ReportThis(text=text.strip())),) if news else ()


def listed(view: Reminder, desk: Desk) -> list[Placed]:
    """Return the milestones of a reminder in the order in which it lists them, on all of its pages."""
    found = []
    for part in view.parts:
        there = desk.elsewhere(part.region)
        for key in dict.fromkeys((*(key for key, _rule in part.items), *part.silent)) if there else ():
            milestone = there.milestone(key) if there else None
            if there and milestone:
                found.append((there, milestone))
    return found
