"""What is read once for many milestones of a region: its rules, its day, and when each person may be spoken to."""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from programme.calendar import Calendar, Rhythm
from programme.records import Activity, Milestone, Person, Region
from programme.rules import Rules
from storage import calendars, people, plans, silence
from storage.database import Transaction

HORIZON = timedelta(days=180)  # how far ahead is derived; half of it later, again


class Reading:
    """A region at one moment, in one transaction that changes nothing of what is read here."""

    def __init__(self, tx: Transaction, region: Region, rules: Rules, now: datetime) -> None:
        self.tx = tx
        self.region = region
        self.rules = rules
        self.today: date = now.astimezone(ZoneInfo(region.zone)).date()
        self._known: dict[str, tuple[Calendar, Rhythm]] = {}
        self.milestone = cache(self._milestone)
        self.activity = cache(self._activity)
        self.lead = cache(self._lead)
        self.colleagues = cache(self._colleagues)

    def times(self, key: str) -> tuple[Calendar, Rhythm]:
        """Return the calendar and the rhythm of a person in this region."""
        if key not in self._known:
            person = people.person(self.tx, key) or Person(key=key, name="")
            calendar = calendars.calendar_of(self.tx, self.region.key, person)
            self._known[key] = calendar, calendars.rhythm(self.tx, self.region.zone, person, self.rules.hours)
        return self._known[key]

    def _milestone(self, key: str) -> Milestone | None:
        return plans.milestone(self.tx, self.region.key, key)

    def _activity(self, key: str) -> Activity | None:
        return plans.activity(self.tx, self.region.key, key)

    def _lead(self, milestone: str) -> str | None:
        """Return who is asked first for a milestone's lead."""
        return plans.lead_person(self.tx, milestone)

    def _colleagues(self, milestone: str) -> tuple[str, ...]:
        """Return who hears when the lead is silent."""
        lead = self.lead(milestone)
        return tuple(silence.colleagues(self.tx, milestone, lead)) if lead else ()
