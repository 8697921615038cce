"""What people report: one record for all five kinds, of which most fields stay empty."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from programme.records import UpdateKind


@dataclass(frozen=True, kw_only=True)
class Details:
    """What an update says beside its kind, activity and result. Counts are of people, companies and schools;
    ``hours`` and ``euros`` are amounts; ``said`` is what was typed, to the letter but for names of pupils;
    ``organisation``: key of the school or company where it was, "" where nobody said.
    """

    pupils: int | None = None
    teachers: int | None = None
    companies: int | None = None
    schools: int | None = None
    hours: float | None = None
    euros: float | None = None
    material: str = ""
    delivered: bool = True
    success: str = ""
    obstacle: str = ""
    next_step: str = ""
    next_day: date | None = None
    topic: str = ""
    catch_up: bool | None = None
    forecast: date | None = None
    said: str = ""
    organisation: str = ""
    pictures: tuple[str, ...] = ()


TYPED = ("said", "topic", "success", "obstacle", "next_step", "material")


def retold(details: Details, telling: Callable[[str], str]) -> Details:
    """Return the details with everything that somebody typed in the words of ``telling``."""
    told: dict[str, Any] = {name: telling(getattr(details, name)) for name in TYPED}
    return replace(details, **told)


@dataclass(frozen=True, kw_only=True)
class Update:
    """One thing that somebody reported, in a region. ``result`` is a Result for an outcome, a Stand for progress.

    ``merged_into``: the update that says the same and counts in its place. ``confirmed_by``: the programme manager
    who confirmed a contribution; only then does it count.
    """

    key: str
    region: str
    person: str
    kind: UpdateKind
    activity: str | None = None
    milestone: str | None = None
    result: str = ""
    day: date | None = None
    details: Details = field(default_factory=Details)
    shared: bool = False
    saved_at: datetime | None = None
    withdrawn: bool = False
    merged_into: str = ""
    confirmed_by: str = ""
