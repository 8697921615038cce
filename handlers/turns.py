"""A turn: from what one person did at one moment to all that follows from it, as values.

Handlers are plain functions ``(something, Desk) -> Turn``. A ``Desk`` only reads, inside the transaction that will
commit the turn; a ``Turn`` says what is said, what happened, and where the dialogue stands.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from handlers.shelves import PeopleShelf, PlanShelf, UpdateShelf, WeekShelf
from programme.dialogue import Dialogue
from programme.events import Event
from programme.messages import Outgoing
from programme.records import Chat, Person, Region
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


class Desk(PlanShelf, PeopleShelf, UpdateShelf, WeekShelf, Protocol):
    """One person, one region, one moment: reads only. What is not there, or not theirs, is None or empty."""

    @property
    def now(self) -> datetime:
        """This moment, aware."""

    @property
    def local(self) -> datetime:
        """This moment on the region's clock."""

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

    def elsewhere(self, region: str) -> "Desk | None":
        """The same person in another region of theirs; None where they take no part."""

    def as_of(self, day: date) -> "Desk":
        """The same on another day, on which something was typed: "gisteren" is the day before that one."""


def reply(text: Text) -> Turn:
    """Answer with one message and leave everything as it is."""
    return Turn(says=(Outgoing(text=text),))
