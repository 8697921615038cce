"""The week in words: what a channel hears each Thursday, and what ``/week`` shows at any time.

Only totals, titles of the plan and what people chose to share; the record that it is made of holds nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from documents.pictures import week_words
from handlers.reporting.report_card import figures_of
from handlers.turns import Desk, Turn
from programme.messages import Outgoing, Urgency
from programme.summary import Summary
from programme.text import Lines, Phrase, Text, _, lines, n_
from programme.week import Coming, PlanCounts, WeekDrawing, WeekPicture, by_day

TITLES = 3
DAYS = 4
LONGEST_TITLE = 60
LONGEST_QUOTATION = 160


def week(rest: str, desk: Desk) -> Turn:
    """Show where the region stands at this moment, with its picture."""
    return Turn(says=(_pictured(desk.week()),))


def told(summary: Summary) -> Outgoing:
    """Compose the weekly summary; a week without news is one line, for the picture would be last week's."""
    if summary.news:
        return replace(_pictured(summary), urgency=Urgency.BROADCAST)
    return Outgoing(text=_silent(summary.week), urgency=Urgency.BROADCAST)


def _pictured(summary: Summary) -> Outgoing:
    return Outgoing(text=described(summary), drawing=WeekDrawing(week=summary.week))


def _silent(week: WeekPicture) -> Text:
    since = _("No new outcomes and no milestones done since {since:day}.", since=week.since)
    return (
        Phrase("{since} {plan}.", {"since": since, "plan": week_words.plan_sum(week.plan)})
        if week.plan.total
        else since
    )


def described(summary: Summary) -> Lines:
    """Say the week in a text that fits a phone; the picture holds what is left out here."""
    week = summary.week
    blocks = (
        [_("The week of {region}", region=week.region)],
        [*_done(summary), week_words.reported_in_words(week), *_quotations(summary)],
        [*_plan(week.plan), *_late(week.plan), *_reached(week), *_given(summary)],
        _coming(by_day(week.coming)),
    )
    return _apart([block for block in blocks if block])


def _done(summary: Summary) -> Iterable[Text]:
    done = summary.week.plan.newly_done
    if done:
        yield n_("Done: {n} milestone", "Done: {n} milestones", done)
        yield from (_listed(short(title, LONGEST_TITLE)) for title in summary.done[:TITLES])


def _quotations(summary: Summary) -> Iterable[Text]:
    if summary.success:
        yield _("Success: “{said}”", said=short(summary.success, LONGEST_QUOTATION))
    if summary.obstacle:
        yield _("Obstacle: “{said}”", said=short(summary.obstacle, LONGEST_QUOTATION))


def _plan(plan: PlanCounts) -> Iterable[Text]:
    if plan.total:
        yield Phrase("{plan}.", {"plan": week_words.plan_sum(plan)})


def _late(plan: PlanCounts) -> Iterable[Text]:
    """Say how many are late: of the region as a whole, because each line has one coordinator."""
    if plan.late:
        yield _LATE[_share(plan.late_with_date, plan.late), _share(plan.silent, plan.late)](plan)


def _share(some: int, whole: int) -> str:
    return "none" if not some else "all" if some == whole else "some"


# By how many of those that are late have a new date, and how many are without news.
_LATE: Mapping[tuple[str, str], Callable[[PlanCounts], Text]] = {
    ("none", "none"): lambda plan: _("Late: {late}.", late=plan.late),
    ("none", "some"): lambda plan: _(
        "Late: {late}, of which {silent} without news.", late=plan.late, silent=plan.silent
    ),
    ("none", "all"): lambda plan: _("Late: {late}, without news.", late=plan.late),
    ("some", "none"): lambda plan: _(
        "Late: {late}, of which {dated} with a new date.", late=plan.late, dated=plan.late_with_date
    ),
    ("some", "some"): lambda plan: _(
        "Late: {late}, of which {dated} with a new date and {silent} without news.",
        late=plan.late,
        dated=plan.late_with_date,
        silent=plan.silent,
    ),
    ("all", "none"): lambda plan: _("Late: {late}, with a new date.", late=plan.late),
}


def _reached(week: WeekPicture) -> Iterable[Text]:
    reached = sum(week_words.reached(stand) >= 1 for stand in week.indicators)
    if week.indicators:
        yield n_(
            "Reached this year: {reached} of {n} indicator.",
            "Reached this year: {reached} of {n} indicators.",
            len(week.indicators),
            reached=reached,
        )


def _given(summary: Summary) -> Iterable[Text]:
    figures = figures_of(summary.given)
    if figures is not None:
        yield _("Confirmed contributions of companies this year: {figures}.", figures=figures)


def _coming(coming: Sequence[Coming]) -> list[Text]:
    if not coming:
        return []
    shown = [week_words.coming_line(_shortened(item)) for item in coming[:DAYS]]
    more = len(coming) - len(shown)
    rest = [n_("and {n} more", "and {n} more", more)] if more else []
    return [
        Phrase("{head}:", {"head": week_words.coming_head()}),
        *(_listed(line) for line in shown),
        *(_listed(line) for line in rest),
    ]


def _shortened(item: Coming) -> Coming:
    return replace(item, title=short(item.title, LONGEST_TITLE))


def short(text: str, longest: int) -> str:
    """Return ``text`` in one line, cut after a word where it is longer than ``longest`` characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    whole, _space, _cut = line[:longest].rpartition(" ")
    return f"{whole or line[: longest - 1]}…"


def _listed(text: Text) -> Phrase:
    return Phrase("• {text}", {"text": text})


def _apart(blocks: Sequence[Sequence[Text]]) -> Lines:
    """Join blocks of lines with a blank line between them."""
    first, *others = blocks
    return lines(*first, *(line for block in others for line in ("", *block)))
