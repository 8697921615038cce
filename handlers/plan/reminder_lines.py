"""A reminder in words: what one person is due, by region and activity, a page at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from handlers.plan.milestone_lines import Placed, answer_since, dated, line, wanting
from handlers.turns import Desk
from programme.cadence import Rule
from programme.messages import View
from programme.records import Milestone
from programme.text import Text, _, lines, n_
from programme.wording import listed, school_years

PAGE = 6


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one region has to say in a reminder: the milestones that are due, each with the rule that says so.

    ``hears``: the day on which ``helpers`` (coordinator, deputy) are asked when nothing comes. ``silent``: milestones
    of the reader's team on which others were asked in vain. ``unanswered``: the programme manager's weekly list;
    ``uncovered`` are the school years (by their first) of which that list says that no holidays are known, and
    ``unheard`` is how many milestones, late or nearly due, it says nobody is reminded of.
    """

    region: str
    items: tuple[tuple[str, str], ...] = ()
    hears: date | None = None
    helpers: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    uncovered: tuple[int, ...] = ()
    unheard: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """Every milestone in it."""
        return tuple(dict.fromkeys((*self.own, *self.unanswered)))

    @property
    def own(self) -> tuple[str, ...]:
        """The reader's, or their team's; what only stands in the programme manager's list is other people's."""
        return (*(key for key, _rule in self.items), *self.silent)


@dataclass(frozen=True, kw_only=True)
class Reminder(View):
    """Milestones in one message to one person, by region.

    Said when the history stood at ``mark``: answers after it show as such. ``near``: the days of which it asks which is
    meant.
    """

    parts: tuple[Part, ...]
    mark: int
    subject: str
    asked: bool = False
    page: int = 0
    near: tuple[date, ...] = ()

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Every milestone in it."""
        return tuple(key for part in self.parts for key in part.keys)

    @property
    def pages(self) -> int:
        """How many pages it has; one milestone more than a page holds takes the place of the button for more."""
        many = len(self.items)
        return 1 if many <= PAGE + 1 else -(-many // PAGE)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The milestones on its page: as many as have a button of their own."""
        items, pages = self.items, self.pages
        first = self.page % pages * PAGE
        return frozenset(items if pages == 1 else items[first : first + PAGE])


def placed(view: Reminder, desk: Desk) -> list[Placed]:
    """Return the milestones on its page that still stand in the plan, each with the desk of its region."""
    found = []
    for part in view.parts:
        there = desk.elsewhere(part.region)
        for key in _shown(part.keys, view) if there else ():
            milestone = there.milestone(key) if there else None
            if there and milestone:
                found.append((there, milestone))
    return found


def reminder_lines(view: Reminder, desk: Desk) -> Iterator[Text]:
    """Yield the text of a page of a reminder, with a heading for each region where there are several."""
    if view.asked:
        yield _("Your open milestones:")
    elif any(_shown((*(key for key, _rule in part.items), *part.silent), view) for part in view.parts):
        yield _("How do these stand?")
    else:
        yield _("For you as programme manager:")
    more = len(view.items) - len(view.shown)
    rest = (lines("", _("… and {n} more.", n=more)),) if more > 0 else ()
    alone = (
        len(view.parts) == 1
    )  # then what is left over stands with its list, above what else there is to say
    for part in view.parts:
        there = desk.elsewhere(part.region)
        if there is None or not (_shown(part.keys, view) or part.uncovered or part.unheard):
            continue
        if len(desk.person.regions) > 1:
            yield lines("", _("— {region} —", region=there.region.name))
        yield from (*_due(part, view, there), *_silent(part, view, there), *_unanswered(part, view, there))
        yield from rest if alone else ()
        if _warns(part, view, there):
            values = {"day": part.hears, "names": _helpers(part, there)}
            yield lines("", _("If nothing comes before {day:day}, I will ask {names}.", **values))
        yield from _warnings(part)
    yield from () if alone else rest


def _shown(keys: Iterable[str], view: Reminder) -> tuple[str, ...]:
    shown = view.shown
    return tuple(key for key in keys if key in shown)


def _warns(part: Part, view: Reminder, desk: Desk) -> bool:
    """Whether a colleague will hear when nothing comes, and something is still to come."""
    if part.hears is None or part.hears <= desk.today:
        return False
    found = (desk.milestone(key) for key, _rule in part.items)
    return any(wanting((desk, one), view.mark) for one in found if one)


def _helpers(part: Part, desk: Desk) -> Text:
    found = (desk.somebody(key) for key in part.helpers)
    return listed([one.name for one in found if one]) or _("the coordinator")


def _due(part: Part, view: Reminder, desk: Desk) -> Iterator[Text]:
    """Yield the milestones under the headings of their activities."""
    heading, rules = "", dict(part.items)
    for key in _shown(rules, view):
        milestone = desk.milestone(key)
        if milestone is None:
            continue
        if milestone.activity != heading:
            heading = milestone.activity
            yield from _heading(desk, heading)
        yield line(desk, milestone, Rule(rules[key]), view.mark)


def _heading(desk: Desk, key: str, many: int = 0) -> Iterator[Text]:
    """Yield the title of an activity, with how many there are of it where that is said."""
    activity = desk.activity(key)
    if activity:
        title = _("{number}. {title}", number=activity.number, title=activity.title)
        yield lines("", _("{activity} ({n})", activity=title, n=many) if many else title)


def _silent(part: Part, view: Reminder, desk: Desk) -> Iterator[Text]:
    shown = _shown(part.silent, view)
    if shown:
        yield lines("", _("Nobody in your team has answered these yet. Can you, or ask a colleague?"))
    for key in shown:
        milestone = desk.milestone(key)
        if milestone:
            yield line(desk, milestone, Rule.ASK, view.mark)


def _unanswered(part: Part, view: Reminder, desk: Desk) -> Iterator[Text]:
    """Yield the programme manager's list under the headings of the activities, which say how many there are of each."""
    above = {key for key, _rule in part.items}
    shown = tuple(key for key in _shown(part.unanswered, view) if key not in above)
    if not shown:
        return
    yield lines("", _("More than two weeks past the plan and without news (only you see this):"))
    alone = frozenset(part.unanswered)
    many = Counter(one.activity for one in desk.milestones() if one.key in alone)
    heading = ""
    for key in shown:
        milestone = desk.milestone(key)
        if milestone is None:
            continue
        if milestone.activity != heading:
            heading = milestone.activity
            yield from _heading(desk, heading, many[heading])
        yield _alone(milestone, view, desk)


def _alone(milestone: Milestone, view: Reminder, desk: Desk) -> Text:
    if milestone.closed or answer_since(desk, milestone, view.mark):
        return line(desk, milestone, Rule.LATE, view.mark)
    owner = milestone.owners[0] if milestone.owners else ""
    due = dated(milestone.due, desk.today) if milestone.due else _("no due date")
    return _("• {title} – {owner}, planned {due}", title=milestone.title, owner=owner, due=due)


def _warnings(part: Part) -> Iterator[Text]:
    if part.unheard:
        yield ""
        yield n_(
            "Nobody is reminded of {n} milestone, late or due soon. /wie shows which, /team names who coordinates.",
            "Nobody is reminded of {n} milestones, late or due soon. /wie shows which, /team names who coordinates.",
            part.unheard,
        )
    if part.uncovered:
        yield ""
        yield _(
            "I don't know the school holidays of {years} yet. Ask the administrator to read them in.",
            years=school_years(part.uncovered),
        )
