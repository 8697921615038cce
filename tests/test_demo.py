"""The demo: a whole region with a past, whose first week already brings something to do."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import page_app
from bot.demo.region import REGION, START, NotADemo, demo_clock, open_demo, seed
from bot.demo.time import MARK
from programme.records import Region, Stand
from storage import marks, updates
from storage.chats import chats
from storage.database import Database, MemoryStore, Transaction
from storage.files import FileStore
from storage.hold import DatabaseBusy
from storage.messages import local_chat
from storage.messages.local_chat import LocalMessage
from storage.people import people
from storage.plan import plans

TODAY = date(2021, 11, 29)


@pytest.fixture(scope="module")
def demo() -> MemoryStore:
    store = MemoryStore()
    store.write(seed).result()
    return store


def count(store: MemoryStore, what: str) -> int:
    return int(store.read(lambda tx: tx.value(f"SELECT COUNT(*) FROM {what}")))


def test_the_plan_is_as_large_as_a_real_one(demo: MemoryStore) -> None:
    milestones = demo.read(lambda tx: plans.milestones(tx, REGION.key))
    assert len(demo.read(lambda tx: plans.activities(tx, REGION.key))) == 12
    assert len(milestones) == 80
    assert [one.title for one in milestones if one.due is None] == ["Zeven andere keuzevakken vernieuwd"]
    assert Counter(one.due.month for one in milestones if one.due)[12] == 68
    assert (count(demo, "indicators"), count(demo, "indicator_targets")) == (7, 28)
    assert count(demo, "meetings WHERE per_year IS NOT NULL") == 5


def test_every_title_in_the_plan_is_there_once(demo: MemoryStore) -> None:
    titles = [one.title for one in demo.read(lambda tx: plans.milestones(tx, REGION.key))]
    assert [title for title, times in Counter(titles).items() if times > 1] == []


def test_until_now_most_is_done_and_some_is_late_with_or_without_a_new_date(demo: MemoryStore) -> None:
    milestones = demo.read(lambda tx: plans.milestones(tx, REGION.key))
    late = [one for one in milestones if one.late(TODAY)]
    past = [one for one in milestones if one.due and one.due < TODAY]
    assert sum(one.stand is Stand.DONE for one in past) > len(past) * 0.8
    assert [bool(one.forecast) for one in late].count(True) == 1
    assert [bool(one.forecast) for one in late].count(False) == 2


def test_people_reported_over_the_last_months_and_last_week(demo: MemoryStore) -> None:
    reported = demo.read(lambda tx: updates.since(tx, REGION.key, START - timedelta(days=100), START))
    assert len(reported) == len([one for one in reported if one.day]) >= 20
    last_week = [one for one in reported if one.saved_at and one.saved_at > START - timedelta(days=4)]
    assert any(one.shared and one.details.success and one.details.pupils for one in last_week)
    assert any(one.shared and one.details.obstacle for one in last_week)
    assert {one.kind.value for one in reported} >= {"outcome", "contribution", "agenda"}


def test_nobody_is_called_by_a_name_and_everybody_has_a_chat(demo: MemoryStore) -> None:
    everybody = demo.read(local_chat.people)
    assert len(everybody) == 20
    assert demo.read(lambda tx: all(chats.private_chat(tx, one.key) for one in everybody))


def test_a_subregions_channel_is_for_its_own_people_and_for_those_who_serve_all(demo: MemoryStore) -> None:
    members = demo.read(local_chat.members)
    by_title = {chat.title: members[chat.key] for chat in demo.read(local_chat.chats)}
    assert len(by_title["Regio Tweestromen"]) == 20
    assert {"docent", "manager", "coordinator"} <= set(by_title["Deelregio Noord"])
    assert "docent" not in by_title["Deelregio Zuid"]
    assert "docent-zw" not in by_title["Deelregio Noord"]


def test_only_lead_owners_said_where_a_milestone_stands(demo: MemoryStore) -> None:
    def positions(tx: Transaction) -> set[int | None]:
        said = tx.rows("SELECT milestone, person FROM answers")
        return {plans.position(tx, REGION.key, row["milestone"], row["person"]) for row in said}

    assert demo.read(positions) == {0}


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> list[LocalMessage]:
    """What the bot says by itself in the demo's first week."""
    folder = tmp_path_factory.mktemp("week")
    store = open_demo(folder)
    before = store.read(local_chat.last_said)
    clock = demo_clock(store)
    app = page_app(store, FileStore(folder / "files"), clock)
    asyncio.run(app.scheduler.turn(datetime(2021, 12, 5, 18, 0, tzinfo=UTC), clock.turn))
    said = store.read(
        lambda tx: [one for chat in local_chat.chats(tx) for one in local_chat.messages(tx, chat.key, before)]
    )
    store.close()
    return said


def test_the_first_week_asks_a_coordinator_about_several_milestones_in_one_message(
    week: list[LocalMessage],
) -> None:
    friday = datetime(2021, 12, 3, 7, 30, tzinfo=UTC)
    asked = [one for one in week if one.at == friday]
    assert len({one.chat for one in asked}) == len(asked) > 5
    most = max(asked, key=lambda one: one.text.count("•"))
    assert most.text.count("•") >= 4
    assert "nu verwacht 17 dec" in most.text
    assert all(one.buttons for one in asked)


def test_the_first_week_ends_in_a_summary_with_something_in_it_for_every_channel(
    week: list[LocalMessage],
) -> None:
    thursday = datetime(2021, 12, 2, 14, 30, tzinfo=UTC)
    summaries = [one for one in week if one.at == thursday]
    assert len(summaries) == 3
    for one in summaries:
        assert {file.type for file in one.files} == {"image/png"}
        for part in (
            "Gereed: 1 mijlpaal",
            "leerlingen",
            "Succes: “",
            "Knelpunt: “",
            "overleg",
            "indicatoren",
        ):
            assert part in one.text, one.text


def test_everything_that_companies_delivered_was_confirmed(demo: MemoryStore) -> None:
    open_ones = "updates WHERE kind = 'contribution' AND confirmed_by IS NULL"
    assert count(demo, open_ones) == count(demo, f"{open_ones} AND day = '2021-11-16'") == 1


def test_owners_are_tied_to_the_teams_and_people_of_the_region(demo: MemoryStore) -> None:
    nowhere = demo.read(
        lambda tx: tx.rows("SELECT DISTINCT name FROM owners WHERE COALESCE(team, role, person) IS NULL")
    )
    assert nowhere == []


def test_every_school_year_of_the_plan_has_its_holidays(demo: MemoryStore) -> None:
    rows = demo.read(lambda tx: tx.rows("SELECT first, last FROM breaks"))
    assert all(row["first"] < row["last"] for row in rows)
    years = Counter(row["first"][:4] for row in rows)
    assert {years[year] for year in ("2020", "2021", "2022", "2023")} == {5}


def test_seeding_again_changes_nothing(demo: MemoryStore) -> None:
    before = count(demo, "history")
    demo.write(seed).result()
    assert count(demo, "history") == before > 50


def test_a_restart_continues_and_fresh_begins_anew(tmp_path: Path) -> None:
    database = open_demo(tmp_path)
    later = START + timedelta(days=30)
    database.write(lambda tx: marks.set_moment(tx, MARK, later)).result()
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / f"{'0' * 32}.jpg").write_bytes(b"x")
    (tmp_path / "note.txt").write_text("mine")
    database.close()
    again = open_demo(tmp_path)
    assert demo_clock(again).now() > later
    with pytest.raises(DatabaseBusy):
        open_demo(tmp_path, fresh=True)
    again.close()
    fresh = open_demo(tmp_path, fresh=True)
    assert demo_clock(fresh).now() - START < timedelta(minutes=1)
    assert list((tmp_path / "files").iterdir()) == []
    assert (tmp_path / "note.txt").read_text() == "mine"
    fresh.close()


@pytest.mark.parametrize("fresh", [False, True])
def test_a_folder_with_a_real_region_is_left_as_it_is(tmp_path: Path, fresh: bool) -> None:
    real = Database(tmp_path / "aanjager.db")
    real.write(lambda tx: people.add_region(tx, Region(key="STO01", name="Een echte regio"))).result()
    real.close()
    with pytest.raises(NotADemo):
        open_demo(tmp_path, fresh=fresh)
    there = Database(tmp_path / "aanjager.db")
    assert [region.key for region in there.read(people.regions)] == ["STO01"]
    there.close()


def test_a_broken_demo_can_be_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "aanjager.db").write_bytes(b"no database at all" * 100)
    fresh = open_demo(tmp_path, fresh=True)
    assert [region.key for region in fresh.read(people.regions)] == [REGION.key]
    fresh.close()
