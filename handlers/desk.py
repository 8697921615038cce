"""The Desk on the database: reads inside the turn's own transaction, every one bound to the person's region."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.turns import Desk
from programme.dialogue import Dialogue
from programme.permissions import Deed, may
from programme.records import Activity, Chat, Milestone, OwnerAnswer, Person, Region
from storage import people, plans, progress
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

    @property
    def mark(self) -> int:
        """How far the history is written."""
        return progress.mark(self.tx)

    def activities(self) -> Sequence[Activity]:
        """The region's activities, in the order of the plan."""
        return plans.activities(self.tx, self.region.key)

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""
        return plans.activity(self.tx, self.region.key, key)

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""
        return plans.milestone(self.tx, self.region.key, key)

    def answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        """What each owner said last about a milestone, the lead first."""
        return progress.answers(self.tx, milestone)

    def position(self, milestone: str) -> int | None:
        """For which owner of a milestone this person speaks."""
        return self.position_of(milestone, self.person.key)

    def position_of(self, milestone: str, person: str) -> int | None:
        """For which owner of a milestone somebody speaks; a programme manager speaks for the lead."""
        found = plans.position(self.tx, self.region.key, milestone, person)
        if found is None and person == self.person.key and may(self.person, Deed.MANAGE, self.region.key):
            return progress.LEAD
        return found

    def owned(self) -> Sequence[Milestone]:
        """The open milestones that this person answers for."""
        return plans.owned_by(self.tx, self.region.key, self.person.key)

    def takers(self, milestone: str) -> Sequence[Person]:
        """Who could take a milestone over."""
        return [
            one
            for key in plans.takers(self.tx, self.region.key, milestone)
            if key != self.person.key and (one := people.person(self.tx, key))
        ]

    def offer(self, key: str) -> tuple[str, str, str] | None:
        """A handover that is still open."""
        return progress.offered(self.tx, self.region.key, key)

    def elsewhere(self, region: str) -> Desk | None:
        """The same person in another region of theirs."""
        if region == self.region.key:
            return self
        other = people.region(self.tx, region) if region in self.person.regions else None
        if other is None:
            return None
        return OpenDesk(
            tx=self.tx,
            now=self.now,
            fresh=self.fresh,
            person=self.person,
            region=other,
            chat=self.chat,
            dialogue=self.dialogue,
        )
