"""What stands in the plan, who answers for it, and what they said last."""

from collections.abc import Sequence

from handlers.desk.place import Place
from programme.events import VanishedSettled
from programme.permissions import Deed, may
from programme.records import Activity, Milestone, Offer, OwnerAnswer, Person
from programme.vanished import Vanished
from storage.people import people
from storage.plan import plans, progress, vanished


class PlanReads(Place):
    """What stands in the plan, who answers for it, and what they said last."""

    def activities(self) -> Sequence[Activity]:
        """The activities of the region's plan that runs today, in its order."""
        return [one for one, _words in plans.vocabularies(self.tx, self.region.key, self.today)]

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""
        return plans.activity(self.tx, self.region.key, key)

    def milestones(self) -> Sequence[Milestone]:
        """The region's milestones, in the order of the plan."""
        return plans.milestones(self.tx, self.region.key)

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""
        return plans.milestone(self.tx, self.region.key, key)

    def answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        """What each owner said last about a milestone, the lead first."""
        return progress.answers(self.tx, self.region.key, milestone)

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
        """Who could take a milestone over: they must be able to answer for it."""
        known = {one.key: one for one in people.members(self.tx, self.region.key)}
        able = {key for key, one in known.items() if may(one, Deed.ANSWER, self.region.key)}
        near = plans.takers(self.tx, self.region.key, milestone)
        return [known[key] for key in near if key in able and key != self.person.key]

    def vanished(self) -> Sequence[Vanished]:
        """What the region's plans no longer have and nobody has decided on."""
        return vanished.questions(self.tx, self.region.key)

    def decided(self, key: str) -> VanishedSettled | None:
        """Who decided last on something of the region that had vanished, and what."""
        return vanished.decided(self.tx, self.region.key, key)

    def offer(self, key: str) -> Offer | None:
        """A handover that is still open."""
        return progress.offered(self.tx, self.region.key, key)

    def unattended(self) -> Sequence[Milestone]:
        """The region's open milestones of which nobody is reminded."""
        return plans.unattended(self.tx, self.region.key)
