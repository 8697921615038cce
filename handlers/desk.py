"""The Desk on the database: reads inside the turn's own transaction, every one bound to the person's region."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.turns import Desk
from programme.calendar import Period
from programme.dialogue import Dialogue
from programme.groups import Subregion, Team
from programme.invitations import Code, Invitation, new_code
from programme.records import Activity, Chat, Milestone, Person, Region
from storage import groups, invitations, people, plans
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

    def subregions(self) -> Sequence[Subregion]:
        """The region's parts."""
        return groups.subregions(self.tx, self.region.key)

    def teams(self) -> Sequence[Team]:
        """The region's teams with their people, by name."""
        return groups.teams(self.tx, self.region.key)

    def team(self, key: str) -> Team | None:
        """One team of the region."""
        return groups.team(self.tx, self.region.key, key)

    def people(self) -> Sequence[Person]:
        """Everybody who takes part in the region, by name."""
        return people.members(self.tx, self.region.key)

    def unattended(self) -> Sequence[Milestone]:
        """The region's open milestones of which nobody is reminded."""
        return plans.unattended(self.tx, self.region.key)

    def pauses(self) -> Sequence[Period]:
        """When this person is away, the earliest first."""
        return [Period(first=first, last=last) for first, last in people.pauses(self.tx, self.person.key)]

    def invitation(self, code: str) -> Invitation | None:
        """What a code leads to, whatever the region: its holder may know. None for a wrong one."""
        return invitations.invitation(self.tx, code, self.now)

    def invited(self, key: str) -> Invitation | None:
        """The invitation with this key, whose code this person has given before."""
        return invitations.by_key(self.tx, key, self.now)

    def wrong_codes(self) -> int:
        """How many wrong codes this person tried lately."""
        return invitations.wrong_lately(self.tx, self.person.key, self.now)

    def new_code(self) -> Code:
        """A code for a new invitation."""
        return new_code()

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
