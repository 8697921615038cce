"""A small plan as it is read, of our own making, for tests of what is kept of it."""

from dataclasses import replace
from datetime import date

from programme.plan.keys import with_keys
from programme.plan.reading import (
    ActivityRead,
    IndicatorRead,
    LineRead,
    MeetingRead,
    MilestoneRead,
    PlanReading,
    SessionRead,
)


def row(
    activity: int, title: str, year: int | None = 2026, owners: tuple[str, ...] = ("Regioteam",)
) -> MilestoneRead:
    """Return a milestone of a whole year, without its key."""
    return MilestoneRead(
        key="",
        activity=activity,
        title=title,
        when=str(year or ""),
        start=date(year, 1, 1) if year else None,
        due=date(year, 12, 31) if year else None,
        owner="\n".join(owners),
        owners=owners,
        what=(title,),
    )


ROWS = (
    row(1, "Folder maken en verspreiden"),
    row(1, "Scholen bezoeken", owners=("Werkgroep 2", "Werkgroep 3", "Programmamanager")),
    row(1, "Scholen bezoeken", 2027, owners=("Werkgroep 2",)),
    row(2, "Lesbrieven schrijven", 2027, owners=("Regioteam", "Werkgroep 2")),
    row(2, "Terugblik", None),
)
ACTIVITIES = (
    ActivityRead(number=1, title="Op bezoek bij bedrijven", lines=(1,), text="Op bezoek bij smederijen"),
    ActivityRead(number=2, title="Lessen over techniek", lines=(1,), text="Lesbrieven, lassen en draaien"),
)
READING = PlanReading(
    region="STO26001",
    region_title="Zandstreek",
    lines=(LineRead(number=1, title="Ontdekken"),),
    activities=ACTIVITIES,
    milestones=with_keys(ROWS),
    indicators=(
        IndicatorRead(name="Leerlingen", goal="", baseline=100, years=(2026, 2027), targets=(105, 110)),
        IndicatorRead(name="Bedrijven", goal="", baseline=None, years=(2026, 2027), targets=(4, None)),
    ),
    meetings=(MeetingRead(name="Stuurgroep", per_year=6), MeetingRead(name="Klankbordgroep", per_year=2)),
    sessions=(SessionRead(activity=2, name="Kennisdelingssessie docenten", per_year=2),),
)


def with_rows(*rows: MilestoneRead, reading: PlanReading = READING) -> PlanReading:
    """Return the plan with other milestones; activities without any are left out, as in a reading."""
    numbers = {one.activity for one in rows}
    return replace(
        reading,
        milestones=with_keys(rows),
        activities=tuple(one for one in reading.activities if one.number in numbers),
        sessions=tuple(one for one in reading.sessions if one.activity in numbers),
    )
