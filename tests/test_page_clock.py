"""Turning the clock of the chat page, over HTTP, against a bot that really runs."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.demo.time import moment_meant
from storage.database import Database
from tests.region import seeded
from tests.served import Page, listening, named, served, served_here, until

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_the_next_thing_that_happens_is_known_before_the_clock_was_ever_turned(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page:
        assert until(lambda: page.state()["next"]) == "2021-11-29T08:30:00+01:00"
        following = page.turn(to="2021-12-03T08:30").json()["next"]
        assert following == page.state()["next"] == "2021-12-06T08:30:00+01:00"


def test_a_moment_is_read_with_and_without_offset_and_a_duration_in_each_unit(tmp_path: Path) -> None:
    turns = (
        ({"to": "2021-11-29T09:00:00Z"}, "2021-11-29T10:00"),
        ({"advance": "PT90M"}, "2021-11-29T11:30"),
        ({"advance": "P1DT2H"}, "2021-11-30T13:30"),
        ({"advance": "P2W"}, "2021-12-14T13:30"),
        ({"to": "2021-12-15"}, "2021-12-15T00:00"),
        ({"to": "2022-03-27T02:30"}, "2022-03-27T03:30"),
        ({"to": "2022-03-27T06:00:00+02:00"}, "2022-03-27T06:00"),
    )
    with served_here(seeded(tmp_path)) as page:
        assert [page.turn(**wish).json()["now"][:16] for wish, _now in turns] == [now for _wish, now in turns]


OVER_A_CHANGE = [
    ("2022-03-26T12:00", "P1D", "2022-03-27T12:00:00+02:00"),
    ("2022-03-26T12:00", "PT24H", "2022-03-27T13:00:00+02:00"),
    ("2022-03-23T08:00", "P1W", "2022-03-30T08:00:00+02:00"),
    ("2022-03-23T08:00", "P7D", "2022-03-30T08:00:00+02:00"),
    ("2022-03-26T12:00", "P1DT2H", "2022-03-27T14:00:00+02:00"),
    ("2022-03-26T23:30", "P1DT3H", "2022-03-28T02:30:00+02:00"),
    ("2022-03-26T02:30", "P1D", "2022-03-27T03:30:00+02:00"),  # half past two is left out that night
    ("2022-10-29T12:00", "P1D", "2022-10-30T12:00:00+01:00"),
    ("2022-10-29T12:00", "PT24H", "2022-10-30T11:00:00+01:00"),
    ("2022-10-26T08:00", "P1W", "2022-11-02T08:00:00+01:00"),
    ("2022-10-29T02:30", "P1D", "2022-10-30T02:30:00+02:00"),  # the first of two
]


@pytest.mark.parametrize(("start", "duration", "end"), OVER_A_CHANGE)
def test_days_and_weeks_keep_the_local_time_and_hours_are_hours_where_the_clocks_change(
    start: str, duration: str, end: str
) -> None:
    now = datetime.fromisoformat(start).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    assert moment_meant({"advance": duration}, now, AMSTERDAM) == datetime.fromisoformat(end)


def test_a_day_over_the_night_in_which_the_clocks_change_is_turned_over_http(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page:
        page.turn(to="2022-03-26T12:00")
        assert page.turn(advance="P1D").json()["now"][:16] == "2022-03-27T12:00"
        page.turn(to="2022-10-29T12:00")
        assert page.turn(advance="PT24H").json()["now"][:16] == "2022-10-30T11:00"


@pytest.mark.parametrize("to", ["2021-12-15T08:00", "next"])
def test_a_moment_and_a_duration_at_once_are_refused_by_name(page: Page, to: str) -> None:
    before = page.state()["now"]
    answer = page.turn(to=to, advance="P1D")
    assert answer.status_code == 422
    assert answer.json()["error"] == "Geef “to” of “advance”, niet allebei tegelijk."
    assert datetime.fromisoformat(page.state()["now"]) - datetime.fromisoformat(before) < timedelta(minutes=1)


def test_every_page_hears_that_the_clock_was_turned(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page, listening(page) as heard:
        answer = page.turn(advance="P1D").json()
        assert answer["now"].startswith("2021-11-30T08:00")
        assert until(lambda: [c for c in named(heard, "clock") if c == answer])


@pytest.mark.parametrize(
    "wish",
    [
        {"to": "2021-11-28T08:00"},
        {"advance": "-P1D"},
        {"advance": "P3000D"},
        {"to": "2999-01-01T00:00:00+01:00"},
        {"to": "morgen"},
        {"to": 5},
        {"advance": "P1Y"},
        {"advance": "PW"},
        {"advance": "P900W"},
        {"advance": []},
        {},
    ],
    ids=str,
)
def test_a_clock_turned_backwards_too_far_or_to_no_moment_is_refused(
    page: Page, wish: dict[str, Any]
) -> None:
    before = page.state()["now"]
    answer = page.http.post("/api/clock", json=wish)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert datetime.fromisoformat(page.state()["now"]) - datetime.fromisoformat(before) < timedelta(minutes=1)


def test_turns_that_are_asked_for_at_once_follow_one_another(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page:
        turns = [threading.Thread(target=page.turn, kwargs={"advance": "P1D"}) for _ in range(4)]
        for turn in turns:
            turn.start()
        for turn in turns:
            turn.join()
        assert page.state()["now"].startswith("2021-12-03T08:00")


def test_four_years_can_be_turned_at_once(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page:
        assert page.turn(to="2025-11-29T08:00").json()["now"].startswith("2025-11-29T08:00")


def test_a_restart_goes_on_where_the_clock_was(tmp_path: Path) -> None:
    with served(seeded(tmp_path)) as (page, _process):
        page.turn(to="2021-12-20T12:00")
    with served(tmp_path) as (page, _process):
        assert page.state()["now"].startswith("2021-12-20T12:00")


def test_the_clock_goes_on_to_the_next_moment_at_which_something_is_said(tmp_path: Path) -> None:
    with served_here(seeded(tmp_path)) as page:
        assert (
            until(lambda: page.state()["next"]) == "2021-11-29T08:30:00+01:00"
        )  # a list without anything on it
        for moment in ("2021-12-02T15:30", "2021-12-03T08:30"):
            assert page.turn(to="next").json()["now"].startswith(moment)
        assert len(page.messages(page.private("coordinator"))) == 1


def without_channel(data: Path) -> Path:
    """Leave nothing to be said but what the coordinator is asked."""
    database = Database(seeded(data) / "aanjager.db")
    database.write(lambda tx: tx.run("UPDATE chats SET region = NULL WHERE kind = 'channel'")).result()
    database.close()
    return data


def test_where_nothing_is_said_any_more_the_clock_stops_within_the_cap(tmp_path: Path) -> None:
    with served_here(without_channel(tmp_path)) as page:
        chat = page.private("coordinator")
        began = datetime.fromisoformat(page.turn(to="next").json()["now"])
        page.press(chat, "coordinator", "Gereed")
        until(lambda: "✓" in page.messages(chat)[-1]["text"])
        now = datetime.fromisoformat(page.turn(to="next").json()["now"])
        assert began < now < began + timedelta(days=401)
        assert len(page.messages(chat)) == 1
