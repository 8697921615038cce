"""The Desk on the database: reads inside the turn's own transaction, every one bound to the person's region."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.desk.people import PeopleReads
from handlers.desk.plan import PlanReads
from handlers.desk.updates import UpdateReads
from handlers.desk.week import WeekReads
from handlers.turns import Desk
from storage.people import people


@dataclass(frozen=True, kw_only=True)
class OpenDesk(PlanReads, PeopleReads, UpdateReads, WeekReads):
    """Implements ``handlers.turns.Desk``."""

    def elsewhere(self, region: str) -> Desk | None:
        """The same person in another region of theirs."""
        if region == self.region.key:
            return self
        other = people.region(self.tx, region) if region in self.person.regions else None
        return replace(self, region=other) if other else None

    def as_of(self, day: date) -> Desk:
        """The same on another day, on which something was typed."""
        return replace(self, now=self.now - (self.today - day))
