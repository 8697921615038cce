"""A turn: from what one person did at one moment to all that follows from it, as values.

Handlers are plain functions ``(something, Desk) -> Turn``. A ``Desk`` only reads, inside the transaction that will
commit the turn; a ``Turn`` says what is said, what happened, and where the dialogue stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from programme.calendar import Period
from programme.dialogue import Dialogue
from programme.events import Event
from programme.groups import Subregion, Team
from programme.invitations import Code, Invitation
from programme.messages import Outgoing
from programme.records import Activity, Chat, Milestone, Person, Region
from programme.text import Text


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
    def today(self) -> date:
        """The local day in the region."""

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
