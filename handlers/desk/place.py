"""Where a desk stands: the person, the region, the moment and the transaction that all its reads share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from programme.calendar import Break
from programme.dialogue import Dialogue
from programme.records import Chat, Person, Region
from programme.rules import Rules
from storage import calendars
from storage.database import Transaction
from storage.plan import progress


@dataclass(frozen=True, kw_only=True)
class Place:
    """``tx`` is read from only; every read is bound to ``region``. ``rules`` are those of a region by its key."""

    tx: Transaction
    now: datetime
    fresh: str
    person: Person
    region: Region
    chat: Chat
    dialogue: Dialogue | None = None
    rules: Callable[[str], Rules] = lambda region: Rules()

    @property
    def local(self) -> datetime:
        """This moment on the region's clock."""
        return self.now.astimezone(ZoneInfo(self.region.zone))

    @property
    def today(self) -> date:
        """The local day in the region."""
        return self.local.date()

    @property
    def mark(self) -> int:
        """How far the history is written."""
        return progress.mark(self.tx)

    @property
    def breaks(self) -> Sequence[Break]:
        """The school holidays that hold for this person."""
        return calendars.calendar_of(self.tx, self.region.key, self.person).breaks
