"""The Desk on the database: reads inside the turn's own transaction, every one bound to the person's region."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from handlers.turns import Desk
from language.index import ActivityIndex, Vocabulary
from language.reading import Reading, read_message
from programme.calendar import Break, Period
from programme.dialogue import Dialogue
from programme.doubles import NEAR
from programme.groups import Subregion, Team
from programme.indicators import Indicator
from programme.invitations import Code, Invitation, new_code
from programme.meetings import Meeting
from programme.permissions import Deed, may
from programme.records import Activity, Chat, Milestone, OwnerAnswer, Person, Region, Role, UpdateKind
from programme.summary import Summary
from programme.updates import Update
from programme.weekly import WEEK
from storage import (
    calendars,
    groups,
    indicators,
    invitations,
    meetings,
    people,
    pictures,
    plans,
    progress,
    updates,
    weeks,
)
from storage.database import Transaction

MOMENT = timedelta(seconds=1)  # spans end before their last second: what was saved just now is seen


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """An activity in the index: by its key, though people call it by its number."""

    number: int
    key: str

    def __str__(self) -> str:
        return str(self.number)


@lru_cache(maxsize=32)
def _index(known: tuple[Vocabulary[Numbered], ...]) -> ActivityIndex[Numbered]:
    """Build the index of a plan once for its words, whichever region they are of."""
    return ActivityIndex(known)


def _by_key(reading: Reading[Numbered]) -> Reading[str]:
    rest = {field.name: getattr(reading, field.name) for field in fields(reading)}
    rest["activity"] = reading.activity.key if reading.activity else None
    rest["candidates"] = tuple((one.key, score) for one, score in reading.candidates)
    return Reading(**rest)


@dataclass(frozen=True, kw_only=True)
class OpenDesk:
    """Implements ``Desk``. ``tx`` is read from only."""

    tx: Transaction
    now: datetime
    fresh: str
    person: Person
    region: Region
    chat: Chat
    dialogue: Dialogue | None = None

    @property
    def local(self) -> datetime:
        """This moment on the region's clock."""
        return self.now.astimezone(ZoneInfo(self.region.zone))

    @property
    def breaks(self) -> Sequence[Break]:
        """The school holidays that hold for this person."""
        return calendars.calendar_of(self.tx, self.region.key, self.person).breaks

    @property
    def today(self) -> date:
        """The local day in the region."""
        return self.local.date()

    @property
    def mark(self) -> int:
        """How far the history is written."""
        return progress.mark(self.tx)

    def activities(self) -> Sequence[Activity]:
        """The region's activities, in the order of the plan."""
        return plans.activities(self.tx, self.region.key)

    def activity(self, key: str) -> Activity | None:
        """One activity of the region."""
        return plans.activity(self.tx, self.region.key, key)

    def milestone(self, key: str) -> Milestone | None:
        """One milestone of the region."""
        return plans.milestone(self.tx, self.region.key, key)

    def read(self, text: str) -> Reading[str]:
        """What a message says; activities by their keys."""
        known = tuple(
            Vocabulary(
                number=Numbered(number=activity.number, key=activity.key), title=activity.title, text=words
            )
            for activity, words in plans.vocabularies(self.tx, self.region.key)
        )
        roles = " ".join(sorted(self.person.roles_in(self.region.key)))
        reading = read_message(text, now=self.local, role=roles, activities=_index(known), breaks=self.breaks)
        return _by_key(reading)

    def milestones(self) -> Sequence[Milestone]:
        """The region's milestones, in the order of the plan."""
        return plans.milestones(self.tx, self.region.key)

    def update(self, key: str) -> Update | None:
        """One update of the region."""
        return updates.update(self.tx, self.region.key, key)

    def my_updates(self, most: int) -> Sequence[Update]:
        """What this person reported here and did not withdraw, the newest first."""
        return updates.by_person(self.tx, self.region.key, self.person.key, most)

    def updates_like(self, update: Update) -> Sequence[Update]:
        """What counts of the same kind and activity, of about the same day."""
        if not update.activity or not update.day:
            return ()
        first, last = update.day - NEAR, update.day + NEAR
        return updates.around(self.tx, self.region.key, update.kind, update.activity, first, last)

    def updates_of(self, kind: UpdateKind, since: datetime) -> Sequence[Update]:
        """What counts of one kind since a moment, the newest first."""
        return updates.of_kind(self.tx, self.region.key, kind, since)

    def managers(self) -> Sequence[Person]:
        """The region's programme managers who want messages."""
        return people.in_role(self.tx, self.region.key, Role.MANAGER)

    def somebody(self, key: str) -> Person | None:
        """Somebody who takes part in the region."""
        person = people.person(self.tx, key)
        return person if person and self.region.key in person.regions else None

    def pictures(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of these pictures that this person sent and that are still there."""
        return pictures.there(self.tx, self.person.key, keys)

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

    def answers(self, milestone: str) -> Sequence[OwnerAnswer]:
        """What each owner said last about a milestone, the lead first."""
        return progress.answers(self.tx, milestone)

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
        """Who could take a milestone over."""
        known = {one.key: one for one in self.people()}
        near = plans.takers(self.tx, self.region.key, milestone)
        return [known[key] for key in near if key in known and key != self.person.key]

    def offer(self, key: str) -> tuple[str, str, str] | None:
        """A handover that is still open."""
        return progress.offered(self.tx, self.region.key, key)

    def subregions(self) -> Sequence[Subregion]:
        """The region's parts."""
        return groups.subregions(self.tx, self.region.key)

    def teams(self) -> Sequence[Team]:
        """The region's teams with their people, by name."""
        return groups.teams(self.tx, self.region.key)

    def team(self, key: str) -> Team | None:
        """One team of the region."""
        return groups.team(self.tx, self.region.key, key)

    def people(self) -> Sequence[Person]:
        """Everybody who takes part in the region, by name."""
        return people.members(self.tx, self.region.key)

    def unattended(self) -> Sequence[Milestone]:
        """The region's open milestones of which nobody is reminded."""
        return plans.unattended(self.tx, self.region.key)

    def pauses(self) -> Sequence[Period]:
        """When this person is away, the earliest first."""
        return [Period(first=first, last=last) for first, last in people.pauses(self.tx, self.person.key)]

    def invitation(self, code: str) -> Invitation | None:
        """What a code leads to, whatever the region: its holder may know. None for a wrong one."""
        return invitations.invitation(self.tx, code, self.now)

    def invited(self, key: str) -> Invitation | None:
        """The invitation with this key, whose code this person has given before."""
        return invitations.by_key(self.tx, key, self.now)

    def wrong_codes(self) -> int:
        """How many wrong codes this person tried lately."""
        return invitations.wrong_lately(self.tx, self.person.key, self.now)

    def new_code(self) -> Code:
        """A code for a new invitation."""
        return new_code()

    def elsewhere(self, region: str) -> Desk | None:
        """The same person in another region of theirs."""
        if region == self.region.key:
            return self
        other = people.region(self.tx, region) if region in self.person.regions else None
        if other is None:
            return None
        return OpenDesk(
            tx=self.tx,
            now=self.now,
            fresh=self.fresh,
            person=self.person,
            region=other,
            chat=self.chat,
            dialogue=self.dialogue,
        )
