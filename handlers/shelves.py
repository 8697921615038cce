"""What a handler can read, by subject: the shelves of the Desk. What is not there, or not theirs, is None or empty."""

from collections.abc import Container, Sequence
from datetime import datetime
from typing import Protocol

from language.messages.reading import Reading
from programme.calendar import Break, Period
from programme.doubts import Doubt
from programme.events import VanishedSettled
from programme.groups import Organisation, Subregion, Team
from programme.indicators import Indicator
from programme.invitations import Code, Invitation
from programme.meetings import Meeting
from programme.messages import View
from programme.records import Activity, Chat, Milestone, Offer, OwnerAnswer, Person, UpdateKind
from programme.summary import Summary
from programme.updates import Update
from programme.vanished import Vanished


class PlanShelf(Protocol):
    """What stands in the plan, who answers for it, and what they said last."""

    def activities(self) -> Sequence[Activity]:
        """The activities of the region's plan that runs today, in its order."""

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""

    def milestones(self) -> Sequence[Milestone]:
        """The region's milestones, in the order of the plan."""

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""

    def answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        """What each owner said last about a milestone, the lead first."""

    def position(self, milestone: str) -> int | None:
        """For which owner of a milestone this person speaks (the lead is 0), None when for none."""

    def position_of(self, milestone: str, person: str) -> int | None:
        """The same for somebody else."""

    def owned(self) -> Sequence[Milestone]:
        """The open milestones that this person answers for."""

    def takers(self, milestone: str) -> Sequence[Person]:
        """Who could take a milestone over, those of its own teams first."""

    def offer(self, key: str) -> Offer | None:
        """A handover that is still open."""

    def vanished(self) -> Sequence[Vanished]:
        """What the region's plans no longer have and nobody has decided on."""

    def decided(self, key: str) -> VanishedSettled | None:
        """Who decided last on something of the region that had vanished, and what."""

    def unattended(self) -> Sequence[Milestone]:
        """The region's open milestones of which nobody is reminded."""


class PeopleShelf(Protocol):
    """Who takes part in the region, where they stand, and when they are away."""

    def subregions(self) -> Sequence[Subregion]:
        """The region's parts."""

    def organisations(self) -> Sequence[Organisation]:
        """The schools, companies and others of the region, by name."""

    def teams(self) -> Sequence[Team]:
        """The region's teams with their people, by name."""

    def team(self, key: str) -> Team | None:
        """One team of the region."""

    def people(self) -> Sequence[Person]:
        """Everybody who takes part in the region, by name."""

    def managers(self) -> Sequence[Person]:
        """The region's programme managers who want messages."""

    def out_of_reach(self) -> Container[str]:
        """The keys of those in the region who want messages that do not arrive: they shut the bot off, or are gone."""

    def ties(self) -> Sequence[Chat]:
        """The chats of this chat's group that are tied to the region, the group itself first."""

    def group_is_free(self) -> bool:
        """Whether the group of this topic is the channel of nothing, or of the same as the topic."""

    def somebody(self, key: str) -> Person | None:
        """Somebody who takes part in the region."""

    def said(self, since: datetime) -> Sequence[View | None]:
        """What this person was told in private since a moment, the newest first: its view, None without one."""

    def pauses(self) -> Sequence[Period]:
        """When this person is away, the earliest first."""

    @property
    def breaks(self) -> Sequence[Break]:
        """The school holidays that hold for this person."""

    def invitation(self, code: str) -> Invitation | None:
        """What a code leads to, whatever the region: its holder may know. None for a wrong one."""

    def invited(self, key: str) -> Invitation | None:
        """The invitation with this key, whose code this person has given before."""

    def wrong_codes(self) -> int:
        """How many wrong codes this person tried lately."""

    def link(self, code: str) -> str | None:
        """The link that gives the bot the long code of an invitation; None where no platform has such links."""

    def new_code(self) -> Code:
        """A code for a new invitation."""


class UpdateShelf(Protocol):
    """What people reported, and what a message says."""

    def read(self, text: str, known: UpdateKind | None = None) -> Reading[str]:
        """What a message says; activities by their keys. ``known``: the kind of what it adds to."""

    def update(self, key: str) -> Update | None:
        """One update of the region."""

    def my_updates(self, most: int) -> Sequence[Update]:
        """What this person reported here and did not withdraw, the newest first."""

    def updates_like(self, update: Update) -> Sequence[Update]:
        """What counts of the same kind and activity, of about the same day."""

    def updates_of(self, kind: UpdateKind, since: datetime) -> Sequence[Update]:
        """What counts of one kind since a moment, the newest first."""

    def pictures(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these pictures that this person sent and that are still there."""


class WeekShelf(Protocol):
    """Where the region stands: its week, its figures, its meetings."""

    def week(self) -> Summary:
        """What there is to tell of the channel's (sub)region, else of the region: a week, or since the last summary."""

    def indicators(self, year: int) -> Sequence[Indicator]:
        """The region's indicators of a year, with what is known of them."""

    def meeting_names(self) -> Sequence[str]:
        """What the region's meetings are called."""

    def meetings(self) -> Sequence[Meeting]:
        """The meetings from today on that have a day, the earliest first."""

    def meeting(self, key: str) -> Meeting | None:
        """One meeting of the region that has a day."""

    def doubt(self, message: int) -> Doubt | None:
        """A message for a channel of the region, of which nobody knew whether it arrived."""
