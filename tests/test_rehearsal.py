"""A rehearsal says what the workers would say, to whom, and when; it touches nothing and repeats itself."""

import asyncio
import hashlib
import json
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobs.delivery import DeliveryWorker
from jobs.occurrences import OccurrenceWorker
from jobs.rehearsal import Rehearsed, rehearse
from jobs.sender import Abilities
from jobs.worker import Worker, settle
from programme.calendar import Break, Period
from programme.events import Answered
from programme.records import Person, Stand
from programme.rules import Rules
from storage import calendars, events
from storage.database import Database, MemoryStore
from storage.messages import blocks
from storage.people import people
from tests.platforms import Screen
from tests.rehearsed_region import IMPORTED, OTHER, REGION, seed, tie_channel
from tests.typed import typed

ZONE = ZoneInfo(REGION.zone)
YEAR = Period(first=date(2021, 11, 1), last=date(2022, 10, 31))
WINTER = Period(first=date(2021, 11, 1), last=date(2022, 2, 13))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    store = Database(tmp_path / "aanjager.db")
    store.write(seed).result()
    store.close()
    return tmp_path / "aanjager.db"


def rehearsed(store: MemoryStore, days: Period = WINTER, now: datetime = IMPORTED) -> Rehearsed:
    return asyncio.run(rehearse(store, REGION, Rules(), days, now))


def seeded() -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    return store


def test_the_file_stays_as_it_is_and_may_be_in_use(file: Path) -> None:
    running = Database(file)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    counts = running.read(lambda tx: tx.rows("SELECT COUNT(*) FROM outbox"))
    found = rehearsed(MemoryStore(copy_of=file))
    running.write(lambda tx: people.stop(tx, "manager", IMPORTED)).result()
    assert found.said
    assert running.read(lambda tx: tx.rows("SELECT COUNT(*) FROM outbox")) == counts
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before
    running.close()


def test_it_says_the_same_every_time(file: Path) -> None:
    assert rehearsed(MemoryStore(copy_of=file)) == rehearsed(MemoryStore(copy_of=file))


def test_what_a_platform_does_not_want_now_is_no_part_of_it() -> None:
    held = seeded()
    held.write(
        lambda tx: blocks.keep(tx, "local", "coordinator", IMPORTED + timedelta(days=2), IMPORTED)
    ).result()
    assert rehearsed(held).said == rehearsed(seeded()).said


def test_it_says_what_the_workers_say_when_they_look_every_half_hour() -> None:
    """The workers of the bot itself, without leaping from moment to moment: nothing is skipped by leaping.

    What a rehearsal leaves out: that somebody has yet to be reminded, for there somebody stands in for every owner.
    """
    store = seeded()
    store.write(tie_channel).result()
    screen = Screen("local", Abilities())
    workers: list[Worker] = [OccurrenceWorker(store), DeliveryWorker(store, {"local": screen})]
    heard: list[tuple[datetime, str]] = []

    async def look(now: datetime) -> None:
        await settle(workers, now)
        heard.extend((now, parcel.text) for parcels in screen.changed.values() for parcel in parcels)
        screen.changed.clear()

    days = Period(first=date(2021, 11, 29), last=date(2022, 1, 14))
    begin, end = (datetime.combine(day, time(), ZONE) for day in (date(2021, 11, 22), date(2022, 1, 15)))
    moments = (begin + n * timedelta(minutes=30) for n in range((end - begin).days * 48))
    for moment in (one for one in moments if 7 <= one.hour <= 16):
        asyncio.run(look(moment))
    known = {"manager", "coordinator", "deputy"}
    copy = seeded()
    copy.write(tie_channel).result()
    said = [one for one in rehearsed(copy, days, begin).said if one.recipient in known or not one.private]
    first = datetime.combine(days.first, time(), ZONE)
    heard = [one for one in heard if one[0] >= first and "krijgt niemand een herinnering" not in one[1]]
    assert len(said) > 10
    assert Counter((one.at, one.text) for one in said) == Counter(heard)


def test_owners_whom_nobody_speaks_for_have_somebody_who_stands_in() -> None:
    found = rehearsed(seeded(), YEAR)
    assert sorted(found.stand_ins.values()) == ["Bedrijven", "Coördinator lijn 2", "Team 12"]
    heard = {one.to for one in found.said if one.private}
    assert {*found.stand_ins.values(), "Coördinator keuzevakken"} <= heard


def test_a_region_without_anybody_has_a_manager_who_stands_in() -> None:
    store = seeded()
    found = asyncio.run(rehearse(store, OTHER, Rules(), WINTER, IMPORTED))
    assert "Programmamanager" in found.stand_ins.values()
    assert {one.to for one in found.said if one.kind == "list"} == {"Programmamanager"}


def test_only_the_region_is_heard() -> None:
    found = rehearsed(seeded())
    assert [one for one in found.said if any(item.startswith("other-") for item in one.items)] == []
    assert {one.to for one in found.said if not one.private} == {f"Kanaal van {REGION.name}"}


def test_every_kind_is_told_apart() -> None:
    found = rehearsed(seeded(), YEAR)
    assert {one.kind for one in found.said} >= {"reminder", "list", "weekly summary"}
    reminders = [one for one in found.said if one.kind == "reminder"]
    assert {item for one in reminders for item in one.items} == {"m1", "m2", "m3", "m4"}
    assert all("Hoe staat het hiermee?" in one.text for one in reminders)


def test_nobody_hears_twice_on_a_day() -> None:
    said = [one for one in rehearsed(seeded()).said if one.private]
    assert max(Counter((one.recipient, one.at.date()) for one in said).values()) == 1


def test_what_lies_between_now_and_the_first_day_goes_by_unlisted() -> None:
    late = Period(first=date(2021, 12, 13), last=WINTER.last)
    whole = rehearsed(seeded()).said
    assert rehearsed(seeded(), late).said == tuple(one for one in whole if one.at.date() >= late.first)


def test_days_gone_by_are_rehearsed_anew() -> None:
    fresh = rehearsed(seeded(), WINTER, now=datetime(2021, 11, 1, tzinfo=ZONE))
    used = seeded()
    used.write(tie_channel).result()
    rehearsed(used, Period(first=date(2021, 11, 1), last=date(2022, 6, 1)))
    again = rehearsed(used, WINTER, now=datetime(2022, 6, 1, tzinfo=UTC))
    private = [[(one.at, one.to, one.text) for one in each.said if one.private] for each in (fresh, again)]
    assert private[0] == private[1]


def test_what_is_done_is_not_asked_about() -> None:
    store = seeded()
    done = Answered(region=REGION.key, person="coordinator", milestone="m1", position=0, stand=Stand.DONE)
    store.write(lambda tx: events.apply(tx, (done,), IMPORTED)).result()
    said = rehearsed(store).said
    assert [one for one in said if "m1" in one.items] == []


def test_years_without_holidays_are_named() -> None:
    span = Period(first=date(2021, 11, 1), last=date(2022, 9, 1))
    assert rehearsed(seeded(), span).uncovered == ((None, (2022,)),)
    assert rehearsed(seeded()).uncovered == ()


@settings(max_examples=12, deadline=None)
@given(
    hour=st.times(),
    first=st.dates(date(2021, 9, 1), date(2022, 3, 20)),
    away=st.dates(date(2021, 10, 1), date(2022, 4, 1)),
    length=st.integers(0, 30),
)
def test_nothing_is_said_in_quiet_hours_at_weekends_or_in_holidays(
    hour: time, first: date, away: date, length: int
) -> None:
    store = seeded()
    holiday = Break(name="vakantie", first=away, last=away + timedelta(days=length))
    store.write(lambda tx: calendars.set_breaks(tx, REGION.key, None, (holiday,))).result()
    store.write(
        lambda tx: people.add_person(tx, Person(key="coordinator", name="C", hour=hour), IMPORTED)
    ).result()
    days = Period(first=first, last=first + timedelta(days=40))
    for one in rehearsed(store, days).said:
        assert time(7) <= one.at.time() < time(21)
        assert one.at.isoweekday() <= 5
        assert one.at.date() not in holiday
        assert days.first <= one.at.date() <= days.last


def test_the_command_answers_a_program_with_every_message(file: Path) -> None:
    words = (
        "rehearse",
        "--region",
        "sto1",
        "--from",
        "2021-11-01",
        "--until",
        "2022-02-13",
        "--data",
        file.parent,
    )
    answer = typed(*words, "--json")
    said = json.loads(answer.said)
    assert answer.status == 0
    assert all(list(one) == ["at", "to", "chat", "kind", "item", "text"] for one in said)
    assert said[0]["at"] == "2021-11-04T15:30:00+01:00"
    assert {one["chat"] for one in said} == {"private", "channel"}
    assert "Team 12" in answer.complained


def test_the_command_answers_a_reader_with_a_table_of_people_and_weeks(file: Path) -> None:
    words = (
        "rehearse",
        "--region",
        "STO1",
        "--from",
        "2021-11-01",
        "--until",
        "2022-09-30",
        "--data",
        file.parent,
    )
    answer = typed(*words, COLUMNS="80")
    assert answer.status == 0
    assert "2021, berichten in week" in answer.said and "2022, berichten in week" in answer.said
    assert "* Team 12" in answer.said and " Coördinator keuzevakken" in answer.said
    assert max(map(len, answer.said.splitlines())) <= 80
    assert "Regio Rivierenland heeft geen schoolvakanties voor 2022–2023" in answer.all
    assert "3 eigenaren uit het plan is nog niemand uitgenodigd" in answer.all


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--region", "STO9", "--from", "2021-11-01", "--until", "2021-11-02"),
            "Er is geen regio STO9. Deze zijn er wel: STO1 (Regio Rivierenland), STO2",
        ),
        (("--region", "STO1", "--from", "2021-11-02", "--until", "2021-11-01"), "ligt vóór --from"),
        (
            ("--region", "STO1", "--from", "0026-01-01", "--until", "2026-11-01"),
            "zijn er te veel dagen, of ze zijn te ver weg.",
        ),
        (
            ("--region", "STO1", "--from", "2026-01-01", "--until", "9999-12-31"),
            "zijn er te veel dagen, of ze zijn te ver weg.",
        ),
        (
            ("--region", "STO1", "--from", "9999-12-30", "--until", "9999-12-31"),
            "zijn er te veel dagen, of ze zijn te ver weg.",
        ),
        (
            ("--region", "STO1", "--from", "november", "--until", "2021-11-01"),
            "Wat je bij --from hebt ingevuld is geen datum. Schrijf jaar, maand en dag zo: --from 2026-12-31",
        ),
        (
            ("--region", "STO1", "--from", "2026-13-01", "--until", "2026-12-31"),
            "Wat je bij --from hebt ingevuld is geen datum. Schrijf jaar, maand en dag zo: --from 2026-12-31",
        ),
        (
            ("--region", "STO1", "--from", "2026-12-01", "--until", "2027-02-29"),
            "Wat je bij --until hebt ingevuld is geen datum. Schrijf jaar, maand en dag zo: --until 2026-12-31",
        ),
    ],
)
def test_what_cannot_be_rehearsed_is_named(file: Path, words: tuple[str, ...], said: str) -> None:
    answer = typed("rehearse", *words, "--data", file.parent)
    assert answer.status == 2
    assert said in answer.all
