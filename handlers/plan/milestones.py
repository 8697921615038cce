"""Milestones in conversation: the reminder that is answered with a tap, the card of one milestone, my milestones."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.plan.milestone_lines import Card, Placed, answer_lines, answer_since, line, wanting
from handlers.plan.reminder_lines import Part, Reminder, placed, reminder_lines
from handlers.reporting.mine import ReportThis
from handlers.turns import Desk, Turn, reply
from programme.cadence import Rule
from programme.events import Answered
from programme.messages import Action, Address, Button, Outgoing, Urgency
from programme.records import Milestone, Stand
from programme.text import Text, _, lines, n_, shortened
from programme.wording import STANDS

SHORT = 28


@dataclass(frozen=True, kw_only=True)
class Open(Action):
    """Show the card of a milestone; ``words``: what was typed about it already."""

    region: str
    milestone: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Say(Action):
    """Where a milestone stands, with one tap."""

    region: str
    milestone: str
    stand: Stand


@dataclass(frozen=True, kw_only=True)
class AllOnTrack(Action):
    """Everything in a reminder is on track; (region, milestone) of each."""

    items: tuple[tuple[str, str], ...]

    @property
    def region(self) -> str:
        """The first of its regions: the rest is found from there."""
        return self.items[0][0]


@dataclass(frozen=True, kw_only=True)
class Delay(Action):
    """A milestone is delayed; the rest is asked, but for what is known already."""

    region: str
    milestone: str
    until: date | None = None
    reason: str = ""
    catch_up: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Later(Action):
    """Ask me again later; ``until``: on a day that is known already."""

    region: str
    milestone: str
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class HandOver(Action):
    """Somebody else should do this."""

    region: str
    milestone: str


@dataclass(frozen=True, kw_only=True)
class Mine(Action):
    """Show the milestones that I answer for, in every region."""

    region: str


@dataclass(frozen=True, kw_only=True)
class Turned(Action):
    """Other milestones of the same message."""

    view: Reminder

    @property
    def region(self) -> str:
        """The first of its regions: the rest is found from there."""
        return self.view.parts[0].region


def reminder(view: Reminder, desk: Desk) -> Outgoing:
    """Compose the message as things stand now."""
    placed_ones = placed(view, desk)
    return Outgoing(
        text=lines(*reminder_lines(view, desk)),
        buttons=_buttons(view, placed_ones),
        subject=view.subject,
        to=None if view.asked else Address(person=desk.person.key),
        urgency=Urgency.REPLY if view.asked else Urgency.REMINDER,
        view=view,
    )


def card(view: Card, desk: Desk) -> Outgoing:
    """Compose the card of one milestone."""
    there = desk.elsewhere(view.region)
    milestone = there.milestone(view.milestone) if there else None
    if there is None or milestone is None:
        return Outgoing(text=_("This milestone is no longer in the plan."), subject=view.subject, view=view)
    activity = there.activity(milestone.activity)
    text = lines(
        _("{number}. {title}", number=activity.number, title=activity.title) if activity else None,
        line(there, milestone, Rule.ASK, view.mark),
        *answer_lines(there.answers(milestone.key)),
        _("“{said}”", said=shortened(view.words))
        if view.words and wanting((there, milestone), view.mark)
        else None,
    )
    taps = _taps(there, milestone, view.mark, view.words)
    return Outgoing(text=text, buttons=taps, subject=view.subject, view=view)


def mine(rest: str, desk: Desk) -> Turn:
    """Show the open milestones that this person answers for, in every region of theirs."""
    parts = []
    for region in desk.person.regions:
        there = desk.elsewhere(region)
        owned = there.owned() if there else ()
        if owned:
            parts.append(Part(region=region, items=tuple((one.key, Rule.ASK.value) for one in owned)))
    if not parts:
        return reply(_("You have no open milestones."))
    view = Reminder(parts=tuple(parts), mark=desk.mark, subject=f"mine:{desk.fresh}", asked=True)
    return Turn(says=(reminder(view, desk),))


def open_card(press: Open, desk: Desk) -> Turn:
    """Show the card of a milestone below what stands there."""
    there = desk.elsewhere(press.region)
    if there is None or there.milestone(press.milestone) is None:
        return Turn(toast=_("This milestone is no longer in the plan."))
    view = Card(
        region=press.region,
        milestone=press.milestone,
        mark=desk.mark,
        subject=f"milestone:{desk.fresh}",
        words=press.words,
    )
    return Turn(says=(card(view, desk),))


def turn_page(press: Turned, desk: Desk) -> Turn:
    """Show other options under the same message."""
    return Turn(says=(reminder(press.view, desk),))


def say(press: Say, desk: Desk) -> Turn:
    """Keep an owner's answer."""
    event = answered(desk, press.region, press.milestone, press.stand)
    return event if isinstance(event, Turn) else Turn(events=(event,), toast=_thanks(event, desk))


def _thanks(event: Answered, desk: Desk) -> Text:
    if event.stand is Stand.DONE and event.position > 0:
        return _("Noted. The lead owner closes the milestone as a whole.")
    return _("Noted, thank you.")


def all_on_track(press: AllOnTrack, desk: Desk) -> Turn:
    """Keep "on track" for everything that was listed and is this person's to answer."""
    events = [answered(desk, region, milestone, Stand.ON_TRACK) for region, milestone in press.items]
    kept = tuple(event for event in events if isinstance(event, Answered))
    toast = n_("Noted: {n} milestone on track.", "Noted: {n} milestones on track.", len(kept))
    return Turn(events=kept, toast=toast)


def answered(desk: Desk, region: str, milestone: str, stand: Stand) -> Answered | Turn:
    """Return the event of an answer, or the turn that says why this person cannot give it."""
    there = desk.elsewhere(region)
    found = there.milestone(milestone) if there else None
    if there is None or found is None:
        return Turn(toast=_("This milestone is no longer in the plan."))
    position = there.position(milestone)
    if position is None:
        return Turn(toast=_("This milestone has another owner, so I can't take your answer."))
    return Answered(
        region=region, person=desk.person.key, milestone=milestone, position=position, stand=stand
    )


def _taps(desk: Desk, milestone: Milestone, mark: int, words: str = "") -> tuple[Button, ...]:
    """Return the five answers while nothing was answered, else the way to change the answer.

    ``words`` that were typed are the reason of a delay, or a report of something else after all.
    """
    where = {"region": desk.region.key, "milestone": milestone.key}
    if desk.position(milestone.key) is None:
        return ()
    if milestone.closed or answer_since(desk, milestone, mark):
        return (Button(label=_("Change"), press=Open(**where)),)
    return (
        Button(label=STANDS[Stand.DONE], press=Say(**where, stand=Stand.DONE)),
        Button(label=STANDS[Stand.ON_TRACK], press=Say(**where, stand=Stand.ON_TRACK)),
        Button(
            label=STANDS[Stand.DELAYED],
            press=Delay(region=desk.region.key, milestone=milestone.key, reason=words),
        ),
        Button(label=_("Later"), press=Later(region=desk.region.key, milestone=milestone.key)),
        Button(label=_("Hand over"), press=HandOver(**where)),
        *((Button(label=_("I want to report this"), press=ReportThis(text=words)),) if words else ()),
    )


def _buttons(view: Reminder, placed_ones: list[Placed]) -> tuple[Button, ...]:
    """Return the answers where there is one milestone, else a button for each and one for all of them.

    There is none for all where other people's are among them: one tap would answer for every team.
    """
    if len(view.items) == 1 and not view.asked:
        return _taps(*one, view.mark) if (one := next(iter(placed_ones), None)) else ()
    open_ones = [one for one in placed_ones if wanting(one, view.mark)]
    more = (_more(view),) if view.pages > 1 else ()
    if not open_ones:
        change = Button(label=_("Change"), press=Mine(region=view.parts[0].region))
        return (*((change,) if placed_ones else ()), *more)
    own = {key for part in view.parts for key in part.own}
    everything = AllOnTrack(items=tuple((desk.region.key, one.key) for desk, one in open_ones))
    all_own = len(open_ones) > 1 and all(one.key in own for _desk, one in open_ones)
    every = (Button(label=_("All on track"), press=everything),) if all_own else ()
    return (*every, *map(opening, open_ones), *more)


def _more(view: Reminder) -> Button:
    following = replace(view, page=(view.page + 1) % view.pages)
    return Button(label=_("More…"), press=Turned(view=following))


def something_else(one: Placed) -> Button:
    """Return the way from an answer that is offered to all the others, on the card of the milestone."""
    desk, milestone = one
    return Button(label=_("Something else"), press=Open(region=desk.region.key, milestone=milestone.key))


def opening(one: Placed) -> Button:
    """Return the button with the title of a milestone, which opens its card."""
    desk, milestone = one
    return Button(label=short(milestone.title), press=Open(region=desk.region.key, milestone=milestone.key))


def short(title: str) -> str:
    """Return a title that fits a button."""
    return shortened(title, SHORT)
