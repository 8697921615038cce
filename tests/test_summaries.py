"""When each channel hears its week, and that it hears it once."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs.occurrences import OccurrenceWorker
from jobs.summaries import RULE, derive_summaries
from jobs.worker import settle
from programme.calendar import Break
from programme.kept import found
from programme.messages import Drawing
from programme.rules import Rules
from programme.updates import Details
from programme.week import WeekDrawing
from programme.weekly import Weekly
from storage import calendars, occurrences
from storage.chats import chats
from storage.database import MemoryStore, Transaction, Work
from storage.messages import bodies
from storage.moments import moment
from tests.talk import ZONE
from tests.week_region import REGION, START, add_break, add_channel, report, seed

THURSDAY = datetime(2021, 12, 2, 15, 30, tzinfo=ZONE)
WEEKS = 10
T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """A summary that was said: when, and the picture's data (None: one line without news)."""

    at: datetime
    chat: str
    text: str
    drawing: WeekDrawing | None

    @property
    def pupils(self) -> int:
        return self.drawing.week.reported.pupils if self.drawing else 0


class Region:
    """The tests' region with a clock of its own and nothing but the worker that says what is due."""

    def __init__(self, *breaks: Break) -> None:
        self.store = MemoryStore()
        self.now = START
        self.write(seed)
        for one in breaks:
            self.write(partial(add_break, one=one))
        self.channel = self.chat("Vechtdal")
        self.worker = OccurrenceWorker(self.store)
        self.work()

    def write(self, work: Work[T]) -> T:
        return self.store.write(work).result()

    def chat(self, title: str) -> str:
        return str(self.write(lambda tx: tx.value("SELECT key FROM chats WHERE title = :title", title=title)))

    def work(self) -> datetime | None:
        return asyncio.run(settle([self.worker], self.now))

    def turn(self, to: datetime) -> None:
        """Turn the clock, stopping at every moment at which something is due."""
        while (following := self.work()) is not None and following <= to:
            self.now = following
        self.now = to
        self.work()

    def report(self, key: str, at: datetime, pupils: int, person: str = "teacher") -> None:
        self.write(lambda tx: report(tx, key, at, person=person, details=Details(pupils=pupils)))

    def told(self, chat: str | None = None) -> list[Told]:
        rows = self.store.read(
            lambda tx: tx.rows(
                "SELECT chat, body, said_at FROM outbox WHERE chat = :chat ORDER BY key",
                chat=chat or self.channel,
            )
        )
        return [_told(row) for row in rows]

    def settled(self) -> list[tuple[str, str]]:
        rows = self.store.read(
            lambda tx: tx.rows(
                """SELECT day, state FROM occurrences WHERE chat = :chat AND state <> 'pending' ORDER BY day""",
                chat=self.channel,
            )
        )
        return [(row["day"], row["state"]) for row in rows]

    def pending(self) -> list[datetime]:
        due = self.store.read(lambda tx: occurrences.pending(tx, self.channel))
        return [one.at.astimezone(ZONE) for one in due]


def _told(row: dict[str, object]) -> Told:
    body = bodies.found(str(row["body"]))
    drawing = found(Drawing, body.drawing)
    assert drawing is None or isinstance(drawing, WeekDrawing)
    return Told(moment(int(str(row["said_at"]))), str(row["chat"]), body.text, drawing)


def test_each_channel_hears_its_week_on_thursday_at_half_past_three() -> None:
    region = Region()
    region.turn(THURSDAY - timedelta(seconds=1))
    assert region.told() == []
    region.turn(THURSDAY + timedelta(hours=1))
    assert [told.at for told in region.told()] == [THURSDAY]
    assert [told.at for told in region.told(region.chat("Noord"))] == [THURSDAY]


def test_the_hour_stays_the_same_through_both_clock_changes() -> None:
    region = Region()
    for now in (datetime(2022, 3, 20, tzinfo=UTC), datetime(2022, 10, 20, tzinfo=UTC)):
        region.write(partial(derive_summaries, region=REGION, rules=Rules(), now=now))
        hours = {(at.weekday(), at.hour, at.minute) for at in region.pending() if at > now}
        offsets = {at.utcoffset() for at in region.pending() if at > now}
        assert hours == {(3, 15, 30)}
        assert len(offsets) == 2


def test_what_a_region_says_of_its_week_goes_before_the_usual_thursday() -> None:
    region = Region()
    monday = Rules(weekly=Weekly(weekday=1, at=time(9)))
    region.write(lambda tx: derive_summaries(tx, REGION, monday, START + timedelta(hours=2)))
    assert {(at.weekday(), at.hour) for at in region.pending()} == {(0, 9)}


def test_deriving_again_changes_nothing() -> None:
    region = Region()
    before = region.pending()
    region.write(lambda tx: derive_summaries(tx, REGION, Rules(), START + timedelta(hours=3)))
    assert region.pending() == before


def test_a_holiday_that_is_added_takes_its_summaries_away() -> None:
    region = Region()
    free = Break(name="Extra", first=date(2021, 12, 9), last=date(2021, 12, 10))
    region.write(lambda tx: add_break(tx, free))
    region.write(lambda tx: derive_summaries(tx, REGION, Rules(), START))
    assert THURSDAY + timedelta(weeks=1) not in region.pending()
    assert THURSDAY + timedelta(weeks=2) in region.pending()


def test_a_channel_that_is_tied_later_gets_its_summaries_at_once() -> None:
    region = Region()
    region.turn(START + timedelta(days=1))
    late = region.write(lambda tx: add_channel(tx, "Zuid", "south"))
    region.turn(THURSDAY)
    assert len(region.told(late)) == 1


def test_a_channel_that_is_gone_hears_nothing_more() -> None:
    region = Region()
    region.write(lambda tx: tx.run("UPDATE chats SET gone_at = 1 WHERE key = :key", key=region.channel))
    region.turn(THURSDAY)
    assert region.told() == []
    assert region.settled() == [("2021-12-02", "expired")]


def test_a_channel_that_moves_to_another_region_hears_of_that_one() -> None:
    region = Region()

    def move(tx: Transaction) -> None:
        tx.insert("regions", key="S", name="Elders", zone="Europe/Amsterdam", language="nl")
        chats.tie(tx, region.channel, "S", None)

    region.write(move)
    region.turn(THURSDAY)
    (told,) = region.told()
    assert told.text == "Geen nieuwe uitkomsten en geen mijlpalen gereed sinds donderdag 25 november."


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (THURSDAY + timedelta(hours=2), THURSDAY + timedelta(hours=2)),
        (THURSDAY.replace(hour=22), THURSDAY.replace(day=3, hour=8)),
        (THURSDAY.replace(day=3, hour=3), THURSDAY.replace(day=3, hour=8)),
        (THURSDAY.replace(day=3, hour=20, minute=59), THURSDAY.replace(day=3, hour=20, minute=59)),
    ],
    ids=["the same afternoon", "at night", "before dawn", "the next evening"],
)
def test_a_summary_that_was_missed_is_said_when_nobody_is_disturbed(back: datetime, said: datetime) -> None:
    region = Region()
    region.now = back
    region.turn(THURSDAY.replace(day=8))
    assert [told.at for told in region.told()] == [said]


def test_a_summary_whose_weekend_came_has_lost_its_point_and_the_next_one_covers_it() -> None:
    region = Region()
    region.report("u1", START + timedelta(hours=1), pupils=5)
    region.now = THURSDAY.replace(day=4, hour=12)
    region.turn(THURSDAY.replace(day=8))
    assert region.told() == []
    region.turn(THURSDAY + timedelta(weeks=1))
    assert [told.pupils for told in region.told()] == [5]
    assert region.settled() == [("2021-12-02", "expired"), ("2021-12-09", "said")]


def test_after_weeks_of_downtime_there_is_one_summary() -> None:
    region = Region()
    region.report("u1", START + timedelta(hours=1), pupils=5)
    region.now = THURSDAY + timedelta(weeks=2, hours=1)
    region.work()
    assert [told.pupils for told in region.told()] == [5]
    assert [state for _day, state in region.settled()] == ["expired", "expired", "said"]


def test_a_week_without_news_has_no_picture() -> None:
    region = Region()
    region.turn(THURSDAY)
    (told,) = region.told()
    assert told.drawing is None
    assert "\n" not in told.text


Reports = list[tuple[int, bool, bool]]
minutes = st.one_of(
    st.integers(0, WEEKS * 7 * 24 * 60),
    # At the very minute of a summary: before or after it in the same second.
    st.integers(0, WEEKS - 1).map(lambda week: week * 7 * 24 * 60 + (3 * 24 + 7) * 60 + 30),
)
reports = st.lists(st.tuples(minutes, st.booleans(), st.booleans()), max_size=20)
holidays = st.lists(st.tuples(st.integers(0, WEEKS * 7), st.integers(0, 16)), max_size=3)
downs = st.lists(st.tuples(st.integers(0, WEEKS * 7 * 24), st.integers(1, 200)), max_size=3)


@settings(max_examples=40, deadline=None)
@given(reports=reports, holidays=holidays, downs=downs)
def test_each_update_is_in_exactly_one_summary(
    reports: Reports, holidays: list[tuple[int, int]], downs: list[tuple[int, int]]
) -> None:
    first = START.date()
    region = Region(
        *(
            Break(name=f"v{n}", first=first + timedelta(days=day), last=first + timedelta(days=day + length))
            for n, (day, length) in enumerate(holidays)
        )
    )
    _live(region, reports, [(START + timedelta(hours=a), START + timedelta(hours=a + b)) for a, b in downs])
    for chat, wanted in ((region.channel, reports), (region.chat("Noord"), None)):
        told = region.told(chat)
        _nothing_twice_nothing_lost(told, reports, northern=wanted is None)
        _at_good_moments(region, told)


def _live(region: Region, reports: Reports, downs: list[tuple[datetime, datetime]]) -> None:
    """Let the weeks pass: reports come in before or after what is said in the same second."""
    todo = sorted((START + timedelta(minutes=at), after, n) for n, (at, after, _north) in enumerate(reports))
    for at, after, n in todo:
        _pass(region, at - timedelta(seconds=0 if after else 1), downs)
        person = "colleague" if reports[n][2] else "teacher"
        region.report(f"u{n}", at, 2**n, person)
    _pass(region, START + timedelta(weeks=WEEKS + 6), downs)


def _pass(region: Region, to: datetime, downs: list[tuple[datetime, datetime]]) -> None:
    for down, up in sorted(downs):
        if region.now < up and down < to:
            region.turn(max(region.now, min(down, to)))
            region.now = max(region.now, min(up, to))
    if region.now < to and not any(down <= region.now < up and to < up for down, up in downs):
        region.turn(to)


def _nothing_twice_nothing_lost(told: list[Told], reports: Reports, *, northern: bool) -> None:
    seen = 0
    for one in told:
        assert not seen & one.pupils
        seen |= one.pupils
    last = told[-1].at if told else START
    for n, (at, _after, north) in enumerate(reports):
        if START + timedelta(minutes=at) < last:
            assert bool(seen & 2**n) == (north or not northern)


def _at_good_moments(region: Region, told: list[Told]) -> None:
    calendar = region.store.read(lambda tx: calendars.calendar(tx, REGION.key))
    days = [one.at.astimezone(ZONE) for one in told]
    assert not any(calendar.quiet(day.date()) for day in days)
    assert all(7 <= day.hour < 21 for day in days)
    assert len({day.date() for day in days}) == len(days)


def test_every_summary_has_the_rule_by_which_the_last_one_is_found() -> None:
    region = Region()
    rules = region.store.read(lambda tx: tx.rows("SELECT DISTINCT rule FROM occurrences WHERE chat <> ''"))
    assert [row["rule"] for row in rules] == [RULE] == ["summary"]
