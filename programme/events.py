"""What happened, as a turn tells it. One table in storage maps each event to the function that keeps it."""

from dataclasses import dataclass
from datetime import date

from programme.doubts import item_of
from programme.indicators import Indicator
from programme.meetings import Meeting
from programme.records import Stand
from programme.updates import Update


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a region, done by a person; ``item`` is the record that changed by it."""

    region: str
    person: str

    @property
    def item(self) -> str:
        """Key of the record whose messages are composed anew."""
        return ""


@dataclass(frozen=True, kw_only=True)
class Reported(Event):
    """Somebody reported an update (or saved a change to theirs)."""

    update: Update

    @property
    def item(self) -> str:
        """The milestone that it is about, else the update itself."""
        return self.update.milestone or self.update.key


@dataclass(frozen=True, kw_only=True)
class Answered(Event):
    """An owner (by ``position``, the lead is 0) said where a milestone stands.

    ``forecast``: the new date of what is delayed; ``catch_up``: whether extra effort can make up for it.
    """

    milestone: str
    position: int
    stand: Stand
    forecast: date | None = None
    reason: str = ""
    catch_up: bool | None = None

    @property
    def item(self) -> str:
        """The milestone."""
        return self.milestone


@dataclass(frozen=True, kw_only=True)
class Postponed(Event):
    """Somebody wants to hear about a milestone again on a day; for them alone."""

    milestone: str
    until: date

    @property
    def item(self) -> str:
        """The milestone."""
        return self.milestone


@dataclass(frozen=True, kw_only=True)
class HandoverOffered(Event):
    """Somebody asked another to take over a milestone."""

    key: str
    milestone: str
    taker: str


@dataclass(frozen=True, kw_only=True)
class HandoverSettled(Event):
    """The other took it over, or did not."""

    key: str
    milestone: str
    position: int
    accepted: bool

    @property
    def item(self) -> str:
        """The milestone."""
        return self.milestone


@dataclass(frozen=True, kw_only=True)
class IndicatorEntered(Event):
    """A programme manager entered a figure that chat cannot know."""

    indicator: Indicator


@dataclass(frozen=True, kw_only=True)
class MeetingPlanned(Event):
    """A meeting got a day."""

    meeting: Meeting


@dataclass(frozen=True, kw_only=True)
class MeetingDropped(Event):
    """A meeting will not take place on its day."""

    meeting: str


@dataclass(frozen=True, kw_only=True)
class UpdateEvent(Event):
    """Something that happened to an update, ``update`` by its key."""

    update: str

    @property
    def item(self) -> str:
        """The update."""
        return self.update


@dataclass(frozen=True, kw_only=True)
class Withdrawn(UpdateEvent):
    """Somebody took their update back."""


@dataclass(frozen=True, kw_only=True)
class Restored(UpdateEvent):
    """Somebody took the taking back back."""


@dataclass(frozen=True, kw_only=True)
class Merged(UpdateEvent):
    """An update turned out to say the same as another, ``into`` which it goes: it counts no more by itself."""

    into: str


@dataclass(frozen=True, kw_only=True)
class Parted(UpdateEvent):
    """An update turned out to stand by itself after all."""


@dataclass(frozen=True, kw_only=True)
class Confirmed(UpdateEvent):
    """A programme manager confirmed a contribution, or doubted it."""

    confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class PictureCleared(Event):
    """Somebody said that no pupil can be recognised in a picture: it may be kept."""

    picture: str


@dataclass(frozen=True, kw_only=True)
class PictureDropped(Event):
    """A picture may not or need not be kept."""

    picture: str


@dataclass(frozen=True, kw_only=True)
class VanishedSettled(Event):
    """A programme manager said what becomes of something that its plan no longer has: it stays, or is dropped."""

    vanished: str
    title: str
    stays: bool

    @property
    def item(self) -> str:
        """What had vanished."""
        return self.vanished


@dataclass(frozen=True, kw_only=True)
class DoubtSettled(Event):
    """A programme manager said whether a message, by its number, is to be sent once ``again``, or is there."""

    message: int
    again: bool

    @property
    def item(self) -> str:
        """The message that was in doubt."""
        return item_of(self.message)
