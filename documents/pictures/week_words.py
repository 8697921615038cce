"""The words of a week: one source for what its picture shows and for what its text alternative says."""

from collections.abc import Iterable
from functools import reduce

from programme.text import Lines, Phrase, Text, _, lines, n_
from programme.week import Coming, ComingKind, IndicatorStand, OutcomeCounts, PlanCounts, WeekPicture, by_day


def describe_week(week: WeekPicture) -> Lines:
    """Say in words everything that the picture of the week shows, and in full what it shortens."""
    return lines(
        week.region,
        subtitle(week),
        *(_plan(week) if week.plan.total else ()),
        reported_in_words(week),
        *_listed(coming_head(), [coming_line(item) for item in by_day(week.coming)]),
        *_listed(indicators_head(), [_indicator(stand) for stand in week.indicators]),
    )


def subtitle(week: WeekPicture) -> Phrase:
    """Name the kind of picture and its day."""
    return _("Weekly summary, {day}", day=week.day)


def plan_sum(plan: PlanCounts) -> Phrase:
    """Say how much of the plan is done."""
    return n_("{done} of {n} milestone done", "{done} of {n} milestones done", plan.total, done=plan.done)


def newly_done(plan: PlanCounts) -> Phrase:
    """Say how many of those done are new since the previous summary."""
    return n_("{n} of them new", "{n} of them new", plan.newly_done)


def standings(plan: PlanCounts) -> tuple[tuple[int, Phrase], ...]:
    """Return the four places where a milestone can stand, in the order of the bar, each with its count."""
    return (
        (plan.done, _("done")),
        (plan.on_track, _("on track")),
        (plan.late_with_date, _("late, with a new date")),
        (plan.late_without_date, _("late, no new date")),
    )


def reported_since(week: WeekPicture) -> Phrase:
    """Head what was reported with the day from which it counts."""
    return _("Reported since {since:day}", since=week.since)


def no_outcomes() -> Phrase:
    """Say that a week was silent."""
    return _("No outcomes this time.")


def reported(counts: OutcomeCounts) -> tuple[tuple[int, Phrase], ...]:
    """Return each count that is not zero, with what it counts; empty when nothing was reported."""
    found = (
        (counts.outcomes, n_("outcome", "outcomes", counts.outcomes)),
        (counts.pupils, n_("pupil", "pupils", counts.pupils)),
        (counts.teachers, n_("teacher", "teachers", counts.teachers)),
        (counts.companies, n_("company", "companies", counts.companies)),
        (counts.schools, n_("school", "schools", counts.schools)),
    )
    return tuple((count, label) for count, label in found if count)


def coming_head() -> Phrase:
    """Head the weeks ahead."""
    return _("The coming four weeks")


def indicators_head() -> Phrase:
    """Head the indicators."""
    return _("Indicators of this year")


def kind(of: ComingKind) -> Phrase:
    """Name a kind of thing in the weeks ahead."""
    return {
        ComingKind.MILESTONE: _("milestone"),
        ComingKind.MEETING: _("meeting"),
        ComingKind.SESSION: _("session"),
    }[of]


def coming_title(item: Coming) -> Text:
    """Return the title of one thing; without one its kind, or the number of milestones that stand together."""
    if item.title:
        return item.title
    if item.kind is not ComingKind.MILESTONE:
        return kind(item.kind)
    return n_("{n} milestone", "{n} milestones", item.count)


def stand(of: IndicatorStand) -> Phrase:
    """Say what is reached of the target, as far as either is known."""
    if of.value is None:
        return _("not known yet") if of.target is None else _("target {target}", target=of.target)
    if of.target is None:
        return Phrase("{value}", {"value": of.value})
    return _("{value} of {target}", value=of.value, target=of.target)


def reached(of: IndicatorStand) -> float:
    """Return what part of the target is reached, from 0 to 1; 0 where value or target is not known."""
    if of.value is None or not of.target:
        return 0
    return max(0.0, min(1.0, float(of.value) / float(of.target)))


def _plan(week: WeekPicture) -> Iterable[Text]:
    done = plan_sum(week.plan)
    yield _comma(done, newly_done(week.plan)) if week.plan.newly_done else done
    yield reduce(_semicolon, [_counted(count, label) for count, label in standings(week.plan)])


def reported_in_words(week: WeekPicture) -> Phrase:
    """Say what was reported since the previous summary."""
    counts = [_counted(count, label) for count, label in reported(week.reported)]
    return _joined(
        "{first}: {then}", reported_since(week), reduce(_comma, counts) if counts else _("no outcomes")
    )


def coming_line(item: Coming) -> Phrase:
    """Say what comes on which day."""
    what = coming_title(item)
    if item.title:
        what = _joined("{first} ({then})", item.title, kind(item.kind))
    return _joined("{first:brief}: {then}", item.day, what)


def _indicator(of: IndicatorStand) -> Phrase:
    what = stand(of)
    return _joined("{first}: {then}", of.name, _("{what}, reached", what=what) if reached(of) >= 1 else what)


def _counted(count: int, label: Phrase) -> Phrase:
    return _joined("{first} {then}", count, label)


def _comma(first: Phrase, then: Phrase) -> Phrase:
    return _joined("{first}, {then}", first, then)


def _semicolon(first: Phrase, then: Phrase) -> Phrase:
    return _joined("{first}; {then}", first, then)


def _joined(how: str, first: object, then: object) -> Phrase:
    """Join two values by punctuation, which is the same in every language and so not in the catalogue."""
    return Phrase(how, {"first": first, "then": then})


def _listed(title: Phrase, items: list[Phrase]) -> Iterable[Text]:
    if items:
        yield Phrase("{title}:", {"title": title})
    for item in items:
        yield Phrase("– {item}", {"item": item})
