"""Who takes part in the region, where they stand, and when they are away."""

from collections.abc import Container, Sequence
from datetime import datetime

from handlers.desk.place import Place
from programme.calendar import Period
from programme.groups import Organisation, Subregion, Team
from programme.invitations import Code, Invitation, new_code
from programme.messages import View
from programme.permissions import Deed
from programme.records import Chat, Person
from storage.chats import chats
from storage.messages import outbox
from storage.people import groups, invitations, pauses, people


class PeopleReads(Place):
    """Who takes part in the region, where they stand, and when they are away."""

    def subregions(self) -> Sequence[Subregion]:
        """The region's parts."""
        return groups.subregions(self.tx, self.region.key)

    def organisations(self) -> Sequence[Organisation]:
        """The schools, companies and others of the region, by name."""
        return groups.organisations(self.tx, self.region.key)

    def teams(self) -> Sequence[Team]:
        """The region's teams with their people, by name."""
        return groups.teams(self.tx, self.region.key)

    def team(self, key: str) -> Team | None:
        """One team of the region."""
        return groups.team(self.tx, self.region.key, key)

    def people(self) -> Sequence[Person]:
        """Everybody who takes part in the region, by name."""
        return people.members(self.tx, self.region.key)

    def managers(self) -> Sequence[Person]:
        """The region's programme managers who want messages."""
        keys = people.who_may(self.tx, Deed.MANAGE, self.region.key)
        return [one for key in keys if (one := people.member(self.tx, self.region.key, key))]

    def out_of_reach(self) -> Container[str]:
        """The keys of those in the region who want messages that do not arrive: they shut the bot off, or are gone."""
        return people.out_of_reach(self.tx, self.region.key)

    def ties(self) -> Sequence[Chat]:
        """The chats of this chat's group that are tied to the region, the group itself first."""
        tied = chats.group_of(self.tx, self.chat.key, tied=True)
        return [one for one in tied if one.region == self.region.key]

    def group_is_free(self) -> bool:
        """Whether the group of this topic is the channel of nothing, or of the same as the topic."""
        main = next(one for one in chats.group_of(self.tx, self.chat.key))
        return (
            main.group is None
            and main.region in (None, self.region.key)
            and (not main.tied or main.subregion == self.chat.subregion)
        )

    def somebody(self, key: str) -> Person | None:
        """Somebody who takes part in the region."""
        return people.member(self.tx, self.region.key, key)

    def said(self, since: datetime) -> Sequence[View | None]:
        """What this person was told in private since a moment, the newest first: its view, None without one."""
        return outbox.said_to(self.tx, self.person.key, since)

    def pauses(self) -> Sequence[Period]:
        """When this person is away, the earliest first."""
        return pauses.of(self.tx, self.person.key)

    def invitation(self, code: str) -> Invitation | None:
        """What a code leads to, whatever the region: its holder may know. None for a wrong one."""
        return invitations.invitation(self.tx, code, self.now)

    def invited(self, key: str) -> Invitation | None:
        """The invitation with this key, whose code this person has given before."""
        return invitations.by_key(self.tx, key, self.now)

    def wrong_codes(self) -> int:
        """How many wrong codes this person tried lately."""
        return invitations.wrong_lately(self.tx, self.person.key, self.now)

    def link(self, code: str) -> str | None:
        """The link that gives the bot the code of an invitation, where a platform has such links."""
        return invitations.link(self.tx, code)

    def new_code(self) -> Code:
        """A code for a new invitation."""
        return new_code()
