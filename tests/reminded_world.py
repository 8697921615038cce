"""A world for properties of the worker that reminds: random plans, people and holidays, and what happens meanwhile."""

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.local import PLATFORM, open_private_chat
from handlers.plan.reminder_lines import Reminder
from jobs.occurrences import OccurrenceWorker
from jobs.silences import SILENT
from programme import events
from programme.calendar import AMSTERDAM, Calendar, instant
from programme.kept import found
from programme.messages import View
from programme.people_events import Paused, Settled
from programme.records import Activity, Membership, Milestone, Person, Place, Region, Role, Stand
from storage import events as kept
from storage import occurrences
from storage.chats import chats
from storage.database import MemoryStore, Transaction
from storage.people import pauses, people
from storage.plan import plans
from tests.owned import set_owners
from tests.times import FIRST, LAST
from tests.times import calendars as some_calendars

ZONE = ZoneInfo(AMSTERDAM)
REGIONS = (Region(key="R", name="Regio Vechtdal"), Region(key="S", name="Regio Zeekant"))
WHO = ("trekker", "vervanger", "dubbel", "manager")
STANDS = (Stand.ON_TRACK, Stand.DELAYED, Stand.DONE)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How a world begins: ``hours`` and ``workdays`` are of the people in ``WHO``, ``dues`` of the milestones."""

    first: date
    calendars: tuple[Calendar, Calendar]
    hours: tuple[time, ...]
    workdays: tuple[frozenset[int], ...]
    dues: tuple[int | None, ...]


@dataclass(frozen=True, kw_only=True)
class Happening:
    """After ``days`` somebody does something; ``down``: the bot did not run in between."""

    days: int
    down: bool
    deed: str
    who: str
    item: int
    ahead: int


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message as it went out."""

    person: str
    at: datetime
    view: Reminder
    paused: bool


@dataclass
class World:
    """A store, the worker on it, and what was said. ``lost`` are occurrences that vanished over a downtime."""

    setting: Setting
    store: MemoryStore = field(default_factory=MemoryStore)
    said: list[Said] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    _seen: int = 0

    def live(self, happenings: list[Happening]) -> None:
        """Let everything happen, and six weeks after it."""
        asyncio.run(self._live(happenings))
        self.store.close()

    async def _live(self, happenings: list[Happening]) -> None:
        self.store.write(self._seed).result()
        worker = OccurrenceWorker(self.store)
        now = instant(self.setting.first, time(6), AMSTERDAM)
        rest = Happening(days=45, down=False, deed="", who="", item=0, ahead=0)
        for one in (*happenings, rest):
            until = now + timedelta(days=one.days, hours=one.ahead % 24)
            if not one.down:
                await self._run(worker, now, until)
            now = until
            waiting = self.store.read(partial(_waiting, now=now))
            await self._run(worker, now, now)
            self.lost += [key for key in waiting if not self.store.read(partial(_known, key=key))]
            self.store.write(partial(self._happen, one=one, now=now)).result()
            await self._run(worker, now, now)

    async def _run(self, worker: OccurrenceWorker, now: datetime, until: datetime) -> None:
        at: datetime | None = now
        while at is not None and at <= until:
            now = max(now, at)
            at = await worker.work(now)
            self._note()

    def _note(self) -> None:
        rows = self.store.read(
            lambda tx: tx.rows("SELECT * FROM outbox WHERE key > :seen ORDER BY key", seen=self._seen)
        )
        for row in rows:
            self._seen = row["key"]
            view = found(View, row["view"] or "")
            if isinstance(view, Reminder):
                at = datetime.fromtimestamp(row["said_at"], ZONE)
                person = row["person"]
                self.said.append(
                    Said(person=person, at=at, view=view, paused=self._paused(person, at.date()))
                )

    def _paused(self, person: str, day: date) -> bool:
        return any(day in pause for pause in self.store.read(lambda tx: pauses.of(tx, person)))

    def _seed(self, tx: Transaction) -> None:
        for region, calendar in zip(REGIONS, self.setting.calendars, strict=True):
            people.add_region(tx, region)
            plans.add_plan(tx, region.key, region.key, "Activiteitenplan")
            people.add_team(tx, f"t{region.key}", region.key, "Team")
            activity = Activity(key=f"a{region.key}", region=region.key, number=1, title="Techniek")
            plans.add_activity(tx, region.key, activity)
            for number, each in enumerate(calendar.breaks):
                first, last = each.first.isoformat(), each.last.isoformat()
                tx.insert("breaks", region=region.key, name=str(number), first=first, last=last)
        channel = chats.arrive(tx, PLATFORM, "channel", "channel", "Kanaal", self._start)
        chats.tie(tx, channel.key, "R", None)
        for number, who in enumerate(WHO):
            self._add(tx, number, who)
        for number, due in enumerate(self.setting.dues):
            self._agree(tx, number, due)

    @property
    def _start(self) -> datetime:
        return instant(self.setting.first, time(6), AMSTERDAM)

    def _add(self, tx: Transaction, number: int, who: str) -> None:
        place = Place.DEPUTY if who == "vervanger" else Place.COORDINATOR
        memberships = [
            Membership(region=region.key, role=Role.COORDINATOR, team=f"t{region.key}", place=place)
            for region in (REGIONS if who == "dubbel" else REGIONS[:1])
        ]
        if who == "manager":
            memberships = [Membership(region=region.key, role=Role.MANAGER) for region in REGIONS]
        hour, workdays = self.setting.hours[number], self.setting.workdays[number]
        person = Person(key=who, name=who, hour=hour, workdays=workdays, memberships=tuple(memberships))
        people.add_person(tx, person, self._start)
        open_private_chat(tx, who, who, self._start)

    def _agree(self, tx: Transaction, number: int, due: int | None) -> None:
        region = REGIONS[number % 3 // 2]
        start = self.setting.first - timedelta(days=30 * number)
        milestone = Milestone(
            key=f"m{number}",
            region=region.key,
            activity=f"a{region.key}",
            title=f"Mijlpaal {number}",
            start=start if number % 2 else None,
            due=None if due is None else self.setting.first + timedelta(days=due),
        )
        plans.add_milestone(tx, region.key, milestone)
        set_owners(tx, milestone.key, [("Team", f"t{region.key}", None)])

    def _happen(self, tx: Transaction, one: Happening, now: datetime) -> None:
        item = f"m{one.item % len(self.setting.dues)}"
        region = REGIONS[int(item[1:]) % 3 // 2].key
        ahead = now.date() + timedelta(days=1 + one.ahead)
        if one.deed == "answer":
            stand = STANDS[one.ahead % 3]
            forecast = ahead if stand is Stand.DELAYED else None
            self._keep(
                tx,
                events.Answered(
                    region=region, person=one.who, milestone=item, position=0, stand=stand, forecast=forecast
                ),
                now,
            )
        elif one.deed == "later":
            self._keep(tx, events.Postponed(region=region, person=one.who, milestone=item, until=ahead), now)
        elif one.deed == "pause":
            paused = Paused(region=region, person=one.who, first=now.date(), last=ahead)
            self._keep(tx, paused, now)
        elif one.deed == "plan":
            tx.run("UPDATE milestones SET due = :due WHERE key = :key", due=ahead.isoformat(), key=item)
            occurrences.mark_stale(tx, region, item)
        elif one.deed == "hour":
            days = tuple(sorted(self.setting.workdays[WHO.index(one.who)]))
            hour = time(one.ahead % 24, 30)
            settled = Settled(
                region=region, person=one.who, name=one.who, language="nl", hour=hour, workdays=days
            )
            self._keep(tx, settled, now)

    def _keep(self, tx: Transaction, event: events.Event, now: datetime) -> None:
        kept.apply(tx, [event], now)
        if event.item:
            occurrences.mark_stale(tx, event.region, event.item)


def _waiting(tx: Transaction, now: datetime) -> list[str]:
    """Return what is due; but silence, which waits until whoever is silent was asked after all."""
    return [one.key for one in occurrences.due(tx, now) if one.rule != SILENT]


def _known(tx: Transaction, key: str) -> bool:
    return tx.value("SELECT 1 FROM occurrences WHERE key = :key", key=key) is not None


def settings() -> st.SearchStrategy[Setting]:
    """Up to six milestones around the end of a year, a clock change or a holiday of 2024 to 2037."""
    around = st.builds(
        lambda year, day, shift: date(year, *day) + timedelta(days=shift),
        st.integers(FIRST.year, LAST.year - 1),
        st.sampled_from([(3, 20), (10, 20), (12, 10), (7, 1)]),
        st.integers(-30, 10),
    )
    dues = st.one_of(st.none(), st.integers(-20, 120), st.integers(0, 30), st.integers(180, 400))
    days = st.sampled_from(
        [frozenset({1, 2, 3, 4, 5}), frozenset({2, 4}), frozenset({1, 3, 6, 7}), frozenset({5})]
    )
    hours = st.sampled_from([time(8, 30), time(16), time(2, 30), time(23, 15), time(7), time(20, 59)])
    many = len(WHO)
    return st.builds(
        Setting,
        first=around,
        calendars=st.tuples(some_calendars(), some_calendars()),
        hours=st.tuples(*[hours] * many),
        workdays=st.tuples(*[days] * many),
        dues=st.lists(dues, min_size=1, max_size=6).map(tuple),
    )


def happenings() -> st.SearchStrategy[list[Happening]]:
    """Up to eight deeds, with days in between on which the bot may not have run."""
    one = st.builds(
        Happening,
        days=st.integers(0, 40),
        down=st.booleans(),
        deed=st.sampled_from(["", "answer", "later", "pause", "plan", "hour"]),
        who=st.sampled_from(WHO),
        item=st.integers(0, 5),
        ahead=st.integers(0, 60),
    )
    return st.lists(one, max_size=8)


def quiet(calendar: Calendar, workdays: frozenset[int], day: date) -> bool:
    """Whether nobody with these working days is spoken to on a day."""
    return calendar.quiet(day) or day.isoweekday() not in workdays
