"""What a channel is told of its week: the picture's figures, what was done, and two quotations that name nobody."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from programme.meetings import Meeting
from programme.naming import Names
from programme.records import Milestone, Stand
from programme.updates import Details, Update
from programme.week import Coming, ComingKind, OutcomeCounts, PlanCounts, WeekPicture, by_day

AHEAD = timedelta(weeks=4)


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A week as text and picture tell it. ``done``: titles of what was done since the previous summary;
    ``success`` and ``obstacle``: in people's own words, "" where nobody shared one; ``given``: the hours and euros
    of this year's contributions that were delivered and confirmed, None where there are none.
    """

    week: WeekPicture
    done: tuple[str, ...] = ()
    success: str = ""
    obstacle: str = ""
    given: Details = field(default_factory=Details)

    @property
    def news(self) -> bool:
        """Whether anything was done or reported."""
        return self.week.plan.newly_done > 0 or self.week.reported.outcomes > 0


def plan_counts(
    milestones: Iterable[Milestone], today: date, newly_done: int, heard: Container[str]
) -> PlanCounts:
    """Count where the milestones stand; a new date that has passed as well is none.

    ``heard``: keys of those of which somebody said something after they were due.
    """
    counted = [one for one in milestones if one.stand is not Stand.CANCELLED]
    late = [one for one in counted if one.late(today)]
    undated = [one for one in late if one.forecast is None or one.forecast < today]
    done = sum(one.stand is Stand.DONE for one in counted)
    return PlanCounts(
        done=done,
        on_track=len(counted) - done - len(late),
        late_with_date=len(late) - len(undated),
        late_without_date=len(undated),
        newly_done=newly_done,
        silent=sum(one.key not in heard for one in undated),
    )


def outcome_counts(outcomes: Sequence[Update]) -> OutcomeCounts:
    """Add up what the outcomes say."""
    details = [outcome.details for outcome in outcomes]
    return OutcomeCounts(
        outcomes=len(outcomes),
        pupils=sum(one.pupils or 0 for one in details),
        teachers=sum(one.teachers or 0 for one in details),
        companies=sum(one.companies or 0 for one in details),
        schools=sum(one.schools or 0 for one in details),
    )


def given(contributions: Iterable[Update]) -> Details:
    """Add up the hours and the euros that were delivered, apart: what an hour is worth is the region's own rule."""
    delivered = [one.details for one in contributions if one.details.delivered]
    return Details(
        hours=sum(one.hours or 0 for one in delivered) or None,
        euros=sum(one.euros or 0 for one in delivered) or None,
    )


def ahead(
    milestones: Iterable[Milestone], meetings: Iterable[Meeting], names: Names, today: date
) -> tuple[Coming, ...]:
    """Return what stands in the four weeks from ``today`` on; a title that names somebody is left out of it."""
    dated = [(one.expected, ComingKind.MILESTONE, one.title) for one in milestones if not one.closed]
    dated += [(one.day, ComingKind.MEETING, one.name) for one in meetings]
    return by_day(
        Coming(day=day, kind=kind, title="" if names.named_in(title) else title)
        for day, kind, title in dated
        if day is not None and today <= day <= today + AHEAD
    )


def quotation(said: Iterable[str], names: Names, telling: Callable[[str], str]) -> str:
    """Return the last of what was said that points at nobody, in the words of ``telling``; "" where there is none.

    ``telling`` returns what a channel may read of a text, "" where that is nothing.
    """
    told = map(telling, reversed([*said]))
    return next((text for text in told if text.strip() and not names.suspected_in(text)), "")
