"""A rehearsal: what the bot would say to whom in a span of days, by the very workers that say it, on a copy in memory.

Nobody answers, and nothing leaves the machine. Where nobody has been invited yet, somebody who does not exist
stands in for the owner that the plan names, so that the load can be seen before anybody has it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from documents.drawings import Drawn
from jobs import silences, summaries
from jobs.delivery import DeliveryWorker
from jobs.occurrences import OccurrenceWorker
from jobs.sender import Abilities
from jobs.worker import Worker, settle
from language.catalogue import catalogue
from programme.cadence import Rule
from programme.calendar import Period
from programme.permissions import Deed
from programme.records import Region, Role
from programme.rules import Rules
from programme.text import _
from programme.wording import ROLES
from storage import checks, rehearsals
from storage.chats import chats
from storage.checks import Uncovered
from storage.database import MemoryStore, Transaction
from storage.messages.parcels import Parcel
from storage.people import people

DAY = timedelta(days=1)
REMINDER, SILENCE, LIST, SUMMARY = "reminder", "silence", "list", "weekly summary"
KINDS: Mapping[str, str] = {
    **dict.fromkeys((rule.value for rule in Rule), REMINDER),
    silences.SILENT: SILENCE,
    silences.UNANSWERED: LIST,
    summaries.RULE: SUMMARY,
}
Hear = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message that would go out: ``at`` in local time; ``to`` is a name, ``recipient`` the key behind it.

    In a channel that key is its region's or subregion's. ``kind``: the first of ``KINDS`` that it is. ``items``: keys
    of the milestones in it, or of what else it is about.
    """

    at: datetime
    to: str
    recipient: str
    private: bool
    kind: str
    items: tuple[str, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """What a rehearsal of a region found: the messages in order, and who stood in (names by their keys).

    ``uncovered``: (organisation, or None for the region itself; school years of the span without holidays).
    """

    region: Region
    said: tuple[Said, ...]
    stand_ins: Mapping[str, str]
    uncovered: tuple[Uncovered, ...]


async def rehearse(
    store: MemoryStore,
    region: Region,
    rules: Rules,
    days: Period,
    now: datetime,
    hear: Hear = lambda *_: None,
) -> Rehearsed:
    """Run a region's clock over ``days`` on a copy that is used up by it; return what would be said on them.

    From days to come, the time between ``now`` and the first of them goes by as well; for days gone by, what was said
    since then is forgotten first. ``hear`` is told how many seconds of how many have gone by.
    """
    zone = ZoneInfo(region.zone)
    first, end = (datetime.combine(day, time(), zone) for day in (days.first, days.last + DAY))
    begin = min(now, first) if now.astimezone(zone).date() <= days.first else first
    stand_ins = store.write(lambda tx: _set_up(tx, region, begin, anew=begin < now)).result()
    recorder = _Recorder(store, zone)
    workers = _workers(store, region, rules, recorder)
    at: datetime | None = begin
    while at is not None and at < end:
        hear(int((at - begin).total_seconds()), int((end - begin).total_seconds()))
        at = await settle(workers, at)
    return Rehearsed(
        region=region,
        said=tuple(one for one in recorder.said if one.at >= first),
        stand_ins=stand_ins,
        uncovered=store.read(lambda tx: tuple(checks.uncovered(tx, region, days.first, days.last))),
    )


def _set_up(tx: Transaction, region: Region, begin: datetime, *, anew: bool) -> dict[str, str]:
    """Make the copy ready for the moment at which it begins; return who stands in."""
    rehearsals.set_apart(tx, region.key)
    if anew:
        rehearsals.rewind(tx, region.key, begin, begin.astimezone(ZoneInfo(region.zone)).date())
    wording = catalogue(region.language)
    if not chats.channels(tx, region.key):
        rehearsals.open_channel(
            tx, region.key, wording.render(_("Channel of {region}", region=region.name)), begin
        )
    managers = _manager_who_stands_in(tx, region, wording.render(ROLES[Role.MANAGER]), begin)
    return managers | _owners_who_stand_in(tx, region, begin)


def _manager_who_stands_in(tx: Transaction, region: Region, name: str, now: datetime) -> dict[str, str]:
    if people.who_may(tx, Deed.MANAGE, region.key):
        return {}
    key = f"{rehearsals.PLATFORM}:manager"
    rehearsals.stand_in(tx, region, key, name, Role.MANAGER, now)
    return {key: name}


def _owners_who_stand_in(tx: Transaction, region: Region, now: datetime) -> dict[str, str]:
    owners = {
        f"{rehearsals.PLATFORM}:{number:04}": owner
        for number, owner in enumerate(rehearsals.unmanned(tx, region.key))
    }
    for key, owner in owners.items():
        role = Role(owner.role) if owner.role else Role.OWNER
        rehearsals.stand_in(tx, region, key, owner.name, role, now)
        rehearsals.speaks_for(tx, region.key, owner, key)
    return {key: owner.name for key, owner in owners.items()}


def _workers(store: MemoryStore, region: Region, rules: Rules, recorder: "_Recorder") -> list[Worker]:
    platforms = store.read(rehearsals.platforms)
    return [
        OccurrenceWorker(store, lambda _key: rules, regions=lambda _tx: [region]),
        DeliveryWorker(store, dict.fromkeys(platforms, recorder), draw=_undrawn),
    ]


def _undrawn(drawing: object, language: str) -> None:
    """A picture that nobody sees is not drawn."""


class _Recorder:
    """Every platform at once: it keeps what it is given. An edit is no message that goes out."""

    platform = rehearsals.PLATFORM
    abilities = Abilities(idempotent=True)

    def __init__(self, store: MemoryStore, zone: ZoneInfo) -> None:
        self._store = store
        self._zone = zone
        self.said: list[Said] = []

    async def send(self, parcel: Parcel, file: Drawn | None, now: datetime) -> str:
        """Keep a message."""
        chat, name = self._store.read(lambda tx: rehearsals.addressee(tx, parcel.chat))
        origin = self._store.read(lambda tx: rehearsals.origin(tx, parcel.key))
        place = chat.subregion or chat.region or ""
        said = Said(
            at=now.astimezone(self._zone),
            to=name or chat.title,
            recipient=chat.person or place,
            private=chat.private,
            kind=_kind(origin.rules),
            items=tuple(place if item == chat.key else item for item in origin.items),
            text=parcel.text,
        )
        self.said.append(said)
        return str(len(self.said))

    async def edit(self, parcel: Parcel, file: Drawn | None, now: datetime) -> None:
        """Nothing new is said."""

    async def toast(self, parcel: Parcel, now: datetime) -> None:
        """Nobody presses anything."""


def _kind(rules: frozenset[str]) -> str:
    """Return what a message is: by the rule that comes first, or what was waiting from before."""
    known = next((kind for rule, kind in KINDS.items() if rule in rules), None)
    return known or next(iter(sorted(rules)), "message")
