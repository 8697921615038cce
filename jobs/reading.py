"""What is read once for many milestones of a region: its rules, its day, and when each person may be spoken to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from programme.calendar import Calendar, Rhythm
from programme.records import Person, Region
from programme.rules import Rules
from storage import calendars, people
from storage.database import Transaction


class Reading:
    """A region at one moment, in one transaction."""

    def __init__(self, tx: Transaction, region: Region, rules: Rules, now: datetime) -> None:
        self.tx = tx
        self.region = region
        self.rules = rules
        self.today: date = now.astimezone(ZoneInfo(region.zone)).date()
        self._known: dict[str, tuple[Calendar, Rhythm]] = {}

    def times(self, key: str) -> tuple[Calendar, Rhythm]:
        """Return the calendar and the rhythm of a person in this region."""
        if key not in self._known:
            person = people.person(self.tx, key) or Person(key=key, name="")
            calendar = calendars.calendar_of(self.tx, self.region.key, person)
            self._known[key] = calendar, calendars.rhythm(self.tx, self.region.zone, person, self.rules.hours)
        return self._known[key]
