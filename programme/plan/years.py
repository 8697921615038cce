"""Plan periods: which years a plan is for, and which of a region's plans a new reading is of."""

from collections.abc import Sequence

from programme.plan.content import PlanContent
from programme.plan.reading import PlanReading

EARLIEST = 1990
Years = tuple[int, int]


def years_of(reading: PlanReading) -> Years | None:
    """Return the first and last year of a plan: of its target figures, else of its due dates."""
    years = _figures(reading) or [milestone.due.year for milestone in reading.milestones if milestone.due]
    return (min(years), max(years)) if years else None


def period(known: PlanContent, reading: PlanReading) -> Years | None:
    """Return the years of a plan after a new reading; milestones alone make it longer, never shorter."""
    years = years_of(reading)
    if years is None or _figures(reading) or known.first is None or known.last is None:
        return years
    return known.first, max(known.last, years[1])


def _figures(reading: PlanReading) -> list[int]:
    return [year for indicator in reading.indicators for year in indicator.years if year >= EARLIEST]


def same_period(plans: Sequence[PlanContent], years: Years | None) -> PlanContent | None:
    """Return the plan of a region that has these years, or None when they are those of another period.

    A plan that was extended or cut short is the same plan; one that begins in another's last year is not.
    """
    if years is None:
        return plans[-1] if plans else None
    shared = [(_shared(plan, years), plan) for plan in plans if _belongs(plan, years)]
    return max(shared, key=lambda pair: pair[0])[1] if shared else None


def _belongs(plan: PlanContent, years: Years) -> bool:
    if plan.first is None or plan.last is None:
        return False
    shorter = min(plan.last - plan.first, years[1] - years[0]) + 1
    return _shared(plan, years) * 2 > shorter


def _shared(plan: PlanContent, years: Years) -> int:
    return min(plan.last or 0, years[1]) - max(plan.first or 0, years[0]) + 1
