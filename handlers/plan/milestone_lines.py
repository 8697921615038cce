"""How one milestone stands, in words: its dates, what its owners said, and who may still answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.turns import Desk
from language.messages.discretion import for_others
from programme.cadence import Rule
from programme.messages import View
from programme.records import Milestone, OwnerAnswer, Stand
from programme.text import Text, _, n_
from programme.wording import CATCH_UP, STANDS

SOON = 60
GOOD = (Stand.DONE, Stand.ON_TRACK)  # a delay that was told is an answer too, but nothing to tick off
Placed = tuple[Desk, Milestone]


@dataclass(frozen=True, kw_only=True)
class Card(View):
    """One milestone with its buttons; answers after ``mark`` take the buttons away.

    ``words``: what was typed about it already, and goes with the answer; ``near``: the days of which it asks which
    is meant.
    """

    region: str
    milestone: str
    mark: int
    subject: str
    words: str = ""
    near: tuple[date, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """The milestone."""
        return (self.milestone,)


def wanting(one: Placed, mark: int) -> bool:
    """Whether this reader can answer it, and nobody has for their owner since the message was said."""
    desk, milestone = one
    if milestone.closed or desk.position(milestone.key) is None:
        return False
    return not answer_since(desk, milestone, mark)


def answer_since(desk: Desk, milestone: Milestone, mark: int) -> OwnerAnswer | None:
    """Return what was answered for the reader's owner since a moment, by whomever."""
    since = [one for one in desk.answers(milestone.key) if one.entry > mark]
    position = desk.position(milestone.key) if since else None
    return next((one for one in since if one.position == position), None)


def line(desk: Desk, milestone: Milestone, rule: Rule, since: int | None) -> Text:
    """Return the line of one milestone: when it is due, or who answered what."""
    answer = answer_since(desk, milestone, since) if since is not None else None
    if answer:
        stands = stand(answer, milestone, desk.today)
        values = {"title": milestone.title, "stand": stands, "by": answer.by}
        if answer.stand in GOOD:
            return _("✓ {title} – {stand} ({by})", **values)
        return _("• {title} – {stand} ({by})", **values)
    return _("• {title} – {when}", title=milestone.title, when=when(milestone, rule, desk.today))


def when(milestone: Milestone, rule: Rule, today: date) -> Text:
    """Return what there is to say about the dates of a milestone: planned, expected, past."""
    due, forecast = milestone.due, milestone.forecast
    if milestone.closed and milestone.stand:
        return STANDS[milestone.stand]
    if due is None:
        return _("no due date")
    if forecast and forecast != due:
        return _both(due, forecast, today)
    return _planned(due, rule, (due - today).days)


def _planned(due: date, rule: Rule, days: int) -> Text:
    if days < 0:
        return _("was planned for {due:year}", due=due)
    if days == 0:
        return _("planned for today")
    if rule is Rule.START:
        return _("starts now, planned for {due:year}", due=due)
    if days > SOON:
        return _("planned for {due:year}", due=due)
    return n_("planned for {due:brief}, in {n} day", "planned for {due:brief}, in {n} days", days, due=due)


def answer_lines(answers: Sequence[OwnerAnswer]) -> Iterator[Text]:
    """Yield what each owner said last."""
    for one in answers:
        owner, says = one.owner or _("Former owner"), STANDS[one.stand]
        yield _("{owner}: {stand} ({by}, {day:short})", owner=owner, stand=says, by=one.by, day=one.at)
        if one.stand is Stand.DELAYED and one.reason:
            yield _("“{reason}”", reason=for_others(one.reason))
        if one.stand is Stand.DELAYED and one.catch_up is not None:
            yield CATCH_UP[one.catch_up]


def stand(answer: OwnerAnswer, milestone: Milestone, today: date) -> Text:
    """Return what an owner said, with both dates where they gave a new one."""
    if answer.stand is not Stand.DELAYED or answer.forecast is None or milestone.due is None:
        return STANDS[answer.stand]
    return _("delayed: {dates}", dates=_both(milestone.due, answer.forecast, today))


def _both(due: date, forecast: date, today: date) -> Text:
    dates = {"due": dated(due, today), "forecast": dated(forecast, today)}
    return _("planned {due}, now expected {forecast}", **dates)


def dated(day: date, today: date) -> Text:
    """Return a date, with its year where that is not this year."""
    return _("{day:short}", day=day) if day.year == today.year else _("{day:dated}", day=day)
