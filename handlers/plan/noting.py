"""What a reply to a reminder tells, offered to be noted with one tap: how each milestone stands, until when, why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.plan import left_open
from handlers.plan.meant import of_these, titles
from handlers.plan.milestone_lines import GOOD, Card, Placed, dated, wanting
from handlers.plan.milestones import (
    Delay,
    HandOver,
    Later,
    Open,
    Say,
    answered,
    card,
    opening,
    reminder,
    short,
    something_else,
)
from handlers.plan.remarks import OTHER_NEWS, listed, names_another, or_news, took_place
from handlers.plan.reminder_lines import Part, Reminder
from handlers.reporting.mine import ReportThis
from handlers.turns import Desk, Turn
from language.conversation.answers import Told, day_after, read_answers
from language.messages.discretion import nameless
from language.messages.index import clear_winner
from language.vocabulary.stands import Hint
from programme.cadence import Rule
from programme.events import Answered
from programme.messages import MOST_OPTIONS, Action, Button, Outgoing
from programme.records import Stand
from programme.text import Text, _, lines, n_, shortened
from programme.wording import STANDS


@dataclass(frozen=True, kw_only=True)
class Noted:
    """How one milestone stands, as it was told: the new date and the reason of what is delayed."""

    region: str
    milestone: str
    stand: Stand
    until: date | None = None
    reason: str = ""
    catch_up: bool | None = None


@dataclass(frozen=True, kw_only=True)
class NoteAll(Action):
    """All that was told of several milestones; ``left``: (region, milestone) of those to ask about then."""

    items: tuple[Noted, ...]
    left: tuple[tuple[str, str], ...] = ()

    @property
    def region(self) -> str:
        """The first of its regions: the rest is found from there."""
        return self.items[0].region


def told(text: str, view: Reminder, desk: Desk) -> Turn | None:
    """Offer to note what ``text`` tells of the milestones in a reminder; None where it tells of something else."""
    shown = listed(view, desk)
    waiting = [one for one in shown if wanting(one, view.mark)]
    found = read_answers(text, desk.local, desk.breaks)
    if not waiting or not found or not _fits(text, found, desk):
        return None
    told_of = of_these(found, waiting, alien=names_another(text, waiting, desk))
    if not any(one.which for one in told_of):
        return _of_one_or_which(told_of[0], waiting, or_news(text, desk)) or _open(told_of[0], view, desk)
    meant = None if _miscounted(told_of, shown, waiting) else _meant(told_of, shown, waiting)
    if meant is None:
        return None
    noted = [(one, how) for one, how in meant if how is not None]
    left = [one for one, how in meant if how is None]
    if len(noted) == 1 and not left:
        [(one, how)] = noted
        return _of_one(one, how)
    if noted:
        return _of_several(noted, left)
    return _of_one_open(told_of[0], left[0]) if len(left) == 1 else _open(told_of[0], view, desk)


def _open(one: Told, view: Reminder, desk: Desk) -> Turn | None:
    """Ask which is meant by what leaves open how several stand."""
    return left_open.of_several(one.hint, view, desk) if one.hint else None


def _of_one_open(one: Told, place: Placed, out: tuple[Button, ...] = ()) -> Turn | None:
    reason = one.said.strip() if one.hint is Hint.STALLED else one.reason
    return left_open.of_one(one.hint, place, one.until, reason, out) if one.hint else None


def _miscounted(found: Sequence[Told], shown: Sequence[Placed], waiting: Sequence[Placed]) -> bool:
    """Whether "both" is said of three: then nobody knows which are meant."""
    many = next((one.many for one in found if one.everything), 0)
    return bool(many) and len(waiting) > 1 and many not in (len(waiting), len(shown))


def note_all(press: NoteAll, desk: Desk) -> Turn:
    """Keep all that was told, and ask about what is left."""
    events = [_kept(one, desk) for one in press.items]
    kept = tuple(event for event in events if isinstance(event, Answered))
    refused = next((event for event in events if isinstance(event, Turn)), None)
    if not kept and refused:
        return refused
    toast = n_("Noted: {n} milestone.", "Noted: {n} milestones.", len(kept))
    return Turn(says=_asked(press.left, desk), events=kept, toast=toast)


def yes_fits(options: Sequence[Action | None]) -> bool:
    """Whether a yes is the first of some options: one answer is offered, and beside it only the ways to another."""
    first, *others = options or (None,)
    offers = isinstance(first, Say | Delay | NoteAll | Later | HandOver)
    return offers and bool(others) and all(isinstance(one, Open | ReportThis) for one in others)


def _asked(left: Sequence[tuple[str, str]], desk: Desk) -> tuple[Outgoing, ...]:
    """Ask how those stand of which nothing was told: one at once, several in a list."""
    subject = f"reply:{desk.fresh}"
    if len(left) == 1:
        [(region, milestone)] = left
        return (card(Card(region=region, milestone=milestone, mark=desk.mark, subject=subject), desk),)
    parts = tuple(
        Part(region=region, items=tuple((key, Rule.ASK.value) for at, key in left if at == region))
        for region in dict.fromkeys(region for region, _key in left)
    )
    asked = Reminder(parts=parts, mark=desk.mark, subject=subject, asked=True)
    return (reminder(asked, desk),) if parts else ()


def _kept(one: Noted, desk: Desk) -> Answered | Turn:
    event = answered(desk, one.region, one.milestone, one.stand)
    if isinstance(event, Turn):
        return event
    return replace(event, forecast=one.until, reason=nameless(one.reason), catch_up=one.catch_up)


def _fits(text: str, found: Sequence[Told], desk: Desk) -> bool:
    """Whether it can be an answer: no other kind of news, nobody counted, and not only a day that has gone by."""
    reading = desk.read(text)
    stands = any(one.stand or (one.until and one.until > desk.today) for one in found)
    of_itself = not any(one.words for one in found) or not took_place(text, desk)
    hints = any(one.hint for one in found) and "?" not in text and of_itself
    counted = reading.counts.pupils is not None or reading.counts.teachers is not None
    ours = all(one.stand is Stand.CANCELLED and not one.words for one in found)  # "stoppen we mee": with this
    apart = counted or ((reading.kind in OTHER_NEWS or reading.parting) and not ours)
    return (stands or hints) and not apart


Meant = list[tuple[Placed, Noted | None]]


def _meant(found: Sequence[Told], listed: Sequence[Placed], waiting: Sequence[Placed]) -> Meant | None:
    """Return what is told of each milestone, None where it is to be asked; nothing where one cannot be found."""
    of_all = [one for one in found if one.everything or one.rest]
    by_itself: Meant = []
    for one in found:
        if one in of_all:
            continue
        places = _placed(one, listed, waiting)
        if not places or not (one.tells or one.excepted):
            return None
        by_itself += [(place, _noted(one, place)) for place in places]
    named = {milestone.key for (_desk, milestone), _how in by_itself}
    rest = [one for one in waiting if one[1].key not in named]
    if of_all:
        by_itself += [(place, _noted(of_all[0], place)) for place in rest]
    elif len(by_itself) > 1:
        by_itself += [(place, None) for place in rest]  # of what is not told it is asked then
    order = [milestone.key for _desk, milestone in listed]
    return sorted(by_itself, key=lambda pair: order.index(pair[0][1].key))


def _placed(one: Told, listed: Sequence[Placed], waiting: Sequence[Placed]) -> Sequence[Placed]:
    if one.places:
        count = len(listed)
        return [listed[place] for place in one.places if -count <= place < count]
    if not one.words:
        return waiting if len(waiting) == 1 else ()
    best = clear_winner(titles(waiting).rank(one.words), least=0.0)
    return [waiting[int(best)]] if best else ()


def _noted(one: Told, place: Placed) -> Noted | None:
    """Return how a milestone stands by what was told: a day after the planned one is a delay; None for no word."""
    desk, milestone = place
    if one.hint in (Hint.NO_NEWS, Hint.ELSEWHERE):
        return None
    until = day_after(one.later, milestone.due) if one.later and milestone.due else one.until
    ahead = until if until and until > desk.today else None
    stand = one.stand
    if stand in (None, Stand.DONE) and ahead:
        stand = Stand.ON_TRACK if milestone.due and ahead <= milestone.due else Stand.DELAYED
    if stand is None:
        return None
    late = stand is Stand.DELAYED
    return Noted(
        region=desk.region.key,
        milestone=milestone.key,
        stand=stand,
        until=ahead if late else None,
        reason=one.reason if late or stand is Stand.CANCELLED else "",
        catch_up=one.catch_up if late else None,
    )


def _of_one_or_which(one: Told, waiting: Sequence[Placed], out: tuple[Button, ...] = ()) -> Turn | None:
    """Take what does not say of which it tells for the one that waits; of several, ask which."""
    if one.hint and len(waiting) == 1 and _noted(one, waiting[0]) is None:
        return _of_one_open(one, waiting[0], out)
    how = [(place, noted) for place in waiting if (noted := _noted(one, place))]
    if len(how) != len(waiting) or len(waiting) > MOST_OPTIONS:
        return None
    if len(waiting) == 1:
        return _of_one(*how[0], out)
    text = lines(_("Which milestone is it about? Tap, then I note it."), _told_line(how[0][1], waiting[0][0]))
    buttons = tuple(Button(label=short(place[1].title), press=_press(noted)) for place, noted in how)
    every = (Button(label=_("All of them"), press=NoteAll(items=tuple(noted for _place, noted in how))),)
    of_all = every if one.stand in GOOD else ()
    return Turn(says=(Outgoing(text=text, buttons=(*of_all, *buttons, *out)[:MOST_OPTIONS]),))


def _of_one(place: Placed, how: Noted, out: tuple[Button, ...] = ()) -> Turn:
    desk, milestone = place
    text = lines(
        _("{title}: {stand}? Tap, then I note it.", title=milestone.title, stand=_stand(how, desk)), _why(how)
    )
    buttons = (Button(label=STANDS[how.stand], press=_press(how)), something_else(place), *out)
    return Turn(says=(Outgoing(text=text, buttons=buttons),))


def _press(how: Noted) -> Action:
    where = {"region": how.region, "milestone": how.milestone}
    if how.stand is Stand.DELAYED:
        return Delay(**where, until=how.until, reason=how.reason, catch_up=how.catch_up)
    return NoteAll(items=(how,)) if how.reason else Say(**where, stand=how.stand)


def _of_several(noted: Sequence[tuple[Placed, Noted]], left: Sequence[Placed]) -> Turn:
    told_lines = (
        _("• {title} – {stand}", title=milestone.title, stand=_told_line(how, desk))
        for (desk, milestone), how in noted
    )
    asked = (_("I ask about {title} next.", title=milestone.title) for _desk, milestone in left)
    press = NoteAll(
        items=tuple(how for _place, how in noted),
        left=tuple((desk.region.key, milestone.key) for desk, milestone in left),
    )
    buttons = (
        Button(label=_("Yes, note that"), press=press),
        *(opening(place) for place in (*(place for place, _how in noted), *left)),
    )[:MOST_OPTIONS]
    text = lines(_("Shall I note this?"), *told_lines, *asked)
    return Turn(says=(Outgoing(text=text, buttons=buttons),))


def _stand(how: Noted, desk: Desk) -> Text:
    if how.until is None:
        return STANDS[how.stand]
    return _("Delayed, new date {day}", day=dated(how.until, desk.today))


def _told_line(how: Noted, desk: Desk) -> Text:
    why = _why(how)
    return _("{stand}, {why}", stand=_stand(how, desk), why=why) if why else _stand(how, desk)


def _why(how: Noted) -> Text | None:
    return _("“{said}”", said=shortened(how.reason)) if how.reason else None
