"""The rules of time of a region: how often, how patiently, when the week is read."""

from dataclasses import dataclass, field

from programme.cadence import Cadence
from programme.calendar import Hours
from programme.silence import Patience
from programme.weekly import Weekly


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the settings say for a region; the defaults are what most regions keep."""

    cadence: Cadence = field(default_factory=Cadence)
    patience: Patience = field(default_factory=Patience)
    weekly: Weekly = field(default_factory=Weekly)
    hours: Hours = field(default_factory=Hours)
