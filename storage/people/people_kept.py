"""What is kept of each event about people, and what must be derived again after it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from programme import people_events as happened
from programme.calendar import AMSTERDAM
from programme.events import Event
from programme.permissions import Deed, may
from programme.records import Membership
from storage import occurrences
from storage.chats import chats
from storage.database import Transaction
from storage.messages import conversations, outbox
from storage.moments import local_day, seconds
from storage.people import groups, invitations, pauses, people, workplaces
from storage.plan import plans


def _invited(tx: Transaction, event: happened.Invited, now: datetime) -> None:
    invitations.invite(
        tx, event.region, event.role, event.team, seals=event.seals, made_by=event.person, now=now
    )


def _wrong_code(tx: Transaction, event: happened.WrongCodeTried, now: datetime) -> None:
    invitations.note_wrong(tx, event.person, now)


def _joined(tx: Transaction, event: happened.Joined, now: datetime) -> None:
    invitation = invitations.by_key(tx, event.invitation, now)
    invitations.use(tx, event.invitation, event.person, now)
    if invitation is None:
        raise LookupError("no such invitation")
    organisation = (
        groups.add_organisation(tx, invitation.region, event.organisation).key if event.organisation else None
    )
    membership = Membership(
        region=invitation.region, role=invitation.role, team=invitation.team, organisation=organisation
    )
    people.join(tx, event.person, membership)
    people.start_again(tx, event.person)
    derive_all_again(tx, event.person)


def _settled(tx: Transaction, event: happened.Settled, now: datetime) -> None:
    people.settle(
        tx,
        event.person,
        name=event.name,
        language=event.language,
        hour=event.hour,
        workdays=event.workdays,
    )
    derive_all_again(tx, event.person)


def _paused(tx: Transaction, event: happened.Paused, now: datetime) -> None:
    if event.first and event.last:
        pauses.add(tx, event.person, event.first, event.last)
    else:
        pauses.end(tx, event.person, _local_day(tx, event.region, now))
    derive_all_again(tx, event.person)


def _reminders_chosen(tx: Transaction, event: happened.RemindersChosen, now: datetime) -> None:
    people.remind(tx, event.person, event.region, event.reminded)
    _derive_again(tx, event.region, _owned(tx, event.region, event.person))


def _placed(tx: Transaction, event: happened.Placed, now: datetime) -> None:
    if groups.team(tx, event.region, event.team) is None:
        raise LookupError("no such team in this region")
    people.place(tx, event.region, event.team, event.placed, event.place)
    _derive_again(tx, event.region, plans.owned_by_team(tx, event.region, event.team))


def _team_left(tx: Transaction, event: happened.TeamLeft, now: datetime) -> None:
    people.leave_team(tx, event.region, event.team, event.left, now)
    _derive_again(tx, event.region, plans.owned_by_team(tx, event.region, event.team))


def _role_ended(tx: Transaction, event: happened.RoleEnded, now: datetime) -> None:
    owned = _owned(tx, event.region, event.ended)
    people.end_role(tx, event.region, event.ended, event.role, now)
    left = people.person(tx, event.ended)
    if left is None or not may(left, Deed.INVITE, event.region):
        invitations.withdraw(tx, event.region, event.ended, now)
    if event.role is None:
        plans.hand_back(tx, event.region, event.ended)
    _derive_again(tx, event.region, owned)


def _works_for_too(tx: Transaction, event: happened.WorksForToo, now: datetime) -> None:
    there = groups.add_organisation(tx, event.region, event.organisation)
    workplaces.add(tx, event.region, event.member, there.key)
    derive_all_again(tx, event.member)


def _organisation_left(tx: Transaction, event: happened.OrganisationLeft, now: datetime) -> None:
    workplaces.leave(tx, event.region, event.member, event.organisation, now)
    derive_all_again(tx, event.member)


def _subregion_made(tx: Transaction, event: happened.SubregionMade, now: datetime) -> None:
    groups.add_subregion(tx, event.region, event.name)


def _team_put(tx: Transaction, event: happened.TeamPut, now: datetime) -> None:
    groups.put_team(tx, event.region, event.name, event.subregion)


def _organisation_put(tx: Transaction, event: happened.OrganisationPut, now: datetime) -> None:
    groups.put_organisation(tx, event.region, event.name, event.subregion)


def _channel_tied(tx: Transaction, event: happened.ChannelTied, now: datetime) -> None:
    groups.check_subregion(tx, event.region, event.subregion)
    chats.tie(tx, event.chat, event.region, event.subregion, event.hears)


def _stopped(tx: Transaction, event: happened.Stopped, now: datetime) -> None:
    people.stop(tx, event.person, now)
    occurrences.withdraw(tx, event.person)
    outbox.withdraw(tx, event.person, now)
    conversations.end_all(tx, event.person)
    derive_all_again(tx, event.person)
    known = people.person(tx, event.person)
    for region in known.regions if known else ():
        plans.hand_back(tx, region, event.person)


def _started_again(tx: Transaction, event: happened.StartedAgain, now: datetime) -> None:
    people.start_again(tx, event.person)
    derive_all_again(tx, event.person)


def _local_day(tx: Transaction, region: str, now: datetime) -> date:
    there = people.region(tx, region)
    return local_day(seconds(now), there.zone if there else AMSTERDAM)


def derive_all_again(tx: Transaction, person: str) -> None:
    """Let what somebody is reminded of be derived again, in every region."""
    known = people.person(tx, person)
    for region in known.regions if known else ():
        _derive_again(tx, region, _owned(tx, region, person))


def _owned(tx: Transaction, region: str, person: str) -> list[str]:
    return [one.key for one in plans.owned_by(tx, region, person)]


def _derive_again(tx: Transaction, region: str, milestones: Iterable[str]) -> None:
    for milestone in milestones:
        occurrences.mark_stale(tx, region, milestone)


KEPT: Mapping[type[Event], Callable[[Transaction, Any, datetime], None]] = {
    happened.Invited: _invited,
    happened.WrongCodeTried: _wrong_code,
    happened.Joined: _joined,
    happened.Settled: _settled,
    happened.Paused: _paused,
    happened.RemindersChosen: _reminders_chosen,
    happened.Placed: _placed,
    happened.TeamLeft: _team_left,
    happened.RoleEnded: _role_ended,
    happened.WorksForToo: _works_for_too,
    happened.OrganisationLeft: _organisation_left,
    happened.SubregionMade: _subregion_made,
    happened.TeamPut: _team_put,
    happened.OrganisationPut: _organisation_put,
    happened.ChannelTied: _channel_tied,
    happened.Stopped: _stopped,
    happened.StartedAgain: _started_again,
}
