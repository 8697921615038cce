"""A planned meeting comes with a file for a calendar, all the way to Telegram."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from icalendar import Calendar

from documents.drawings import draw
from programme.kept import found, keep
from programme.meetings import Meeting, MeetingFile
from programme.messages import Drawing
from tests.bot_api import BotApi
from tests.telegram_platform import OnTelegram
from tests.week_region import START, seed

PLANNED = datetime(2021, 11, 29, 9, 0, 12, tzinfo=UTC)


def file(name: str = "Stuurgroep", day: date = date(2021, 12, 9), at: time | None = time(15)) -> MeetingFile:
    meeting = Meeting(key="m", region="N", name=name, day=day, at=at)
    return MeetingFile(meeting=meeting, region="Regio Noord", zone="Europe/Amsterdam", planned=PLANNED)


@pytest.mark.parametrize(
    ("day", "at", "begins"),
    [
        (date(2021, 12, 9), time(15), datetime(2021, 12, 9, 14, tzinfo=UTC)),
        (date(2021, 7, 1), time(9, 30), datetime(2021, 7, 1, 7, 30, tzinfo=UTC)),
        (date(2021, 12, 9), None, date(2021, 12, 9)),
    ],
)
def test_a_meeting_begins_in_the_file_when_it_begins_in_the_region(
    day: date, at: time | None, begins: datetime | date
) -> None:
    [event] = Calendar.from_ical(draw(file(day=day, at=at), "nl").data).walk("VEVENT")
    assert event.decoded("dtstart") == begins
    assert str(event["summary"]) == "Stuurgroep – Regio Noord"
    assert event.decoded("dtstamp") == PLANNED


@pytest.mark.parametrize(
    "name", ["Stuurgroep; a, b\\c", "Überleg <&> 👩‍🏫", "שלום " * 30, "a/../b\nEND:VCALENDAR"]
)
def test_whatever_a_meeting_is_called_stands_in_the_file_and_breaks_neither_it_nor_its_name(
    name: str,
) -> None:
    drawn = draw(file(name), "nl")
    [event] = Calendar.from_ical(drawn.data).walk("VEVENT")
    assert str(event["summary"]) == f"{name} – Regio Noord"
    assert all(len(line) <= 75 for line in drawn.data.split(b"\r\n"))
    assert drawn.name.endswith("-2021-12-09.ics")
    assert not set(drawn.name) & set('/\\\n<>&;"')


def test_it_is_the_same_file_after_it_was_kept() -> None:
    again = found(Drawing, keep(file()))
    assert again == file()
    assert draw(file(), "nl") == draw(file(), "nl")


def test_a_planned_meeting_arrives_on_telegram_with_its_file(tmp_path: Path) -> None:
    with BotApi() as api:
        bot = OnTelegram(api, seed, START, tmp_path)
        try:
            bot.say("manager", "", "/overleg")
            bot.press("manager", "", "Stuurgroep")
            bot.say("manager", "", "9 december 15:00")
            planned = api.last(bot.people["manager"])
            bot.press("manager", "", "Gaat niet door")
        finally:
            bot.close()
        after = api.last(bot.people["manager"])
    assert (planned.kind, planned.name) == ("document", "stuurgroep-2021-12-09.ics")
    assert planned.text == "Gepland: Stuurgroep, donderdag 9 december 15:00."
    assert b"DTSTART:20211209T140000Z" in planned.file
    assert (after.id, after.file, after.labels) == (planned.id, planned.file, ())
    assert after.text.endswith("✓ Gaat niet door")
