"""What is read once for many milestones of a region: its rules, its day, and when each person may be spoken to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from handlers.desk import OpenDesk
from programme.calendar import Calendar, Rhythm
from programme.records import Activity, Milestone, OwnerAnswer, Person, Region
from programme.rules import Rules
from storage import calendars, silence
from storage.database import Transaction
from storage.people import people
from storage.plan import plans, progress

HORIZON = timedelta(days=180)  # how far ahead is derived
LEAST = timedelta(days=45)  # of it is always ahead: when no more is left, it is derived again


class Reading:
    """A region at one moment, in one transaction that changes nothing of what is read here."""

    def __init__(self, tx: Transaction, region: Region, rules: Rules, now: datetime) -> None:
        self.tx = tx
        self.region = region
        self.rules = rules
        self.today: date = now.astimezone(ZoneInfo(region.zone)).date()
        self.person = cache(self._person)
        self.times = cache(self._times)
        self.milestone = cache(self._milestone)
        self.activity = cache(self._activity)
        self.answers = cache(self._answers)
        self.lead = cache(self._lead)
        self.colleagues = cache(self._colleagues)

    def _person(self, key: str) -> Person | None:
        return people.person(self.tx, key)

    def _times(self, key: str) -> tuple[Calendar, Rhythm]:
        """Return the calendar and the rhythm of a person in this region."""
        person = self.person(key) or Person(key=key, name="")
        calendar = calendars.calendar_of(self.tx, self.region.key, person)
        return calendar, calendars.rhythm(self.tx, self.region.zone, person, self.rules.hours)

    def _milestone(self, key: str) -> Milestone | None:
        return plans.milestone(self.tx, self.region.key, key)

    def _activity(self, key: str) -> Activity | None:
        return plans.activity(self.tx, self.region.key, key)

    def _answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        return progress.answers(self.tx, self.region.key, milestone)

    def _lead(self, milestone: str) -> str | None:
        """Return who is asked first for a milestone's lead."""
        return plans.lead_person(self.tx, milestone)

    def _colleagues(self, milestone: str) -> tuple[str, ...]:
        """Return who hears when the lead is silent."""
        lead = self.lead(milestone)
        return tuple(silence.colleagues(self.tx, milestone, lead)) if lead else ()


class Readings:
    """The reading of each region (by key) for all that is said at one moment, which changes nothing of what is read."""

    def __init__(self, tx: Transaction, rules: Callable[[str], Rules], now: datetime) -> None:
        self.tx = tx
        self._rules = rules
        self._now = now
        self.of = cache(self._of)

    def _of(self, key: str) -> Reading:
        region = people.region(self.tx, key)
        if region is None:
            raise LookupError(f"no region {key}")
        return Reading(self.tx, region, self._rules(key), self._now)


@dataclass(frozen=True, kw_only=True)
class ReadingDesk(OpenDesk):
    """A desk for one message about what its regions' ``readings`` have read already: nothing twice."""

    readings: Readings

    @property
    def _reading(self) -> Reading:
        return self.readings.of(self.region.key)

    @property
    def today(self) -> date:
        """The local day in the region."""
        return self._reading.today

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""
        return self._reading.activity(key)

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""
        return self._reading.milestone(key)

    def answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        """What each owner said last about a milestone, the lead first."""
        return self._reading.answers(milestone)
