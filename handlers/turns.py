"""A turn: from what one person did at one moment to all that follows from it, as values.

Handlers are plain functions ``(something, Desk) -> Turn``. A ``Desk`` only reads, inside the transaction that will
commit the turn; a ``Turn`` says what is said, what happened, and where the dialogue stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from language.reading import Reading
from programme.calendar import Break, Period
from programme.dialogue import Dialogue
from programme.events import Event
from programme.groups import Subregion, Team
from programme.indicators import Indicator
from programme.invitations import Code, Invitation
from programme.meetings import Meeting
from programme.messages import Outgoing
from programme.records import Activity, Chat, Milestone, OwnerAnswer, Person, Region, UpdateKind
from programme.summary import Summary
from programme.text import Text
from programme.updates import Update


class Ended:
    """The dialogue is over."""


ENDED = Ended()


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What follows from one arrival. ``dialogue``: None leaves it as it was, ``ENDED`` closes it."""

    says: tuple[Outgoing, ...] = ()
    events: tuple[Event, ...] = ()
    dialogue: Dialogue | Ended | None = None
    toast: Text = ""


class Desk(Protocol):
    """One person, one region, one moment: reads only. What is not there, or not theirs, is None or empty."""

    @property
    def now(self) -> datetime:
        """This moment, aware."""

    @property
    def local(self) -> datetime:
        """This moment on the region's clock."""

    @property
    def breaks(self) -> Sequence[Break]:
        """The school holidays that hold for this person."""

    @property
    def today(self) -> date:
        """The local day in the region."""

    @property
    def mark(self) -> int:
        """How far the history is written; what has a higher entry happened later."""

    @property
    def fresh(self) -> str:
        """A key for what this turn brings about, the same if the turn is run again."""

    @property
    def person(self) -> Person:
        """Who is speaking."""

    @property
    def region(self) -> Region:
        """The region that this is about."""

    @property
    def chat(self) -> Chat:
        """Where it is said."""

    @property
    def dialogue(self) -> Dialogue | None:
        """The dialogue that is open here with this person."""

    def activities(self) -> Sequence[Activity]:
        """The region's activities, in the order of the plan."""

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""

    def read(self, text: str) -> Reading[str]:
        """What a message says; activities by their keys."""

    def milestones(self) -> Sequence[Milestone]:
        """The region's milestones, in the order of the plan."""

    def update(self, key: str) -> Update | None:
        """One update of the region."""

    def my_updates(self, most: int) -> Sequence[Update]:
        """What this person reported here and did not withdraw, the newest first."""

    def updates_like(self, update: Update) -> Sequence[Update]:
        """What counts of the same kind and activity, of about the same day."""

    def updates_of(self, kind: UpdateKind, since: datetime) -> Sequence[Update]:
        """What counts of one kind since a moment, the newest first."""

    def managers(self) -> Sequence[Person]:
        """The region's programme managers who want messages."""

    def somebody(self, key: str) -> Person | None:
        """Somebody who takes part in the region."""

    def pictures(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these pictures that this person sent and that are still there."""

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

    def offer(self, key: str) -> tuple[str, str, str] | None:
        """(milestone, giver, taker) of a handover that is still open."""

    def subregions(self) -> Sequence[Subregion]:
        """The region's parts."""

    def teams(self) -> Sequence[Team]:
        """The region's teams with their people, by name."""

    def team(self, key: str) -> Team | None:
        """One team of the region."""

    def people(self) -> Sequence[Person]:
        """Everybody who takes part in the region, by name."""

    def unattended(self) -> Sequence[Milestone]:
        """The region's open milestones of which nobody is reminded."""

    def pauses(self) -> Sequence[Period]:
        """When this person is away, the earliest first."""

    def invitation(self, code: str) -> Invitation | None:
        """What a code leads to, whatever the region: its holder may know. None for a wrong one."""

    def invited(self, key: str) -> Invitation | None:
        """The invitation with this key, whose code this person has given before."""

    def wrong_codes(self) -> int:
        """How many wrong codes this person tried lately."""

    def new_code(self) -> Code:
        """A code for a new invitation."""

    def elsewhere(self, region: str) -> "Desk | None":
        """The same person in another region of theirs; None where they take no part."""


def reply(text: Text) -> Turn:
    """Answer with one message and leave everything as it is."""
    return Turn(says=(Outgoing(text=text),))
