"""What is typed while a delay is asked about: an answer, more than that, or that it is none."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any

from handlers.dialogue.fields import Field, Problem, read_yes_no, words
from handlers.plan.milestone_lines import Card, Placed
from handlers.plan.milestones import Say, card, something_else
from handlers.turns import Desk, Turn
from language.conversation.answers import Told, day_after, joined, not_before, read_answers
from language.conversation.picking import picked
from language.conversation.questions import asks_who
from language.conversation.replies import caught_up, day_alone, mistaken, unknown
from language.conversation.wishes import yes_no
from programme.messages import Button, Outgoing
from programme.records import Stand
from programme.text import Text, _, lines
from programme.wording import STANDS

TAKEN_BACK = (Stand.DONE, Stand.ON_TRACK, Stand.CANCELLED)
WHY = _(
    "So that the others know what to count on, and can help. A few words are enough; you may skip it too."
)


@dataclass(frozen=True, kw_only=True)
class Also:
    """What an answer says, of what is asked and of what would be asked next."""

    reason: str = ""
    until: date | None = None
    catch_up: bool | None = None


def reason(text: str, draft: Any, desk: Desk) -> Also:
    """Read why it is late, with the new date and whether it can be made up where they are told too."""
    said = words(text, draft, desk)
    if asks_who(said) or said.strip() == "?" or yes_no(said):
        raise Problem(WHY)
    chosen = picked(said, draft.near, desk.local)
    wrong = day_alone(said, desk.local, desk.breaks)
    if wrong and wrong.wrong and not chosen:
        raise Problem(wrong.wrong, draft=replace(draft, near=wrong.near))
    told = Also(until=chosen) if chosen else _told(said, draft, desk)
    if unknown(said) or yes_no(said) is False:
        return Also()
    if told.until and not told.reason and told.catch_up is None:
        raise Problem(_new_date(told.until), draft=replace(draft, until=told.until))
    return told if told != Also() else Also(reason=said)


def made_up(text: str, draft: Any, desk: Desk) -> Also | bool:
    """Read whether it can be made up; a day that is told instead is kept, and it is asked once more."""
    if asks_who(text):
        raise Problem(WHY)
    if unknown(text):
        return Also()
    told = _told(text, draft, desk)
    said = caught_up(text) if told.catch_up is None else told.catch_up
    if said is None and told.until:
        raise Problem(_new_date(told.until), draft=replace(draft, until=told.until))
    return Also(catch_up=bool(read_yes_no(text, draft, desk)) if said is None else said, until=told.until)


def new_date(read: Callable[[str, Any, Desk], date]) -> Callable[[str, Any, Desk], Also]:
    """Read the day on which it is done as ``read`` does; of who does not know it yet, none."""

    def told(text: str, draft: Any, desk: Desk) -> Also:
        if unknown(text):
            return Also()
        if not_before(text, desk.local, desk.breaks):
            raise Problem(_("So not by then. By which day do you expect that it is?"))
        return Also(until=read(text, draft, desk))

    return told


def put(draft: Any, value: Also | bool, desk: Desk) -> Any:
    """Return the draft with all that an answer says."""
    if isinstance(value, bool):
        return replace(draft, catch_up=value)
    return replace(
        draft,
        reason=value.reason or draft.reason,
        until=value.until or draft.until,
        catch_up=draft.catch_up if value.catch_up is None else value.catch_up,
    )


def repeated(draft: Any, value: Also | bool, desk: Desk) -> Text | None:
    """Say the new date back that was told beside what was asked."""
    return _new_date(value.until) if isinstance(value, Also) and value.until else None


def turns(draft: Any, text: str, asked: Field, desk: Desk) -> Turn | None:
    """Offer the stand that somebody names instead of a delay; None where they do not take it back."""
    milestone = desk.milestone(draft.milestone)
    found = read_answers(text, desk.local, desk.breaks)
    one = reduce(joined, found) if found else Told()
    back = one.stand in TAKEN_BACK and not (one.words or one.reason or one.until) and len(found) == 1
    answers = asked.name == "catch_up" and one.stand is not Stand.DONE and caught_up(text) is not None
    if milestone is None or answers or not (back or mistaken(text)):
        return None
    return _instead((desk, milestone), one.stand if back else None)


def _instead(place: Placed, stand: Stand | None) -> Turn:
    """Offer a stand in the place of a delay; None: ask how it stands."""
    desk, milestone = place
    subject = f"reply:{desk.fresh}"
    if stand is None:
        again = Card(region=desk.region.key, milestone=milestone.key, mark=desk.mark, subject=subject)
        shown = card(again, desk)
        asked = lines(_("All right. How does it stand, then?"), "", shown.text)
        return Turn(says=(replace(shown, text=asked),))
    said = Say(region=desk.region.key, milestone=milestone.key, stand=stand)
    offer = _("All right. {title}: {stand}? Tap, then I note it.", title=milestone.title, stand=STANDS[stand])
    buttons = (Button(label=STANDS[stand], press=said), something_else(place))
    return Turn(says=(Outgoing(text=offer, buttons=buttons, subject=subject),))


def _told(text: str, draft: Any, desk: Desk) -> Also:
    """Return what is told of the delay, each piece of which that says no more is why."""
    found = [_plainly(one) for one in read_answers(text, desk.local, desk.breaks)]
    if not found:
        return Also(reason="" if unknown(text) else text)
    one = reduce(joined, found)
    milestone = desk.milestone(draft.milestone)
    after = day_after(one.later, milestone.due) if one.later and milestone and milestone.due else None
    until = after or one.until
    return Also(
        reason=one.reason, until=until if until and until > desk.today else None, catch_up=one.catch_up
    )


def _plainly(one: Told) -> Told:
    """Return a piece of which the words name why it is late, not which milestone."""
    return replace(one, words="", reason=one.reason or one.said) if one.words else one


def _new_date(day: date) -> Text:
    return _("New date: {day}.", day=day)
