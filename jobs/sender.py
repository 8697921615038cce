"""What delivery asks of a platform, and the classes of error by which it decides what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from documents.drawings import Drawn
from programme.happenings import Happened
from storage.messages.parcels import Parcel


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much a platform takes. ``overall``: messages a second to all chats together; ``private``: seconds between two
    to a person; ``group``: messages a minute to a group. ``reserve``: how many of those only a reply may take, so that
    who asks something in a group does not wait until the news of the last minute counts no more.
    """

    overall: int
    private: float
    group: int
    reserve: int = 0


@dataclass(frozen=True, kw_only=True)
class Abilities:
    """What a platform can do. ``idempotent``: the same parcel sent twice is shown once. ``limits``: None has none."""

    buttons: bool = True
    edits: bool = True
    toasts: bool = True
    idempotent: bool = False
    limits: Limits | None = None


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


class Fetcher(Protocol):
    """A platform that keeps what people attach, until it is asked for."""

    @property
    def platform(self) -> str:
        """The name under which chats know the platform."""

    async def fetch(self, file: str) -> bytes:
        """Return what stands behind the platform's name of a file; everything it raises is a ``SendError``."""


class MenuBoard(Protocol):
    """A platform that shows, in each chat, which commands there are."""

    @property
    def platform(self) -> str:
        """The name under which chats know the platform."""

    async def show_menu(self, address: str, commands: Sequence[tuple[str, str]]) -> None:
        """List these commands, each a name without its slash and what it does, in the chat at an address.

        None: the chat lists what its kind does by default. Everything it raises is a ``SendError``.
        """

    async def show_defaults(self, kind: str, language: str, commands: Sequence[tuple[str, str]]) -> None:
        """List these commands in every chat of a kind (private, channel) that has no list of its own.

        ``language``: of the reader's device, "" for every language that has no list of its own.
        """


class SendError(Exception):
    """Something kept a parcel from being shown; its class says what to do about it."""


class Unsent(SendError):
    """Surely not shown; may be tried again. ``wait``: how long the platform wants nothing in this chat."""

    def __init__(self, wait: timedelta | None = None) -> None:
        super().__init__()
        self.wait = wait


class Uncertain(SendError):
    """Perhaps shown: the connection broke after the request."""


class Gone(SendError):
    """Nothing will arrive any more; ``happened`` says why, None where only the message to edit is no more."""

    def __init__(self, happened: Happened | None = None) -> None:
        super().__init__()
        self.happened = happened


class Moved(SendError):
    """Not shown: the chat has another address, ``to``."""

    def __init__(self, to: str) -> None:
        super().__init__()
        self.to = to


class Forbidden(SendError):
    """The chat is there, but the bot may not say this in it."""


class TooLarge(SendError):
    """The platform does not take so much: a file, a text."""


class Refused(SendError):
    """The platform will never take this: malformed, a fault of ours."""
