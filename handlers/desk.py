"""The Desk on the database: reads inside the turn's own transaction, every one bound to the person's region."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.turns import Desk
from programme.dialogue import Dialogue
from programme.records import Activity, Chat, Milestone, Person, Region
from storage import people, plans
from storage.database import Transaction


@dataclass(frozen=True, kw_only=True)
class OpenDesk:
    """Implements ``Desk``. ``tx`` is read from only."""

    tx: Transaction
    now: datetime
    fresh: str
    person: Person
    region: Region
    chat: Chat
    dialogue: Dialogue | None = None

    @property
    def today(self) -> date:
        """The local day in the region."""
        return self.now.astimezone(ZoneInfo(self.region.zone)).date()

    def activities(self) -> Sequence[Activity]:
        """The region's activities, in the order of the plan."""
        return plans.activities(self.tx, self.region.key)

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""
        return plans.activity(self.tx, self.region.key, key)

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""
        return plans.milestone(self.tx, self.region.key, key)

    def elsewhere(self, region: str) -> Desk | None:
        """The same person in another region of theirs."""
        if region == self.region.key:
            return self
        other = people.region(self.tx, region) if region in self.person.regions else None
        if other is None:
            return None
        return OpenDesk(
            tx=self.tx, now=self.now, fresh=self.fresh, person=self.person, region=other, chat=self.chat
        )
