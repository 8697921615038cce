"""Where the region stands: its week, its figures, its meetings."""

from collections.abc import Sequence
from datetime import timedelta

from handlers.desk.place import Place
from programme.doubts import Doubt
from programme.indicators import Indicator
from programme.meetings import Meeting
from programme.summary import Summary
from programme.weekly import WEEK
from storage import weeks
from storage.messages import doubts
from storage.plan import indicators, meetings

MOMENT = timedelta(seconds=1)  # spans end before their last second: what was saved just now is seen


class WeekReads(Place):
    """Where the region stands: its week, its figures, its meetings."""

    def week(self) -> Summary:
        """What there is to tell here since the last summary, and of a week at least."""
        channel = None if self.chat.private else self.chat.key
        said = weeks.last_said(self.tx, self.region.key, channel) or self.now
        since = min(said, self.now - WEEK)
        return weeks.summary(self.tx, self.region, self.chat.subregion, since, self.now + MOMENT)

    def indicators(self, year: int) -> Sequence[Indicator]:
        """The region's indicators of a year, with what is known of them."""
        return indicators.indicators(self.tx, self.region, year, self.now)

    def meeting_names(self) -> Sequence[str]:
        """What the region's meetings are called."""
        return meetings.names(self.tx, self.region.key)

    def meetings(self) -> Sequence[Meeting]:
        """The meetings from today on that have a day."""
        return meetings.coming(self.tx, self.region.key, self.today)

    def meeting(self, key: str) -> Meeting | None:
        """One meeting of the region that has a day."""
        return meetings.meeting(self.tx, self.region.key, key)

    def doubt(self, message: int) -> Doubt | None:
        """A message for a channel of the region, of which nobody knew whether it arrived."""
        return doubts.doubt(self.tx, self.region.key, message)
