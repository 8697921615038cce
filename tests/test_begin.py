"""What ``run`` does before it works: holidays and rules from the settings hold for what was planned before, too."""

import asyncio
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.begin import begin
from bot.settings import Settings
from bot.settings.file import read_settings
from documents.calendar_files import CalendarFileError
from jobs.occurrences import OccurrenceWorker
from storage import calendars
from storage.database import MemoryStore
from storage.people import groups
from tests.region import START, seed
from tests.times import calendar_file

CALENDAR = calendar_file("Vakantie", date(2021, 12, 1), date(2021, 12, 20))


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    made.write(seed).result()
    made.write(lambda tx: groups.add_organisation(tx, "DEMO", "Het Lyceum")).result()
    return made


def settings(folder: Path, text: str) -> Settings:
    (folder / "settings.toml").write_text(text)
    return read_settings({}, folder / "settings.toml")


def planned(store: MemoryStore, chosen: Settings) -> list[datetime]:
    """Return when the owner will hear of the milestone, local, after the bot began with these settings."""
    begin(store, chosen)
    asyncio.run(OccurrenceWorker(store, chosen.rules).work(START))
    rows = store.read(
        lambda tx: tx.rows(
            "SELECT due_at FROM occurrences WHERE item = 'm1' AND state = 'pending' ORDER BY due_at"
        )
    )
    return [datetime.fromtimestamp(row["due_at"], ZoneInfo("Europe/Amsterdam")) for row in rows]


def test_holidays_of_the_settings_move_what_was_planned(store: MemoryStore, tmp_path: Path) -> None:
    before = planned(store, Settings())
    assert any(date(2021, 12, 1) <= at.date() < date(2021, 12, 20) for at in before)
    (tmp_path / "vakantie.ics").write_text(CALENDAR)
    file = f"[regions.DEMO]\nholidays = '{tmp_path / 'vakantie.ics'}'\n"
    after = planned(store, settings(tmp_path, file))
    assert after
    assert not any(date(2021, 12, 1) <= at.date() < date(2021, 12, 20) for at in after)


def test_rules_of_a_region_change_what_was_planned(store: MemoryStore, tmp_path: Path) -> None:
    before = planned(store, Settings())
    after = planned(
        store, settings(tmp_path, "[regions.DEMO]\nreminders.before = [0]\n[quiet]\nbefore = '09:00'\n")
    )
    assert after != before
    assert all(at.time() >= time(9) for at in after)
    assert planned(store, Settings()) == before


def test_an_organisation_s_holidays_are_its_own(store: MemoryStore, tmp_path: Path) -> None:
    days = "['2021-12-18/2022-01-02 kerst']"
    own = f"[regions.demo.organisations]\n'het lyceum' = {days}\n'Weg' = {days}\n"
    begin(store, settings(tmp_path, own))
    school = store.read(lambda tx: groups.organisation_named(tx, "DEMO", "Het Lyceum"))
    assert school is not None
    assert [one.name for one in store.read(lambda tx: calendars.calendar(tx, "DEMO", school.key).breaks)] == [
        "kerst"
    ]
    assert store.read(lambda tx: calendars.calendar(tx, "DEMO").breaks) == ()


def test_a_calendar_that_cannot_be_read_is_named_and_nothing_begins(
    store: MemoryStore, tmp_path: Path
) -> None:
    (tmp_path / "leeg.ics").write_text("geen agenda")
    with pytest.raises(CalendarFileError) as refused:
        begin(store, settings(tmp_path, f"[regions.DEMO]\nholidays = '{tmp_path / 'leeg.ics'}'\n"))
    assert refused.value.what.values["file"] == "leeg.ics"
    assert store.read(lambda tx: calendars.calendar(tx, "DEMO").breaks) == ()


def test_beginning_again_with_the_same_settings_derives_nothing_anew(
    store: MemoryStore, tmp_path: Path
) -> None:
    chosen = settings(tmp_path, "[regions.DEMO]\nholidays = ['2021-12-18/2022-01-02 kerst']\n")
    planned(store, chosen)
    derived = store.read(lambda tx: tx.value("SELECT value FROM marks WHERE name = 'derived:DEMO'"))
    begin(store, chosen)
    assert derived
    assert store.read(lambda tx: tx.value("SELECT value FROM marks WHERE name = 'derived:DEMO'")) == derived
