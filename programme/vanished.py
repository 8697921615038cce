"""What stood in a plan and no longer does, as the programme manager is asked about it."""

from dataclasses import dataclass

from programme.plan.content import Kind


@dataclass(frozen=True, kw_only=True)
class Vanished:
    """One thing that a plan no longer has; ``activity`` is the number of the activity it was part of, if any."""

    key: str
    kind: Kind
    title: str
    activity: int | None = None
