"""What delivery asks of a platform, and the classes of error by which it decides what follows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from documents.drawings import Drawn
from storage.parcels import Parcel


@dataclass(frozen=True, kw_only=True)
class Abilities:
    """What a platform can do. ``idempotent``: sending the same parcel twice shows it once."""

    buttons: bool = True
    edits: bool = True
    toasts: bool = True
    idempotent: bool = False


class Sender(Protocol):
    """One platform's outgoing side. Everything it raises is a ``SendError``."""

    @property
    def platform(self) -> str:
        """The name under which chats know the platform."""

    @property
    def abilities(self) -> Abilities:
        """What the platform can do."""

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        """Show a new message, with its picture or paper; return the platform's name for it."""

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Make the message of the parcel's receipt show this revision."""

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Answer a press briefly; the text may be empty."""


class SendError(Exception):
    """Something kept a parcel from being shown; its class says what to do about it."""


class Unsent(SendError):
    """Surely not shown; may be tried again, after ``wait`` when the platform said so."""

    def __init__(self, wait: timedelta | None = None) -> None:
        super().__init__()
        self.wait = wait


class Uncertain(SendError):
    """Perhaps shown: the connection broke after the request."""


class Gone(SendError):
    """The chat or the message is no more, for good."""


class Refused(SendError):
    """The platform will never take this: too large, forbidden, malformed."""
